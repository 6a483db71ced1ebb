"""What a chart shows, described once: frozen records that Plotly draws on the screen and typst as a picture.

Positions on an axis of days are proleptic ordinals (`date.toordinal`), a bar's `end` exclusive; on the other axes
they are counts, or sizes as `counters.place` gives them. Strings are logical text, already worded in `Chart.lang`.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["time", "figure", "direct", "indirect", "mixed", "unnamed", "named", "institution"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a hover text; `article` where the words are the article's own (they run from right to left)."""

    text: str
    article: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """`id` is the record a click leads to. Hatched: the text does not say. Hollow: announced, or a bound's open side. Gap:
    no stretch of days but the room between two neighbours, somewhere in which it happened."""

    id: str
    row: int
    start: float
    end: float
    tone: Tone
    hatched: bool = False
    hollow: bool = False
    open_start: bool = False
    open_end: bool = False
    hover: tuple[Line, ...] = ()
    label: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chart and of the table beside it: `lead` as stated, `supplied` by the analysis, `text` the article's.

    One without an `id` is a heading over the rows that follow.
    """

    id: str
    lead: str
    supplied: str = ""
    text: str = ""
    note: str = ""
    extent: str = ""  # the whole date or range in words

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The row as the table shows it; what was supplied stands in brackets where the extent has a column of its own."""
        lead = f"{self.lead} [{self.supplied}]".strip() if self.extent and self.supplied else self.lead
        return lead, self.extent or self.supplied, self.text, self.note


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend."""

    label: str
    tone: Tone
    hatched: bool = False
    hollow: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Loose:
    """A time that no day of the calendar stands for, in a lane of its own; `count` is how often it is said."""

    id: str
    text: str
    note: str
    summary: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, without the stretches in `breaks`; `ticks` where a grid line and its label stand."""

    kind: Literal["days", "count", "size"]
    low: float
    high: float
    ticks: tuple[Tick, ...] = ()
    breaks: tuple[tuple[float, float], ...] = ()

    @property
    def shown(self) -> float:
        """The length that is drawn: the whole without its breaks."""
        return self.high - self.low - sum(end - start for start, end in self.breaks)

    def share(self, at: float) -> float:
        """How far along the drawn axis `at` stands: 0 at `low`, 1 at `high`; a place in a break stands at its edge."""
        at = min(max(at, self.low), self.high)
        hidden = sum(min(end, at) - start for start, end in self.breaks if at > start)
        return (at - self.low - hidden) / (self.shown or 1)

    def place(self, share: float) -> float:
        """The place on the axis that stands `share` of the way along what is drawn; the way back from `share`."""
        at = self.low + share * self.shown
        for start, end in self.breaks:
            at += end - start if at > start else 0
        return at


@dataclass(frozen=True, slots=True)
class Mark:
    """A dashed line across all rows, such as the day of publication."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`labels` stand beside their bars or in the margin; `empty` is the sentence to show where there is nothing to draw."""

    name: str
    title: str
    lang: str
    axis: Axis
    digits: str = "latn"
    labels: Literal["beside", "margin"] = "beside"
    rows: tuple[Row, ...] = ()
    bars: tuple[Bar, ...] = ()
    rug: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    legend: tuple[Key, ...] = ()
    loose: tuple[Loose, ...] = ()
    note: str = ""
    empty: str = ""
    heads: tuple[str, ...] = ()  # the titles of the columns of `Row.cells`; "" where unused

    @property
    def rtl(self) -> bool:
        return self.lang == "ar"
