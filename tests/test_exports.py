"""What is taken away: pictures, pages and tables, opened as their reader would open them."""

import csv
import io
import re
import shutil
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from components.charts.counters import figure_chart
from components.charts.speakers import openness_chart, speaker_chart
from components.charts.timeline import timeline
from components.exports import file_name
from components.exports.chart_html import chart_html
from components.exports.csv import TABLES, table, tables_zip
from components.exports.html import article_page
from components.exports.picture import picture
from components.model import (
    Actor,
    Analysis,
    Article,
    Cue,
    Event,
    Figure,
    Mention,
    Ordered,
    Quote,
    Section,
    Speaker,
    Time,
    Warning,
)

TEXT = (
    "قالت مديرة المتحف هدى النمر إن المعرض استقبل أكثر من 900 زائر في مارس 2023.\n"
    "وأضاف موظف أن القاعة “الكبرى” تُفتح في 14 نيسان أمام HMC.\nتابعونا على صفحاتنا."
)
HOSTILE = [
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "نص;=1+1",
    "نص\n=1+1",
    "＝1",
    "|=1",
    "‎=1",
]


def span(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


def museum(**more: object) -> Analysis:
    """A small article with one record or two in each layer."""
    woman = Speaker(*span("مديرة المتحف هدى النمر"), "هدى النمر", "مديرة المتحف", "a1")
    man = Speaker(*span("موظف"), "موظف", None, "a2")
    said, added = Cue(*span("قالت"), "قال"), Cue(*span("وأضاف"), "أضاف")
    edge = TEXT.index("تابعونا")
    whole = Analysis(
        Article(
            TEXT,
            "museum.txt",
            source="وكالة",
            published=date(2024, 5, 2),
            published_basis="given",
            sections=(Section(0, edge, "body"), Section(edge, len(TEXT), "boilerplate")),
        ),
        quotes=(
            Quote(
                *span("المعرض استقبل أكثر من 900 زائر في مارس 2023"),
                "indirect",
                said,
                woman,
                id="q1",
                confidence=0.9,
                rule="r",
            ),
            Quote(*span("القاعة “الكبرى” تُفتح في 14 نيسان أمام HMC"), "mixed", added, man, id="q2"),
        ),
        times=(
            Time(*span("مارس 2023"), "DATE", "2023-03", date(2023, 3, 1), date(2023, 3, 31), id="t1"),
            Time(
                *span("14 نيسان"),
                "DATE",
                "2024-04-14",
                date(2024, 4, 14),
                date(2024, 4, 14),
                calendar="syriac",
                basis="published",
                reason={"ar": "من يوم النشر.", "en": "From the day of publication."},
                id="t2",
            ),
        ),
        events=(
            Event(*span("المعرض استقبل أكثر من 900 زائر"), "t1", ("a1", "a2"), "استقبل المعرض أكثر من 900 زائر", id="e1"),
            Event(*span("القاعة “الكبرى” تُفتح"), "t2", (), "تُفتح القاعة “الكبرى” أمام HMC", id="e2"),
        ),
        figures=(
            Figure(*span("أكثر من 900 زائر"), 900, 900, None, "more_than", "count", "زائر", Mention(*span("زائر")), id="f1"),
        ),
        actors=(
            Actor("a1", "هدى النمر", "person", "مديرة المتحف", ((5, 27),)),
            Actor("a2", "موظف", "unnamed", openness="unnamed"),
        ),
        warnings=(Warning(*span("أمام")[:2], "missing_text", "Something is gone.", "سقط شيء.", id="w1"),),
    )
    return replace(whole, **more)  # type: ignore[arg-type]


CHARTS = [timeline, figure_chart, speaker_chart, openness_chart]


# Pictures


def colours(image: Image.Image, colour: str) -> list[int]:
    """The columns of a picture in which a colour is found."""
    wanted = tuple(bytes.fromhex(colour[1:]))
    width, pixels = image.width, image.convert("RGB").get_flattened_data()
    return sorted({place % width for place, pixel in enumerate(pixels) if pixel == wanted})


@pytest.mark.parametrize("build", CHARTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_has_two_dots_for_each_px_and_something_on_it(build: object, theme: str) -> None:
    image = Image.open(io.BytesIO(picture(build(museum()), "png", theme, 700)))  # type: ignore[operator]
    assert image.format == "PNG" and image.width == 1400 and image.height > 200
    assert len(image.convert("RGB").getcolors(1 << 24) or []) > 20


def test_time_runs_with_reading_in_the_picture() -> None:
    """The month of 2023 is the only stated, so the only filled bar: on the right in Arabic, on the left in English."""
    for lang, right in (("ar", True), ("en", False)):
        image = Image.open(io.BytesIO(picture(timeline(museum(), lang), "png")))
        bars = colours(image.crop((0, 132, image.width, 176)), "#154C8C")
        assert bars and (min(bars) > image.width / 2) is right
        assert 100 < bars[-1] - bars[0] < 300


def glyphs(svg: bytes) -> list[str]:
    return re.findall(r'<use [^>]*href="#(g[0-9A-F]+)"', svg.decode())


@pytest.mark.parametrize("build", CHARTS)
def test_an_svg_is_outlines_and_asks_for_nothing(build: object) -> None:
    svg = picture(build(museum()), "svg")  # type: ignore[operator]
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}
    assert {"svg", "path", "use"} <= tags and not tags & {"text", "script", "foreignObject", "image"}
    assert not re.search(rb'href="(?!#)', svg)


def test_letters_are_joined_and_run_from_right_to_left_in_the_picture() -> None:
    def drawn(summary: str) -> list[str]:
        events = (replace(museum().events[0], summary=summary),)
        return glyphs(picture(timeline(museum(events=events)), "svg"))

    joined, parted, turned = drawn("ببب"), drawn("ب\u200cب\u200cب"), drawn("سبب")
    plain = drawn("")
    extra = [glyph for glyph in joined if joined.count(glyph) > plain.count(glyph)]
    assert len(set(extra)) > 1, "first, middle and last letter have one shape each"
    assert set(joined) != set(parted)
    assert turned != joined


def test_the_words_of_an_article_are_never_read_as_markup() -> None:
    bad = '#panic("x") *ب* $ب$ #read("/etc/hostname") \\ ] ) <a> &amp; \u202eقلب'
    chart = timeline(museum(events=tuple(replace(event, summary=bad) for event in museum().events)))
    assert len(glyphs(picture(chart, "svg"))) > 2 * 40
    page = chart_html(chart).decode()
    assert "<a> &amp;" not in page and "&lt;a&gt; &amp;amp;" in page


def test_a_picture_of_thousands_of_events_says_how_many_it_leaves_out() -> None:
    many = tuple(replace(museum().events[0], id=f"e{n}") for n in range(1, 400))
    image = Image.open(io.BytesIO(picture(timeline(museum(events=many)))))
    assert image.height < 8000


# Pages


class Page(HTMLParser):
    """The text of elements of one class, and all tags."""

    def __init__(self, source: bytes, name: str) -> None:
        super().__init__()
        self.name, self.depth, self.text, self.tags = name, 0, "", []  # type: ignore[var-annotated]
        self.feed(source.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div" and (self.depth or self.name in (dict(attrs).get("class") or "").split()):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "div" and self.depth > 0

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_of_an_article_holds_its_text_to_the_letter_and_fetches_nothing(lang: str) -> None:
    page = Page(article_page(museum(), lang), "doc")
    assert page.text == TEXT
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "img", "iframe"}
    assert dict(page.tags)["html"]["dir"] == ("rtl" if lang == "ar" else "ltr")
    source = article_page(museum(), lang).decode()
    assert not re.search(r"url\((?!data:)", source) and "default-src 'none'" in source
    assert source.count("data:font/woff2") == 8


def test_the_page_lists_who_when_how_many_and_the_faults_without_marks_of_its_own() -> None:
    source = article_page(museum()).decode()
    listed = source.partition("</main>")[2]
    for words in ("هدى النمر", "مديرة المتحف", "مصدر غير مسمّى", "14 نيسان [2024]", "&gt;900", "سقط شيء."):
        assert words in listed
    assert not re.search('[«»"“]المعرض استقبل', re.sub("<[^>]*>", "", listed))


def test_a_hostile_article_stays_text() -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    analysis = Analysis(Article(bad, bad, title=bad, source=bad), actors=(Actor("a1", bad, "person"),))
    for source in (article_page(analysis), chart_html(timeline(analysis))):
        assert not {"img"} & {tag for tag, _ in Page(source, "doc").tags}
        assert bad.encode() not in source


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield chromium
        chromium.close()


def test_the_interactive_page_works_without_a_network(browser: object, tmp_path: Path) -> None:
    """Bars are drawn, labels shaped in our face, a bar answers the mouse in Arabic, and nothing is asked for outside."""
    path = tmp_path / "chart.html"
    path.write_bytes(chart_html(timeline(museum())))
    page = browser.new_page(viewport={"width": 1000, "height": 700})  # type: ignore[attr-defined]
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "data:", "blob:")) or troubles.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector(".js-plotly-plot .textpoint text")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    boxes = [bar.bounding_box() for bar in page.locator(".barlayer .trace path[style*='rgb(21, 76, 140)']").all()]
    month, *_, day = sorted((box for box in boxes if box["height"] > 14), key=lambda box: -box["width"])
    assert month["x"] > 500 and month["width"] > 10 * day["width"]
    label = page.locator(".textpoint text").nth(1)
    assert "HMC" in label.text_content() and label.bounding_box()["width"] > 60
    page.mouse.move(month["x"] + month["width"] / 2, month["y"] + month["height"] / 2)
    page.wait_for_selector(".hoverlayer .hovertext")
    assert "استقبل المعرض" in page.locator(".hoverlayer").text_content()
    assert page.locator("table tbody tr").count() == 2
    assert not troubles
    page.close()


# Tables


def rows(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_tables_open_in_a_spreadsheet_with_arabic_whole() -> None:
    data = table(museum(), "quotes")
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == 3 and data.count(b"\n") == 3
    head, first, second = rows(data)
    quote = dict(zip(head, first, strict=True))
    assert quote["text"] == "المعرض استقبل أكثر من 900 زائر في مارس 2023"
    assert (quote["speaker.name"], quote["speaker.role"], quote["cue.lemma"]) == ("هدى النمر", "مديرة المتحف", "قال")
    assert TEXT[int(quote["start"]) : int(quote["end"])] == quote["text"]
    assert dict(zip(head, second, strict=True))["speaker.role"] == ""


def test_every_layer_has_its_table_in_the_terms_of_the_contract() -> None:
    marker = Mention(*span("المعرض"))
    analysis = museum(ordered=(Ordered(*span("المعرض استقبل"), "after", marker, follows="e1", by="words", id="o1"),))
    for name in TABLES:
        (head, *lines) = rows(table(analysis, name))
        assert len(lines) == (1 if name == "article" else len(getattr(analysis, name, analysis.article.sections)))
        assert all(len(line) == len(head) == len(set(head)) for line in lines)
        if name not in ("article", "sections"):
            known = set(analysis.as_dict()[name][0]) | {"article"}
            assert {column.partition(".")[0] for column in head} == known


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_becomes_a_formula_whatever_the_country(bad: str, delimiter: str) -> None:
    """Some countries' spreadsheets part cells at semicolons: then a comma's quotes no longer hold a text together."""
    actor = Actor("a1", bad, "person", bad)
    analysis = museum(article=replace(museum().article, title=bad, source=bad, id=bad), actors=(actor,))
    for name in ("article", "actors"):
        for line in rows(table(analysis, name), delimiter):
            assert not any(re.match(r"[\s\u200e]*[=+\-@＝＋－＠]|[\t\r]", part) for part in line), line


def test_negative_numbers_stay_numbers() -> None:
    figure = replace(museum().figures[0], value=-3.5, low=-3.5, high=-3.0, modifier="exact")
    head, line = rows(table(museum(figures=(figure,)), "figures"))
    cells = dict(zip(head, line, strict=True))
    assert (cells["value"], cells["low"], cells["high"]) == ("-3.5", "-3.5", "-3")


def test_a_long_run_of_line_ends_is_written_at_once() -> None:
    text = "\n" * 200_000 + "نص"
    analysis = Analysis(Article(text, "x", sections=(Section(0, len(text), "body"),)))
    assert len(table(analysis, "sections")) > 200_000


def test_the_archive_holds_the_tables_and_is_the_same_each_time() -> None:
    data = tables_zip(museum())
    assert data == tables_zip(museum())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {"article.csv", "quotes.csv", "times.csv", "events.csv", "figures.csv", "actors.csv"} <= set(
            archive.namelist()
        )
        assert archive.read("quotes.csv") == table(museum(), "quotes")


@pytest.mark.parametrize(
    "identity, name",
    [
        ("museum.txt", "museum-timeline.png"),
        ("../../etc/passwd", "passwd-timeline.png"),
        ("مقال: أول؟.docx", "مقال أول-timeline.png"),
        ("", "isnad-timeline.png"),
        ("C:\\a\\b.txt", "b-timeline.png"),
        ("x" * 500, "x" * 60 + "-timeline.png"),
        ("\u202eab", "ab-timeline.png"),
    ],
)
def test_file_names_hold_only_what_every_system_takes(identity: str, name: str) -> None:
    assert file_name(Analysis(Article("نص", identity)), "timeline", "png") == name
