"""What the text orders and does not date: where its row stands, how far its gap runs, and how it is said."""

from dataclasses import replace
from datetime import date

from components.charts.chart import Chart
from components.charts.draw import plotly_figure
from components.charts.timeline import timeline
from components.exports.layout import shapes
from components.model import Analysis, Article, Event, Mention, Ordered, Time

PUBLISHED = date(2024, 5, 20)
FOUNDED = Time(0, 1, "عام 2010", "DATE", "2010", date(2010, 1, 1), date(2010, 12, 31), id="t1")
SIGNED = Time(0, 1, "4 آذار 2024", "DATE", "2024-03-04", date(2024, 3, 4), date(2024, 3, 4), id="t2")
STOPPED = Time(0, 1, "10 نيسان 2024", "DATE", "2024-04-10", date(2024, 4, 10), date(2024, 4, 10), id="t3")
EVENTS = tuple(
    Event(n * 10, n * 10 + 1, "x", f"t{n}", (), told, id=f"e{n}") for n, told in enumerate(("تأسست", "وُقّع", "أُوقف"), 1))


def beside(number: int, relation: str = "after", **more: object) -> Ordered:
    start = 40 + number
    return Ordered(start, start + 1, "x", relation, Mention(start, start + 1, "بعد ذلك"), summary=f"أمر {number}",  # type: ignore[arg-type]
                   id=f"o{number}", **more)  # type: ignore[arg-type]


def chart(*found: Ordered, lang: str = "ar", published: date | None = PUBLISHED) -> Chart:
    article = Article("نص", "story", published=published, published_basis="given" if published else "unknown")
    return timeline(Analysis(article, times=(FOUNDED, SIGNED, STOPPED), events=EVENTS, ordered=found), lang)


def ids(drawn: Chart) -> list[str]:
    return [row.id for row in drawn.rows]


def test_it_stands_between_its_neighbours_and_has_no_day() -> None:
    drawn = chart(beside(1, follows="e2", precedes="e3", by="telling"))
    assert ids(drawn) == ["e1", "e2", "o1", "e3"]
    bar = drawn.bars[2]
    assert bar.gap and (bar.start, bar.end) == (date(2024, 3, 4).toordinal(), date(2024, 4, 11).toordinal())
    assert drawn.rows[2].extent == "بين 4 مارس 2024 و10 أبريل 2024"
    english = chart(beside(1, follows="e2", precedes="e3"), lang="en")
    assert english.rows[2].extent == "between 4 March 2024 and 10 April 2024"
    assert any(key.gap for key in drawn.legend) and not any(key.gap for key in chart().legend)


def test_what_happened_ends_with_the_publication_and_what_is_announced_begins_there() -> None:
    past, ahead = (each for each in chart(beside(1, follows="e3"), beside(2, follows="e3", announced=True)).bars if each.gap)
    assert (past.end, past.open_end, past.hollow) == (PUBLISHED.toordinal() + 1, False, False)
    assert (ahead.start, ahead.open_end, ahead.hollow) == (PUBLISHED.toordinal(), True, True)
    unknown = chart(beside(1, follows="e3"), published=None).bars[-1]
    assert unknown.open_end


def test_one_behind_another_and_before_what_it_precedes() -> None:
    chained = beside(1, follows="e2"), beside(2, follows="o1"), beside(3, "before", precedes="e1"), beside(4, follows="e2")
    drawn = chart(*chained)
    assert ids(drawn) == ["o3", "e1", "e2", "o1", "o2", "o4", "e3"]
    bars = {bar.id: bar for bar in drawn.bars}
    assert bars["o2"].start == bars["o1"].start and bars["o3"].open_start
    rows = {row.id: row for row in drawn.rows}
    assert rows["o2"].extent == "بعد «أمر 1»" and rows["o3"].extent == "قبل 2010"


def test_one_without_a_neighbour_is_in_the_lane() -> None:
    drawn = chart(beside(1))
    assert ids(drawn) == ["e1", "e2", "e3"]
    assert [(each.id, each.text, each.summary) for each in drawn.loose] == [("o1", "بعد ذلك", "أمر 1")]


def test_neighbours_that_point_at_each_other_or_nowhere_do_no_harm() -> None:
    drawn = chart(beside(1, follows="o2"), beside(2, follows="o1"), beside(3, follows="e9"))
    assert ids(drawn) == ["e1", "e2", "e3"] and len(drawn.loose) == 3
    assert replace(drawn, rows=()).empty == ""


def test_the_gap_is_drawn_dotted_with_a_stroke_at_each_end_that_is_known() -> None:
    drawn = chart(beside(1, follows="e2", precedes="e3"), beside(2, "before", precedes="e1"))
    dotted = [trace for trace in plotly_figure(drawn).data if trace.type == "scatter" and trace.mode == "lines+markers"]
    assert [[bool(size) for size in trace.marker.size] for trace in dotted] == [[False, True], [True, True]]
    assert all(trace.line.dash for trace in dotted)
    assert {trace.customdata[0][0] for trace in dotted} == {"o1", "o2"}
    picture, _ = shapes(drawn, "light", 900)
    assert sum(shape["kind"] == "line" and shape["dashed"] for shape in picture) >= 4  # two gaps, publication, the legend
