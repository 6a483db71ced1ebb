"""Senses placed on the calendar, in text order: values, first and last day, what each hangs on, and why."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from components.extract.times import calendar as cal
from components.extract.times.beside import shared
from components.extract.times.calendar import OPEN
from components.extract.times.periods import decade, nth_day, ordered, season, share
from components.extract.times.reasons import reason
from components.extract.times.scene import ON_TEXT, UNPLACED, Placed, Scene, clock_of, whole_day
from components.extract.times.sense import Expression, Sense, corresponding, said
from components.extract.times.twins import twin
from components.extract.times.units import ago, unit
from components.extract.times.written import plain_date, span, written_years, years
from components.text.tokens import Tokens


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
    started = _range_begun(scene) if sense.frame is None else None
    if started is not None:
        return whole_day(cal.days_from(started[1], (number - started[1].isoweekday()) % 7), sense, "previous", started[0],
                         scene.why("weekday_range"))
    if today is None:
        return Placed(f"XXXX-WXX-{number}" + clock_of(sense), OPEN, "unresolved", None, reason("unresolved"))
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    if sense.frame in ("next", "after_next", "coming") or (sense.frame is None and _to_come(scene, back)):
        ahead = ahead or (7 if sense.frame in ("next", "after_next") else 0)
        ahead += 7 if sense.frame == "after_next" else 0
        return whole_day(cal.days_from(today, ahead), sense, "published", None, scene.why("weekday_future"))
    back = back or (7 if sense.frame in ("last", "before_last") else 0)
    back += 7 if sense.frame == "before_last" else 0
    return whole_day(cal.days_from(today, -back), sense, "published", None, scene.why("weekday_past"))


def _range_begun(scene: Scene) -> tuple[int, date] | None:
    """The day right before إلى or حتى, whose range the weekday ends: من الأحد إلى الخميس."""
    if scene.here is None or scene.last_day is None or scene.last_day[0] != len(scene.placed) - 1:
        return None
    joined = said(scene.tokens, scene.here.first - 1, "time_range_end") and scene.before is not None and (
        scene.here.first - 1 == scene.before.after)
    return scene.last_day[:2] if joined else None


def _to_come(scene: Scene, back: int) -> bool:
    """The bare weekday is the next one: by the clause's tense; and tomorrow's name seldom means six days ago."""
    tense = scene.tense
    if tense in ("future", "present"):
        return True
    late = scene.here is not None and said(scene.tokens, scene.here.first - 1, "time_until")
    return back == _SIX and (late or tense is None)


def near(sense: Sense, scene: Scene) -> Placed:
    """اليوم, أمس, غدا."""
    if scene.today is None:
        return UNPLACED
    day = cal.days_from(scene.today, int(sense.amount or 0))
    if sense.weekday is not None and day is not None:  # اليوم الأحد in an article published after midnight: the Sunday
        off = (day.isoweekday() - sense.weekday) % 7
        day = cal.days_from(day, -off if off <= 3 else 1 if off == 6 else 0)
    return whole_day(day, sense, "published", None, scene.why("today"))


def fixed(sense: Sense, scene: Scene) -> Placed:
    """حاليا, مؤخرا: a value that stands on no calendar."""
    return Placed(sense.value, OPEN, "unresolved" if (sense.value or "").endswith("_REF") else "explicit")


def loose(sense: Sense, scene: Scene) -> Placed:
    """حينها, ذلك الوقت: the time before, where there is one."""
    if sense.frame == "same" and scene.last is not None:
        anchor = scene.last[0]
        before = scene.placed[anchor]
        if before.value is not None and scene.since(scene.last[2]) < 60:
            return Placed(before.value.partition("T")[0], before.days, "previous", anchor, reason("day_context"))
    return fixed(sense, scene)


def length(sense: Sense, scene: Scene) -> Placed:
    return Placed(sense.value)


def clock_time(sense: Sense, scene: Scene) -> Placed:
    """A clock time or a part of the day alone: on the day last spoken of near by, else on that of publication."""
    ahead = scene.last_day is not None and scene.today is not None and scene.last_day[1] > scene.today
    near_by = scene.last_day is not None and scene.since(scene.last_day[2]) < (_SAME_SENTENCE if ahead else _SAME_STORY)
    if scene.last_day is not None and near_by:
        anchor, day, _ = scene.last_day
        return whole_day(day, sense, "previous", anchor, reason("day_context"))
    if scene.today is not None:
        return whole_day(scene.today, sense, "published", None, scene.why("today"))
    return Placed(clock_of(sense) or None, OPEN, "unresolved", None, reason("unresolved"))


def feast(sense: Sense, scene: Scene) -> Placed:
    from components.extract.times.hijri import feast_day

    return feast_day(sense, scene)


HOW: dict[str, Callable[[Sense, Scene], Placed]] = {
    "date": plain_date, "weekday": weekday, "near": near, "unit": unit, "ago": ago, "fixed": fixed, "loose": loose,
    "length": length, "set": length, "years": years, "span": span, "clock": clock_time, "part": clock_time,
    "decade": decade, "season": season, "nth": nth_day, "ordered": ordered, "share": share,
    "feast": feast, "twin": twin,
}
_SAME_SENTENCE, _SAME_STORY = 15, 120  # tokens
_SIX = 6  # days
_RECENT = 400  # days
_MONTH_LENGTH = len("2024-01")
_NO_ANCHOR = frozenset(("length", "set", "fixed", "loose"))


def placed(expressions: Sequence[Expression], tokens: Tokens, today: date | None, horizon: date | None) -> list[Placed]:
    """Each expression's place on the calendar, in their order. `today` is the known day of publication, `horizon` the
    estimated one."""
    scene = Scene(tokens, today, horizon)
    scene.written = written_years(expressions, scene)
    beside = shared(expressions, tokens)
    for number, expression in enumerate(expressions):
        scene.before, scene.here = scene.here, expression
        sense, anchor = beside.get(number, (expression.sense, None))
        found = HOW[sense.kind](sense, scene)
        if anchor is not None and found.basis == "explicit":
            found = found._replace(basis="previous", anchor=anchor, reason=reason("year_beside"))
        scene.placed.append(found)
        first, last = found.days
        if expression.sense.kind not in _NO_ANCHOR and first is not None:
            scene.last = number, found.days, expression.first
            if first == last:
                scene.last_day = number, first, expression.first
            elif len(found.value or "") == _MONTH_LENGTH and (today is None or abs((today - first).days) < _RECENT):
                scene.last_month = number, first, expression.first
    return _doubled(expressions, tokens, scene.placed)


def _doubled(expressions: Sequence[Expression], tokens: Tokens, places: list[Placed]) -> list[Placed]:
    """A Hijri day whose Gregorian one stands beside it, a day off at most, is that day without a margin."""
    for number, (one, two) in enumerate(pairwise(expressions)):
        if (one.sense.calendar == "hijri") == (two.sense.calendar == "hijri") or not corresponding(tokens, one, two):
            continue
        hijri, other = (number, number + 1) if one.sense.calendar == "hijri" else (number + 1, number)
        days, margin = places[other].days, places[hijri].days
        if None in days or None in margin or days[0] != days[1] or not margin[0] <= days[0] <= margin[1]:  # type: ignore[operator]
            continue
        places[hijri] = Placed(places[other].value, days, "previous", other, reason("hijri_double"))
    return places
