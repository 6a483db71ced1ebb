"""Time expressions and the day of publication. Words: data/lexicon/times. Cases: tests/corpus/times*.toml.

`grammar` finds expressions, `published` the day they are read by, `anchoring` places them on the calendar.
"""

from datetime import date
from typing import NamedTuple

from components.extract.times import calendar as cal
from components.extract.times.anchoring import placed
from components.extract.times.grammar import expressions
from components.extract.times.published import published
from components.extract.times.scene import Placed
from components.extract.times.sense import Expression
from components.model import Article, PublishedBasis, Time
from components.text.tokens import Tokens

_SURE = {"explicit": 0.95, "published": 0.9, "previous": 0.75, "estimated": 0.6, "unresolved": 0.5}


class Dated(NamedTuple):
    """The times of an article, and the day of publication they were read by: given, stated in the text, or estimated."""

    times: list[Time]
    published: date | None
    published_basis: PublishedBasis


def dated(tokens: Tokens, article: Article) -> Dated:
    """All times of the article, in order, each on the calendar as far as it can be; and the day of publication."""
    found = expressions(tokens)
    day, basis = published(tokens, found, article)
    known = basis in ("given", "stated")
    places = placed(found, tokens, day if known else None, None if known else day)
    times = [_time(tokens, number, expression, place)
             for number, (expression, place) in enumerate(zip(found, places, strict=True), 1)]
    return Dated(times, day, basis)


def _time(tokens: Tokens, number: int, expression: Expression, place: Placed) -> Time:
    sense = expression.sense
    first, last = cal.narrowed(place.days, sense.mod)
    return Time(
        start=expression.start, end=expression.end, text=tokens.text[expression.start:expression.end], type=sense.type,
        value=place.value, earliest=first, latest=last, mod=sense.mod or None, calendar=sense.calendar, basis=place.basis,
        anchor=None if place.anchor is None else f"t{place.anchor + 1}", reason=place.reason, id=f"t{number}",
        confidence=_SURE[place.basis], rule=expression.rule)
