"""Files and pasted text -> articles on the shelf; what is refused comes back by its code and stops nothing else."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from components.model import Article
from components.text.read import entries
from components.views import place, shelf

LONG, MANY = 200_000, 4  # bytes, files: from here on the page says how far the reading is
Told = Callable[[str, int], object]


@dataclass(slots=True)
class Intake:
    """Keys of the articles taken in, in order, and (file, code) of what was refused."""

    keys: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """Files that are being read: `done` of them are; a run that is cut short goes on with the next."""

    files: list[tuple[str, bytes]]
    published: date | None
    taken: Intake = field(default_factory=Intake)
    done: int = 0


def bring(files: list[tuple[str, bytes]], published: date | None = None) -> None:
    """Takes `files` (name, bytes) in: at once, or where that takes a while on a page that says how far it is."""
    work = Work(files, published)
    if sum(len(data) for _, data in files) >= LONG or len(files) >= MANY:
        st.session_state["work"] = work
        return
    carry_on(work)
    settle(work.taken)


def carry_on(work: Work, told: Told | None = None) -> None:
    """Reads what is left of `work`. `told` hears of each step of each article: read, quotes, times, figures, faults."""
    while work.done < len(work.files):
        part = _take(*work.files[work.done], work.published, told)
        work.taken.keys += [key for key in part.keys if key not in work.taken.keys]
        work.taken.refused += part.refused
        work.done += 1


def _take(name: str, data: bytes, published: date | None, told: Told | None) -> Intake:
    """Reads, analyses and opens every article of one file; `published` dates those that bring no day."""
    taken = Intake()
    for read in entries(io.BytesIO(data), name):
        if read.article is not None:
            if told:
                told("read", len(read.article.text))
            taken.keys.append(_open(read.article, published, told))
        elif read.error is not None:
            taken.refused.append((read.error.where or name, read.error.code))
    return taken


def _open(article: Article, published: date | None, told: Told | None) -> str:
    if published and article.published is None:
        article = replace(article, published=published, published_basis="given")
    shelf.analysed(article, told)
    return shelf.put(article).key


def settle(taken: Intake) -> None:
    """Shows the first new article and what was refused; with nothing new, what was open stays open."""
    state = st.session_state
    state["work"] = None
    if taken.keys:
        place.open_article(taken.keys[0])
        state["welcome"] = False
    state["refused"] = taken.refused
    state["taken"] = taken.keys
    state["rest"] = "others_done" if taken.keys else "kept_open" if shelf.opened() else ""
