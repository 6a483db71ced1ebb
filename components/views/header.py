"""The header: brand, what is open, adding, exporting, digits, theme, language."""

from typing import Any

import streamlit as st

from components.model import Analysis
from components.views import shelf
from components.views.actions import act
from components.views.add import add_dialog
from components.views.board import board
from components.views.export import export_menu
from components.views.shelf import Entry
from components.views.tree import Node, icon, node, shortened
from components.wording import Wording

TITLE_LENGTH = 84
WIDE = 936  # px that the timeline has on a screen of 1440


def show(wording: Wording, shown: Entry | None, analysis: Analysis | None) -> None:
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap=None):
        board("switcher", switcher(wording, shown), act)
        asked = st.button(wording("add"), icon=":material/add:", key="add", type="tertiary")
        if st.session_state.pop("adding", False) or asked:
            add_dialog()
        with st.container(key="tools", horizontal=True, vertical_alignment="center", gap=None):
            with st.popover(wording("export"), icon=":material/download:", disabled=analysis is None, key="export"):
                if analysis is not None:
                    export_menu(wording, analysis)
            st.segmented_control(
                wording("digits"),
                ["latn", "arab"],
                key="digits",
                label_visibility="collapsed",
                required=True,
                format_func=lambda each: "١٢٣" if each == "arab" else "123",
            )
            board(
                "theme",
                node(
                    "button.ic",
                    icon("sun" if st.context.theme.type == "dark" else "moon"),
                    do="theme",
                    aria_label=wording("theme"),
                    title=wording("theme"),
                ),
                act,
            )
            st.button(wording("language"), key="language", type="tertiary", on_click=_turn)
        board("more", node("button.ic", icon("more"), do="menu", aria_label=wording("menu")), act)


def _turn() -> None:
    st.session_state["lang"] = "ar" if st.session_state["lang"] == "en" else "en"


def title_of(entry: Entry, length: int = TITLE_LENGTH) -> str:
    """What an article is called in lists: its title, else its first line, cut at a word."""
    article = entry.article
    first = next((line for line in article.text.splitlines() if line.strip()), "")
    return shortened(article.title or first or article.id, length)


def switcher(wording: Wording, shown: Entry | None) -> Node:
    """Brand, the button that names the open article, and the library below it."""
    entries = shelf.opened()
    label: list[Node] = [node("b", wording("no_article"))]
    if shown:
        at = next((count for count, each in enumerate(entries, 1) if each.key == shown.key), 1)
        where = f"{wording.number(at)} {wording('of')} {wording.number(len(entries))}"
        label = [node("b", node("bdi", title_of(shown), lang="ar", dir="rtl")), node("span.m", where)]
    return node(
        "div.start",
        node("h1.brand", wording("brand")),
        node("button.btn.switch", *label, icon("down"), do="library", aria_label=wording("library"), aria_haspopup="dialog"),
        library(wording, entries, shown),
    )


def library(wording: Wording, entries: list[Entry], shown: Entry | None) -> Node:
    """The open articles, and the samples that are not open."""
    rows = [_row(wording, entry, shown) for entry in entries]
    closed = [each for each in shelf.samples() if each.key not in {entry.key for entry in entries}]
    samples = [_sample(wording, entry) for entry in closed]
    return node(
        "div.pop.library",
        node(
            "div.find",
            node("input", type="search", placeholder=wording("find"), aria_label=wording("find")),
            node("button.btn.primary", "+ ", wording("add"), do="add:"),
        ),
        rows,
        node("h2.sub", wording("try"), data_row="") if samples else None,
        samples,
        role="dialog",
        aria_label=wording("library"),
    )


def _row(wording: Wording, entry: Entry, shown: Entry | None) -> Node:
    analysis = shelf.analysed(shelf.as_dated(entry))
    article = analysis.article
    about: list[Node] = [node("bdi", part) for part in (article.source or article.id,) if part]
    if article.published:
        about.append(node("span", wording.day(article.published)))
    here = shown is not None and shown.key == entry.key
    return node(
        "div.row.cur" if here else "div.row",
        node(
            "button.mi",
            node("span.ti", node("bdi", title_of(entry, 70), lang="ar", dir="rtl")),
            node("span.me", _dotted(about)),
            node("span.ct", [node("span", text) for text in totals(wording, analysis)]),
            do=f"open:{entry.key}",
            aria_current="true" if here else None,
        ),
        node("button.ic", icon("x"), do=f"remove:{entry.key}", aria_label=wording("remove"), title=wording("remove")),
        data_row="",
    )


def _sample(wording: Wording, entry: Entry) -> Node:
    return node(
        "div.row",
        node(
            "button.mi",
            node("span.ti", node("bdi", title_of(entry, 70), lang="ar", dir="rtl")),
            node("span.me", node("bdi", entry.article.source or "")),
            node("span.ct", node("span", wording("sample"))),
            do=f"sample:{entry.sample}",
        ),
        data_row="",
    )


def _dotted(parts: list[Node]) -> list[Node]:
    joined: list[Node] = []
    for part in parts:
        joined += [" · ", part] if joined else [part]
    return joined


def totals(wording: Wording, analysis: Analysis) -> list[str]:
    """How much was found, in words: statements, events, faults."""
    counts: dict[str, int] = {
        "quote": sum(quote.kind != "term" for quote in analysis.quotes),
        "event": len(analysis.events),
        "fault": len(analysis.warnings),
    }
    return [wording.count(number, noun) for noun, number in counts.items()]


def page_title(wording: Wording, shown: Entry | None) -> str:
    """What the browser's tab says: the article, then the house."""
    return wording("brand") if shown is None else f"{title_of(shown, 60)} · {wording('brand')}"


def signal_data(wording: Wording, links: list[str]) -> dict[str, Any]:
    """What the whole document must know; see isnad.js."""
    state = st.session_state
    return {
        "on": state["record"],
        "links": links,
        "off": state["off"],
        "by": state["by"],
        "lang": wording.lang,
        "width": state.get("width") or WIDE,
        "vars": {
            name: f'"{wording(key)}"'
            for name, key in (
                ("say-drop", "drop"),
                ("say-over", "drop_over"),
                ("say-types", "drop_types"),
                ("say-browse", "browse"),
                ("say-copied", "copied"),
            )
        },
    }
