"""Whether the clause of a time speaks of what is to come or of what has been."""

from functools import lru_cache
from itertools import accumulate
from typing import Literal

from components.extract.times.sense import reports, said
from components.extract.times.verbs import is_dual_or_noun, is_future, is_present, is_verb
from components.text.tokens import LINE, WORD, Tokens, once

Tense = Literal["past", "present", "future"]
_LOOK_BACK, _LOOK_ON, _MEETING = 14, 8, 6
_JOINING = frozenset(("", "و", "ف"))
_TELLING = frozenset(("time_future", "time_past", "time_scheduled", "cue_verb", "complementizer", "event_relative"))
_CLAUSE_MARKS = frozenset("،,؛;:()")


@once
def _known(tokens: Tokens) -> dict[tuple[int, int], Tense | None]:
    """The tenses that have been read, by the tokens of their times: they are asked for again when these are placed."""
    return {}


def tense_at(tokens: Tokens, first: int, after: int) -> Tense | None:
    """The tense of the clause around tokens `first` to `after`, read once."""
    known, place = _known(tokens), (first, after)
    if place not in known:
        known[place] = _tense_at(tokens, first, after)
    return known[place]


def _tense_at(tokens: Tokens, first: int, after: int) -> Tense | None:
    """The tense of the clause around tokens `first` to `after` by its nearest word that has one; None where none has.
    Looks 14 words back, over the comma of «من لندن، الأربعاء،» too, and on only where the time opens its clause."""
    begin, end = tokens.sentence(first)
    if first > begin and said(tokens, first - 1, "time_ahead"):
        return "future"
    if first > begin and said(tokens, first - 1, "time_since"):
        return "past"
    if _leads_up(tokens, first, begin):
        return "future"
    apart = _set_apart(tokens, first, after)
    found, before = _behind(tokens, first - 1 - apart, begin, apart)
    return found or (_ahead(tokens, after, end) if before <= 2 or apart else None)


def _leads_up(tokens: Tokens, first: int, begin: int) -> bool:
    """قال الوزير قبيل قمة الأربعاء: what is said before a meeting tells of one to come; قبيل فجر الاثنين is when."""
    for index in range(first - 2, max(begin, first - _MEETING) - 1, -1):
        if tokens.kind(index + 1) != WORD or said(tokens, index + 1, "time_part") or _opens_clause(tokens, index + 1):
            return False  # قبل أن تحيلهم الخميس
        if said(tokens, index, "time_leading_up"):
            return any(reports(tokens, before) for before in range(max(begin, index - _LOOK_ON), index))
    return False


def _set_apart(tokens: Tokens, first: int, after: int) -> bool:
    """A time behind a comma that goes on with the clause before it: no و joins it, no verb follows it."""
    token = tokens.tokens[first]
    joined = token.form[:1] == "و" and token.form[1:3] == "ال"
    if tokens.form(first - 1) not in ("،", ",") or joined or after >= len(tokens):
        return False
    return _of_word(tokens, after) is None


def _behind(tokens: Tokens, index: int, begin: int, apart: bool) -> tuple[Tense | None, int]:
    """The tense of the nearest word from token `index` back, and how many words were passed over. Behind a
    comma (`apart`) a verb of saying gives none, nor one to come inside the clause; قبل أن leaves it to the clause before."""
    passed, last, verbs = 0, max(begin, index + 1 - _LOOK_BACK), False
    telling, words = _telling(tokens), _words_before(tokens)
    while index >= last:
        near = max(telling[index], last - 1)  # the words between say nothing
        passed, index = passed + words[index + 1] - words[near + 1], near
        if index < last or tokens.form(index) in _CLAUSE_MARKS:
            break
        verbs = verbs or (passed <= 2 and tokens.form(index) == "بعد" and not said(tokens, index + 1, "complementizer"))
        found = _of_word(tokens, index, verbs)
        if apart and (said(tokens, index, "cue_verb") or (said(tokens, index - 1, "time_in") if found == "past"
                                                          else index > begin)):
            found = None  # كشف عن عقد اجتماع، الاثنين
        if found == "present" and _until(tokens, index):
            index, passed = index - 3, passed + 3
            continue
        if found is not None and _was_to_be(tokens, index - 2 * (tokens.form(index - 1) == "ان")):
            return None, _LOOK_BACK
        if found is not None:
            return ("past" if verbs and found == "present" else found), passed
        if _opens_clause(tokens, index):
            break
        passed += tokens.kind(index) == WORD
        index -= 1
    return None, passed


@once
def _telling(tokens: Tokens) -> list[int]:
    """For each token the last one up to it (-1: none) that `_behind` and `_ahead` have to look at: a mark, a word that opens
    a clause or has a tense."""
    found, last = [], -1
    for index, token in enumerate(tokens.tokens):
        if token.form in _CLAUSE_MARKS or token.kind == LINE or (token.kind == WORD and (
                token.form == "بعد" or not tokens.classes(index).isdisjoint(_TELLING) or _of_shape(token.form) is not None)):
            last = index
        found.append(last)
    return found


@once
def _words_before(tokens: Tokens) -> list[int]:
    """How many words stand before each token, and in all."""
    return list(accumulate([token.kind == WORD for token in tokens.tokens], initial=0))


def _until(tokens: Tokens, index: int) -> bool:
    """قبل أن تحيلهم الخميس: the verb has the tense of the clause before."""
    return tokens.form(index - 1) == "ان" and tokens.form(index - 2) == "قبل"


def _was_to_be(tokens: Tokens, index: int) -> bool:
    """كان من المقرر أن يبدأ: set for a day that may be over."""
    return tokens.form(index - 1) == "من" and said(tokens, index, "time_future") and said(
        tokens, index - 2, "time_past_maker")


def _compared(tokens: Tokens, index: int) -> bool:
    """أكثر من المتوقع: no more than a measure."""
    than = tokens.form(index - 2).removeprefix("ب")
    return tokens.form(index - 1) == "من" and than[:1] == "ا" and len(than) <= 4 and tokens.form(index + 1) != "ان"


def _ahead(tokens: Tokens, after: int, end: int) -> Tense | None:
    telling = _telling(tokens)
    for index in range(after, min(end, after + _LOOK_ON)):
        if telling[index] != index:
            continue
        form = tokens.form(index)
        if _opens_clause(tokens, index) or (form in _CLAUSE_MARKS and index > after) or tokens.kind(index) == LINE:
            return None
        found = _of_word(tokens, index)
        if found is not None:
            return found
    return None


def _opens_clause(tokens: Tokens, index: int) -> bool:
    return said(tokens, index, "complementizer") or said(tokens, index, "event_relative")


def _of_word(tokens: Tokens, index: int, verbs: bool = False) -> Tense | None:
    """The tense that the word at token `index` gives: by its class, else by its shape; with `verbs` by its shape alone."""
    token = tokens.tokens[index]
    if token.kind != WORD:
        return None
    found = _of_shape(token.form)
    if verbs:
        return found
    for place in tokens.opening.get(index, ()):
        if (place.kind == "time_future" and not _compared(tokens, index)) or (
                place.kind == "cue_verb" and "س" in place.clitics):
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
