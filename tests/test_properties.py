"""What holds for any text. Texts are drawn from phrases the rules know, mixed with letters that cause trouble."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from components import lexicon
from components.analysis import analyze
from components.fold import fold
from components.model import LAYERS, Analysis, Article
from components.text.tokens import Tokens

TROUBLE = list("أإآءئؤىةيهـًٌٍَُِّْٰ\u200f\u200e\u202b\u202c\u2067\u2069\u200d\u0640"
               "«»“”\"'‹›()[]{}.،؛؟!:…-–—%٪0123456789٠١٢٣٤٥٦٧٨٩,٫٬/ \n\t🙂ﻻﷲﷺ")
KNOWN = sorted({entry.form for kind in lexicon.entries().values() for entry in kind[:40]})
PIECES = st.one_of(
    st.sampled_from(KNOWN), st.sampled_from(TROUBLE), st.sampled_from(["قال", "إن", "أن", "وأضاف", "الوزير", "60", "يناير"]))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])), max_size=40).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces))
SLOW = settings(max_examples=150, deadline=None)


@SLOW
@given(TEXTS)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@SLOW
@given(TEXTS)
def test_tokens_cover_the_text_in_order(text: str) -> None:
    tokens = Tokens(text)
    end = 0
    for token in tokens.tokens:
        assert end <= token.start < token.end <= len(text)
        end = token.end
    covered = [index for first, after in tokens.sentences for index in range(first, after)]
    assert covered == [index for index, token in enumerate(tokens.tokens) if token.kind != "line"]


@SLOW
@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_every_record_is_cut_out_of_the_text(text: str, published) -> None:  # type: ignore[no-untyped-def]
    analysis = analyze(Article(text=text, published=published, published_basis="given" if published else "unknown"))
    assert analysis.article.text == text
    ids = set()
    for layer in LAYERS:
        for record in getattr(analysis, layer):
            assert record.id not in ids
            ids.add(record.id)
            if hasattr(record, "text"):
                assert 0 <= record.start < record.end <= len(text)
                assert text[record.start:record.end] == record.text
                assert 0 <= record.confidence <= 1 and record.rule
    for quote in analysis.quotes:
        for part in (quote.cue, quote.speaker, quote.addressee, quote.place):
            assert part is None or part.start is None or text[part.start:part.end] == part.text
    for event in analysis.events:
        assert event.time in {time.id for time in analysis.times} and len(event.summary) <= 140
    for figure in analysis.figures:
        assert figure.counted is None or text[figure.counted.start:figure.counted.end] == figure.counted.text
    actors = {actor.id for actor in analysis.actors}
    assert all(quote.speaker is None or quote.speaker.actor in actors for quote in analysis.quotes)
    assert "".join(text[section.start:section.end] for section in analysis.article.sections) == text
    assert Analysis.from_dict(json.loads(analysis.as_json())).as_json() == analysis.as_json()
    assert "".join(analysis.json_pieces()) == analysis.as_json()
