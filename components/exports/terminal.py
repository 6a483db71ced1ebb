"""Analysis -> a readable summary for the terminal: who said what, when, how many, and what is wrong with the text.

Arabic is given plain, in logical order, to terminals that join and order it themselves, and to files and pipes. For the
others arabic-reshaper joins the letters and python-bidi orders each line as it will stand; both are imported only then.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap
from typing import Literal

from components.errors import shown
from components.model import Analysis, Event, Figure, Quote, Time

Shape = Literal["auto", "always", "never"]

WIDTH = 100  # columns where no terminal says otherwise
NARROWEST = 40
ARABIC = re.compile("[\u0620-\u064a]")
UNSEEN = re.compile("[\u200c-\u200f\u061c\ufeff]")
LABEL = 16  # columns of what stands before the Arabic
SIGNS = {"approx": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤"}
SAID = {"direct": "said", "mixed": "said, in part", "indirect": "reported"}
# Set by terminals that shape and order Arabic themselves: GNOME and its kin from VTE 0.58 on, Konsole, Apple's, mlterm.
ABLE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("VTE_VERSION", lambda value: value.isdecimal() and int(value) >= 5800),
    ("KONSOLE_VERSION", bool),
    ("TERM_PROGRAM", lambda value: value == "Apple_Terminal"),
    ("MLTERM", bool),
)


@dataclass(frozen=True)
class Page:
    """How lines are laid out: `width` in columns, `shaped` where letters must be joined and ordered here."""

    width: int
    shaped: bool

    def lines(self, label: str, text: str, least: int = LABEL) -> Iterator[str]:
        """`text` behind `label`, wrapped to the width; the lines below the first stand under it. Wrapping comes before
        ordering, for an ordered line read from right to left cannot be cut any more."""
        indent = max(least, len(label) + 2)
        parts = wrap(visible(text), max(self.width - indent, NARROWEST // 2)) or [""]
        for number, part in enumerate(parts):
            yield f"{label if number == 0 else '':<{indent}}{self.arabic(part)}".rstrip()

    def arabic(self, text: str) -> str:
        return ordered(text) if self.shaped and ARABIC.search(text) else text


def summary(analysis: Analysis, shape: Shape = "auto", width: int | None = None, environment: Mapping[str, str] = os.environ,
            terminal: bool | None = None) -> str:
    """The analysis for reading in a terminal; records in boilerplate are left out. `shape` says whether Arabic is shaped
    here (`auto`: only for a terminal that is not known to do it itself)."""
    at_terminal = sys.stdout.isatty() if terminal is None else terminal
    columns = width or (shutil.get_terminal_size((WIDTH, 24)).columns if at_terminal else WIDTH)
    shaped = shape == "always" or (shape == "auto" and at_terminal and not able(environment))
    page = Page(max(columns, NARROWEST), shaped)
    parts = (_head, _said, _timeline, _figures, _warnings)
    return "\n\n".join(text for part in parts if (text := "\n".join(part(analysis, page))))


def able(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says of itself that it shapes and orders Arabic."""
    return any(test(environment[name]) for name, test in ABLE if environment.get(name))


@lru_cache(maxsize=1)
def _reshape() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]

    reshape: Callable[[str], str] = ArabicReshaper({"delete_harakat": False}).reshape
    return reshape


def ordered(text: str) -> str:
    """One line with its letters joined, in the order in which a plain terminal must print it."""
    from bidi import get_display  # type: ignore[import-untyped]

    return str(get_display(_reshape()(text), base_dir="R"))


def visible(text: str) -> str:
    """`text` on one line; joiners and direction marks left out, other control characters escaped."""
    return shown(UNSEEN.sub("", " ".join(text.split())))


def _inside(analysis: Analysis, name: str) -> list[object]:
    return [record for record in getattr(analysis, name) if record.section != "boilerplate"]


def _head(analysis: Analysis, page: Page) -> Iterator[str]:
    article = analysis.article
    headline = next((article.text[part.start:part.end] for part in article.sections if part.kind == "headline"), "")
    yield visible(article.id) or "article"
    if title := article.title or headline:
        yield from page.lines("title", title)
    for label, value in (("source", article.source), ("address", article.url)):
        if value:
            yield from page.lines(label, value)
    day = f"{article.published.isoformat()} ({article.published_basis})" if article.published else "not known"
    yield from page.lines("published", day)
    outside = sum(part.end - part.start for part in article.sections if part.kind == "boilerplate")
    aside = f", {outside} of them notices and teasers that are left out here" if outside else ""
    yield from page.lines("length", f"{len(article.text)} characters{aside}")


def _heading(name: str, records: list[object]) -> str:
    return f"{name} ({len(records)})"


def _said(analysis: Analysis, page: Page) -> Iterator[str]:
    """Quotations by speaker, in the order in which they first speak; quoted terms on one line at the end."""
    quotes = [quote for quote in _inside(analysis, "quotes") if isinstance(quote, Quote)]
    speech = [quote for quote in quotes if quote.kind != "term"]
    if speech:
        yield _heading("WHO SAID WHAT", [*speech])
    by_speaker: dict[str, list[Quote]] = {}
    for quote in speech:
        by_speaker.setdefault(quote.speaker.name if quote.speaker else "", []).append(quote)
    for name, said in by_speaker.items():
        role = next((quote.speaker.role for quote in said if quote.speaker and quote.speaker.role), None)
        yield from page.lines("  by", " — ".join(filter(None, (name, role))) or "nobody named", 6)
        for quote in said:
            marks = f"«{quote.text}»" if quote.kind == "direct" else quote.text
            yield from page.lines(f"    {SAID.get(quote.kind, quote.kind)}", marks, LABEL + 4)
    terms = list(dict.fromkeys(quote.text for quote in quotes if quote.kind == "term"))
    if terms:
        yield from page.lines("  quoted terms", "، ".join(terms), LABEL + 2)


def _timeline(analysis: Analysis, page: Page) -> Iterator[str]:
    """Dated happenings from the earliest to the latest; a day that was worked out, not written, has a question mark."""
    times = {time.id: time for time in analysis.times}
    events = [event for event in _inside(analysis, "events") if isinstance(event, Event)]
    dated = [(times[event.time], event) for event in events if event.time in times]
    dated.sort(key=lambda pair: (_days(pair[0])[0], pair[1].start))
    if dated:
        yield _heading("WHEN", [*dated])
    for time, event in dated:
        yield from page.lines(f"  {_days(time)[1]}", event.summary or event.text, LABEL + 12)


def _days(time: Time) -> tuple[str, str]:
    """How the time sorts, and how it is shown: 2024-01-04, 2023-08-01…31 or its TIMEX value."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return ("9999", time.value or "?")
    until = "" if first == last else f"…{last.isoformat()[5 if first.year == last.year else 0:]}"
    return (first.isoformat(), f"{first.isoformat()}{until}{'' if time.basis == 'explicit' else ' ?'}")


def _figures(analysis: Analysis, page: Page) -> Iterator[str]:
    figures = [figure for figure in _inside(analysis, "figures") if isinstance(figure, Figure)]
    if figures:
        yield _heading("HOW MANY", [*figures])
    for figure in figures:
        yield from page.lines(f"  {amount(figure)}", figure.text, LABEL + 4)


def amount(figure: Figure) -> str:
    """The value with its bound in signs: «> 60», «≈ 2500», «20–30», «~» for several or dozens."""
    unit = f" {figure.unit}" if figure.unit and figure.unit.isascii() else ""
    if figure.modifier == "range" and figure.low is not None and figure.high is not None:
        return f"{figure.low:,.12g}–{figure.high:,.12g}{unit}"
    if figure.value is None:
        return f"~{unit}"
    sign = SIGNS.get(figure.modifier, "")
    return f"{sign}{' ' if sign else ''}{figure.value:,.12g}{unit}"


def _warnings(analysis: Analysis, page: Page) -> Iterator[str]:
    """What looks broken, each with the words around it."""
    found = [warning for warning in analysis.warnings if warning.section != "boilerplate" or warning.start == warning.end]
    if found:
        yield _heading("WHAT IS WRONG WITH THE TEXT", [*found])
    text = analysis.article.text
    for warning in found:
        yield f"  {visible(warning.message)}"
        if warning.end > warning.start:
            around = f"{text[max(warning.start - 30, 0):warning.start]}[{text[warning.start:warning.end]}]" \
                     f"{text[warning.end:warning.end + 20]}"
            yield from page.lines("    ", f"…{around}…", 4)
