"""A written form -> what it can be. Each distinct form is looked up once and remembered."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from components import lexicon
from components.lexicon import Entry, Phrase

ARTICLE = "ال"
PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "أ", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس")


@dataclass(frozen=True, slots=True)
class Reading:
    """`skip` letters of proclitics (`clitics`), then one of `phrases`; `article` where an article was skipped too."""

    skip: int
    clitics: str
    article: bool
    phrases: tuple[Phrase, ...]


def splits(form: str) -> list[tuple[int, str, bool, str]]:
    """Every way to cut proclitics and the article off a folded form: letters skipped, clitics, article cut?, the rest.

    >>> [(skip, rest) for skip, _, _, rest in splits("للوزير")]
    [(0, 'للوزير'), (1, 'لوزير'), (1, 'الوزير'), (2, 'وزير')]
    """
    found = []
    for clitics in PROCLITICS:
        if not form.startswith(clitics) or (clitics and len(form) - len(clitics) < 2):
            continue
        rest = form[len(clitics):]
        found.append((len(clitics), clitics, False, rest))
        if rest.startswith(ARTICLE) and len(rest) > 3:
            found.append((len(clitics) + 2, clitics, True, rest[2:]))
        if clitics.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
            found.append((len(clitics), clitics, False, ARTICLE + rest[1:]))
            found.append((len(clitics) + 1, clitics, True, rest[1:]))
    return found


@lru_cache(maxsize=200_000)
def readings(form: str) -> tuple[Reading, ...]:
    """All readings of a folded bare form that the lexicon knows, fewest proclitics first."""
    return tuple(Reading(skip, clitics, article, found)
                 for skip, clitics, article, rest in splits(form) if (found := lexicon.beginning(rest)))


class Lone(NamedTuple):
    """A phrase of one word in a form: its class, letters of proclitics (and article) before it, its entry."""

    kind: str
    skip: int
    clitics: str
    article: bool
    entry: Entry


class Known(NamedTuple):
    """What the lexicon knows of a form: the phrases of one word in it, and the words with which longer phrases go on."""

    lone: tuple[Lone, ...]
    followers: frozenset[str]


@lru_cache(maxsize=200_000)
def known(form: str) -> Known:
    """The `readings` of a form, sorted by whether the next word matters."""
    found = [(reading, phrase) for reading in readings(form) for phrase in reading.phrases]
    return Known(tuple(Lone(phrase.entry.kind, reading.skip, reading.clitics, reading.article, phrase.entry)
                       for reading, phrase in found if not phrase.rest),
                 frozenset(phrase.rest[0] for _, phrase in found if phrase.rest))
