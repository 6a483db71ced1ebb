"""The header: brand, what is open, adding, exporting, digits, theme, language."""

from typing import Any

import streamlit as st

from components.model import Analysis
from components.views.actions import act
from components.views.add import add_dialog
from components.views.board import board
from components.views.export import export_menu
from components.views.library import switcher, title_of
from components.views.shelf import Entry
from components.views.tree import icon, node
from components.wording import Wording

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
