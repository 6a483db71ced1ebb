"""Every verb of saying of the table in every frame that its row grants it: what must be found follows from the row."""

import csv
from collections.abc import Iterator
from typing import Any

import pytest

from components.analysis import analyze
from components.lexicon import FOLDER, key
from components.model import Article

SAID = "الطريق الشمالي مغلق منذ الفجر"
SPEAKER, DOCUMENT = "الناطق", "التقرير"
SAME = {"هنأ"}  # once folded it is another word: هنا
OPENERS = {"ب": "بأن", "ل": "لأن"}
with (FOLDER / "quotes" / "cue_verb.verbs.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def frames(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Kind, cue and sentence of each frame of `row`."""
    use, past, present = set(row["use"].split()), row["past"], row["present"]
    who = DOCUMENT if use & {"finds", "documented"} else SPEAKER
    clausal = use & {"says", "reports", "finds", "accuses"} and not use & {"prepositional", "pronominal"}
    if clausal:
        yield "indirect", past, f"{past} {who} أن {SAID}."
        yield "indirect", f"و{past}", f"و{past} {who} في بيان أن {SAID}."
        if "homograph_present" not in use:
            yield "indirect", present, f"{present} {who} أن {SAID}."
    if clausal and row["participle"] and use & {"says", "reports"}:
        masculine = row["participle"] + "ا"
        yield "indirect", masculine, f"تكلم {SPEAKER} أمس أمام المبنى، {masculine} أن {SAID}."
    if use & {"says", "reports", "finds"}:
        for preposition in row["prep"].split():
            opener = OPENERS.get(preposition, f"{preposition} أن")
            if opener != "لأن":
                yield "indirect", past, f"{past} {who} {opener} {SAID}."
    if use & {"says", "reports", "marks"} and not use & {"homograph", "documented", "worded"} and past not in SAME:
        yield "direct", past, f"{past} {SPEAKER}: \"{SAID}\"."
        yield "direct", f"و{past}", f"و{past} {SPEAKER} \"{SAID}\"."
    if "voices" in use:
        yield "indirect", past, f"{past} {SPEAKER} عن أمله في أن {SAID}."
    if "carries" in use:
        toward = "إلى" if "ascribes" in use else "عن"
        yield "indirect", past, f"{past} الموقع {toward} {SPEAKER} أن {SAID}."
    if "describes" in use and "homograph" not in use:
        named = past[:-1] + "اه" if past[-1] == "ى" else past + "ه"
        yield "direct", f"و{named}", f"و{named} {SPEAKER} بأنه \"{SAID}\"."
    if "calls" in use:
        for preposition in row["prep"].split():
            yield "direct", past, f"{past} {SPEAKER} {preposition}{'' if preposition == 'ب' else ' '}\"{SAID}\"."


def cases() -> Iterator[Any]:
    for row in ROWS:
        for kind, cue, text in frames(row):
            yield pytest.param(row["past"], kind, cue, text, id=text)


@pytest.mark.parametrize(("lemma", "kind", "cue", "text"), list(cases()))
def test_frame(lemma: str, kind: str, cue: str, text: str) -> None:
    found = [quote for quote in analyze(Article(text=text)).quotes if quote.kind != "term"]
    assert [(quote.kind, quote.text, quote.cue and quote.cue.text) for quote in found] == [(kind, SAID, cue)]
    assert found[0].cue is not None


def test_lemmas() -> None:
    """As many verbs as the table promises, each once."""
    lemmas = [row["past"] for row in ROWS]
    assert len(set(lemmas)) == len(lemmas) >= 180
    assert len({key(lemma) for lemma in lemmas}) >= 170
