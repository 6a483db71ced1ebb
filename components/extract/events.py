"""What happened at a time of the calendar: the clause around a time, its actors, a summary for the timeline.

Words: data/lexicon/events, lists/event_verbs.csv. Cases: tests/corpus/events*.toml. Bare speech, states since a year and
lengths are left out; what the clause does not say with a verb it knows is cut at marks alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from components import lexicon
from components.extract.times.sense import ends_with, said
from components.model import Actor, Event, Quote, Time, numbered
from components.text.tokens import CLOSERS, LINE, MARK, Tokens

MOST_SUMMARY = 140
_REACH = 90  # words looked at on either side of the time, so that every clause stays bounded
_NOUN_REACH = 9  # words of a noun phrase before its relative clause
_FEW_WORDS = 3
_OPENERS = frozenset("“«\"'‘(")
_COMMAS = frozenset("،,؛;")
_STOPS = frozenset(".!?؟…:")
_SUBJECTS = frozenset("يتن")


class Clause(NamedTuple):
    """Tokens `first` to `after` of a clause, and where its first word begins behind a joining و."""

    first: int
    after: int
    start: int
    end: int


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.column("event_verbs"))


@lru_cache(maxsize=50_000)
def is_verb(form: str) -> bool:
    """True for a folded form of the past, or of the future with its sin, that opens a clause; the joining و or ف cut off.

    >>> is_verb("وقتلت"), is_verb("ستنشر"), is_verb("ولاية")
    (True, True, False)
    """
    if _past(form):
        return True
    if form[:1] in ("و", "ف") and len(form) > 3:
        form = form[1:]
    return _past(form) or (len(form) >= 5 and form[0] == "س" and form[1] in _SUBJECTS)


def _past(form: str) -> bool:
    verbs = _verbs()
    if form in verbs:
        return True
    if form.endswith("ت"):
        stem = form[:-1]
        return stem in verbs or stem + "ي" in verbs or stem + "ا" in verbs
    return form.endswith("وا") and (form[:-2] in verbs or form[:-2] + "ي" in verbs)


def events(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote], actors: Sequence[Actor]) -> list[Event]:
    """One event for each calendar time and the clause it stands in, in text order; none out of boilerplate."""
    speech = _speech_spans(quotes)
    people = sorted((start, end, actor.id) for actor in actors for start, end in actor.mentions)
    found = []
    for time in times:
        if not on_calendar(time) or _section(tokens, time.start) == "boilerplate":
            continue
        first, after = tokens.index(time.start), tokens.before(time.end)
        clause = clause_of(tokens, first, after, _inside(speech, time.start))
        if clause is None:
            continue
        found.append(Event(
            start=clause.start, end=clause.end, text=tokens.text[clause.start:clause.end], time=time.id,
            actors=_actors_in(people, clause), summary=summary(tokens, clause, first, after),
            confidence=round(0.9 * time.confidence, 2), rule="event.clause"))
    return numbered(found, "e")


def on_calendar(time: Time) -> bool:
    """True for a day, a week, a month, a season or a year, known or not."""
    value = time.value or ""
    if time.type not in ("DATE", "TIME") or value.endswith("_REF") or (not value[:1].isdigit() and value[:1] != "X"):
        return False
    return len(value.partition("T")[0]) >= 4


def _section(tokens: Tokens, offset: int) -> str:
    at = bisect_right([section.start for section in tokens.sections], offset) - 1
    return tokens.sections[at].kind if at >= 0 else "body"


def _speech_spans(quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    return sorted((quote.start, quote.end) for quote in quotes if quote.kind != "term")


def _inside(spans: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """The innermost speech around `offset` (the last to begin before it, or the one before that)."""
    at = bisect_right(spans, (offset, 1 << 60)) - 1
    for index in range(at, max(at - 3, -1), -1):
        if spans[index][0] <= offset < spans[index][1]:
            return spans[index]
    return None


def _actors_in(people: list[tuple[int, int, str]], clause: Clause) -> tuple[str, ...]:
    at = bisect_left(people, (clause.start, 0, ""))
    found: dict[str, None] = {}
    while at < len(people) and people[at][0] < clause.end:
        if people[at][1] <= clause.end:
            found[people[at][2]] = None
        at += 1
    return tuple(found)


def clause_of(tokens: Tokens, first: int, after: int, speech: tuple[int, int] | None) -> Clause | None:
    """The clause around the time of tokens `first` to `after`; None for bare speech and for a state since a year."""
    begin, end = tokens.sentence(first)
    if speech is not None:
        begin, end = max(begin, tokens.index(speech[0])), min(max(end, after), tokens.before(speech[1]))
    begin, end = max(begin, first - _REACH), min(max(end, after), after + _REACH)
    left = _left(tokens, begin, first)
    right = _right(tokens, left, first, after, end)
    while left < first and (tokens.kind(left) == MARK or tokens.form(left) in ("و", "ثم")):
        left += 1
    while right > after and tokens.kind(right - 1) in (MARK, LINE) and tokens.form(right - 1) not in CLOSERS:
        right -= 1
    if right - left - (after - first) < _FEW_WORDS or (speech is None and _is_speech(tokens, left, right, first, after)):
        return None
    return Clause(left, right, _start(tokens, left, first), tokens.tokens[right - 1].end)


def _start(tokens: Tokens, left: int, first: int) -> int:
    """Where the first word begins, its joining و left out."""
    form = tokens.form(left)
    joined = left < first and form[:1] == "و" and (is_verb(form) or any(
        place.clitics == "و" for place in tokens.opening.get(left, ())) or _is_list_word(form))
    return tokens.inner(left, 1) if joined else tokens.tokens[left].start


def _is_list_word(form: str) -> bool:
    return form[1:3] == "ال" and len(form) > 4


def _left(tokens: Tokens, begin: int, first: int) -> int:
    """The first token of the clause that ends in the time at token `first`."""
    quotes = _quote_ends(tokens, begin, first)
    index = first - 1
    while index >= begin:
        form = tokens.form(index)
        if index in quotes:
            index = quotes[index] - 1
            continue
        if (form in _OPENERS and tokens.kind(index) == MARK) or form == ":":
            return index + 1
        if said(tokens, index, "complementizer") and _reported(tokens, begin, index):
            return index + 1
        if said(tokens, index, "event_relative") and _verb_between(tokens, index, first):
            return _noun_before(tokens, begin, index)
        if said(tokens, index, "event_break") and index > begin:
            return max(place.after for place in tokens.opening[index] if place.kind == "event_break")
        if index > begin and _new_clause(tokens, index):
            return index
        index -= 1
    return _opening(tokens, begin, first)


def _quote_ends(tokens: Tokens, begin: int, first: int) -> dict[int, int]:
    """Closing marks before token `first`, each with its opening one: what stands between is passed over."""
    pairs, opened = {}, -1
    for index in range(begin, first):
        form = tokens.form(index)
        if form in ('"', "“", "«", "”", "»", ")", "("):
            if opened >= 0 and form not in ("“", "«", "("):
                pairs[index] = opened
                opened = -1
            elif form not in ("”", "»", ")"):
                opened = index
    return pairs


def _reported(tokens: Tokens, begin: int, index: int) -> bool:
    """True for أن behind a cue; behind المقرر أن, يمكن أن and their like it opens no clause."""
    if said(tokens, index - 1, "event_planned"):
        return False
    if ends_with(tokens, index, "time_before", 1):
        return True
    return any(said(tokens, before, "cue_verb") or said(tokens, before, "attribution")
               for before in range(max(begin, index - 25), index)) or tokens.form(index).startswith(("با", "وا"))


def _verb_between(tokens: Tokens, index: int, first: int) -> bool:
    """The time stands in the relative clause: no comma but that of an apposition parts them."""
    return first - index <= 30 and not any(
        tokens.form(at) in _COMMAS and (_new_clause(tokens, at + 1) or is_verb(tokens.form(at + 1)))
        for at in range(index + 1, first - 1))


def _noun_before(tokens: Tokens, begin: int, relative: int) -> int:
    """The first token of the noun phrase that the relative clause describes."""
    index = relative - 1
    if tokens.form(index) in _COMMAS:
        index -= 1
    least = max(begin, relative - _NOUN_REACH)
    while index > least:
        before = index - 1
        form = tokens.form(before)
        if (tokens.kind(before) == MARK and form not in CLOSERS and form not in ("#", "_", "-")) or said(
                tokens, before, "event_noun_stop") or is_verb(form) or said(tokens, before, "cue_verb"):
            break
        index -= 1
    return index


def _new_clause(tokens: Tokens, index: int) -> bool:
    """A joined verb opens a clause of its own: وقتلت; behind a comma the bare verb does too."""
    form = tokens.form(index)
    if form[:1] in ("و", "ف") and len(form) > 3:
        return (is_verb(form) and not is_verb_like_noun(form)) or any(
            place.kind == "cue_verb" and place.clitics in ("و", "ف") and place.entry.get("part") == "past"
            for place in tokens.opening.get(index, ()))
    return tokens.form(index) == "و" and is_verb(tokens.form(index + 1))


def is_verb_like_noun(form: str) -> bool:
    """وقع, وصل, وضع, ولد begin with a و of their own."""
    return form in _verbs()


def _opening(tokens: Tokens, begin: int, first: int) -> int:
    """The sentence's first token behind its joining words and a leading attribution."""
    index = begin
    for _ in range(3):
        here = [place.after for place in tokens.opening.get(index, ()) if place.kind == "event_opening"]
        if here and max(here) <= first:
            index = max(here)
        elif said(tokens, index, "attribution"):
            comma = next((at for at in range(index, min(first, index + 15)) if tokens.form(at) in _COMMAS), -1)
            if comma < 0:
                break
            index = comma + 1
        else:
            break
    return index


def _right(tokens: Tokens, left: int, first: int, after: int, end: int) -> int:
    """The token after the clause of the time that ends before token `after`."""
    verb = any(is_verb(tokens.form(index)) for index in range(left, first))
    since, index, opened = 0, after, -1
    while index < end:
        form, kind = tokens.form(index), tokens.kind(index)
        if kind == LINE or (form in _STOPS and tokens.form(index) != ".") or (form == "." and index >= end - 1):
            break
        if form in ('"', "«", "“", "(") and opened < 0:
            opened = index
        elif form in ('"', "»", "”", ")"):
            if opened < 0 and form != ")":
                break
            opened = -1
        elif opened < 0 and _ends(tokens, index, verb, since):
            break
        verb = verb or is_verb(form)
        since += kind != MARK
        index += 1
    return index


def _ends(tokens: Tokens, index: int, verb: bool, since: int) -> bool:
    """True where the clause ends before token `index`: an attribution, a new clause, a comma with nothing of its own."""
    form = tokens.form(index)
    if said(tokens, index, "attribution"):
        return True
    if form in _COMMAS:
        follower = index + 1
        if said(tokens, follower, "attribution") or (said(tokens, follower, "cue_verb") and verb):
            return True
        if not verb:
            return False
        return not said(tokens, follower, "event_goes_on")
    if not since or not verb:
        return False
    return _new_clause(tokens, index) or said(tokens, index, "event_break")


def _is_speech(tokens: Tokens, left: int, right: int, first: int, after: int) -> bool:
    """قال الوزير الأحد إن: the time dates the saying alone."""
    cue = next((index for index in range(left, right) if said(tokens, index, "cue_verb")), None)
    if cue is None:
        return False
    other = any(is_verb(tokens.form(index)) and not said(tokens, index, "cue_verb") for index in range(left, first))
    if other:
        return False
    return any(said(tokens, index, "complementizer") or tokens.form(index) in (":", '"', "«", "“")
               for index in range(after, min(right + 2, len(tokens)))) or right - left <= 12


def summary(tokens: Tokens, clause: Clause, first: int, after: int) -> str:
    """The clause without its time, where that leaves a sentence; at most 140 characters, cut at a word."""
    text = tokens.text
    before = first
    while before > clause.first and said(tokens, before - 1, "event_preposition"):
        before -= 1
    head = text[clause.start:tokens.tokens[before - 1].end] if before > clause.first else ""
    tail_at = after + (not head and tokens.form(after) in _COMMAS)
    tail = text[tokens.tokens[tail_at].start:clause.end] if tail_at < clause.after else ""
    joined = head + ("" if tail[:1] in "،.؛" else " ") + tail if head and tail else head or tail
    words = " ".join(joined.split())
    if len(words.split()) < _FEW_WORDS:
        words = " ".join(text[clause.start:clause.end].split())
    return shortened(words)


def shortened(words: str) -> str:
    """`words` cut at a word, with …, to at most 140 characters."""
    words = words.strip(" ،,")
    if len(words) <= MOST_SUMMARY:
        return words
    cut = words[:MOST_SUMMARY - 1]
    return (cut[:cut.rfind(" ")] if " " in cut else cut).rstrip(" ،,") + "…"


