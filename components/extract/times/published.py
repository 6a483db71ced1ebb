"""The day of publication: given, stated in the text, or estimated from its own dates."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from components.extract.times import calendar as cal
from components.extract.times.sense import Expression, ends_with, said, word
from components.extract.times.tense import tense_at
from components.model import Article, PublishedBasis
from components.text.tokens import LINE, WORD, Tokens

_HEAD_LINES, _LINE_WORDS, _WORDS_BESIDE, _DATELINE_TOKENS = 4, 8, 4, 14


class Published(NamedTuple):
    day: date | None
    basis: PublishedBasis


def published(tokens: Tokens, expressions: Sequence[Expression], article: Article) -> Published:
    """The day of publication and how it is known."""
    if article.published is not None:
        return Published(article.published, "given")
    stated = _stated(tokens, expressions)
    if stated is not None:
        return Published(stated, "stated")
    estimate = _estimate(tokens, expressions)
    return Published(estimate, "estimated") if estimate is not None else Published(None, "unknown")


def full_day(expression: Expression) -> date | None:
    """The Gregorian day that the words state in full."""
    sense = expression.sense
    if sense.kind != "date" or sense.year is None or sense.month is None or sense.day is None or sense.year < 1:
        return None
    if sense.calendar == "hijri":
        return cal.hijri_day(sense.year, sense.month, sense.day)
    return cal.day_of(sense.year, sense.month, sense.day)


def _stated(tokens: Tokens, expressions: Sequence[Expression]) -> date | None:
    datelines = [section for section in tokens.sections if section.kind == "dateline"]
    for expression in expressions:
        day = full_day(expression)
        if day is None:
            continue
        before = expression.first - (tokens.form(expression.first - 1) == ":")
        if ends_with(tokens, before, "time_stated", 4):
            return day
        if _today(tokens, expression):
            return day
        if any(section.start <= expression.start < section.end for section in datelines):
            return day
        if _heads(tokens, expression):
            return day
    return None


def _today(tokens: Tokens, expression: Expression) -> bool:
    """اليوم الثلاثاء 4 نوفمبر 2014: the day is said to be that of the writing."""
    place = word(tokens, expression.first, "time_day", lead=True)
    return place is not None and place.entry["shift"] == 0 and said(tokens, place.after, "time_weekday")


def _heads(tokens: Tokens, expression: Expression) -> bool:
    """A date alone on its line among the first lines, or in brackets or before an agency at a line's head."""
    begin = expression.first
    while begin and tokens.kind(begin - 1) != LINE:
        begin -= 1
        if expression.first - begin > _LINE_WORDS:
            return False
    lines = sum(tokens.kind(index) == LINE for index in range(min(begin, 200)))
    if begin > 200 or lines > _HEAD_LINES:
        return False
    end = expression.after
    while end < len(tokens) and tokens.kind(end) != LINE and end - begin <= _DATELINE_TOKENS:
        end += 1
    beside = sum(tokens.kind(index) == WORD for index in (*range(begin, expression.first), *range(expression.after, end)))
    alone = tokens.kind(end) in (LINE, "") and beside <= _WORDS_BESIDE
    return alone or (tokens.form(expression.after) in ("(", "-", "–", "—") and expression.first - begin <= 4)


def _estimate(tokens: Tokens, expressions: Sequence[Expression]) -> date | None:
    """The last of the text's days, each day without a year taken in the twelve months that begin with the latest month
    that is written with its year: who writes أغسطس 2023 in full means an August before the last dates he leaves bare.
    Days announced (سيعقد المؤتمر في 20 فبراير) come after the publication and say nothing, unless there are no others."""
    days = [each for each in expressions if each.sense.kind == "date"]
    if not any(each.sense.year and each.sense.month for each in days):
        return None
    return _latest([each for each in days if tense_at(tokens, each.first, each.after) != "future"]) or _latest(days)


def _latest(expressions: Sequence[Expression]) -> date | None:
    written = [(sense.year, sense.month, sense.day) for sense in (each.sense for each in expressions)
               if sense.kind == "date" and sense.calendar != "hijri" and sense.year is not None and sense.month is not None]
    written = [each for each in written if each[0] is not None and each[0] > 1]
    if not written:
        return None
    latest = max(written, key=lambda each: (each[0] or 0, each[1] or 0, each[2] or 0))
    year, month = latest[0] or 1, latest[1] or 1
    days = [cal.day_of(year, month, latest[2] or 1)]
    for expression in expressions:
        sense = expression.sense
        if sense.kind == "date" and sense.year is None and sense.month and sense.calendar != "hijri" and (
                sense.day or not sense.frame):
            days.append(cal.day_of(year + (sense.month < month), sense.month, sense.day or 1))
    known = [day for day in days if day is not None]
    return max(known) if known else None
