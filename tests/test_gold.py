"""The engine against the own gold: no measure falls under its floor; and the gold and its scorer against themselves."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import Any

import pytest

from tests.gold.compile import HERE, SECTIONS, compiled, lines
from tests.gold.measure import PARTS, PLANTED, answers, floors, planted, tally
from tests.gold.measure import lines as read
from tests.scoring import compared, score

GOLD = read(HERE / "gold.jsonl")
TEXTS = {article["id"]: article["text"] for article in read(HERE / "articles.jsonl")}


@pytest.mark.parametrize("part, measure, floor", [
    pytest.param(part, measure, floor, id=f"{part}: {measure}")
    for part, measures in floors().items() if part in PARTS for measure, floor in measures.items()])
def test_floor(part: str, measure: str, floor: float) -> None:
    found = tally(part)
    reached = found.percentages().get(measure, 0.0)
    layer = measure.split(":")[0]
    misses = [str(miss) for miss in found.misses if miss.measure in (measure, layer)] if part != "check" else []
    assert reached >= floor, "\n".join([f"{part}: {measure} fell from {floor} to {reached}", *misses[:40]])


@pytest.mark.parametrize("file", PLANTED)
def test_planted_faults(file: str) -> None:
    """Faults that were planted are warned of, and whole texts like them are not, as far as the floors say."""
    found, unseen, wrong = planted(file)
    told = "\n".join(["not seen:", *unseen, "wrongly seen:", *wrong])
    assert found >= floors().get(file, {}).get("found", 0), told
    assert len(wrong) <= floors().get(file, {}).get("false", 99), told


@pytest.mark.parametrize("kind", PLANTED.values())
def test_whole_text_is_seldom_called_faulty(kind: str) -> None:
    """At most one mark in 1,000 words of articles from which nothing is missing and whose dates agree."""
    whole = [article for article in read(HERE / "articles.jsonl") if "missing words" not in article["outlet"]]
    marks = [f"{answer['id']}: {warning['message']}" for answer in answers(whole)
             for warning in answer["warnings"] if warning["kind"] == kind]
    assert len(marks) <= sum(len(article["text"].split()) for article in whole) / 1000, marks


def test_compiled_files_are_those_of_the_sources() -> None:
    gold, articles = compiled(HERE / "source")
    more, texts = compiled(SECTIONS / "source", layers=False)
    for path, records in ((HERE / "gold.jsonl", gold), (HERE / "articles.jsonl", articles),
                          (SECTIONS / "sections.jsonl", more), (SECTIONS / "articles.jsonl", texts)):
        assert path.read_text(encoding="utf-8") == lines(records), f"{path.name}: run python tests/gold/compile.py"


def test_gold_is_wide_enough() -> None:
    check = [record for record in GOLD if record["split"] == "check"]
    assert len(GOLD) >= 24
    assert len(check) * 3 >= len(GOLD)
    assert len(GOLD) + len(read(SECTIONS / "sections.jsonl")) >= 40


def test_sections_cover_the_text_in_order() -> None:
    for record in GOLD + read(SECTIONS / "sections.jsonl"):
        ends = [(part["start"], part["end"]) for part in record["sections"]]
        assert all(start < end for start, end in ends)
        assert all(end <= start for (_, end), (start, _) in pairwise(ends)), record["id"]


def test_gold_scores_itself_fully() -> None:
    assert set(score(GOLD, GOLD, texts=TEXTS).values()) == {100.0}


def damaged(layer: str, change: dict[str, Any] | None) -> dict[str, float]:
    """The score of the gold with every record of a layer changed, or with none of them."""
    answers = copy.deepcopy(GOLD)
    for answer in answers:
        if change is None:
            answer[layer] = []
        for record in answer[layer]:
            record.update(change or {})
    return score(GOLD, answers, texts=TEXTS)


@pytest.mark.parametrize("layer, change, falls, stays", [
    ("quotes", None, "direct: exact", "times: strict"),
    ("quotes", {"speaker": None}, "indirect: name", "indirect: exact"),
    ("quotes", {"cue": None}, "direct: cue", "direct: mention"),
    ("quotes", {"kind": "direct"}, "terms: not taken for speech", "times: value"),
    ("times", {"value": "1999"}, "times: value", "times: strict"),
    ("times", None, "events: recall", "figures: value"),
    ("figures", {"modifier": "approx"}, "figures: modifier", "figures: value"),
    ("figures", {"unit": None, "counted": None}, "figures: unit", "figures: value"),
    ("figures", {"value": -1, "low": -1, "high": -1}, "figures: value", "figures: unit"),
    ("sections", None, "sections: boilerplate", "figures: value"),
])
def test_scorer_sees(layer: str, change: dict[str, Any] | None, falls: str, stays: str) -> None:
    result = damaged(layer, change)
    assert result[falls] < 50
    assert result[stays] == 100


def test_scorer_names_what_was_missed() -> None:
    answers = copy.deepcopy(GOLD)
    gone = answers[0]["times"].pop(0)
    misses = compared(GOLD, answers, texts=TEXTS).misses
    words = TEXTS[answers[0]["id"]][gone["start"]:gone["end"]]
    assert any(miss.measure == "times" and miss.words == words for miss in misses)
