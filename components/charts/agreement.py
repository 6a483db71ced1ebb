"""Whether statements about one thing can all be true, by their intervals; bounds count with their open side."""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from components.extract.figures.nouns import is_adjective, noun_form
from components.fold import bare, fold
from components.model import Figure

ABOUT = 0.1  # how far «about» may be off
_NEAR = 1.5  # two numbers further apart than this factor hardly speak of one thing: 3 civilians here, 100,000 there
_COMMON = 2  # words that two sentences share where they speak of one thing, unless different people say them
_LETTERS = 4  # of such a word
_MOST = 40  # statements compared with each other; an article that repeats one thing more often is a table


class Said(NamedTuple):
    """A figure with its sentence and who says it."""

    figure: Figure
    sentence: str
    speaker: str | None


class Verdict(NamedTuple):
    """`agree`: every comparable pair can be one number; None where nothing can be compared. `differing`: the pairs that
    cannot, by their ids. `shared`: the interval that meets all, None unless they agree."""

    agree: bool | None
    differing: tuple[tuple[str, str], ...] = ()
    shared: tuple[float, float] | None = None


def verdict(statements: Sequence[Said]) -> Verdict:
    """Compares counts of one noun.

    Two of one sentence are parts of a list or of a whole (12 here and 5 there), two with other adjectives count other
    things, others (40 آخرون) are those not counted yet, and what a number rose by or from is no rival to where it stands:
    none of these are compared. Numbers that
    cannot both be true are held against each other only where they are near, and where the sentences share words or
    come from two speakers.
    """
    known = [each for each in statements if each.figure.change not in ("by", "from") and not _others(each.figure)][:_MOST]
    pairs = [(one, other) for one, other in combinations(known, 2)
             if one.sentence != other.sentence and _described(one.figure) == _described(other.figure)]
    meeting = [pair for pair in pairs if _meet(each.figure for each in pair) is not None and _near(*pair)]
    differing = tuple((one.figure.id, other.figure.id) for one, other in pairs
                      if (one, other) not in meeting and _near(one, other) and _one_matter(one, other))
    if differing:
        return Verdict(False, differing)
    shared = _meet({each.figure.id: each.figure for pair in meeting for each in pair}.values()) if meeting else None
    return Verdict(True if shared else None, (), shared)


def _near(one: Said, other: Said) -> bool:
    """Whether the nearest ends of two figures are within a factor of one and a half."""
    ends = [[abs(end) for end in (each.figure.low, each.figure.high) if end is not None] for each in (one, other)]
    return any(max(a, b) <= _NEAR * min(a, b) for a in ends[0] for b in ends[1])


def _one_matter(one: Said, other: Said) -> bool:
    if one.speaker != other.speaker:
        return True
    words = [{word for word in bare(fold(each.sentence)).split() if len(word) >= _LETTERS} for each in (one, other)]
    return len(words[0] & words[1]) >= _COMMON


def interval(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows; «about» is a tenth more or less, an open side is infinite."""
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.modifier == "approx":
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return low, high


def _meet(figures: Iterable[Figure]) -> tuple[float, float] | None:
    """The interval that all share; a bound counts with its end."""
    spans = [interval(figure) for figure in figures]
    low, high = max(low for low, _ in spans), min(high for _, high in spans)
    return (low, high) if low <= high else None


def _others(figure: Figure) -> bool:
    """40 آخرون: others than those counted before, whatever befell them; an adjective stands where the noun would."""
    words = bare(fold(figure.counted.text)).split() if figure.counted else []
    return bool(words) and noun_form(words[0]) is None and is_adjective(words[0])


def _described(figure: Figure) -> frozenset[str]:
    """The adjectives of the counted noun (صاروخيا in هجوما صاروخيا); case does not tell two apart."""
    words = bare(fold(figure.counted.text)).split()[1:] if figure.counted else []
    return frozenset(each.removeprefix("ال").removesuffix("ا") for each in words)
