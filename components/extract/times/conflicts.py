"""The text checked against itself: dates that cannot all be right, each with the words at fault and what is wrong."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from components.extract.times import calendar as cal
from components.extract.times.grammar import expressions
from components.extract.times.sense import Expression, corresponding, digits, said
from components.model import Time, Warning
from components.text.tokens import Tokens

KIND = "time_conflict"
_NEAR_TOKENS = 6
_NEXT_DAY_SLACK = 1
_MOST_DAYS = 31
_DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Pair = tuple[Expression, Time]


def conflicts(tokens: Tokens, times: Sequence[Time]) -> list[Warning]:
    """One warning for each place where the text's own dates disagree, in text order. Only what is written is compared:
    a value that was itself inferred from the other one cannot disagree with it."""
    by_start = {time.start: time for time in times}
    pairs = [(each, by_start[each.start]) for each in expressions(tokens) if each.start in by_start]
    found = [warning for rule in RULES.values() for warning in rule(tokens, pairs)]
    return sorted(found, key=lambda warning: (warning.start, warning.end))


def _warning(tokens: Tokens, start: int, end: int, rule: str, english: str, arabic: str) -> Warning:
    return Warning(start, end, KIND, english, arabic, confidence=0.9, rule=rule)


def wrong_weekday(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """الأحد 4 يونيو where that day is a Monday; also أمس الأحد against the day of publication."""
    for expression, time in pairs:
        sense, day = expression.sense, time.earliest
        if sense.weekday is None or sense.kind not in ("date", "near") or day is None or time.value is None:
            continue
        if time.latest != day and sense.calendar != "hijri":
            continue
        days = _between(day, time.latest or day)
        if sense.kind == "near":
            days = [day]  # the value already follows the weekday where both are near each other
        if any(each.isoweekday() == sense.weekday for each in days):
            continue
        real = days[len(days) // 2]
        yield _warning(tokens, time.start, time.end, "conflict.weekday",
                       f"{real.isoformat()} is a {_DAYS[real.isoweekday()]}, not the weekday written beside it",
                       f"اليوم المكتوب لا يوافق التاريخ {real.isoformat()}")


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=count) for count in range(min((last - first).days, 3) + 1)]


def end_before_beginning(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """من 7 يناير إلى 4 يناير, بين عامي 2010 و2001, منذ 2015 حتى 2012."""
    for (one, first), (two, second) in pairwise(pairs):
        if not _is_range(tokens, one, two) or first.latest is None or second.earliest is None or first.earliest is None:
            continue
        if second.latest is not None and second.latest < first.earliest and _written(one, two):
            yield _warning(tokens, first.start, second.end, "conflict.range",
                           f"the end ({second.value}) lies before the beginning ({first.value})",
                           f"النهاية ({second.value}) تسبق البداية ({first.value})")


def days_turned_round(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """من 7 إلى 4 يناير, بين 7 و4 يناير: the first day alone, without its month."""
    for expression, time in pairs:
        sense, first = expression.sense, expression.first
        if sense.kind != "date" or sense.day is None or sense.month is None:
            continue
        between = tokens.form(first - 1) == "و" and said(tokens, first - 3, "time_between")
        if not between and not (said(tokens, first - 1, "time_range_end") and said(tokens, first - 3, "time_range_start")):
            continue
        begin = digits(tokens, first - 2, 1, 2)
        if begin is not None and sense.day < begin <= _MOST_DAYS:
            yield _warning(tokens, tokens.tokens[first - 2].start, time.end, "conflict.days",
                           f"the end (day {sense.day}) lies before the beginning (day {begin})",
                           f"النهاية (اليوم {sense.day}) تسبق البداية (اليوم {begin})")


def over_before_begun(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """ولد عام 1980 وتوفي عام 1970: of one clause the beginning, right behind it the end."""
    for (one, first), (two, second) in pairwise(pairs):
        if two.first - one.after > _NEAR_TOKENS or first.earliest is None or second.latest is None:
            continue
        if second.latest >= first.earliest or not _written(one, two):
            continue
        near = range(one.after, min(one.after + 2, two.first))
        ends = next((index for index in near if said(tokens, index, "time_ends")), -1)
        begins = any(said(tokens, index, "time_begins") for index in range(max(one.first - _NEAR_TOKENS, 0), one.first))
        if begins and ends >= 0 and two.first - ends <= 2 and tokens.sentence_of[one.first] == tokens.sentence_of[two.first]:
            yield _warning(tokens, first.start, second.end, "conflict.over",
                           f"the end ({second.value}) lies before the beginning ({first.value})",
                           f"النهاية ({second.value}) تسبق البداية ({first.value})")


def _is_range(tokens: Tokens, one: Expression, two: Expression) -> bool:
    """من … إلى/حتى …, بين … و…, منذ … حتى …: the two stand close together with such words about them."""
    if two.first - one.after > 2 or said(tokens, one.first - 1, "time_range_start") is False:
        return False
    between = [tokens.form(index) for index in range(one.after, two.first + (two.first == one.after))]
    joined = tokens.text[tokens.tokens[two.first].start:two.start] == "و" or "و" in between
    if said(tokens, one.first - 1, "time_between"):
        return joined
    return any(said(tokens, index, "time_range_end") for index in range(one.after, two.first))


def _written(one: Expression, two: Expression) -> bool:
    """Both ends are written alike, so that no guessed year makes the disorder."""
    first, second = one.sense, two.sense
    if first.kind != "date" or second.kind != "date":
        return False
    if (first.year is None) != (second.year is None):
        return False
    return first.year is not None or (first.month == second.month and first.frame == second.frame)


def next_day_off(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """في اليوم التالي في 9 يناير behind 4 يناير: more than a day from the day after."""
    for (one, first), (two, second) in pairwise(pairs):
        sense = one.sense
        if sense.kind != "unit" or sense.unit != "day" or sense.frame != "following" or two.first - one.after > _NEAR_TOKENS:
            continue
        if two.sense.kind != "date" or two.sense.day is None or two.sense.month is None:
            continue
        if any(tokens.form(index) not in ("،", ",", "(") and not said(tokens, index, "time_linking")
               for index in range(one.after, two.first)):
            continue
        if first.earliest is None or second.earliest is None or abs(
                (second.earliest - first.earliest).days) <= _NEXT_DAY_SLACK:
            continue
        yield _warning(tokens, first.start, second.end, "conflict.next_day",
                       f"the next day would be {first.earliest.isoformat()}, the date written is {second.value}",
                       f"اليوم التالي هو {first.earliest.isoformat()} والتاريخ المكتوب {second.value}")


def double_date(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """26 شوال 1436 هـ الموافق 20 أغسطس 2015 م: more than the margin of a day apart."""
    for (one, first), (two, second) in pairwise(pairs):
        if (one.sense.calendar == "hijri") == (two.sense.calendar == "hijri") or not corresponding(tokens, one, two):
            continue
        if None in (first.earliest, first.latest, second.earliest, second.latest):
            continue
        if first.earliest <= second.latest and second.earliest <= first.latest:  # type: ignore[operator]
            continue
        yield _warning(tokens, first.start, second.end, "conflict.double_date",
                       "the Hijri and the Gregorian date are more than a day apart",
                       "التاريخان الهجري والميلادي لا يتفقان")


def impossible(tokens: Tokens, pairs: Sequence[Pair]) -> Iterator[Warning]:
    """31 أبريل 2018: no such day."""
    for expression, time in pairs:
        sense = expression.sense
        if sense.kind != "date" or sense.day is None or sense.month is None or sense.calendar == "hijri":
            continue
        if cal.day_of(sense.year if sense.year and sense.year > 0 else 2000, sense.month, sense.day) is None:
            yield _warning(tokens, time.start, time.end, "conflict.no_such_day", "the month has no such day",
                           "لا يوجد يوم بهذا الرقم في هذا الشهر")


RULES: dict[str, Callable[[Tokens, Sequence[Pair]], Iterator[Warning]]] = {
    "conflict.weekday": wrong_weekday, "conflict.range": end_before_beginning, "conflict.next_day": next_day_off,
    "conflict.days": days_turned_round, "conflict.over": over_before_begun, "conflict.double_date": double_date,
    "conflict.no_such_day": impossible,
}
