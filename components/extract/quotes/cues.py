"""Verbs, participles, masdars and phrases of saying with the place where their speech opens. What each may do: verbs.py."""

from functools import lru_cache
from typing import Literal, NamedTuple

from components import lexicon, verbs, words
from components.extract.quotes.bylines import byline
from components.extract.quotes.ground import COMMAS, NARRATOR, PHRASE, VERB, Ground, common, whole_kinds
from components.extract.quotes.misspelt import misspelt
from components.extract.quotes.nearer import by_describing, spelled_out, the_saying
from components.extract.quotes.openings import Opening, claimed, opening_of
from components.extract.quotes.running import spoken_on, unopened
from components.extract.quotes.verbs import (
    MANNER,
    NAMING,
    OBJECTED,
    adverbial,
    finite,
    homograph,
    i_say,
    is_cue,
    named,
    noun_like,
    preps,
    turns_to,
)
from components.lexicon import Entry
from components.text.tokens import Place

SPEAKERS = frozenset({"actor_title", "actor_name", "actor_body", "actor_unnamed", "actor_place"})
NEXT = ("و", "ف", "ل")  # what one says next: ورد, فرد, ليرد
REACH = 45  # tokens between a cue and the opening of its speech
NEAR = 6
BESIDE = 3  # tokens before a verb that hold its subject


class Said(NamedTuple):
    """A cue (tokens `first` to `after`) with the opening of its speech."""

    first: int
    after: int
    place: Place
    form: Literal["finite", "participle", "masdar", "phrase"]
    opening: Opening

    @property
    def entry(self) -> Entry:
        return self.place.entry


def cues(ground: Ground) -> list[Said]:
    """Every cue whose speech opens behind it, in text order."""
    found: list[Said] = []
    consumed = reach = -1  # reach: the end of the sentence whose clause is being reported
    places = [*ground.tokens.places.get(VERB, ()), *ground.tokens.places.get(PHRASE, ())]
    firsts: dict[int, list[Place]] = {}
    slips = {place.first: place for place in misspelt(ground)}
    for place in (*places, *slips.values()):
        firsts.setdefault(place.first, []).append(place)
    for first in sorted(firsts):
        if ground.inside[first] or not is_cue(ground, first):
            continue
        here = firsts[first]
        if len(here) > 1:
            here.sort(key=lambda place: (place.kind == VERB, place.entry.get("part") == "masdar"))
        for place in here:
            said = _said(ground, place, consumed)
            if said and first in slips and (said.opening.how != "clause" or said.opening.room_end == said.after):
                continue
            if said and not (first < reach and (
                    "felt" in said.entry.uses or _no_speech_within(ground, said) or _thing_within(ground, said))):
                found.append(said)
                consumed = said.opening.content
                if said.opening.how == "clause":
                    reach = ground.unit(first)[1]
                break
    return found


def _no_speech_within(ground: Ground, said: Said) -> bool:
    """Inside a reported clause only the plain verbs open marks: «إن دمشق ستواصل "المعركة"» quotes no other speech."""
    if said.opening.how != "mark" or said.form in ("participle", "phrase") or said.place.clitics[:1] in NEXT:
        return False
    before = ground.form(said.opening.content - 1)
    use = said.entry.uses
    turned = any(place.kind == NARRATOR and place.after == said.first
                 for index in range(said.first - 3, said.first) for place in ground.tokens.opening.get(index, ()))
    return not turned and before != ":" and not use & {"objectless", "describes", "pronominal"} and said.form == "finite"


def _thing_within(ground: Ground, said: Said) -> bool:
    """Inside a reported clause a thing that shows something says nothing: إن الحوافز تشير إلى أن النظام ضعيف."""
    if said.form != "finite" or not said.entry.uses & {"finds", "inferred"}:
        return False
    if said.place.clitics:
        return _of_clause(ground, said)
    subject = said.after if said.opening.room_end > said.after else said.first - 1
    subject -= "relative" in whole_kinds(ground.form(subject))
    if subject < said.first and not ground.is_word(subject - 2) and ground.form(subject - 1).startswith("ال"):
        subject -= 1  # الرسوم الجديدة تشير
    elif subject < said.first and ground.complementizer(subject - 2):
        subject -= ground.form(subject - 1).startswith("ال")
    near = range(max(said.first - BESIDE, ground.unit(said.first)[0]), said.opening.room_end)
    return _thing(ground.form(subject)) and not any(ground.is_a(index, "document_word") or any(
        place.kind in SPEAKERS for place in ground.tokens.opening.get(index, ())) for index in near)


def _of_clause(ground: Ground, said: Said) -> bool:
    """فحصت ركبته وأظهرت صورتها أن: what the clause is about has a thing of its own that shows something."""
    form = ground.form(said.after)
    owned = form.removesuffix("ها") if form.endswith("ها") else form.removesuffix("ه")
    return said.place.clitics == "و" and said.entry["part"] == "past" and ground.form(said.first - 1) not in COMMAS and (
        said.opening.room_end == said.after + 1 and len(owned) > 2 and owned != form
        and any(_thing(stem) for stem in (owned, owned.removesuffix("ت") + "ه")))


@lru_cache(maxsize=10_000)
def _thing(form: str) -> bool:
    """True for a common noun of the word list, with its clitics or without."""
    return any(rest in lexicon.column("nouns") for _, _, _, rest in words.splits(form))


def _said(ground: Ground, place: Place, consumed: int) -> Said | None:
    if place.kind == PHRASE:
        return _phrase(ground, place)
    if place.entry["part"] == "masdar":
        return _masdar(ground, place, consumed)
    if place.first < consumed:
        return None
    if adverbial(ground, place):
        if place.first == ground.unit(place.first)[0] and ground.stray_mark(place.first, place.after + 1) == place.after:
            return None  # مدينا": خدمات …: a name that lost its opening mark
        if _predicate(ground, place):
            return None
        plural = place.entry["number"] == "p" and ground.form(place.first - 1) not in COMMAS
        set_off = ground.form(place.first - 1) in COMMAS and "says" in place.entry.uses
        opening = opening_of(ground, place, 2 if plural else NEAR + (12 if set_off else 6))
        if opening is None and (own := spoken_on(ground, place)):
            opening = Opening("colon", own, own)
        return Said(place.first, place.after, place, "participle", opening) if opening else None
    alone = i_say(place) and place.first == ground.unit(place.first)[0]
    if not (alone or finite(place)) or not _governs(ground, place) or byline(ground, place):
        return None
    opening = opening_of(ground, place, 1 if alone else _reach(ground, place))
    if opening is None and "says" in place.entry.uses and (own := unopened(ground, place.first, place.after)):
        opening = Opening("colon", own, own)
    if opening is None or _impersonal(ground, place, opening) or (
            homograph(place) and opening.how != "clause" and not _voiced(ground, place, opening)):
        return None
    if place.entry["pronoun"] and "speaks" in place.entry.uses and ground.form(opening.content - 1) != ":":
        return None
    if "documented" in place.entry.uses and not _documented(ground, place, opening):
        return None
    if "settles" in place.entry.uses and _to_be_done(ground, opening):
        return None
    if "adds" in place.entry.uses and not _adds(ground, place, opening):
        return None
    if "ascribes" in place.entry.uses and not _ascribed(ground, place, opening):
        return None
    if "worded" in place.entry.uses and not any(
            "own_words" in whole_kinds(ground.form(index)) for index in range(place.after, opening.room_end)):
        return None
    if opening.how == "clause" and _mute(ground, place, opening):
        return None
    return Said(place.first, place.after, place, "finite", opening)


def _mute(ground: Ground, place: Place, opening: Opening) -> bool:
    """أظهرت الضربات الأخيرة أن, هذه النسبة تؤكد أن, يبين هذا أن: what happened shows something, nobody says it."""
    if opening.room_end > place.after:
        if "this" in whole_kinds(ground.form(place.after)):
            return opening.room_end == place.after + 1
        return "mute" in whole_kinds(ground.form(place.after))
    if place.clitics or ground.is_a(place.first - 1, "this"):
        return not place.clitics and not ground.is_word(place.first - 2)
    head = place.first
    while head > place.first - BESIDE and ground.form(head - 1).startswith("ال"):
        head -= 1  # the first of the words with an article right before the verb
    before = head - 1
    if "mute" in whole_kinds(ground.form(before)):  # نسب التصويت تظهر
        head, before = before, before - 1
    return "mute" in whole_kinds(ground.form(head)) and (
        not ground.is_word(before) or ground.is_a(before, "this") or ground.complementizer(before) is not None)


def _predicate(ground: Ground, place: Place) -> bool:
    """وكان لافتا أن, آلية متابعة: a predicate, or an adjective of an indefinite noun, is no cue."""
    before = ground.form(place.first - 1)
    if before in ("كان", "وكان", "فكان"):
        return True
    return ground.form(place.first)[-1] == "ه" and ground.indefinite(place.first - 1) and (
        ground.complementizer(place.first + 1) is None)


def _adds(ground: Ground, place: Place, opening: Opening) -> bool:
    """وزاد أن, وزاد المتحدث أن: nobody but a speaker stands behind the verb; not وزاد الطلب, وزاد من القلق أن."""
    first = place.first == ground.trimmed(*ground.unit(place.first))[0]
    behind_comma = bool(place.clitics) and ground.form(place.first - 1) in COMMAS
    if place.entry["pronoun"] or place.entry["part"] != "past" or not (first or behind_comma):
        return False
    if opening.room_end == place.after:
        return bool(place.clitics)
    form = ground.form(place.after)
    named = form in lexicon.column("given_names") or form in lexicon.column("family_names") or any(
        other.kind in SPEAKERS and not other.clitics for other in ground.tokens.opening.get(place.after, ()))
    return ground.is_word(place.after) and not ground.is_a(place.after, "no_subject") and (
        named or not common(form)) and not whole_kinds(form) & {"noun_prep", "mute"}


def _ascribed(ground: Ground, place: Place, opening: Opening) -> bool:
    """نسبت الوكالة إلى مصدر أن, نسب لمسؤول أن: whose words they are stands behind the preposition; not نسبت النيابة إلى
    المتهم أنه, what he did, nor نسب إلى المدير، مفاده أن."""
    toward = preps(place.entry)
    if ground.places(opening.room_end - 1, PHRASE):
        return False
    return opening.how == "clause" and len(ground.form(opening.content - 1)) == len("أن") and any(
        (ground.form(index) in toward and index + 1 < opening.room_end)
        or (ground.form(index)[0] == "ل" and len(ground.form(index)) > len("له") + 1)
        for index in range(place.after, opening.room_end))


def _voiced(ground: Ground, place: Place, opening: Opening) -> bool:
    """وعبر أحدهم عن رأيه: «…»: the preposition shows the verb."""
    if "adds" in place.entry.uses:
        return opening.how == "mark" or opening.room_end == place.after
    return "voices" in place.entry.uses and ground.form(opening.content - 1) == ":" and any(
        ground.form(index) in preps(place.entry) for index in range(place.after, opening.room_end))


def _reach(ground: Ground, place: Place) -> int:
    """A homograph is a cue only where its speech opens near, unless its vowel marks or its place show the verb."""
    token = ground.tokens.tokens[place.first]
    if not homograph(place) or (token.end - token.start > len(token.form) and place.entry["part"] == "past"):
        return REACH
    if place.entry["part"] == "present":
        called = ground.tokens.text[token.end - 1] == "ى"  # يدعى is mostly the passive: who is called so
        return REACH if "far" in place.entry.uses and not called else 1  # تدعي الوثائق أن; not يعد
    plain_start = place.first == ground.unit(place.first)[0] or ground.form(place.first - 1) in COMMAS
    if plain_start and (place.clitics or ground.is_a(place.after, "document_word")):
        return REACH // 2
    return 2 * NEAR if place.clitics or plain_start else NEAR


def _governs(ground: Ground, place: Place) -> bool:
    entry, before = place.entry, whole_kinds(ground.form(place.first - 1))
    if named(ground, place) or ("describes" in entry.uses and entry["pronoun"] and {"dull_masdar", "takes_noun"} <= before):
        return False  # زياد نصر; يمكن وصفها بأنها «بشعة»
    if "pronominal" in entry.uses and not entry["pronoun"]:
        return False
    if entry["pronoun"] and (("relative" in before and "speaks" in entry.uses) or turns_to(ground, place)):
        return True  # الهتافات التي رددها الجمهور: «…»
    if spelled_out(ground, place):
        return True
    if entry["pronoun"] and (not entry.uses & OBJECTED or ("relative" in before and not entry.uses & NAMING)):
        return False  # a relative clause: تصريحات نقلتها الوكالة
    if ("negation" in before and "negatable" not in entry.uses) or (
            "relative" in before and not entry.uses & (MANNER | NAMING | {"calls"})):
        return False
    if entry["part"] != "past" and _wished(ground, place.first - 1):
        return False
    if entry["part"] == "jussive" and "negation" not in before and not ground.complementizer(place.first - 1):
        return False
    same_as_noun = entry["part"] == "past" and entry["gender"] == "m" and entry["number"] == "s"
    if same_as_noun and ground.complementizer(place.first - 1) and noun_like(ground, place):
        return False
    return not (same_as_noun and not place.clitics and before & {"noun_prep", "takes_noun"} and any(
        other.entry["part"] == "masdar" for other in ground.places(place.first, VERB)))


def _documented(ground: Ground, place: Place, opening: Opening) -> bool:
    """أثبتت الدراسة أن is said by the study; أثبت الفريق أنه is the narrator's judgement."""
    near = range(max(ground.unit(place.first)[0], place.first - NEAR), opening.room_end)
    return any(ground.is_a(index, "document_word") for index in near)


def _to_be_done(ground: Ground, opening: Opening) -> bool:
    """اتفق الطرفان على أن تبدأ الهدنة, على «وقف النار»: what shall be done, not what is the case."""
    first = ground.form(opening.content)
    return opening.how == "mark" or (first[:1] in "يتن" and len(ground.form(opening.content - 1)) == 2
                                     and (verbs.is_finite(first) or ground.present_verb(opening.content)))


def _wished(ground: Ground, before: int) -> bool:
    """يريد أن يقول, عليه أن يثبت: nothing was said yet; but قبل أن يضيف was."""
    opener = ground.complementizer(before)
    return opener is not None and len(ground.form(before)) == 2 and "an_time" not in whole_kinds(ground.form(before - 1))


def _impersonal(ground: Ground, place: Place, opening: Opening) -> bool:
    """ويذكر أن, ويتوقع أن: nobody says it."""
    entry = place.entry
    before = place.first - 1
    if entry.uses & {"inferred", "impersonal"} and entry["part"] != "past" and ground.is_a(before, "which"):
        noticed = ground.is_a(place.after, "noticed")  # ومما يلفت النظر أن
        return opening.how == "clause" and opening.room_end == place.after + noticed
    if "impersonal" not in entry.uses or entry["part"] == "past" or entry["gender"] != "m" or entry["number"] != "s":
        return False
    if opening.how == "clause" and not place.clitics and _of_a_thing(ground, before, opening):
        return True
    if opening.how != "clause" or opening.room_end != place.after or "س" in place.clitics:
        return False
    if place.clitics or before < ground.unit(place.first)[0] or not ground.is_word(before):
        return True
    known = whole_kinds(ground.form(before))
    return bool(known & {"bare_turn", "relative"}) or ("finds" in entry.uses and "auxiliary" in known)  # كان يفترض أن


def _of_a_thing(ground: Ground, before: int, opening: Opening) -> bool:
    """غارات يرجح أنها روسية: the pronoun of أن is the thing right before the verb, and nobody is named."""
    form = ground.form(before)
    return (opening.room_end == before + 2 and ground.form(opening.content - 1)[2:] in ("ه", "ها", "هما", "هم")
            and not form.startswith("ال") and _thing(form) and not any(
                place.kind in SPEAKERS for place in ground.tokens.opening.get(before, ())))


def _masdar(ground: Ground, place: Place, consumed: int) -> Said | None:
    entry, use = place.entry, place.entry.uses
    if ground.tokens.text[place.start] == "أ" and _thing(ground.form(place.first)):
        return None  # من أخبار: no إخبار
    owned, plain = entry["pronoun"], "plain" in use
    if not (_contented(ground, place) or by_describing(ground, place)) and (
            not ("masdar" in use or (owned and "owned" in use)) or (
            not owned and not plain and place.clitics in ("ل", "ب", "ك") and not _through(ground, place))):
        return None
    if place.first < consumed and not (plain and (owned or place.article)):
        return None
    before = whole_kinds(ground.form(place.first - 1))
    handed_on = plain and place.article and the_saying(ground, place.first) and _handed_on(ground, place.first)
    if place.article and not handed_on and (
            "definite" not in use or (plain and place.clitics != "ب") or "dull_masdar" in before):
        return None
    if not owned and not place.article and "in_prep" in whole_kinds(ground.form(place.first - 1)):
        return None  # في إشارة إلى أن: the narrator's gloss
    far = 4 * NEAR if plain and owned else NEAR if "owned" in use else 3 if owned or place.article else 3 * NEAR
    opening = opening_of(ground, place, far)
    if opening is None and (owned or place.clitics == "ب") and (own := spoken_on(ground, place)):
        opening = Opening("colon", own, own)  # وأجاب بقوله أنا جاهز
    if opening and opening.how == "clause" and opening.room_end - place.after > 2 * NEAR and plain:
        return None  # but قوله في كلمة ألقاها، خلال الملتقى الذي عقد في أضنة: …
    if opening is None or (not plain and (opening.how == "colon" or (opening.how == "mark" and not owned))):
        return None
    if not plain and opening.how == "mark" and any(
            "noun_prep" in whole_kinds(ground.form(index)) for index in range(place.after, opening.content)):
        return None  # في ختام تصريحه عن شكره على دعمها «غير المحدود»
    if plain and place.article and not handed_on:
        for other in ground.places(place.first - 1, VERB):  # وتابع بالقول: both words are the cue
            if finite(other) or adverbial(ground, other):
                return Said(other.first, place.after, other, "finite" if finite(other) else "participle", opening)
    return Said(place.first, place.after, place, "masdar", opening)


def _through(ground: Ground, place: Place) -> bool:
    """فوجئ بإعلان الرئيس بأنه: the masdar behind ب governs with ب again."""
    near = range(place.after + 1, place.after + NEAR)
    return place.clitics == "ب" and any((opener := ground.complementizer(index)) and opener.clitics == "ب" for index in near)


def _contented(ground: Ground, place: Place) -> bool:
    """اكتفى المرصد بذكر أن, وختم حواره بالتأكيد على أن: all that was said, or said first or last."""
    opens = place.after + (ground.form(place.after) in preps(place.entry))
    if place.clitics == "ب" and ground.is_a(place.first - 1, "own_words") and ground.complementizer(opens) is not None:
        return True
    near = range(max(place.first - NEAR, ground.unit(place.first)[0]), place.first)
    return place.clitics == "ب" and ground.complementizer(place.after) is not None and any(
        ground.is_a(index, "contented") for index in near)


def _handed_on(ground: Ground, index: int) -> bool:
    """نقل عن شهود القول إن: a verb that hands on stands near before the masdar."""
    near = range(max(index - 2 * NEAR, 0), index)
    return any("carries" in place.entry.uses for at in near for place in ground.places(at, VERB))


def _phrase(ground: Ground, place: Place) -> Said | None:
    if place.article or place.clitics not in ("", "و", "ف"):
        return None
    near = range(max(place.first - NEAR, 0), place.first)
    if place.entry.get("few") and not any(ground.is_a(index, "contented") for index in near):
        return None  # رسالة بدأت بجملة «…»
    opening = opening_of(ground, place, REACH // 2)
    if place.entry.get("claim") and not (opening and claimed(ground, place, opening)):
        return None
    if opening and not place.entry.get("claim") and not place.entry.get("doc") and opening.how != "mark":
        return None
    if opening and opening.how == "mark" and any(
            finite(other) and "says" in other.entry.uses for index in range(place.after, opening.room_end)
            for other in ground.places(index, VERB)):
        return None  # جاء فيها تصريح الوزير الذي قال فيه «…»
    return Said(place.first, place.after, place, "phrase", opening) if opening else None
