"""The three pieces of the page that are drawn in the browser by components/static/isnad.js."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components.views.tree import Node

STATIC = Path(__file__).resolve().parent.parent / "static"
_SCRIPT = (STATIC / "isnad.js").read_text(encoding="utf-8")


def _piece(name: str) -> Callable[..., Any]:
    return st.components.v2.component(f"isnad_{name}", js=f"{_SCRIPT}\nexport default {name};\n", isolate_styles=False)


_BOARD, _READER, _SIGNAL = _piece("board"), _piece("reader"), _piece("signal")


def keyed(data: dict[str, Any]) -> dict[str, Any]:
    """`data` with a digest of itself, by which the browser knows whether anything changed."""
    drawn = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return data | {"key": hashlib.sha256(drawn.encode()).hexdigest()[:16]}


def board(name: str, tree: Node, act: Callable[[str], None]) -> None:
    """Draws `tree`; a click on a node with `do` calls `act` with it, before the page runs again."""
    _BOARD(key=name, data=keyed({"tree": tree}), on_clicked_change=_heard(name, act))


def reader(name: str, data: dict[str, Any], act: Callable[[str], None]) -> None:
    """Draws the article from `data` (with its digest under `key`)."""
    _READER(key=name, data=data, on_clicked_change=_heard(name, act))


def signal(name: str, data: dict[str, Any], act: Callable[[str], None]) -> None:
    """Tells the document its language, layers and chosen record; hears the keys."""
    _SIGNAL(key=name, data=data, on_clicked_change=_heard(name, act), height=1)


def _heard(name: str, act: Callable[[str], None]) -> Callable[[], None]:
    def hear() -> None:
        what = st.session_state[name].get("clicked")
        if isinstance(what, str) and len(what) < 200:
            act(what)

    return hear
