"""What has no day, in Plotly: a dotted line through the room it may lie in, a stroke at each end that the text gives."""

from typing import TYPE_CHECKING

from components.charts.chart import Axis, Bar
from components.charts.isolates import customdata, hover_text
from components.charts.places import drawn
from components.charts.theme import TOKENS, blend

if TYPE_CHECKING:
    import plotly.graph_objects as go

DOTS = "2px,3px"


def gap_colour(hollow: bool, theme: str) -> str:
    """The colour of a gap; paler where it is announced."""
    tokens = TOKENS[theme]
    return blend(tokens["time"], tokens["ground"], 0.6) if hollow else tokens["time"]


def add_gaps(
    figure: "go.Figure", placed: list[tuple[Bar, float]], thick: float, theme: str, rtl: bool, axis: Axis
) -> None:
    """Adds each gap at its height, its strokes `thick` px high; places are those of `axis`. One without room is a stroke."""
    import plotly.graph_objects as go

    for bar, top in placed:
        colour = gap_colour(bar.hollow, theme)
        ends = [drawn(axis, bar.start), drawn(axis, bar.end)]
        open_ends = (bar.open_start, bar.open_end)
        figure.add_trace(
            go.Scatter(
                mode="lines+markers",
                x=ends,
                y=[top, top],
                customdata=customdata([bar, bar]),
                cliponaxis=False,
                line={"color": colour, "width": 2, "dash": DOTS},
                marker={
                    "symbol": "line-ns",
                    "size": [0 if each else thick / 1.4 for each in open_ends],
                    "opacity": 1,
                    "color": colour,
                    "line": {"width": 2, "color": colour},
                },
                hovertext=[hover_text(bar.hover, rtl)] * 2,
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"marker": {"opacity": 1}},
                unselected={"marker": {"opacity": 0.45}},
            )
        )
