"""Every naming in an article: beside a cue, and wherever a title, a given name or the head noun of a body stands."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from components.extract.actors.names import name_keys
from components.extract.speakers.draft import QUOTES, Member, Phrase
from components.extract.speakers.lexemes import FINITE, Word, finite, unit, word
from components.extract.speakers.phrase import Reader
from components.text.tokens import WORD as WORD_TOKEN

UNSURE = ("ب", "ل", "ت", "ي", "س")  # letters with which an unknown word is as likely a verb or a noun with its preposition
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
    beside = {phrase.first: phrase for phrase in spoken}
    taken = {index for phrase in spoken for index in range(phrase.first, phrase.after)}
    found = [Sighting(phrase, True) for phrase in beside.values()]
    aside = [(section.start, section.end) for section in tokens.sections if section.kind == "boilerplate"]
    index, count = 0, len(tokens)
    while index < count:
        token = tokens.tokens[index]
        if token.kind != WORD_TOKEN or index in taken or index in reader.ahead.halts:
            index += 1
            continue
        here = word(token.form) if index not in tokens.opening else unit(tokens, index)[0]
        if not here.kind or not _triggers(here, token.form) or (
                aside and any(start <= token.start < end for start, end in aside)):
            index += 1
            continue
        phrase = reader.read(index, count)
        if phrase is None or not _sure(reader, phrase, here, lone):
            index += 1
            continue
        found.append(Sighting(phrase, False))
        index = max(phrase.after, index + 1)
    return sorted(found, key=lambda sighting: sighting.phrase.first)


def _triggers(here: Word, form: str) -> bool:
    if here.kind == "title":
        return here.sort in TITLES and not finite(form)  # طالب
    if here.kind == "body":
        return here.sort != "loose"
    if here.kind == "given":
        return not (here.common and finite(form))  # ورد, ذكرى
    return here.kind == "place" or (here.kind == "name" and here.sort != "outlet_word")


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
        return bool(keys) and (bool(word(form).given) or not form.startswith(UNSURE))
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
    return False
