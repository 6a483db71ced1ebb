"""What became of the files: each refused one with its reason and its remedy, then the good ones, a click away."""

import streamlit as st

from components.views import shelf
from components.views.library import title_of, totals
from components.views.tree import Node, icon, node
from components.wording import Wording

MOST = 6


def notices(wording: Wording, stage: bool = False) -> Node:
    """The lines over the open article, or on the empty page's stage under a title of its own."""
    state = st.session_state
    refused: list[tuple[str, str]] = state["refused"]
    rest = wording(state["rest"]) if state["rest"] else ""
    lines: list[Node | None] = [_refused(wording, where, code) for where, code in refused[:MOST]]
    lines += [_taken(wording, key) for key in state["taken"][:MOST]]
    left = len(refused) + len(state["taken"]) - len(lines)
    if left > 0:
        lines.append(node("div.notice", node("span"), node("b", f"+{wording.number(left)}")))
    title = wording("gone_h") if refused and refused[0][1] == "gone" else wording.count(len(refused), "unread")
    head = [node("h1" if stage else "h2", title), node("p.lead", rest)]
    close = None if stage else node("button.ic", icon("x"), do="dismiss:", aria_label=wording("close"))
    return node("div.stage" if stage else "div.notices", head, node("div.told", lines), close, role="alert")


def _refused(wording: Wording, where: str, code: str) -> Node:
    name = where or wording("gone_where")
    return node(
        "div.notice",
        icon("warn"),
        node("b", node("bdi", name), ": ", wording.maybe(code, wording("error"))),
        node("span.mend", wording.maybe(f"{code}_mend", wording("error_mend"))),
        node("button.btn", wording("other_file"), do="add:"),
    )


def _taken(wording: Wording, key: str) -> Node | None:
    entry = next((each for each in shelf.opened() if each.key == key), None)
    if entry is None:
        return None  # taken out of the library since
    here = st.session_state["article"] == key
    found = totals(wording, shelf.analysed(shelf.as_dated(entry)))
    return node(
        "div.notice.ok",
        icon("ok"),
        node("b", node("bdi", title_of(entry, 60), lang="ar"), ": ", wording("loaded")),
        node("span.mend", " · ".join(found)),
        node("span.here", wording("open_now")) if here else node("button.btn.primary", wording("open_it"), do=f"open:{key}"),
    )
