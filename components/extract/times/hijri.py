"""Hijri dates and feasts on the Gregorian calendar, by Umm al-Qura with a day's margin."""

from datetime import date, timedelta

from components.extract.times import calendar as cal
from components.extract.times.calendar import OPEN
from components.extract.times.reasons import reason
from components.extract.times.scene import SHIFTS, Placed, Scene, clock_of, on_day, without_year
from components.extract.times.sense import Sense
from components.model import Basis

_SOON, _LONG_AGO = 60, 250  # days


def hijri_date(sense: Sense, scene: Scene) -> Placed:
    """A Hijri day becomes its Gregorian one, a day open on both sides; months and years stay Hijri, with their days."""
    year, basis = sense.year, "explicit"
    if year is None:
        year, basis = _year(sense, scene), "published"
    month = f"-{sense.month:02d}" if sense.month else ""
    if year is None:
        return without_year(sense)
    known: Basis = "explicit" if basis == "explicit" else "published"
    if sense.day is None:
        first, last = cal.hijri_bounds(year, sense.month)
        margin = cal.HIJRI_MARGIN
        days = (first - margin, last + margin) if first is not None and last is not None else OPEN
        return Placed(f"{year:04d}{month}", days, known, None, reason("hijri"))
    day = cal.hijri_day(year, sense.month or 1, sense.day)
    if day is None:
        return Placed(f"{year:04d}{month}-{sense.day:02d}", OPEN, known, None, None)
    return Placed(day.isoformat() + clock_of(sense), (day - cal.HIJRI_MARGIN, day + cal.HIJRI_MARGIN), known, None,
                  reason("hijri"))


def _year(sense: Sense, scene: Scene) -> int | None:
    """The Hijri year of a date without one: the nearest before publication, or after it in a clause about the future."""
    today = scene.today
    now = cal.hijri_year(today) if today is not None else None
    if today is None or now is None:
        return None
    days = [(year, cal.hijri_day(year, sense.month or 1, sense.day or 1)) for year in (now - 1, now, now + 1)]
    if sense.frame in ("next", "after_next") or (sense.frame is None and scene.tense == "future"):
        return next((year for year, day in days if day is not None and day >= today), None)
    if sense.frame == "this":
        return now
    known = [(year, (day - today).days) for year, day in days if day is not None]
    soon = [year for year, distance in known if 0 <= distance <= _SOON]
    if sense.frame is None and soon and not any(-_LONG_AGO <= distance < 0 for _, distance in known):
        return soon[0]
    return next((year for year, day in reversed(days) if day is not None and day <= today), None)


def feast_day(sense: Sense, scene: Scene) -> Placed:
    """The day of a feast: of its stated year, else the one nearest to publication on the side the clause speaks of."""
    today = scene.today
    if sense.year is not None:
        return Placed(*_exact(_in_year(sense, sense.year), sense), "explicit", None, reason("hijri"))
    if today is None:
        return Placed(None, OPEN, "unresolved", None, reason("unresolved"))
    days = sorted(day for year in (today.year - 1, today.year, today.year + 1) for day in _in_years(sense, year))
    shift = SHIFTS.get(sense.frame or "", 0)
    past, ahead = [day for day in days if day < today], [day for day in days if day >= today]
    if shift > 0 or (shift == 0 and scene.tense == "future"):
        chosen = ahead[0] if ahead else None
    elif shift < 0:
        chosen = past[-1] if past else None
    else:
        chosen = min(days, key=lambda day: abs((day - today).days)) if days else None
        if chosen is not None and scene.tense == "past" and past and (chosen - today).days > _SOON:
            chosen = past[-1]  # سهروا ليلة رأس السنة, read in July
    return Placed(*_exact(chosen, sense), "published", None, scene.why("feast"))


def _exact(day: date | None, sense: Sense) -> tuple[str | None, cal.Bounds]:
    """The day of the feast, or so many days beside its first; the Gregorian ones have no margin."""
    day = cal.days_from(day, int(sense.amount or 0)) if day is not None else None
    if day is None:
        return None, OPEN
    margin = cal.HIJRI_MARGIN if sense.calendar == "hijri" else timedelta()
    return on_day(day, sense), (day - margin, day + margin)


def _in_year(sense: Sense, year: int) -> date | None:
    return next(iter(_in_years(sense, year)), None)


def _in_years(sense: Sense, year: int) -> list[date]:
    """The days of a Gregorian year on which the feast falls (a Hijri one may fall twice)."""
    if sense.calendar != "hijri":
        day = cal.day_of(year, sense.month or 1, sense.day or 1)
        return [day] if day is not None else []
    first = cal.hijri_year(date(year, 1, 1)) if 1 <= year <= 9999 else None
    if first is None:
        return []
    found = [cal.hijri_day(hijri, sense.month or 1, sense.day or 1) for hijri in (first, first + 1)]
    return [day for day in found if day is not None and day.year == year]
