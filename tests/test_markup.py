"""The cut of the article into pieces: every code point once, every mark in its place, nothing read as HTML."""

import html
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis import analyze
from components.markup import Mark, article_html, marks, paragraph_of, paragraphs, pieces, speaker_slots
from components.model import Actor, Analysis, Article, Cue, Figure, Mention, Quote, Section, Speaker

WORDS = [
    "قال",
    " الوزير",
    "\n",
    "\n\n",
    " “لن نتراجع” ",
    "٦٠",
    " 60 ",
    "ـــ",
    "هجومًا",
    "<b>",
    "&amp;",
    "\u200f",
    "😀",
    "🇮🇶",
    " HMC ",
    "لأكثر من",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=12))
    found = [Mark(min(span), max(span), f"q{count}", (f"c{count}",)) for count, span in enumerate(spans)]
    return text, [mark for mark in found if mark.start < mark.end]


@given(marked())
def test_every_code_point_is_printed_once(case: tuple[str, list[Mark]]) -> None:
    text, found = case
    cut = pieces(text, found)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text == text[piece.start : piece.end] for piece in cut)


@given(marked())
def test_a_piece_names_exactly_the_marks_it_lies_in(case: tuple[str, list[Mark]]) -> None:
    text, found = case
    for piece in pieces(text, found):
        over = [mark for mark in found if mark.start <= piece.start and piece.end <= mark.end and piece.start < piece.end]
        assert piece.tokens == tuple(mark.token for mark in over)


@given(TEXTS)
def test_lines_join_to_the_text_and_print_nothing_as_html(text: str) -> None:
    analysis = analyze(Article(text))
    assert "".join(piece.text for line in paragraphs(analysis) for piece in line.pieces) == text
    printed = article_html(analysis)
    assert html.unescape(re.sub(r"<[^>]*>", "", printed)) == text
    assert "<b>" not in printed


def small() -> Analysis:
    text = "قال الوزير إن 60 جنديا عادوا.\n\nإعلان الموقع <img src=x>"
    quote = Quote(
        14, 28, text[14:28], "indirect", Cue(0, 3, "قال", "قال"), Speaker(4, 10, "الوزير", "الوزير", None, "a1"), id="q1"
    )
    figure = Figure(14, 22, text[14:22], 60, 60, 60, "exact", "count", "جندي", Mention(17, 22, text[17:22]), id="f1")
    sections = (Section(0, 31, "body"), Section(31, len(text), "boilerplate"))
    return Analysis(
        Article(text, sections=sections, published=date(2024, 1, 4)),
        (quote,),
        figures=(figure,),
        actors=(Actor("a1", "الوزير", "person"),),
    )


def test_the_marks_of_a_small_article() -> None:
    found = {(mark.token, mark.start, mark.end) for mark in marks(small()) if mark.token}
    assert found == {("q1", 14, 28), ("q1.speaker", 4, 10), ("q1.cue", 0, 3), ("f1", 14, 22)}


def test_lines_are_numbered_without_the_blank_ones_and_boilerplate_is_told() -> None:
    lines = paragraphs(small())
    assert [(line.number, line.boilerplate) for line in lines] == [(1, False), (0, False), (2, True)]
    assert [paragraph_of(lines, at) for at in (0, 14, 31)] == [1, 1, 2]


@pytest.mark.parametrize(("openness", "slot"), [("named", 1), ("unnamed", 0)])
def test_an_unnamed_source_has_no_colour_of_its_own(openness: str, slot: int) -> None:
    analysis = small()
    actor = Actor("a1", "الوزير", "person", openness=openness)  # type: ignore[arg-type]
    assert speaker_slots(Analysis(analysis.article, analysis.quotes, actors=(actor,))) == {"a1": slot}


def test_time_is_straight_in_the_number_of_marks() -> None:
    text = "كلمة " * 20_000
    found = [Mark(at, at + 4, f"t{at}", ("time",)) for at in range(0, len(text), 5)]
    assert len(pieces(text, found)) == 2 * len(found)
