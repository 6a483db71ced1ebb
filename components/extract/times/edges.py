"""Beginning, middle and end of a time, and what stands for a part of one: أوائل يناير, نهاية الأسبوع, وقت سابق اليوم."""

from components.extract.times.clock import part_of_day
from components.extract.times.dates import month_at, tail, year_at
from components.extract.times.relative import day_at, unit_placed
from components.extract.times.seasons import span_unit
from components.extract.times.sense import Read, Sense, said, word
from components.text.tokens import Tokens

_CLOCK_UNITS = ("hour", "minute", "second")


def edge(tokens: Tokens, index: int) -> Read | None:
    """أوائل يناير, مطلع الأسبوع, نهاية الشهر الجاري, أواخر 2017, وقت سابق من هذا الأسبوع, نهاية الأسبوع."""
    week_end = word(tokens, index, "time_week_end", lead=True)
    if week_end is not None:
        frame = word(tokens, week_end.after, "time_frame")
        placed = frame is not None and frame.entry["frame"] != "recent"
        sense = Sense("unit", unit="weekend", frame=frame.entry["frame"] if frame is not None and placed else "this")
        return Read(sense, frame.after if frame is not None and placed else week_end.after)
    name = word(tokens, index, "time_edge", lead=True)
    if name is None or name.article:
        return None
    at = name.after + said(tokens, name.after, "time_of")
    if name.entry.get("not_from") and at > name.after:  # بداية من أغسطس: from August on
        return None
    parted = at > name.after or name.after - name.first > 1
    read = span_unit(tokens, at) or day_at(tokens, at) or (part_of_day(tokens, at) if parted else None)
    if read is None:
        read = _bare_unit(tokens, at) or _bare_year(tokens, at) or _bare_month(tokens, at)
    if read is None:
        return None
    sense = read.sense
    if name.entry.get("first_day") and sense.kind == "date" and sense.day is None:
        sense = sense.but(day=1)
    return Read(sense.but(mod=name.entry["mod"] or sense.mod), read.after)


def _bare_unit(tokens: Tokens, index: int) -> Read | None:
    """نهاية العام, مطلع الشهر: the running one."""
    unit = word(tokens, index, "time_unit")
    if unit is None or not unit.article or unit.entry["number"] != "one" or unit.entry["unit"] in _CLOCK_UNITS:
        return None
    kind = word(tokens, unit.after, "time_year_kind")
    if kind is not None and unit.entry["unit"] == "year":  # بداية العام الدراسي
        return Read(Sense("unit", unit="year", frame="new" if kind.entry.get("open") else "this"), kind.after)
    return Read(Sense("unit", unit=unit.entry["unit"], frame="this"), unit.after)


def _bare_month(tokens: Tokens, index: int) -> Read | None:
    """غرة شعبان, أواخر صفر: behind an edge the name is a month's."""
    month = month_at(tokens, index)
    if month is None:
        return None
    return tail(tokens, Sense("date", month=month.number, calendar=month.calendar), month.after)


def _bare_year(tokens: Tokens, index: int) -> Read | None:
    year = year_at(tokens, index)
    return Read(Sense("date", year=year[0], calendar=year[1]), year[2]) if year is not None else None


def later_that_day(tokens: Tokens, index: int) -> Read | None:
    """وقت لاحق من الخميس, وقت سابق اليوم: a time of that day; وقت لاحق من العام الجاري. Before a week (وقت لاحق من هذا
    الأسبوع) the week alone is the time."""
    place = word(tokens, index, "time_ref_loose", lead=True)
    if place is None or not place.entry.get("of_day"):
        return None
    at = place.after + said(tokens, place.after, "time_of")
    read = part_of_day(tokens, at) or day_at(tokens, at)
    if read is not None:
        return Read(read.sense, read.after) if read.sense.kind in ("weekday", "near", "date") else None
    unit = unit_placed(tokens, at) if at > place.after else None
    return unit if unit is not None and unit.sense.unit in ("month", "year") else None
