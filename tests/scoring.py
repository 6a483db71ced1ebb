"""How close analyses come to gold ones: percentages by measure, and what was missed.

- A word is a run of letters, digits and vowel marks. Spans overlap when the words they share are half or more of the
  words either holds; they are exactly equal when their first and last word are. Matching is one to one, best first.
- A gold record marked `optional` is neither asked for nor held against an answer. Answers that stand half or more in
  gold boilerplate are left out. A layer that a gold record lacks was not annotated there.
- A name is right when half or more of the gold name's words are in the answer's, spelling folded; none is right when
  there is none.
- An X in a gold time value stands for any digit; a gold value null is not asked for.
- Figures match when they share a word; the value is right when number and bounds are.
- Every measure rises with quality: F1, recall or the share of right answers, in percent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.equality import HALF, Record, name_words, same_amount, same_speaker, same_value, speaker_name

Span = tuple[int, int]
Likeness = Callable[["Item", "Item"], float]

WORD = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]+")
GROUPS = {"direct": ("direct", "mixed"), "indirect": ("indirect",)}


@dataclass(frozen=True)
class Item:
    """A record with the words it touches."""

    record: Record
    span: Span
    words: frozenset[int]


@dataclass(frozen=True)
class Miss:
    """One fault: the measure it costs, the article, the words, what was wanted or given."""

    measure: str
    document: str
    words: str
    more: str

    def __str__(self) -> str:
        return f"{self.document}: «{self.words[:100]}» {self.more}".strip()


@dataclass
class Tally:
    """Sums of (right, given, wanted) by measure; F1, recall and shares are all 2 * right / (given + wanted)."""

    sums: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, right: int, given: int, wanted: int) -> None:
        for place, number in enumerate((right, given, wanted)):
            self.sums[measure][place] += number

    def share(self, measure: str, answers: Sequence[bool]) -> None:
        self.add(measure, sum(answers), len(answers), len(answers))

    def percentages(self) -> dict[str, float]:
        """Percent by measure, one decimal; a measure of which nothing was asked or given is left out."""
        return {measure: round(200 * right / (given + wanted), 1)
                for measure, (right, given, wanted) in self.sums.items() if given + wanted}


class Words:
    """A text as words: which words a span touches."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORD.finditer(text)]
        self.at = [-1] * (len(text) + 1)
        for index, (start, end) in enumerate(self.spans):
            self.at[start:end] = [index] * (end - start)

    def touched(self, span: Span) -> frozenset[int]:
        """The numbers of the words in the span; where there are none, a number that no other place has."""
        found = frozenset(self.at[span[0]:span[1]]) - {-1}
        return found or frozenset({-2 - span[0]})

    def edges(self, item: Item) -> Span:
        """Where the item's first word begins in it and its last ends, punctuation left aside."""
        if min(item.words) < 0:
            return item.span
        return max(self.spans[min(item.words)][0], item.span[0]), min(self.spans[max(item.words)][1], item.span[1])

    def item(self, record: Record) -> Item | None:
        span = span_of(record)
        return Item(record, span, self.touched(span)) if span else None

    def items(self, records: Iterable[Record]) -> list[Item]:
        return [item for record in records if (item := self.item(record))]


def span_of(record: Any) -> Span | None:
    """The place of a record, or None where it has none."""
    if not isinstance(record, Mapping):
        return None
    start, end = record.get("start"), record.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) and start < end else None


# ---- matching ---------------------------------------------------------------------------------------------------

def union_share(one: Item, other: Item) -> float:
    shared = len(one.words & other.words)
    return shared / (len(one.words) + len(other.words) - shared)


def smaller_share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / min(len(one), len(other))


def larger_share(one: Item, other: Item) -> float:
    return len(one.words & other.words) / max(len(one.words), len(other.words))


def pairs_of(wanted: list[Item], given: list[Item], likeness: Likeness, least: float) -> list[tuple[Item, Item]]:
    """One to one pairs, most alike first."""
    ranked = sorted(((-alike, w, g) for w, one in enumerate(wanted) for g, other in enumerate(given)
                     if (alike := likeness(one, other)) >= least))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, w, g in ranked:
        if w not in used[0] and g not in used[1]:
            used[0].add(w)
            used[1].add(g)
            pairs.append((wanted[w], given[g]))
    return pairs


@dataclass(frozen=True)
class Matched:
    """Gold items asked for, the pairs found, and the answers that count (those an optional record excuses do not)."""

    asked: list[Item]
    pairs: list[tuple[Item, Item]]
    kept: list[Item]

    def missed(self) -> Iterator[Item]:
        found = {id(one) for one, _ in self.pairs}
        return (item for item in self.asked if id(item) not in found)

    def spurious(self) -> Iterator[Item]:
        found = {id(other) for _, other in self.pairs}
        return (item for item in self.kept if id(item) not in found)


def matched(gold: list[Item], given: list[Item], likeness: Likeness, least: float) -> Matched:
    asked = [item for item in gold if not item.record.get("optional")]
    optional = [item for item in gold if item.record.get("optional")]
    pairs = pairs_of(asked, given, likeness, least)
    taken = {id(other) for _, other in pairs}
    kept = [item for item in given if id(item) in taken
            or not any(smaller_share(item.words, other.words) >= HALF for other in optional)]
    return Matched(asked, pairs, kept)


def exact(words: Words, found: Matched) -> int:
    left = [words.edges(item) for item in found.kept]
    hits = 0
    for item in found.asked:
        if (place := words.edges(item)) in left:
            left.remove(place)
            hits += 1
    return hits


# ---- layers -----------------------------------------------------------------------------------------------------

@dataclass
class Page:
    """One article under comparison."""

    name: str
    words: Words
    gold: Record
    answer: Record
    tally: Tally

    def layer(self, kind: str) -> tuple[list[Item], list[Item]]:
        """The gold items of a layer, and the answer's that do not stand half or more in gold boilerplate."""
        aside = frozenset().union(*(item.words for item in self.words.items(self.gold.get("boilerplate") or [])))
        given = [item for item in self.words.items(self.answer.get(kind) or [])
                 if len(item.words & aside) < HALF * len(item.words)]
        return self.words.items(self.gold[kind]), given

    def note(self, measure: str, item: Item, more: str) -> None:
        words = " ".join(self.words.text[item.span[0]:item.span[1]].split())
        self.tally.misses.append(Miss(measure, self.name, words, more))

    def spans(self, layer: str, found: Matched, strict: str = "exact", overlap: str = "overlap") -> None:
        given, asked = len(found.kept), len(found.asked)
        self.tally.add(f"{layer}: {strict}", exact(self.words, found), given, asked)
        self.tally.add(f"{layer}: {overlap}", len(found.pairs), given, asked)
        for item in found.missed():
            self.note(layer, item, "missed")
        for item in found.spurious():
            self.note(layer, item, f"spurious, {item.record.get('rule', '')}")
        for one, other in found.pairs:
            if self.words.edges(one) != self.words.edges(other):
                self.note(layer, one, f"given as «{self.words.text[other.span[0]:other.span[1]][:100]}»")


def quotes(page: Page) -> None:
    gold, given = page.layer("quotes")
    optional = [item for item in gold if item.record.get("optional")]
    spoken = [item for item in given if item.record["kind"] != "term"]
    for group, kinds in GROUPS.items():
        wanted = [item for item in gold if item.record["kind"] in kinds and not item.record.get("optional")]
        have = [item for item in spoken if item.record["kind"] in kinds]
        found = matched(wanted + optional, have, union_share, HALF)
        page.spans(group, found)
        said_by(page, group, found)
    terms = [item for item in gold if item.record["kind"] == "term" and not item.record.get("optional")]
    taken = [one for one, _ in pairs_of(terms, spoken, union_share, HALF)]
    page.tally.share("terms: not taken for speech", [term not in taken for term in terms])
    for term in taken:
        page.note("terms: not taken for speech", term, "taken for speech")


def said_by(page: Page, group: str, found: Matched) -> None:
    """Speaker's name, speaker's mention and cue of the quotations found."""
    names, mentions, cues = [], [], []
    for one, other in found.pairs:
        speaker, guess = one.record.get("speaker"), other.record.get("speaker")
        names.append(same_speaker(speaker, guess))
        if not names[-1]:
            page.note(f"{group}: name", one, f"by {speaker_name(speaker) or None}, given {speaker_name(guess) or None}")
        place, guessed = span_of(speaker), span_of(guess)
        if place or not speaker:
            mentions.append(not guessed if not place else guessed is not None and smaller_share(
                page.words.touched(place), page.words.touched(guessed)) >= HALF)
            if not mentions[-1]:
                page.note(f"{group}: mention", one, f"wanted {place}, given {guessed}")
        cue, guess_cue = span_of(one.record.get("cue")), span_of(other.record.get("cue"))
        cues.append(not guess_cue if not cue else guess_cue is not None and bool(
            page.words.touched(cue) & page.words.touched(guess_cue)))
        if not cues[-1]:
            page.note(f"{group}: cue", one, f"wanted {cue}, given {guess_cue}")
    page.tally.share(f"{group}: name", names)
    page.tally.share(f"{group}: mention", mentions)
    page.tally.share(f"{group}: cue", cues)


def times(page: Page) -> None:
    found = matched(*page.layer("times"), union_share, HALF)
    page.spans("times", found, "strict")
    valued = []
    for one, other in found.pairs:
        gold, given = one.record, other.record
        if gold["value"] is not None:
            right = (gold["value"], *gold.get("also", []))
            valued.append(any(same_value(value, given.get("value")) for value in right))
            if not valued[-1]:
                page.note("times: value", one, f"wanted {gold['value']}, given {given.get('value')}")
    unvalued = sum(item.record["value"] is None for item in found.asked)
    aside = sum(one.record["value"] is None for one, _ in found.pairs)
    page.tally.share("times: value", valued)
    page.tally.add("times: both", sum(valued), len(found.kept) - aside, len(found.asked) - unvalued)


def same_unit(words: Words, gold: Record, given: Record) -> bool:
    """The same unit; for counts the same noun, or the same words counted."""
    if gold["kind"] != "count":
        return bool(gold["unit"] == given["unit"])
    wanted, have = name_words(gold["unit"]), name_words(given["unit"])
    if wanted and len(set(wanted) & set(have)) >= HALF * len(wanted):
        return True
    one, other = span_of(gold.get("counted")), span_of(given.get("counted"))
    if one and other:
        return smaller_share(words.touched(one), words.touched(other)) >= HALF
    return not (wanted or have or one or other)


def figures(page: Page) -> None:
    def likeness(one: Item, other: Item) -> float:
        shared = union_share(one, other)
        return shared and 1 + 2 * same_amount(one.record, other.record) + shared

    found = matched(*page.layer("figures"), likeness, 1)
    given, asked = len(found.kept), len(found.asked)
    right = [same_amount(one.record, other.record) for one, other in found.pairs]
    bound = [one.record["modifier"] == other.record["modifier"] for one, other in found.pairs]
    page.tally.add("figures: value", sum(right), given, asked)
    page.tally.add("figures: value and modifier", sum(a and b for a, b in zip(right, bound, strict=True)), given, asked)
    page.tally.share("figures: modifier", bound)
    named = [pair for pair in found.pairs if pair[0].record["kind"] == "count" or pair[0].record["unit"]]
    units = [same_unit(page.words, one.record, other.record) for one, other in named]
    page.tally.share("figures: unit", units)
    for (one, other), fits in zip(found.pairs, right, strict=True):
        if not fits:
            page.note("figures: value", one, f"given {[other.record[end] for end in ('value', 'low', 'high')]}")
    for (one, other), fits in zip(named, units, strict=True):
        if not fits:
            page.note("figures: unit", one, f"wanted {one.record['unit']}, given {other.record['unit']}")
    for item in found.missed():
        page.note("figures", item, "missed")
    for item in found.spurious():
        page.note("figures", item, f"spurious, {item.record.get('rule', '')}")


def events(page: Page) -> None:
    gold_times = {time["id"]: item for time in page.gold["times"] if (item := page.words.item(time))}
    times_given = {time["id"]: item for time in page.answer.get("times") or [] if (item := page.words.item(time))}

    def likeness(one: Item, other: Item) -> float:
        wanted, have = gold_times.get(one.record["time"]), times_given.get(other.record["time"])
        return larger_share(one, other) if wanted and have and wanted.words & have.words else 0

    gold, given = page.layer("events")
    found = matched(gold, given, likeness, HALF)
    page.tally.add("events: recall", len(found.pairs), len(found.asked), len(found.asked))
    for item in found.missed():
        page.note("events: recall", item, "missed")


def sections(page: Page) -> None:
    """Characters of boilerplate; and, where the gold has whole sections, of every kind of section."""
    kinds = {part["kind"] for part in page.gold.get("sections") or []} | {"boilerplate"}
    for kind in sorted(kinds - {"body"}):
        wanted, given = characters(page.words.text, page.gold, kind), characters(page.words.text, page.answer, kind)
        page.tally.add(f"sections: {kind}", len(wanted & given), len(given), len(wanted))
        if wanted != given and (place := sorted(wanted ^ given)):
            start, end = place[0], place[-1] + 1
            item = Item({}, (start, end), page.words.touched((start, end)))
            page.note(f"sections: {kind}", item, f"{len(wanted - given)} missed, {len(given - wanted)} too many")


def characters(text: str, analysis: Record, kind: str) -> set[int]:
    """The places of a kind of section that hold more than blank space."""
    parts = analysis.get("sections", (analysis.get("article") or {}).get("sections"))
    if parts is None:
        parts = [{**part, "kind": "boilerplate"} for part in analysis.get("boilerplate") or []]
    return {place for part in parts if part["kind"] == kind for place in range(part["start"], part["end"])
            if not text[place].isspace()}


LAYERS: dict[str, Callable[[Page], None]] = {
    "quotes": quotes, "times": times, "figures": figures, "events": events, "boilerplate": sections}


# ---- all --------------------------------------------------------------------------------------------------------

def compared(gold: Sequence[Record], answers: Sequence[Record], split: str | None = None,
             texts: Mapping[str, str] | None = None) -> Tally:
    """The sums and misses over all gold articles (of one split). A missing answer counts as an empty one; an answer's
    text is its `article.text`, or that of `texts` by id."""
    by_name = {answer.get("id"): answer for answer in answers}
    tally = Tally()
    for record in gold:
        if split and record.get("split") != split:
            continue
        answer = by_name.get(record["id"], {})
        text = (answer.get("article") or {}).get("text") or (texts or {}).get(record["id"]) or " " * record["length"]
        page = Page(record["id"], Words(text), record, answer, tally)
        for layer, compare in LAYERS.items():
            if record.get(layer) is not None:
                compare(page)
    return tally


def score(gold: Sequence[Record], answers: Sequence[Record], split: str | None = None,
          texts: Mapping[str, str] | None = None) -> dict[str, float]:
    """Percent by measure, over all gold articles or those of one split."""
    return compared(gold, answers, split, texts).percentages()
