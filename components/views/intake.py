"""Files and pasted text -> articles on the shelf; what is refused comes back by its code and stops nothing else."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from components.model import Article
from components.text.read import entries
from components.views import place, shelf
from components.views.tree import Node, icon, node
from components.wording import Wording

MOST_NOTICES = 6
LONG = 200_000  # bytes from which reading is worth a word


@dataclass(slots=True)
class Intake:
    """Keys of the articles taken in, in order, and (file, code) of what was refused."""

    keys: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take(files: Iterable[tuple[str, bytes]], published: date | None = None) -> Intake:
    """Reads, analyses and opens every article of `files` (name, bytes); `published` dates those that bring no day."""
    taken = Intake()
    for name, data in files:
        for read in entries(io.BytesIO(data), name):
            if read.article is not None:
                taken.keys.append(_open(read.article, published))
            elif read.error is not None:
                taken.refused.append((read.error.where or name, read.error.code))
    return taken


def _open(article: Article, published: date | None) -> str:
    if published and article.published is None:
        article = replace(article, published=published, published_basis="given")
    entry = shelf.put(article)
    shelf.analysed(entry.article)
    return entry.key


def settle(taken: Intake) -> None:
    """Shows the first new article and what was refused; with nothing new, what was open stays open."""
    if taken.keys:
        place.open_article(taken.keys[0])
        st.session_state["welcome"] = False
    st.session_state["refused"] = taken.refused
    st.session_state["rest"] = "others_done" if taken.keys else "kept_open"


def take_with_progress(files: list[tuple[str, bytes]], published: date | None, wording: Wording) -> Intake:
    """As `take`, saying how far it is where that takes a while."""
    if sum(len(data) for _, data in files) < LONG and len(files) < 4:
        return take(files, published)
    whole = Intake()
    with st.status(wording("loading"), expanded=True) as status:
        meter = st.progress(0.0)
        for count, (name, data) in enumerate(files, 1):
            meter.progress(
                (count - 1) / len(files), text=f"{wording.number(count)} {wording('of')} {wording.number(len(files))}"
            )
            part = take([(name, data)], published)
            whole.keys += part.keys
            whole.refused += part.refused
        meter.progress(1.0)
        status.update(label=wording("loaded"), state="complete")
    return whole


def notices(wording: Wording, refused: list[tuple[str, str]], rest: str) -> Node:
    """What was refused and why, then what would mend it, one line a file; `rest` is what became of all else."""
    lines = [_notice(wording, where, code) for where, code in refused[:MOST_NOTICES]]
    if len(refused) > MOST_NOTICES:
        lines.append(node("div.notice", f"+{wording.number(len(refused) - MOST_NOTICES)}"))
    lines.append(node("div.notice.mend", wording(rest)))
    close = node("button.ic", icon("x"), do="dismiss:", aria_label=wording("close"))
    return node("div.notices", lines, close, role="alert")


def _notice(wording: Wording, where: str, code: str) -> Node:
    what = wording.maybe(code, wording("error"))
    mend = wording.maybe(f"{code}_mend", wording("error_mend"))
    name = where or wording("gone_where")
    return node("div.notice", icon("warn"), node("b", node("bdi", name), ": ", what), " ", node("span.mend", mend))
