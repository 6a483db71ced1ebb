"""Dates: a day of a month, a month, a year, digits with slashes; Gregorian, Levantine and Hijri names."""

from typing import NamedTuple

from components import lexicon
from components.extract.numbers import number_at
from components.extract.ordinals import ordinal_at
from components.extract.times.sense import (
    Calendar,
    Read,
    Sense,
    article,
    comma,
    digits,
    ends_with,
    era_at,
    may_be_era,
    said,
    word,
    words,
)
from components.text.tokens import DIGITS, WORD, Tokens, once, once_at

_MOST_DAYS = 6  # in one list
_RANGE_MARKS = frozenset("-–—/")
_TAILS = frozenset(("time_of", "time_unit", "time_frame"))  # classes that a tail may begin with
_SLASHES = frozenset("/-")
_BEFORE_TAILS = frozenset(("،", ",", "ال", "لل", "/", "-"))
_BEHIND_DAYS = frozenset(("time_of", "time_unit", "time_before_unit", "time_month", "time_range_end", "ordinal"))
_MARKS_BEHIND_DAYS = _RANGE_MARKS | {"و", "ل"}


class Month(NamedTuple):
    number: int
    calendar: Calendar
    after: int
    proved: bool  # it can be nothing but a month


def month_at(tokens: Tokens, index: int, lead: bool = False) -> Month | None:
    """The month name at token `index`, both names of a pair taken as one (أيار/مايو, مارس (آذار))."""
    place = word(tokens, index, "time_month", lead)
    if place is None or place.article:
        return None
    number, calendar, after = int(place.entry["month"]), place.entry["calendar"], place.after
    proved = not said(tokens, index, "time_homograph") and not said(tokens, index, "time_half_homograph")
    mark = tokens.form(after)
    if mark in ("/", "(", "-", "\\") or tokens.kind(after) == WORD:
        other = word(tokens, after + (tokens.kind(after) != WORD), "time_month")
        if other is not None and int(other.entry["month"]) == number and other.entry["calendar"] not in (
                "hijri", calendar if mark not in ("/", "(", "-", "\\") else ""):
            after, proved = other.after, True
            after += mark == "(" and tokens.form(after) == ")"
    return Month(number, calendar, after, proved)


def year_at(tokens: Tokens, index: int) -> tuple[int, Calendar, int] | None:
    """A year in digits with its era: (year, calendar, token after). Before Christ the year is negative."""
    index = article(tokens, index)
    if tokens.kind(index) != DIGITS:
        return None
    if len(tokens.form(index)) != 4 and not may_be_era(tokens, index + 1):
        return None  # only an era makes a year of fewer digits
    if tokens.form(index - 1) == "ر" and tokens.glued(index - 1):
        return None  # 8ر7043 م د: the digits go on
    if (tokens.form(index + 1) in (".", ",", "٫", "٬", ":") and (
            tokens.kind(index + 2) == DIGITS and tokens.glued(index) and tokens.glued(index + 1))):
        return None
    year = digits(tokens, index, 1, 4)
    if year is None:
        return None
    era = era_at(tokens, index + 1)
    if era is not None:
        return (-year if era[0] == "bce" else year), "hijri" if era[0] == "ah" else "gregorian", era[1]
    form = tokens.form(index)
    if len(form) != 4 or not 1000 <= year <= 2199:
        return None
    return year, "gregorian", index + 1


def tail(tokens: Tokens, sense: Sense, after: int) -> Read:
    """`sense` with the year and the الماضي or الجاري that follow a day or a month."""
    at = after
    if tokens.classes(at).isdisjoint(_TAILS) and tokens.kind(at) != DIGITS and (
            tokens.form(at) not in _BEFORE_TAILS):
        return Read(sense, after)
    joined = comma(tokens, at)
    if joined > at and said(tokens, joined, "time_of") and _unit_year(tokens, joined + 1) is not None:
        at = joined  # 30 سبتمبر، من عام 1882
    of = said(tokens, at, "time_of")
    if (of and any(word(tokens, at + 1, kind) for kind in ("time_unit", "time_before_unit"))) or word(
            tokens, at, "time_unit", lead=True):
        within = _unit_year(tokens, at + 1 if said(tokens, at, "time_of") else at)
        if within is not None:
            if within.sense.kind == "date":
                return _framed(tokens, sense.but(year=within.sense.year, calendar=_of(sense, within.sense.calendar)),
                               within.after)
            return Read(sense.but(within=within.sense), within.after)
    if tokens.form(at) in _SLASHES and tokens.kind(at + 1) == DIGITS and tokens.form(after - 2) in _SLASHES and (
            digits(tokens, after - 3, 1, 2) is not None and year_at(tokens, at + 1) is not None):
        at = joined = at + 1  # 20/أكتوبر/2016
    year = year_at(tokens, joined if tokens.kind(joined) == DIGITS and joined > at else at)
    if year is not None and (joined == at or (tokens.form(at) in ("،", ",") and 1900 <= year[0] <= 2100)):
        number, calendar, at = year
        return _framed(tokens, sense.but(year=number, calendar=_of(sense, calendar)), at)
    return _framed(tokens, sense, after)


def _of(sense: Sense, calendar: Calendar) -> Calendar:
    return "hijri" if calendar == "hijri" else sense.calendar


def _framed(tokens: Tokens, sense: Sense, after: int) -> Read:
    frame = word(tokens, after, "time_frame")
    if frame is None or frame.entry["frame"] == "recent":
        return Read(sense, after)
    return Read(sense.but(frame=frame.entry["frame"]), frame.after)


def _unit_year(tokens: Tokens, index: int) -> Read | None:
    """A year that is said with its unit: عام 2016, العام الماضي, السنة نفسها."""
    shown = word(tokens, index, "time_before_unit")
    if shown is not None and _is_unit(tokens, shown.after, "year"):
        return Read(Sense("unit", unit="year", frame=shown.entry["frame"]), shown.after + 1)
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.entry["unit"] != "year" or unit.clitics not in ("", "ل"):
        return None
    year = year_at(tokens, unit.after)
    if year is not None:
        return Read(Sense("date", year=year[0], calendar=year[1]), year[2])
    frame = word(tokens, unit.after, "time_frame")
    if frame is not None and unit.article:
        return Read(Sense("unit", unit="year", frame=frame.entry["frame"]), frame.after)
    return _year_in_words(tokens, unit.after)


def _day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number of a day, 1 to 31, in digits or as an ordinal: (number, token after)."""
    index = article(tokens, index)
    number = digits(tokens, index, 1, 2)
    if number is None:
        ordinal = ordinal_at(tokens, index)
        if ordinal is None:
            return _tenth(tokens, index)
        number, after = ordinal.value, ordinal.after
    else:
        after = index + 1
    return (number, after) if 1 <= number <= 31 else None


def _tenth(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """العشرين من الشهر, الثلاثين من نوفمبر: a ten that ranks."""
    ten = number_at(tokens, index)
    if ten is None or ten.digits or not ten.article or ten.value not in (20, 30) or not said(tokens, ten.after, "time_of"):
        return None
    return int(ten.value), ten.after


def _last_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The second end of a range of days at token `index`: (number, token after)."""
    until = word(tokens, index, "time_range_end", lead=True)
    if until is not None or tokens.form(index) in _RANGE_MARKS or tokens.form(index) in ("و", "ل"):
        return _day_number(tokens, until.after if until is not None else index + 1)
    ordinal = ordinal_at(tokens, index)
    if ordinal is not None and tokens.form(index).startswith("و") and ordinal.value <= 31:
        return ordinal.value, ordinal.after
    return None


@once_at
def day_and_month(tokens: Tokens, index: int) -> Read | None:
    """17 أكتوبر, الرابع من يناير, 12يونيو, 25 رمضان 1445 هـ, 4 و5 يناير; the name of a place or a body is none."""
    first = _day_number(tokens, index)
    if first is None:
        return None
    day, at = first
    if tokens.classes(at).isdisjoint(_BEHIND_DAYS) and tokens.form(at) not in _MARKS_BEHIND_DAYS:
        return None  # neither a month nor what leads to one
    last = _last_day(tokens, at)
    for _ in range(_MOST_DAYS):
        more = _last_day(tokens, last[1]) if last is not None else None
        if more is None or last is None or more[0] <= last[0] or not _day_ends(tokens, more[1]):
            break
        last = more  # 4 و5 و6 مايو
    read = None
    if last is not None and last[0] > day:
        read = _of_month(tokens, Sense("span", day=day, amount=last[0]), last[1])
    read = read or _of_month(tokens, Sense("date", day=day), at)
    if read is not None and read.sense.year is None and said(tokens, read.after, "time_led"):
        return None  # 14 آذار بقيادة …
    if read is None or (named(tokens, index) and (read.sense.year is None or _place_name(tokens, index))):
        return None
    return read


def _place_name(tokens: Tokens, index: int) -> bool:
    """ملعب 20 أوت 1955 is a place, year and all."""
    name = ends_with(tokens, index, "time_name_before", 1)
    return name is not None and bool(name.entry.get("place")) and not name.article


def _day_ends(tokens: Tokens, at: int) -> bool:
    """A month or another day follows."""
    return month_at(tokens, at) is not None or said(tokens, at, "time_of") or _last_day(tokens, at) is not None


def _of_month(tokens: Tokens, sense: Sense, at: int) -> Read | None:
    while _joins(tokens, at):
        unit = word(tokens, at, "time_unit")
        if unit is not None and unit.article:
            return _of_this_month(tokens, sense, at)
        at += 1
        if tokens.form(at) == "":
            return None
    shown = word(tokens, at, "time_before_unit")
    if shown is not None and _is_unit(tokens, shown.after, "month"):
        return Read(sense.but(within=Sense("unit", unit="month", frame=shown.entry["frame"])), shown.after + 1)
    month = month_at(tokens, at)
    if month is None:
        return None
    return tail(tokens, sense.but(month=month.number, calendar=month.calendar), month.after)


def _joins(tokens: Tokens, at: int) -> bool:
    """What stands between a day and its month: من, شهر, a dash; before صفر a dash is that of a score."""
    form = tokens.form(at)
    return said(tokens, at, "time_of") or _is_unit(tokens, at, "month") or (
        form in ("-", "/") and not said(tokens, at + 1, "time_homograph"))


def _is_unit(tokens: Tokens, index: int, unit: str) -> bool:
    place = word(tokens, index, "time_unit")
    return place is not None and place.entry["unit"] == unit and place.entry["number"] == "one"


def _of_this_month(tokens: Tokens, sense: Sense, at: int) -> Read | None:
    """25 من الشهر الجاري: the day of a month that is placed by its frame."""
    frame = word(tokens, at + 1, "time_frame")
    if frame is None:
        return None
    return Read(sense.but(within=Sense("unit", unit="month", frame=frame.entry["frame"])), frame.after)


def named(tokens: Tokens, index: int) -> bool:
    """True behind a word that makes a date a name: ميدان 6 أكتوبر, قوى 14 آذار, "14 آذار" in marks."""
    before = index - 1
    if tokens.form(before) in ("(", '"', "«", "“") and tokens.form(before - 1) != ":":
        return _closed_name(tokens, index) or said(tokens, before - 1, "time_name_before")
    return ends_with(tokens, index, "time_name_before", 2) is not None


def _closed_name(tokens: Tokens, index: int) -> bool:
    """True for a day and month that alone stand between quotation marks."""
    day = _day_number(tokens, index)
    month = month_at(tokens, day[1]) if day else None
    return month is not None and tokens.form(index - 1) != "(" and tokens.form(month.after) in ('"', "»", "”")


def month_alone(tokens: Tokens, index: int) -> Read | None:
    """A month with or without its year: أغسطس 2023, سبتمبر الماضي, شهر رمضان. Names that are other words too want proof."""
    at, lead, proved = index, True, False
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is not None and unit.entry["unit"] == "month" and not unit.article:
        at, lead, proved = unit.after, False, True
    month = month_at(tokens, at, lead)
    if month is None:
        return None
    read = tail(tokens, Sense("date", month=month.number, calendar=month.calendar), month.after)
    if not proved and not month.proved and read.after == month.after and not _wanted(tokens, index):
        return None
    if not proved and month.after == at + 1 and tokens.form(at) in _persons(tokens) and not (
            ends_with(tokens, index, "time_in", 2)):
        return None
    if day_before(tokens, index, place=True):  # ملعب 20 أوت 1955
        return None
    if read.after == month.after and not proved and (ends_with(tokens, index, "time_name_before", 2) or (
            day_before(tokens, index))):
        return None
    return read


@once
def _persons(tokens: Tokens) -> frozenset[str]:
    """Month names that are the family name of somebody in the article: تيريزا ماي."""
    given = lexicon.column("given_names", "gender")
    return frozenset(tokens.form(place.first) for place in tokens.places.get("time_month", ())
                     if not place.clitics and tokens.form(place.first - 1) in given)


def day_before(tokens: Tokens, index: int, place: bool = False) -> bool:
    """The month at token `index` closes a date that is a name: هجمات 11 من سبتمبر, هجمات الحادي عشر من سبتمبر."""
    end = index - said(tokens, index - 1, "time_of")
    for first in range(end - 1, max(end - 4, -1), -1):
        day = _day_number(tokens, first)
        if day is not None and day[1] == end and (_place_name if place else named)(tokens, first):
            return True
    return False


def _wanted(tokens: Tokens, index: int) -> bool:
    """A preposition of time before a month name that is another word only now and then (في مارس)."""
    if said(tokens, index, "time_homograph"):
        return False
    joined = [place for place in words(tokens, index, "time_month") if place.clitics == "و"]
    if word(tokens, index, "time_month") is None and not joined:
        return False
    letter = tokens.text[tokens.tokens[index].start]
    if tokens.form(index) == "اب" and letter != "آ":
        return False
    month = ends_with(tokens, index, "time_month", 2)
    if month is not None and joined:
        return not said(tokens, month.first, "time_homograph")  # جوان وجويلية وأوت
    return ends_with(tokens, index, "time_in", 2) is not None


_YEARS_JOINED = frozenset("و-–،")


def year_said(tokens: Tokens, index: int) -> Read | None:
    """عام 2016, سنة 1990, العام 2016, عامي 2001: the unit and its year. Between years of a season: no value."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.entry["unit"] != "year":
        return None
    if unit.entry["number"] == "many" and not unit.article and not (
            tokens.form(unit.after + 1) in _YEARS_JOINED and digits(tokens, unit.after + 2, 4) is not None):
        return None  # سنوات 2011 و2012
    if unit.article and tokens.form(unit.first - 1)[:2] == "ال" and counts_noun(tokens, unit.after):
        return None  # القطاع العام 2000 موظف
    number, calendar, after = year_at(tokens, unit.after) or (digits(tokens, unit.after, 3, 3), "gregorian", unit.after + 1)
    if number is None:
        return _year_in_words(tokens, unit.after)
    season = two_years(tokens, unit.after)
    return season or _framed(tokens, Sense("date", year=number, calendar=calendar), after)


def counts_noun(tokens: Tokens, index: int) -> bool:
    """The digits at token `index` count the noun behind them."""
    return digits(tokens, index, 4) is not None and tokens.form(index + 1) in lexicon.column("nouns", "singular")


def _year_in_words(tokens: Tokens, index: int) -> Read | None:
    """عام ألفين وواحد وعشرين."""
    spelled = number_at(tokens, index)
    if spelled is None or spelled.digits or spelled.value is None or not 1000 < spelled.value <= 2199:
        return None
    return Read(Sense("date", year=int(spelled.value)), spelled.after)


def two_years(tokens: Tokens, index: int) -> Read | None:
    """2016/2017, 2017-2018: a season or a budget's year; the word موسم before it belongs to it."""
    sport = word(tokens, index, "time_sport", lead=True)
    at = sport.after if sport is not None else index
    while sport is not None and said(tokens, at, "time_sport_word"):
        at += 1
    first = digits(tokens, at, 4)
    if first is None or not 1800 <= first <= 2199:
        return None
    if tokens.form(at + 1) in _RANGE_MARKS:
        second = digits(tokens, at + 2, 2, 5)
        if second is not None and (second in (first + 1, (first + 1) % 100) or first < second <= 2199):
            return Read(Sense("years", year=first, amount=float(second if second > 999 else first + 1)), at + 3)
    return None
