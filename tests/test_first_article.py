"""The article the product began with: everything tests/golden/iraq-us-talks.expected.json asks for, and no more quotations.

A predicted span matches when it overlaps the expected one by half or more of both; for direct speech it must be equal.
Names match when their words do, spelling folded.
"""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from components.analysis import analyze
from components.fold import bare, fold
from components.model import Analysis, Article

HERE = Path(__file__).parent
TEXT = (HERE.parent / "data/samples/iraq-us-talks.txt").read_text(encoding="utf-8")
EXPECTED = json.loads((HERE / "golden/iraq-us-talks.expected.json").read_text(encoding="utf-8"))


@lru_cache
def analysis(published: bool = True) -> Analysis:
    day = date.fromisoformat(EXPECTED["published"]) if published else None
    return analyze(Article(text=TEXT, published=day, published_basis="given" if published else "unknown"))


def words(name: str | None) -> list[str] | None:
    return None if name is None else bare(fold(name)).split()


def overlaps(record: Any, want: dict[str, Any]) -> bool:
    shared = min(record.end, want["end"]) - max(record.start, want["start"])
    return 2 * shared >= record.end - record.start and 2 * shared >= want["end"] - want["start"]


def one(records: Any, want: dict[str, Any]) -> Any:
    found = [record for record in records if overlaps(record, want)]
    assert len(found) == 1, f"{len(found)} records for {TEXT[want['start']:want['end']]!r}"
    return found[0]


def label(want: dict[str, Any]) -> str:
    return f"{want['start']}: {TEXT[want['start']:want['end']][:30]}"


@pytest.mark.parametrize("want", EXPECTED["quotes"], ids=label)
def test_quote(want: dict[str, Any]) -> None:
    quote = one(analysis().quotes, want)
    assert quote.kind == want["kind"]
    if want["kind"] == "direct":
        assert (quote.start, quote.end) == (want["start"], want["end"])
    if want["speaker"] is None:
        assert quote.speaker is None and quote.cue is None
        return
    assert (quote.cue.text, quote.speaker.start, quote.speaker.end) == (
        want["cue"], want["speaker_start"], want["speaker_end"])
    assert quote.speaker.text == want["speaker"]
    assert words(quote.speaker.name) == words(want["name"])
    if "role" in want:
        assert words(quote.speaker.role) == words(want["role"])
    if "addressee" in want:
        assert quote.addressee is not None and quote.addressee.text == want["addressee"]
    if "time" in want:
        time = next(each for each in analysis().times if each.id == quote.time)
        same = [each for each in EXPECTED["times"] if each["text"] == want["time"]]
        assert (time.text, time.start) == (want["time"], same[want["time_occurrence"] - 1]["start"])


def test_no_other_quotes() -> None:
    assert len([q for q in analysis().quotes if q.section != "boilerplate"]) == len(EXPECTED["quotes"])


@pytest.mark.parametrize("want", EXPECTED["times"], ids=label)
def test_time(want: dict[str, Any]) -> None:
    time = one(analysis().times, want)  # «يوم» before a date belongs to it by the conventions, so the text may be longer
    assert (time.type, time.value) == (want["type"], want["value"])
    assert time.text.endswith(want["text"])


def test_what_is_no_time() -> None:
    for words_ in EXPECTED["not_times"]:
        start = TEXT.index(words_)
        assert not [t.text for t in analysis().times if t.start < start + len(words_) and start < t.end]


def test_years_are_estimated_without_the_day_of_publication() -> None:
    found = {time.text: time.value for time in analysis(published=False).times}
    for text, value in EXPECTED["without_published"].items():
        assert found[text] == value
    assert analysis(published=False).article.published_basis != "given"


@pytest.mark.parametrize("want", EXPECTED["events"], ids=lambda want: want["value"])
def test_event(want: dict[str, Any]) -> None:
    times = {time.id: time for time in analysis().times}
    assert any(times[event.time].value == want["value"] and want["about"] in event.text for event in analysis().events)


@pytest.mark.parametrize("want", EXPECTED["figures"], ids=label)
def test_figure(want: dict[str, Any]) -> None:
    figure = one(analysis().figures, want)
    for name in set(want) - {"start", "end", "text"}:
        assert getattr(figure, name) == want[name], name


def test_no_other_figures() -> None:
    """Vague ones (عدة مسؤولين) are optional by the conventions of annotation."""
    other = [figure.text for figure in analysis().figures
             if figure.modifier != "vague" and not any(overlaps(figure, want) for want in EXPECTED["figures"])]
    assert other == []
    assert set(EXPECTED["vague_figures"]) <= {figure.text for figure in analysis().figures if figure.modifier == "vague"}


def test_sections() -> None:
    cut = {kind: [(s.start, s.end) for s in analysis().article.sections if s.kind == kind]
           for kind in ("dateline", "boilerplate")}
    [(start, end)] = cut["dateline"]
    assert TEXT[start:end].strip() == EXPECTED["dateline"]
    [(start, end)] = cut["boilerplate"]
    assert (start, start + len(TEXT[start:end].rstrip())) == tuple(EXPECTED["boilerplate"][0].values())


def test_missing_text() -> None:
    found = [TEXT[w.start:w.end] for w in analysis().warnings if w.kind == "missing_text"]
    assert sum(any(want in each or each in want for each in found) for want in EXPECTED["missing_text"]) == 3
    assert len(found) <= 4  # «التابع لقيادة» after «على» is a hole too
