"""Where the reader is: article, record, list, layers, language; the address names article and record."""

from contextlib import suppress
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from components.model import Analysis
from components.views import shelf
from components.views.shelf import Entry
from components.wording import Wording

TABS = ("who", "when", "many", "faults")
_TAB_OF = {"q": "who", "t": "when", "e": "when", "f": "many", "w": "faults"}
START: dict[str, Any] = {
    "article": "",
    "record": "",
    "tab": "who",
    "off": [],
    "by": "speaker",
    "share": "",
    "outside": False,
    "lang": "ar",
    "digits": "latn",
    "refused": [],
    "rest": "kept_open",
    "taken": [],
    "work": None,
    "add_day": None,
    "welcome": True,
    "drawn": False,
    "table": False,
}


def start() -> None:
    """Sets what a new session begins with: the address first, then the first article on the shelf."""
    state = st.session_state
    if "started" in state:
        _keep()
        return
    for name, value in START.items():
        state.setdefault(name, value.copy() if isinstance(value, list) else value)
    state["started"] = True
    asked = st.query_params
    state["lang"] = "en" if asked.get("lang") == "en" else "ar"
    state["digits"] = "arab" if asked.get("digits") == "arab" else "latn"
    entries = shelf.opened()
    state["article"] = entries[0].key if entries else ""
    if "a" in asked:
        _visit(asked["a"], asked.get("h", ""), asked.get("p"))
    elif "h" in asked:  # a record alone means one of the article that is shown
        choose(asked["h"])


def _keep() -> None:
    """Streamlit forgets the state of a widget that is not drawn in some run; setting it again keeps it."""
    st.session_state["digits"] = st.session_state.get("digits") or START["digits"]


def go_back(query: str) -> None:
    """The browser's own way back and forth: isnad.js tells the address it came to, as in `?a=…&h=…`.

    No other run is read for an address: a click brings the one the browser had then, older than what was written since.
    """
    asked = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
    st.session_state["written"] = asked
    if "a" in asked:
        _visit(asked["a"], asked.get("h", ""), asked.get("p"))
    else:
        choose(asked.get("h", ""))


def _visit(key: str, record: str, day: str | None) -> None:
    entry = shelf.find(key)
    if entry is None:
        st.session_state["refused"] = [("", "gone")]
        return
    if day is not None:
        with suppress(ValueError):  # an address somebody shortened: the day known before stands
            shelf.give_day(key, date.fromisoformat(day) if day else None)
    st.session_state["article"] = key
    st.session_state["welcome"] = False
    choose(record)


def wording() -> Wording:
    return Wording(st.session_state["lang"], st.session_state["digits"])


def entry() -> Entry | None:
    """The article that is shown, or None where nothing is open."""
    entries = shelf.opened()
    return next((each for each in entries if each.key == st.session_state["article"]), entries[0] if entries else None)


def analysis() -> Analysis | None:
    """The analysis of the article that is shown."""
    shown = entry()
    return shelf.analysed(shelf.as_dated(shown)) if shown else None


def open_article(key: str) -> None:
    if key != st.session_state["article"]:
        st.session_state.update(article=key, record="", share="")


def choose(record: str) -> None:
    """Makes `record` the chosen one and turns to the list it stands in; "" frees it."""
    st.session_state["record"] = record
    if record and record[0] in _TAB_OF:
        st.session_state["tab"] = _TAB_OF[record[0]]


def turn(tab: str) -> None:
    """Another list was turned to: the chosen record is freed, unless it stands in that list."""
    state = st.session_state
    kept = state["record"] if state["record"] and _TAB_OF.get(state["record"][0]) == tab else ""
    state.update(tab=tab, record=kept, share="")


def write_address() -> None:
    """Puts article, record and language into the page's address."""
    state, shown = st.session_state, entry()
    days = shelf.shelf().days
    given = days.get(shown.key) if shown else None
    wanted = {
        "a": shown.key if shown and (not state["welcome"] or state["record"] or shown.key in days) else "",
        "h": state["record"] if shown else "",
        "p": given.isoformat() if given else "",
        "lang": "en" if state["lang"] == "en" else "",
        "digits": "arab" if state["digits"] == "arab" else "",
    }
    kept = {name: value for name, value in wanted.items() if value}
    if shown and shown.key in days and given is None:
        kept["p"] = ""  # the day was taken away on the page
    if kept != state.get("written", st.query_params.to_dict()):
        st.query_params.from_dict(kept)
    state["written"] = kept
