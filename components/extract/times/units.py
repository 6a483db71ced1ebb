"""Units placed by their frame (last week, that night), and points a length away (three days ago)."""

from collections.abc import Mapping
from datetime import date

from components.extract.times import calendar as cal
from components.extract.times.calendar import OPEN
from components.extract.times.reasons import reason
from components.extract.times.scene import ON_TEXT, SHIFTS, UNPLACED, Placed, Scene, whole_day
from components.extract.times.sense import Sense
from components.model import Basis

_FRIDAY = 5
_FAR = 10_000  # years
_GRAINS = {"week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}  # days, at most; else one
_NOTHING_BEFORE = Placed(None, OPEN, "unresolved", None, reason("no_day_before"))


def unit(sense: Sense, scene: Scene) -> Placed:
    """A week, month, year, decade, century, day or night placed by its frame."""
    name = sense.unit or "day"
    if name == "century" and sense.amount is not None:
        value = f"{int(sense.amount) - 1:02d}"
        return Placed(value, cal.bounds(value))
    frame = sense.frame or "this"
    if frame in ON_TEXT:
        if scene.last is None:
            return unit(sense.but(frame="last"), scene) if frame == "previous" else _NOTHING_BEFORE
        anchor, (base, _), _ = scene.last
        if name in ("day", "night"):
            anchor, base, _ = scene.last_day or (0, None, 0)
        elif name == "month" and scene.last_month is not None:
            anchor, base, _ = scene.last_month
        if base is None:
            return _NOTHING_BEFORE
        return _shifted(sense, base, ON_TEXT[frame], "previous", anchor, reason("day_context"))
    if frame == "new":
        return Placed(None, OPEN, "unresolved", None, reason("new_year"))
    if scene.today is None or frame not in SHIFTS:
        return UNPLACED
    if name == "weekend" and frame == "this" and scene.today.isoweekday() < _FRIDAY and scene.tense != "future":
        frame = "last"  # told early in the week: the weekend that is over
    return _shifted(sense, scene.today, SHIFTS[frame], "published", None, scene.why("frame"))


def _before_christ(sense: Sense, base: date, count: int, basis: Basis, anchor: int | None,
                   why: Mapping[str, str]) -> Placed | None:
    """So many years ago that the calendar of days does not reach there: BC0982, farther back no more than the past."""
    width = {"year": 1, "decade": 10, "century": 100}.get(sense.unit or "", 0)
    year = base.year + count * width
    if not width or year > 0:
        return None
    return Placed(f"BC{-year:04d}" if -year < _FAR and width == 1 else "PAST_REF", OPEN, basis, anchor, why)


def _shifted(sense: Sense, base: date, count: int, basis: Basis, anchor: int | None, why: Mapping[str, str]) -> Placed:
    name = sense.unit or "day"
    value: str | None = None
    early = _before_christ(sense, base, count, basis, anchor, why)
    if early is not None:
        return early
    if name in ("day", "night"):
        day = cal.days_from(base, count)
        if name == "night":
            sense = sense.but(part=sense.part or "NI")
        return whole_day(day, sense, basis, anchor, why)
    if name in ("week", "weekend"):
        day = cal.days_from(base, 7 * count)
        value = cal.week_value(day) + ("-WE" if name == "weekend" else "") if day is not None else None
    elif name == "month":
        year, month = cal.months_from(base.year, base.month, count)
        value = f"{year:04d}-{month:02d}"
    elif name == "quarter":
        year, month = cal.months_from(base.year, base.month, 3 * count)
        value = f"{year:04d}-Q{(month + 2) // 3}"
    elif name in ("year", "decade", "century"):
        width = {"year": 1, "decade": 10, "century": 100}[name]
        value = f"{base.year // width + count:0{5 - len(str(width))}d}"
    return Placed(value, cal.bounds(value), basis, anchor, why)


def ago(sense: Sense, scene: Scene) -> Placed:
    """قبل ثلاثة أيام from publication; بعد أسبوعين from the time before, else from there too unless its clause is past."""
    before = sense.frame == "before"
    if sense.value == "event":
        return Placed(None, OPEN, "unresolved", None, reason("event"))
    base, basis, anchor = scene.today, "published", None
    if not before and scene.tense != "future":
        if scene.last_day is not None and scene.since(scene.last_day[2]) < 60:
            anchor, base, _ = scene.last_day
            basis = "previous"
        elif scene.last is not None and scene.since(scene.last[2]) < 40 and (
                scene.placed[scene.last[0]].basis in ("explicit", "previous")):
            anchor, base, basis = scene.last[0], scene.last[1][0], "previous"
    if sense.amount is None:
        return Placed("PAST_REF" if before else "FUTURE_REF" if scene.tense == "future" else None,
                      (None, scene.today) if before else OPEN, "published" if scene.today else "unresolved", None,
                      scene.why("frame"))
    if base is None or (not before and _untold(sense, scene, anchor)):
        return UNPLACED
    why = scene.why("frame") if basis == "published" else reason("day_context")
    return _moved(sense, base, -sense.amount if before else sense.amount, basis, anchor, why)  # type: ignore[arg-type]


def _untold(sense: Sense, scene: Scene, anchor: int | None) -> bool:
    """After what is not told: استقال بعد عامين is not ahead of publication, and no day is three days behind a year."""
    if anchor is None:
        return scene.tense == "past" or (sense.frame == "passing" and scene.tense != "future")
    first, last = scene.placed[anchor].days
    grain = _GRAINS.get(sense.unit or "day", 1)
    return first is not None and last is not None and (last - first).days >= grain


def _moved(sense: Sense, base: date, amount: float, basis: Basis, anchor: int | None, why: Mapping[str, str]) -> Placed:
    name = sense.unit or "day"
    if name in ("hour", "minute", "second"):
        return Placed(None, (base, base) if abs(amount) < 24 else OPEN, basis, anchor, why)
    if name in ("day", "night"):
        return whole_day(cal.days_from(base, round(amount)), sense.but(part=None), basis, anchor, why)
    if amount != int(amount) and name != "week":
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[name]
        return _shifted(sense.but(unit="month"), base, round(amount * months), basis, anchor, why)
    if name == "century":
        return _shifted(sense.but(unit="year"), base, int(amount * 100), basis, anchor, why)
    return _shifted(sense, base, int(amount), basis, anchor, why)
