"""Whose words they are where the grammar hides it: another's tongue, a source learned from, a name behind a closed room."""

from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.lexemes import ALI, WHAT, Word, unit, used, verb_is
from components.extract.speakers.phrase import Reader
from components.extract.speech import Speech
from components.text.tokens import WORD

OUT_OF, ABOUT, ATTRIBUTION = "من", "عن", "attribution"


def voiced(reader: Reader, speech: Speech, first: int, after: int) -> tuple[Phrase, int] | None:
    """Whose words they are where the subject is another: على لسان الناطق, نسب إلى الوزير قوله, علمت الإذاعة من مصدر; and
    the token before which a carrier of the words may stand, or -1."""
    tokens = reader.tokens
    learned = speech.cue is not None and (verb_is(speech.cue.lemma, "learns") or any(
        tokens.form(index) in used("learned") for index in range(speech.cue_first, speech.cue_after)))
    lead = first - (first > 0 and tokens.form(first - 1).lstrip("و") in used("ascribed"))
    for index in range(first, after):
        form = tokens.form(index)
        tongue = form in used("tongue") and index > first and tokens.form(index - 1) == ALI and (
            speech.order == "attribution" or tokens.form(index - 3) != WHAT)  # استنكر الحزب ما جاء على لسان الوزير، معتبرا
        source = form == OUT_OF and (learned or (index == first and speech.order == "attribution"))
        led = index >= lead and tokens.form(lead).lstrip("و") in used("ascribed")
        ascribed = form in used("toward") and (led or tokens.form(index - 1).lstrip("و") in used("ascribed"))
        to_whom = led and tokens.kind(index) == WORD and unit(tokens, index)[0].prep == "ل"  # نسبت القناة لمسؤول قوله
        if tongue or source or ascribed or to_whom:
            found = reader.read(index + (not to_whom), after)
            if found is not None:
                return found, index if (index > first + 1 and source) or (led and index > lead + 1) else -1
    return None


def of_masdar(reader: Reader, speech: Speech) -> Phrase | None:
    """Whose saying a verb points to: مشيرا إلى إعلان ترامب أنه سيفرض رسوما; None where it points to none."""
    tokens, at = reader.tokens, speech.cue_after + 1
    start = tokens.index(speech.start)
    if speech.order not in ("chained", "cue_first") or tokens.form(at - 1) not in used("toward") or at + 1 >= start:
        return None
    masdar = any(place.kind == "cue_verb" and place.entry.get("part") == "masdar" and not place.article
                 for place in tokens.opening.get(at, ()))
    found = reader.read(at + 1, start) if masdar else None
    ends = found is not None and all(
        tokens.kind(index) == WORD and unit(tokens, index)[0].kind == "that" for index in range(found.after, start))
    return found if ends else None


def relayed(reader: Reader, speech: Speech) -> Phrase | None:
    """Whose words a paper carries, where they are named behind them: نقلت الصحيفة أن …، بحسب ما قال الوزير; None where it
    carries somebody's (نقلت عن), or nobody is named behind."""
    tokens = reader.tokens
    if speech.cue is None or speech.order != "speaker_first" or not verb_is(speech.cue.lemma, "carrying"):
        return None
    at = tokens.before(speech.end)
    at += tokens.form(at) in COMMAS
    place = tokens.at(at, ATTRIBUTION)
    between = range(speech.cue_after, tokens.index(speech.start))
    if place is None or tokens.sentence(at) != tokens.sentence(speech.cue_first) or any(
            tokens.form(index) == ABOUT for index in between):
        return None
    at = place.after
    while at < len(tokens) and tokens.kind(at) == WORD and unit(tokens, at)[0].kind in ("verb", "stop"):
        at += 1  # ما قال
    return reader.read(at, tokens.sentence(speech.cue_first)[1])


def apposed(reader: Reader, found: Phrase) -> Phrase:
    """`found` with a name set behind it by a comma, which has closed the room: وفق السفير لشؤون نزع السلاح، رالف وود."""
    tokens, member = reader.tokens, found.members[-1]
    if tokens.form(found.after) not in COMMAS or (member.name is None and member.head.kind != "title"):
        return found
    longer = reader.read(found.first, tokens.sentence(found.first)[1])
    if longer is None or longer.members[-1].name is None or longer.members[-1].role is None:
        return found
    return longer if reader.ahead.closes(longer.after, len(tokens)) else found


def pronominal(reader: Reader, index: int, after: int) -> Phrase | None:
    """A word at token `index` that stands for people and is no naming by itself: يقول أحدهم, نقلت عن هؤلاء."""
    tokens, form = reader.tokens, reader.tokens.form(index)
    several = form in used("several") and (index + 1 >= after or tokens.form(index + 1) != OUT_OF)  # not الكثير من الخبراء
    if index >= after or not (several or form in used("pronominal")):
        return None
    gender = "f" if form.endswith("هن") else "m"
    number = "s" if form.startswith(tuple(used("one_of"))) else "p"
    token = tokens.tokens[index]
    head = Word("title", sort="unnamed", gender=gender, number=number, stem=form)
    member = Member(index, index + 1, head, index, (index, index + 1), None)
    return Phrase(token.start, token.end, index, index + 1, (member,))
