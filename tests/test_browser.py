"""The page in a browser: directions, letters and digits measured, files dropped, words clicked, charts taken away."""

import base64
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import measures
from tests.browser.served import DROP, ROOT, Watched, chromium, served

SAMPLE = (ROOT / "data/samples/iraq-us-talks.txt").read_text(encoding="utf-8").removesuffix("\n")
HOSTILE = (
    "قال الوزير إن <img src=http://example.org/x onerror=alert(1)> **الأسعار** ستنخفض.\n\n\nوأضاف أن 12 قرية بلا ماء.\n"
)
ZONE = "[data-testid=stFileUploaderDropzone]"


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests: what it has loaded once it need not load again."""
    found = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="ar-IQ", accept_downloads=True, reduced_motion="reduce"
    )
    found.set_default_timeout(20_000)
    found.grant_permissions(["clipboard-read", "clipboard-write"])
    yield found
    found.close()


def watched(context: BrowserContext, base: str) -> Iterator[Watched]:
    """A page of a visitor who was never here; at its end nothing may have gone wrong or out."""
    context.clear_cookies()
    found = Watched(context.new_page(), base)
    yield found
    found.page.evaluate("localStorage.clear()")
    found.page.close()
    assert found.errors == []
    assert found.outside == []


@pytest.fixture
def tab(context: BrowserContext, base: str) -> Iterator[Watched]:
    yield from watched(context, base)


@pytest.fixture(scope="module")
def sample(context: BrowserContext, base: str) -> Iterator[Page]:
    """The first visit, for tests that only look at it."""
    for found in watched(context, base):
        yield found.open()


@pytest.fixture(scope="module")
def visitor(context: BrowserContext, base: str) -> Iterator[Watched]:
    for found in watched(context, base):
        found.open()
        yield found


@pytest.fixture
def visit(visitor: Watched) -> Watched:
    """The first article open and nothing chosen, for tests that leave it so: loading the page takes longest of all."""
    visitor.page.bring_to_front()
    visitor.page.keyboard.press("Escape")
    visitor.page.locator(".st-key-heads button").first.click()
    visitor.settle()
    return visitor


def drop(tab: Watched, *files: tuple[str, bytes]) -> None:
    tab.page.wait_for_selector(ZONE)
    tab.page.evaluate(DROP, [ZONE, [[name, base64.b64encode(data).decode()] for name, data in files]])


def expect_in_address(page: Page, record: str) -> None:
    expect(page).to_have_url(re.compile(rf"[?&]h={record}(&|$)"))


def click_first_bar(page: Page) -> None:
    path = ".st-key-plot .barlayer .point path"
    page.wait_for_selector(path)
    bars = page.locator(path).evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().toJSON()).filter(box => box.width)"
    )
    first = min(bars, key=lambda bar: bar["top"])
    page.mouse.click(first["left"] + first["width"] / 2, first["top"] + first["height"] / 2)


def test_the_frame_is_arabic_before_any_script_runs(browser: Browser, base: str) -> None:
    context = browser.new_context()
    arabic = context.request.get(base, headers={"accept": "text/html"}).text()
    english = context.request.get(base + "?lang=en", headers={"accept": "text/html"}).text()
    assert '<html lang="ar" dir="rtl">' in arabic and '<html lang="en" dir="ltr">' in english
    for face in re.findall(r'href="\./(assets/[^"]+)"', arabic):
        assert context.request.get(base + face).ok
    context.close()


def test_the_first_visit_shows_the_sample_read_and_a_drop_zone(sample: Page) -> None:
    page = sample
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    doc = page.locator("article.doc")
    assert (doc.get_attribute("lang"), doc.get_attribute("dir")) == ("ar", "rtl")
    assert doc.evaluate("e => getComputedStyle(e).fontFamily").startswith('"Noto Naskh Arabic"')
    assert page.evaluate("document.fonts.check('19px \"Noto Naskh Arabic\"', 'قال')")
    expect(page.locator(ZONE)).to_be_visible()
    assert page.locator(".quote").count() and page.locator(".time").count() and page.locator(".figure").count()
    assert page.evaluate("document.querySelector('.stMain').scrollHeight <= innerHeight"), "the page itself does not scroll"


def test_letters_stay_joined_and_digits_in_their_order(sample: Page) -> None:
    page = sample
    for marked, plain in page.evaluate(measures.WIDTHS):
        assert marked == pytest.approx(plain, abs=0.6)
    for number in ("2500", "2023"):
        lefts = page.evaluate(measures.DIGITS, number)
        assert lefts == sorted(lefts) and len(set(lefts)) == len(lefts)


def test_what_is_copied_is_the_article_and_nothing_else(sample: Page) -> None:
    page = sample
    assert page.evaluate(measures.SELECT_ALL) == SAMPLE
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == SAMPLE


def test_a_file_dropped_on_the_page_is_read(tab: Watched) -> None:
    page = tab.open()
    drop(tab, ("<b>خبر</b>.txt", HOSTILE.encode()))
    expect(page.locator("article.doc")).to_contain_text("12 قرية")
    tab.settle()
    assert page.evaluate(measures.SELECT_ALL) == HOSTILE.removesuffix("\n")
    expect(page.locator("article.doc img, .st-key-switcher b b")).to_have_count(0)
    assert page.locator(".st-key-switcher .row").count() >= 2


def test_what_is_refused_says_why_and_what_was_open_stays(tab: Watched) -> None:
    page = tab.open()
    drop(tab, ("photo.heic", b"\x00\x01"), ("فارغ.txt", b""))
    expect(page.locator(".notice")).to_have_count(2)
    for said in ("ملفان لم يُقرآ", "photo.heic", "نوع لا يُقرأ هنا", "احفظ المقال بصيغة TXT"):
        expect(page.locator(".notices")).to_contain_text(said)
    expect(page.locator("article.doc")).to_contain_text("SeaPRwire")
    page.locator(".notices button.ic").click()
    expect(page.locator(".notices")).to_have_count(0)


def test_from_a_counter_to_its_words_and_back(visit: Watched) -> None:
    page = visit.page
    counter = page.locator(".strip .num.f").nth(0)
    record = counter.get_attribute("data-id")
    counter.click()
    words = page.locator("article.doc .t.figure.on")
    expect(words.first).to_contain_text("2500")
    expect(page.locator(".card")).to_contain_text("figure.")
    page.wait_for_function(measures.SEEN, arg="article.doc .t.on")
    expect_in_address(page, str(record))
    quote = page.locator("article.doc .t.quote.direct").first
    quote.scroll_into_view_if_needed()
    quote.click()
    row = page.locator(".list .it.on")
    expect(row).to_have_attribute("aria-current", "true")
    expect(page.locator(".card header h3")).to_have_text("اقتباس مباشر")
    page.wait_for_function(measures.SEEN, arg=".list .it.on")
    expect_in_address(page, str(row.get_attribute("data-id")))
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    expect(page).not_to_have_url(re.compile(r"[?&]h="))


def test_a_click_on_a_bar_leads_to_its_words_and_the_keys_lead_on(visit: Watched) -> None:
    page = visit.page
    click_first_bar(page)
    expect(page.locator(".card header h3")).to_have_text("حدث")
    expect_in_address(page, "e[^&]*")
    page.wait_for_function(measures.SEEN, arg="article.doc .t.link")
    page.keyboard.press("j")
    expect(page.locator(".card header h3")).not_to_have_text("حدث")
    visit.settle()
    click_first_bar(page)  # the same bar again: it leads back
    expect(page.locator(".card header h3")).to_have_text("حدث")


@pytest.mark.parametrize("pause", [0, 30, 80, 160])
def test_a_record_stays_chosen_while_the_page_measures_itself(visit: Watched, pause: int) -> None:
    """Two runs of the page that overlap: the second must not bring back what the browser had before the first."""
    page = visit.page
    page.locator(".st-key-heads button").first.click()
    visit.settle()
    page.locator("article.doc .t.time").nth(1).click()
    page.wait_for_timeout(pause)
    page.evaluate("width => window.__isnad.send('clicked', 'width:' + width)", 900 + pause)
    visit.settle()
    expect(page.locator(".card header h3")).to_have_text("زمن")
    expect(page.locator(".st-key-heads button[aria-pressed=true]")).to_contain_text("متى")
    expect_in_address(page, "t[^&]*")


def test_an_address_shows_the_same_again(tab: Watched) -> None:
    page = tab.open()
    page.locator(".list .it").nth(2).click()
    expect(page.locator(".card")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]h="))
    tab.settle()
    words, address = page.locator(".card blockquote").inner_text(), page.url
    page.locator(".list .it").nth(3).click()
    expect(page.locator(".card blockquote")).not_to_have_text(words)
    tab.settle()
    page.go_back()
    expect(page.locator(".card blockquote")).to_have_text(words)
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".card blockquote")).to_have_text(words)
    expect(page.locator("article.doc .t.on").first).to_be_visible()
    page.wait_for_function(measures.SEEN, arg="article.doc .t.on")


def test_each_layer_can_be_switched_off(visit: Watched) -> None:
    page = visit.page
    assert not page.evaluate(measures.PLAIN)
    for switch in page.locator(".layers .lay").all()[:6]:
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", "false")
    page.mouse.move(0, 0)
    page.wait_for_function(measures.PLAIN)
    for switch in page.locator(".layers .lay").all()[:6]:
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", "true")


def test_the_day_of_publication_is_given_on_the_page(tab: Watched) -> None:
    page = tab.open()
    page.locator(".st-key-heads button").nth(1).click()
    expect(page.locator(".list")).to_contain_text("23 يناير 2024")
    page.locator(".st-key-published button").first.click()
    page.locator("input.date").fill("2024-01-31")
    expect(page.locator(".list")).to_contain_text("30 يناير 2024")
    expect(page).to_have_url(re.compile("p=2024-01-31"))
    page.locator(".day .undo").click()
    expect(page.locator(".list")).not_to_contain_text("30 يناير 2024")


def test_english_and_dark_keep_the_article_open(tab: Watched) -> None:
    page = tab.open()
    drop(tab, ("خبر.txt", HOSTILE.encode()))
    expect(page.locator("article.doc")).to_contain_text("12 قرية")
    page.locator(".st-key-language button").click()
    expect(page.locator(".strip h2").first).to_have_text("Who")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator("article.doc")).to_have_css("direction", "rtl")
    tab.settle()
    page.locator(".st-key-theme button").click()
    page.wait_for_function("getComputedStyle(document.querySelector('.stApp') || document.body).colorScheme === 'dark'")
    expect(page.locator("article.doc")).to_contain_text("12 قرية")
    expect(page.locator(".st-key-switcher .row.cur")).to_have_count(1)
    expect(page.locator(".stMain")).to_have_css("background-color", "rgb(19, 22, 24)")


def test_the_timeline_is_a_table_too_and_lists_are_charts(visit: Watched) -> None:
    page = visit.page
    page.locator(".tl-head button.view").click()
    row = page.locator(".tt tbody tr").nth(1)
    expect(row.locator("td").first).to_contain_text("أغسطس 2023")
    row.click()
    expect(page.locator(".card header h3")).to_have_text("حدث")
    expect(row).to_have_attribute("aria-current", "true")
    page.locator(".strip .cell-many .num").last.click()
    page.locator(".list button.view").click()
    chart = page.locator(".st-key-panel_plot .js-plotly-plot")
    expect(chart).to_contain_text("هجوم")
    page.wait_for_function(measures.UNCUT, arg=".st-key-panel_plot .js-plotly-plot")
    with page.expect_download() as coming:
        page.locator(".st-key-get_panel_counters_svg button").click()
    assert coming.value.suggested_filename.endswith(".svg")
    page.locator(".chart-head button.view").click()
    page.locator(".tl-head button.view").click()
    expect(page.locator(".st-key-plot .js-plotly-plot")).to_be_visible()


def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(tab: Watched) -> None:
    page = tab.open()
    drop(tab, ("خبر.txt", HOSTILE.encode()), ("طويل.txt", (SAMPLE + "\n").encode() * 500))
    expect(page.locator(".steps li.done").first).to_contain_text("قراءة الملف", timeout=20_000)
    expect(page.locator(".steps li")).to_have_count(5)
    expect(page.locator(".strip")).to_be_hidden()
    page.locator(".st-key-stop button").click()
    expect(page.locator(".steps")).to_have_count(0)
    expect(page.locator("article.doc")).to_contain_text("12 قرية")  # what was read before stays
    expect(page.locator(".st-key-switcher .switch")).to_contain_text("2 من 2")


def test_pasted_text_is_read(tab: Watched) -> None:
    page = tab.open()
    page.locator(".st-key-paste_open button").click()
    page.locator("[role=dialog] textarea").fill("قالت الوزارة إن 340 بيتا تضررت.")
    page.locator(".st-key-analyse button").click()
    expect(page.locator("article.doc")).to_have_text(re.compile("340 بيتا"))
    expect(page.locator("[role=dialog] textarea")).to_have_count(0)


def test_charts_and_tables_are_taken_away(visit: Watched, tmp_path: Path) -> None:
    page = visit.page
    page.locator(".st-key-export button").first.click()
    taken = {}
    for key in ("timeline_png", "timeline_svg", "timeline_html", "csv", "json", "page"):
        with page.expect_download() as coming:
            page.locator(f".st-key-get_{key} button").click()
        taken[key] = tmp_path / coming.value.suggested_filename
        coming.value.save_as(taken[key])
    png = taken["timeline_png"].read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and min(struct.unpack(">II", png[16:24])) > 100
    assert b"<svg" in taken["timeline_svg"].read_bytes()[:400]
    assert taken["csv"].read_bytes()[:2] == b"PK"
    assert '"schema": "isnad-analysis/1"' in taken["json"].read_text(encoding="utf-8")
    assert "إلتزام" in taken["page"].read_text(encoding="utf-8")
    chart = page.context.new_page()
    chart.goto(taken["timeline_html"].as_uri())
    expect(chart.locator(".js-plotly-plot")).to_contain_text("أغسطس")
    chart.close()
    page.keyboard.press("Escape")


def test_a_phone(tab: Watched) -> None:
    tab.page.set_viewport_size({"width": 390, "height": 844})
    page = tab.open()
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    cells = page.evaluate("['many', 'who'].map(n => document.querySelector('.cell-' + n).getBoundingClientRect().right)")
    assert cells[0] > cells[1], "figures come first"
    assert page.locator("article.doc .txt").first.evaluate("e => e.getBoundingClientRect().width") > 340
    expect(page.locator(".st-key-export")).to_be_hidden()
    page.locator(".st-key-more button").click()
    expect(page.locator(".st-key-export")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("article.doc .t.time").first.click()
    card = page.locator(".card")
    expect(card).to_be_visible()
    tab.settle()
    box = card.bounding_box()
    assert box and box["y"] + box["height"] == pytest.approx(844, abs=2) and box["height"] <= 0.63 * 844
