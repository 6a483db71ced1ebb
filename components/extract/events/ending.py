"""Where the clause of an event ends behind its time: at another clause, an attribution, a comma with nothing of its own."""

from components.extract.times.sense import reports, said
from components.extract.times.verbs import is_future, is_joined_verb, is_present, is_verb
from components.text.tokens import DIGITS, LINE, MARK, WORD, Tokens

COMMAS = frozenset("،,؛;")
_STOPS = frozenset("!?؟…:")
_OPENING, _CLOSING = frozenset("\"«“(["), frozenset("\"»”)]")
_SOFT, _HARD = 16, 30  # words behind the time: from the first on a clause ends where it can, at the second it ends
_REST = 2  # words to the sentence's end that are taken along
_SHORT = 4  # letters
_OWN_CLAUSE = 8  # words among which the verb of a clause stands that a time leads
_YEAR = 4  # digits
_APPOSED = 12  # words of a phrase between two commas
_ONLY_SUBJECT = 4  # words behind a verb that are no more than its subject


def verb_at(tokens: Tokens, index: int) -> bool:
    """A verb of the past or the future; ألف is a number."""
    return is_verb(tokens.form(index)) and not said(tokens, index, "numeral")


def comma_at(tokens: Tokens, index: int) -> bool:
    """A comma; that of 2,5 is none."""
    return tokens.form(index) in COMMAS and not (
        tokens.kind(index - 1) == tokens.kind(index + 1) == DIGITS and tokens.glued(index - 1) and tokens.glued(index))


def new_clause(tokens: Tokens, index: int) -> bool:
    """A joined verb opens a clause of its own: وقتلت, ولم يعرف, وهو."""
    for place in tokens.opening.get(index, ()):
        if place.clitics == "و" and place.kind == "event_joined":
            return True
        if place.clitics in ("و", "ف") and place.kind == "cue_verb" and place.entry.get("part") == "past":
            return True
    form = tokens.form(index)
    if form[:2] == "وي" and len(form) > _SHORT and not said(tokens, index - 1, "event_noun_stop"):
        return True  # the shape of a present: وينظر
    return is_joined_verb(form) or (form == "و" and is_verb(tokens.form(index + 1)))


def right_end(tokens: Tokens, left: int, first: int, after: int, end: int, relative: bool) -> int:
    """The token after the clause whose first token is `left` and whose time is tokens `first` to `after`; at most `end`."""
    verbs = [index for index in range(left, first) if verb_at(tokens, index)]
    verb = bool(verbs) or relative
    fronted = bool(verbs) and verbs[0] == left
    last, since, index, opened = verbs[-1] if verbs else -1, 0, after, -1
    inserted = tokens.form(after) in COMMAS and said(tokens, after + 1, "event_goes_on")
    while index < end:
        form, kind = tokens.form(index), tokens.kind(index)
        stops = form in _STOPS and not (form == ":" and tokens.glued(index))
        if stops or kind == LINE or (form == "." and index >= end - 1):
            return index
        if form in _OPENING and opened < 0:
            opened = index
        elif form in _CLOSING:
            if opened < 0 and form != ")":
                return index
            opened = -1
        elif opened < 0 and (kind != WORD or index in tokens.opening or form[0] == "و" or is_verb(form)):
            if since >= _SOFT and end - index > _REST and _may_end(tokens, index):
                return _trimmed(tokens, after, index)
            passed = _passed(tokens, index, end, last, first, inserted) if verb and since and comma_at(tokens, index) else 0
            if passed:
                apposed = not inserted and passed == index + 1  # the next comma closes what this one opened
                since, index, inserted = since + passed - index - 1, passed, apposed
                continue
            if _ends(tokens, index, verb, since) if since or relative else _ends_at_once(tokens, index, verb, fronted):
                return index
        if since >= _HARD:
            return _trimmed(tokens, after, opened if opened >= 0 else index)
        if is_verb(form):
            verb, last = True, index
        since += kind != MARK
        index += 1
    return index


def _may_end(tokens: Tokens, index: int) -> bool:
    """A long clause may end before this token: a phrase of its own begins here."""
    form = tokens.form(index)
    return comma_at(tokens, index) or is_verb(form) or _joined_word(tokens, index) or any(
        place.kind in ("event_goes_on", "event_noun_stop", "event_relative", "event_break", "complementizer")
        and not place.clitics for place in tokens.opening.get(index, ()))


def _trimmed(tokens: Tokens, after: int, right: int) -> int:
    """`right` without the preposition or joining word that it would leave at the end."""
    while right > after and (tokens.form(right - 1) in ("و", "ما", "او", "لما") or any(
            place.kind in ("event_noun_stop", "event_relative", "complementizer") and place.after == right
            for place in tokens.opening.get(right - 1, ()))):
        right -= 1
    return right


def _passed(tokens: Tokens, comma: int, end: int, last: int, first: int, inserted: bool) -> int:
    """The token at which the clause goes on behind the comma of an apposition (مثل فلان، كبير المسؤولين، أمام اللجنة), of
    a phrase between commas (بحث، الثلاثاء، خلال لقائه بالملك، التعاون), or behind a verb that has its subject alone; else
    0."""
    if not _goes_on(tokens, comma + 1):
        return 0
    if inserted or 0 < comma - last - 1 - (first > last >= 0) <= _ONLY_SUBJECT:
        return comma + 1
    for index in range(comma + 1, min(comma + 1 + _APPOSED, end)):
        if tokens.form(index) in COMMAS:
            return index + 1 if _goes_on(tokens, index + 1) else 0
        if verb_at(tokens, index) or _foreign(tokens, index, True) or tokens.form(index) in _STOPS:
            return 0
    return 0


def _goes_on(tokens: Tokens, index: int) -> bool:
    """A word that opens no clause of its own: no verb, nothing joined, no attribution."""
    form = tokens.form(index)
    return tokens.kind(index) != LINE and form not in _STOPS and not _foreign(tokens, index, True) and not _joined_word(
        tokens, index) and not is_verb(form) and not is_present(form)


def _ends(tokens: Tokens, index: int, verb: bool, since: int) -> bool:
    """True where the clause ends before token `index`: an attribution, a new clause, a comma with nothing of its own."""
    form = tokens.form(index)
    if said(tokens, index, "attribution") or _then(tokens, index):
        return True
    if comma_at(tokens, index):
        return _foreign(tokens, index + 1, verb) or (verb and (
            not said(tokens, index + 1, "event_goes_on") or joined_phrase(tokens, index + 1)))
    if not verb:
        return False
    return new_clause(tokens, index) or breaks_off(tokens, index) or (not since and is_verb(form))


def _ends_at_once(tokens: Tokens, index: int, verb: bool, fronted: bool) -> bool:
    """The same right behind the time: a comma there may only close it in (اليوم، حكما), and what a verb at the head of
    its clause governs may stand behind the next one (استهدفت الغارة يوم 4 يناير وقتلت القائد)."""
    form = tokens.form(index)
    if said(tokens, index, "attribution") or form == "اي" or _then(tokens, index):
        return True
    if comma_at(tokens, index):
        return _foreign(tokens, index + 1, verb) or (
            verb and (_joined_word(tokens, index + 1) or plain_verb(tokens.form(index + 1))))
    if any(place.kind == "event_joined" and place.clitics for place in tokens.opening.get(index, ())):
        return verb
    goes_on = fronted and is_verb(form) and not is_future(form) and not _timed(tokens, index + 1)
    return verb and new_clause(tokens, index) and not goes_on


def _then(tokens: Tokens, index: int) -> bool:
    """ثم and a verb, with a comma before or without."""
    at = index + comma_at(tokens, index)
    return said(tokens, at, "event_then") and verb_at(tokens, at + 1)


def _timed(tokens: Tokens, begin: int) -> bool:
    """The clause that begins at this token has a time of its own: … عام 1950 ونشر روايته الأولى في 1975."""
    for index in range(begin, begin + _OWN_CLAUSE):
        if tokens.kind(index) in (LINE, "") or tokens.form(index) in COMMAS:
            return False
        year = tokens.kind(index) == DIGITS and len(tokens.form(index)) == _YEAR and (
            said(tokens, index - 1, "time_in") or said(tokens, index - 1, "time_unit"))
        if year or any(said(tokens, index, kind) for kind in ("time_month", "time_weekday", "time_day")):
            return True
    return False


def plain_verb(form: str) -> bool:
    """A verb that is no noun in the accusative: قتل, not حكما."""
    return is_verb(form) and (form[-1:] != "ا" or form[-2:] in ("نا", "وا"))


def joined_phrase(tokens: Tokens, index: int) -> bool:
    """A time that وفي opens, and a verb behind it (…، وفي الشهر التالي توقف العمل): a clause of its own."""
    if not any(place.clitics == "و" and place.kind == "event_preposition" for place in tokens.opening.get(index, ())):
        return False
    timed = False
    for at in range(index + 1, index + _OWN_CLAUSE):
        if tokens.kind(at) == LINE or tokens.form(at) in COMMAS:
            return False
        timed = timed or any(said(tokens, at, kind) for kind in ("time_unit", "time_month", "time_weekday", "time_day"))
        if verb_at(tokens, at):
            return timed
    return False


def _joined_word(tokens: Tokens, index: int) -> bool:
    """A word behind و; وفاة and وزير have a و of their own."""
    return tokens.form(index)[:1] == "و" and not said(tokens, index, "event_own_waw")


def _foreign(tokens: Tokens, index: int, verb: bool) -> bool:
    """What follows a comma belongs to no clause before it: an attribution, a report, a break, a relative clause."""
    if any(place.kind == "event_joined" and place.clitics for place in tokens.opening.get(index, ())):
        return True
    return said(tokens, index, "attribution") or (verb and (reports(tokens, index) or breaks_off(tokens, index) or any(
        place.kind in ("complementizer", "event_relative", "event_joined") for place in tokens.opening.get(index, ()))))


def breaks_off(tokens: Tokens, index: int) -> bool:
    """A word that opens another clause; لكن before a preposition (لكن بشكل جزئي) only qualifies this one."""
    for place in tokens.opening.get(index, ()):
        if place.kind == "event_break":
            following = place.after
            return not (place.entry.get("turns") and (tokens.form(following)[:1] == "ب" or said(
                tokens, following, "event_noun_stop")))
    return False
