"""PDF files of other programs give the samples back, in logical order, by paragraphs; what cannot be told is said so."""

import re
import shutil
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

import pytest

from components.model import Article
from components.text.read import read
from tests.hostile import made
from tests.hostile.pack import TEXT, VISUAL

ROOT = Path(__file__).parent.parent
TEXTS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted((ROOT / "data/samples").glob("*.txt"))}
PRINTS = sorted((ROOT / "tests/prints").glob("*.pdf"))


def one(data: bytes, name: str) -> Article:
    [article] = read(data, name)
    return article


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def words_back(text: str, found: str) -> float:
    """The share of the words of `text` that stand in `found` in their order."""
    first, second = text.split(), found.split()
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(first), len(second))


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.name)
def test_prints_of_other_programs(path: Path) -> None:
    """Printed by LibreOffice (justified by stretching words, from .odt and .docx) and Chromium."""
    found = one(path.read_bytes(), path.name)
    assert words_back(TEXTS[path.name.split(".")[0]], found.text) >= 0.99
    assert found.warnings == ()


@pytest.fixture(scope="module")
def printed() -> Iterator[dict[str, bytes]]:
    """The samples as Chromium prints them, marks and all."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium here")
    from playwright.sync_api import sync_playwright

    pages = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, text in TEXTS.items():
            page = browser.new_page()
            body = "".join(f"<p>{escape(line)}</p>" for line in lines(text))
            page.set_content(f"<html lang=ar dir=rtl><style>body {{ font: 16px DejaVu Sans }}</style><body>{body}")
            pages[name] = page.pdf(format="A4", margin={"left": "2cm", "right": "2cm", "top": "2cm", "bottom": "2cm"})
            page.close()
        browser.close()
    yield pages


@pytest.mark.parametrize("name", TEXTS)
def test_prints_of_chromium(printed: dict[str, bytes], name: str) -> None:
    found = one(printed[name], "a.pdf").text
    assert words_back(TEXTS[name], found) >= 0.99
    assert len(set(lines(TEXTS[name])) & set(lines(found))) >= 0.7 * len(lines(TEXTS[name]))


def test_runs_of_words_and_ligatures_of_two_letters() -> None:
    """As word processors set a line: the letters named in their plain form, lam-alef as two."""
    text = ["قال الوزير إن الاتفاق لا يزال قائما", "وأضاف أن 25 بلدا سيلتحق بالأعضاء الأوائل في 2018",
            "حسب وكالة Reuters للأنباء والإعلام الآن"]
    assert one(made.pdf_runs(text), "a.pdf").text.split() == [word for line in text for word in line.split()]


def test_pdf_paragraphs_go_on_over_lines_and_pages() -> None:
    cut = VISUAL[1].index(" ", 50)
    halves = [VISUAL[0], VISUAL[1][cut:].strip(), VISUAL[1][:cut]], [VISUAL[2], VISUAL[3], *[""] * 44, "1"]
    found = one(made.pdf(halves), "a.pdf")
    assert lines(found.text)[0] == lines(TEXT)[0]
    assert lines(found.text)[1].split() == lines(TEXT)[1].split()
    assert found.text.split() == TEXT.split()  # the page's number is gone


def test_columns_are_read_one_after_the_other() -> None:
    """Five lines in each column, and a heading over both."""
    right = [f"سطر العمود الأول رقم {number}" for number in range(11, 16)]
    left = [f"سطر العمود الثاني رقم {number}" for number in range(21, 26)]
    heading = "عنوان يمتد فوق العمودين كليهما من أول السطر إلى آخره"
    rows = [f"{second[::-1]}      {first[::-1]}" for first, second in zip(right, left, strict=True)]
    visual = [heading[::-1], *(re.sub(r"\d+", lambda found: found[0][::-1], row) for row in rows)]
    assert one(made.pdf([visual]), "a.pdf").text.split() == [
        word for line in (heading, *right, *left) for word in line.split()
    ]


def test_a_picture_among_the_pages_is_told() -> None:
    data = made.pdf([VISUAL, []], extra=b"/XObject << /I 99 0 R >>")
    [article] = read(data, "a.pdf")
    assert article.warnings == ()  # an empty page is no picture
    assert "سامر الحداد" in article.text


def test_letters_without_names_are_told() -> None:
    found = one(made.pdf([VISUAL], unnamed="ش"), "a.pdf")
    assert "\ufffd" in found.text
    assert [warning.kind for warning in found.warnings] == ["unknown_letters"]


def test_presentation_forms_in_a_pdf() -> None:
    shaped = [VISUAL[0].replace("ا", "\ufe8e"), *VISUAL[1:]]
    assert lines(one(made.pdf([shaped]), "a.pdf").text)[0] == lines(TEXT)[0]


def test_letters_that_nobody_sees() -> None:
    """An OCR program's letters over a picture are read and told; hidden ones beside seen ones are left out."""
    hidden = made.pdf([VISUAL], before="3 Tr ")
    found = one(hidden, "a.pdf")
    assert "سامر الحداد" in found.text
    assert [warning.kind for warning in found.warnings] == ["recognised"]
    mixed = one(made.pdf([[*VISUAL, VISUAL[0]]], before_last="3 Tr "), "a.pdf")
    assert mixed.text.split() == TEXT.split() and mixed.warnings == ()


def test_narrow_gutters_part_columns_too() -> None:
    """As Chromium sets columns: one em apart, less than two."""
    right = [f"سطر العمود الأول الذي يملأ عرضه رقم {number}" for number in range(11, 16)]
    left = [f"سطر العمود الثاني الذي يملأ عرضه رقم {number}" for number in range(21, 26)]
    rows = [f"{second[::-1]}  {first[::-1]}" for first, second in zip(right, left, strict=True)]
    visual = [re.sub(r"\d+", lambda found: found[0][::-1], row) for row in rows]
    assert one(made.pdf([visual]), "a.pdf").text.split() == [word for line in (*right, *left) for word in line.split()]
