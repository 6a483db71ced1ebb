"""Words written to each other: where the second begins, and what is one word."""

import pytest

from components.text.glued import cuts
from components.text.tokens import Tokens


@pytest.mark.parametrize(("text", "words"), [
    ("عضوةالحزب في المدينة", ["عضوه", "الحزب", "في", "المدينه"]),
    ("عن ذلكقائلًا: نعم", ["عن", "ذلك", "قايلا", ":", "نعم"]),
    ("وليد حدادإنه سيعود", ["وليد", "حداد", "انه", "سيعود"]),
    ("وتفيد التقاريربأن", ["وتفيد", "التقارير", "بان"]),
    ("تمامًاكما على هامش", ["تماما", "كما", "علي", "هامش"]),
    ("وعلىهامش القمة", ["وعلي", "هامش", "القمه"]),
])
def test_glued_words_are_two(text: str, words: list[str]) -> None:
    assert [token.form for token in Tokens(text).tokens] == words


@pytest.mark.parametrize("text", [
    "فإن الإنسان", "وبأنه القائلة", "والقائلين", "قائًلا", "يًعد", "شىء", "مسألة",
    "لديها", "الحياةِ", "مدرستُه", "لأنهم", "هانئًا", "ثلاثةعشر",
])
def test_whole_words_stay_whole(text: str) -> None:
    assert cuts(text) == []


def test_time_is_straight_in_length() -> None:
    assert len(cuts("عضوةالحزب " * 50_000)) == 50_000
    assert len(Tokens("عضوةالحزب " * 20_000)) == 40_000
