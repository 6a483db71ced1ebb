"""analyze: Article -> Analysis. Runs the extractors in their order and joins what they found; decides nothing itself."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from components.extract.events import events, undated
from components.extract.figures import figures
from components.extract.quotes import speeches
from components.extract.speakers import attributed
from components.extract.times import dated
from components.extract.warnings import warnings
from components.model import (
    Analysis,
    Article,
    Event,
    Figure,
    Ordered,
    Quote,
    Section,
    Time,
    Warning,
    changed,
    numbered,
    rewritten,
)
from components.text.flow import flowed
from components.text.sections import sections
from components.text.tokens import Tokens

Record = TypeVar("Record", Quote, Time, Event, Ordered, Figure, Warning)

Told = Callable[[str, int], object]  # a step that is done, and how many records it found


def analyze(article: Article, told: Told = lambda step, found: None) -> Analysis:
    """Everything the engine finds in `article`, by the rules of data/lexicon. Never raises for any text; time is
    straight in its length. The day of publication given with the article anchors what hangs on it. `told` hears of
    each step as it is done: quotes, times, figures, faults; what it raises ends the analysis."""
    tokens = Tokens(flowed(article.text))
    cut = article.sections or sections(tokens)
    tokens.sections = cut
    times, published, basis = dated(tokens, article)
    quotes, actors = attributed(tokens, speeches(tokens), times)
    told("quotes", len(quotes))
    happened = events(tokens, times, quotes, actors)
    beside = undated(tokens, times, quotes, actors, happened)
    told("times", len(happened))
    counted = numbered(figures(tokens, times), "f")
    told("figures", len(counted))
    broken = [*article.warnings, *warnings(tokens, times, quotes)]
    told("faults", len(broken))
    text = article.text if tokens.text != article.text else ""  # to be written again where lines were broken at a width
    del tokens  # which need more room than all that was found
    return Analysis(
        article=replace(article, published=published, published_basis=basis, sections=cut),
        quotes=_placed(quotes, cut, text),
        times=_placed(times, cut, text),
        events=_placed(happened, cut, text),
        figures=_placed(counted, cut, text),
        actors=tuple(actors),
        warnings=_placed(numbered(broken, "w"), cut),
        ordered=_placed(beside, cut, text),
    )


def _placed(records: Iterable[Record], cut: tuple[Section, ...], text: str = "") -> tuple[Record, ...]:
    """`records`, each with the kind of section in which it begins, and with its words as they stand in `text`, if given."""
    starts = [section.start for section in cut]
    found = []
    for record in records:
        kind = cut[max(bisect_right(starts, record.start) - 1, 0)].kind if cut else "body"
        placed = record if record.section == kind else changed(record, section=kind)
        found.append(rewritten(placed, text) if text else placed)
    return tuple(found)
