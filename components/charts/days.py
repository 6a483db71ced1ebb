"""The axis of days: how far it runs, which empty stretches are left out, where its ticks stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from components.charts.chart import Axis, Tick
from components.charts.dates import month_text
from components.charts.wording import in_digits

EMPTY_DAYS = 400  # a shorter stretch is always drawn
EMPTY_SHARE = 0.55  # of the drawn axis: a stretch that takes less is drawn
MARGIN = 0.035
FEW = 3  # days: beside so short a stretch, room is left for the labels after it
ROOM = 0.4  # of the axis, for a label
Span = tuple[int | None, int | None]  # where a bar begins and ends; None where it is open
LAST = date.max.toordinal()


def day_axis(edges: Iterable[int], spans: Sequence[Span] = (), lang: str = "ar", digits: str = "latn") -> Axis:
    """An axis for what begins and ends at `edges` (ordinals), without long stretches where nothing begins or ends.

    `spans` are the bars whose labels stand beside them: it runs on until each has room on one side.
    """
    at = sorted(set(edges)) or [date(2000, 1, 1).toordinal()]
    breaks = _breaks(at)
    shown = at[-1] - at[0] - sum(end - start for start, end in breaks)
    before, after = (1, 6) if shown <= FEW else (max(3, shown * MARGIN),) * 2
    low, high = max(1.0, at[0] - before), min(float(LAST), at[-1] + after)
    bare = _roomy(Axis("days", low, high, (), tuple(breaks)), spans)
    return replace(bare, ticks=tuple(_ticks(bare, lang, digits)))


def _roomy(axis: Axis, spans: Sequence[Span]) -> Axis:
    """`axis` made longer where a bar takes so much of it that its label finds no room on either side."""
    for start, end in spans:
        first = 0.0 if start is None else axis.share(start)
        last = 1.0 if end is None else axis.share(end)
        if max(first, 1 - last) >= ROOM:
            continue
        lacking = (ROOM - (first if end is None else 1 - last)) * axis.shown / (1 - ROOM)
        if end is None:
            axis = replace(axis, low=max(1.0, axis.low - lacking))
        else:
            axis = replace(axis, high=min(float(LAST), axis.high + lacking))
    return axis


def _breaks(at: list[int]) -> list[tuple[float, float]]:
    """The stretches to leave out, longest first, until none outweighs the rest; a tenth of the rest stays on either side."""
    gaps = sorted(pairwise(at), key=lambda gap: gap[0] - gap[1])
    shown = at[-1] - at[0]
    out = []
    for start, end in gaps[:6]:
        if end - start < EMPTY_DAYS or end - start < EMPTY_SHARE * shown:
            break
        rest = shown - (end - start)
        keep = max(5, min(rest, EMPTY_DAYS) * 0.1, rest * 0.1)
        out.append((float(start + keep), float(end - keep)))
        shown = int(rest + 2 * keep)
    return sorted(out)


def _ticks(axis: Axis, lang: str, digits: str) -> list[Tick]:
    low, high = date.fromordinal(int(axis.low)), date.fromordinal(int(axis.high))
    if axis.shown <= 21:
        starts = [date.fromordinal(each) for each in range(int(axis.low) + 1, int(axis.high) + 1)]
        starts = starts[:: max(1, len(starts) // 9)]
    elif axis.shown <= 70:
        starts = [day for day in _months(low, high, 1, axis) for day in (day, day.replace(day=11), day.replace(day=21))]
    elif axis.shown <= 900:
        starts = list(_months(low, high, 1 if axis.shown <= 300 else 3, axis))
    else:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if axis.shown / 365 / step <= 9)
        starts = [date(year, 1, 1) for year in range(max(1, low.year), high.year + 1) if year % step == 0]
    return list(_labelled(axis, starts, lang, digits))


def _months(low: date, high: date, step: int, axis: Axis) -> Iterable[date]:
    for year in range(low.year, high.year + 1):
        if axis.breaks and any(
            start < date(year, 1, 1).toordinal() and date(year, 12, 31).toordinal() < end for start, end in axis.breaks
        ):
            continue
        for month in range(1, 13, step):
            yield date(year, month, 1)


def _labelled(axis: Axis, starts: Iterable[date], lang: str, digits: str) -> Iterable[Tick]:
    """Ticks that are drawn; the year is said at the first and wherever it changes."""
    year = 0
    for day in starts:
        at = day.toordinal()
        if not axis.low <= at <= axis.high or any(start <= at <= end for start, end in axis.breaks):
            continue
        if axis.shown > 900:
            label = str(day.year)
        else:
            label = month_text(day.month, lang) if axis.shown > 70 else f"{day.day} {month_text(day.month, lang)}"
            label += f" {day.year}" if day.year != year else ""
        year = day.year
        yield Tick(float(at), in_digits(label, digits, lang))
