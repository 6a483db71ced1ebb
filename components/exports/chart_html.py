"""A chart as a page of its own that can be moved about in: Plotly and the face are inside, nothing is fetched."""

from html import escape

from components.charts.chart import Chart, Key, Loose
from components.charts.draw import plotly_config, plotly_figure
from components.charts.theme import FONT, TOKENS, paint
from components.charts.wording import word
from components.exports.faces import faces

WIDTH = 960  # px the chart is drawn for; the page gives it what there is
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"

STYLE = """
html{color-scheme:%(scheme)s}
body{margin:24px auto;max-width:960px;padding:0 16px;background:%(ground)s;color:%(ink2)s;font:14px/22px %(font)s}
h1{font-size:19px;font-weight:600;color:%(ink)s;margin:0}
.note,.key,.lane{color:%(ink3)s;font-size:12.5px}
.key span{display:inline-flex;align-items:center;gap:6px;margin-inline-end:16px}
.key i{width:18px;height:9px;border-radius:1.5px;border:1px solid}
.key i.gap{height:11px;border:0;border-inline:2px solid %(time)s;border-radius:0;
background:linear-gradient(90deg,%(time)s 50%%,transparent 50%%) 0 50%%/5px 2px repeat-x}
.js-plotly-plot,#js-plotly-tester{direction:ltr}
html[dir=rtl] .modebar{left:2px!important;right:auto!important}
.lane bdi{color:%(time)s}.lane span{margin-inline-end:16px}
table{border-collapse:collapse;width:100%%;margin-top:16px;font-size:13px}
th,td{text-align:start;padding:4px 8px;border-bottom:1px solid %(line)s;vertical-align:top}
th{font-weight:600;color:%(ink)s}
"""


def chart_html(chart: Chart, theme: str = "light") -> bytes:
    """The page: title, legend, chart, the times without a date, and the same rows as a table."""
    tokens = TOKENS[theme]
    style = STYLE % {**tokens, "scheme": theme, "font": FONT}
    direction = "rtl" if chart.rtl else "ltr"
    head = (
        f'<!doctype html>\n<html lang="{chart.lang}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(chart.title)}</title>'
        f"<style>{faces('IBM Plex Sans Arabic')}{style}</style></head><body>"
    )
    title = f'<h1>{escape(chart.title)}</h1><p class="note">{escape(chart.note)}</p>'
    return "".join(
        [head, title, _legend(chart, theme), _plot(chart, theme), _lane(chart), _table(chart), "</body></html>\n"]
    ).encode()


def _plot(chart: Chart, theme: str) -> str:
    if chart.empty:
        return f"<p>{escape(chart.empty)}</p>"
    figure = plotly_figure(chart, theme, WIDTH)
    figure.update_layout(paper_bgcolor=TOKENS[theme]["ground"])
    return str(figure.to_html(include_plotlyjs=True, full_html=False, config=plotly_config(chart.lang, chart.name)))


def _legend(chart: Chart, theme: str) -> str:
    return f'<p class="key">{"".join(_key(key, theme) for key in chart.legend)}</p>'


def _key(key: Key, theme: str) -> str:
    if key.gap:
        return f'<span><i class="gap"></i>{escape(key.label)}</span>'
    fill, line, hatch = paint(key, theme)
    ground = f"repeating-linear-gradient(135deg,{hatch} 0 1.5px,{fill} 1.5px 4.5px)" if hatch else fill
    return f'<span><i style="background:{ground};border-color:{line}"></i>{escape(key.label)}</span>'


def _lane(chart: Chart) -> str:
    if not chart.loose:
        return ""
    return f'<p class="lane">{escape(word("lane", chart.lang))}: {" ".join(_loose(loose) for loose in chart.loose)}</p>'


def _loose(loose: Loose) -> str:
    told = f': <bdi lang="ar" dir="rtl">{escape(loose.summary)}</bdi>' if loose.summary else ""
    return f'<span><bdi lang="ar" dir="rtl">{escape(loose.text)}</bdi> {escape(loose.note)}{told}</span>'


def _table(chart: Chart) -> str:
    """The table beside the chart: a column that no row fills is left out."""
    rows = [row.cells for row in chart.rows if row.id]
    used = [index for index in range(4) if any(row[index] for row in rows)]
    if not rows or not chart.heads:
        return ""
    head = "".join(f"<th>{escape(chart.heads[index])}</th>" for index in used)
    body = "".join(f"<tr>{''.join(f'<td><bdi>{escape(row[index])}</bdi></td>' for index in used)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
