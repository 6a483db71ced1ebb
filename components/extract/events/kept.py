"""Which clauses are no event: bare speech, guesses, questions and conditions, and dates without anything that happened."""

from collections.abc import Mapping
from functools import lru_cache

from components import lexicon
from components.extract.times.sense import reports, said
from components.extract.times.verbs import is_joined_verb, is_present, is_verb
from components.lexicon import Entry
from components.text.tokens import WORD, Place, Tokens

_TELLING = frozenset(("event_happening", "event_auxiliary", "event_relative"))
_JOINING = frozenset(("", "و", "ف", "س", "وس"))
_PRONOUNS = ("ه", "ها", "هم")
_QUESTIONS = frozenset("؟?")
_ANNOUNCED = 12  # words behind a verb of announcing among which عن or أن stands
_HEADING = 3  # words at the head of a clause among which the word of doubt or condition stands


@lru_cache(maxsize=1)
def _sayings() -> Mapping[str, Entry]:
    return {entry.form: entry for entry in lexicon.entries()["event_saying"]}


def is_told(tokens: Tokens, left: int, right: int) -> bool:
    """The verb that governs tokens `left` to `right` is one of saying, so that their time dates the saying alone: أكدت
    المملكة، الأحد، رفضها; من المتوقع أن تعلن الوزارة عن الخطة غدا."""
    for index in range(left, right):
        saying = _saying(tokens, index)
        if saying is not None:
            return not saying.get("object") or not _has_object(tokens, index, right)
        if _acts(tokens, index):
            return False
    return False


def happening_before(tokens: Tokens, left: int, first: int) -> Place | None:
    """The noun of what happened between a verb of saying and the time at token `first`: أكدت الوزارة مصرع الجندي في مارس,
    أفادت مصادر بإصابة خمسة أمس."""
    verb = next((saying for index in range(left, first) if (saying := _saying(tokens, index)) is not None), None)
    if verb is None or not verb.get("fact"):
        return None  # طالبوا باستقالته: nobody has resigned
    for index in range(left + 1, first):
        for place in tokens.opening.get(index, ()):
            if place.kind == "event_happening" and not place.article and place.clitics in ("", "ب") and not said(
                    tokens, index - 1, "event_noun_stop"):
                return place
    return None


def _saying(tokens: Tokens, index: int) -> Entry | None:
    """The verb of saying at token `index`: a past, of some a present too."""
    for place in tokens.opening.get(index, ()):
        if place.kind != "cue_verb" or place.article or place.clitics not in _JOINING:
            continue
        saying = _sayings().get(place.entry["lemma"])
        part = place.entry.get("part")
        if saying is not None and (part == "past" or (part == "present" and saying.get("present"))):
            return saying
    return None


def _has_object(tokens: Tokens, verb: int, right: int) -> bool:
    """What a past of announcing announces is its object: neither عن nor أن follows."""
    parts = {place.entry.get("part") for place in tokens.opening.get(verb, ()) if place.kind == "cue_verb"}
    if "past" not in parts:
        return False
    return not any(said(tokens, index, "complementizer") or said(tokens, index, "event_about")
                   for index in range(verb + 1, min(right, verb + _ANNOUNCED)))


def _acts(tokens: Tokens, index: int) -> bool:
    form = tokens.form(index)
    return (is_verb(form) or is_present(form) or is_joined_verb(form)) and not said(tokens, index, "event_auxiliary")


def is_guess(tokens: Tokens, left: int, first: int, right: int) -> bool:
    """The clause says what may be (قد تكون النتيجة مختلفة, ربما), asks, or sets a condition (إذا، لو)."""
    if any(said(tokens, index, "event_condition") for index in range(left, min(left + 1, right))):
        return True
    if tokens.form(right) in _QUESTIONS or tokens.form(right - 1) in _QUESTIONS:
        return True
    for index in range(left, right):
        if index in tokens.opening and said(tokens, index, "event_doubt"):
            return True
        if tokens.form(index) == "قد" and _may(tokens, index + 1):
            return True
        if _acts(tokens, index) or (index >= first and tokens.kind(index) == WORD and index - left > _HEADING):
            return False
    return False


def _may(tokens: Tokens, index: int) -> bool:
    """A present behind قد: قد تكون; قد تم and قد تعرض are pasts."""
    form = tokens.form(index)
    if is_verb(form):
        return False
    return is_present(form) or form[:1] == "ي" or said(tokens, index, "event_auxiliary")


def is_bare(tokens: Tokens, left: int, first: int, after: int, right: int) -> bool:
    """A date and words around it in which nothing happens: no verb, no relative clause, no noun of what happens."""
    return not any(
        tokens.kind(index) == WORD and (_acts(tokens, index) or reports(tokens, index) or _verbal(tokens, index, left))
        for index in (*range(left, first), *range(after, right)))


def _verbal(tokens: Tokens, index: int, left: int) -> bool:
    """What has the shape of a verb (ينهار, ليبلغ, اعتمدت; تحتضن at the head), or tells that something happened."""
    if any(place.kind in _TELLING for place in tokens.opening.get(index, ())):
        return True
    form = tokens.form(index)
    if any(form.endswith(ending) and len(form) > len(ending) + 2 and (
            is_verb(form[:-len(ending)]) or is_present(form[:-len(ending)])) for ending in _PRONOUNS):
        return True
    bare = form[1:] if form[:1] in "وفسل" and len(form) > 4 else form
    if index == left and _unknown(tokens, index, bare):
        return True
    if len(bare) < 4 or bare[-1] in "هي":
        return False
    return bare[0] == "ي" or (bare[-1] == "ت" and bare[-2] != "ا") or (index == left and bare[0] in "تن")


def _unknown(tokens: Tokens, index: int, form: str) -> bool:
    """A word at the head of the clause that no list knows, before a definite one: it may be a verb (اعتمد المجلس)."""
    return form[:2] != "ال" and len(form) > 2 and form not in lexicon.column("nouns", "singular") and (
        tokens.form(index + 1)[:2] == "ال" and not tokens.opening.get(index))
