"""Own gold articles: words -> offsets.

    python tests/gold/compile.py          writes gold.jsonl and articles.jsonl here, sections.jsonl in tests/sections

An article is one file of source/: its text, and each record by its exact words, so that no offset is ever counted by
hand. Words that are not found, or found twice without saying which, are refused with the file and the words.
The notation is told in README.md beside this file.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SECTIONS = HERE.parent / "sections"
Span = tuple[int, int]
Record = dict[str, Any]

UCUM = frozenset((
    "km", "m", "cm", "mm", "t", "kg", "g", "Cel", "har", "m2", "km2", "m3", "L", "km/h", "MW", "kW", "W", "GWh",
    "[nmi_i]", "[mi_i]", "[ft_i]", "[bbl_us]", "[oz_tr]", "[kn_i]"))
QUOTE_KINDS = ("direct", "indirect", "mixed")
BOUNDS = (("..", "range"), (">=", "at_least"), ("<=", "at_most"), (">", "more_than"), ("<", "less_than"),
          ("~", "approx"), ("*", "vague"))


class Refused(Exception):
    """A source file that does not hold together; its text names the words at fault."""


# ---- words -> places --------------------------------------------------------------------------------------------

def occurrences(text: str, words: str) -> list[Span]:
    """Every place of `words`: those that stand as whole words, or else those inside words (لقيادة in للقيادة). Words
    after a `+` are looked for only where something is written together with them (+سولبرغ is that of لسولبرغ)."""
    glued, words = words.startswith("+"), words.removeprefix("+")
    found = [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]
    whole = [(start, end) for start, end in found
             if not (start and _joins(text[start - 1], text[start])) and
             not (end < len(text) and _joins(text[end - 1], text[end]))]
    return [place for place in found if place not in whole] if glued else whole or found


def _joins(one: str, other: str) -> bool:
    """Whether two neighbours are of one word; a number begins a word of its own (بـ12 سنة)."""
    return (_is_letter(one) and _is_letter(other)) or (one.isdigit() and other.isdigit())


def _is_letter(mark: str) -> bool:
    return mark.isalpha() or "\u064b" <= mark <= "\u0652" or mark == "\u0640"


def spans(text: str, wanted: str) -> list[Span]:
    """All places of `first words … last words`, of which only the head is looked for more than once."""
    head, _, tail = wanted.partition(" … ")
    found = []
    for start, end in occurrences(text, head):
        if tail:
            rest = [place for place in occurrences(text, tail) if place[0] >= end]
            if not rest:
                continue
            end = rest[0][1]
        found.append((start, end))
    return found


def numbered(wanted: str) -> tuple[str, str]:
    """`words#2` -> the words and the number; `*` stands for all, nothing for the only one."""
    words, mark, number = wanted.rpartition("#")
    if mark and (number == "*" or number.isdigit()):
        return words.strip(), number
    return wanted.strip(), ""


def places(text: str, wanted: str) -> list[Span]:
    """The place that `wanted` names, or all of them for `#*`. Refuses words that are absent or not the only ones."""
    words, number = numbered(wanted)
    found = spans(text, words)
    if not found:
        raise Refused(f"not in the text: {words}")
    if number == "*":
        return found
    if number:
        if int(number) > len(found):
            raise Refused(f"only {len(found)} of these: {wanted}")
        return [found[int(number) - 1]]
    if len(found) > 1:
        raise Refused(f"stands {len(found)} times, say which by #: {words}")
    return found


def nearest(text: str, wanted: str, to: Span) -> Span:
    """The place of `wanted` nearest to the span `to`, outside it where there is such a place."""
    words, number = numbered(wanted)
    if number:
        return places(text, wanted)[0]
    found = spans(text, words)
    if not found:
        raise Refused(f"not in the text: {words}")
    outside = [place for place in found if place[1] <= to[0] or place[0] >= to[1]] or found
    return min(outside, key=lambda place: max(to[0] - place[1], place[0] - to[1], 0))


# ---- lines -> records -------------------------------------------------------------------------------------------

def fields(line: str, least: int) -> tuple[list[str], bool]:
    """The parts of a line between bars, and whether it begins with `?` (optional)."""
    parts = [part.strip() for part in line.split("|")]
    optional = parts[0].startswith("?")
    parts[0] = parts[0].lstrip("?").strip()
    if len(parts) < least:
        raise Refused(f"too few parts: {line}")
    return parts, optional


def with_optional(record: Record, optional: bool) -> Record:
    return {**record, "optional": True} if optional else record


def quote_of(text: str, line: str, who: dict[str, Record]) -> Record:
    """kind | words | cue | mention | who -> a quote; `-` where there is none."""
    (kind, words, cue, mention, name), optional = fields(line, 5)
    if kind not in QUOTE_KINDS:
        raise Refused(f"no kind of quotation: {line}")
    start, end = places(text, words)[0]
    speaker: Record | None = None
    if name != "-":
        known = who.get(name, {"name": name})
        place = nearest(text, mention, (start, end)) if mention != "-" else (None, None)
        speaker = {"start": place[0], "end": place[1], "name": known["name"], "role": known.get("role"),
                   "also": known.get("also", [])}
    elif mention != "-":
        raise Refused(f"a mention without a name: {line}")
    said = nearest(text, cue, (start, end)) if cue != "-" else None
    return with_optional({"start": start, "end": end, "kind": kind,
                          "cue": {"start": said[0], "end": said[1]} if said else None, "speaker": speaker}, optional)


def terms_of(text: str, line: str) -> list[Record]:
    (words,), optional = fields(line, 1)
    return [with_optional({"start": start, "end": end, "kind": "term", "cue": None, "speaker": None}, optional)
            for start, end in places(text, words)]


def time_type(value: str) -> tuple[str, str]:
    """`SET P1D` -> its type and value; without a type in front the value tells it."""
    kind, _, rest = value.rpartition(" ")
    if kind:
        return kind, rest
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION", value
    return ("TIME" if "T" in value and not value.endswith("_REF") else "DATE"), value


def times_of(text: str, line: str, taken: list[Span]) -> list[Record]:
    """words | value | other values -> times. With `#*` those inside an expression named before are left to it."""
    parts, optional = fields(line, 2)
    kind, value = time_type(parts[1])
    found = places(text, parts[0])
    if parts[0].endswith("#*"):
        found = [place for place in found if not any(start <= place[0] and place[1] <= end for start, end in taken)]
    taken.extend(found)
    also = parts[2].split() if len(parts) > 2 else []
    return [with_optional({"start": start, "end": end, "type": kind, "value": None if value == "-" else value,
                           "also": also}, optional) for start, end in found]


def amount(written: str) -> Record:
    """`~60`, `>60`, `20..30`, `*` -> value, low, high, modifier. Bounds leave their other end open."""
    mark, modifier = next((bound for bound in BOUNDS if bound[0] in written), ("", "exact"))
    value = low = high = None
    if modifier == "range":
        low, high = map(number, written.split(".."))
    elif modifier != "vague":
        value = number(written.removeprefix(mark))
        low = value if modifier in ("more_than", "at_least") else None
        high = value if modifier in ("less_than", "at_most") else None
    return {"value": value, "low": low, "high": high, "modifier": modifier}


def number(written: str) -> float | int:
    value = float(written.replace("_", ""))
    return int(value) if value.is_integer() else value


def unit_of(written: str) -> tuple[str, str | None]:
    """The kind of a figure and its unit, from the unit as written in the source."""
    if written.startswith("measure"):
        return "measure", None
    unit = None if written == "-" else written
    if written == "%":
        return "percent", unit
    if re.fullmatch("[A-Z]{3}", written):
        return "money", unit
    return ("measure" if written in UCUM else "count"), unit


def figures_of(text: str, line: str) -> list[Record]:
    """words with [counted] | amount | unit -> figures."""
    (words, value, unit), optional = fields(line, 3)
    before, bracket, rest = words.partition("[")
    counted, _, after = rest.partition("]")
    kind, name = unit_of(unit)
    records = []
    for start, end in places(text, before + counted + after):
        noun = None
        if bracket:
            head = start + len(before)
            noun = {"start": head, "end": head + len(counted)}
        records.append(with_optional({"start": start, "end": end, **amount(value), "kind": kind, "unit": name,
                                      "counted": noun}, optional))
    return records


def event_of(text: str, line: str, times: list[Record]) -> Record:
    """clause | words of its time -> an event; of equal times the one nearest to the clause."""
    (clause, when), optional = fields(line, 2)
    start, end = places(text, clause)[0]
    words, number_wanted = numbered(when)
    same = [time for time in times if text[time["start"]:time["end"]] == words]
    if not same:
        raise Refused(f"no such time: {when}")
    if number_wanted:
        same = [same[int(number_wanted) - 1]]
    time = min(same, key=lambda one: max(start - one["start"], one["end"] - end, 0))
    return with_optional({"start": start, "end": end, "time": time["id"]}, optional)


# ---- files ------------------------------------------------------------------------------------------------------

def text_of(data: Record) -> str:
    """The article's text: written in the source file, or that of a sample."""
    if "sample" in data:
        return (ROOT / "data" / "samples" / str(data["sample"])).read_text(encoding="utf-8")
    return str(data["text"]).strip("\n")


def sections_of(text: str, data: Record) -> list[Record]:
    """The whole text cut into headline (the first line, unless `headline = false`), dateline, body, boilerplate."""
    marked: list[tuple[int, int, str]] = []
    if data.get("headline", True):
        marked.append((0, text.index("\n"), "headline"))
    if "dateline" in data:
        marked.append((*places(text, data["dateline"])[0], "dateline"))
    for line in data.get("boilerplate", []):
        marked += [(*place, "boilerplate") for place in places(text, line)]
    sections, here = [], 0
    for start, end, kind in sorted(marked):
        if text[here:start].strip():
            sections.append({"start": here, "end": start, "kind": "body"})
        sections.append({"start": start, "end": end, "kind": kind})
        here = end
    if text[here:].strip():
        sections.append({"start": here, "end": len(text), "kind": "body"})
    return sections


def numbered_records(records: list[Record], letter: str) -> list[Record]:
    ordered = sorted(records, key=lambda record: (record["start"], record["end"]))
    return [{"id": f"{letter}{index}", **record} for index, record in enumerate(ordered, 1)]


def check_weekdays(text: str, times: list[Record]) -> None:
    """A weekday in the words must be the weekday of the value: a slip of the annotator's calendar is refused."""
    days = ("ثنين", "ثلاثاء", "ربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    for time in times:
        words, value = text[time["start"]:time["end"]], str(time["value"])[:10]
        named = [index for index, day in enumerate(days) if day in words]
        full = len(named) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and not time.get("optional")
        if full and datetime.date.fromisoformat(value).weekday() != named[0]:
            raise Refused(f"{words} is not {value}")


def each(lines_given: list[str], make: Callable[[str], list[Record]]) -> list[Record]:
    """The records of all lines; every refused line is told, not the first alone."""
    records, faults = [], []
    for line in lines_given:
        try:
            records += make(line)
        except (Refused, ValueError) as fault:
            faults.append(f"{fault}   <- {line[:60]}")
    if faults:
        raise Refused("\n    ".join(faults))
    return records


def layers_of(text: str, data: Record) -> Record:
    """Quotes, times, figures, events of one source file, with ids, in text order."""
    who: dict[str, Record] = data.get("who", {})
    taken: list[Span] = []
    quotes = each(data.get("quotes", []), lambda line: [quote_of(text, line, who)])
    quotes += each(data.get("terms", []), lambda line: terms_of(text, line))
    times = numbered_records(each(data.get("times", []), lambda line: times_of(text, line, taken)), "t")
    check_weekdays(text, times)
    figures = each(data.get("figures", []), lambda line: figures_of(text, line))
    events = each(data.get("events", []), lambda line: [event_of(text, line, times)])
    return {"quotes": numbered_records(quotes, "q"), "times": times, "figures": numbered_records(figures, "f"),
            "events": numbered_records(events, "e")}


def gold_of(name: str, data: Record, layers: bool = True) -> tuple[Record, Record]:
    """The gold record and the article of one source file."""
    text = text_of(data)
    sections = sections_of(text, data)
    boilerplate = [{"start": part["start"], "end": part["end"]} for part in sections if part["kind"] == "boilerplate"]
    gold = {"id": name, "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text),
            "published": data.get("published"), **(layers_of(text, data) if layers else {}),
            "boilerplate": boilerplate, "sections": sections, "split": data.get("split", "dev")}
    article = {"id": name, "outlet": data["desk"], "published": data.get("published"), "text": text}
    return gold, article


def compiled(folder: Path, layers: bool = True) -> tuple[list[Record], list[Record]]:
    """Gold records and articles of all source files of a folder, in the order of their names."""
    gold, articles, faults = [], [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            record, article = gold_of(path.stem, tomllib.loads(path.read_text(encoding="utf-8")), layers)
        except (Refused, KeyError, ValueError) as fault:
            faults.append(f"{path.name}: {fault}")
            continue
        gold.append(record)
        articles.append(article)
    if faults:
        raise Refused("\n".join(faults))
    return gold, articles


def lines(records: list[Record]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def main() -> int:
    try:
        gold, articles = compiled(HERE / "source")
        more, texts = compiled(SECTIONS / "source", layers=False)
    except Refused as fault:
        print(f"compile: {fault}", file=sys.stderr)
        return 1
    (HERE / "gold.jsonl").write_text(lines(gold), encoding="utf-8")
    (HERE / "articles.jsonl").write_text(lines(articles), encoding="utf-8")
    (SECTIONS / "sections.jsonl").write_text(lines(more), encoding="utf-8")
    (SECTIONS / "articles.jsonl").write_text(lines(texts), encoding="utf-8")
    print(f"compile: {len(gold)} gold articles, {len(more)} more for sections")
    return 0


if __name__ == "__main__":
    sys.exit(main())
