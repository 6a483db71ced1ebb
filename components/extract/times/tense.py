"""Whether the clause of a time speaks of what is to come or of what has been."""

from typing import Literal

from components.extract.times.sense import said
from components.text.tokens import LINE, Tokens

Tense = Literal["past", "future"]
_LOOK_BACK, _LOOK_ON = 14, 8
_CLAUSE_MARKS = frozenset("،,؛;:\"«»“”()")
_CLAUSE_WORDS = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها", "انهم", "الذي", "التي", "الذين"))
_PERSONS = frozenset("يتن")


def tense_at(tokens: Tokens, first: int, after: int) -> Tense | None:
    """The tense of the clause around tokens `first` to `after` by its nearest word that has one; None where none has.
    Looks 14 words back, and on only where the time opens its clause."""
    begin, end = tokens.sentence(first)
    if first > begin and said(tokens, first - 1, "time_ahead"):
        return "future"
    before = 0
    for index in range(first - 1, max(begin, first - _LOOK_BACK) - 1, -1):
        form = tokens.form(index)
        if form in _CLAUSE_MARKS:
            break
        found = _of_word(tokens, index)
        if found is not None:
            return found
        before += 1
        if form in _CLAUSE_WORDS:
            break
    return _ahead(tokens, after, end) if before <= 2 else None


def _ahead(tokens: Tokens, after: int, end: int) -> Tense | None:
    for index in range(after, min(end, after + _LOOK_ON)):
        form = tokens.form(index)
        if form in _CLAUSE_WORDS or (form in _CLAUSE_MARKS and index > after) or tokens.kind(index) == LINE:
            return None
        found = _of_word(tokens, index)
        if found is not None:
            return found
    return None


def _of_word(tokens: Tokens, index: int) -> Tense | None:
    if said(tokens, index, "time_future") or _future_verb(tokens, index):
        return "future"
    if said(tokens, index, "time_scheduled"):
        return "future"
    if said(tokens, index, "time_past") or said(tokens, index, "cue_verb"):
        return "past"
    return None


def _future_verb(tokens: Tokens, index: int) -> bool:
    """سينشر, وستعقد: a verb with the sin of the future, by its shape and a list of what only looks like one."""
    form = tokens.form(index)
    if form[:1] == "و" or form[:1] == "ف":
        form = form[1:]
    return len(form) >= 5 and form[0] == "س" and form[1] in _PERSONS and not said(tokens, index, "time_not_future")
