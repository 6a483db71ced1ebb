"""Every naming in an article: beside a cue, and wherever a title, a given name or the head noun of a body stands."""

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from components import lexicon
from components.extract.actors.fuller import fuller
from components.extract.actors.names import SERVANT, name_keys
from components.extract.speakers.draft import QUOTES, Member, Phrase
from components.extract.speakers.lexemes import ALI, CLASSES, FINITE, MADDA, Word, finite, is_name, unit, used, word
from components.extract.speakers.phrase import Reader
from components.text.tokens import WORD, Tokens

UNSURE = ("ب", "ل", "ت", "ي", "س")  # letters with which an unknown word is as likely a verb or a noun with its preposition
PLURALS = ("ين", "ون")
TITLES = frozenset(("office", "rank", "occupation"))


class Sighting(NamedTuple):
    """A naming and whether it stands beside a cue."""

    phrase: Phrase
    spoken: bool


def sightings(reader: Reader, spoken: Sequence[Phrase]) -> list[Sighting]:
    """All namings that can be told surely, in text order; those in boilerplate are passed over."""
    tokens = reader.tokens
    lone = frozenset(tokens.form(place.after) for place in tokens.places.get("cue_verb", ())
                     if place.entry.get("part") in FINITE)
    told = {place.after for place in tokens.places.get("cue_verb", ()) if place.entry.get("part") in FINITE}
    beside = {phrase.first: phrase for phrase in spoken}
    taken = {index for phrase in spoken for index in range(phrase.first, phrase.after)}
    found = [Sighting(phrase, True) for phrase in beside.values()]
    aside = [(section.start, section.end) for section in tokens.sections if section.kind == "boilerplate"]
    free, count, whom = 0, len(tokens), Reader(reader.ahead, objects=True)
    again = {read.stem for read, _ in (unit(tokens, index) for index in taken if tokens.kind(index) == WORD)
             if read.kind == "body" and read.sort == "loose" and read.article}
    for index in sorted(_candidates(tokens, again) | told):
        if index < free or index in taken or (index in reader.ahead.halts and index not in reader.ahead.contents):
            continue
        if index >= count or tokens.kind(index) != WORD:
            continue
        here, after = unit(tokens, index)
        start = tokens.tokens[index].start
        person = here.sort == "unnamed" or (here.kind == "title" and here.number == "d")
        source = index in told and person and not here.article and (here.number != "p" or here.gender == "f")
        named = (here.kind == "prep" and is_name(tokens, index)) or _is_somebody(reader, here, after)  # علي الرميحي
        named = named or (here.kind == "body" and here.stem in again)  # دائرة الرصد, where وأكدت الدائرة stands
        begins = source or named or _triggers(here, tokens.form(index))
        if not begins or any(first <= start < last for first, last in aside):
            continue
        alone = here.kind == "place" or (here.kind == "name" and not here.prep)
        met = here.kind == "title" and index > 0 and tokens.form(index - 1).lstrip("و") in used("meets")
        here_reader = whom if met else reader
        phrase = _single(tokens, here, index, after) if alone else here_reader.read(index, count)
        if phrase is not None and ((source and phrase.after > index + 1) or _sure(reader, phrase, here, lone)):
            found.append(Sighting(phrase, False))
            free = phrase.after
    held = {index for sighting in found for index in range(sighting.phrase.first, sighting.phrase.after)}
    unheld = [index for index in range(count) if index not in held]
    found.extend(Sighting(phrase, False) for phrase in fuller(reader, spoken, unheld))
    return sorted(found, key=lambda sighting: sighting.phrase.first)


def _candidates(tokens: Tokens, again: Set[str]) -> set[int]:
    """The tokens at which a naming may begin, asked once for each distinct form; `again` are bodies told by their head."""
    wanted = {form for form in tokens.distinct
              if _may_begin(form) or (again and form.isalpha() and word(form).stem in again)}
    wanted |= hidden() | {ALI}
    found = {index for index, token in enumerate(tokens.tokens) if token.form in wanted}
    for kind in CLASSES:
        found.update(place.first for place in tokens.places.get(kind, ()) if place.after > place.first + 1)
    return found


@lru_cache(maxsize=1)
def hidden() -> frozenset[str]:
    """Given names with آ that fold to a function word: آلان."""
    functions = lexicon.column("np_function_words")
    return frozenset(form for form, written in lexicon.column("given_names").items()
                     if written.startswith(MADDA) and form in functions)


@lru_cache(maxsize=100_000)
def _may_begin(form: str) -> bool:
    here = word(form) if len(form) > 1 and form.isalpha() else None
    return here is not None and (_triggers(here, form) or (here.kind == "title" and here.article))


def _single(tokens: Tokens, here: Word, first: int, after: int) -> Phrase:
    """A place or a proper name that stands for itself."""
    start = tokens.inner(first, here.skip) if here.skip else tokens.tokens[first].start
    return Phrase(start, tokens.tokens[after - 1].end, first, after, (Member(first, after, here, first, None, None),))


def _triggers(here: Word, form: str) -> bool:
    if here.kind == "title":
        return here.sort in TITLES and not finite(form)  # طالب
    if here.kind == "body":
        return here.sort != "loose"
    if here.kind == "given":
        return not (here.common and finite(form))  # ورد, ذكرى
    if here.kind == "joint":
        return here.stem == SERVANT  # عبد الله الرابحي
    return here.kind == "place" or (here.kind == "name" and here.sort != "outlet_word")


def _is_somebody(reader: Reader, here: Word, after: int) -> bool:
    """What somebody is, with article, before a given name or a mark: الأسير خليل الطوباسي, المتهم "ربيع.ش"."""
    if here.kind != "title" or not here.article or here.owned or here.number != "s" or after >= len(reader.tokens):
        return False
    if reader.tokens.kind(after) != WORD:
        return reader.tokens.form(after) in QUOTES
    return bool(unit(reader.tokens, after)[0].given)


def _sure(reader: Reader, phrase: Phrase, here: Word, lone: Set[str]) -> bool:
    """A title must come with a name, a name with a second word, a body with what tells it from others. A given name that is
    an everyday word too needs a second given name, or a second word that stands behind verbs of saying (`lone`)."""
    member = phrase.members[0]
    if here.kind in ("place", "name"):
        return True
    if member.name is None:
        return here.kind == "body" and member.after - member.first > 1 and _definite(reader, member)
    keys = name_keys(reader.tokens, *member.name)
    if here.kind == "title":
        form = reader.tokens.form(member.name[0])
        quality = not here.given and len(keys) == 1 and not word(form).given and (
            keys[0] in lexicon.column("adjectives") or keys[0] in used("state"))
        if quality:
            return form in lone  # قال إن الرئيس غاضب
        unlikely = form.startswith(UNSURE) or (form.endswith(PLURALS) and not here.article)
        return bool(keys) and (bool(word(form).given) or not unlikely or form in lone or keys[-1] in lone)  # الرئيس ترامب
    if len(keys) < 2:
        return False
    return not here.common or keys[-1] in lone or any(
        word(reader.tokens.form(index)).given for index in range(member.name[0] + 1, member.name[1]))


def _definite(reader: Reader, member: Member) -> bool:
    """A body told apart by a word with article or by a proper name: وزارة الدفاع, شركة أبل; not لجنة خاصة."""
    if member.head.article:
        return True
    for index in range(member.head_at + 1, member.after):
        here = word(reader.tokens.form(index))
        if here.article or here.kind in ("place", "name", "given") or reader.tokens.form(index) in QUOTES:
            return not here.owned
    return member.head.sort == "outlet" and member.after - member.head_at > 2 and all(
        _brand(reader.tokens.form(index)) for index in range(member.head_at + 1, member.after))  # صحيفة ديلي بوست


def _brand(form: str) -> bool:
    here = word(form)
    return not (here.kind or here.article or here.conj or here.prep) and here.stem not in lexicon.column("adjectives")


def bodies(reader: Reader, member: Member, known: Set[int]) -> list[Member]:
    """The bodies inside a person's title, but for those `known` by their first token: الرئيس التنفيذي للمركز الوطني."""
    if member.role is None or (member.name is None and member.head.kind != "title"):
        return []
    tokens, index, after, found = reader.tokens, member.head_at + 1, member.role[1], []
    while index < after:
        here, end = unit(tokens, index) if tokens.kind(index) == WORD else (None, index + 1)
        if here is not None and here.kind == "body" and here.sort != "loose" and index not in known:
            phrase = reader.read(index, after)
            if phrase is not None and phrase.members[0].head_at == index:
                found.append(phrase.members[0])
                end = phrase.after if here.stem not in used("board") else end  # رئيس مجلس إدارة شركة النخيل
        index = end
    return found
