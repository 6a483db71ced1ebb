"""Where the speech of a cue opens behind it: at أن, at a colon, at quotation marks; and which nearer cue takes it away."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from components import lexicon
from components.extract.quotes.ground import COMMAS, PHRASE, SPOKEN_LONG, VERB, Ground, kinds, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.verbs import (
    CLAUSAL,
    CLAUSAL_B,
    MANNER,
    NAMING,
    SPOKEN,
    adverbial,
    finite,
    homograph,
    is_cue,
    named,
    noun_like,
    preps,
    uses,
)
from components.text.tokens import DIGITS, LINE, Place

NAMED_LONG = 7  # words: a name in marks is shorter
PLACED_LONG = 3  # behind في كلمة, في بيان
HEADLINES = 2  # units of a text that may be headlines
SUBJECT = 14  # tokens of a subject before the few words that it said
SECOND = 2  # tokens of a noun before the clause that stands second
CLAIMED = 8  # tokens of whose claims they are
ENDS = frozenset(".؟!")
LEADS = frozenset({"relative", "negation", "hal", "verbal", "bare_turn"})  # before a verb; ري يونج is a name
NEAR = 6  # tokens between a masdar and its clause
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Opening:
    """How speech opens: `how`, the token where the speaker's room ends, the token where the content begins."""

    how: Literal["clause", "mark", "colon"]
    room_end: int
    content: int


class Way(NamedTuple):
    """A verb of saying between a cue and its speech: it may stand aside (مشيدا بالعامل), it is the nearer cue, and takes the
    clause to itself."""

    aside: bool
    blocks: bool
    takes: bool


def opening_of(ground: Ground, place: Place, reach: int) -> Opening | None:
    """Where the speech of the cue at `place` opens, at most `reach` tokens on and before any nearer cue."""
    stop = min(ground.unit(place.first)[1], place.after + reach)
    index, passed = ground.next_turn(place.after), False
    while index < stop:
        pair = ground.jump.get(index)
        if pair:
            if not passed and _bare_clause(ground, place, pair):
                return Opening("clause", index, index)
            if not passed and _opens_speech(ground, pair, place, stop):
                return Opening("mark", index, index)
            index = ground.next_turn(pair.after if pair.closed else index + 1)
            continue
        if ground.form(index) == ":" and not passed and not _clock(ground, index):
            opening = _colon(ground, place, index)
            if opening:
                return opening
        elif ground.complementizer(index):
            room_end = _complement(ground, place, index)
            if room_end is not None:
                colon = ground.form(index + 1) == ":" and index + 2 in ground.jump  # قال إنه: «…»
                return Opening("clause", room_end, index + 1 + colon)
        elif index in ground.joined_complementizers:
            return _second(ground, place, index)
        elif index in ground.glued_openers and uses(place.entry) & CLAUSAL_B:
            return Opening("clause", index + 1, index + 1)
        elif index in ground.cue_tokens:
            way = _way(ground, index)
            if way.aside and _before_colon(ground, index, stop):
                pass
            elif way.blocks:
                if way.takes:
                    return None
                passed = True
            elif "carries" in uses(place.entry) and (_owned_masdar(ground, index) or the_saying(ground, index)):
                return None
        index = ground.next_turn(index + 1)
    return None


def _way(ground: Ground, index: int) -> Way:
    """What the verb of saying at `index` is to a cue before it; each is asked once, however many cues stand before it."""
    found = ground.ways.get(index)
    if found is None:
        blocking = blocks(ground, index)
        found = ground.ways[index] = Way(_aside(ground, index), blocking, blocking and not _without_clause(ground, index))
    return found


def _bare_clause(ground: Ground, place: Place, pair: Pair) -> bool:
    """السويد تقول «من الصعب» خفض الضرائب: a headline without إن whose clause begins in marks and runs on behind them."""
    end = ground.unit(place.first)[1]
    return ("plain" in uses(place.entry) and place.kind == VERB and place.entry["part"] == "present" and not place.clitics
            and pair.closed and pair.first == place.after and pair.words < SPOKEN_LONG and ground.is_word(pair.after)
            and end - pair.after > SECOND and ground.form(end - 1) not in ENDS and not blocks(ground, pair.after)
            and ground.unit_of[place.first] < HEADLINES)


def _second(ground: Ground, place: Place, index: int) -> Opening | None:
    """وأكد حرص الدولة على الدعم وأن المشروع مستمر: the clause stands second, behind a noun that is reported too."""
    use = uses(place.entry)
    if not (use & MANNER and "masdar" in use) or place.entry["part"] == "masdar" or index - place.after < SECOND or any(
            ground.form(at) == ":" or ground.complementizer(at) or _owns_clause(ground.form(at))
            for at in range(place.after, index)):
        return None
    return Opening("clause", index, index + 1)


def _owns_clause(form: str) -> bool:
    known = whole_kinds(form)
    return "comma_owner" in known or ("relative" in known and "noun_prep" not in known)


def claimed(ground: Ground, place: Place, opening: Opening) -> bool:
    """مزاعم الوكالة بأن: a noun of claiming, with whose claims they are, right before the clause."""
    return opening.how == "clause" and place.after < opening.room_end <= place.after + CLAIMED and (
        ground.form(place.after).startswith("ال") or bool(ground.places(place.after, "actor_body")))


def _without_clause(ground: Ground, index: int) -> bool:
    """A nearer verb that takes no bare أن leaves the أن to the cue before it: أظهر استطلاع أجري ونشر أمس أن."""
    return all(place.kind != PHRASE and not uses(place.entry) & CLAUSAL_B and "calls" not in uses(place.entry)
               for place in ground.tokens.opening.get(index, ())
               if place.kind == PHRASE or (place.kind == VERB and place.entry["part"] != "jussive"))


def _owned_masdar(ground: Ground, index: int) -> bool:
    """نُقل عنه تأكيده: the masdar is the cue, not the verb that hands it on."""
    return any(place.entry["part"] == "masdar" and place.entry["pronoun"] and "masdar" in uses(place.entry)
               for place in ground.places(index, VERB))


def the_saying(ground: Ground, index: int) -> bool:
    """نقل عن شهود القول إن: the masdar with its article right before its clause."""
    return ground.complementizer(index + 1) is not None and any(
        place.article and not place.clitics and place.entry["part"] == "masdar" and "plain" in uses(place.entry)
        for place in ground.places(index, VERB))


def _aside(ground: Ground, index: int) -> bool:
    """A participle that takes no clause: مشيدا."""
    return any(adverbial(ground, place) and not uses(place.entry) & (CLAUSAL_B | {"calls", "voices"})
               for place in ground.places(index, VERB))


def _before_colon(ground: Ground, index: int, stop: int) -> bool:
    """وقال القائد، مشيدا بالعامل الذي أنقذ الطفل: «…»: between such a participle and the colon stands its object alone."""
    at = ground.next_pause(index + 1)
    return at < stop and ground.form(at) == ":" and at > index + 1 and at + 1 in ground.jump


def _clock(ground: Ground, index: int) -> bool:
    return ground.tokens.kind(index - 1) == DIGITS and ground.tokens.kind(index + 1) == DIGITS


def _colon(ground: Ground, place: Place, index: int) -> Opening | None:
    behind = index + 1
    while ground.tokens.kind(behind) == LINE:
        behind += 1
    if behind in ground.jump:
        return Opening("mark", index, behind)
    if ground.complementizer(behind) and ground.complementizer(behind + 1) is None:
        return Opening("clause", index, behind + 1) if "says" in uses(place.entry) else None
    spoken = place.kind == PHRASE or bool(uses(place.entry) & SPOKEN)
    if place.kind == VERB and "عن" in preps(place.entry) and "عن" in map(ground.form, range(place.after, index)):
        return None  # كشف عن اتفاقيتين: الأولى …
    return Opening("colon", index, index + 1) if spoken and behind == index + 1 and behind < len(ground.tokens) else None


def _complement(ground: Ground, place: Place, index: int) -> int | None:
    """Where the room ends if the أن at `index` is this cue's; None if another word owns it."""
    entry, before = place.entry, index - 1
    use, form, own = uses(entry), ground.form(before), preps(entry)
    if place.kind == PHRASE:
        return index
    adjacent = before < place.after
    if not adjacent and "opener_prep" in whole_kinds(form) and not _ali(ground, before):
        if "an_owner" in whole_kinds(ground.form(before - 1)):
            return None  # على الرغم من أن
        voiced = range(place.after, before) if "voices" in use else ()
        felt = next((each for each in voiced if _feeling(ground, each)), None)
        if felt is not None:  # ويشعر السكان بالخوف من أن
            return before if felt == place.after else felt - (ground.form(felt - 1) in own)
        if "voices" in use:
            return None
        if "carries" in use and form == "من" and any(
                _feeling(ground, each) for each in (before - 1, before - 2) if each > place.after):
            return before  # نقلت الصحيفة عن مستشاريه قلقهم، من أن
        if "describes" in use and form == "علي" and index + 1 in ground.jump:
            return before  # وصف الخطوة على أنها «…»
        # right behind the verb any preposition will do: لافتا على أن
        return before if before == place.after or form in own else None
    if not adjacent and _owned(ground, before):
        return None
    if ground.complementizer(index).clitics == "ب":  # type: ignore[union-attr]
        if "voices" in use:  # عن ثقته بأن
            return index if any(_feeling(ground, each) for each in range(place.after, index)) else None
        if not adjacent and any(each.entry["part"] == "masdar" and "ب" in preps(each.entry) and "accuses" in uses(each.entry)
                                for at in range(max(place.after, index - NEAR), index) for each in ground.places(at, VERB)):
            return None  # أخبرت البلدية، ثم فوجئت باتهام الجيران لها بأنها
        return index if "ب" in own or use & CLAUSAL_B else None
    if "demands" in use and index + 1 in ground.jump:
        return index  # طالبا منه أن «لا يتأخر»
    bare = bool(use & CLAUSAL) and "prepositional" not in use
    return index if bare else None


def _ali(ground: Ground, index: int) -> bool:
    """فارس العلي إن, محمد علي إن: the name, not على, which takes no article and no إن."""
    token = ground.tokens.tokens[index]
    if token.form.startswith("ال"):
        return len(token.form) > len("الي")
    kasra = ground.tokens.text[ground.tokens.tokens[index + 1].start] == "إ"
    return kasra and ground.tokens.text[token.end - 1] == "ي" and token.form in lexicon.column("given_names")


def _feeling(ground: Ground, index: int) -> bool:
    """أمل, قلقها, تخوفهم: what one gives voice to, with its owner or without."""
    form = ground.form(index)
    stems = [form[:len(form) - letters] for letters in range(3) if len(form) - letters > 2]
    stems += [stem[:-1] + "ه" for stem in stems if stem[-1] == "ت"]  # خشيته
    return any("feeling" in kinds(stem) for stem in stems)


def _owned(ground: Ground, before: int) -> bool:
    """Another word has the أن behind token `before`: بعد أن, يأمل أن, عليه أن."""
    known = whole_kinds(ground.form(before))
    if "an_time" in known and "bare_turn" in whole_kinds(ground.form(before - 1)):
        return False  # أكدت الوكالة فيما بعد أن
    kasra = ground.tokens.text[ground.tokens.tokens[before + 1].start] == "إ"  # إن is no other verb's but قال's
    return "an_owner" in known or (not kasra and ground.present_verb(before) and _leads(ground, before)) or (
        "comma_owner" in known and ground.form(before - 1) in COMMAS)


def _leads(ground: Ground, index: int) -> bool:
    """True where the word before token `index` makes it a verb, not a part of a foreign name (ري يونج أن): a relative, a
    negation, an indefinite noun (شخصا يشتبه بأنه)."""
    lead = ground.form(index - 1)
    return bool(whole_kinds(lead) & LEADS) or not ground.is_word(index - 1) or ground.form(index + 1)[0] == "ب" or (
        len(lead) > 3 and lead[-1] in "اه" and not lead.startswith("ال"))


def blocks(ground: Ground, index: int) -> bool:
    """True where a nearer cue begins at `index`, so that what follows is not the earlier cue's; each token is asked once,
    however many cues stand before it."""
    found = ground.blocking.get(index)
    if found is None:
        found = ground.blocking[index] = _begins_cue(ground, index)
    return found


def _begins_cue(ground: Ground, index: int) -> bool:
    for place in ground.tokens.opening.get(index, ()):
        if place.kind == PHRASE and place.entry.get("doc") and not place.article:
            return True
        if place.kind == VERB and is_cue(ground, index):
            blocked = _blocks(ground, place)
            if blocked is not None:
                return blocked
    return False


def _blocks(ground: Ground, place: Place) -> bool | None:
    """Whether a form of a verb of saying is a nearer cue; None where another form of its spelling may be."""
    entry, use, before = place.entry, uses(place.entry), ground.form(place.first - 1)
    if finite(place) and entry["pronoun"] and use & NAMING and not homograph(place):
        return not ("pronominal" in use and any(finite(other) for other in ground.places(place.first - 1, VERB)))  # قال سموه
    if named(ground, place) or (before == "لم" and "negatable" not in use and not ground.complementizer(place.after)):
        return None  # نقلا عن مسؤول لم يذكر اسمه أن
    if before in COMMAS and not place.clitics and finite(place) and use == {"marks"}:
        return None  # قال بيان للسفارة، نشر على صفحتها: «…»: what became of the document
    if finite(place) and not entry["pronoun"] and entry["part"] != "jussive" and not (
            whole_kinds(before) & {"relative", "hal"}):
        return not noun_like(ground, place)
    if adverbial(ground, place) and (entry["number"] == "s" or "plain" in use or before in COMMAS):
        return "plain" in use or before in COMMAS or entry["gender"] == "m"
    if entry["part"] == "masdar" and "plain" in use and (entry["pronoun"] or place.clitics == "ب"):
        return True
    return None


def _opens_speech(ground: Ground, pair: Pair, place: Place, stop: int) -> bool:
    """True where the marks behind a cue hold its speech, not a name on the way to it."""
    use, before = uses(place.entry), pair.first - 1
    if before > place.after and ground.form(before) in COMMAS and ground.form(before - 1) in preps(place.entry):
        before -= 1  # وشدد على، «ضرورة …»
    form, adjacent = ground.form(before), before < place.after
    if form == ":" or (form in DASHES and use & SPOKEN):
        return True
    if place.kind == PHRASE:
        return not place.entry.get("doc") or pair.words >= SPOKEN_LONG
    if "calls" in use and "spoken_an" in whole_kinds(ground.form(pair.inner)) and not ground.complementizer(before):
        return True  # داعيا الناس قبل ساعة «ألا يضيعوا الفرصة»
    if ground.complementizer(before) or _named(ground, pair, adjacent):
        return False  # another word's أن, a name on the way
    own = preps(place.entry)
    if (not adjacent and form in own) or (form not in own and "ب" in own and ground.form(pair.inner)[:1] == "ب"):
        return not _later(ground, pair, stop)
    if adjacent and "describes" in use and _passive(ground, place):
        return False  # تغريدات اعتبرت «مسيئة»
    if "describes" in use and (place.entry["pronoun"] or form in ("ب", "بال") or (
            place.entry["part"] == "participle" and (before == place.after or form.startswith("ايا")))):
        return not _later(ground, pair, stop)
    if pair.words >= SPOKEN_LONG and "carries" in use:
        return True  # نقلت الوكالة عن المحكمة «…»
    told = pair.words >= SPOKEN_LONG and ground.clausal(pair) and "prepositional" in use  # تحدث عن طريقين «الأول أننا …»
    if not use & MANNER and not told and any(_begins(ground.form(each), own) for each in range(place.after, before + 1)):
        return False  # the marks stand inside a masdar phrase: تلتزم بتقديم «…»
    if not use & SPOKEN and not (adjacent and "calls" in use):
        return False
    if ground.is_a(before, "title_opener") and pair.closed:
        return False  # تحت عنوان «…»
    if not adjacent and whole_kinds(form) & {"noun_prep", "opener_prep"} and (
            pair.words < NAMED_LONG or ("opener_prep" in whole_kinds(form) and before > place.after)):
        return False  # دراسة حول «…»
    if pair.words >= SPOKEN_LONG:
        return True
    clausal = ground.clausal(pair)
    goes_on = bool({place.first - 1, place.first - 2} & ground.closers.keys())  # «…»، قال سامر، «…»
    behind = clausal and form in COMMAS and not goes_on
    if (len(form) == 1 and not behind) or not (adjacent or "says" in use or "reports" in use):
        return False
    named = "org_opener" in kinds(ground.form(pair.inner)) and not clausal
    if named or (pair.words == 1 and "says" not in use and not clausal) or _later(ground, pair, stop):
        return False
    return _complete(ground, pair, place, stop, adjacent)


def _passive(ground: Ground, place: Place) -> bool:
    """True for a verb of describing with no object written to it, right behind an indefinite noun in the feminine."""
    entry, before = place.entry, ground.form(place.first - 1)
    return (finite(place) and not entry["pronoun"] and not place.clitics and entry["gender"] == "f"
            and len(before) > 3 and before.endswith(("ه", "ات")) and not before.startswith("ال"))


def _begins(form: str, own: frozenset[str]) -> bool:
    return form in own or ("ب" in own and form[:1] == "ب" and len(form) > 3)


def _named(ground: Ground, pair: Pair, adjacent: bool) -> bool:
    before = pair.first - 1
    if adjacent:
        return False
    if ground.is_a(before, "saying_place"):
        return pair.words == 1 or (pair.words < PLACED_LONG and not ground.clausal(pair))  # مؤتمر «سيدر»
    if not ground.is_a(before, "name_opener"):
        return False
    definite = ground.form(before).startswith(("ال", "لل"))  # قالت للإذاعة «كنا نبكي»; not لإذاعة «صباح الخير»
    return pair.words < NAMED_LONG and not (definite and ground.clausal(pair))


def _complete(ground: Ground, pair: Pair, place: Place, stop: int, adjacent: bool) -> bool:
    """True where so few words in marks are a speech: by their end mark, their verb, or as nothing follows them."""
    if ground.form(pair.outer - 1) in ENDS or ground.form(pair.first - 1) in COMMAS:
        return True
    first = ground.form(pair.inner)
    if pair.words > 2 and ("spoken" in whole_kinds(first) or (len(first) > 2 and first[0] in "ين") or (
            adjacent and place.entry["part"] == "participle")):
        return True
    ends = pair.after >= stop or not ground.is_word(pair.after)
    if ground.clausal(pair) and (ends or "speaks" in uses(place.entry)):
        return True
    told = "speaks" in uses(place.entry) and pair.first - place.after < SUBJECT and not _likened(ground, pair.first - 1)
    return ends and (adjacent or pair.words > 3 or told)


def _likened(ground: Ground, index: int) -> bool:
    """بمثابة «…», بصوت «…»: an indefinite noun behind ب, to which the words in marks belong."""
    form = ground.form(index)
    if form in lexicon.column("given_names") or form in lexicon.column("family_names"):
        return False  # قالت باسيل
    return form[0] == "ب" and len(form) > 3 and form[1:3] != "ال" and not ground.places(index, "actor_name")


def _later(ground: Ground, pair: Pair, stop: int) -> bool:
    """True where a complementizer, a colon or longer marks follow a short pair."""
    if not pair.closed or pair.words >= SPOKEN_LONG:
        return False
    for index in range(pair.after, min(stop, pair.after + 20)):
        other = ground.jump.get(index)
        own = ground.complementizer(index) and "an_owner" not in whole_kinds(ground.form(index - 1)) and (
            index == pair.after or not ground.places(index - 1, VERB))
        if own or ground.form(index) == ":" or (other and other.words >= SPOKEN_LONG):
            return True
        if blocks(ground, index):
            return False
    return False
