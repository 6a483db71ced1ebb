"""Whether the clause of a time speaks of what is to come or of what has been."""

from typing import Literal

from components.extract.times.sense import reports, said
from components.extract.times.verbs import is_future, is_present, is_verb
from components.text.tokens import LINE, Tokens

Tense = Literal["past", "present", "future"]
_LOOK_BACK, _LOOK_ON = 14, 8
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
    return any(place.kind in ("complementizer", "event_relative") for place in tokens.opening.get(index, ()))


def _of_word(tokens: Tokens, index: int) -> Tense | None:
    if said(tokens, index, "time_future") or _future_verb(tokens, index):
        return "future"
    if any(place.kind == "cue_verb" and "س" in place.clitics for place in tokens.opening.get(index, ())):
        return "future"
    if said(tokens, index, "time_past") or reports(tokens, index) or is_verb(tokens.form(index)):
        return "past"
    if is_present(tokens.form(index)) or said(tokens, index, "time_scheduled"):
        return "past" if any(said(tokens, before, "time_past_maker") for before in range(index - 3, index)) else "present"
    return None


def _future_verb(tokens: Tokens, index: int) -> bool:
    """سينشر, وستعقد; what only begins like one is listed."""
    return is_future(tokens.form(index)) and not said(tokens, index, "time_not_future")
