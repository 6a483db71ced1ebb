"""All rules of time, and the expressions they find: at each word that can begin one, the longest reading is taken."""

from collections.abc import Callable
from functools import lru_cache

from components.extract.enclosed import CLOSING
from components.extract.numbers import number_at
from components.extract.times.clock import clock, day_with_part, part_of_day
from components.extract.times.dates import day_and_month, month_alone, two_years, year_said
from components.extract.times.edges import edge, later_that_day
from components.extract.times.feasts import feast
from components.extract.times.frequency import repeated
from components.extract.times.lengths import distance, duration
from components.extract.times.numeric import numeric
from components.extract.times.relative import (
    century,
    day,
    day_of_running,
    decade,
    framed_plural,
    kind_of_year,
    numbered_plural,
    ordered,
)
from components.extract.times.seasons import season, unit_alone
from components.extract.times.sense import Expression, Read, Sense, article, ends_with, said, word
from components.extract.times.shares import said_before, share, typed_together
from components.extract.times.spoken import month_by_number, month_then_day, nth_day, weekday_of_week
from components.extract.times.twins import same_of_year
from components.extract.times.years import bare_year
from components.text.tokens import DIGITS, Place, Tokens, once

Rule = Callable[[Tokens, int], Read | None]
_GROUP = len("000")
_CHAIN = frozenset("/.-")
_DAYS, _YEARS, _OTHERS, _ARTICLE = "days", "years", "others", "article"  # no classes of words: one or two digits, four,
_DIGITS = (_DAYS, _YEARS, _OTHERS, _ARTICLE)  # other digits, الـ or a mark before digits


def fixed(tokens: Tokens, index: int) -> Read | None:
    """حاليا, مؤخرا, قريبا and their like."""
    place = word(tokens, index, "time_ref", lead=True)
    if place is None or _name_alan(tokens, index) or (place.entry.get("near") and _near_to(tokens, place)):
        return None
    if place.entry.get("of_event") and said(tokens, place.after, "time_of"):
        return None  # قبل قليل من وصوله
    if place.entry["value"] == "FUTURE_REF" and (said(tokens, index - 1, "time_not_ref") or (
            place.entry.get("noun") and said(tokens, place.after, "time_promising"))):
        return None
    if place.entry["value"] == "PRESENT_REF" and place.after == index + 1 and (
            (same := word(tokens, place.after, "time_frame")) is not None and same.entry["frame"] == "same"):
        return None  # في الآن ذاته
    paper = ends_with(tokens, index, "time_paper", 1)
    if paper is not None and not paper.article:  # قناة الآن
        return None
    return Read(Sense("fixed", value=place.entry["value"]), place.after)


def _name_alan(tokens: Tokens, index: int) -> bool:
    """آلان and ألان are names; folded they are الآن."""
    token = tokens.tokens[index]
    return tokens.text[token.start] in "آأ" and token.form == "الان"


def _near_to(tokens: Tokens, place: Place) -> bool:
    """قريبا من الفوز, قريبا جدا من البحر, قريبا منه: how near, not how soon."""
    at = place.after + said(tokens, place.after, "time_very")
    return said(tokens, at, "time_of_it") or (said(tokens, at, "time_of") and not said(tokens, at + 1, "time_unit"))


def loose(tokens: Tokens, index: int) -> Read | None:
    """حينها, آنذاك, وقت لاحق: a time that the text leaves open."""
    place = word(tokens, index, "time_ref_loose", lead=True)
    if place is None:
        return None
    same, value = place.entry.get("same"), place.entry["value"]
    if value == "FUTURE_REF" and (said(tokens, index - 1, "time_until") or said(tokens, index - 1, "time_since")):
        value = "PAST_REF"  # حتى وقت قريب
    return Read(Sense("loose", value=value, frame="same" if same else None), place.after)


def nearly(tokens: Tokens, index: int) -> Read | None:
    """نحو before a clock time or a year; before a length `duration` reads it."""
    place = word(tokens, index, "time_approx", lead=True)
    if place is None:
        return None
    read = clock(tokens, place.after)
    return Read(read.sense.but(mod=place.entry["mod"]), read.after) if read is not None else None


RULES: dict[str, tuple[tuple[str, ...], Rule]] = {  # the classes of word that may begin it, the rule
    "time.edge": (("time_edge", "time_week_end"), edge),
    "time.clock": (("time_clock", "ordinal", "numeral", *_DIGITS), clock),
    "time.nearly": (("time_approx",), nearly),
    "time.part": (("time_part", "time_before_unit", "time_part_loose", "time_part_adverb"), part_of_day),
    "time.day_with_part": (("time_day", "time_weekday", "time_unit", "time_part", *_DIGITS), day_with_part),
    "time.day": (("time_day", "time_weekday", "time_unit", "time_part"), day),
    "time.day_and_month": (("ordinal", "numeral", _DAYS, _ARTICLE), day_and_month),
    "time.numeric": (_DIGITS, numeric),
    "time.day_of_running": ((_DAYS, _ARTICLE), day_of_running),
    "time.distance": (("time_before",), distance),
    "time.month": (("time_month", "time_unit"), month_alone),
    "time.year": (("time_unit",), year_said),
    "time.years": (("time_sport", _YEARS), two_years),
    "time.bare_year": (_DIGITS, bare_year),
    "time.unit": (("time_unit", "time_before_unit"), unit_alone),
    "time.same_of_year": (("time_unit", "time_before_unit"), same_of_year),
    "time.kind_of_year": (("time_unit",), kind_of_year),
    "time.ordered": (("time_ordered",), ordered),
    "time.decade": (("time_decade", "time_unit"), decade),
    "time.century": (("time_unit",), century),
    "time.season": (("time_season", "time_season_word", "time_before_unit"), season),
    "time.plural": (("time_unit", "time_vague_plural"), framed_plural),
    "time.numbered_plural": (("numeral", _ARTICLE), numbered_plural),
    "time.duration": (("time_unit", "numeral", "fraction", "time_some", "time_approx", "time_fraction", "time_vague_unit",
                       *_DIGITS), duration),
    "time.set": (("time_set", "time_weekday", "time_each", "time_times", "numeral", "time_unit", *_DIGITS), repeated),
    "time.share": (("time_unit", "numeral", "time_nth", *_DIGITS), share),
    "time.nth_day": (("time_nth", "ordinal", "time_unit"), nth_day),
    "time.month_by_number": (("time_unit",), month_by_number),
    "time.month_then_day": (("time_month",), month_then_day),
    "time.weekday_of_week": (("time_weekday", "time_before_unit"), weekday_of_week),
    "time.feast": (("time_feast", "time_eve", "time_part", "time_unit", "time_nth", "ordinal"), feast),
    "time.reference": (("time_ref",), fixed),
    "time.said_before": (("time_ref_inside",), said_before),
    "time.typed_together": (("time_together",), typed_together),
    "time.later_that_day": (("time_ref_loose",), later_that_day),
    "time.loose": (("time_ref_loose",), loose),
}
STARTERS = frozenset(kind for kinds, _ in RULES.values() for kind in kinds)


@lru_cache(maxsize=4096)
def rules_of(kinds: frozenset[str], digits: str) -> tuple[tuple[str, Rule], ...]:
    """The rules that one of these classes, or digits of this sort, may begin, in their order."""
    return tuple((name, rule) for name, (classes, rule) in RULES.items()
                 if not kinds.isdisjoint(classes) or digits in classes)


def _sort_of_digits(tokens: Tokens, index: int) -> str:
    """The sort of digits at token `index`, behind an article or a mark too; empty where there are none."""
    if tokens.kind(index) != DIGITS:
        return _ARTICLE if article(tokens, index) > index or tokens.form(index) in CLOSING else ""
    length = len(tokens.form(index))
    return _DAYS if length <= len("31") else _YEARS if length == len("2024") else _OTHERS


@once
def expressions(tokens: Tokens) -> tuple[Expression, ...]:
    """All time expressions of the text, in order, none overlapping. Remembered for the article in hand, since the text is
    later checked against itself."""
    starts: dict[int, None] = {}
    for kind in STARTERS:
        for place in tokens.places.get(kind, ()):
            starts[place.first] = None
    for index in [number for number, token in enumerate(tokens.tokens) if token.kind == DIGITS]:
        if not _amid(tokens, index):
            before = tokens.form(index - 1)
            starts[index - 1 if before in ("ال", "لل") or (before in CLOSING and _enclosed(tokens, index)) else index] = None
    found, free = [], 0
    for first in sorted(starts):
        if first >= free and not (first and tokens.form(first - 1) == "_"):  # a part of a hashtag
            expression = expression_at(tokens, first)
            if expression is None:
                continue
            if not titled(tokens, expression):
                found.append(expression)
            elif tokens.form(expression.after) not in CLOSING.values():
                continue
            free = expression.after
    return tuple(found)


def _enclosed(tokens: Tokens, index: int) -> bool:
    """(8) سنوات: digits alone between marks, before a unit."""
    number = number_at(tokens, index)
    return number is not None and number.first < index and said(tokens, number.after, "time_unit")


def _amid(tokens: Tokens, index: int) -> bool:
    """Digits inside a chain (1/1/1/1), or before other digits that are no group of thousands, begin nothing."""
    if tokens.kind(index + 1) == DIGITS:
        return len(tokens.form(index + 1)) != _GROUP
    return (tokens.kind(index - 2) == tokens.kind(index + 2) == DIGITS and tokens.form(index - 1) in _CHAIN
            and tokens.form(index + 1) in _CHAIN and all(tokens.glued(near) for near in range(index - 2, index + 2)))


def expression_at(tokens: Tokens, first: int) -> Expression | None:
    """The longest expression that begins at token `first`; of equals, that of the rule listed first."""
    best, found_by = None, ""
    for name, rule in rules_of(tokens.classes(first), _sort_of_digits(tokens, first)):
        read = rule(tokens, first)
        if read is not None and (best is None or read.after > best.after):
            best, found_by = read, name
    if best is None:
        return None
    return Expression(first, best.after, _start(tokens, first, found_by), tokens.tokens[best.after - 1].end, best.sense,
                      found_by)


def titled(tokens: Tokens, found: Expression) -> bool:
    """The name of a programme (برنامج "60 دقيقة"), or a part of a hashtag (#إبريل_الأخضر)."""
    first, after = found.first, found.after
    if tokens.form(after) == "_" and tokens.glued(after - 1):
        return True
    marked = tokens.form(first - 1) in ('"', "«", "“") and tokens.form(after) in ('"', "»", "”")
    if not marked and found.sense.type != "DURATION":
        return False
    return any(ends_with(tokens, before, "time_title_before", 1) for before in (
        (first - 1, first - 2) if marked else (first,)))


def _start(tokens: Tokens, first: int, rule: str) -> int:
    """The offset of the first word of what `rule` found, without its proclitics; its article stays."""
    places, classes = tokens.opening.get(first, ()), RULES[rule][0]
    skip = min([len(place.clitics) for place in places if place.kind in classes], default=0) if places else 0
    return tokens.inner(first, skip) if skip else tokens.tokens[first].start
