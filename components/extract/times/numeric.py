"""Dates in digits: 4/1/2024, 2024-01-04, 14-09-1432 هـ, and by the desk's habit day and month alone."""

from components.extract.times.sense import Read, Sense, digits, ends_with, era_at
from components.text.tokens import DIGITS, Tokens

_DATE_MARKS = frozenset("/-.–\\")


def numeric(tokens: Tokens, index: int) -> Read | None:
    """4/1/2024, 2024-01-04, 14-09-1432 هـ; day and month alone (4/1) only behind a word that wants a date."""
    if tokens.form(index + 1) not in _DATE_MARKS:
        return None
    parts, at = [digits(tokens, index)], index
    while len(parts) < 3 and tokens.form(at + 1) in _DATE_MARKS and tokens.kind(at + 2) == DIGITS:
        if tokens.form(at + 1) == "." and not (tokens.glued(at) and tokens.glued(at + 1)):
            break
        parts.append(digits(tokens, at + 2))
        at += 2
    if None in parts or (tokens.form(at + 1) in _DATE_MARKS and tokens.glued(at) and tokens.kind(at + 2) == DIGITS):
        return None
    if len(parts) == 3:
        return _three(tokens, [part or 0 for part in parts], index, at + 1)
    if len(parts) == 2 and tokens.form(at - 1) == "/" and tokens.glued(index):
        return _two(tokens, parts[0] or 0, parts[1] or 0, index, at + 1)
    return None


def _three(tokens: Tokens, parts: list[int], index: int, after: int) -> Read | None:
    first, month, last = parts
    if len(tokens.form(index)) == 4:
        year, day = first, last
    elif len(tokens.form(after - 1)) == 4:
        year, day = last, first
    else:
        return None
    if month > 12 and day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2199):
        return None
    era = era_at(tokens, after)
    hijri = (era is not None and era[0] == "ah") or year < 1500
    sense = Sense("date", year=year, month=month, day=day, calendar="hijri" if hijri else "gregorian")
    return Read(sense, era[1] if era is not None else after)


def _two(tokens: Tokens, first: int, second: int, index: int, after: int) -> Read | None:
    if 1 <= first <= 12 and 1900 <= second <= 2199:
        return Read(Sense("date", year=second, month=first), after)
    if not (1 <= first <= 31 and 1 <= second <= 12):
        return None
    wanted = ends_with(tokens, index, "time_dated", 2) or ends_with(tokens, index, "time_weekday", 2)
    return Read(Sense("date", day=first, month=second), after) if wanted else None
