"""Adding articles: the drop zone of the first visit, and the dialog with files, pasted text and the day of publication."""

import streamlit as st

from components.markup import Paragraph, paragraphs
from components.views import place, shelf
from components.views.actions import act
from components.views.board import board
from components.views.day import day_field
from components.views.intake import bring
from components.views.notices import notices
from components.views.reading import LAYERS
from components.views.tree import Node, icon, node
from components.wording import Wording

EXCERPT = 420  # code points of a line short enough to show how marks look


def _uploader(wording: Wording, key: str) -> str:
    """A drop zone; returns its key, which changes after every use so that it is empty again."""
    full = f"{key}_{st.session_state.setdefault(f'{key}_round', 0)}"
    st.file_uploader(wording("drop"), accept_multiple_files=True, key=full, label_visibility="collapsed")
    return full


def _brought(full: str) -> list[tuple[str, bytes]]:
    return [(file.name, file.getvalue()) for file in st.session_state.get(full) or []]


def drop_band(wording: Wording) -> None:
    """The drop zone above the welcome example: files are analysed as they fall."""
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="small"):
        board("intro", node("p.welcome", node("b", wording("tag")), " ", node("span", wording("welcome"))), act)
        full = _uploader(wording, "drop")
        if st.button(wording("paste"), key="paste_open"):
            add_dialog("paste")
        board("settle", node("button.ic", icon("x"), do="settle:", aria_label=wording("close")), act)
    _take_dropped(full)


def drop_stage(wording: Wording) -> None:
    """The page while nothing is open: what was refused just now, else what all this is for; and how a read text looks."""
    with st.container(key="stage"):
        if st.session_state["refused"]:
            board("lead", notices(wording, stage=True), act)
        else:
            board("lead", node("div.stage", node("h1", wording("tag")), node("p.lead", wording("lead"))), act)
        full = _uploader(wording, "drop")
        with st.container(key="stage_or", horizontal=True, vertical_alignment="center", gap="small"):
            board("or", node("span.or", wording("or")), act)
            if st.button(wording("paste"), key="paste_open"):
                add_dialog("paste")
            st.button(wording("try"), key="try", type="tertiary", on_click=_try)
        board("excerpt", excerpt(wording), act)
    _take_dropped(full)


def excerpt(wording: Wording) -> Node:
    """A few lines of the first sample with their marks, so that the empty page shows what a read text looks like."""
    shown = shelf.analysed(shelf.samples()[0].article)
    ranked = sorted((line for line in paragraphs(shown) if not line.boilerplate), key=_marked, reverse=True)[:2]
    ranked.sort(key=lambda line: line.start)
    lines = [node("p", [node(".".join(("span.t", *each.classes)), each.text) for each in line.pieces]) for line in ranked]
    return node("div.excerpt", node("div.doc", lines, lang="ar", dir="rtl"), node("small", wording("excerpt")))


def _marked(line: Paragraph) -> int:
    """How many kinds of marks a line holds, in the room of a few lines."""
    kinds = {name for piece in line.pieces for name in piece.classes} & set(LAYERS)
    return len(kinds) if line.end - line.start < EXCERPT else 0


def _try() -> None:
    act(f"sample:{shelf.samples()[0].sample}")


def _take_dropped(full: str) -> None:
    files = _brought(full)
    if files:
        bring(files)
        st.session_state["drop_round"] += 1
        st.rerun()


def add_dialog(mode: str = "files") -> None:
    """Opens the dialog. `mode`: files or paste."""
    wording = place.wording()
    st.session_state["add_mode"] = mode
    st.dialog(wording("add_h"))(_dialog)(wording)


def _dialog(wording: Wording) -> None:
    mode = st.segmented_control(
        wording("add"),
        ["files", "paste"],
        key="add_mode",
        label_visibility="collapsed",
        required=True,
        format_func=lambda each: wording(f"add_{each}"),
    )
    full, pasted = "", ""
    if mode == "paste":
        pasted = st.text_area(wording("paste_label"), key="pasted", height=180)
    else:
        full = _uploader(wording, "add_files")
    day = st.session_state["add_day"]
    board("add_day_field", day_field(wording, wording("pub_date"), day, "add_day:"), act)
    with st.container(horizontal=True, gap="small"):
        go = st.button(wording("analyse"), key="analyse", type="primary")
        if st.button(wording("cancel"), key="cancel", type="tertiary"):
            st.rerun()
    if go:
        st.session_state["add_day"] = None
        if mode == "paste":
            bring([(f"{wording('pasted')}.txt", pasted.encode("utf-8", "surrogatepass"))], day)
        else:
            bring(_brought(full), day)
            st.session_state["add_files_round"] += 1
        st.rerun()
