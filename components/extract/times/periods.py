"""Decades, seasons, quarters and halves."""

from datetime import timedelta

from components.extract.times import calendar as cal
from components.extract.times.calendar import OPEN, Bounds
from components.extract.times.reasons import reason
from components.extract.times.scene import ON_TEXT, UNPLACED, Placed, Scene
from components.extract.times.sense import Sense
from components.extract.times.units import unit
from components.extract.times.written import plain_date


def decade(sense: Sense, scene: Scene) -> Placed:
    digit = int(sense.amount or 0)
    if sense.within is not None:
        outer = unit(sense.within, scene)
        first = outer.days[0]
        if first is not None:
            value = f"{first.year // 100:02d}{digit}"
            return Placed(value, cal.bounds(value), outer.basis, outer.anchor, outer.reason)
    year = scene.today.year if scene.today is not None else 2000
    decades = year // 100 * 10 + digit
    value = f"{decades if decades * 10 <= year - 10 else decades - 10:03d}"
    return Placed(value, cal.bounds(value), "estimated", None, reason("decade"))


def season(sense: Sense, scene: Scene) -> Placed:
    name = sense.value or "SU"
    if sense.within is not None:
        outer = plain_date(sense.within, scene) if sense.within.kind == "date" else unit(sense.within, scene)
        return _of_year(name, outer)
    if scene.today is None or sense.frame in ON_TEXT:
        return UNPLACED
    today = scene.today
    here = cal.months_from(today.year, today.month, -2 if name == "WI" and today.month < 3 else 0)[0]
    starts = [(year, cal.bounds(f"{year:04d}-{name}")) for year in range(here - 2, here + 3)]
    year = here
    if sense.frame in ("last", "before_last"):
        year = max(each for each, (_, last) in starts if last is not None and last < today)
    elif sense.frame in ("next", "after_next"):
        year = min(each for each, (first, _) in starts if first is not None and first > today)
    elif sense.frame is None:
        year += _by_tense(scene, cal.bounds(f"{here:04d}-{name}"))
    value = f"{year:04d}-{name}"
    return Placed(value, cal.bounds(value), "published", None, scene.why("frame"))


def _by_tense(scene: Scene, season: cal.Bounds) -> int:
    """The years from this year's season to the one that the tense means: غرقت المدينة في الصيف, in May, is last year's."""
    first, last = season
    if scene.today is None or first is None or last is None:
        return 0
    tense = scene.tense
    return -1 if tense == "past" and first > scene.today else 1 if tense == "future" and last < scene.today else 0


def _of_year(part: str, outer: Placed) -> Placed:
    if outer.days[0] is None:
        return Placed(f"XXXX-{part}", OPEN, "unresolved", None, reason("unresolved"))
    value = f"{outer.days[0].year:04d}-{part}"
    return Placed(value, cal.bounds(value), outer.basis, outer.anchor, outer.reason)


def ordered(sense: Sense, scene: Scene) -> Placed:
    """A quarter or half of a year; of a month its half, said by the month and a mod."""
    letter, number = sense.unit or "Q", int(sense.amount or 1)
    if sense.within is not None:
        outer = plain_date(sense.within, scene) if sense.within.kind == "date" else unit(sense.within, scene)
        inner = sense.within
        if (inner.unit or ("month" if inner.month else "year")) == "year":
            placed = _of_year(f"{letter}{number}", outer)
            return Placed(None, placed.days, placed.basis, placed.anchor, placed.reason) if letter == "T" else placed
        return _half_of_month(outer, number, letter)
    if scene.today is None:
        return Placed(f"XXXX-{letter}{number}", OPEN, "unresolved", None, reason("unresolved"))
    first = cal.bounds(f"{scene.today.year:04d}-{letter}{number}")[0]
    year = scene.today.year - (first is not None and first > scene.today)
    value = f"{year:04d}-{letter}{number}"
    return Placed(value, cal.bounds(value), "published", None, scene.why("year_past"))


def _half_of_month(outer: Placed, number: int, letter: str) -> Placed:
    """The days of a half of a month; the value is the month's."""
    first, last = outer.days
    if letter != "H" or first is None or last is None:
        return outer
    middle = cal.day_of(first.year, first.month, 15)
    days = (first, middle) if number == 1 else (cal.day_of(first.year, first.month, 16), last)
    return Placed(outer.value, days, outer.basis, outer.anchor, outer.reason)


def share(sense: Sense, scene: Scene) -> Placed:
    """The first or last months of a year, days or weeks of a month. Three and six months have a value of their own, the
    others that of the whole, with the days they are."""
    within = sense.within
    outer = UNPLACED if within is None else plain_date(within, scene) if within.kind == "date" else unit(within, scene)
    first, last = outer.days
    if first is None or last is None or within is None:
        return UNPLACED
    count, name = int(sense.amount or 1), sense.unit
    if within.unit == "year" and name == "month" and within.calendar != "hijri" and abs(count) in (3, 6):
        letter = "Q" if abs(count) == 3 else "H"
        return _of_year(f"{letter}{1 if count > 0 else 12 // abs(count)}", outer)
    days: Bounds
    if name == "month":
        size = abs(count)
        days = cal.month_bounds(first.year, 1 if count > 0 else 13 - size, size)
    else:
        size = abs(count) * (7 if name == "week" else 1) - 1
        days = (first, cal.days_from(first, size)) if count > 0 else (cal.days_from(last, -size), last)
    return Placed(outer.value, days, outer.basis, outer.anchor, outer.reason)


def nth_day(sense: Sense, scene: Scene) -> Placed:
    """The first, third or last day, or weekday, of a month."""
    within = sense.within
    outer = UNPLACED if within is None else plain_date(within, scene) if within.kind == "date" else unit(within, scene)
    first, last = outer.days
    if first is None or last is None:
        return UNPLACED
    margin = cal.HIJRI_MARGIN if within is not None and within.calendar == "hijri" else timedelta()
    first, last = first + margin, last - margin
    number, step = int(sense.amount or 1), 7 if sense.weekday is not None else 1
    if number < 0:
        day = cal.days_from(last, -((last.isoweekday() - sense.weekday) % 7) if sense.weekday is not None else 0)
    else:
        begin = (sense.weekday - first.isoweekday()) % 7 if sense.weekday is not None else 0
        day = cal.days_from(first, begin + step * (number - 1))
    if day is None or not first <= day <= last:
        return UNPLACED
    margin = timedelta() if sense.weekday is not None else margin  # the weekday is sure, the month's first day is not
    return Placed(day.isoformat(), (day - margin, day + margin), outer.basis, outer.anchor, outer.reason)
