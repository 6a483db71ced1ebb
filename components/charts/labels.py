"""Where a bar's label stands and how much of it fits, the same on the screen and in a picture."""

from dataclasses import dataclass

from components.charts.chart import Chart
from components.charts.wording import cut

LETTER = 5.4  # px, an average letter of Plex at 12.5 px, with a little to spare
BOLD = 7.0  # px, a letter of the date before it, which may be Latin
GAP = 8  # px between a bar and its label
NARROW = 0.35  # a share of the axis too narrow for a label
LATE = 0.52  # a bar that begins further along has its label before it


@dataclass(frozen=True, slots=True)
class Label:
    """`before`: the label stands on the earlier side of its bar, at `share` of the drawn axis; `text` is cut to fit."""

    share: float
    before: bool
    lead: str
    supplied: str
    text: str


def labels(chart: Chart, width: float, narrow: bool = False) -> list[Label]:
    """A label for each row of a chart whose labels stand beside their bars, over their gaps; `width` of the plot in px.

    Narrow ones stand above their bars and may take the whole width.
    """
    out = []
    bars = {bar.row: bar for bar in chart.bars}
    for index, row in enumerate(chart.rows):
        bar = bars[index]
        first, last = chart.axis.share(bar.start), chart.axis.share(bar.end)
        before = first > LATE or (not bar.gap and first > 1 - last and 1 - last < NARROW)
        share = first if before is not bar.gap else last  # beside a bar, over a gap
        room = width if narrow else (share if before else 1 - share) * width - GAP
        head = BOLD * (len(row.lead) + (len(row.supplied) + 3 if row.supplied else 0)) + 2 * LETTER
        out.append(Label(share, before, row.lead, row.supplied, cut(row.text, max(0, int((room - head) / LETTER)))))
    return out
