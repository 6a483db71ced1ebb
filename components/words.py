"""A written form -> what it can be. Each distinct form is looked up once and remembered."""

from collections.abc import Mapping
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


class Found(NamedTuple):
    """A phrase whose first word a form is: its class, letters of proclitics (and article) before it, the words that follow
    the first one, its entry."""

    kind: str
    skip: int
    clitics: str
    article: bool
    rest: tuple[str, ...]
    entry: Entry


class Known(NamedTuple):
    """What the lexicon knows of a form: the phrases of this one word, and by the next word all that may then begin here,
    those of one word among them; `classes` are those of `lone`."""

    lone: tuple[Found, ...]
    before: Mapping[str, tuple[Found, ...]]
    classes: frozenset[str]


@lru_cache(maxsize=200_000)
def known(form: str) -> Known:
    """The `readings` of a form, sorted by whether the next word matters."""
    found = [Found(phrase.entry.kind, reading.skip, reading.clitics, reading.article, phrase.rest, phrase.entry)
             for reading in readings(form) for phrase in reading.phrases]
    return Known(tuple(each for each in found if not each.rest),
                 {follower: tuple(each for each in found if not each.rest or each.rest[0] == follower)
                  for follower in {each.rest[0] for each in found if each.rest}},
                 frozenset(each.kind for each in found if not each.rest))
