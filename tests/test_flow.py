"""Lines broken at a width read as the paragraphs they were; lines that a writer broke stay."""

from pathlib import Path

import pytest

from components.analysis import analyze
from components.markup import paragraphs
from components.model import Analysis, Article
from components.text.flow import flowed

SAMPLES = sorted((Path(__file__).parent.parent / "data/samples").glob("*.txt"))
HEADLINES = """وزير الري يفتتح محطة مياه في الجنوب بعد تأخير دام عاما
البنك المركزي يثبت سعر الفائدة للمرة الثالثة على التوالي
إصابة ستة أشخاص في انقلاب حافلة على الطريق الساحلي شمالا
جامعة العاصمة تستضيف مؤتمرا عن لغة الصحافة في شهر مايو
المنتخب يخسر أمام ضيفه ويخرج من تصفيات كأس آسيا للشباب"""


def broken(text: str, width: int, apart: bool = False) -> str:
    """`text` with its lines broken as mail programs do: before the word that would not fit; blanks become newlines."""
    lines = []
    for paragraph in text.split("\n"):
        column, words = 0, []
        for word in paragraph.split(" "):
            new = column and column + 1 + len(word) > width
            words.append(("\n" if new else " " if words else "") + word)
            column = len(word) if new else column + len(word) + (len(words) > 1)
        lines.append("".join(words))
    return ("\n\n" if apart else "\n").join(lines)


def spoken(analysis: Analysis) -> set[tuple[str, str, str]]:
    return {(" ".join(each.text.split()), each.kind, each.speaker.name if each.speaker else "") for each in analysis.quotes}


@pytest.mark.parametrize("width", [45, 60, 76])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_article_broken_at_a_width_says_what_it_said(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8").strip()
    whole, cut = spoken(analyze(Article(text))), spoken(analyze(Article(broken(text, width))))
    assert whole
    assert len(whole & cut) >= 0.75 * len(whole | cut), whole ^ cut


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_record_keeps_the_words_as_they_stand(path: Path) -> None:
    text = broken(path.read_text(encoding="utf-8").strip(), 50)
    found = analyze(Article(text))
    assert found.article.text == text
    for record in (*found.quotes, *found.times, *found.events, *found.figures):
        assert record.text == text[record.start:record.end]
    for quote in found.quotes:
        for part in (quote.cue, quote.speaker, quote.addressee, quote.place):
            assert part is None or part.start is None or part.text == text[part.start:part.end]
        assert quote.speaker is None or "\n" not in quote.speaker.name


def test_the_page_shows_paragraphs_and_not_lines() -> None:
    text = SAMPLES[0].read_text(encoding="utf-8").strip()
    shown = paragraphs(analyze(Article(broken(text, 60))))
    assert sum(bool(each.number) for each in shown) <= 1.5 * sum(bool(line.strip()) for line in text.split("\n"))
    assert "".join(piece.text for each in shown for piece in each.pieces).split() == text.split()


def test_where_blank_lines_part_the_paragraphs_every_other_line_goes_on() -> None:
    text = SAMPLES[0].read_text(encoding="utf-8").strip()
    lines = flowed(broken(text, 50, apart=True)).split("\n\n")
    assert len(lines) == len(text.split("\n"))


@pytest.mark.parametrize("text", [
    HEADLINES,
    "\n".join(f"{number}. {line}" for number, line in enumerate(HEADLINES.split("\n"), 1)),
    "قال الوزير إن الأمر بسيط.\nوأضاف أن العمل بدأ.\nوتابع أن النتائج جيدة.\nوختم بالشكر لمن حضر.\nوالله الموفق.",
    "\n" * 50,
    "قال\n" * 50,
    *(path.read_text(encoding="utf-8") for path in SAMPLES),
])
def test_lines_of_a_writer_stay(text: str) -> None:
    assert flowed(text) is text
