"""A chart drawn by Plotly, for the screen and for interactive pages. Plotly is imported when the first chart is drawn."""

from typing import TYPE_CHECKING, Any

from components.charts.chart import Chart
from components.charts.isolates import isolated, safe
from components.charts.theme import FONT, SIZE, TOKENS
from components.charts.wording import listed, word

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEAD = 38  # px, the height of a title


def plotly_figure(
    chart: Chart, theme: str = "light", width: int = 900, narrow: bool = False, selected: str = "", title: bool = False
) -> "go.Figure":
    """The chart as a Plotly figure of `width` px (labels are cut for it); its height is in `layout.height`.

    Each bar carries its record's id as `customdata[0]`. `selected` outlines that record, `narrow` sets the labels above
    the bars, `title` draws title and note into the figure.
    """
    import plotly.graph_objects as go

    from components.charts.draw_margin import margin_traces
    from components.charts.draw_timeline import timeline_traces

    figure = go.Figure()
    traces = timeline_traces if chart.labels == "beside" else margin_traces
    traces(figure, chart, theme, width, narrow, selected)
    figure.update_layout(**layout(chart, theme, title))
    if title:
        figure.update_layout(height=figure.layout.height + HEAD, margin={"t": figure.layout.margin.t + HEAD})
    return figure


def layout(chart: Chart, theme: str, title: bool) -> dict[str, Any]:
    tokens = TOKENS[theme]
    out: dict[str, Any] = {
        "font": {"family": FONT, "size": SIZE, "color": tokens["ink2"]},
        "paper_bgcolor": tokens["ground"],
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": "pan",
        "barmode": "overlay",
        "clickmode": "event+select",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": tokens["raised"],
            "bordercolor": tokens["line2"],
            "align": "right" if chart.rtl else "left",
            "font": {"family": FONT, "size": 13, "color": tokens["ink"]},
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": tokens["ink3"], "activecolor": tokens["ink"]},
    }
    if title:
        head = isolated(f"<b>{safe(chart.title)}</b>  {safe(chart.note)}", chart.rtl)
        side = {"x": 1, "xanchor": "right"} if chart.rtl else {"x": 0, "xanchor": "left"}
        out["title"] = {"text": head, "font": {"size": 14}, "y": 0.985, "yanchor": "top", **side}
    return out


def plotly_config(lang: str = "ar", name: str = "isnad") -> dict[str, Any]:
    """What Plotly is told beside the figure: month names and button titles of `lang`, and which buttons there are."""
    config: dict[str, Any] = {
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "sendChartToCloud"],
        "plotlyServerURL": "",
        "toImageButtonOptions": {"format": "svg", "filename": name},
    }
    if lang == "ar":
        titles = {
            "Download plot as a PNG": "download_png",
            "Download plot": "download_png",
            "Zoom in": "zoom_in",
            "Zoom out": "zoom_out",
            "Pan": "pan",
            "Zoom": "zoom",
            "Reset axes": "reset",
        }
        names = {
            "months": listed("month_names"),
            "shortMonths": listed("month_names"),
            "days": listed("day_names"),
            "shortDays": listed("day_names"),
        }
        config |= {
            "locale": "ar",
            "locales": {
                "ar": {
                    "dictionary": {english: word(key) for english, key in titles.items()},
                    "format": {**names, "date": "%d/%m/%Y", "decimal": ".", "thousands": ","},
                }
            },
        }
    return config
