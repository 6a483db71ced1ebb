"""وفقا لـ, بحسب, حسبما ذكر, على حد قوله: the source of a whole clause, before, behind or inside it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from components import lexicon, verbs
from components.extract.quotes.ground import ATTRIBUTION, COMMAS, COMPLEMENTIZER, PHRASE, VERB, Ground, kinds, whole_kinds
from components.extract.quotes.opening_marks import DASHES
from components.extract.quotes.verbs import ATTRIBUTING, MANNER, finite, homograph, noun_like, preps
from components.fold import TATWEEL
from components.text.tokens import DIGITS, STOPS, Place

OUT_OF = "من"
SOURCE = 30  # tokens of a source with its apposition
APART = (2, 8)  # tokens of the charge of a source
APPOSED = 8
SUBJECT = (2, 4)  # tokens of a verb and its subject before their source
CLITIC = 3  # letters of a word that is no preposition with a pronoun
RESUMED = 6  # tokens of such a source
NAME = 5  # tokens of a name between commas
OWNERS = ("هم", "ها", "هما", "هن", "ه")
OWNED = 5  # letters of a noun with its owner
ON, WHAT = "علي", "ما"  # على, folded


@dataclass(frozen=True, slots=True)
class Attributed:
    """Cue tokens `first` to `after`, the source's tokens up to `room_end`, and where it stands in its sentence."""

    first: int
    after: int
    start: int
    place: Place
    room_end: int
    position: Literal["initial", "final", "middle"]
    verb: Place | None = None
    resumes: bool = False  # the clause goes on behind the source without a comma


def attributions(ground: Ground) -> list[Attributed]:
    """All attributions outside quotation marks, in text order."""
    found: list[Attributed] = []
    for place in ground.tokens.places.get(ATTRIBUTION, ()):
        if ground.inside[place.first] or place.article:
            continue
        attributed = _attributed(ground, place)
        if attributed and not (found and found[-1].after > attributed.first):
            found.append(attributed)
    return found


def _attributed(ground: Ground, place: Place) -> Attributed | None:
    if place.clitics not in ("", "و", "ف", "ب", "وب", "فب"):
        return None
    if place.entry.get("comma") and ground.form(place.first - 1) not in COMMAS:
        return None
    if place.entry.get("opinion") and ground.is_word(place.first - 1):
        return None  # الخيار الثاني من وجهة نظره
    if place.entry.get("opens") and not _opens_clause(ground, place):
        return None  # حسبه الناس ميتا
    if ground.form(place.first) == ON and ground.form(place.first - 2) == WHAT:
        return None  # استنكر الحزب ما جاء على لسان الوزير
    takes, after, verb = place.entry["takes"], place.after, None
    start = ground.tokens.tokens[place.first].start
    if takes == "clause":
        pointing = bool(place.entry.get("pointing"))
        verb = _verb(ground, after, bool(place.entry.get("manner")))
        if verb is None or (pointing and not _pointed(ground, verb)) or ground.is_a(verb.after, "not_source"):
            return None
        if place.entry.get("manner") and ground.complementizer(verb.after):
            return None  # كما يتوقع أن يلتحق به آخرون
        after = verb.after + (pointing and not verb.entry.get("pronoun"))
    elif not _takes_source(ground, place):
        return None
    elif (takes == "bare" and (verb := _owned(ground, after))) or takes == "an":
        after += 1
    owned = verb is not None and verb.entry.get("part") == "masdar" and takes == "bare"
    end = after if owned else _source_end(ground, place, after)
    if end == after and takes == "bare" and after == place.after:
        return None
    if verb is None and (again := _resumed(ground, place, after, end)):
        return Attributed(place.first, after, start, place, again, "middle", resumes=True)
    position = _position(ground, place, end)
    if place.clitics == "ف" and position != "initial" and ground.is_word(place.first - 1):
        if _therefore(ground, end):
            position = "initial"  # لذلك فحسب النقابة فإن
        elif takes == "bare":
            return None  # لم يكن وحده فحسب المسؤول
    return Attributed(place.first, after, start, place, end, position, verb)


def _opens_clause(ground: Ground, place: Place) -> bool:
    """وبحسبه، تضم الوثيقة محورين: joined at the head of a sentence, before a comma or فإن."""
    first = ground.trimmed(*ground.unit(place.first))[0]
    return place.first == first and place.clitics[:1] in ("و", "ف") and (
        ground.form(place.after) in COMMAS or _therefore(ground, place.after))


def _therefore(ground: Ground, end: int) -> bool:
    """True for فإن behind a source, with a comma before it or without."""
    end += ground.form(end) in COMMAS
    return any(place.kind == COMPLEMENTIZER and place.clitics == "ف" for place in ground.tokens.opening.get(end, ()))


def _verb(ground: Ground, index: int, manner: bool) -> Place | None:
    """The verb of saying in حسبما ذكرت, بحسب ما أفاد, بحسب ما تم نقله; كما takes only those that are not about manner."""
    for place in ground.places(index, VERB):
        if finite(place) and not place.clitics and not (manner and homograph(place)) and (
                place.entry.uses & (MANNER if manner else ATTRIBUTING)):
            return place
    for place in ground.places(index, PHRASE):  # بحسب ما جاء في البيان
        if not place.clitics and place.entry.get("doc"):
            return place
    for place in ground.places(index + 1, VERB):
        if manner and (homograph(place) or not place.entry.uses & MANNER):
            continue  # كما كان يحدث
        if "auxiliary" in whole_kinds(ground.form(index)) and (finite(place) or place.entry["part"] == "masdar"):
            return place
    return None


def _pointed(ground: Ground, verb: Place) -> bool:
    """، وهو ما أكده المدير, ما أشار إليه المدير: whoever follows says what stands before; not ما أكدت, ما نفاه."""
    behind, owned = verb.after, bool(verb.entry.get("pronoun"))
    if not owned:  # أشار إليه
        owned = ground.form(behind).endswith(("ه", "ها")) and ground.form(behind).removesuffix("ا")[:-1] in preps(verb.entry)
        behind += 1
    return owned and verb.entry["stance"] in ("neutral", "insistent") and (
        "says" in verb.entry.uses and ground.is_word(behind) and "no_subject" not in kinds(ground.form(behind))
        and ground.complementizer(behind) is None)


def _takes_source(ground: Ground, place: Place) -> bool:
    takes, index = place.entry["takes"], place.after
    if takes == "owned":
        return True
    if index >= ground.unit(place.first)[1]:
        return False
    form = ground.form(index)
    if takes == "la" and not form.startswith("ل"):
        return False
    if takes == "an":
        return form == "عن"
    return not _no_source(form) and (ground.is_word(index) or index in ground.jump)


@lru_cache(maxsize=10_000)
def _no_source(form: str) -> bool:
    """الترتيب, ترتيبهم, حاجتها: a thing that says nothing, with or without whose it is."""
    stems = [form] + [form.removesuffix(ending) for ending in OWNERS if form.endswith(ending) and len(form) > OWNED]
    stems += [stem[:-1] + "ه" for stem in stems[1:] if stem[-1] == "ت"]
    return any("not_source" in kinds(stem) for stem in stems)


def _owned(ground: Ground, index: int) -> Place | None:
    """بحسب قوله: the pronoun is the source."""
    return next((place for place in ground.places(index, VERB)
                 if place.entry["part"] == "masdar" and place.entry["pronoun"]), None)


def _resumed(ground: Ground, place: Place, after: int, end: int) -> int:
    """أسفرت العاصفة وفق مصادر طبية عن إصابة عشرين; بلغ العدد حسب الشرطة تسعة: where the clause goes on whose verb and
    subject alone stand before the source, without a comma; 0 where it does not."""
    first = ground.trimmed(*ground.unit(place.first))[0]
    verb = ground.form(first).removeprefix("و")
    if not SUBJECT[0] <= place.first - first <= SUBJECT[1] or first in ground.cue_tokens or not all(
            map(ground.is_word, range(first, place.first))) or not (
            verbs.is_finite(verb) or verb in lexicon.column("event_verbs")):
        return 0
    for index in range(after + 1, min(end, after + RESUMED)):
        form, before = ground.form(index), ground.form(index - 1)
        if index in ground.cue_tokens or not (before.startswith(("ال", "لل")) or index > after + 1):
            continue
        if before in lexicon.column("verbs") or before in lexicon.column("event_verbs") or "issued" in whole_kinds(before):
            continue  # بيان صدر عن مكتبه
        if "opener_prep" in whole_kinds(form) or ground.tokens.kind(index) == DIGITS or ground.places(index, "numeral"):
            return index
        if before.startswith(("ال", "لل")) and form[0] in "بل" and len(form) > CLITIC and not form.startswith(("بال", "لل")):
            return index  # تعرضت القافلة وفقا للمنظمة لهجوم
    return 0


def _source_end(ground: Ground, place: Place, after: int) -> int:
    """The token behind the source: the next comma, mark of end, or verb that opens the clause."""
    first, end = ground.unit(place.first)
    index, limit = after, min(end, after + SOURCE)
    dashed = ground.form(place.first - 1) in DASHES
    while index < limit:
        pair = ground.jump.get(index)
        if pair and pair.closed and pair.words < 6:
            index = pair.after
            if ground.complementizer(index):
                return index  # ادعى السائق، وفقا لـ«المنار» أن
            continue
        if index > after and place.first == first and _stroke(ground, index):
            return index  # ونقلا عن النائب ــ اشترى الوزير …
        if ground.form(index) in DASHES and (dashed or (place.first == first and not ground.tokens.glued(index - 1))):
            return index  # ونقلا عن النائب - اشترى الوزير …
        if pair or ground.form(index) in COMMAS or ground.form(index) in (".", ":", "؟", "!"):
            return index
        if index > after and "clause_opener" in whole_kinds(ground.form(index)):
            return index
        if index > after and place.first != first and "relative" in whole_kinds(ground.form(index)) and (
                ground.form(index) != OUT_OF):  # حسب عدد من المشاركين
            return index  # …، وفق شويغو الذي أضاف أن
        if index > after and place.first == first and (_past_verb(ground, index) or (
                ground.present_verb(index) and not _made(ground.form(index - 1)))):
            return index
        index += 1
    return limit


def _made(form: str) -> bool:
    """وفقا لاستطلاع أجرته يوجوف: behind a verb with its object stands who made it, though the name looks like a verb."""
    return form.endswith("ته") and verbs.is_finite(form[:-1])


def _charged(ground: Ground, first: int, after: int) -> bool:
    """True where a word with article and its complement in ب are all that is left of the sentence, without a verb."""
    if not APART[0] <= after - first <= APART[1] or not ground.form(first).startswith("الم") or (
            ground.form(first + 1)[0] != "ب"):
        return False
    return not any(ground.present_verb(index) or verbs.is_finite(ground.form(index)) or index in ground.cue_tokens
                   for index in range(first + 1, after))


def _named_apart(ground: Ground, first: int, after: int) -> bool:
    """True where a given name and at most two more words stand between a comma and the next mark."""
    if ground.form(first) not in lexicon.column("given_names"):
        return False
    end = next((index for index in range(first + 1, min(first + NAME, after)) if not ground.is_word(index)), first)
    return end > first + 1 and (ground.form(end) in COMMAS or ground.form(end) in STOPS)


def _stroke(ground: Ground, index: int) -> bool:
    """True where a stroke of tatweel, set for a dash, stands before token `index`."""
    begin, end = ground.tokens.tokens[index - 1].end, ground.tokens.tokens[index].start
    return end - begin > 1 and TATWEEL in ground.tokens.text[begin:end]


def _past_verb(ground: Ground, index: int) -> bool:
    """وبحسب الموقع نوه الوزير: a verb of saying behind a definite noun opens the clause; not موقع نقلت عنه."""
    return ground.form(index - 1).startswith("ال") and any(
        finite(place) and place.entry["part"] == "past" and not place.clitics and not place.entry["pronoun"]
        and place.entry.uses & MANNER and not homograph(place)
        and not noun_like(ground, place) for place in ground.places(index, VERB))


def _position(ground: Ground, place: Place, end: int) -> Literal["initial", "final", "middle"]:
    first, after = ground.unit(place.first)
    lead = first
    while lead < place.first and (not ground.is_word(lead)):
        lead += 1
    if lead == place.first:
        return "initial"
    if place.after < end and end in ground.jump and _owned(ground, end - 1) and end < after:
        return "middle"  # يريدون بحسب قوله «فتح الحدود»
    rest = ground.trimmed(end, after)
    if rest[0] < rest[1] and place.first - lead > 1 and "relative" in whole_kinds(ground.form(rest[0])):
        return "final"  # كما يقول كارل، الذي يعيش هنا
    verb = ground.form(place.first - 2)
    if ground.form(place.first - 1) in COMMAS and ground.form(end) in COMMAS and rest[0] < rest[1] and (
            ground.form(place.first - 3) in ("لا", "لم", "لن") and verbs.is_finite(verb)):
        return "middle"  # اللاعب الذي لا تنوي، بحسب رئيسها، التفريط فيه
    if ground.form(end) in COMMAS and _named_apart(ground, rest[0], after):
        return "final"  # وفقا لما ذكره شقيقه، ماجد الحلواني، وهو ما لم يؤكد
    if rest[0] < rest[1] and ground.form(end) in COMMAS and any(
            each.kind in ("actor_title", "actor_name") and not each.clitics and not each.article
            for each in ground.tokens.opening.get(rest[0], ())):
        return "final"  # with its office or name in apposition: وفقا لما قاله حسن، طبيب المستشفى
    if ground.form(end) in COMMAS and _charged(ground, *rest):
        return "final"  # حسب ما ذكره كمال حداد، المكلف بالتنظيم لدى النقابة
    if rest[0] >= rest[1] or (rest[1] - rest[0] <= APPOSED and place.first - lead > APPOSED and (
            not ground.present_verb(rest[0]) and ground.is_word(rest[0]))):
        return "final"  # with a name or place in apposition behind the source
    return "middle"
