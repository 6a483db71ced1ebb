"""Verbs, participles and masdars of saying with the place where their speech opens. Words: data/lexicon/quotes/.

The column `use` of cue_verb.verbs.csv: s says (also behind its content), m reports with أن or marks, c with marks or its own
preposition only, o reports a finding, e calls for something, v gives voice to (عن أمله في أن), d describes (وصفه بأنه),
g has a person as object (أخبره), f never has a thing as object (قال), p has no bare أن, i is impersonal alone (يذكر أن),
n its masdar governs too (w: with an article too), q asks, t hands on, h has a common homograph in the past, y in the present,
k needs a pronoun (سماه),
r is the plain verb of saying, z reports though negated (لم يستبعد).
"""

from dataclasses import dataclass
from typing import Literal

from components.extract.quotes.ground import COMMAS, PHRASE, VERB, Ground, kinds, whole_kinds
from components.extract.quotes.marks import Pair
from components.lexicon import Entry
from components.text.tokens import DIGITS, LINE, Place

REACH = 45  # tokens between a cue and the opening of its speech
NEAR = 6
FINITE = frozenset({"past", "present", "jussive"})
PAST_CLITICS = frozenset({"", "و", "ف"})
PRESENT_CLITICS = PAST_CLITICS | {"س", "وس", "فس", "ل", "ول", "فل"}
NAMED_LONG = 6  # words: a name in marks is shorter
PLACED_LONG = 3  # behind في كلمة, في بيان
SPOKEN_LONG = 5
ENDS = frozenset(".؟!")


@dataclass(frozen=True, slots=True)
class Opening:
    """How speech opens: `how`, the token where the speaker's room ends, the token where the content begins."""

    how: Literal["clause", "mark", "colon"]
    room_end: int
    content: int


@dataclass(frozen=True, slots=True)
class Said:
    """A cue (tokens `first` to `after`) with the opening of its speech."""

    first: int
    after: int
    place: Place
    form: Literal["finite", "participle", "masdar", "phrase"]
    opening: Opening

    @property
    def entry(self) -> Entry:
        return self.place.entry


def uses(entry: Entry) -> str:
    return str(entry.get("use", ""))


def finite(place: Place) -> bool:
    if place.kind != VERB or place.article or place.entry["part"] not in FINITE or (
            place.entry["person"] == "1" and place.entry["number"] == "s"):
        return False
    return place.clitics in (PRESENT_CLITICS if place.entry["part"] == "present" else PAST_CLITICS)


def adverbial(ground: Ground, place: Place) -> bool:
    """A participle in the accusative without article: مضيفا, مؤكدة, مشيرين."""
    return (place.kind == VERB and place.entry["part"] == "participle" and not place.article
            and place.clitics in ("", "و") and ground.form(place.first)[-1] in "اهنت"
            and "negation" not in whole_kinds(ground.form(place.first - 1)))


def cues(ground: Ground) -> list[Said]:
    """Every cue whose speech opens behind it, in text order."""
    found: list[Said] = []
    consumed = -1
    places = [*ground.tokens.places.get(VERB, ()), *ground.tokens.places.get(PHRASE, ())]
    firsts: dict[int, list[Place]] = {}
    for place in places:
        firsts.setdefault(place.first, []).append(place)
    for first in sorted(firsts):
        if ground.inside[first] or "not_cue" in kinds(ground.form(first)):
            continue
        for place in sorted(firsts[first], key=lambda place: (place.kind == VERB, place.entry.get("part") == "masdar")):
            said = _said(ground, place, consumed)
            if said:
                found.append(said)
                consumed = said.opening.content
                break
    return found


def _said(ground: Ground, place: Place, consumed: int) -> Said | None:
    if place.kind == PHRASE:
        return _phrase(ground, place)
    if place.entry["part"] == "masdar":
        return _masdar(ground, place, consumed)
    if place.first < consumed:
        return None
    if adverbial(ground, place):
        plural = place.entry["number"] == "p" and ground.form(place.first - 1) not in COMMAS
        opening = opening_of(ground, place, 2 if plural else NEAR + 6)
        return Said(place.first, place.after, place, "participle", opening) if opening else None
    if not finite(place) or not _governs(ground, place):
        return None
    opening = opening_of(ground, place, _reach(place))
    if opening is None or _impersonal(ground, place, opening) or (_homograph(place) and opening.how != "clause"):
        return None
    return Said(place.first, place.after, place, "finite", opening)


def _homograph(place: Place) -> bool:
    return ("y" if place.entry["part"] == "present" else "h") in uses(place.entry)


def _reach(place: Place) -> int:
    if not _homograph(place):
        return REACH
    return 1 if place.entry["part"] == "present" else 2 * NEAR if place.clitics else NEAR


def _governs(ground: Ground, place: Place) -> bool:
    entry, before = place.entry, whole_kinds(ground.form(place.first - 1))
    if "k" in uses(entry) and not entry["pronoun"]:
        return False
    if entry["pronoun"] and not any(use in uses(entry) for use in "gk"):
        return False  # a relative clause: تصريحات نقلتها الوكالة
    if ("negation" in before and "z" not in uses(entry)) or ("relative" in before and "o" in uses(entry)):
        return False
    if entry["part"] == "jussive" and "negation" not in before and not ground.complementizer(place.first - 1):
        return False
    same_as_noun = entry["part"] == "past" and entry["gender"] == "m" and entry["number"] == "s"
    return not (same_as_noun and not place.clitics and "noun_prep" in before and any(
        other.entry["part"] == "masdar" for other in ground.places(place.first, VERB)))


def _impersonal(ground: Ground, place: Place, opening: Opening) -> bool:
    """ويذكر أن, ويتوقع أن: nobody says it."""
    entry = place.entry
    if "i" not in uses(entry) or entry["part"] == "past" or entry["gender"] != "m" or entry["number"] != "s":
        return False
    if opening.how != "clause" or opening.room_end != place.after or "س" in place.clitics:
        return False
    before = place.first - 1
    return place.clitics != "" or before < ground.unit(place.first)[0] or not ground.is_word(before) or (
        "bare_turn" in whole_kinds(ground.form(before)))


def _masdar(ground: Ground, place: Place, consumed: int) -> Said | None:
    entry, use = place.entry, uses(place.entry)
    owned, plain = entry["pronoun"], "r" in use
    if "n" not in use or (place.first < consumed and not (plain and (owned or place.article))):
        return None
    if place.article and ("w" not in use or (plain and place.clitics != "ب") or (
            "dull_masdar" in whole_kinds(ground.form(place.first - 1)))):
        return None
    opening = opening_of(ground, place, 2 * NEAR if plain and owned else 3 if owned or place.article else NEAR + 2)
    if opening is None or (not plain and (opening.how == "colon" or (opening.how == "mark" and not owned))):
        return None
    if plain and place.article:
        for other in ground.places(place.first - 1, VERB):  # وتابع بالقول: both words are the cue
            if finite(other) or adverbial(ground, other):
                return Said(other.first, place.after, other, "finite" if finite(other) else "participle", opening)
    return Said(place.first, place.after, place, "masdar", opening)


def _phrase(ground: Ground, place: Place) -> Said | None:
    if place.article or place.clitics not in ("", "و", "ف"):
        return None
    opening = opening_of(ground, place, REACH // 2)
    if opening and not place.entry.get("doc") and opening.how != "mark":
        return None
    return Said(place.first, place.after, place, "phrase", opening) if opening else None


def opening_of(ground: Ground, place: Place, reach: int) -> Opening | None:
    """Where the speech of the cue at `place` opens, at most `reach` tokens on and before any nearer cue."""
    stop = min(ground.unit(place.first)[1], place.after + reach)
    index = place.after
    while index < stop:
        pair = ground.jump.get(index)
        if pair:
            if _opens_speech(ground, pair, place, stop):
                return Opening("mark", index, index)
            index = pair.after if pair.closed else index + 1
            continue
        if ground.form(index) == ":" and not _clock(ground, index):
            opening = _colon(ground, place, index)
            if opening:
                return opening
        elif ground.complementizer(index):
            room_end = _complement(ground, place, index)
            if room_end is not None:
                return Opening("clause", room_end, index + 1)
        elif index > place.after - 1 and blocks(ground, index):
            return None
        index += 1
    return None


def _clock(ground: Ground, index: int) -> bool:
    return ground.tokens.kind(index - 1) == DIGITS and ground.tokens.kind(index + 1) == DIGITS


def _colon(ground: Ground, place: Place, index: int) -> Opening | None:
    behind = index + 1
    while ground.tokens.kind(behind) == LINE:
        behind += 1
    if behind in ground.jump:
        return Opening("mark", index, behind)
    if ground.complementizer(behind) and ground.complementizer(behind + 1) is None:
        return Opening("clause", index, behind + 1) if "s" in uses(place.entry) else None
    spoken = place.kind == PHRASE or any(use in uses(place.entry) for use in "smc")
    return Opening("colon", index, index + 1) if spoken and behind == index + 1 and behind < len(ground.tokens) else None


def _complement(ground: Ground, place: Place, index: int) -> int | None:
    """Where the room ends if the أن at `index` is this cue's; None if another word owns it."""
    entry, before = place.entry, index - 1
    use, form, preps = uses(entry), ground.form(before), _folded_preps(entry)
    if place.kind == PHRASE:
        return index
    adjacent = before < place.after
    if not adjacent and "opener_prep" in whole_kinds(form):
        if "an_owner" in whole_kinds(ground.form(before - 1)):
            return None  # على الرغم من أن
        if "v" in use and not any(ground.is_a(each, "feeling") for each in range(place.after, before)):
            return None
        # right behind the verb any preposition will do: لافتا على أن
        return before if "v" in use or before == place.after or form in preps else None
    if not adjacent and _owned(ground, before):
        return None
    if ground.complementizer(index).clitics == "ب":  # type: ignore[union-attr]
        return index if "ب" in preps or any(each in use for each in "smodat") else None
    bare = any(each in use for each in "smoat") and "p" not in use
    return index if bare else None


def _owned(ground: Ground, before: int) -> bool:
    """Another word has the أن behind token `before`: بعد أن, يأمل أن, عليه أن."""
    return "an_owner" in whole_kinds(ground.form(before)) or _other_verb(ground, before)


def _folded_preps(entry: Entry) -> frozenset[str]:
    return frozenset({"إلى": "الي", "على": "علي"}.get(each, each) for each in str(entry.get("prep", "")).split())


def _other_verb(ground: Ground, index: int) -> bool:
    """A present verb that is no cue owns the أن behind it: يأمل أن."""
    form = ground.form(index)
    return len(form) > 3 and form[0] == "ي" and "y_word" not in whole_kinds(form) and ground.is_word(index)


def blocks(ground: Ground, index: int) -> bool:
    """True where a nearer cue begins at `index`, so that what follows is not the earlier cue's."""
    for place in ground.tokens.opening.get(index, ()):
        if place.kind == PHRASE and place.entry.get("doc") and not place.article:
            return True
        if place.kind == VERB and "not_cue" not in kinds(ground.form(index)):
            entry = place.entry
            if finite(place) and entry["pronoun"] and any(use in uses(entry) for use in "dk") and "h" not in uses(entry):
                return True
            if finite(place) and not entry["pronoun"] and entry["part"] != "jussive" and "relative" not in whole_kinds(ground.form(index - 1)):
                return not _noun_like(ground, place)
            if adverbial(ground, place) and (entry["number"] == "s" or "r" in uses(entry)):
                return "r" in uses(entry) or ground.form(index - 1) in COMMAS or entry["gender"] == "m"
            if entry["part"] == "masdar" and "r" in uses(entry) and (entry["pronoun"] or place.clitics == "ب"):
                return True
    return False


def _noun_like(ground: Ground, place: Place) -> bool:
    """في رد, بيان نشر: the past that is spelled as its masdar, where no verb must stand, or has another homograph."""
    entry = place.entry
    if _homograph(place) or "k" in uses(entry):
        return True
    if entry["part"] != "past" or place.clitics or "s" in uses(entry) or not any(
            other.entry["part"] == "masdar" for other in ground.places(place.first, VERB)):
        return False
    before = place.first - 1
    return ground.is_word(before) and not ground.complementizer(before) and "verbal" not in whole_kinds(ground.form(before))


def _opens_speech(ground: Ground, pair: Pair, place: Place, stop: int) -> bool:
    """True where the marks behind a cue hold its speech, not a name on the way to it."""
    use, before = uses(place.entry), pair.first - 1
    form, adjacent = ground.form(before), before < place.after
    if form == ":":
        return True
    if place.kind == PHRASE:
        return not place.entry.get("doc") or pair.words >= SPOKEN_LONG
    if ground.complementizer(before) or _named(ground, pair, adjacent):
        return False  # another word's أن, a name on the way
    preps = _folded_preps(place.entry)
    if (not adjacent and form in preps) or (form not in preps and "ب" in preps and ground.form(pair.inner)[:1] == "ب"):
        return not _later(ground, pair, stop)
    if "d" in use and (place.entry["pronoun"] or form == "ب" or (
            place.entry["part"] == "participle" and (before == place.after or form.startswith("ايا")))):
        return not _later(ground, pair, stop)
    if not any(each in use for each in "smc") and not (adjacent and "e" in use):
        return False
    if pair.words >= SPOKEN_LONG:
        return True
    if "opener_prep" in whole_kinds(form) or len(form) == 1 or not (adjacent or "s" in use or "m" in use):
        return False
    if (pair.words == 1 and "s" not in use) or "name_opener" in kinds(ground.form(pair.inner)) or _later(ground, pair, stop):
        return False
    return _complete(ground, pair, place, stop, adjacent)


def _named(ground: Ground, pair: Pair, adjacent: bool) -> bool:
    before = pair.first - 1
    if adjacent:
        return False
    if ground.is_a(before, "saying_place"):
        return pair.words < PLACED_LONG
    return pair.words < NAMED_LONG and ground.is_a(before, "name_opener")


def _complete(ground: Ground, pair: Pair, place: Place, stop: int, adjacent: bool) -> bool:
    """True where so few words in marks are a speech: by their end mark, their verb, or as nothing follows them."""
    if ground.form(pair.outer - 1) in ENDS or ground.form(pair.first - 1) in COMMAS:
        return True
    first = ground.form(pair.inner)
    if pair.words > 2 and ("spoken" in whole_kinds(first) or (len(first) > 2 and first[0] in "ين") or (
            adjacent and place.entry["part"] == "participle")):
        return True
    ends = pair.after >= stop or not ground.is_word(pair.after)
    return ends and (adjacent or pair.words > 3)


def _later(ground: Ground, pair: Pair, stop: int) -> bool:
    """True where a complementizer, a colon or longer marks follow a short pair."""
    if not pair.closed or pair.words >= SPOKEN_LONG:
        return False
    for index in range(pair.after, min(stop, pair.after + 20)):
        other = ground.jump.get(index)
        own = ground.complementizer(index) and "an_owner" not in whole_kinds(ground.form(index - 1))
        if own or ground.form(index) == ":" or (other and other.words >= SPOKEN_LONG):
            return True
        if blocks(ground, index):
            return False
    return False
