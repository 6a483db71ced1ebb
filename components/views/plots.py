"""Charts on the page: the timeline's drawing, and the charts that may stand in a list's place."""

from collections.abc import Callable

import streamlit as st

from components.charts.chart import Chart, Key
from components.charts.counters import figure_chart
from components.charts.draw import plotly_config, plotly_figure
from components.charts.speakers import speaker_chart
from components.views import header
from components.views.actions import act
from components.views.board import board
from components.views.export import ENDINGS, download
from components.views.parts import Shown
from components.views.tree import Node, node
from components.wording import Wording

NARROW = 500  # px under which labels stand above their bars
PANEL, SMALL_PANEL = 416, 332  # px that a chart has beside the article, on wide and on small screens
CHARTS: dict[str, tuple[str, Callable[..., Chart]]] = {
    "who": ("speakers", speaker_chart),
    "many": ("counters", figure_chart),
}


def room() -> int:
    """The width of the timeline in px, as the browser told it."""
    return int(st.session_state.get("width") or header.WIDE)


def plot(chart: Chart, wording: Wording, key: str, width: int, narrow: bool) -> None:
    """Draws `chart`. isnad.js tells which bar was clicked and paints the chosen one: the figure stays, and its zoom."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    figure = plotly_figure(chart, theme, width=width, narrow=narrow)
    figure.update_layout(clickmode="event")
    st.plotly_chart(figure, theme=None, config=plotly_config(wording.lang, f"isnad-{key}"), key=key)


def list_chart(shown: Shown, tab: str) -> None:
    """The chart of a list in its place, and the three files it can be taken away in."""
    word, width = shown.wording, room()
    name, make = CHARTS[tab]
    chart = make(shown.analysis, word.lang, word.digits)
    board("chart_head", _head(word, chart), act)
    if not chart.bars:
        board("chart_none", node("p.none", chart.empty), act)
        return
    with st.container(key="panel_plot", gap=None):
        plot(chart, word, f"{name}_chart", width if width < NARROW else PANEL if width > 800 else SMALL_PANEL, True)
    with st.container(key="panel_files", horizontal=True, gap=None, vertical_alignment="center"):
        board("chart_take", node("span.ex", word("export")), act)
        for ending in ENDINGS:
            download(word, shown.analysis, name, ending, f"panel_{name}_{ending}")


def legend(chart: Chart) -> list[Node]:
    """The signs of the chart's bars and what each means."""
    return [node("span.tl-key", node(f"i.{key.tone}{_look(key)}"), key.label) for key in chart.legend]


def _look(key: Key) -> str:
    return ".g" if key.gap else ".h" if key.hatched else ".o" if key.hollow else ""


def _head(word: Wording, chart: Chart) -> Node:
    back = node("button.view", word("as_list"), do="drawn:")
    return node("div.list.chart-head", node("h2.sub", chart.title, back), node("div.keys", legend(chart)))
