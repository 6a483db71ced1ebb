"""The clause of an event as a reader would put it on a timeline."""

from components import lexicon
from components.extract.events.clauses import Clause
from components.extract.times.sense import said
from components.extract.times.verbs import is_present, is_verb
from components.text.tokens import MARK, WORD, Tokens

MOST = 140
_FEW_WORDS = 3
_COMMAS = frozenset("،,")
_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]", "‘": "’"}
_SIGNS = frozenset('"').union(_PAIRS, _PAIRS.values())
_LEADING = 16  # tokens of a phrase that goes before the clause
_NAMES = frozenset(("actor_place", "event_noun_stop"))
_SHORT = 4  # letters


def summary(tokens: Tokens, clause: Clause, first: int, after: int) -> str:
    """The clause without the time of tokens `first` to `after`, where that leaves a sentence, and without a phrase that
    goes before its verb (قبل بدء الصراع، اتفق الطرفان); at most 140 characters, no mark left open."""
    text = tokens.text
    before = first
    while before > clause.first and said(tokens, before - 1, "event_preposition"):
        before -= 1
    bound = before > clause.first and said(tokens, before - 1, "event_bound")  # حتى, قبل, من: what they say is wanted
    verb = first - 1
    ends = after >= clause.after - 1 and before == first > clause.first and (
        is_verb(tokens.form(verb)) or is_present(tokens.form(verb)))  # سيبدأ الأسبوع المقبل: the verb would be left alone
    if bound or ends or (before == first and described(tokens, clause.first, first)):  # زلزال عام 2004 is no longer that one
        return shortened(text[_main(tokens, clause.first, first, clause):clause.end])
    before -= before > clause.first and tokens.form(before - 1) in _COMMAS
    behind = after + (tokens.form(after) in _COMMAS and after < clause.after - 1)
    head = text[_main(tokens, clause.first, first, clause):tokens.tokens[before - 1].end] if before > clause.first else ""
    begin = behind if head else _lead(tokens, behind, clause.after)
    tail = text[tokens.tokens[begin].start:clause.end] if begin < clause.after else ""
    words = " ".join(f"{head} {tail}".split())
    if len(words.split()) < _FEW_WORDS:
        words = text[clause.start:clause.end]
    return shortened(words)


def described(tokens: Tokens, begin: int, first: int) -> bool:
    """The time stands right behind a bare noun that it tells from others of its kind."""
    noun = first - 1
    if noun < begin or tokens.kind(noun) != WORD or tokens.form(first)[:3] == "يوم":
        return False
    form = tokens.form(noun)
    known = form in lexicon.column("nouns", "singular") or said(tokens, noun, "event_happening")
    if not known and tokens.text[tokens.tokens[noun].end - 1] == "ة" and len(form) > _SHORT:
        known = not any(place.kind in _NAMES for place in tokens.opening.get(noun, ()))  # موازنة العام, not غزة عام
    return known and form[:2] not in ("ال", "لل") and form[-1:] != "ا" and not is_verb(form)


def _main(tokens: Tokens, begin: int, first: int, clause: Clause) -> int:
    """The offset at which the summary begins: behind a leading phrase and its comma, else where the clause does."""
    main = _lead(tokens, begin, first)
    return clause.start if main == begin else tokens.tokens[main].start


def _lead(tokens: Tokens, begin: int, after: int) -> int:
    """The token of the verb behind a leading phrase and its comma, among tokens `begin` to `after`; else `begin`."""
    if not said(tokens, begin, "event_leading"):
        return begin
    for index in range(begin + 1, min(begin + _LEADING, after - _FEW_WORDS)):
        if tokens.form(index) in _COMMAS and is_verb(tokens.form(index + 1)):
            return index + 1
        if tokens.kind(index) == MARK and tokens.form(index) in "():":
            break
    return begin


def shortened(words: str) -> str:
    """`words` on one line, cut at a word, with …, to at most 140 characters; a mark that is left open goes.

    >>> len(shortened("كلمة " * 40)) <= 140
    True
    >>> shortened('اتفقوا على بدء "لجنة عليا" ثم "هيئة')
    'اتفقوا على بدء "لجنة عليا" ثم هيئة'
    """
    words = " ".join(words.split()).strip(" ،,")
    if len(words) > MOST:
        cut = words[:MOST - 1]
        words = (cut[:cut.rfind(" ")] if " " in cut else cut).rstrip(" ،,") + "…"
    return _balanced(words)


def _balanced(words: str) -> str:
    """`words` without marks that have no partner; an opening one at the end takes what follows it along only if that is
    nothing."""
    if _SIGNS.isdisjoint(words):
        return words
    lone = set()
    if words.count('"') % 2:
        lone.add(words.rfind('"'))
    for opener, closer in _PAIRS.items():
        opened: list[int] = []
        for place, sign in enumerate(words):
            if sign == opener:
                opened.append(place)
            elif sign == closer:
                if opened:
                    opened.pop()
                else:
                    lone.add(place)
        lone.update(opened)
    return " ".join("".join(sign for place, sign in enumerate(words) if place not in lone).split())
