"""Holes: words that must follow or come before another, and are gone, as machine translation and copying leave.

Each rule starts at a mark, at a doubled blank or at the places of its class, and returns the tokens that show the hole.
At most one false mark in 1,000 words of native news is allowed, so a rule that is not sure says nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from components import lexicon
from components.model import Warning
from components.text.tokens import DIGITS, LINE, MARK, WORD, Place, Token, Tokens, once

Hole = tuple[int, int, float]  # tokens first to after, confidence

STOP, COLON = ".", ":"
SOFT = frozenset("،؛,;")
CONJUNCTIONS = ("و", "ف")
RESUMING = ("كما", "ما", "حسبما", "وكما", "مثلما")  # «كما أخبر»: the object is what was said before
PLAIN = frozenset(("في", "الي", "علي", "ضد", "لدي", "مع"))  # prepositions as folded, none of them a verb or a question
NAMING = ("actor_place", "actor_body", "actor_name", "actor_title")
NEEDY = frozenset(("preposition", "bound", "title", "attribution", "complement"))  # no gap stands behind these
EMPTY = frozenset(("«»", "“”", '""'))
REACH = 8  # tokens before a relative pronoun in which its antecedent is looked for


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    return lexicon.column("hole_words", "kind")


def _kind(form: str) -> str:
    """What kind of word that needs another after it `form` is, a conjunction before it passed over, and before a head
    the prepositions of one letter; else ""."""
    kinds = _kinds()
    if form in kinds or not form:
        return kinds.get(form, "")
    rest = kinds.get(form[1:], "")
    return rest if form[0] in CONJUNCTIONS or (rest == "head" and form[0] in "بل") else ""


def _loose(tokens: Tokens) -> bool:
    """Whether the text puts blanks before its marks by habit, so that such a blank shows nothing."""
    text = tokens.text
    blanks = text.count(" ،") + text.count(" .")
    return blanks > 3 and blanks * 3 > text.count("،") + text.count(".")


def before_mark(tokens: Tokens) -> Iterator[Hole]:
    """A preposition, conjunction, relative, attribution or verb of telling before a full stop or a comma: «يخبر .»."""
    every, loose = tokens.tokens, _loose(tokens)
    telling = {place.first: place for place in tokens.places.get("hole_telling", ()) if place.clitics in ("", *CONJUNCTIONS)}
    for index, token in enumerate(every):
        if token.kind != MARK or not index or (token.form != STOP and token.form not in SOFT and token.form != COLON):
            continue
        before = every[index - 1]
        if before.kind != WORD or _dotted(tokens, index):
            continue
        spaced = before.end < token.start
        if token.form == COLON:
            if spaced and not loose and tokens.kind(index + 1) != LINE and (
                    _kind(before.form) in ("preposition", "bound", "head") and not _is_name(tokens, index - 1)):
                yield index - 1, index + 1, 0.6
        elif index - 1 in telling:
            if spaced or tokens.form(index - 2) not in RESUMING:
                yield index - 1, index + 1, 0.9 if spaced else 0.7
        elif (kind := _kind(before.form)) and _needs(tokens, index - 1, kind, token, spaced):
            if kind not in ("head", "agent") or not loose:
                yield index - 1, index + 1, 0.8 if spaced else 0.6
        elif spaced and not loose and (_says_alone(tokens, index - 1) or _told_by(tokens, index, telling)):
            yield index - 1, index + 1, 0.6


def _says_alone(tokens: Tokens, index: int) -> bool:
    """Whether a verb of saying is all there is of its clause: «وقال ، إن», «حسبما أعلنت ،»; but «كما قال ،» has its speaker
    in mind."""
    before = tokens.form(index - 1)
    alone = tokens.kind(index - 1) != WORD or (before in RESUMING and tokens.form(index).endswith("ت"))
    return alone and _said(tokens, index)


def _told_by(tokens: Tokens, index: int, telling: Mapping[int, Place]) -> bool:
    """Whether only the teller stands between «ما أبلغ» and the mark: «بحسب ما أبلغ متحدث باسمها .»."""
    for first in range(max(index - 4, 1), index - 1):
        if first in telling and tokens.form(first - 1) in RESUMING:
            teller = tokens.at(first + 1, "actor_title") or tokens.at(first + 1, "actor_unnamed")
            return teller is not None and not teller.clitics and all(
                tokens.form(at).startswith("باسم") or tokens.form(at) in lexicon.column("adjectives")
                for at in range(teller.after, index))
    return False


def _dotted(tokens: Tokens, index: int) -> bool:
    """Dots in a row are a pause, and a point glued to the next word parts an address or an abbreviation."""
    return tokens.form(index + 1) == STOP or tokens.form(index) == tokens.form(index - 1) or (
        tokens.form(index) == STOP and tokens.glued(index) and tokens.kind(index + 1) != LINE and
        tokens.kind(index + 1) != MARK)


def _needs(tokens: Tokens, index: int, kind: str, mark: Token, spaced: bool) -> bool:
    if kind in ("head", "bound"):
        return spaced or kind == "bound"
    if kind == "agent":
        return spaced and tokens.form(index - 1) == "من" and not _denied(tokens, index)
    before = tokens.tokens[index - 1] if index else None
    if before is not None and before.kind == WORD and (len(before.form) <= 2 or before.form.isascii()):
        return False  # the name of a channel spelled by its letters ends like a preposition: «تي في»
    if kind in ("beside", "whole"):
        return False
    if kind == "preposition":
        return tokens.form(index - 1) not in RESUMING and not _is_name(tokens, index)
    if kind == "complement":
        return mark.form == STOP
    if kind == "title":
        return spaced and _spoken_of(tokens, index)
    return mark.form == STOP or spaced


def _denied(tokens: Tokens, index: int) -> bool:
    """Whether a negation or a likeness stands before «من قبل», which then is an adverb: «لم يحدث من قبل»."""
    first = tokens.sentence(index)[0]
    return any(tokens.form(at).removeprefix("و") in lexicon.column("hole_adverbs", "form")
               for at in range(max(first, index - REACH), index))


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether «على» is the name علي: spelled so, or behind a given name in the manner of Egyptian desks."""
    start, end, form, _ = tokens.tokens[index]
    if not form.endswith("علي"):
        return False
    return not tokens.text[start:end].endswith("\u0649") or tokens.form(index - 1) in lexicon.column("given_names")


def _spoken_of(tokens: Tokens, index: int) -> bool:
    """Whether a title without a name stands behind a word that leads to a name: «قال الدكتور ،» rather than «يا دكتور ،»."""
    return tokens.form(index) == "بن" or bool(tokens.at(index - 1, "cue_verb"))


def telling_that(tokens: Tokens) -> Iterator[Hole]:
    """A verb of telling with «أن» right behind it: the one who was told is gone; «طلبت اللجنة من أن»: who was asked."""
    for place in tokens.places.get("hole_telling", ()):
        following = tokens.at(place.after, "hole_that")
        if following and not following.clitics and place.clitics in ("", *CONJUNCTIONS) and (
                tokens.form(place.first - 1) not in RESUMING and place.entry.get("that", True)):
            yield place.first, following.after, 0.6


    for place in tokens.places.get("hole_asking", ()):
        after = place.after
        if tokens.form(after) != "من":
            asker = tokens.at(after, "actor_body") or tokens.at(after, "actor_title")
            if asker is None or asker.clitics:
                continue
            after = asker.after
        that = tokens.at(after + 1, "hole_that")
        if tokens.form(after) == "من" and that and not that.clitics:
            yield after, that.after, 0.6


@once
def relative(tokens: Tokens) -> list[Hole]:
    """A relative pronoun without what it refers to: behind a preposition or a noun that owns the next («إلى التي نظمت»,
    «قائمة شركة التي»; a masculine one may be «what» behind «because of»), behind a verb of saying
    («قال الذي طلب»), or a masculine one behind a feminine place («قتلت القوات في بغداد الذي ساعد»)."""
    found = []
    for place in tokens.places.get("hole_relative", ()):
        if place.clitics or tokens.kind(place.after) != WORD:
            continue
        single, before = place.entry["number"] == "s", tokens.form(place.first - 1)
        kind = _kind(before) if single else ""
        after_preposition = (kind == "preposition" and not before.endswith("من")) or kind == "head" or (
            place.entry["gender"] == "f" and (kind in ("bound", "attribution") or (
                kind == "agent" and tokens.form(place.first - 2) == "من")))
        if after_preposition or _said(tokens, place.first - 1 - (before == "،")) or (
                place.entry["gender"] == "m" and _behind_feminine_place(tokens, place)) or _nobody_seized(tokens, place):
            found.append((place.first, place.after + 1, 0.7))
    return found


def _said(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is a finite verb of saying, and cannot be read as its noun."""
    places = [place for place in tokens.opening.get(index, ()) if place.kind == "cue_verb" and place.after == index + 1]
    return bool(places) and all(
        place.entry.get("part") in ("past", "present") and not place.entry.get("pronoun") and not place.article
        and "says" in place.entry.uses for place in places)


def _behind_feminine_place(tokens: Tokens, place: Place) -> bool:
    """Whether before the pronoun stands «في بغداد», and before that only the clause's verb and feminine words."""
    town = _place_before(tokens, place.first)
    if town is None or town.entry.get("gender") != "f" or town.article:
        return False
    if not town.clitics and _kind(tokens.form(town.first - 1)) != "preposition":
        return False
    return _only_feminine(tokens, town.first if town.clitics else town.first - 1)


def _nobody_seized(tokens: Tokens, place: Place) -> bool:
    """Whether before the pronoun stands «اعتقلت الشرطة في ميلانو» alone: a verb that must have an object, a body that does
    it, and a place; and no number behind, as in «اعتقلت الشرطة في ميلانو التي تشهد احتجاجات 20 شخصا»."""
    town = _place_before(tokens, place.first)
    if town is None or (town.article and not town.entry.form.startswith("ال")):
        return False
    end = town.first if town.clitics else town.first - 1
    first = tokens.sentence(place.first)[0]
    for at in range(max(first, end - 5), end - 1):
        if tokens.at(at, "hole_seizing"):
            doer = tokens.at(at + 1, "actor_body") or tokens.at(at + 1, "actor_place") or tokens.at(at + 1, "actor_name")
            return doer is not None and not doer.clitics and all(
                tokens.form(one).startswith("ال") for one in range(doer.after, end)) and (
                bool(town.clitics) or tokens.form(end) == "في") and not any(
                tokens.kind(one) == DIGITS for one in range(place.after, place.after + REACH))
    return False


def _place_before(tokens: Tokens, index: int) -> Place | None:
    for first in range(max(index - 3, 0), index):
        place = tokens.at(first, "actor_place") if "actor_place" in tokens.classes(first) else None
        if place and place.after == index and place.entry.get("sort") in ("city", "country", "capital", "territory"):
            return place
    return None


def _only_feminine(tokens: Tokens, after: int) -> bool:
    """Whether from the clause's start to token `after` stand only its first word and feminine ones."""
    first, index = tokens.sentence(after)[0], after - 1
    seen = 0
    while index >= first and tokens.kind(index) == WORD and seen < REACH:
        index, seen = index - 1, seen + 1
    start = index + 1  # the clause's first word, which may be its verb
    return seen < REACH and all(_feminine(tokens, at) for at in range(start + 1, after)) and start < after


def _feminine(tokens: Tokens, index: int) -> bool:
    start, end, form, _ = tokens.tokens[index]
    return tokens.text[start:end].endswith("\u0629") or form.endswith("ات") or bool(
        (place := tokens.at(index, "actor_place")) and place.entry.get("gender") == "f") or (
        (before := tokens.at(index - 1, "actor_place")) is not None and before.after == index + 1
        and before.entry.get("gender") == "f")


def dangling(tokens: Tokens) -> Iterator[Hole]:
    """A preposition before an adjective that belongs to a noun: «على التابع لقيادة التحالف»."""
    for place in tokens.places.get("hole_dangling", ()):
        if place.clitics or place.article or _kind(tokens.form(place.first - 1)) not in ("preposition", "bound", "head"):
            continue
        needs, following = lexicon.key(place.entry["needs"]), tokens.form(place.after)
        if following == needs or (needs == "ل" and following.startswith(needs) and len(following) > 3):
            yield place.first - 1, place.after + 1, 0.7


def without_object(tokens: Tokens) -> Iterator[Hole]:
    """A preposition before a finite verb of saying: «في أعلنت», «إلى وأضافت»; a phrase whose number is gone: «بنسبة في
    المئة»."""
    for place in tokens.places.get("cue_verb", ()):
        before = place.first - 1
        if tokens.form(before) not in PLAIN or place.clitics not in ("", *CONJUNCTIONS) or _is_name(tokens, before):
            continue
        if place.after == place.first + 1 and len(place.entry.form) > 3 and _said(tokens, place.first):
            yield before, place.after, 0.6
    for place in tokens.places.get("hole_phrase", ()):
        yield place.first, place.after, 0.6


def doubled(tokens: Tokens) -> Iterator[Hole]:
    """Two prepositions in a row: «مع إلى», «إلى في»; a preposition before an auxiliary: «إلى كانت»; «مقابل من الدولارات»."""
    for place in tokens.places.get("hole_bare", ()):
        if _part_of(tokens, place):
            yield place.first, place.after + 1, 0.6
            continue
        following = tokens.at(place.after, "hole_second")
        if following is None or following.clitics or following.article or place.article or _is_name(tokens, place.first):
            continue
        same = tokens.form(place.first) == following.entry.form
        if place.clitics in ("", *CONJUNCTIONS) and not same and place.entry.form != following.entry.form:
            yield place.first, following.after, 0.6


def _part_of(tokens: Tokens, place: Place) -> bool:
    """Whether behind the preposition stands «من» with a defined noun, so that what is a part of it is gone."""
    return place.entry.get("part", False) and not place.article and tokens.form(place.after) == "من" and (
        len(tokens.form(place.after + 1)) > 4 and tokens.form(place.after + 1).startswith("ال")
        and not tokens.at(place.after + 1, "hole_relative"))


def before_and(tokens: Tokens) -> Iterator[Hole]:
    """A preposition before a word that «و» joins to what is gone: «في والجزائر», «من ووزارة»."""
    for place in tokens.places.get("hole_joined", ()):
        joined = tokens.form(place.after)
        if place.article or place.clitics not in ("", *CONJUNCTIONS) or not joined.startswith("و") or (
                tokens.kind(place.after) != WORD or _is_name(tokens, place.first)):
            continue
        here = [each for each in tokens.opening.get(place.after, ()) if each.kind in NAMING]
        if _kinds().get(joined) not in ("whole", "head") and ((joined.startswith("وال") and len(joined) > 5) or (
                here and all(each.clitics == "و" for each in here))):
            yield place.first, place.after + 1, 0.6


def letters(tokens: Tokens) -> Iterator[Hole]:
    """A letter that is written with the next word, standing alone: «ل ،», «من و .», «قال ل إن»."""
    for place in tokens.places.get("hole_letter", ()):
        at = place.first
        if place.clitics or tokens.glued(at) or tokens.glued(at - 1) or tokens.kind(at - 1) != WORD or (
                len(tokens.form(at - 1)) < 2):
            continue
        behind, kind = tokens.form(at + 1), tokens.kind(at + 1)
        if kind == MARK and (behind == STOP or behind in SOFT) and not _dotted(tokens, at + 1):
            yield at, at + 2, 0.7
        elif place.entry.form == "ل" and (behind in PLAIN or _spelled_in(tokens, at + 1)):
            yield at, at + 2, 0.6
        elif place.entry.form == "و" and kind == WORD and _kind(tokens.form(at - 1)) == "preposition" and (
                tokens.form(at - 1).endswith("بين") or not _kind(behind)) and not _is_name(tokens, at - 1):
            yield at - 1, at + 1, 0.6


def _spelled_in(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is «إن» with its hamza below: «ل أن» may be «لأن» torn apart, «ل إن» may not."""
    that = tokens.at(index, "hole_that")
    return that is not None and not that.clitics and tokens.text[tokens.tokens[index].start] == "إ"


def gaps(tokens: Tokens) -> Iterator[Hole]:
    """A doubled blank behind a word that needs another, or before one that needs another before it, in a text that does
    not double its blanks by habit."""
    text = tokens.text
    if text.count("  ") * 100 > len(tokens) + 100:
        return
    at = text.find("  ")
    while at >= 0:
        index = tokens.index(at)
        before, behind = tokens.form(index - 1), tokens.tokens[index] if index < len(tokens) else None
        if behind and behind.kind != LINE and tokens.kind(index - 1) == WORD and tokens.tokens[index - 1].end == at:
            kind, that = _kind(before), tokens.at(index, "hole_that")
            follower = _kind(behind.form)
            if kind in NEEDY or follower in ("preposition", "complement") or (kind == "head" and follower) or (
                    tokens.at(index - 1, "hole_telling")) or (
                    that and not that.clitics and tokens.at(index - 1, "cue_verb")):
                yield index - 1, index + 1, 0.5
        at = text.find("  ", at + 2)


def between_marks(tokens: Tokens) -> Iterator[Hole]:
    """Two commas, or a comma and a full stop, with a blank and nothing else between them; brackets or
    quotation marks with nothing in them."""
    every = tokens.tokens
    for index in range(1, len(every)):
        token = every[index]
        if token.kind != MARK or every[index - 1].kind != MARK:
            continue
        before = every[index - 1]
        apart = before.end < token.start and tokens.form(index + 1) != STOP
        empty = before.form == "(" and token.form == ")" and tokens.kind(index - 2) == WORD
        if not empty and before.form + token.form in EMPTY:
            empty = tokens.kind(index - 2) == WORD and not tokens.glued(index - 2) and (
                not tokens.glued(index) or tokens.kind(index + 1) in (MARK, LINE))
            empty = empty and (before.end == token.start or token.form != before.form)
        if empty or (apart and before.form in SOFT and token.form in SOFT | {STOP}):
            yield index - 1, index + 1, 0.6


RULES: dict[str, tuple[Callable[[Tokens], Iterable[Hole]], str, str]] = {
    "missing.before_mark": (before_mark, "a word that needs another after it stands before a mark",
                            "كلمة تحتاج إلى ما يليها تقف قبل علامة ترقيم"),
    "missing.told": (telling_that, "who was told seems to be missing", "يبدو أن ذكر من أُخبِر سقط من النص"),
    "missing.antecedent": (relative, "what the relative pronoun refers to seems to be missing",
                           "يبدو أن الاسم الذي يعود إليه الاسم الموصول سقط من النص"),
    "missing.noun": (dangling, "the noun that this describes seems to be missing", "يبدو أن الاسم الموصوف سقط من النص"),
    "missing.object": (without_object, "a name, a number or a noun seems to be missing",
                       "يبدو أن اسما أو عددا سقط من النص"),
    "missing.between_prepositions": (doubled, "the object of a preposition seems to be missing",
                                     "يبدو أن الاسم المجرور سقط من النص"),
    "missing.joined": (before_and, "what the conjunction adds to seems to be missing", "يبدو أن المعطوف عليه سقط من النص"),
    "missing.letter": (letters, "a letter that belongs to the next word stands alone",
                       "حرف يتصل بما بعده يقف وحده"),
    "missing.gap": (gaps, "a name or word seems to be missing in this gap", "يبدو أن اسما أو كلمة سقطت من هذا الفراغ"),
    "missing.between": (between_marks, "nothing stands between these marks", "لا شيء بين هاتين العلامتين"),
}


def holes(tokens: Tokens) -> list[Warning]:
    """All holes as warnings of the kind `missing_text`, none of them overlapping; the first rule to find one keeps it."""
    found: list[Warning] = []
    taken: set[int] = set()
    for name, (rule, message, message_ar) in RULES.items():
        for first, after, confidence in rule(tokens):
            if first < 0 or not taken.isdisjoint(range(first, after)):
                continue
            taken.update(range(first, after))
            start, end = tokens.tokens[first].start, tokens.tokens[after - 1].end
            found.append(Warning(start, end, "missing_text", message, message_ar, confidence=confidence, rule=name))
    return found
