"""The one page: the article in the middle, what was found in it around it."""

from datetime import date
from typing import Any

import streamlit as st

from components.charts.draw import plotly_config, plotly_figure
from components.charts.timeline import timeline
from components.model import Analysis
from components.views import add, header, place, shelf
from components.views.actions import act
from components.views.board import STATIC, board, reader, signal
from components.views.card import card, links
from components.views.findings import counts, findings
from components.views.intake import notices
from components.views.parts import Shown
from components.views.reading import lane, reader_data, switches, timeline_head
from components.views.shelf import Entry
from components.views.strip import strip
from components.wording import Wording

NARROW = 500  # px under which labels stand above their bars


def main() -> None:
    place.start()
    wording = place.wording()
    entry = place.entry()
    st.set_page_config(header.page_title(wording, entry), str(STATIC / "icon.png"), "wide")
    analysis = shelf.analysed(shelf.as_dated(entry)) if entry else None
    tied = links(analysis, st.session_state["record"]) if analysis else []
    signal("signal", header.signal_data(wording, tied), _hear)
    header.show(wording, entry, analysis)
    if st.session_state["refused"]:
        board("notices", notices(wording, st.session_state["refused"], st.session_state["rest"]), act)
    if entry is None or analysis is None:
        add.drop_stage(wording)
    else:
        if st.session_state["welcome"]:
            add.drop_band(wording)
        _article(entry, analysis, wording)
    place.write_address()


def _hear(what: str) -> None:
    """Keys, and the width that the timeline has."""
    if what.startswith("width:"):
        digits = what.removeprefix("width:")
        if digits.isdecimal():
            st.session_state["width"] = min(max(int(digits), 240), 4000)
    else:
        act(what)


def _article(entry: Entry, analysis: Analysis, wording: Wording) -> None:
    day = f"{analysis.article.published} {analysis.article.published_basis}"
    shown = _shown(entry.key, day, wording, analysis)
    width = st.session_state.get("width") or header.WIDE
    board("strip", strip(shown, 380 if width > 800 or width < NARROW else 250), act)
    with st.container(key="frame", gap=None):
        with st.container(key="main", gap=None):
            _timeline(entry, shown)
            board("layers", switches(shown, st.session_state["off"], st.session_state["by"]), act)
            reader("reader", _reader_data(entry.key, day, wording, shown), act)
        with st.container(key="side", gap=None):
            _findings(shown)


@st.cache_resource(max_entries=32, show_spinner=False)
def _shown(key: str, day: str, wording: Wording, _analysis: Analysis) -> Shown:
    """The analysis as it is shown, with what it looks up, kept between two runs of the page."""
    return Shown(_analysis, wording)


@st.cache_resource(max_entries=32, show_spinner=False)
def _reader_data(key: str, day: str, wording: Wording, _shown: Shown) -> dict[str, Any]:
    return reader_data(_shown)


def _timeline(entry: Entry, shown: Shown) -> None:
    word, width = shown.wording, st.session_state.get("width") or header.WIDE
    chart = timeline(shown.analysis, word.lang, word.digits)
    with st.container(key="tl_top", horizontal=True, vertical_alignment="center", gap=None):
        board("tl_head", timeline_head(chart), act)
        _published(entry, shown, chart.note or word("published_unknown"))
    if chart.bars:
        theme = "dark" if st.context.theme.type == "dark" else "light"
        figure = plotly_figure(chart, theme, width=width, narrow=width < NARROW, selected=st.session_state["record"])
        with st.container(key="plot", gap=None):
            st.plotly_chart(
                figure,
                theme=None,
                config=plotly_config(word.lang, "isnad-timeline"),
                key=f"timeline{st.session_state['plots']}",
                on_select=_bar,
                selection_mode="points",
            )
    else:
        board("tl_none", {"t": "p", "c": "none", "k": [chart.empty]}, act)
    board("lane", lane(shown, chart), act)


def _bar() -> None:
    """A click on a bar chooses its record. The next chart is a new one, with nothing selected, so that every click tells."""
    state = st.session_state
    points = state[f"timeline{state['plots']}"]["selection"]["points"]
    if points and points[0].get("customdata"):
        place.choose(str(points[0]["customdata"][0]))
        state["plots"] += 1


def _published(entry: Entry, shown: Shown, note: str) -> None:
    """The day of publication: shown, and given or changed right there."""
    word = shown.wording
    with st.popover(note, key="published", type="tertiary"):
        key = f"day_{entry.key}"
        st.session_state.setdefault(key, shown.analysis.article.published)
        st.date_input(
            word("pub_change"), min_value=add.EARLIEST, key=key, on_change=lambda: _give(entry.key, st.session_state[key])
        )
        st.caption(word("pub_help"))
        st.button(word("pub_clear"), key="pub_clear", type="tertiary", on_click=lambda: _clear(entry.key))


def _give(key: str, day: Any) -> None:
    shelf.give_day(key, day if isinstance(day, date) else None)


def _clear(key: str) -> None:
    st.session_state[f"day_{key}"] = None
    shelf.give_day(key, None)


def _findings(shown: Shown) -> None:
    word, state, held = shown.wording, st.session_state, counts(shown)
    st.segmented_control(
        word("findings"),
        list(place.TABS),
        key="tab",
        label_visibility="collapsed",
        required=True,
        width="stretch",
        format_func=lambda tab: f"{word(tab)} :gray[{word.number(held[tab])}]",
        on_change=place.turn,
    )
    with st.container(key="list", gap=None):
        board("findings", findings(shown, state["tab"], state["share"], state["outside"]), act)
    board("card", card(shown, state["record"]), act)
