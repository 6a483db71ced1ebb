"""The same day or month of another year: نفس اليوم من العام الماضي, الشهر ذاته من 2017, مثل هذا اليوم من عام 1956."""

from components.extract.times import calendar as cal
from components.extract.times.reasons import reason
from components.extract.times.relative import year_level
from components.extract.times.scene import UNPLACED, Placed, Scene
from components.extract.times.sense import Read, Sense, said, word
from components.extract.times.units import unit
from components.extract.times.written import plain_date
from components.model import Basis
from components.text.tokens import Tokens

_UNITS = ("day", "month")
_NEAR_BY = 60  # tokens


def same_of_year(tokens: Tokens, index: int) -> Read | None:
    """The unit, said to be the same or this one, and the year that it is of."""
    before = word(tokens, index, "time_before_unit", lead=True)
    name = word(tokens, before.after if before is not None else index, "time_unit", lead=before is None)
    if name is None or not name.article or name.entry["unit"] not in _UNITS or name.entry["number"] != "one":
        return None
    after, frame = name.after, before.entry["frame"] if before is not None else None
    if before is None:
        behind = word(tokens, after, "time_frame")
        if behind is None or behind.entry["frame"] != "same":
            return None
        after, frame = behind.after, "same"
    if frame not in ("same", "this") or not said(tokens, after, "time_of"):
        return None
    within = year_level(tokens, after + 1)
    if within is None or (within.sense.unit or "year") != "year" or within.sense.month is not None:
        return None
    return Read(Sense("twin", unit=name.entry["unit"], frame=frame, within=within.sense), within.after)


def twin(sense: Sense, scene: Scene) -> Placed:
    """That day or month in the year named: of the one last spoken of near by, else of the day of publication."""
    within = sense.within
    outer = UNPLACED if within is None else plain_date(within, scene) if within.kind == "date" else unit(within, scene)
    year = outer.days[0].year if outer.days[0] is not None else None
    last = scene.last_day if sense.unit == "day" else scene.last_month
    near = last is not None and sense.frame == "same" and scene.since(last[2]) < _NEAR_BY
    base = last[1] if last is not None and near else scene.today
    if base is None or year is None:
        return UNPLACED
    day = cal.day_of(year, base.month, base.day if sense.unit == "day" else 1)
    if day is None:
        return UNPLACED
    value = day.isoformat() if sense.unit == "day" else f"{year:04d}-{base.month:02d}"
    basis: Basis = "previous" if near else "published"
    return Placed(value, cal.bounds(value), basis, last[0] if last is not None and near else None, reason("twin"))
