"""Days and months as people say them and translations leave them: the nth day of a month, a month by its number, a month
before its day, a weekday with its week."""

from components.extract.numbers import number_at
from components.extract.ordinals import ordinal_at
from components.extract.times.dates import day_and_month, month_at, tail
from components.extract.times.relative import month_level, unit_placed
from components.extract.times.seasons import span_unit
from components.extract.times.sense import Read, Sense, breaks, digits, said, word
from components.text.tokens import DIGITS, Place, Tokens


def nth_day(tokens: Tokens, index: int) -> Read | None:
    """آخر يوم من الشهر الحالي, أول جمعة من رمضان, ثالث يوم من شهر يناير."""
    whole = word(tokens, index, "time_unit", lead=True)
    if whole is not None:
        return _of_day(tokens, whole)
    nth = word(tokens, index, "time_nth", lead=True)
    ordinal = ordinal_at(tokens, index) if nth is None else None
    if nth is None and (ordinal is None or ordinal.article or ordinal.value > 31):
        return None
    at = nth.after if nth is not None else ordinal.after if ordinal is not None else index
    number = int(nth.entry["nth"]) if nth is not None else ordinal.value if ordinal is not None else 1
    unit = word(tokens, at, "time_unit")
    weekday = word(tokens, at, "time_weekday_bare") or word(tokens, at, "time_weekday")
    if weekday is None and (unit is None or unit.entry["unit"] != "day" or unit.article):
        return None
    after = weekday.after if weekday is not None else unit.after if unit is not None else at
    outer = _month(tokens, after)
    if outer is None:
        return None
    sense = Sense("nth", amount=float(number), weekday=int(weekday.entry["weekday"]) if weekday is not None else None)
    return Read(sense.but(within=outer.sense), outer.after)


def _of_day(tokens: Tokens, unit: Place) -> Read | None:
    """اليوم الأول من رمضان: a date, its day said with its article."""
    if unit.entry["unit"] != "day" or not unit.article or ordinal_at(tokens, unit.after) is None:
        return None
    read = day_and_month(tokens, unit.after)
    return read if read is not None and read.sense.kind == "date" else None


def _month(tokens: Tokens, at: int) -> Read | None:
    """The month behind من, في or بـ."""
    at += said(tokens, at, "time_of") or said(tokens, at, "time_inside")
    read = span_unit(tokens, at) or month_by_number(tokens, at) or month_level(tokens, at)
    if read is None:
        return None
    sense = read.sense
    monthly = sense.unit == "month" or (sense.kind == "date" and sense.month is not None and sense.day is None)
    return read if monthly else None


def month_by_number(tokens: Tokens, index: int) -> Read | None:
    """شهر 11 القادم, شهر 9 2021."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.entry["unit"] != "month" or unit.article or unit.entry["number"] != "one":
        return None
    number, after = digits(tokens, unit.after, 1, 2), unit.after + 1
    if number is None:
        spelled = number_at(tokens, unit.after)
        if spelled is None or spelled.value is None or spelled.fraction:
            return None
        number, after = int(spelled.value), spelled.after
    if not 1 <= number <= 12 or (said(tokens, after, "time_unit") and not word(tokens, after, "time_unit")):
        return None
    read = tail(tokens, Sense("date", month=number), after)
    return read if read.after > after else None  # شهر 9 alone may be the ninth month of anything


def month_then_day(tokens: Tokens, index: int) -> Read | None:
    """يوليو 13-15, شباط 13, يناير 15، 2018: as translations leave it."""
    month = month_at(tokens, index, lead=True)
    if month is None or month.calendar == "hijri":
        return None
    day, after = digits(tokens, month.after, 1, 2), month.after + 1
    if day is None or not 1 <= day <= 31:
        return None
    sense = Sense("date", month=month.number, day=day, calendar=month.calendar)
    last = digits(tokens, after + 1, 1, 2) if tokens.form(after) in ("-", "–", "و") or said(
        tokens, after, "time_range_end") else None
    if last is not None and day < last <= 31:
        return Read(sense.but(kind="span", amount=float(last)), after + 2)
    read = tail(tokens, sense, after)
    return read if read.after > after or (breaks(tokens, after) and tokens.kind(after + 1) != DIGITS) else None


def weekday_of_week(tokens: Tokens, index: int) -> Read | None:
    """الأربعاء الأسبوع الماضي, السبت هذا الأسبوع, هذا الاثنين."""
    shown = word(tokens, index, "time_before_unit", lead=True)
    at = shown.after if shown is not None else index
    day = word(tokens, at, "time_weekday", lead=shown is None)
    if day is None:
        return None
    sense = Sense("weekday", weekday=int(day.entry["weekday"]))
    if shown is not None:
        return Read(sense.but(frame="coming"), day.after) if shown.entry["frame"] == "this" else None
    week = unit_placed(tokens, day.after)
    return Read(sense.but(within=week.sense), week.after) if week is not None and week.sense.unit == "week" else None
