"""The export menu: pages, tables, the whole analysis, pictures of the charts. Each is made when it is asked for."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components.model import Analysis
from components.views.actions import act
from components.views.board import board
from components.views.tree import icon, node
from components.wording import Wording

Ending = Literal["png", "svg", "html"]
ENDINGS: tuple[Ending, ...] = ("png", "svg", "html")
CHARTS = ("timeline", "counters", "speakers")
MIME = {
    "html": "text/html",
    "json": "application/json",
    "zip": "application/zip",
    "png": "image/png",
    "svg": "image/svg+xml",
}


def export_menu(wording: Wording, analysis: Analysis) -> None:
    """One line a kind of file; a chart's line offers PNG, SVG and an interactive page."""
    _head(wording, "ex_read")
    _button(wording("ex_page"), ".html", "page", analysis, "article", "html", lambda: _page(wording, analysis))
    _head(wording, "ex_data")
    _button(wording("ex_csv"), ".csv", "csv", analysis, "tables", "zip", lambda: _tables(analysis))
    _button(wording("ex_json"), ".json", "json", analysis, "analysis", "json", lambda: analysis.as_json(2).encode())
    _head(wording, "ex_charts")
    for name in CHARTS:
        with st.container(horizontal=True, key=f"ex_{name}", gap=None, vertical_alignment="center"):
            board(f"ex_label_{name}", node("span.ex", wording(f"ex_{name}")), act)
            for ending in ENDINGS:
                download(wording, analysis, name, ending, f"{name}_{ending}")
    board("copy", node("button.mi.copy", icon("link"), wording("copy_link"), do="copy"), act)


def _head(wording: Wording, key: str) -> None:
    board(f"head_{key}", node("h2.sub", wording(key)), act)


def _button(label: str, ending: str, key: str, analysis: Analysis, name: str, kind: str, make: Callable[[], bytes]) -> None:
    from components.exports import file_name

    st.download_button(
        f"{label} :gray[{ending}]" if ending else label,
        make,
        file_name(analysis, name, kind),
        MIME[kind],
        key=f"get_{key}",
        on_click="ignore",
        type="tertiary",
    )


def download(wording: Wording, analysis: Analysis, name: str, ending: Ending, key: str) -> None:
    """The button that makes and hands over one chart as one kind of file."""
    _button(f".{ending}", "", key, analysis, name, ending, _chart_maker(wording, analysis, name, ending))


def _page(wording: Wording, analysis: Analysis) -> bytes:
    from components.exports.html import article_page

    return article_page(analysis, lang=wording.lang)


def _tables(analysis: Analysis) -> bytes:
    from components.exports.csv import tables_zip

    return tables_zip(analysis)


def _chart_maker(wording: Wording, analysis: Analysis, name: str, ending: Ending) -> Callable[[], bytes]:
    def make() -> bytes:
        from components.charts.counters import figure_chart
        from components.charts.speakers import speaker_chart
        from components.charts.timeline import timeline
        from components.exports.chart_html import chart_html
        from components.exports.picture import picture

        builder = {"timeline": timeline, "counters": figure_chart, "speakers": speaker_chart}[name]
        chart = builder(analysis, wording.lang, wording.digits)
        return chart_html(chart) if ending == "html" else picture(chart, format=ending)

    return make
