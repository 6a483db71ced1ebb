"""The clause around a time: from where its words begin to where another clause, an attribution or the speech ends it."""

from typing import NamedTuple

from components.extract.events.ending import COMMAS, breaks_off, comma_at, joined_phrase, new_clause, right_end, verb_at
from components.extract.events.kept import happening_before, is_bare, is_guess, is_told
from components.extract.times.sense import ends_with, reports, said
from components.extract.times.verbs import is_joined_verb, is_short_present, is_verb
from components.text.tokens import CLOSERS, DIGITS, LINE, MARK, WORD, Tokens

_REACH = 45  # words looked at on either side of the time, so that every clause stays bounded
_NOUN_REACH = 9  # words of a noun phrase before its relative clause
_CUE_REACH, _RELATIVE_REACH = 25, 30
_FEW_WORDS, _TOLD = 1, 2
_LONG, _MOST_BEFORE, _MOST_GROWN = 8, 20, 40  # nearly every clause that was read by hand is within them
_JOINED = 5  # letters of وال and the shortest noun
_DATELINE, _DASHES = 16, frozenset("-–—")
_NONE: frozenset[str] = frozenset()
_OPENERS = frozenset("“«\"'‘(")
_WITH_ARTICLE = frozenset(("بال", "كال", "وال", "فال"))  # a noun with its article behind a proclitic opens its phrase


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


def clause_of(tokens: Tokens, first: int, after: int, speech: Speech, inside: tuple[int, int] | None,
              least: int = 0) -> Clause | None:
    """The clause around the time of tokens `first` to `after`, from token `least` on; None for what is no event (see
    `kept`) and for too few words. A stub in which nothing happens (…، ولي العهد، في مارس) grows back to where its sentence
    begins."""
    if tokens.form(first - 1) == "(" and tokens.form(after) == ")" and tokens.kind(after + 1) == WORD:
        first, after = first - 1, after + 1  # أعلن (17 يناير) تأسيس المجلس
    begin, end = _room(tokens, first, after, inside)
    begin = max(begin, least)
    if _dates_report(tokens, begin, first, after):
        return None
    quotes = _quote_ends(tokens, begin, first)
    left, relative = _left(tokens, begin, first, after, quotes)
    left = next((opened for closed, opened in quotes.items() if opened < left <= closed), left)
    for cue in range(max(begin, left - _CUE_REACH), first):
        report = speech.cues.get(cue, -1)
        if report >= after:
            end = min(end, report)
    short = _short(tokens, left, first)
    span = _span(tokens, short, first, after, end, relative, speech)
    if span is not None and is_bare(tokens, span[0], first, after, span[1]):
        left = _opening(tokens, begin, first)
        grows = left < short and first - left <= _MOST_GROWN
        span = _span(tokens, left, first, after, end, False, speech) if grows else None
    if span is None or is_bare(tokens, span[0], first, after, span[1]):
        return None
    left, right = span
    if relative or not is_told(tokens, left, right):
        return Clause(left, right, _start(tokens, left, first), tokens.tokens[right - 1].end)
    noun = happening_before(tokens, left, first)
    return Clause(noun.first, right, noun.start, tokens.tokens[right - 1].end) if noun is not None else None


def _dates_report(tokens: Tokens, begin: int, first: int, after: int) -> bool:
    """أعلنت الشركة، الاثنين، أنها: what follows the time is the report that it dates."""
    behind = after + (tokens.form(after) in COMMAS)
    if not said(tokens, behind, "complementizer") or said(tokens, behind - 1, "event_noun_stop"):
        return False
    for index in range(first - 1, max(begin, first - _CUE_REACH) - 1, -1):
        if reports(tokens, index) or said(tokens, index, "event_relative"):
            return reports(tokens, index)  # the time of a relative clause is its own
    return False


def _room(tokens: Tokens, first: int, after: int, inside: tuple[int, int] | None) -> tuple[int, int]:
    """The tokens among which the clause lies: its sentence behind the dateline, of a speech around it no more."""
    begin, end = tokens.sentence(first)
    begin = max([begin, *(tokens.index(section.end) for section in tokens.sections[:3] if section.kind == "dateline"
                          and section.end <= tokens.tokens[first].start)])
    begin = behind_dateline(tokens, begin, first)
    if inside is not None:
        begin, end = max(begin, tokens.index(inside[0])), min(max(end, after), tokens.before(inside[1]))
    return max(begin, first - _REACH), min(max(end, after), after + _REACH)


def behind_dateline(tokens: Tokens, begin: int, end: int) -> int:
    """The token behind the dash of بيروت (وكالة) 20 أيار 2024 - among tokens `begin` to `end`, the head of a sentence;
    `begin` where there is none."""
    for index in range(begin + 1, min(begin + _DATELINE, end)):
        if tokens.form(index) in _DASHES and not tokens.glued(index - 1) and not tokens.glued(index):
            dated = any(said(tokens, each, "time_month") or tokens.form(each) == "(" for each in range(begin, index))
            return index + 1 if dated and not any(is_verb(tokens.form(each)) for each in range(begin, index)) else begin
    return begin


def _span(tokens: Tokens, left: int, first: int, after: int, end: int, relative: bool,
          speech: Speech) -> tuple[int, int] | None:
    """The first token of the clause that begins at `left`, and the one behind it; None for speech and guesses."""
    if _dates_attribution(tokens, left, first):
        return None
    if first - left >= _TOLD:  # a report that follows what happened (غادر الوفد الجمعة مؤكدا أن …) is no part of it
        end = next((index for index in range(after, end) if index in speech.cues and not _describes(tokens, index)), end)
    right = right_end(tokens, left, first, after, end, relative)
    while left < first and (((tokens.kind(left) == MARK or tokens.form(left) in ("و", "ثم", "ان")) and (
            tokens.form(left) not in _OPENERS or left + 1 == first)) or _amid_code(tokens, left)):
        left += 1
    while right > after and tokens.kind(right - 1) in (MARK, LINE) and (
            tokens.form(right - 1) not in CLOSERS or _opens_last(tokens, left, right)):
        right -= 1
    if right - left - (after - first) < _FEW_WORDS or _is_speech(tokens, left, right, (first, after), speech):
        return None
    return None if is_guess(tokens, left, first, right) else (left, right)


def _amid_code(tokens: Tokens, index: int) -> bool:
    """The second number of 987/2021."""
    return tokens.kind(index) == DIGITS and tokens.form(index - 1) == "/" and tokens.glued(index - 1)


def _opens_last(tokens: Tokens, left: int, right: int) -> bool:
    """The last mark is one of its kind too many: it opens what the clause does not hold."""
    form = tokens.form(right - 1)
    return form in _OPENERS and sum(tokens.form(index) == form for index in range(left, right)) % 2 == 1


def _describes(tokens: Tokens, cue: int) -> bool:
    """The reporting word is a relative clause of the bare noun before it: إحصاءات تظهر أن."""
    noun = tokens.form(cue - 1)
    return tokens.kind(cue - 1) == WORD and noun[:2] != "ال" and any(
        place.kind == "cue_verb" and place.entry.get("part") == "present" for place in tokens.opening.get(cue, ()))


def _dates_attribution(tokens: Tokens, left: int, first: int) -> bool:
    """…، بحسب ما ذكرت الوكالة الخميس: the time is that of the report."""
    at = next((index for index in range(first - 1, left, -1) if said(tokens, index, "attribution")), -1)
    return at > 0 and not any(verb_at(tokens, index) and not reports(tokens, index)
                              for index in range(at + 1, first))


def _start(tokens: Tokens, left: int, first: int) -> int:
    """Where the first word begins, its joining و left out."""
    form = tokens.form(left)
    if any(place.kind == "event_own_waw" and not place.clitics for place in tokens.opening.get(left, ())):
        return tokens.tokens[left].start  # واصل
    joined = left < first and form[:1] == "و" and (
        is_joined_verb(form) or is_short_present(form[1:]) or (len(form) > _JOINED and (form[1:3] == "ال" or form[1] == "ي"))
        or any(place.clitics == "و" for place in tokens.opening.get(left, ())))
    joined = joined or (left == first and any(
        place.clitics == "و" and place.kind.startswith("time_") for place in tokens.opening.get(left, ())))
    return tokens.inner(left, 1) if joined else tokens.tokens[left].start


def _left(tokens: Tokens, begin: int, first: int, after: int, quotes: dict[int, int]) -> tuple[int, bool]:
    """The first token of the clause with the time of tokens `first` to `after`; True where it is a relative clause."""
    goes_on = tokens.kind(after) not in (MARK, LINE, "")
    index = first - 1
    while index >= begin:
        if index in quotes:
            index = quotes[index] - 1
            continue
        if tokens.kind(index) == MARK:
            if _opens_speech(tokens, index) or (tokens.form(index) in ('"', "”", "»") and closes(tokens, index)):
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


def closes(tokens: Tokens, index: int) -> bool:
    """The mark clings to the word before it alone."""
    return tokens.glued(index - 1) and not tokens.glued(index)


def _begins(tokens: Tokens, begin: int, index: int, first: int, goes_on: bool) -> tuple[int, bool] | None:
    """Where the clause begins, if the word at token `index` says so. A verb between a comma and a time that closes the
    clause still has its subject before it (الاتفاق، …، وانهار أمس.): only where it `goes_on` may it begin one."""
    kinds = {place.kind for place in tokens.opening[index]} if index in tokens.opening else _NONE
    if "complementizer" in kinds and _reported(tokens, begin, index):
        return index + 1, False
    if "event_relative" in kinds and _dates_relative(tokens, begin, index, first):
        noun = _noun_before(tokens, begin, index)
        if noun > begin and said(tokens, noun - 1, "event_results") and not _behind(tokens, begin, noun - 1):
            return noun - 1, False  # أسفر الهجوم الذي وقع فجر السبت عن مقتل ثلاثة
        return noun, True
    if index > begin and first - index <= _LONG and _without_pronoun(tokens, index):
        noun = index - 1  # تغريدة سابقة نشرها
        noun -= noun > begin and _bare_noun(tokens, noun - 1) and (
            tokens.form(noun)[-1:] == "ي" or tokens.form(noun)[-1:] == "ه" == tokens.form(noun - 1)[-1:])
        return noun, True
    if index > begin:
        if "event_break" in kinds and breaks_off(tokens, index):
            return max(place.after for place in tokens.opening[index] if place.kind == "event_break"), False
        if (index < first - 1 or goes_on) and (new_clause(tokens, index) or _main_clause(tokens, begin, index)):
            return index, False
        form = tokens.form(index)
        if comma_at(tokens, index - 1) and is_short_present(form):
            return index, False
        if form[:3] == "وال" and len(form) > _JOINED and comma_at(tokens, index - 1) and any(
                verb_at(tokens, at) for at in range(index + 1, first)):
            return index, False  # …، والأسعار تراجعت
        if goes_on and comma_at(tokens, index - 1) and joined_phrase(tokens, index):
            return index, False  # …، وفي الشهر التالي توقف
    describes = said(tokens, index, "event_auxiliary") and _bare_noun(tokens, index - 1)  # عبارة كانت تحمل ركابا
    return (index, False) if first - index > _LONG and verb_at(tokens, index) and not describes else None


def _behind(tokens: Tokens, begin: int, index: int) -> bool:
    """شبكة خلف السطو الذي جرى: the preposition, where a word of its clause stands before it."""
    return tokens.form(index) == "خلف" and index > begin and tokens.kind(index - 1) == WORD and not said(
        tokens, index - 1, "event_break") and tokens.form(index - 1) != "قد"


def _short(tokens: Tokens, left: int, first: int) -> int:
    """A clause without a verb that is known begins at the comma that leaves it short, else at its twentieth word."""
    if first - left <= _MOST_BEFORE:
        return left
    comma = next((at + 1 for at in range(first - _MOST_BEFORE, first - _FEW_WORDS) if tokens.form(at) in COMMAS), -1)
    left = comma if comma > 0 else first - _MOST_BEFORE
    while left < first - _FEW_WORDS and tokens.glued(left - 1):
        left += 1
    return left


def _quote_ends(tokens: Tokens, begin: int, first: int) -> dict[int, int]:
    """Closing marks before token `first`, each with its opening one: what stands between is passed over. A straight mark
    that clings to the word before it opens nothing."""
    pairs, opened = {}, -1
    for index in range(begin, first):
        form = tokens.form(index)
        if form in ("«", "“", "("):
            opened = index
        elif (form in ("»", "”", ")") and opened >= 0) or (form == '"' and opened >= 0):
            pairs[index] = opened
            opened = -1
        elif form == '"' and not closes(tokens, index):
            opened = index
    return pairs


def _reported(tokens: Tokens, begin: int, index: int) -> bool:
    """True for أن behind a cue; behind المقرر أن, يمكن أن and their like it opens no clause."""
    if said(tokens, index - 1, "event_planned"):
        return False
    if ends_with(tokens, index, "time_before", 1) or tokens.form(index)[:2] == "وا":
        return True
    told = any(reports(tokens, before) or said(tokens, before, "attribution")
               for before in range(max(begin, index - _CUE_REACH), index))
    return told or (tokens.form(index)[:2] == "با" and not any(
        verb_at(tokens, before) for before in range(begin, index)))


def _without_pronoun(tokens: Tokens, index: int) -> bool:
    """A verb that describes the bare noun before it: قرار أصدره الجيش. The ه must be no ة."""
    token = tokens.tokens[index]
    ending = 2 if token.form[-2:] == "ها" else 1
    if tokens.kind(index) != WORD or token.form[-ending:] not in ("ه", "ها") or tokens.text[token.end - ending] != "ه":
        return False
    if not _bare_noun(tokens, index - 1) or said(tokens, index - 1, "time_unit") or said(tokens, index, "figure_currency"):
        return False
    noun = tokens.at(index - 1, "actor_document")
    if noun is not None and noun.entry.get("sort") == "document":
        return False  # تقرير أصدرته: who reports
    return len(token.form) > ending + 2 and is_verb(token.form[:-ending])


def _bare_noun(tokens: Tokens, index: int) -> bool:
    form = tokens.form(index)
    noun = tokens.kind(index) == WORD and form[-2:] != "ما" and form[:2] not in ("ال", "لل")
    return noun and not is_verb(form) and not said(tokens, index, "event_noun_stop")


def _dates_relative(tokens: Tokens, begin: int, index: int, first: int) -> bool:
    """The time stands in the relative clause: no comma with a verb behind it parts them, nor the قد of كانت السفينة التي
    … قد غادرت."""
    if said(tokens, begin, "event_auxiliary") and any(tokens.form(at) == "قد" for at in range(index + 1, first)):
        return False
    return first - index <= _RELATIVE_REACH and not any(
        tokens.form(at) in COMMAS and verb_at(tokens, at + 1) for at in range(index + 1, first - 1))


def _noun_before(tokens: Tokens, begin: int, relative: int) -> int:
    """The first token of the noun phrase that the relative clause describes."""
    index = relative - 1 - (tokens.form(relative - 1) in COMMAS)
    least = max(begin, relative - _NOUN_REACH)
    while index > least and tokens.form(index)[:3] not in _WITH_ARTICLE and not (
            tokens.form(index)[:2] == "لل" and tokens.form(index - 1)[:2] != "ال"):
        before, form = index - 1, tokens.form(index - 1)
        if tokens.kind(before) == MARK and form not in CLOSERS and form not in ("#", "_", "-"):
            break
        if said(tokens, before, "event_noun_stop") or is_verb(form) or reports(tokens, before):
            break
        index -= 1
    return index


def _main_clause(tokens: Tokens, begin: int, index: int) -> bool:
    """The verb behind the comma of a clause that goes before it (بعد أن حددنا …، نجحنا), or behind حتى."""
    if not verb_at(tokens, index):
        return False
    if tokens.form(index - 1) == "حتي":
        return True
    return tokens.form(index - 1) in COMMAS and any(
        verb_at(tokens, before) for before in range(max(begin, index - _RELATIVE_REACH), index - 1))


def _opening(tokens: Tokens, begin: int, first: int) -> int:
    """The sentence's first token behind its joining words and a leading attribution."""
    index = begin
    for _ in range(3):
        here = [place.after for place in tokens.opening.get(index, ()) if place.kind == "event_opening"]
        if here and max(here) <= first:
            index = max(here)
        elif said(tokens, index, "attribution"):
            comma = next((at for at in range(index, min(first, index + 15)) if tokens.form(at) in COMMAS), -1)
            if comma < 0:
                break
            index = comma + 1
        else:
            break
    return index


def _is_speech(tokens: Tokens, left: int, right: int, time: tuple[int, int], speech: Speech) -> bool:
    """قال الوزير الأحد إن: the time dates the saying alone."""
    first, after = time
    until = first if first - left >= _TOLD else right
    told = [speech.cues[index] for index in range(left, until) if index in speech.cues]
    if not any(report >= after or report < left for report in told):
        return False
    return not any(verb_at(tokens, index) for index in range(left, right)
                   if index not in speech.cues and not reports(tokens, index))
