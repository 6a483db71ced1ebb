"""Whether the clause of a time speaks of what is to come or of what has been."""

from functools import lru_cache
from typing import Literal

from components.extract.times.sense import said
from components.extract.times.verbs import is_dual_or_noun, is_future, is_present, is_verb
from components.text.tokens import LINE, WORD, Tokens

Tense = Literal["past", "present", "future"]
_LOOK_BACK, _LOOK_ON = 14, 8
_JOINING = frozenset(("", "و", "ف"))
_CLAUSE_MARKS = frozenset("،,؛;:()")


def tense_at(tokens: Tokens, first: int, after: int) -> Tense | None:
    """The tense of the clause around tokens `first` to `after` by its nearest word that has one; None where none has.
    Looks 14 words back, and on only where the time opens its clause."""
    begin, end = tokens.sentence(first)
    if first > begin and said(tokens, first - 1, "time_ahead"):
        return "future"
    if first > begin and said(tokens, first - 1, "time_since"):
        return "past"
    before = 0
    for index in range(first - 1, max(begin, first - _LOOK_BACK) - 1, -1):
        form = tokens.form(index)
        if form in _CLAUSE_MARKS:
            break
        found = _of_word(tokens, index)
        if found is not None:
            return found
        before += 1
        if _opens_clause(tokens, index):
            break
    return _ahead(tokens, after, end) if before <= 2 else None


def _ahead(tokens: Tokens, after: int, end: int) -> Tense | None:
    for index in range(after, min(end, after + _LOOK_ON)):
        form = tokens.form(index)
        if _opens_clause(tokens, index) or (form in _CLAUSE_MARKS and index > after) or tokens.kind(index) == LINE:
            return None
        found = _of_word(tokens, index)
        if found is not None:
            return found
    return None


def _opens_clause(tokens: Tokens, index: int) -> bool:
    return said(tokens, index, "complementizer") or said(tokens, index, "event_relative")


def _of_word(tokens: Tokens, index: int) -> Tense | None:
    """The tense that the word at token `index` gives: by its class, else by its shape."""
    token = tokens.tokens[index]
    if token.kind != WORD:
        return None
    found = _of_shape(token.form)
    for place in tokens.opening.get(index, ()):
        if place.kind == "time_future" or (place.kind == "cue_verb" and "س" in place.clitics):
            return "future"
        if found != "future" and (place.kind == "time_past" or (
                place.kind == "cue_verb" and place.clitics in _JOINING and place.entry.get("part") != "masdar")):
            found = "past"
        elif found is None and place.kind == "time_scheduled":
            found = "present"
    if found == "present" and any(said(tokens, before, "time_past_maker") for before in range(index - 3, index)):
        return "past"
    return found


@lru_cache(maxsize=50_000)
def _of_shape(form: str) -> Tense | None:
    if is_future(form):
        return "future"
    if is_verb(form) and not is_dual_or_noun(form):
        return "past"
    return "present" if is_present(form) else None
