"""Bars in Plotly, one trace for each way they are painted (Plotly takes one hatch colour a trace)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from components.charts.chart import Axis, Bar
from components.charts.isolates import customdata, hover_text
from components.charts.places import drawn
from components.charts.theme import TOKENS, paint

if TYPE_CHECKING:
    import plotly.graph_objects as go

Placed = tuple[Bar, float, str]  # a bar, the height of its middle in px, the shape of its hatch ("" where none fits)


def add_bars(
    figure: "go.Figure",
    placed: Iterable[Placed],
    thick: float,
    theme: str,
    selected: str,
    rtl: bool,
    axis: Axis,
    opacity: float = 1,
) -> None:
    """Adds the bars to `figure`, each at its height, `thick` px high; places are those of `axis`."""
    groups: dict[tuple[str, str, str, str], list[tuple[Bar, float]]] = {}
    for bar, top, shape in placed:
        fill, line, hatch = paint(bar, theme)
        if hatch and not shape:
            fill, hatch = hatch, ""
        groups.setdefault((fill, line, hatch, shape if hatch else ""), []).append((bar, top))
    for style, bars in groups.items():
        figure.add_trace(_trace(style, bars, thick, theme, selected, rtl, axis, opacity))


def _trace(
    style: tuple[str, str, str, str],
    placed: list[tuple[Bar, float]],
    thick: float,
    theme: str,
    selected: str,
    rtl: bool,
    axis: Axis,
    opacity: float,
) -> Any:
    import plotly.graph_objects as go

    bars = [bar for bar, _ in placed]
    base = [drawn(axis, bar.start) for bar in bars]
    length = [drawn(axis, bar.end) - start for bar, start in zip(bars, base, strict=True)]
    return go.Bar(
        orientation="h",
        base=base,
        x=length,
        y=[top for _, top in placed],
        width=thick,
        opacity=opacity,
        marker=_marker(style, bars, theme, selected),
        customdata=customdata(bars),
        cliponaxis=False,
        hovertext=[hover_text(bar.hover, rtl) for bar in bars],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.45}},
    )


def _marker(style: tuple[str, str, str, str], bars: list[Bar], theme: str, selected: str) -> dict[str, Any]:
    fill, line, hatch, shape = style
    ink = TOKENS[theme]["ink"]
    pattern = {
        "shape": shape,
        "fillmode": "overlay",
        "fgopacity": 1,
        "fgcolor": hatch or fill,
        "size": 4 if shape == "|" else 6,
        "solidity": 0.5 if shape == "|" else 0.35,
    }
    return {
        "color": fill,
        "pattern": pattern,
        "cornerradius": 1.5,
        "line": {
            "color": [ink if bar.id == selected else line for bar in bars],
            "width": [2.5 if bar.id == selected else 1 for bar in bars],
        },
    }
