"""When a name, a time value, an amount of an answer is that of the gold. The rules stand at the head of scoring.py."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

Record = Mapping[str, Any]

FOLDED = str.maketrans("أإآٱىئؤةیک", "ااااييوهيك", "ءـ")
HALF = 0.5


def name_words(text: str | None) -> list[str]:
    """The words of a name, folded, without the article."""
    folded = unicodedata.normalize("NFKC", text or "").translate(FOLDED).lower()
    plain = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in re.findall(r"\w+", plain)]


def same_name(names: Iterable[str | None], given: str) -> bool:
    have = set(name_words(given))
    return any(wanted and sum(word in have for word in wanted) >= HALF * len(wanted)
               for wanted in map(name_words, names))


def same_value(gold: str, given: str | None) -> bool:
    """Equality of TIMEX3 values; XXXX-WXX-5 is any Friday."""
    gold, given = gold.upper(), (given or "").upper()
    weekday = re.fullmatch(r"XXXX-WXX-([1-7])", gold)
    if weekday and re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        return str(datetime.date.fromisoformat(given).isoweekday()) == weekday.group(1)
    if gold == given or gold.endswith("_REF") or len(gold) != len(given):
        return gold == given
    return all(one == other or (one == "X" and other.isdigit()) for one, other in zip(gold, given, strict=True))


def same_number(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-6 * max(1.0, abs(float(one)))


def same_amount(gold: Record, given: Record) -> bool:
    """The number and the bounds its modifier states; for a range its ends, for a vague one that there is none."""
    modifier = gold["modifier"]
    if modifier == "vague":
        return given["value"] is None
    ends = ["low", "high"] if modifier == "range" else ["value"]
    if modifier in ("more_than", "at_least", "less_than", "at_most"):
        ends = ["value", "low", "high"]
    return all(same_number(gold[end], given[end]) for end in ends)


def speaker_name(speaker: Record | None) -> str:
    return (speaker.get("name") or speaker.get("text") or "") if speaker else ""


def same_speaker(gold: Record | None, given: Record | None) -> bool:
    if gold is None:
        return not speaker_name(given)
    return same_name([gold.get("name"), *gold.get("also", [])], speaker_name(given))
