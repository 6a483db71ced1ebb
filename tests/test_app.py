"""The page's logic, driven without a browser: what is shown, what a file, a day, a language or an address changes."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.model import Analysis
from components.views import shelf
from components.views.tree import strings
from components.wording import listed
from components.wording import words as interface_words

ROOT = Path(__file__).parent.parent
SAMPLE = (ROOT / "data/samples/iraq-us-talks.txt").read_text(encoding="utf-8")
ARTICLE = "قال الوزير سالم الخطيب يوم الثلاثاء إن أكثر من 60 قرية بلا ماء.\n"
COUNTED = (
    "قال الوزير سالم الخطيب إن عدد الهجمات بلغ 66 هجوما في المحافظة.\n"
    "وقالت منظمة رصد الحدود إنها أحصت 52 هجوما في المحافظة.\n"
)


@pytest.fixture
def page() -> Iterator[AppTest]:
    """The page on its first run, with nothing kept from another test."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()


def drawn(page: AppTest, name: str) -> dict[str, Any]:
    """What the board called `name` was given to draw."""
    for each in page.get("bidi_component"):
        if f"-{name}" in each.proto.id or each.proto.id.endswith(name):
            return dict(json.loads(each.proto.json))
    raise AssertionError(f"no board called {name}")


def words(page: AppTest, name: str) -> str:
    """All words on a board, each once, in reading order."""
    return " | ".join(strings(drawn(page, name)["tree"]))


def read_text(page: AppTest) -> str:
    return "".join(piece[0] for line in drawn(page, "reader")["paragraphs"] for piece in line[3])


def current(page: AppTest) -> Analysis:
    key = page.session_state["article"]
    return shelf.analysed(next(each.article for each in shelf.samples() if each.key == key))


def drop(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    zone: Any = page.get("file_uploader")[0]
    zone.set_value([(name, data, "text/plain") for name, data in files])
    return page.run()


def test_the_first_sample_is_shown_at_the_start(page: AppTest) -> None:
    assert not page.exception
    assert read_text(page) == SAMPLE.removesuffix("\n")
    assert page.get("file_uploader")
    assert drawn(page, "signal")["lang"] == "ar"


def test_a_file_is_read_and_shown(page: AppTest) -> None:
    drop(page, ("خبر.txt", ARTICLE.encode()))
    assert not page.exception
    assert read_text(page) == ARTICLE
    assert not page.session_state["refused"]
    assert "خبر" in words(page, "switcher") or "قال الوزير" in words(page, "switcher")
    assert ">" in words(page, "strip") and "60" in words(page, "strip")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("خال.txt", b"", "فارغ"),
        ("فراغ.txt", b" \n\t \n", "فارغ"),
        ("photo.heic", b"\x00\x01", "نوع لا يُقرأ هنا"),
        ("latin.txt", b"The minister said that nothing had changed at all. " * 9, "ليس نصًا عربيًا"),
        ("bytes.txt", bytes(range(256)) * 20, "نص"),
        ("big.txt", ARTICLE.encode() * 50_000, "أكبر من 5 ميغابايت"),
    ],
    ids=["empty", "blank", "kind", "latin", "bytes", "big"],
)
def test_what_cannot_be_read_is_refused_with_a_remedy_and_leaves_open_what_was(
    page: AppTest, name: str, data: bytes, reason: str
) -> None:
    drop(page, (name, data))
    assert not page.exception
    said = words(page, "notices")
    code = page.session_state["refused"][0][1]
    assert name in said and reason in said
    assert (
        page.session_state["refused"]
        and f"{code}_mend" in interface_words()
        and interface_words()[f"{code}_mend"]["ar"] in said
    )
    assert read_text(page) == SAMPLE.removesuffix("\n")
    page.button(key="language").click().run()
    assert interface_words()[f"{code}_mend"]["en"] in words(page, "notices")


def test_one_bad_file_does_not_stop_the_others(page: AppTest) -> None:
    drop(page, ("خال.txt", b""), ("خبر.txt", ARTICLE.encode()))
    assert read_text(page) == ARTICLE
    assert "خال.txt" in words(page, "notices") and "خبر.txt" not in words(page, "notices")


def test_a_name_and_a_text_full_of_markup_stay_text(page: AppTest) -> None:
    hostile = "قال الوزير إن <img src=x onerror=alert(1)> **كل** شيء [هنا](http://x) :red[أحمر] $x$.\n"
    drop(page, ("<b>خبر</b>.txt", hostile.encode()))
    assert not page.exception
    assert read_text(page) == hostile
    assert not any("img" in each.value or "أحمر" in each.value for each in page.markdown)


def test_english_turns_the_interface_and_leaves_the_article(page: AppTest) -> None:
    before = read_text(page)
    page.button(key="language").click().run()
    assert drawn(page, "signal")["lang"] == "en"
    assert "How many" in words(page, "strip") and "كم" not in words(page, "strip").split(" | ")
    assert read_text(page) == before
    assert page.query_params["lang"] in ("en", ["en"])


def test_arabic_digits_change_the_interface_and_not_the_article(page: AppTest) -> None:
    page.segmented_control(key="digits").set_value("arab").run()
    assert "٢٥٠٠" in words(page, "strip") and "2500" not in words(page, "strip")
    assert "2500" in read_text(page)


def test_the_day_of_publication_changes_what_hangs_on_it(page: AppTest) -> None:
    drop(page, ("خبر.txt", ARTICLE.encode()))
    page.session_state["tab"] = "when"
    page.run()
    assert "2024" not in words(page, "findings")
    key = page.session_state["article"]
    days = shelf.shelf_of(page.session_state["browser"]).days
    days[key] = date(2024, 1, 24)
    page.run()
    assert "23 يناير 2024" in words(page, "findings")
    assert page.query_params["p"] in ("2024-01-24", ["2024-01-24"])
    days[key] = date(2024, 1, 31)
    page.run()
    assert "30 يناير 2024" in words(page, "findings")


def test_an_address_opens_the_article_and_the_record(page: AppTest) -> None:
    key = page.session_state["article"]
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    other.query_params["a"], other.query_params["h"], other.query_params["lang"] = key, "f1", "en"
    other.run()
    assert other.session_state["record"] == "f1" and other.session_state["tab"] == "many"
    assert "Figure" in words(other, "card")
    assert drawn(other, "signal")["on"] == "f1"


@pytest.mark.parametrize("record", ["q999", "<script>", "", "e"], ids=["unknown", "script", "none", "letter"])
def test_an_address_of_a_record_that_is_not_there_shows_the_article(page: AppTest, record: str) -> None:
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    other.query_params["a"], other.query_params["h"] = page.session_state["article"], record
    other.run()
    assert not other.exception and read_text(other) == SAMPLE.removesuffix("\n")


def test_a_run_that_brings_an_older_address_is_no_way_back(page: AppTest) -> None:
    page.session_state["record"] = "f1"
    page.run()
    assert page.query_params["h"] in ("f1", ["f1"])
    page.query_params.clear()
    page.run()
    assert page.session_state["record"] == "f1"


def test_an_address_of_an_article_that_is_not_open_says_so(page: AppTest) -> None:
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    other.query_params["a"] = "000000000000"
    other.run()
    assert interface_words()["gone"]["ar"] in words(other, "notices")


def test_reported_speech_is_never_between_quotation_marks(page: AppTest) -> None:
    analysis = current(page)
    said = words(page, "findings")
    for quote in analysis.quotes:
        start = "".join(quote.text.split(" ")[:1])
        if quote.kind == "indirect":
            assert f"«{start}" not in said
    assert any(quote.kind == "indirect" for quote in analysis.quotes)


def test_boilerplate_figures_stand_apart_until_asked_for(page: AppTest) -> None:
    foreign = [figure for figure in current(page).figures if figure.section == "boilerplate"]
    assert foreign
    page.session_state["tab"] = "many"
    page.run()
    assert "86,000" not in words(page, "findings") and "86,000" not in words(page, "strip")
    page.session_state["outside"] = True
    page.run()
    assert "86,000" in words(page, "findings") and "86,000" not in words(page, "strip")


def test_figures_of_one_thing_stand_together_with_who_says_so_and_what_contradicts(page: AppTest) -> None:
    drop(page, ("خبر.txt", COUNTED.encode()))
    page.session_state["tab"] = "many"
    page.run()
    said = words(page, "findings")
    assert "أرقام مختلفة للشيء نفسه" in said and "52–66" in said and "مرتان" in said
    assert said.count("قاله:") == 2 and "سالم الخطيب" in said
    page.session_state["drawn"] = True
    page.run()
    assert not page.exception and "الأرقام بحسب النوع والحجم" in words(page, "chart_head")


def test_the_timeline_as_a_table_says_date_range_event_and_where_the_date_is_from(page: AppTest) -> None:
    page.session_state["table"] = True
    page.run()
    said = words(page, "tl_table")
    assert "17 أكتوبر" in said and "[2023]" in said and "أغسطس 2023" in said and "محسوب من تاريخ النشر" in said


def test_many_files_are_read_one_after_another_and_the_good_ones_are_a_click_away(page: AppTest) -> None:
    texts = [ARTICLE, COUNTED, ARTICLE.replace("60", "70"), ""]
    drop(page, *[(f"{count}.txt", text.encode()) for count, text in enumerate(texts)])
    assert not page.exception and page.session_state["work"] is None
    assert read_text(page) == ARTICLE
    said = words(page, "notices")
    assert "ملف واحد لم يُقرأ" in said and "3.txt" in said and said.count("افتحه") == 2


def test_the_last_article_taken_away_leaves_a_page_that_shows_how_a_read_text_looks(page: AppTest) -> None:
    shelf.shelf_of(page.session_state["browser"]).keys.clear()
    page.run()
    assert not page.exception
    assert "لا مقال بعد" in words(page, "switcher") and "هكذا يبدو النص" in words(page, "excerpt")
    drop(page, ("خال.txt", b""))
    assert "فارغ" in words(page, "lead")


def test_a_share_of_the_openness_bar_leads_to_its_statements(page: AppTest) -> None:
    page.session_state["share"] = "unnamed"
    page.run()
    said = words(page, "findings")
    assert "مسؤول أمريكي" in said and "السداني" not in said


def test_the_server_is_bound_to_this_machine_and_guarded() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "localhost"
    assert settings["server"]["enableXsrfProtection"] and settings["server"]["enableCORS"]
    assert settings["browser"]["gatherUsageStats"] is False


def test_every_word_of_the_interface_is_there_in_both_languages() -> None:
    for key, entry in interface_words().items():
        assert entry["ar"].strip() and entry["en"].strip(), key
    for key, forms in listed("counted").items():
        assert (len(forms["ar"]), len(forms["en"])) == (6, 3), key


def test_every_word_the_views_ask_for_is_in_the_data() -> None:
    known = interface_words()
    for path in (ROOT / "components/views").glob("*.py"):
        for key in re.findall(r'\b(?:word|wording)\("([^"{]+)"\)', path.read_text(encoding="utf-8")):
            assert key in known, f"{path.name}: {key}"
