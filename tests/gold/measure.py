"""What the engine reaches on the own gold.

    python -m tests.gold.measure             a table of every measure, for both splits and for the sections
    python -m tests.gold.measure --raise     besides writes into floors.toml what has risen; no floor is ever lowered
    python -m tests.gold.measure --misses    besides shows what was missed on split dev
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from components.analysis import analyze
from components.model import Article
from tests.scoring import Tally, compared

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
PARTS = ("dev", "check", "sections")
PLANTED = {"conflicts": "time_conflict", "holes": "missing_text"}  # file of faulty texts -> the warning they call for


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def answers(articles: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The engine's analyses as the contract's JSON, told the day of publication where the gold has one."""
    found = []
    for article in articles:
        day = date.fromisoformat(article["published"]) if article["published"] else None
        analysis = analyze(Article(text=article["text"], id=article["id"], published=day))
        found.append({**json.loads(analysis.as_json()), "id": article["id"]})
    return found


@cache
def tally(part: str) -> Tally:
    """The sums of one part: a split of the gold, or the sections of all articles of both folders."""
    gold, given = lines(HERE / "gold.jsonl"), answers(lines(HERE / "articles.jsonl"))
    if part != "sections":
        return compared(gold, given, part)
    more = HERE.parent / "sections"
    cut = [{key: record[key] for key in ("id", "length", "split", "boilerplate", "sections")} for record in gold]
    return compared(cut + lines(more / "sections.jsonl"), given + answers(lines(more / "articles.jsonl")))


def warned(kind: str, case: dict[str, Any]) -> bool:
    """Whether a warning of `kind` touches the words `at` of the case; without `at`, whether there is any."""
    day = date.fromisoformat(case["published"]) if "published" in case else None
    spans = [(warning.start, warning.end) for warning in analyze(Article(text=case["text"], published=day)).warnings
             if warning.kind == kind]
    if "at" not in case:
        return bool(spans)
    start = case["text"].index(case["at"])
    return any(begin < start + len(case["at"]) and end > start for begin, end in spans)


@cache
def planted(file: str) -> tuple[int, list[str], list[str]]:
    """How many planted faults were warned of, the texts of those that were not, and whole texts wrongly warned of."""
    faulty, whole = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8")).values()
    unseen = [case["text"] for case in faulty if not warned(PLANTED[file], case)]
    return len(faulty) - len(unseen), unseen, [case["text"] for case in whole if warned(PLANTED[file], case)]


def floors() -> dict[str, dict[str, float]]:
    """By part and measure, the percentage that is not to be undercut; for planted faults how many are to be found,
    and how many whole texts may be called faulty."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def raised(old: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """`old`, with every measure at what it reaches now, where that is better."""
    new = {part: {measure: max(value, old.get(part, {}).get(measure, 0.0))
                  for measure, value in tally(part).percentages().items()} for part in PARTS}
    for file in PLANTED:
        found, _, wrong = planted(file)
        before = old.get(file, {"found": 0, "false": len(wrong)})
        new[file] = {"found": max(found, before["found"]), "false": min(len(wrong), before["false"])}
    return new


def written(new: dict[str, dict[str, float]]) -> str:
    """The text of floors.toml."""
    text = ["# Percent that the engine reaches on the own gold, by part and measure; every measure rises with quality.",
            "# Raised by `python -m tests.gold.measure --raise`, never lowered."]
    for part, measures in new.items():
        text += ["", f"[{part}]", *(f'"{measure}" = {value}' for measure, value in measures.items())]
    return "\n".join(text) + "\n"


def main(arguments: list[str]) -> None:
    for part in PARTS:
        print(part)
        for measure, value in tally(part).percentages().items():
            print(f"   {measure:30} {value:6.1f}   floor {floors().get(part, {}).get(measure, 0.0):6.1f}")
    for file in PLANTED:
        found, unseen, wrong = planted(file)
        print(f"{file}: {found} of {found + len(unseen)} found, {len(wrong)} false   floor {floors().get(file)}")
    if "--misses" in arguments:
        for miss in sorted(tally("dev").misses, key=lambda one: one.measure):
            print(f"{miss.measure:20} {miss}")
    if "--raise" in arguments:
        FLOORS.write_text(written(raised(floors())), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
