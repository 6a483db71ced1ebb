"""The one page: the article in the middle, what was found in it around it."""

from typing import Any

import streamlit as st

from components.model import Analysis
from components.views import add, header, loading, place, shelf
from components.views.actions import act
from components.views.board import STATIC, board, reader, signal
from components.views.card import card, links
from components.views.findings import findings, tabs
from components.views.notices import notices
from components.views.parts import Shown
from components.views.plots import CHARTS, NARROW, list_chart, room
from components.views.reading import reader_data, switches
from components.views.shelf import Entry
from components.views.strip import strip
from components.views.when import timeline_box
from components.wording import Wording


def main() -> None:
    place.start()
    wording = place.wording()
    entry = place.entry()
    st.set_page_config(header.page_title(wording, entry), str(STATIC / "icon.png"), "wide")
    analysis = shelf.analysed(shelf.as_dated(entry)) if entry else None
    tied = links(analysis, st.session_state["record"]) if analysis else []
    signal("signal", header.signal_data(wording, tied), _hear)
    header.show(wording, entry, analysis)
    if st.session_state["work"]:
        loading.show(wording)
    if st.session_state["refused"] and entry:
        board("notices", notices(wording), act)
    if entry is None or analysis is None:
        add.drop_stage(wording)
    else:
        if st.session_state["welcome"]:
            add.drop_band(wording)
        _article(entry, analysis, wording)
    place.write_address()


def _hear(what: str) -> None:
    """Keys, the browser's way back, and the width that the timeline has."""
    if what.startswith("width:"):
        digits = what.removeprefix("width:")
        if digits.isdecimal():
            st.session_state["width"] = min(max(int(digits), 240), 4000)
    elif what.startswith("back:"):
        place.go_back(what.removeprefix("back:"))
    else:
        act(what)


def _article(entry: Entry, analysis: Analysis, wording: Wording) -> None:
    day = f"{analysis.article.published} {analysis.article.published_basis}"
    shown = _shown(entry.key, day, wording, analysis)
    width = room()
    board("strip", strip(shown, 380 if width > 800 or width < NARROW else 250), act)
    with st.container(key="frame", gap=None):
        with st.container(key="main", gap=None):
            timeline_box(entry, shown)
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


def _findings(shown: Shown) -> None:
    state = st.session_state
    board("heads", tabs(shown, place.TABS, state["tab"]), act)
    with st.container(key="list", gap=None):
        if state["drawn"] and state["tab"] in CHARTS:
            list_chart(shown, state["tab"])
        else:
            board("findings", findings(shown, state["tab"], state["share"], state["outside"]), act)
    board("card", card(shown, state["record"]), act)
