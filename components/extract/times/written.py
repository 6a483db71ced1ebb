"""Dates as they are written: the year, month and day that are said, and the year that is not."""

from collections.abc import Mapping, Sequence
from datetime import date

from components.extract.times import calendar as cal
from components.extract.times.calendar import OPEN
from components.extract.times.reasons import reason
from components.extract.times.scene import ON_TEXT, SHIFTS, UNPLACED, Placed, Scene, on_day, without_year
from components.extract.times.sense import Expression, Sense
from components.extract.times.units import unit
from components.model import Basis

_LONG_PAST, _FAR_CONTEXT, _HALF_YEAR, _JUST_PAST = 240, 400, 183, 21  # days
_NEAR_BY = 60  # tokens
_WEEKS = 120  # days between the days of one story
_SOON = {None: 45, "past": 7, "present": 120, "future": 0}  # days ahead in which a bare date is rather to come


def plain_date(sense: Sense, scene: Scene) -> Placed:
    """A date whose year, month and day are said as far as they are."""
    if sense.calendar == "hijri":
        from components.extract.times.hijri import hijri_date

        return hijri_date(sense, scene)
    if sense.within is not None:
        return _within(sense, scene)
    if sense.year is not None:
        return _dated(sense, sense.year, "explicit", None, None)
    if sense.month is None:
        return _day_alone(sense, scene)
    if sense.frame is not None:
        return _framed_date(sense, scene)
    elsewhere = scene.written.get((sense.month, sense.day or 0))
    if elsewhere is not None:
        return _dated(sense, elsewhere[1], "previous", elsewhere[0], scene.why("year_elsewhere"))
    return year_found(sense, scene)


def written_years(expressions: Sequence[Expression], scene: Scene) -> dict[tuple[int, int], tuple[int, int]]:
    """The days of the text whose year it fixes by a number or a frame: (month, day) -> (expression, year). A day that it
    gives two years is left out."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    several = set()
    for number, expression in enumerate(expressions):
        sense = expression.sense
        if sense.kind != "date" or not sense.month or not sense.day or sense.calendar == "hijri" or sense.within is not None:
            continue
        if sense.year is None and (sense.frame not in SHIFTS or scene.today is None):
            continue
        first = plain_date(sense, scene).days[0]
        if first is not None:
            key = (sense.month, sense.day)
            if key in found and found[key][1] != first.year:
                several.add(key)
            found.setdefault(key, (number, first.year))
    return {key: value for key, value in found.items() if key not in several}


def _dated(sense: Sense, year: int, basis: Basis, anchor: int | None, why: Mapping[str, str] | None) -> Placed:
    if year < 0:
        return Placed(f"BC{-year:04d}", OPEN, basis, anchor, why)
    if sense.month is None:
        value = f"{year:04d}"
        return Placed(value, cal.bounds(value), basis, anchor, why)
    if sense.day is None:
        value = f"{year:04d}-{sense.month:02d}"
        return Placed(value, cal.bounds(value), basis, anchor, why)
    day = cal.day_of(year, sense.month, sense.day)
    if day is None:
        return Placed(None, OPEN, "unresolved", None, reason("unresolved"))
    return Placed(on_day(day, sense), (day, day), basis, anchor, why)


def _within(sense: Sense, scene: Scene) -> Placed:
    """A month of last year, the 25th of this month."""
    outer = unit(sense.within, scene) if sense.within is not None and sense.within.kind == "unit" else (
        plain_date(sense.within, scene) if sense.within is not None else UNPLACED)
    first = outer.days[0]
    if first is None:
        return without_year(sense)
    inner = sense if sense.month is not None else sense.but(month=first.month)
    return _dated(inner, first.year, outer.basis, outer.anchor, outer.reason)


def _day_alone(sense: Sense, scene: Scene) -> Placed:
    """يوم 25: of the month last spoken of, else of the month of publication."""
    if scene.last is not None and scene.last[1][0] is not None and scene.since(scene.last[2]) < 80:
        base, anchor = scene.last[1][0], scene.last[0]
        return _dated(sense.but(month=base.month), base.year, "previous", anchor, scene.why("month_context"))
    if scene.today is None:
        return without_year(sense)
    return _dated(sense.but(month=scene.today.month), scene.today.year, "published", None, scene.why("month_context"))


def _framed_date(sense: Sense, scene: Scene) -> Placed:
    """25 يوليو الماضي, مارس الجاري, يونيو القادم."""
    month, today = sense.month or 1, scene.today
    if sense.frame in ON_TEXT:
        base = scene.last[1][0] if scene.last is not None else None
        if base is None or scene.last is None:
            return year_found(sense, scene)
        year = base.year
        if sense.frame == "following" and month <= base.month:
            year += 1
        if sense.frame == "previous" and month >= base.month:
            year -= 1
        return _dated(sense, year, "previous", scene.last[0], scene.why("year_context"))
    if today is None:
        return year_found(sense, scene)
    now, then = (today.month, today.day), (month, sense.day or 0)
    if sense.day is None:
        now = (today.month, 0)
    year = today.year
    if sense.frame in ("last", "before_last", "recent"):
        year -= (then >= now) + (sense.frame == "before_last")
    elif sense.frame in ("next", "after_next"):
        year += (then <= now) + (sense.frame == "after_next")
    return _dated(sense, year, "published", None, scene.why("frame"))


def year_found(sense: Sense, scene: Scene) -> Placed:
    """A day and month, or a month, without a year: the one that text, tense and publication allow."""
    month, day = sense.month or 1, sense.day or 1
    if scene.today is None:
        return _estimated(sense, scene)
    context = _of_context(sense, scene)
    if context is not None:
        return context
    today = scene.today
    start = (today.month, today.day) if sense.day else (today.month, 1)
    past = today.year if (month, day) <= start else today.year - 1
    if (month, day) == start and sense.day:
        return _dated(sense, today.year, "published", None, scene.why("year_past"))
    tense = scene.tense
    ahead = cal.day_of(past + 1, month, day if day < 29 else 28)
    back = cal.day_of(past, month, day if day < 29 else 28)
    soon = ahead is not None and back is not None and (today - back).days > _LONG_PAST and (
        ahead - today).days <= _SOON[tense]
    if sense.weekday is not None and sense.day:
        fitting = [year for year in (past, past + 1) if _falls_on(year, sense, today)]
        if len(fitting) == 1:
            return _dated(sense, fitting[0], "published", None, scene.why("year_weekday"))
    if sense.day is None and month == today.month:
        return _dated(sense, today.year, "published", None, scene.why("year_past"))
    just = sense.day is not None and back is not None and (today - back).days <= _JUST_PAST
    nearer = tense == "present" and ahead is not None and back is not None and ahead - today < today - back
    if (tense == "future" and not just) or soon or nearer:
        return _dated(sense, past + 1, "published", None, scene.why("year_future"))
    return _dated(sense, past, "published", None, scene.why("year_past"))


def _falls_on(year: int, sense: Sense, today: date) -> bool:
    """The date falls on its weekday in `year`, within half a year of publication."""
    day = cal.day_of(year, sense.month or 1, sense.day or 1)
    return day is not None and day.isoweekday() == sense.weekday and abs((day - today).days) <= _HALF_YEAR


def _of_context(sense: Sense, scene: Scene) -> Placed | None:
    """A story told of another year: the day before, near by in the text, was written with a year well before today, and
    the bare day lies a few weeks from it."""
    if scene.last_day is None or scene.today is None or sense.day is None or scene.tense == "future":
        return None
    anchor, base, token = scene.last_day
    far = (scene.today - base).days >= _FAR_CONTEXT and scene.placed[anchor].basis != "published"
    if not far or scene.since(token) > _NEAR_BY:
        return None
    near = [day for year in (base.year - 1, base.year, base.year + 1)
            if (day := cal.day_of(year, sense.month or 1, sense.day)) is not None and abs((day - base).days) <= _WEEKS]
    return _dated(sense, near[0].year, "previous", anchor, scene.why("year_context")) if near else None


def _estimated(sense: Sense, scene: Scene) -> Placed:
    """Without a day of publication: the year that follows the latest full date of the text, else X."""
    horizon, month = scene.horizon, sense.month or 1
    if horizon is None:
        return without_year(sense)
    passed = (month, sense.day or 31) <= (horizon.month, horizon.day)
    year = horizon.year if passed else horizon.year - 1
    if scene.tense == "future":  # announced: after what has been told
        year += 1
    elif sense.day is None and month == horizon.month:
        year = horizon.year
    return _dated(sense, year, "estimated", None, scene.why("year_estimated"))


def years(sense: Sense, scene: Scene) -> Placed:
    first, last = sense.year or 1, int(sense.amount or sense.year or 1)
    return Placed(None, (cal.bounds(f"{first:04d}")[0], cal.bounds(f"{last:04d}")[1]))


def span(sense: Sense, scene: Scene) -> Placed:
    """Days that share their month: no value, but a first and a last day."""
    first = plain_date(sense, scene)
    start, end = first.days
    if start is None or end is None:
        return Placed(None, OPEN, first.basis, first.anchor, first.reason)
    last = cal.days_from(end, int(sense.amount or 0) - (sense.day or 0))
    return Placed(None, (start, last), first.basis, first.anchor, first.reason)
