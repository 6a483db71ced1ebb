"""Senses placed on the calendar, in text order: values, first and last day, what each hangs on, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from components.extract.times import calendar as cal
from components.extract.times.calendar import OPEN, Bounds
from components.extract.times.reasons import reason
from components.extract.times.sense import Expression, Sense
from components.extract.times.tense import Tense, tense_at
from components.model import Basis
from components.text.tokens import Tokens

SHIFTS = {"before_last": -2, "last": -1, "this": 0, "next": 1, "after_next": 2}
ON_TEXT = {"previous": -1, "same": 0, "following": 1}  # frames that hang on the time before
_NEAR_FUTURE, _NEXT_DAYS, _LONG_PAST, _FAR_CONTEXT = 45, 7, 300, 400


@dataclass(frozen=True, slots=True)
class Placed:
    """A value with its days, what it hangs on (`anchor`: the number of another expression) and why."""

    value: str | None
    days: Bounds = OPEN
    basis: Basis = "explicit"
    anchor: int | None = None
    reason: Mapping[str, str] | None = None


UNPLACED = Placed(None, OPEN, "unresolved", None, reason("unresolved"))


@dataclass(slots=True)
class Scene:
    """What is known when an expression is placed: the day of publication, and the times before it.

    `today` is None where the day of publication is estimated or unknown; `horizon` is the estimate then.
    """

    tokens: Tokens
    today: date | None
    horizon: date | None = None
    here: Expression | None = None
    last: tuple[int, Bounds, int] | None = None      # expression number, its days, its first token
    last_day: tuple[int, date, int] | None = None
    placed: list[Placed] = field(default_factory=list)

    @property
    def tense(self) -> Tense | None:
        here = self.here
        return tense_at(self.tokens, here.first, here.after) if here is not None else None

    def since(self, token: int) -> int:
        """How many tokens the expression stands behind `token`."""
        return self.here.first - token if self.here is not None else 0

    def why(self, name: str) -> Mapping[str, str]:
        return reason(name, published=self.today or self.horizon or "؟")


def on_day(day: date | None, sense: Sense) -> str | None:
    """The value of a day with its part or clock time."""
    if day is None:
        return None
    return day.isoformat() + clock_of(sense)


def clock_of(sense: Sense) -> str:
    if sense.hour is not None:
        return f"T{sense.hour:02d}:{sense.minute or 0:02d}"
    return f"T{sense.part}" if sense.part else ""


def whole_day(day: date | None, sense: Sense, basis: Basis, anchor: int | None, why: Mapping[str, str]) -> Placed:
    if day is None:
        return UNPLACED
    return Placed(on_day(day, sense), (day, day), basis, anchor, why)


def without_year(sense: Sense) -> Placed:
    """XXXX-10-17, XXXX-03, XXXX-XX-25: what the words give, and no more."""
    month = f"{sense.month:02d}" if sense.month else "XX"
    value = f"XXXX-{month}" + (f"-{sense.day:02d}" if sense.day else "") + clock_of(sense)
    return Placed(value, OPEN, "unresolved", None, reason("unresolved"))


def weekday(sense: Sense, scene: Scene) -> Placed:
    number = sense.weekday or 1
    today = scene.today
    if sense.within is not None:
        week = unit(sense.within, scene)
        if week.days[0] is not None:
            return whole_day(cal.days_from(week.days[0], number - 1), sense, week.basis, week.anchor, scene.why("frame"))
    if sense.frame in ON_TEXT and scene.last_day is not None:
        anchor, base, _ = scene.last_day
        ahead = (number - base.isoweekday() - 1) % 7 + 1 if sense.frame == "following" else 0
        back = (base.isoweekday() - number) % 7
        return whole_day(cal.days_from(base, ahead or -back), sense, "previous", anchor, scene.why("day_context"))
    if today is None:
        return Placed(f"XXXX-WXX-{number}" + clock_of(sense), OPEN, "unresolved", None, reason("unresolved"))
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    tense = scene.tense if sense.frame is None else None
    if sense.frame in ("next", "after_next") or tense == "future" or (sense.frame is None and back == 6 and tense is None):
        ahead = ahead or (7 if sense.frame else 0)
        return whole_day(cal.days_from(today, ahead), sense, "published", None, scene.why("weekday_future"))
    back = back or (7 if sense.frame in ("last", "before_last") else 0)
    back += 7 if sense.frame == "before_last" else 0
    return whole_day(cal.days_from(today, -back), sense, "published", None, scene.why("weekday_past"))


def near(sense: Sense, scene: Scene) -> Placed:
    """اليوم, أمس, غدا."""
    if scene.today is None:
        return UNPLACED
    return whole_day(cal.days_from(scene.today, int(sense.amount or 0)), sense, "published", None, scene.why("today"))


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
    return year_found(sense, scene)


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
        ahead - today).days <= (_NEAR_FUTURE if tense is None else _NEXT_DAYS)
    if sense.day is None and month == today.month:
        return _dated(sense, today.year, "published", None, scene.why("year_past"))
    if tense == "future" or soon:
        return _dated(sense, past + 1, "published", None, scene.why("year_future"))
    return _dated(sense, past, "published", None, scene.why("year_past"))


def _of_context(sense: Sense, scene: Scene) -> Placed | None:
    """A story told of another year: the date before, near by in the text, was written with a year well before today."""
    if scene.last is None or scene.today is None or scene.tense == "future":
        return None
    anchor, (first, last), token = scene.last
    if first is None or last is None or scene.since(token) > 60 or scene.placed[anchor].basis == "published":
        return None
    if (scene.today - last).days < _FAR_CONTEXT or (last - first).days > 31:
        return None
    year = first.year + ((sense.month or 1) < first.month)
    return _dated(sense, year, "previous", anchor, scene.why("year_context"))


def _estimated(sense: Sense, scene: Scene) -> Placed:
    """Without a day of publication: the year that follows the latest full date of the text, else X."""
    horizon, month = scene.horizon, sense.month or 1
    if horizon is None:
        return without_year(sense)
    year = horizon.year if (month, sense.day or 31) <= (horizon.month, horizon.day) else horizon.year - 1
    if sense.day is None and month == horizon.month:
        year = horizon.year
    return _dated(sense, year, "estimated", None, scene.why("year_estimated"))


def unit(sense: Sense, scene: Scene) -> Placed:
    """A week, month, year, decade, century, day or night placed by its frame."""
    name = sense.unit or "day"
    if name == "century" and sense.amount is not None:
        value = f"{int(sense.amount) - 1:02d}"
        return Placed(value, cal.bounds(value))
    frame = sense.frame or "this"
    if frame in ON_TEXT:
        if scene.last is None:
            return UNPLACED
        anchor, (base, _), _ = scene.last
        if name in ("day", "night"):
            anchor, base, _ = scene.last_day or (0, None, 0)
        if base is None:
            return UNPLACED
        return _shifted(sense, base, ON_TEXT[frame], "previous", anchor, reason("day_context"))
    if scene.today is None or frame not in SHIFTS:
        return UNPLACED
    return _shifted(sense, scene.today, SHIFTS[frame], "published", None, scene.why("frame"))


def _shifted(sense: Sense, base: date, count: int, basis: Basis, anchor: int | None, why: Mapping[str, str]) -> Placed:
    name = sense.unit or "day"
    value: str | None = None
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
    """قبل ثلاثة أيام from publication; بعد أسبوعين from the time before, or where the clause is future from publication."""
    before = sense.frame == "before"
    if sense.value == "event":
        return Placed(None, OPEN, "unresolved", None, reason("event"))
    base, basis, anchor = scene.today, "published", None
    if not before and scene.tense != "future":
        if scene.last_day is not None and scene.since(scene.last_day[2]) < 60:
            anchor, base, _ = scene.last_day
            basis = "previous"
        elif scene.last is not None and scene.since(scene.last[2]) < 40 and (
                scene.placed[scene.last[0]].basis == "explicit"):
            anchor, base, basis = scene.last[0], scene.last[1][0], "previous"
    if sense.amount is None:
        return Placed("PAST_REF" if before else "FUTURE_REF" if basis == "published" else None,
                      (None, scene.today) if before else OPEN, "published" if scene.today else "unresolved", None,
                      scene.why("frame"))
    if base is None:
        return UNPLACED
    why = scene.why("frame") if basis == "published" else reason("day_context")
    return _moved(sense, base, -sense.amount if before else sense.amount, basis, anchor, why)  # type: ignore[arg-type]


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


def fixed(sense: Sense, scene: Scene) -> Placed:
    days = {"PAST_REF": (None, scene.today), "PRESENT_REF": (scene.today, scene.today), "FUTURE_REF": (scene.today, None)}
    value = sense.value
    return Placed(value, days.get(value or "", OPEN), "published" if scene.today and value in days else "explicit")


def loose(sense: Sense, scene: Scene) -> Placed:
    """حينها, ذلك الوقت: the time before, where there is one."""
    if sense.value == "PAST_REF" and scene.last is not None:
        anchor = scene.last[0]
        before = scene.placed[anchor]
        if before.value is not None and scene.since(scene.last[2]) < 60:
            return Placed(before.value.partition("T")[0], before.days, "previous", anchor, reason("day_context"))
    return fixed(sense, scene)


def length(sense: Sense, scene: Scene) -> Placed:
    return Placed(sense.value)


def years(sense: Sense, scene: Scene) -> Placed:
    first, last = sense.year or 1, int(sense.amount or sense.year or 1)
    return Placed(None, (cal.bounds(f"{first:04d}")[0], cal.bounds(f"{last:04d}")[1]))


def span(sense: Sense, scene: Scene) -> Placed:
    """Days that share their month: no value, but a first and a last day."""
    first = plain_date(sense, scene)
    start = first.days[0]
    if start is None:
        return Placed(None, OPEN, first.basis, first.anchor, first.reason)
    last = cal.days_from(start, int(sense.amount or 0) - (sense.day or 0))
    return Placed(None, (start, last), first.basis, first.anchor, first.reason)


def clock_time(sense: Sense, scene: Scene) -> Placed:
    """A clock time or a part of the day alone: on the day last spoken of near by, else on that of publication."""
    if scene.last_day is not None and scene.since(scene.last_day[2]) < 120:
        anchor, day, _ = scene.last_day
        return whole_day(day, sense, "previous", anchor, reason("day_context"))
    if scene.today is not None:
        return whole_day(scene.today, sense, "published", None, scene.why("today"))
    return Placed(clock_of(sense) or None, OPEN, "unresolved", None, reason("unresolved"))


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
    value = f"{year:04d}-{name}"
    return Placed(value, cal.bounds(value), "published", None, scene.why("frame"))


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
        return outer
    if scene.today is None:
        return Placed(f"XXXX-{letter}{number}", OPEN, "unresolved", None, reason("unresolved"))
    first = cal.bounds(f"{scene.today.year:04d}-{letter}{number}")[0]
    year = scene.today.year - (first is not None and first > scene.today)
    value = f"{year:04d}-{letter}{number}"
    return Placed(value, cal.bounds(value), "published", None, scene.why("year_past"))


def feast(sense: Sense, scene: Scene) -> Placed:
    from components.extract.times.hijri import feast_day

    return feast_day(sense, scene)


HOW: dict[str, Callable[[Sense, Scene], Placed]] = {
    "date": plain_date, "weekday": weekday, "near": near, "unit": unit, "ago": ago, "fixed": fixed, "loose": loose,
    "length": length, "set": length, "years": years, "span": span, "clock": clock_time, "part": clock_time,
    "decade": decade, "season": season, "ordered": ordered, "feast": feast,
}
_NO_ANCHOR = frozenset(("length", "set", "fixed", "loose"))


def placed(expressions: list[Expression], tokens: Tokens, today: date | None, horizon: date | None = None) -> list[Placed]:
    """Each expression's place on the calendar, in their order. `today` is the known day of publication, `horizon` the
    estimated one."""
    scene = Scene(tokens, today, horizon)
    for number, expression in enumerate(expressions):
        scene.here = expression
        found = HOW[expression.sense.kind](expression.sense, scene)
        scene.placed.append(found)
        first, last = found.days
        if expression.sense.kind not in _NO_ANCHOR and first is not None:
            scene.last = number, found.days, expression.first
            if first == last:
                scene.last_day = number, first, expression.first
    return scene.placed
