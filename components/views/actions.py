"""What a click does: every action of a board by its name, `name` or `name:value`."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import streamlit as st

from components.model import Event, Ordered
from components.views import place, shelf
from components.views.reading import LAYERS


def act(what: str) -> None:
    """Carries out one action; an unknown one, or one of another article, does nothing."""
    name, _, value = what.partition(":")
    if name in ACTIONS:
        ACTIONS[name](value)


def _go(record: str) -> None:
    """The record that the browser has chosen, or none: told as it is, not as a change: heard twice it does no harm."""
    place.choose(record)


def _tab(tab: str) -> None:
    if tab in place.TABS:
        place.turn(tab)


def _layer(layer: str) -> None:
    off = st.session_state["off"]
    if layer in LAYERS:
        st.session_state["off"] = [each for each in off if each != layer] if layer in off else [*off, layer]


def _by(kind: str) -> None:
    st.session_state["by"] = "kind" if kind == "kind" else "speaker"


def _share(openness: str) -> None:
    chosen = "" if st.session_state["share"] == openness else openness
    st.session_state.update(share=chosen, tab="who")


def _outside(_: str) -> None:
    st.session_state["outside"] = not st.session_state["outside"]


def _drawn(_: str) -> None:
    st.session_state["drawn"] = not st.session_state["drawn"]


def _table(_: str) -> None:
    st.session_state["table"] = not st.session_state["table"]


def _sample(file: str) -> None:
    for each in shelf.samples():
        if each.sample == file:
            shelf.put(each.article, each.sample)
            place.open_article(each.key)


def _day(said: str) -> None:
    """`key:2024-01-31`: the day of publication of one article; nothing behind the colon takes it away."""
    key, _, day = said.partition(":")
    with suppress(ValueError):  # half a date: what was known stands
        shelf.give_day(key, date.fromisoformat(day) if day else None)


def _add_day(day: str) -> None:
    """The day of publication for what is about to be added."""
    with suppress(ValueError):
        st.session_state["add_day"] = date.fromisoformat(day) if day else None


def _add(_: str) -> None:
    st.session_state["adding"] = True


def _remove(key: str) -> None:
    shelf.remove(key)
    if st.session_state["article"] == key:
        rest = shelf.opened()
        place.open_article(rest[0].key if rest else "")


def _dismiss(_: str) -> None:
    st.session_state.update(refused=[], taken=[])


def _settle(_: str) -> None:
    st.session_state["welcome"] = False


def _card(move: str) -> None:
    """Closes the card, or turns to the record before or after the chosen one, in the order of the text."""
    shown = place.analysis()
    if move == "close" or shown is None:
        place.choose("")
        return
    layers = (shown.quotes, shown.times, shown.figures, shown.warnings)
    spans = sorted((record.start, record.end, record.id) for layer in layers for record in layer)
    spans = [span for span in spans if span[2]]
    order = [record for _, _, record in spans]
    if not order:
        return
    now = st.session_state["record"]
    step = -1 if move == "previous" else 1
    if now in order:
        at = min(max(order.index(now) + step, 0), len(order) - 1)
    else:
        happened: list[Event | Ordered] = [*shown.events, *shown.ordered]
        start = next((event.start for event in happened if event.id == now), 0)
        at = next((place_ for place_, span in enumerate(spans) if span[0] >= start), len(order) - 1)
    place.choose(order[at])


ACTIONS: dict[str, Callable[[str], None]] = {
    "go": _go,
    "tab": _tab,
    "layer": _layer,
    "by": _by,
    "share": _share,
    "outside": _outside,
    "day": _day,
    "add_day": _add_day,
    "drawn": _drawn,
    "table": _table,
    "open": place.open_article,
    "sample": _sample,
    "add": _add,
    "remove": _remove,
    "dismiss": _dismiss,
    "settle": _settle,
    "card": _card,
}
