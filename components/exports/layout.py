"""A chart laid out for a picture: plain shapes with their places in pt from the top left corner.

The same record is drawn by Plotly on the screen; the measures here are those of the screen, one pt for one px.
"""

from dataclasses import dataclass, field
from typing import Any

from components.charts.chart import Bar, Chart, Key, Row
from components.charts.draw_gaps import gap_colour
from components.charts.labels import GAP, LETTER, labels
from components.charts.theme import TOKENS, paint
from components.charts.wording import cut, in_digits, word

SIDE, HEAD, FOOT = 24, 66, 16
ROW, BAR, RUG = 22, 13, 7
WIDE_ROW, WIDE_BAR = 28, 15
SMALL = 7  # the width of the smallest bar
MOST = 150  # rows of a picture; the rest is counted below them
NAME, NAME_LETTER = 34, 6.6  # code points of a name in the margin; pt of a letter, Latin ones included

Shape = dict[str, Any]


@dataclass
class Sheet:
    """A picture being laid out: its chart, its theme, its width, and the shapes so far."""

    chart: Chart
    theme: str
    width: float
    shapes: list[Shape] = field(default_factory=list)

    def token(self, name: str) -> str:
        return TOKENS[self.theme][name]

    def x(self, share: float, low: float, high: float) -> float:
        """`share` of the way along the axis between two edges of the picture: from the right in Arabic."""
        return high - share * (high - low) if self.chart.rtl else low + share * (high - low)

    def words(
        self, x: float, y: float, anchor: str, runs: list[tuple[str, str, bool]], size: float = 12.5, rtl: bool | None = None
    ) -> None:
        """Words with their middle at height `y`: runs of (text, colour token, bold), in the direction of the language."""
        listed = [{"text": text, "colour": self.token(colour), "bold": bold} for text, colour, bold in runs]
        direction = self.chart.rtl if rtl is None else rtl
        self.shapes.append(
            {"kind": "words", "x": x, "y": y, "anchor": anchor, "runs": listed, "size": size, "rtl": direction}
        )

    def line(self, x: float, y: float, to: tuple[float, float], token: str, thick: float = 1, dashed: bool = False) -> None:
        shape = {"kind": "line", "x": x, "y": y, "to": to, "colour": self.token(token), "thick": thick, "dashed": dashed}
        self.shapes.append(shape)

    def bar(self, bar: Bar | Key, edges: tuple[float, float], top: float, height: float, upright: bool = False) -> None:
        fill, line, hatch = paint(bar, self.theme)
        left, right = min(edges), max(edges)
        self.shapes.append(
            {
                "kind": "bar",
                "x": left,
                "y": top,
                "width": right - left,
                "height": height,
                "fill": fill,
                "line": line,
                "hatch": hatch,
                "upright": upright,
            }
        )

    def gap(self, edges: tuple[float, float], top: float, height: float, strokes: tuple[bool, bool], hollow: bool) -> None:
        """A dashed line between two edges, with a stroke at those where `strokes` is true."""
        colour, (first, last) = gap_colour(hollow, self.theme), edges
        middle = top + height / 2
        drawn = [((first, middle), (last, middle), True)]
        drawn += [((x, top), (x, top + height), False) for x, stroke in zip(edges, strokes, strict=True) if stroke]
        for (x, y), to, dashed in drawn:
            shape = {"kind": "line", "x": x, "y": y, "to": to, "colour": colour, "thick": 1.5, "dashed": dashed}
            self.shapes.append(shape)

    @property
    def start(self) -> tuple[float, str]:
        """Where a line of text begins: the side of the page and the anchor."""
        return (self.width - SIDE, "right") if self.chart.rtl else (SIDE, "left")

    def forward(self, x: float, step: float) -> float:
        """`x` moved `step` along the reading."""
        return x - step if self.chart.rtl else x + step


def shapes(chart: Chart, theme: str, width: float) -> tuple[list[Shape], float]:
    """The shapes of `chart` in a picture `width` pt wide, and the picture's height."""
    sheet = Sheet(chart, theme, width)
    _head(sheet)
    if chart.empty:
        at, anchor = sheet.start
        sheet.words(at, HEAD + 14, anchor, [(chart.empty, "ink2", False)])
        bottom = HEAD + 34.0
    else:
        bottom = _timeline(sheet) if chart.labels == "beside" else _margin(sheet)
    return sheet.shapes, _lane(sheet, bottom) + FOOT


def _head(sheet: Sheet) -> None:
    """Title and note, then the legend."""
    chart = sheet.chart
    at, anchor = sheet.start
    sheet.words(at, 24, anchor, [(chart.title, "ink", True), (f"   {chart.note}" if chart.note else "", "ink3", False)], 14)
    for key in () if chart.empty else chart.legend:
        if key.gap:
            sheet.gap((at, sheet.forward(at, 18)), 42, 9, (True, True), False)
        else:
            sheet.bar(key, (at, sheet.forward(at, 18)), 42, 9)
        at = sheet.forward(at, 24)
        sheet.words(at, 46.5, anchor, [(key.label, "ink3", False)], 12)
        at = sheet.forward(at, len(key.label) * (LETTER if sheet.chart.rtl else NAME_LETTER) + 16)


def _timeline(sheet: Sheet) -> float:
    chart, axis = sheet.chart, sheet.chart.axis
    low, high = float(SIDE), sheet.width - SIDE
    rows = chart.rows[:MOST]
    foot = HEAD + max(1, len(rows)) * ROW + RUG + 5
    for tick in axis.ticks:
        x = sheet.x(axis.share(tick.at), low, high)
        sheet.line(x, HEAD, (x, foot), "line")
        if axis.share(tick.at) < 0.95:
            sheet.words(sheet.forward(x, 3), foot + 11, sheet.start[1], [(tick.label, "ink3", False)], 12)
    for mark in chart.marks:
        x = sheet.x(axis.share(mark.at), low, high)
        sheet.line(x, HEAD, (x, foot), "ink3", 1.5, dashed=True)
    for bar in chart.rug:
        edges = _edges(sheet, bar, low, high, 2)
        sheet.bar(bar, edges, foot - RUG, RUG, upright=True)
    for bar in chart.bars:
        if bar.row < len(rows):
            _dated(sheet, bar, HEAD + bar.row * ROW + 5, low, high)
    for index, (row, label, bar) in enumerate(zip(rows, labels(chart, high - low), chart.bars, strict=False)):
        x = sheet.x(label.share, low, high)
        x = sheet.forward(x, -GAP if label.before else GAP)
        y = HEAD + index * ROW + (8.5 if bar.gap else 11.5)
        _label(sheet, row, label.text, x, y, "left" if label.before == chart.rtl else "right")
    sheet.line(low, foot, (high, foot), "line2")
    for start, _ in axis.breaks:
        x = sheet.x(axis.share(start), low, high)
        for shift in (-2, 2):
            sheet.line(x + shift - 2, foot + 5, (x + shift + 2, foot - 5), "ink3", 1.2)
    return _rest(sheet, foot + 24)


def _dated(sheet: Sheet, bar: Bar, top: float, low: float, high: float) -> None:
    first, last = _edges(sheet, bar, low, high, SMALL)
    if bar.gap:
        top += 6
        sheet.gap((first, last), top + 4, 5, (not bar.open_start, not bar.open_end), bar.hollow)
    else:
        sheet.bar(bar, (first, last), top, BAR)
    for is_open, x, step in ((bar.open_end, last, 7), (bar.open_start, first, -7)):
        if is_open:
            points = [[x, top - 1], [x, top + BAR + 1], [sheet.forward(x, step), top + BAR / 2]]
            sheet.shapes.append({"kind": "arrow", "points": points, "colour": sheet.token("time")})


def _edges(sheet: Sheet, bar: Bar, low: float, high: float, least: float) -> tuple[float, float]:
    """Where a bar begins and ends along the reading; at least `least` wide, about its middle."""
    first, last = (sheet.x(sheet.chart.axis.share(at), low, high) for at in (bar.start, bar.end))
    short = (least - abs(last - first)) / 2
    return (sheet.forward(first, -short), sheet.forward(last, short)) if short > 0 else (first, last)


def _label(sheet: Sheet, row: Row, text: str, x: float, y: float, anchor: str) -> None:
    runs = [(row.lead, "ink", True)]
    if row.supplied:
        runs.append((f"{' ' if row.lead else ''}[{row.supplied}]", "ink3", False))
    runs.append((f"  \u2067{text}\u2069", "ink2", False))
    sheet.words(x, y, anchor, runs)


def _margin(sheet: Sheet) -> float:
    """Names in the margin where the reading begins, bars from there."""
    chart, axis, rtl = sheet.chart, sheet.chart.axis, sheet.chart.rtl
    rows = chart.rows[:MOST]
    names = [cut(row.lead, NAME) for row in rows]
    room = max((len(name) for name in names), default=0) * NAME_LETTER + 14
    low, high = (SIDE + 10, sheet.width - SIDE - room) if rtl else (SIDE + room, sheet.width - SIDE - 10)
    foot = HEAD + len(rows) * WIDE_ROW
    for tick in axis.ticks:
        x = sheet.x(axis.share(tick.at), low, high)
        sheet.line(x, HEAD, (x, foot), "line")
        sheet.words(x, foot + 12, "center", [(tick.label, "ink3", False)], 12, rtl=False)
    for index, (row, name) in enumerate(zip(rows, names, strict=True)):
        edge = high + 8 if rtl else low - 8
        run = (name, "ink" if row.id else "ink3", not row.id)
        sheet.words(edge, HEAD + index * WIDE_ROW + WIDE_ROW / 2, "left" if rtl else "right", [run], rtl=True)
    for bar in chart.bars:
        if bar.row >= len(rows):
            continue
        top = HEAD + bar.row * WIDE_ROW + (WIDE_ROW - WIDE_BAR) / 2
        first, last = _edges(sheet, bar, low, high, 2)
        sheet.bar(bar, (first, last), top, WIDE_BAR)
        before = bar.open_end and not bar.open_start
        at = sheet.forward(first, -6) if before else sheet.forward(last, 6)
        sheet.words(at, top + WIDE_BAR / 2, "left" if before == rtl else "right", [(bar.label, "ink", False)], 12, rtl=False)
    return _rest(sheet, foot + 26)


def _rest(sheet: Sheet, y: float) -> float:
    """Says how many rows found no place."""
    left = len(sheet.chart.rows) - MOST
    if left > 0:
        at, anchor = sheet.start
        said = f"+{in_digits(left, sheet.chart.digits, sheet.chart.lang)} {word('more', sheet.chart.lang)}"
        sheet.words(at, y + 8, anchor, [(said, "ink3", False)])
        return y + 22
    return y


def _lane(sheet: Sheet, y: float) -> float:
    """The times without a date, in lines of their own below the axis."""
    chart = sheet.chart
    if not chart.loose:
        return y
    at, anchor = sheet.start
    sheet.line(SIDE, y + 2, (sheet.width - SIDE, y + 2), "line2", dashed=True)
    y += 16
    head = word("lane", chart.lang)
    sheet.words(at, y, anchor, [(head, "ink3", False)], 12)
    used = first = len(head) * LETTER + 22
    for loose in chart.loose[:MOST]:
        text, long = cut(loose.text, NAME), 0.0
        long = (len(text) + len(loose.note) + 1) * LETTER + 20
        if used + long > sheet.width - 2 * SIDE:
            used, y = first, y + 20
        runs = [(f"\u2067{text}\u2069", "time", False), (f" {loose.note}", "ink3", False)]
        sheet.words(sheet.forward(at, used), y, anchor, runs, 12)
        used += long
    return y + 12
