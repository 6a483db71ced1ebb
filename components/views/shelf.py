"""The articles that are open, and their analyses: kept by the running server, so that a reload loses nothing.

Every browser has its own shelf (told apart by a cookie, see index.py). An article's key is made of its text, so the same
address means the same article in every browser that this server serves.
"""

import hashlib
import tomllib
import uuid
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import streamlit as st

from components.analysis import Told, analyze
from components.model import Analysis, Article
from components.views.index import COOKIE

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
MOST_ARTICLES = 400
MOST_BROWSERS = 200
MOST_ANALYSES = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """An open article under its key; `sample` names the file of data/samples it came from."""

    key: str
    article: Article
    sample: str = ""


@dataclass(slots=True)
class Shelf:
    """What one browser has open, in its order, and the days of publication given there."""

    keys: list[str] = field(default_factory=list)
    days: dict[str, date | None] = field(default_factory=dict)


@st.cache_resource
def _articles() -> OrderedDict[str, Entry]:
    return OrderedDict()


@st.cache_resource
def _shelves() -> OrderedDict[str, Shelf]:
    return OrderedDict()


@st.cache_resource
def samples() -> tuple[Entry, ...]:
    """The articles of data/samples, in the order of their index; the first is the welcome example."""
    rows = tomllib.loads((SAMPLES / "index.toml").read_text(encoding="utf-8"))["sample"]
    found = []
    for row in rows:
        text = (SAMPLES / row["file"]).read_text(encoding="utf-8").removesuffix("\n")
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        article = Article(text, row["file"], row.get("title"), row.get("source"), None, day, "given" if day else "unknown")
        found.append(Entry(key_of(article), article, row["file"]))
    return tuple(found)


@st.cache_resource
def _analyses() -> OrderedDict[Article, Analysis]:
    return OrderedDict()


def analysed(article: Article, told: Told | None = None) -> Analysis:
    """The analysis of `article`, worked out once. Records are frozen, so every session may hold the same ones.

    `told` hears of the steps, where there are any to wait for.
    """
    kept = _analyses()
    found = kept.get(article) or (analyze(article, told) if told else analyze(article))
    kept.pop(article, None)
    kept[article] = found
    while len(kept) > MOST_ANALYSES:
        kept.popitem(last=False)
    return found


def key_of(article: Article) -> str:
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def shelf() -> Shelf:
    """This browser's shelf."""
    return shelf_of(_browser())


def shelf_of(name: str) -> Shelf:
    """The shelf of the browser with this name; a new one holds the welcome example."""
    shelves = _shelves()
    if name not in shelves:
        first = samples()[:1]
        shelves[name] = Shelf([entry.key for entry in first])
        for entry in first:
            _articles()[entry.key] = entry
        while len(shelves) > MOST_BROWSERS:
            shelves.popitem(last=False)
    shelves.move_to_end(name)
    return shelves[name]


def _browser() -> str:
    """The cookie's value; without cookies (as in tests) a name that lives as long as the session."""
    cookie = st.context.cookies.get(COOKIE)
    return cookie if isinstance(cookie, str) and cookie else str(st.session_state.setdefault("browser", uuid.uuid4().hex))


def put(article: Article, sample: str = "") -> Entry:
    """Opens `article` on this browser's shelf, or finds it there."""
    entry = Entry(key_of(article), article, sample)
    articles, mine = _articles(), shelf()
    articles[entry.key] = entry
    articles.move_to_end(entry.key)
    while len(articles) > MOST_ARTICLES:
        articles.popitem(last=False)
    mine.days.pop(entry.key, None)
    if entry.key not in mine.keys:
        mine.keys.append(entry.key)
    return entry


def find(key: str) -> Entry | None:
    """The article under `key`, put on this browser's shelf: open already, open in another browser, or a sample."""
    entry = _articles().get(key) or next((each for each in samples() if each.key == key), None)
    if entry is None:
        return None
    _articles()[key] = entry
    if key not in shelf().keys:
        shelf().keys.append(key)
    return entry


def opened() -> list[Entry]:
    """What this browser has open, in order."""
    articles = _articles()
    return [articles[key] for key in shelf().keys if key in articles]


def remove(key: str) -> None:
    """Takes the article off this browser's shelf."""
    mine = shelf()
    mine.keys = [each for each in mine.keys if each != key]
    mine.days.pop(key, None)


def give_day(key: str, day: date | None) -> None:
    """Sets the day of publication that counts for this article in this browser; None: it is not known."""
    shelf().days[key] = day


def as_dated(entry: Entry) -> Article:
    """The entry's article with the day of publication that was given on the page, where one was."""
    days = shelf().days
    if entry.key not in days:
        return entry.article
    day = days[entry.key]
    return replace(entry.article, published=day, published_basis="given" if day else "unknown")
