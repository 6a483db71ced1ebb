"""What a time expression says before it is placed on the calendar, and small questions to the tokens around it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from components import lexicon
from components.text.tokens import DIGITS, LINE, WORD, Place, Tokens

_JOINING = frozenset(("", "و", "ف"))
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Calendar = Literal["gregorian", "hijri", "syriac"]


class Sense(NamedTuple):
    """`kind` says how the other fields are read (see `anchoring.HOW`); all that the words do not say is None.

    date: year, month, day, weekday with a frame; weekday; near: `amount` days from publication; unit: a `unit` of the
    calendar placed by `frame`; ago: `amount` units before or after; length, set, fixed: `value` as it stands.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    frame: str | None = None
    unit: str | None = None
    amount: float | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    value: str | None = None
    mod: str | None = None
    calendar: Calendar = "gregorian"
    type: TimeType = "DATE"
    within: "Sense | None" = None  # the year or month that a quarter, a season, a day stands in

    def but(self, **changes: Any) -> "Sense":
        return self._replace(**changes)


class Read(NamedTuple):
    """A sense and the token after its last one."""

    sense: Sense
    after: int


class Expression(NamedTuple):
    """A time expression of tokens `first` to `after`, code points `start` to `end`, found by `rule`."""

    first: int
    after: int
    start: int
    end: int
    sense: Sense
    rule: str


def word(tokens: Tokens, index: int, kind: str, lead: bool = False) -> Place | None:
    """The longest phrase of class `kind` at token `index`; with proclitics only where it leads the expression."""
    if kind not in tokens.classes(index):
        return None
    best = None
    for place in tokens.opening[index]:
        if place.kind == kind and (lead or not place.clitics) and (best is None or place.after > best.after):
            best = place
    return best


def words(tokens: Tokens, index: int, kind: str) -> Iterator[Place]:
    return (place for place in tokens.opening.get(index, ()) if place.kind == kind)


def said(tokens: Tokens, index: int, kind: str) -> bool:
    """True where a word of class `kind` stands at token `index`, with or without proclitics."""
    return kind in tokens.classes(index)


def reports(tokens: Tokens, index: int) -> bool:
    """A verb of saying at token `index`, joined by و or ف at most: بعد is no ب and عد; اتفق does something."""
    return "cue_verb" in tokens.classes(index) and any(
        place.kind == "cue_verb" and place.clitics in _JOINING and "settles" not in place.entry.uses
        for place in tokens.opening[index])


def ends_with(tokens: Tokens, after: int, kind: str, most: int = 3) -> Place | None:
    """The phrase of class `kind` whose last token stands just before token `after`."""
    for first in range(after - 1, max(after - 1 - most, -1), -1):
        if kind in tokens.classes(first):
            for place in tokens.opening[first]:
                if place.kind == kind and place.after == after:
                    return place
    return None


def digits(tokens: Tokens, index: int, least: int = 1, most: int = 4) -> int | None:
    """The whole number in digits at token `index`, if it has `least` to `most` digits."""
    if tokens.kind(index) != DIGITS:
        return None
    form = tokens.form(index)
    return int(form) if least <= len(form) <= most else None


def comma(tokens: Tokens, index: int) -> int:
    """The token after a comma at `index`; `index` itself where there is none."""
    return index + 1 if tokens.form(index) in ("،", ",") else index


def article(tokens: Tokens, index: int) -> int:
    """The token after الـ before digits at `index`; `index` itself elsewhere."""
    return index + 1 if tokens.form(index) in ("ال", "لل") and tokens.kind(index + 1) == DIGITS else index


@lru_cache(maxsize=1)
def _eras() -> Mapping[str, str]:
    return {lexicon.key(entry.form): entry["era"] for entry in lexicon.entries()["time_era"]}


@lru_cache(maxsize=1)
def _era_letters() -> frozenset[str]:
    return frozenset(form for form in _eras() if len(form) == 1) | {"ق"}


def may_be_era(tokens: Tokens, index: int) -> bool:
    """Whether `era_at` may find an era at token `index`, by its class or letter."""
    return "time_era" in tokens.classes(index) or tokens.form(index) in _era_letters()


def era_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The era at token `index` (ce, ah, bce) and the token after it. Words of one letter (م, هـ) have no places."""
    place = word(tokens, index, "time_era")
    if place is not None:
        return place.entry["era"], place.after
    form = tokens.form(index)
    if form == "ق":
        dotted = tokens.form(index + 1) == "."
        if tokens.form(index + 1 + dotted) == "م":
            after = index + 2 + dotted
            return "bce", after + (dotted and tokens.form(after) == "." and tokens.kind(after + 1) == WORD)
    era = _eras().get(form) if len(form) == 1 else None
    return (era, index + 1) if era is not None else None


def breaks(tokens: Tokens, index: int) -> bool:
    """True at the end of the text, of a line, or at a mark."""
    return tokens.kind(index) in ("", LINE, "mark")


def corresponding(tokens: Tokens, one: Expression, two: Expression) -> bool:
    """The second date says the first again in the other calendar: الموافق, a bracket, a slash, a dash between them."""
    if two.first - one.after > 3:
        return False
    between = range(one.after, two.first)
    return bool(between) and all(
        tokens.form(index) in ("(", "-", "–", "/", "،", ",", "=", "ل") or said(tokens, index, "time_linking") or word(
            tokens, index, "time_corresponding") is not None for index in between)
