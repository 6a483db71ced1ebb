"""Subjects that grammar hides or denies: passives, of which nobody is the speaker, and what somebody owns (وتحذيرها)."""

from components.extract.speakers.draft import COMMAS, Phrase
from components.extract.speakers.lexemes import unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speakers.walk import Walker
from components.extract.speech import Speech
from components.text.tokens import WORD, Tokens

DAMMA = "\u064f"
OWNERS = {"ه": "m", "ها": "f", "هم": "p"}
NEAR = 16  # tokens before a masdar in which its owner is named


def passive(tokens: Tokens, speech: Speech, found: Phrase | None) -> bool:
    """True where the cue is a verb whose subject is not told: ذُكر أن, تم إبلاغه أن, بعض الشركات تتهم بأنها; `found` is who
    stands with it, a source in عُلم من مصادر."""
    place = tokens.at(speech.cue_first, "cue_verb")
    if place is None or speech.cue is None or speech.order == "attribution":
        return False
    if found is not None and tokens.form(found.first - 1) in used("issued_by"):
        return False
    part, begin = place.entry.get("part"), place.start
    if part == "past" and tokens.text[begin + 1:begin + 2] == DAMMA:
        return True
    if part == "masdar" and tokens.form(speech.cue_first - 1) in used("carried_through"):
        return True
    return _accused(tokens, speech)


def _accused(tokens: Tokens, speech: Speech) -> bool:
    """True for a verb that needs an object and has none, before بأن with the pronoun of what stands before it."""
    assert speech.cue is not None
    if speech.order != "speaker_first" or not verb_is(speech.cue.lemma, "describes"):
        return False
    entries = [place.entry for place in tokens.opening.get(speech.cue_first, ()) if place.kind == "cue_verb"]
    behind = tokens.form(speech.cue_after)
    owner = OWNERS.get(behind[3:]) if behind.startswith("بان") else None
    fits = {"s": {str(entry.get("gender") or "") for entry in entries if entry.get("number") == "s"},
            "p": {"p" for entry in entries if entry.get("number") == "p"}}
    return owner is not None and owner in fits["s"] | fits["p"] and not any(entry.get("pronoun") for entry in entries)


def owner_before(walker: Walker, speech: Speech) -> Phrase | None:
    """Whose saying a masdar joined to another's words is: عادت الصحيفة إلى تصريحات الوزيرة وتأكيدها أن; None for any other
    cue, and where nobody agrees with its pronoun."""
    tokens, cue = walker.reader.tokens, speech.cue_first
    place = tokens.at(cue, "cue_verb") if cue > 0 else None
    if place is None or place.entry.get("part") != "masdar" or place.clitics[:1] != "و" or tokens.form(cue - 1) in COMMAS:
        return None
    gender = OWNERS.get(str(place.entry.get("pronoun") or place.entry.get("object") or ""))
    best = None
    for found, governed in walker.namings(walker.reader, max(tokens.sentence(cue)[0], cue - NEAR), cue):
        inner = _inner(walker.reader, found) if found.members[0].head.kind in ("document", "noun") else found
        if inner is not None and (governed or inner is not found) and _is(inner, gender):
            best = inner
    return best


def _inner(reader: Reader, found: Phrase) -> Phrase | None:
    """Who is named behind the first word of a phrase: اتهامات [رئيسة الوزراء نادية سعد]."""
    for index in range(found.first + 1, found.after):
        if reader.tokens.kind(index) == WORD and unit(reader.tokens, index)[0].kind in ("title", "given", "body", "name"):
            return reader.read(index, len(reader.tokens))
    return None


def _is(found: Phrase, gender: str | None) -> bool:
    member = found.members[-1]
    if gender == "p":
        return len(found.members) > 1 or member.head.number == "p"
    titled = member.head.kind == "title" and member.head.gender == "f"
    known = member.head.gender if member.name is None or titled else member.head.given
    human = member.name is not None or member.head.kind in ("title", "body", "name", "place")
    return human and known in ("", "-", gender)
