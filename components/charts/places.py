"""Where a place on a chart's axis stands on Plotly's axis."""

from components.charts.chart import Axis

DAY = 86_400_000  # milliseconds
EPOCH = 719_163  # 1 January 1970 as an ordinal


def on_calendar(axis: Axis) -> bool:
    """Whether Plotly draws it as an axis of dates, with ticks that follow the zoom; one with breaks has days of its own."""
    return axis.kind == "days" and not axis.breaks


def drawn(axis: Axis, at: float) -> float:
    """`at` in Plotly's units: milliseconds since 1970 on an axis of dates, days that are drawn where there are breaks
    (Plotly's own range breaks lose bars), else `at` itself.

    >>> drawn(Axis("days", 719_160, 719_170), 719_164)
    86400000
    """
    if on_calendar(axis):
        return (at - EPOCH) * DAY
    return axis.share(at) * axis.shown if axis.kind == "days" else at
