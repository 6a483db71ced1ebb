"""Where the speech of a cue opens behind it: at أن, at a colon, at quotation marks; and which nearer cue takes it away."""

from bisect import bisect_left
from typing import Literal, NamedTuple

from components import lexicon
from components.extract.quotes.ground import COMMAS, NARRATOR, PHRASE, VERB, Ground, Way, kinds, whole_kinds
from components.extract.quotes.nearer import blocks, owned_masdar, the_saying, without_clause
from components.extract.quotes.opening_marks import bare_clause, opens_speech
from components.extract.quotes.running import voiced
from components.extract.quotes.verbs import (
    CLAUSAL,
    CLAUSAL_B,
    MANNER,
    SPOKEN,
    adverbial,
    preps,
)
from components.text.tokens import DIGITS, LINE, Place

SECOND = 2  # tokens of a noun before the clause that stands second
CLAIMED = 8  # tokens of whose claims they are
LEADS = frozenset({"relative", "negation", "hal", "verbal", "bare_turn"})  # before a verb; ري يونج is a name
UNBOUND = frozenset({"objectless", "plain", "speaks"})  # verbs whose words may follow their subject without أن
ASKED = frozenset("؟?")
QUESTIONER = 10  # tokens of who asks, before the question
BARE = 2  # tokens of a clause without أن, at the least
SPEAKER = 4  # tokens of a subject before one
OBJECTS = ("ه", "ها", "هم", "هما")
NEAR = 6  # tokens between a masdar and its clause


class Opening(NamedTuple):
    """How speech opens: `how`, the token where the speaker's room ends, the token where the content begins."""

    how: Literal["clause", "mark", "colon"]
    room_end: int
    content: int


def opening_of(ground: Ground, place: Place, reach: int) -> Opening | None:
    """Where the speech of the cue at `place` opens, at most `reach` tokens on and before any nearer cue."""
    stop = min(ground.unit(place.first)[1], place.after + reach)
    if place.kind == VERB and "says" in place.entry.uses and (bare := _bare(ground, place, stop)):
        return Opening("clause", bare, bare)
    turns, passed = ground.turns, False
    at = bisect_left(turns, place.after)
    while at < len(turns) and turns[at] < stop:
        index = turns[at]
        at += 1
        pair = ground.jump.get(index)
        if pair:
            if not passed and bare_clause(ground, place, pair):
                return Opening("clause", index, index)
            if not passed and opens_speech(ground, pair, place, stop):
                return Opening("mark", index, index)
            at = bisect_left(turns, pair.after, at) if pair.closed else at
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
        elif index in ground.glued_openers and place.entry.uses & CLAUSAL_B:
            return Opening("clause", index + 1, index + 1)
        elif index in ground.cue_tokens:
            way = _way(ground, index)
            if way.aside and _before_colon(ground, index, stop):
                pass
            elif way.blocks:
                if way.takes:
                    return None
                passed = True
            elif "carries" in place.entry.uses and (owned_masdar(ground, index) or the_saying(ground, index)):
                return None
    return _asked(ground, place, stop) if not passed else None


def _asked(ground: Ground, place: Place, stop: int) -> Opening | None:
    """وتساءل النائب هل حقا لا يوجد دواء؟: a question behind a verb of asking, without a colon."""
    end = ground.unit(place.first)[1]
    if not {"asks", "speaks"} <= place.entry.uses or "plain" in place.entry.uses or ground.form(end - 1) not in ASKED:
        return None
    first = next((index for index in range(place.after, min(stop, place.after + QUESTIONER))
                  if "asking" in whole_kinds(ground.form(index))), 0)
    return Opening("colon", first, first) if first and first not in ground.cue_tokens else None


def _bare(ground: Ground, place: Place, stop: int) -> int:
    """إيران تقول لن تعود, وتابع لا بد من الصبر, يقول السكان لن نغادر: where a clause opens without أن, right behind the verb
    or its short subject; 0 where none does."""
    reach = SPEAKER if place.entry.uses & UNBOUND else 1
    for index in range(place.after, min(stop - BARE, place.after + reach)):
        known = whole_kinds(ground.form(index))
        if NARRATOR in ground.classes(index) and place.first > ground.unit(place.first)[0] and any(
                narrator.entry.get("contrast") for narrator in ground.places(index, NARRATOR)):
            return 0  # إن موكله اعترف لكنه رفض التوقيع
        if "opens_bare" in known or (ground.form(index) == "لا" and ground.form(index + 1) == "بد"):
            return index
        if index in ground.jump or not ground.is_word(index) or known & {"noun_prep", "an_owner", "relative"} or (
                ground.complementizer(index)):
            return 0
    return 0


def _way(ground: Ground, index: int) -> Way:
    """What the verb of saying at `index` is to a cue before it; each is asked once, however many cues stand before it."""
    found = ground.ways.get(index)
    if found is None:
        blocking = blocks(ground, index)
        found = ground.ways[index] = Way(_aside(ground, index), blocking, blocking and not without_clause(ground, index))
    return found


def _second(ground: Ground, place: Place, index: int) -> Opening | None:
    """وأكد حرص الدولة على الدعم وأن المشروع مستمر: the clause stands second, behind a noun that is reported too."""
    use = place.entry.uses
    if ground.form(place.after) == "من":
        return None  # يبلغ من العمر ستين عاما وأن السائق
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


def _aside(ground: Ground, index: int) -> bool:
    """A participle that takes no clause: مشيدا."""
    return any(adverbial(ground, place) and not place.entry.uses & (CLAUSAL_B | {"calls", "voices"})
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
    if place.kind == VERB and index == place.after and (mark := _named_first(ground, behind)):
        return Opening("mark", mark, mark)
    if ground.complementizer(behind) and ground.complementizer(behind + 1) is None:
        return Opening("clause", index, behind + 1) if "says" in place.entry.uses else None
    spoken = place.kind == PHRASE or bool(place.entry.uses & SPOKEN)
    if place.kind == VERB and "عن" in preps(place.entry) and "عن" in map(ground.form, range(place.after, index)):
        return None  # كشف عن اتفاقيتين: الأولى …
    says = place.kind == VERB and "says" in place.entry.uses and "written" not in place.entry.uses
    below = says and ground.is_word(behind) and (index - place.after < SPEAKER or (
        behind > index + 1 and index - place.after < QUESTIONER and voiced(ground, *ground.unit(behind))))
    told = behind == index + 1 or below  # وقال الكاتب: and the words in the next line
    return Opening("colon", index, behind) if spoken and told and behind < len(ground.tokens) else None


def _named_first(ground: Ground, index: int) -> int:
    """وتابعت: الممثلة هدى سالم «…»: the marks that end the sentence behind a title and a name, behind the colon;
    0 where none do."""
    if not any(place.kind == "actor_title" and not place.clitics for place in ground.tokens.opening.get(index, ())):
        return 0
    mark = next((at for at in range(index + 1, index + SPEAKER + 1) if not ground.is_word(at)), index)
    pair = ground.jump.get(mark)
    given = any(ground.form(at) in lexicon.column("given_names") for at in range(index + 1, mark))
    end = ground.unit(index)[1]
    return mark if given and pair and pair.closed and pair.words > SECOND and not ground.words_in(pair.after, end) else 0


def _complement(ground: Ground, place: Place, index: int) -> int | None:
    """Where the room ends if the أن at `index` is this cue's; None if another word owns it."""
    entry, before = place.entry, index - 1
    use, form, own = entry.uses, ground.form(before), preps(entry)
    if place.kind == PHRASE:
        return index
    if "which" in whole_kinds(ground.form(before - 1)) and ground.places(before, PHRASE):
        return None  # مما مفاده أن
    if "plain" not in use and _whether(ground, index):
        return None  # نبه إلى ضرورة التحقق إن كانت الشحنة سليمة
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
        if form == "من" and entry.get("pronoun") and "says" in use:
            return before  # ما ذكره الوزير من أن
        # right behind the verb any preposition will do: لافتا على أن
        return before if before == place.after or form in own else None
    if not adjacent and _owned(ground, before):
        return None
    if ground.complementizer(index).clitics == "ب":  # type: ignore[union-attr]
        if "voices" in use:  # عن ثقته بأن
            return index if any(_feeling(ground, each) for each in range(place.after, index)) else None
        if not adjacent and any(each.entry["part"] == "masdar" and "ب" in preps(each.entry) and "accuses" in each.entry.uses
                                for at in range(max(place.after, index - NEAR), index) for each in ground.places(at, VERB)):
            return None  # أخبرت البلدية، ثم فوجئت باتهام الجيران لها بأنها
        return index if "ب" in own or use & CLAUSAL_B else None
    if "demands" in use and index + 1 in ground.jump:
        return index  # طالبا منه أن «لا يتأخر»
    if "voices" in use and not adjacent and _feeling(ground, before):
        return before  # أعرب عن أمله أن
    bare = bool(use & CLAUSAL) and "prepositional" not in use
    return index if bare else None


def _whether(ground: Ground, index: int) -> bool:
    """إن كانت: whether, not that."""
    return ground.tokens.text[ground.tokens.tokens[index].start] == "إ" and len(ground.form(index)) == len("إن") and (
        ground.form(index + 1) in ("كان", "كانت"))


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
    if "an_owner" in known and any(place.after == before + 1 for place in ground.places(before - 1, "actor_title")):
        return False  # قالت المجني عليها إن
    kasra = ground.tokens.text[ground.tokens.tokens[before + 1].start] == "إ"  # إن is no other verb's but قال's
    unnamed = ground.form(before - 1) == "لم" and ground.form(before).endswith(OBJECTS)  # عن المصدر الذي لم يسمه أن
    return "an_owner" in known or (not kasra and not unnamed and ground.present_verb(before) and _leads(ground, before)) or (
        "comma_owner" in known and ground.form(before - 1) in COMMAS)


def _leads(ground: Ground, index: int) -> bool:
    """True where the word before token `index` makes it a verb, not a part of a foreign name (ري يونج أن): a relative, a
    negation, an indefinite noun (شخصا يشتبه بأنه)."""
    lead = ground.form(index - 1)
    return bool(whole_kinds(lead) & LEADS) or not ground.is_word(index - 1) or ground.form(index + 1)[0] == "ب" or (
        len(lead) > 3 and lead[-1] in "اه" and not lead.startswith("ال"))
