"""Charts: what a reader sees on them, from analyses written by hand."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from components.charts.chart import Chart
from components.charts.counters import amount, counters, figure_chart, sentence
from components.charts.dates import range_text, stamp
from components.charts.draw import plotly_config, plotly_figure
from components.charts.labels import labels
from components.charts.speakers import openness_chart, speaker_chart, voices
from components.charts.theme import paint
from components.charts.timeline import timeline
from components.model import Actor, Analysis, Article, Cue, Event, Figure, Mention, Quote, Speaker, Time

PUBLISHED = date(2024, 5, 20)
DAY = 86_400_000


def dated(text: str, earliest: str | None, latest: str | None, basis: str = "explicit", **more: object) -> Time:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return Time(0, len(text), text, "DATE", more.pop("value", "X"), first, last, basis=basis, **more)  # type: ignore[arg-type]


def story(*happened: tuple[Time, str], published: date | None = PUBLISHED, loose: tuple[Time, ...] = ()) -> Analysis:
    """An article whose events happened at the given times, in this order."""
    times = tuple(replace(time, id=f"t{n}") for n, time in enumerate([*(time for time, _ in happened), *loose], 1))
    events = tuple(Event(n, n + 1, "x", f"t{n}", (), summary, id=f"e{n}") for n, (_, summary) in enumerate(happened, 1))
    article = Article("نص", "story", published=published, published_basis="given" if published else "unknown")
    return Analysis(article, times=times, events=events)


def days(chart: Chart) -> list[tuple[str, str, str]]:
    """Each bar's id, first and last day."""
    return [
        (bar.id, date.fromordinal(int(bar.start)).isoformat(), date.fromordinal(int(bar.end) - 1).isoformat())
        for bar in chart.bars
    ]


MONTH = dated("مارس 2023", "2023-03-01", "2023-03-31")
INFERRED = dated(
    "14 نيسان", "2024-04-14", "2024-04-14", "published", calendar="syriac", reason={"ar": "من النشر", "en": "from it"}
)


def test_a_month_is_a_month_long_and_a_day_a_day() -> None:
    chart = timeline(story((INFERRED, "افتُتح الجسر"), (MONTH, "بدأت الأعمال")))
    assert days(chart) == [("e2", "2023-03-01", "2023-03-31"), ("e1", "2024-04-14", "2024-04-14")]
    assert [bar.end - bar.start for bar in chart.bars] == [31, 1]


def test_an_inferred_year_is_hatched_bracketed_and_says_why() -> None:
    chart = timeline(story((MONTH, "بدأت الأعمال"), (INFERRED, "افتُتح الجسر")))
    stated, inferred = chart.bars
    assert (stated.hatched, inferred.hatched) == (False, True)
    assert (chart.rows[0].supplied, chart.rows[1].supplied) == ("", "2024")
    assert "من النشر" in [line.text for line in inferred.hover]
    assert "from it" in [line.text for line in timeline(story((INFERRED, "x")), "en").bars[0].hover]
    assert [key.hatched for key in chart.legend] == [False, True]


def test_what_is_announced_looks_otherwise_than_what_happened() -> None:
    later = dated("1 يونيو 2024", "2024-06-01", "2024-06-01")
    past, announced = timeline(story((MONTH, "بدأت"), (later, "يُفتتح"))).bars
    assert (past.hollow, announced.hollow) == (False, True)
    assert paint(past, "light") != paint(announced, "light")
    assert not any(bar.hollow for bar in timeline(story((later, "يُفتتح"), published=None)).bars)


def test_an_open_end_is_open_and_reaches_the_edge() -> None:
    chart = timeline(
        story((dated("قبل 2020", None, "2019-12-31"), "كان"), (dated("بعد مايو 2022", "2022-06-01", None), "صار"))
    )
    before, after = chart.bars
    assert before.open_start and not before.open_end and before.start == chart.axis.low
    assert after.open_end and not after.open_start and after.end == chart.axis.high
    arrows = [
        trace for trace in plotly_figure(chart).data if trace.type == "scatter" and "triangle" in str(trace.marker.symbol)
    ]
    assert len(arrows) == 1 and len(arrows[0].x) == 2


def test_times_without_a_day_have_a_lane_of_their_own() -> None:
    now = dated("حاليا", None, None, "unresolved", value="PRESENT_REF")
    loose = (now, replace(now, text="حاليًا"), dated("3 آب", None, None, "unresolved", value="XXXX-08-03"))
    chart = timeline(story((MONTH, "بدأت"), loose=loose))
    assert [(each.text, each.note, each.count) for each in chart.loose] == [
        ("حاليا", "الحاضر", 2),
        ("3 آب", "سنته غير معروفة", 1),
    ]
    assert len(chart.bars) == 1 and len(chart.rug) == 1


def test_an_event_without_a_day_is_in_the_lane_with_its_summary() -> None:
    chart = timeline(story((dated("قريبًا", None, None, "unresolved", value="FUTURE_REF"), "يُفتتح المعرض")))
    assert [(each.id, each.summary) for each in chart.loose] == [("e1", "يُفتتح المعرض")]
    assert chart.empty and not chart.bars


def test_boilerplate_is_left_out() -> None:
    assert timeline(story((replace(MONTH, section="boilerplate"), "x"))).empty


def test_time_runs_with_reading() -> None:
    analysis = story((MONTH, "بدأت"), (INFERRED, "افتُتح"))
    arabic, english = (plotly_figure(timeline(analysis, lang)).layout.xaxis.range for lang in ("ar", "en"))
    assert arabic[0] > arabic[1]
    assert english[0] < english[1]


def test_plotly_bars_have_the_days_and_the_ids() -> None:
    figure = plotly_figure(timeline(story((MONTH, "بدأت"), (INFERRED, "افتُتح"))))
    bars = {
        bar[0]: (base, length)
        for trace in figure.data
        if trace.type == "bar" and trace.width == 13
        for bar, base, length in zip(trace.customdata, trace.base, trace.x, strict=True)
    }
    assert bars["e1"] == ((date(2023, 3, 1) - date(1970, 1, 1)).days * DAY, 31 * DAY)
    assert bars["e2"][1] == DAY
    assert all(trace.customdata for trace in figure.data if trace.hoverinfo != "skip")
    dashed = [shape for shape in figure.layout.shapes if shape.line.dash]
    assert [shape.x0 for shape in dashed] == [(PUBLISHED - date(1970, 1, 1)).days * DAY]


def test_every_string_given_to_plotly_is_isolated_and_escaped() -> None:
    bad = "<b>س</b> <a href='javascript:x'>ص</a> $a$ \u202eقلب\u202c"
    chart = timeline(story((MONTH, bad), published=None))
    figure = plotly_figure(chart, title=True)
    texts = [
        text
        for trace in figure.data
        for text in (*(trace.hovertext or ()), *((trace.text or ()) if trace.type == "scatter" else ()))
    ]
    assert texts and figure.layout.title.text[0] == "\u2067"
    for text in texts:
        assert text.lstrip("<b>")[0] == "\u2067" and text.count("\u2067") == text.count("\u2069")
        assert "<a" not in text and "\u202e" not in text and "$" not in text
    assert sum("&lt;b&gt;س&lt;/b&gt;" in text for text in texts) == 4  # bar, both targets beside it, label


def test_thirty_events_on_one_day_each_have_a_row_and_a_readable_label() -> None:
    day = dated("أمس", "2024-05-19", "2024-05-19", "published")
    chart = timeline(story(*[(day, f"الحادث {n} الذي وقع في أحد أحياء المدينة القديمة") for n in range(30)]))
    assert [bar.row for bar in chart.bars] == list(range(30))
    assert all(len(label.text) > 30 for label in labels(chart, 900))
    figure = plotly_figure(chart)
    assert figure.layout.height > 30 * 20


def test_a_century_does_not_squeeze_a_week() -> None:
    """A long stretch in which nothing begins or ends is left out, and what stands around it keeps its order."""
    week = [dated(f"{n} مايو", f"2024-05-{n:02}", f"2024-05-{n:02}", "published") for n in (13, 16)]
    chart = timeline(story((dated("عام 1914", "1914-01-01", "1914-12-31"), "اندلعت"), *[(time, "حدث") for time in week]))
    assert chart.axis.breaks
    shares = [chart.axis.share(bar.start) for bar in chart.bars]
    assert shares == sorted(shares) and shares[0] < 0.1
    assert not any(start <= tick.at <= end for start, end in chart.axis.breaks for tick in chart.axis.ticks)
    assert len(plotly_figure(chart).layout.annotations) == len(chart.axis.breaks)


def test_the_axis_holds_the_first_and_the_last_day_there_is() -> None:
    chart = timeline(story((dated("أول", "0001-01-01", "0001-01-01"), "أ"), (dated("آخر", "9999-12-31", "9999-12-31"), "ب")))
    assert 0 < chart.axis.low < chart.axis.high
    assert plotly_figure(chart).layout.height > 0


@pytest.mark.parametrize(
    "earliest, latest, arabic, english",
    [
        ("2024-05-20", "2024-05-20", "20 مايو 2024", "20 May 2024"),
        ("2024-05-13", "2024-05-19", "13–19 مايو 2024", "13–19 May 2024"),
        ("2024-04-29", "2024-05-05", "29 أبريل – 5 مايو 2024", "29 April – 5 May 2024"),
        ("2023-12-30", "2024-01-02", "30 ديسمبر 2023 – 2 يناير 2024", "30 December 2023 – 2 January 2024"),
        ("2024-02-01", "2024-02-29", "فبراير 2024", "February 2024"),
        ("2024-01-01", "2024-03-31", "يناير – مارس 2024", "January – March 2024"),
        ("2019-01-01", "2019-12-31", "2019", "2019"),
        ("1980-01-01", "1989-12-31", "1980–1989", "1980–1989"),
        (None, "2019-12-31", "حتى 31 ديسمبر 2019", "until 31 December 2019"),
        (None, None, "", ""),
    ],
)
def test_ranges_are_said_in_the_fewest_words(earliest: str | None, latest: str | None, arabic: str, english: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    assert (range_text(first, last), range_text(first, last, "en")) == (arabic, english)


@pytest.mark.parametrize(
    "time, arabic, english",
    [
        (MONTH, ("مارس 2023", ""), ("March 2023", "")),
        (INFERRED, ("14 نيسان", "2024"), ("14 April", "2024")),
        (dated("٩ مارس", "2024-03-09", "2024-03-09", "published"), ("٩ مارس", "2024"), ("9 March", "2024")),
        (dated("الأحد", "2024-05-19", "2024-05-19", "published"), ("الأحد", "19 مايو 2024"), ("Sunday", "19 May 2024")),
        (dated("أمس", "2024-05-19", "2024-05-19", "published"), ("أمس", "19 مايو 2024"), ("", "19 May 2024")),
        (dated("عام 2019", "2019-01-01", "2019-12-31"), ("عام 2019", ""), ("2019", "")),
        (
            dated("10 محرم 1446", "2024-07-15", "2024-07-17", calendar="hijri"),
            ("10 محرم 1446", "15–17 يوليو 2024"),
            ("", "15–17 July 2024"),
        ),
        (dated("قريبًا", None, None, "unresolved"), ("قريبًا", ""), ("", "")),
    ],
)
def test_what_the_analysis_supplied_is_told_from_what_is_stated(
    time: Time, arabic: tuple[str, str], english: tuple[str, str]
) -> None:
    assert (stamp(time), stamp(time, "en")) == (arabic, english)


TEXT = "قال الوزير إن 40 سفينة عبرت. وأفاد مصدر بأن أكثر من 60 سفينة عبرت الشهر الماضي.\n"
TEXT += "وعبرت عدة سفن أمس. وبيعت حصة بنحو 1.5 مليون دولار."


def figure(text: str, number: float | None, low: float | None, high: float | None, modifier: str, **more: object) -> Figure:
    start = TEXT.index(text)
    return Figure(start, start + len(text), text, number, low, high, modifier, more.pop("kind", "count"), **more)  # type: ignore[arg-type]


MINISTER = Speaker(4, 10, "الوزير", "الوزير", None, "a1")
SHIPS = Mention(0, 1, "سفينة")
COUNTED = Analysis(
    Article(TEXT, "ships", published=PUBLISHED),
    quotes=(Quote(TEXT.index("40"), TEXT.index("عبرت") + 4, "40 سفينة عبرت", "indirect", speaker=MINISTER, id="q1"),),
    figures=(
        figure("40 سفينة", 40, 40, 40, "exact", unit="سفينة", counted=SHIPS, id="f1"),
        figure("أكثر من 60 سفينة", 60, 60, None, "more_than", unit="سفينة", counted=SHIPS, id="f2"),
        figure("عدة سفن", None, 3, 10, "vague", unit="سفينة", id="f3"),
        figure("بنحو 1.5 مليون دولار", 1.5e6, 1.5e6, 1.5e6, "approx", kind="money", unit="USD", id="f4"),
        replace(figure("40 سفينة", 40, 40, 40, "exact", unit="سفينة", id="f5"), section="boilerplate"),
    ),
)


def test_a_counter_holds_one_thing_and_says_who_and_where() -> None:
    ships, money, outside = counters(COUNTED)
    assert [(each.sign, each.number) for each in ships.statements] == [("", "40"), (">", "60")]
    assert [each.text for each in ships.vague] == ["عدة سفن"]
    assert (ships.low, ships.high, ships.agree) == (40, 60, False)
    assert (ships.statements[0].speaker, ships.statements[0].quote, ships.statements[1].speaker) == ("الوزير", "q1", None)
    assert TEXT[slice(*ships.statements[1].sentence)] == "وأفاد مصدر بأن أكثر من 60 سفينة عبرت الشهر الماضي."
    assert (money.unit, money.statements[0].sign, money.statements[0].number) == ("USD", "≈", "1,500,000")
    assert outside.outside and [each.id for each in outside.statements] == ["f5"]


@pytest.mark.parametrize(
    "more, agree", [((60, 60, None, "more_than"), False), ((40, 40, None, "at_least"), True), ((43, 43, 43, "approx"), True)]
)
def test_statements_agree_where_one_number_satisfies_all(more: tuple[float, float, float | None, str], agree: bool) -> None:
    other = figure("أكثر من 60 سفينة", *more, unit="سفينة", id="f2")
    (counter,) = counters(replace(COUNTED, figures=(COUNTED.figures[0], other)))
    assert counter.agree is agree


def test_a_range_and_arabic_digits() -> None:
    between = Figure(0, 9, "20 إلى 30", None, 20, 30, "range", "count")
    assert amount(between) == ("", "20–30")
    assert amount(replace(between, modifier="exact", value=12.5, kind="percent", unit="%"), "arab") == ("", "١٢٫٥٪")


def test_a_sentence_ends_at_its_stop_and_not_inside_a_number() -> None:
    text = "بلغت النسبة 3.5 في المئة. ثم زادت."
    assert text[slice(*sentence(text, 12, 15))] == "بلغت النسبة 3.5 في المئة."


def test_figures_are_drawn_by_size_with_open_bounds_and_hatched_words() -> None:
    chart = figure_chart(COUNTED)
    bars = {bar.id: bar for bar in chart.bars}
    assert set(bars) == {"f1", "f2", "f3", "f4"}
    assert bars["f2"].open_end and bars["f2"].end == chart.axis.high
    assert bars["f3"].hatched and not bars["f1"].hatched
    assert bars["f1"].start < bars["f4"].start
    assert {bar.id for bar in figure_chart(COUNTED, boilerplate=True).bars} == {"f1", "f2", "f3", "f4", "f5"}
    assert plotly_figure(chart, "dark").layout.yaxis.side == "right"


def quote(speaker: str, kind: str, number: int) -> Quote:
    names = {"a1": "سلمى", "a2": "مصدر أمني", "a3": "البلدية"}
    said = Speaker(0, 1, names[speaker], names[speaker], None, speaker)
    return Quote(number, number + 1, "س", kind, Cue(0, 1, "قال", "قال"), said, id=f"q{number}")  # type: ignore[arg-type]


SPOKEN = Analysis(
    Article("نص طويل", "x"),
    quotes=(
        quote("a1", "direct", 1),
        quote("a2", "indirect", 2),
        quote("a2", "direct", 3),
        quote("a3", "mixed", 4),
        Quote(5, 6, "ا", "term", id="q5"),
    ),
    actors=(
        Actor("a1", "سلمى", "person"),
        Actor("a2", "مصدر أمني", "unnamed", openness="unnamed"),
        Actor("a3", "البلدية", "organization"),
    ),
)


def test_speakers_are_ordered_by_how_often_and_unnamed_ones_hatched() -> None:
    chart = speaker_chart(SPOKEN)
    assert [row.lead for row in chart.rows] == ["مصدر أمني", "سلمى", "البلدية"]
    assert [(bar.id, bar.tone, bar.hatched) for bar in chart.bars] == [
        ("q3", "direct", True),
        ("q2", "indirect", True),
        ("q1", "direct", False),
        ("q4", "mixed", False),
    ]
    assert [voice.tone for voice in voices(SPOKEN)] == ["unnamed", "named", "institution"]


def test_openness_shares_add_up() -> None:
    chart = openness_chart(SPOKEN, "en")
    assert [(bar.tone, bar.end - bar.start) for bar in chart.bars] == [("named", 1), ("institution", 1), ("unnamed", 2)]
    assert [key.label for key in chart.legend] == ["1 by name", "1 by institution", "2 unnamed"]


@pytest.mark.parametrize("build", [timeline, figure_chart, speaker_chart, openness_chart])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_article_with_nothing_says_so(build: object, lang: str) -> None:
    chart = build(Analysis(Article("لا شيء")), lang)  # type: ignore[operator]
    assert chart.empty and not chart.bars
    assert plotly_figure(chart).layout.height > 0


def test_one_row_more_costs_one_row_more() -> None:
    """Thousands of events are drawn in a time that grows with their number."""
    start = date(2000, 1, 1)
    many = [(dated("x", *(2 * [(start + timedelta(days=n)).isoformat()]), "published"), "حدث") for n in range(3000)]
    chart = timeline(story(*many))
    assert len(chart.bars) == 3000 and len(plotly_figure(chart).to_json()) > 0


def test_months_and_buttons_speak_arabic() -> None:
    config = plotly_config("ar", "name")
    assert config["locales"]["ar"]["format"]["months"][4] == "مايو"
    assert "locale" not in plotly_config("en")


def test_describing_a_chart_loads_no_plotting_library() -> None:
    rooms = ["charts.timeline", "charts.counters", "charts.speakers", "exports.picture", "exports.csv", "exports.html"]
    code = f"import sys, {', '.join('components.' + room for room in rooms)}; "
    code += "print([name for name in ('plotly', 'pandas', 'typst', 'streamlit') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=True
    )
    assert done.stdout.strip() == "[]"
