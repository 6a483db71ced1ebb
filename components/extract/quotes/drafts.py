"""A speech while it is made: the record with the tokens it came from."""

from typing import NamedTuple

from components.extract.quotes.ground import Ground
from components.extract.quotes.marks import Pair
from components.extract.speech import Order, Speech
from components.lexicon import Entry
from components.model import Cue, QuoteKind


class Draft(NamedTuple):
    """`speech` with its content tokens `first` to `after`, and the pair of marks that is all of it, if one is."""

    speech: Speech
    first: int
    after: int
    pair: Pair | None = None


def cue_of(ground: Ground, first: int, after: int, entry: Entry | None, lemma: str = "") -> Cue:
    start, end = ground.offsets(first, after)
    stance = entry.get("stance", "neutral") if entry else "neutral"
    return Cue(start, end, ground.tokens.text[start:end], lemma or (str(entry["lemma"]) if entry else ""), str(stance))


def pair_content(ground: Ground, pair: Pair) -> tuple[int, int] | None:
    """Content tokens of a pair; of an unclosed one to the sentence's end. None where nothing is in it."""
    first, after = pair.inner, pair.outer
    if not pair.closed:
        first, after = ground.trimmed(first, min(after, ground.unit(pair.inner)[1]))
    return (first, after) if after > first else None


def draft(ground: Ground, first: int, after: int, kind: QuoteKind, rule: str, confidence: float, *,
          start: int | None = None, pair: Pair | None = None, cue: Cue | None = None, at: tuple[int, int] = (-1, -1),
          order: Order = "none", room: tuple[int, int] = (0, 0)) -> Draft:
    begin, end = ground.offsets(first, after)
    speech = Speech(begin if start is None else start, end, kind, rule, confidence, cue, at[0], at[1], order, room)
    return Draft(speech, first, after, pair)


def continuing(each: Draft, index: int) -> Speech:
    return each.speech._replace(continues=index)
