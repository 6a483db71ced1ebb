"""The clause around a time: from where its words begin to where another clause, an attribution or the speech ends it."""

from typing import NamedTuple

from components.extract.times.sense import ends_with, reports, said
from components.extract.times.verbs import is_joined_verb, is_verb
from components.text.tokens import CLOSERS, LINE, MARK, WORD, Tokens

_REACH = 45  # words looked at on either side of the time, so that every clause stays bounded
_NOUN_REACH = 9  # words of a noun phrase before its relative clause
_CUE_REACH, _RELATIVE_REACH = 25, 30
_FEW_WORDS, _TOLD = 1, 2
_LONG, _MOST_BEFORE, _MOST_AFTER = 8, 20, 16  # nearly every clause that was read by hand is within them
_OPENERS = frozenset("“«\"'‘(")
_COMMAS = frozenset("،,؛;")
_WITH_ARTICLE = frozenset(("بال", "كال", "وال", "فال"))  # a noun with its article behind a proclitic opens its phrase
_STOPS = frozenset("!?؟…:")


class Clause(NamedTuple):
    """Tokens `first` to `after`, code points `start` to `end`: behind a joining و, before the closing marks."""

    first: int
    after: int
    start: int
    end: int


class Speech(NamedTuple):
    """What is reported: `spans` of code points in order, and each reporting word's token with the token its report
    begins at."""

    spans: list[tuple[int, int]]
    cues: dict[int, int]


def clause_of(tokens: Tokens, first: int, after: int, speech: Speech, inside: tuple[int, int] | None) -> Clause | None:
    """The clause around the time of tokens `first` to `after`; None for bare speech and for too few words."""
    begin, end = tokens.sentence(first)
    begin = max([begin, *(tokens.index(section.end) for section in tokens.sections[:3] if section.kind == "dateline"
                          and section.end <= tokens.tokens[first].start)])
    if inside is not None:
        begin, end = max(begin, tokens.index(inside[0])), min(max(end, after), tokens.before(inside[1]))
    begin, end = max(begin, first - _REACH), min(max(end, after), after + _REACH)
    left, relative = _left(tokens, begin, first, after)
    for cue in range(max(begin, left - _CUE_REACH), first):
        report = speech.cues.get(cue, -1)
        if report >= after:
            end = min(end, report)
    left = _short(tokens, left, first)
    if _dates_attribution(tokens, left, first):
        return None
    end = min(end, after + _MOST_AFTER)
    if first - left >= _TOLD:  # a report that follows what happened (غادر الوفد الجمعة مؤكدا أن …) is no part of it
        end = next((index for index in range(after, end) if index in speech.cues and not _describes(tokens, index)), end)
    right = _right(tokens, left, first, after, end, relative)
    while left < first and (tokens.kind(left) == MARK or tokens.form(left) in ("و", "ثم", "ان")):
        left += 1
    while right > after and tokens.kind(right - 1) in (MARK, LINE) and tokens.form(right - 1) not in CLOSERS:
        right -= 1
    if right - left - (after - first) < _FEW_WORDS or _is_speech(tokens, left, right, (first, after), speech):
        return None
    return Clause(left, right, _start(tokens, left, first), tokens.tokens[right - 1].end)


def _describes(tokens: Tokens, cue: int) -> bool:
    """The reporting word is a relative clause of the bare noun before it: إحصاءات تظهر أن."""
    noun = tokens.form(cue - 1)
    return tokens.kind(cue - 1) == WORD and noun[:2] != "ال" and any(
        place.kind == "cue_verb" and place.entry.get("part") == "present" for place in tokens.opening.get(cue, ()))


def _dates_attribution(tokens: Tokens, left: int, first: int) -> bool:
    """…، بحسب ما ذكرت الوكالة الخميس: the time is that of the report."""
    at = next((index for index in range(first - 1, left, -1) if said(tokens, index, "attribution")), -1)
    return at > 0 and not any(is_verb(tokens.form(index)) and not reports(tokens, index)
                              for index in range(at + 1, first))


def _start(tokens: Tokens, left: int, first: int) -> int:
    """Where the first word begins, its joining و left out."""
    form = tokens.form(left)
    joined = left < first and form[:1] == "و" and (is_joined_verb(form) or (form[1:3] == "ال" and len(form) > 5) or any(
        place.clitics == "و" for place in tokens.opening.get(left, ())))
    return tokens.inner(left, 1) if joined else tokens.tokens[left].start


def _left(tokens: Tokens, begin: int, first: int, after: int) -> tuple[int, bool]:
    """The first token of the clause with the time of tokens `first` to `after`; True where it is a relative clause."""
    goes_on = tokens.kind(after) not in (MARK, LINE, "")
    quotes = _quote_ends(tokens, begin, first)
    index = first - 1
    while index >= begin:
        if index in quotes:
            index = quotes[index] - 1
            continue
        if tokens.kind(index) == MARK:
            if _opens_speech(tokens, index):
                return index + 1, False
        else:
            found = _begins(tokens, begin, index, first, goes_on)
            if found is not None:
                return found
        index -= 1
    return _opening(tokens, begin, first), False


def _opens_speech(tokens: Tokens, index: int) -> bool:
    """A colon, or a mark that opens; one that clings to the word before it closes what opened farther back."""
    form = tokens.form(index)
    if form == ":":
        return not tokens.glued(index)
    return form in _OPENERS and not (tokens.glued(index - 1) and not tokens.glued(index))


def _begins(tokens: Tokens, begin: int, index: int, first: int, goes_on: bool) -> tuple[int, bool] | None:
    """Where the clause begins, if the word at token `index` says so. A verb between a comma and a time that closes the
    clause still has its subject before it (الاتفاق، …، وانهار أمس.): only where it `goes_on` may it begin one."""
    kinds = {place.kind for place in tokens.opening.get(index, ())}
    if "complementizer" in kinds and _reported(tokens, begin, index):
        return index + 1, False
    if "event_relative" in kinds and _dates_relative(tokens, index, first):
        return _noun_before(tokens, begin, index), True
    if index > begin:
        if "event_break" in kinds:
            return max(place.after for place in tokens.opening[index] if place.kind == "event_break"), False
        if (index < first - 1 or goes_on) and (_new_clause(tokens, index) or _main_clause(tokens, begin, index)):
            return index, False
    return (index, False) if first - index > _LONG and is_verb(tokens.form(index)) else None


def _short(tokens: Tokens, left: int, first: int) -> int:
    """A clause without a verb that is known begins at the comma that leaves it short, else at its twentieth word."""
    if first - left <= _MOST_BEFORE:
        return left
    comma = next((at + 1 for at in range(first - _MOST_BEFORE, first - _FEW_WORDS) if tokens.form(at) in _COMMAS), -1)
    left = comma if comma > 0 else first - _MOST_BEFORE
    while left < first - _FEW_WORDS and tokens.glued(left - 1):
        left += 1
    return left


def _quote_ends(tokens: Tokens, begin: int, first: int) -> dict[int, int]:
    """Closing marks before token `first`, each with its opening one: what stands between is passed over."""
    pairs, opened = {}, -1
    for index in range(begin, first):
        form = tokens.form(index)
        if form in ("«", "“", "("):
            opened = index
        elif (form in ("»", "”", ")") and opened >= 0) or (form == '"' and opened >= 0):
            pairs[index] = opened
            opened = -1
        elif form == '"':
            opened = index
    return pairs


def _reported(tokens: Tokens, begin: int, index: int) -> bool:
    """True for أن behind a cue; behind المقرر أن, يمكن أن and their like it opens no clause."""
    if said(tokens, index - 1, "event_planned"):
        return False
    if ends_with(tokens, index, "time_before", 1) or tokens.form(index)[:2] in ("با", "وا"):
        return True
    return any(reports(tokens, before) or said(tokens, before, "attribution")
               for before in range(max(begin, index - _CUE_REACH), index))


def _dates_relative(tokens: Tokens, index: int, first: int) -> bool:
    """The time stands in the relative clause: no comma with a verb behind it parts them."""
    return first - index <= _RELATIVE_REACH and not any(
        tokens.form(at) in _COMMAS and is_verb(tokens.form(at + 1)) for at in range(index + 1, first - 1))


def _noun_before(tokens: Tokens, begin: int, relative: int) -> int:
    """The first token of the noun phrase that the relative clause describes."""
    index = relative - 1 - (tokens.form(relative - 1) in _COMMAS)
    least = max(begin, relative - _NOUN_REACH)
    while index > least and tokens.form(index)[:3] not in _WITH_ARTICLE and tokens.form(index)[:2] != "لل":
        before, form = index - 1, tokens.form(index - 1)
        if tokens.kind(before) == MARK and form not in CLOSERS and form not in ("#", "_", "-"):
            break
        if said(tokens, before, "event_noun_stop") or is_verb(form) or reports(tokens, before):
            break
        index -= 1
    return index


def _new_clause(tokens: Tokens, index: int) -> bool:
    """A joined verb opens a clause of its own: وقتلت, ولم يعرف, وهو."""
    for place in tokens.opening.get(index, ()):
        if place.clitics == "و" and place.kind == "event_joined":
            return True
        if place.clitics in ("و", "ف") and place.kind == "cue_verb" and place.entry.get("part") == "past":
            return True
    form = tokens.form(index)
    return is_joined_verb(form) or (form == "و" and is_verb(tokens.form(index + 1)))


def _main_clause(tokens: Tokens, begin: int, index: int) -> bool:
    """The verb behind the comma of a clause that goes before it (بعد أن حددنا …، نجحنا), or behind حتى."""
    if not is_verb(tokens.form(index)):
        return False
    if tokens.form(index - 1) == "حتي":
        return True
    return tokens.form(index - 1) in _COMMAS and any(
        is_verb(tokens.form(before)) for before in range(max(begin, index - _RELATIVE_REACH), index - 1))


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


def _right(tokens: Tokens, left: int, first: int, after: int, end: int, relative: bool) -> int:
    """The token after the clause of the time that ends before token `after`."""
    verbs = [index for index in range(left, first) if is_verb(tokens.form(index))]
    verb, fronted = bool(verbs) or relative, bool(verbs) and verbs[0] == left
    since, index, opened = 0, after, -1
    while index < end:
        form, kind = tokens.form(index), tokens.kind(index)
        stops = form in _STOPS and not (form == ":" and tokens.glued(index))
        if stops or kind == LINE or (form == "." and index >= end - 1):
            break
        if form in ('"', "«", "“", "(") and opened < 0:
            opened = index
        elif form in ('"', "»", "”", ")"):
            if opened < 0 and form != ")":
                break
            opened = -1
        elif opened < 0 and (_ends(tokens, index, verb, since) if since or relative else _ends_at_once(
                tokens, index, verb, fronted)):
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
        return _foreign(tokens, index + 1, verb) or (verb and not said(tokens, index + 1, "event_goes_on"))
    if not verb:
        return False
    return _new_clause(tokens, index) or said(tokens, index, "event_break") or (not since and is_verb(form))


def _ends_at_once(tokens: Tokens, index: int, verb: bool, fronted: bool) -> bool:
    """The same right behind the time: a comma there may only close it in (اليوم، حكما), and what a verb at the head of
    its clause governs may stand behind the next one (استهدفت الغارة يوم 4 يناير وقتلت القائد)."""
    form = tokens.form(index)
    if said(tokens, index, "attribution") or form == "اي":
        return True
    if form in _COMMAS:
        return _foreign(tokens, index + 1, verb) or (
            verb and (_joined_word(tokens, index + 1) or _plain_verb(tokens.form(index + 1))))
    if any(place.kind == "event_joined" and place.clitics for place in tokens.opening.get(index, ())):
        return verb
    return verb and not fronted and _new_clause(tokens, index)


def _plain_verb(form: str) -> bool:
    """A verb that is no noun in the accusative: قتل, not حكما."""
    return is_verb(form) and form[-1:] != "ا"


def _joined_word(tokens: Tokens, index: int) -> bool:
    """A word behind و; وفاة and وزير have a و of their own."""
    return tokens.form(index)[:1] == "و" and not said(tokens, index, "event_own_waw")


def _foreign(tokens: Tokens, index: int, verb: bool) -> bool:
    """What follows a comma belongs to no clause before it: an attribution, a report, a break, a relative clause."""
    return said(tokens, index, "attribution") or (verb and (reports(tokens, index) or any(
        place.kind in ("event_break", "complementizer", "event_relative", "event_joined")
        for place in tokens.opening.get(index, ()))))


def _is_speech(tokens: Tokens, left: int, right: int, time: tuple[int, int], speech: Speech) -> bool:
    """قال الوزير الأحد إن: the time dates the saying alone."""
    first, after = time
    until = first if first - left >= _TOLD else right
    told = [speech.cues[index] for index in range(left, until) if index in speech.cues]
    if not any(report >= after or report < left for report in told):
        return False
    return not any(is_verb(tokens.form(index)) for index in range(left, right)
                   if index not in speech.cues and not reports(tokens, index))
