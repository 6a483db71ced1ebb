"""The timeline over the article: drawn or as a table, the day of publication, and times that no day stands for."""

import streamlit as st

from components.charts.chart import Chart, Row
from components.charts.timeline import timeline
from components.views.actions import act
from components.views.board import board
from components.views.day import day_field
from components.views.parts import Shown
from components.views.plots import NARROW, legend, plot, room
from components.views.shelf import Entry
from components.views.tree import Node, arabic, node, supplied


def timeline_box(entry: Entry, shown: Shown) -> None:
    word, width = shown.wording, room()
    chart = timeline(shown.analysis, word.lang, word.digits)
    with st.container(key="tl_top", horizontal=True, vertical_alignment="center", gap=None):
        board("tl_head", _head(shown, chart), act)
        _published(entry, shown, chart.note or word("published_unknown"))
    with st.container(key="plot", gap=None):
        if not chart.bars:
            board("tl_none", node("p.none", chart.empty), act)
        elif st.session_state["table"]:
            board("tl_table", table(shown, chart), act)
        else:
            plot(chart, word, "timeline", width, width < NARROW)
    board("lane", _lane(shown, chart), act)


def _head(shown: Shown, chart: Chart) -> Node:
    """Title, legend, and the switch between drawing and table."""
    if not chart.bars:
        return node("div.tl-head", node("h2", chart.title))
    tabled = st.session_state["table"]
    switch = node("button.view", shown.wording("as_chart" if tabled else "as_table"), do="table:")
    return node("div.tl-head", node("h2", chart.title), None if tabled else legend(chart), switch)


def table(shown: Shown, chart: Chart) -> Node:
    """The events of the timeline as a table: date, range, what happened, where the date is from."""
    heads = node("thead", node("tr", [node("th", head, scope="col") for head in chart.heads]))
    hollow = {bar.id for bar in chart.bars if bar.hollow}
    return node("table.tt", heads, node("tbody", [_row(shown, row, row.id in hollow) for row in chart.rows]))


def _row(shown: Shown, row: Row, announced: bool) -> Node:
    do = f"go:{row.id}"
    lead = [node("b", row.lead) if row.lead else None, " " if row.lead and row.supplied else None, supplied(row.supplied)]
    told = [" · ", shown.wording("announced")] if announced else []
    return node(
        "tr",
        node("td", node("button", lead, do=do)),
        node("td", row.extent),
        node("td", arabic(row.text)),
        node("td", row.note, told),
        do=do,
        record=row.id,
    )


def _lane(shown: Shown, chart: Chart) -> Node:
    """Times that no day of the calendar stands for, as pills."""
    pills = [
        node("button.chip", arabic(each.text), " ", node("span", each.note), do=f"go:{each.id}", record=each.id)
        for each in chart.loose
    ]
    if not pills:
        return node("div.lane.none")
    return node("div.lane", node("span", shown.wording("lane")), pills)


def _published(entry: Entry, shown: Shown, note: str) -> None:
    """The day of publication: shown, and given or changed right there."""
    word = shown.wording
    with st.popover(note, key="published", type="tertiary"):
        day = shown.analysis.article.published if shown.analysis.article.published_basis != "estimated" else None
        board("day", day_field(word, word("pub_change"), day, f"day:{entry.key}:"), act)
