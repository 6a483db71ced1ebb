"""Charts with a label in the margin for each row, in Plotly: figures by size, statements by speaker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components.charts.chart import Chart, Row, Tick
from components.charts.draw_bars import add_bars
from components.charts.isolates import customdata, isolated, safe
from components.charts.theme import SIZE, TOKENS
from components.charts.wording import cut

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW, BAR, FOOT = 28, 15, 26  # px
NAME, NARROW_NAME = 34, 18  # code points of a label
LETTER, SIDES = 7.0, 26  # px of a digit or letter with a little to spare; of the margins


def margin_traces(figure: "go.Figure", chart: Chart, theme: str, width: int, narrow: bool, selected: str) -> None:
    tokens, axis, rtl = TOKENS[theme], chart.axis, chart.rtl
    plot = max(1, len(chart.rows)) * ROW
    tops = [index * ROW + ROW / 2 for index in range(len(chart.rows))]
    add_bars(figure, [(bar, tops[bar.row], "/") for bar in chart.bars], BAR, theme, selected, rtl, axis)
    _labels(figure, chart, tops, tokens)
    most = NARROW_NAME if narrow else NAME
    inner = max(80.0, width - SIDES - LETTER * max([len(cut(row.lead, most)) for row in chart.rows], default=0))
    ends = [axis.low, _far_end(chart, inner)]
    ticks = _apart(axis.ticks, inner / (ends[1] - ends[0]))
    figure.update_xaxes(
        range=ends[::-1] if rtl else ends,
        gridcolor=tokens["line"],
        zeroline=False,
        fixedrange=True,
        tickangle=0,
        tickvals=[tick.at for tick in ticks],
        ticktext=[isolated(safe(tick.label), False) for tick in ticks],
        tickfont={"size": 12, "color": tokens["ink3"]},
    )
    figure.update_yaxes(
        range=[plot, 0],
        side="right" if rtl else "left",
        automargin=True,
        fixedrange=True,
        gridcolor="rgba(0,0,0,0)",
        zeroline=False,
        tickvals=tops,
        ticktext=[_name(row, most, rtl, tokens) for row in chart.rows],
        tickfont={"size": SIZE, "color": tokens["ink"]},
    )
    figure.update_layout(height=plot + FOOT + 8, margin={"l": 10, "r": 10, "t": 6, "b": FOOT, "pad": 6})


def _far_end(chart: Chart, inner: float) -> float:
    """Where the axis ends so that the values beside its longest bars are seen whole in `inner` px."""
    axis = chart.axis
    past = [bar for bar in chart.bars if bar.label and not (bar.open_end and not bar.open_start)]
    ends = [(axis.share(bar.end), len(bar.label) * LETTER + 8) for bar in past]
    scale = min([inner, *((inner - text) / share for share, text in ends if share > 0 and text < inner / 2)])
    return axis.low + axis.shown * inner / scale


def _apart(ticks: Sequence[Tick], scale: float) -> list[Tick]:
    """The ticks whose labels do not touch at `scale` px for one step of the axis, from the first on."""
    kept: list[Tick] = []
    for tick in ticks:
        if not kept or (tick.at - kept[-1].at) * scale >= (len(tick.label) + len(kept[-1].label)) * LETTER / 2 + 6:
            kept.append(tick)
    return kept


def _name(row: Row, most: int, rtl: bool, tokens: dict[str, str]) -> str:
    """A name in the margin; headings are set apart by weight and colour."""
    if row.id:
        return isolated(safe(cut(row.lead, most)), True)
    return isolated(f'<b><span style="color:{tokens["ink3"]}">{safe(row.lead)}</span></b>', rtl)


def _labels(figure: "go.Figure", chart: Chart, tops: list[float], tokens: dict[str, str]) -> None:
    """The value beside each bar: after it, or before it where the bar's far side is open."""
    import plotly.graph_objects as go

    shown = [bar for bar in chart.bars if bar.label]
    if not shown:
        return
    before = [bar.open_end and not bar.open_start for bar in shown]
    figure.add_trace(
        go.Scatter(
            mode="markers+text",
            x=[bar.start if first else bar.end for bar, first in zip(shown, before, strict=True)],
            y=[tops[bar.row] for bar in shown],
            text=[isolated(safe(bar.label), False) for bar in shown],
            textposition=["middle right" if first == chart.rtl else "middle left" for first in before],
            cliponaxis=False,
            marker={"size": 9, "opacity": 0},
            textfont={"size": 12, "color": tokens["ink"]},
            customdata=customdata(shown),
            hoverinfo="skip",
            selected={"marker": {"opacity": 0}, "textfont": {"color": tokens["ink"]}},
            unselected={"marker": {"opacity": 0}, "textfont": {"color": tokens["ink"]}},
        )
    )
