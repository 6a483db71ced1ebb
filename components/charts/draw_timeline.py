"""The timeline's bars, labels, strokes and lines in Plotly; heights are in px, so that a row is always as high."""

from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart
from components.charts.draw_bars import add_bars
from components.charts.draw_gaps import add_gaps
from components.charts.isolates import customdata, hover_text, isolated, safe
from components.charts.labels import GAP, Label, labels
from components.charts.places import drawn, on_calendar
from components.charts.theme import SIZE, TOKENS, paint

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW, NARROW_ROW, BAR, RUG, FOOT = 22, 33, 13, 7, 24  # px
SIDE = 8
FEW = 5  # rows that are seen at once; above more of them the axis stands on top, where it is in sight
GAP_HEIGHT, UNDER, RAISED = 6, 7, 4  # px: a gap lies under its label, which is raised
SMALL = 7  # px: a bar that would be narrower gets a mark of this width


def timeline_traces(figure: "go.Figure", chart: Chart, theme: str, width: int, narrow: bool, selected: str) -> None:
    row = NARROW_ROW if narrow else ROW
    plot = max(1, len(chart.rows)) * row + RUG + 5
    inner = width - 2 * SIDE
    _axes(figure, chart, theme, plot, inner)
    _rug(figure, chart, theme, plot, selected)
    tops = [index * row + row / 2 + (7 if narrow else 1) for index in range(len(chart.rows))]
    _targets(figure, chart, tops, row)
    _bars(figure, chart, theme, tops, selected, narrow)
    _small(figure, chart, theme, tops, inner)
    _open(figure, chart, theme, [top + UNDER * (bar.gap and not narrow) for top, bar in zip(tops, chart.bars, strict=True)])
    _labels(figure, chart, theme, tops, inner, narrow)
    _lines(figure, chart, theme, plot)
    above, below = (FOOT, 2) if len(chart.rows) > FEW else (2, FOOT)
    figure.update_layout(height=plot + FOOT + 4, margin={"l": SIDE, "r": SIDE, "t": above, "b": below, "pad": 0})


def _axes(figure: "go.Figure", chart: Chart, theme: str, plot: int, inner: float) -> None:
    tokens, axis = TOKENS[theme], chart.axis
    ends = [drawn(axis, axis.low), drawn(axis, axis.high)]
    figure.update_xaxes(
        side="top" if len(chart.rows) > FEW else "bottom",
        type="date" if on_calendar(axis) else "linear",
        range=ends[::-1] if chart.rtl else ends,
        gridcolor=tokens["line"],
        zeroline=False,
        showline=True,
        linecolor=tokens["line2"],
        ticks="",
        tickfont={"size": 12, "color": tokens["ink3"]},
        fixedrange=False,
        tickangle=0,
        ticklabelposition="outside left" if chart.rtl else "outside right",
        ticklabeloverflow="hide past domain",
        **_ticks(chart, inner),
    )
    figure.update_yaxes(range=[plot, 0], visible=False, fixedrange=True)


def _ticks(chart: Chart, width: float) -> dict[str, Any]:
    """Ticks that follow the zoom; digits as ٠١٢ and axes with breaks have the chart's own."""
    if chart.digits == "arab" or not on_calendar(chart.axis):
        return {
            "tickmode": "array",
            "tickvals": [drawn(chart.axis, tick.at) for tick in chart.axis.ticks],
            "ticktext": [isolated(safe(tick.label), chart.rtl) for tick in chart.axis.ticks],
        }
    month = 30 * 86_400_000
    stops = [
        ([None, 86_400_000 - 1], "%H:%M %-d %B"),
        ([86_400_000, month - 1], "%-d %B"),
        (["M1", "M11"], "%B %Y"),
        (["M12", None], "%Y"),
    ]
    return {
        "tickmode": "auto",
        "nticks": max(2, int(width // 100)),
        "tickformatstops": [{"dtickrange": span, "value": isolated(value, chart.rtl)} for span, value in stops],
    }


def _bars(figure: "go.Figure", chart: Chart, theme: str, tops: list[float], selected: str, narrow: bool) -> None:
    days = [(bar, tops[bar.row], "/") for bar in chart.bars if not bar.gap]
    add_bars(figure, days, BAR, theme, selected, chart.rtl, chart.axis)
    below = 0 if narrow else UNDER
    gaps = [(bar, tops[bar.row] + below) for bar in chart.bars if bar.gap]
    add_gaps(figure, gaps, GAP_HEIGHT, theme, chart.rtl, chart.axis)


def _rug(figure: "go.Figure", chart: Chart, theme: str, plot: int, selected: str) -> None:
    strokes = chart.axis.shown / 120  # days; a narrower stroke cannot show a hatch
    placed = [(bar, plot - RUG / 2, "|" if bar.end - bar.start > strokes else "") for bar in chart.rug]
    add_bars(figure, placed, RUG, theme, selected, chart.rtl, chart.axis, 0.75)


def _targets(figure: "go.Figure", chart: Chart, tops: list[float], row: float) -> None:
    """What is clicked beside a bar, label and all: unseen bars from both ends of the axis to the bar, one row high."""
    import plotly.graph_objects as go

    low, high = chart.axis.low, chart.axis.high
    edges = [(bar, edge, to) for bar in chart.bars for edge, to in (
        ((low, high),) if bar.gap else ((low, bar.start), (high, bar.end)))]  # of a gap there is no bar to click
    bars = [bar for bar, _, _ in edges]
    if bars:
        figure.add_trace(
            go.Bar(
                orientation="h",
                base=[drawn(chart.axis, edge) for _, edge, _ in edges],
                x=[drawn(chart.axis, to) - drawn(chart.axis, edge) for _, edge, to in edges],
                y=[tops[bar.row] for bar in bars],
                width=row,
                marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
                customdata=customdata(bars),
                hovertext=[hover_text(bar.hover, chart.rtl) for bar in bars],
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 1}},
            )
        )


def _small(figure: "go.Figure", chart: Chart, theme: str, tops: list[float], inner: float) -> None:
    """Marks of a fixed width over bars too narrow to see: they keep their size when the reader zooms, the bars do not."""
    import plotly.graph_objects as go

    axis = chart.axis
    small = [bar for bar in chart.bars if not bar.gap and (axis.share(bar.end) - axis.share(bar.start)) * inner < SMALL]
    if not small:
        return
    at = {"x": [drawn(chart.axis, (bar.start + bar.end) / 2) for bar in small], "y": [tops[bar.row] for bar in small]}
    paints = [paint(bar, theme) for bar in small]
    layers = [  # an upright stroke, drawn wide, is a small bar; its hatch is one slanting stroke
        ("line-ns", BAR / 1.4, SMALL, [line for _, line, _ in paints]),
        ("line-ns", (BAR - 2) / 1.4, SMALL - 2, [fill for fill, _, _ in paints]),
        ("line-ne", SMALL - 1, 1.5, [hatch or fill for fill, _, hatch in paints]),
    ]
    for symbol, size, thick, colours in layers:
        figure.add_trace(
            go.Scatter(
                mode="markers",
                **at,
                customdata=customdata(small),
                cliponaxis=False,
                marker={
                    "symbol": symbol,
                    "size": size,
                    "color": colours,
                    "line": {"width": thick, "color": colours},
                    "opacity": 1,
                },
                hovertext=[hover_text(bar.hover, chart.rtl) for bar in small],
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 0.45}},
            )
        )


def _open(figure: "go.Figure", chart: Chart, theme: str, tops: list[float]) -> None:
    """An arrow at the side of a bar that the text leaves open."""
    import plotly.graph_objects as go

    later, earlier = ("triangle-left", "triangle-right") if chart.rtl else ("triangle-right", "triangle-left")
    ends = [(bar, bar.end, later) for bar in chart.bars if bar.open_end]
    ends += [(bar, bar.start, earlier) for bar in chart.bars if bar.open_start]
    if ends:
        figure.add_trace(
            go.Scatter(
                mode="markers",
                x=[drawn(chart.axis, at) for _, at, _ in ends],
                y=[tops[bar.row] for bar, _, _ in ends],
                cliponaxis=False,
                customdata=customdata([bar for bar, _, _ in ends]),
                hoverinfo="skip",
                marker={
                    "symbol": [symbol for _, _, symbol in ends],
                    "size": 13,
                    "color": TOKENS[theme]["time"],
                    "opacity": 1,
                },
            )
        )


def _labels(figure: "go.Figure", chart: Chart, theme: str, tops: list[float], inner: float, narrow: bool) -> None:
    """The labels as a trace of their own: anchored at the bar whatever the width of the face."""
    import plotly.graph_objects as go

    rtl, shown = chart.rtl, labels(chart, inner, narrow)
    if not shown:
        return
    rightward = [not rtl if narrow else label.before == rtl for label in shown]  # to which side of its point a label runs
    figure.add_trace(
        go.Scatter(
            mode="markers+text",
            x=[drawn(chart.axis, chart.axis.low if narrow else chart.axis.place(label.share)) for label in shown],
            y=[top - (15 if narrow else RAISED if bar.gap else 0) for top, bar in zip(tops, chart.bars, strict=True)],
            text=[_label(label, theme, rtl) for label in shown],
            textposition=["middle right" if right else "middle left" for right in rightward],
            cliponaxis=False,
            marker={"size": 1 if narrow else 2 * GAP - 4, "opacity": 0},
            textfont={"size": SIZE, "color": TOKENS[theme]["ink2"]},
            hoverinfo="skip",
            selected={"marker": {"opacity": 0}, "textfont": {"color": TOKENS[theme]["ink"]}},
            unselected={"marker": {"opacity": 0}, "textfont": {"color": TOKENS[theme]["ink2"]}},
        )
    )


def _label(label: Label, theme: str, rtl: bool) -> str:
    tokens = TOKENS[theme]
    supplied = f' <span style="color:{tokens["ink3"]}">[{safe(label.supplied)}]</span>' if label.supplied else ""
    text = f" {isolated(safe(label.text), True)}" if label.text else ""
    lead = f'<b><span style="color:{tokens["ink"]}">{safe(label.lead)}</span></b>' if label.lead else ""
    return isolated(f"{lead}{supplied}{text}", rtl)


def _lines(figure: "go.Figure", chart: Chart, theme: str, plot: int) -> None:
    tokens = TOKENS[theme]
    for mark in chart.marks:
        at = drawn(chart.axis, mark.at)
        figure.add_shape(
            type="line", x0=at, x1=at, y0=0, y1=plot, line={"color": tokens["ink3"], "width": 1.5, "dash": "4px,3px"}
        )
    for start, _ in chart.axis.breaks:
        figure.add_annotation(
            x=drawn(chart.axis, start),
            y=plot,
            text="//",
            showarrow=False,
            bgcolor=tokens["ground"],
            font={"size": 12, "color": tokens["ink3"]},
            borderpad=1,
        )
