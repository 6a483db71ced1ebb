"""Speech: every rule fires in some case, verbs in all their forms, marks without partner, floods straight in length."""

import time
import tomllib
from pathlib import Path

import pytest

from components import inflect, lexicon
from components.extract.quotes import RULES, speeches
from components.extract.quotes.marks import unbalanced
from components.text.sections import sections
from components.text.tokens import Tokens

CORPUS = Path(__file__).parent / "corpus"


def tokens(text: str) -> Tokens:
    read = Tokens(text)
    read.sections = sections(read)
    return read


def texts() -> list[str]:
    files = [CORPUS / "quotes.toml", CORPUS / "quotes-near.toml"]
    return [case["text"] for path in files for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def test_every_rule_fires_in_some_case() -> None:
    fired = {speech.rule for text in texts() for speech in speeches(tokens(text))}
    assert fired == set(RULES)


def test_at_least_120_verbs_with_all_their_parts() -> None:
    rows, forms = lexicon._verbs()
    cues = [row for row in rows if row["kind"] == "cue_verb"]
    assert len({row["past"] for row in cues}) >= 120
    stances = {row["stance"] for row in cues}
    assert stances == {"neutral", "insistent", "doubtful", "denying", "promising", "warning"}
    assert len(forms) > 10_000


@pytest.mark.parametrize("form", [
    "قال", "قالت", "قالوا", "قلن", "قالا", "قالتا", "قلنا", "يقول", "تقول", "نقول", "يقولون", "يقولان", "يقلن",
    "وقال", "فقالت", "سيقول", "وسيقولون", "ليقول",
])
def test_a_verb_of_saying_in_every_shape_reports(form: str) -> None:
    text = f"{form} إن الطريق مغلق."
    found = speeches(tokens(text))
    assert [(speech.kind, text[speech.start:speech.end]) for speech in found] == [("indirect", "الطريق مغلق")]
    assert found[0].cue is not None and found[0].cue.lemma == "قال"


@pytest.mark.parametrize(("parts", "wanted"), [
    (("نفى", "نفي", "ينفي", "ينف", "نافي", "نفي"),
     {"نفى", "نفت", "نفوا", "نفيا", "نفين", "ينفون", "ينف", "نافيا", "نفيه", "نفاه"}),
    (("دعا", "دعو", "يدعو", "يدع", "داعي", "دعوة"), {"دعت", "دعوا", "يدعون", "داعين", "داعية", "دعوته"}),
    (("أضاف", "أضف", "يضيف", "يضف", "مضيف", "إضافة"), {"أضافت", "أضفنا", "تضيف", "مضيفة", "مضيفين"}),
])
def test_verbs_are_inflected_from_their_parts(parts: tuple[str, ...], wanted: set[str]) -> None:
    row = dict(zip(inflect.PARTS, parts, strict=True))
    assert wanted <= {form for form, _ in inflect.forms(row)}


@pytest.mark.parametrize(("text", "marks"), [
    ('وقال: "نحن هنا".', []),
    ('وقال: "نحن هنا.', ['"']),
    ('وقال: نحن هنا".', ['"']),
    ("وقال: «نحن هنا\nثم غادر.", ["«"]),
    ('وقال: «نحن هنا".', []),
    ("زار معرض O'Neill.", []),
])
def test_marks_without_partner(text: str, marks: list[str]) -> None:
    assert [text[start:end] for start, end in unbalanced(tokens(text))] == marks


@pytest.mark.parametrize("unit", [
    "قال ", "قال إن ", "وقال إن الوزير غادر ", "«", '"', '"كلمة ', "وفقا للوزير ", "كما قال ", "سمير: لن نعود\n",
])
def test_floods_grow_straight_with_length(unit: str) -> None:
    def seconds(count: int) -> float:
        read = tokens(unit * count)
        begin = time.process_time()
        speeches(read)
        return time.process_time() - begin

    seconds(500)
    small, large = (min(seconds(count), seconds(count)) for count in (2_000, 20_000))
    assert large < max(small, 0.01) * 40
