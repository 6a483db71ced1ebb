"""Speech before its cue: «…»، قال X؛ where machines translate also a bare clause, قال X."""

from collections.abc import Collection

from components.extract.quotes.clauses import conjunction
from components.extract.quotes.drafts import Draft, cue_of, draft, pair_content
from components.extract.quotes.ground import CLEAR, COMMAS, VERB, Ground, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.running import mark_above
from components.extract.quotes.terms import quoted_words
from components.extract.quotes.verbs import FOLLOWING, SPOKEN, adverbial, finite, homograph
from components.model import QuoteKind
from components.text.tokens import LINE, MARK, Place

LEAST, SURE = 2, 4  # words of a clause before its cue, behind a mark that opened above, and elsewhere
NOUN = 2  # tokens of a noun of words
SHORT = 3  # words of a name that is a line by itself
SOURCE = 7  # words of a sentence that names the source alone
PARTIES = frozenset({"actor_title", "actor_body", "actor_unnamed", "actor_name"})
TAIL = 16  # tokens of a speaker clause behind its content


def before_cues(ground: Ground, pairs: Collection[int], cued: Collection[int]) -> list[Draft]:
    """«…»، قال X; and, where machines translate, a bare clause, قال X."""
    found: list[Draft] = []
    for place in ground.tokens.places.get(VERB, ()):
        if ground.inside[place.first] or place.clitics or not _may_follow(ground, place) or (
                _worded_next(ground, place.after)):
            continue
        made = marks_before(ground, place, pairs, cued)
        if made is None and place.first not in cued:
            made = clause_before(ground, place)
        if made and not (found and found[-1].first == made.first):
            found.append(made)
            if made.pair and (rest := resumed(ground, made, pairs)):
                found.append(rest)
    return found


def resumed(ground: Ground, made: Draft, pairs: Collection[int]) -> Draft | None:
    """«…»، قالت X، «…»: what follows the speaker in marks is hers too."""
    first, after = made.speech.room
    for index in range(first + 1, after):
        pair = ground.jump.get(index)
        if pair and pair.closed and ground.form(index - 1) in COMMAS and pair.first not in pairs and (
                content := pair_content(ground, pair)):
            speech = made.speech
            return draft(ground, *content, "direct", "quote.resumed", 0.85, pair=pair, cue=speech.cue,
                         at=(speech.cue_first, speech.cue_after), order="content_first", room=(first, index))
    return None


def _may_follow(ground: Ground, place: Place) -> bool:
    if homograph(place):
        return False
    if adverbial(ground, place):
        return "plain" in place.entry.uses
    return finite(place) and bool(place.entry.uses & SPOKEN)


def _cue(ground: Ground, place: Place, end: int) -> dict:  # type: ignore[type-arg]
    return {"cue": cue_of(ground, place.first, place.after, place.entry), "at": (place.first, place.after),
            "order": "content_first", "room": (place.after, end)}


def _room_end(ground: Ground, place: Place) -> int:
    index, end = place.after, min(ground.unit(place.first)[1], place.after + TAIL)
    while index < end:
        pair = ground.jump.get(index)
        if (pair and pair.words > 4) or ground.form(index) in (":", "."):
            break
        index = pair.after if pair and pair.closed else index + 1
    return index


def marks_before(ground: Ground, place: Place, pairs: Collection[int], cued: Collection[int]) -> Draft | None:
    noun = _noun_of_words(ground, place)
    index, thus = noun - 1, noun < place.first
    while index >= 0 and noun - index < 6:
        if "thus" in whole_kinds(ground.form(index)):
            thus = True
        elif ground.form(index) == "كما" and ground.form(place.after) in COMMAS and place.after + 1 in ground.jump:
            thus = True  # «…»، كما أضافت، «…»
        elif ground.tokens.kind(index) == LINE and _tells(ground, place):
            pass  # «…». / قال المدرب بعد المباراة.
        elif ground.tokens.kind(index) != MARK or ground.form(index) not in CLEAR:
            break
        index -= 1
    pair = ground.closers.get(index)
    if pair and ground.tokens.kind(index + 1) == LINE and not _alone(ground, pair):
        return None
    if pair is None or pair.first in pairs or not (thus or _may_stand_before(ground, pair, place, cued)):
        return None
    content = pair_content(ground, pair)
    if content is None or ground.is_a(pair.first - 1, "name_opener"):
        return None
    cue = _cue(ground, place, _room_end(ground, place))
    return draft(ground, *content, "direct", "quote.marks_cue", 0.9, pair=pair, **cue)


def _worded_next(ground: Ground, after: int) -> int:
    """«…» رد مقتضب قاله المؤلف: the token of the verb whose object are the words just named, at most two tokens on; 0 where
    none stands."""
    return next((index for index in range(after, after + NOUN) if any(
        place.entry.get("pronoun") and "plain" in place.entry.uses and finite(place) and not place.clitics
        for place in ground.places(index, VERB))), 0)


def _noun_of_words(ground: Ground, place: Place) -> int:
    """The token before «جملة قصيرة قالها»: a noun of words, with its adjective or without; the verb itself where none is."""
    if not (place.entry.get("pronoun") and "plain" in place.entry.uses and finite(place)):
        return place.first
    return next((index for index in range(place.first - 1, place.first - 1 - NOUN, -1)
                 if "worded" in whole_kinds(ground.form(index))), place.first)


def _tells(ground: Ground, place: Place) -> bool:
    """A line that says only who said what stands in the line above: قال المدرب سامي كرم بعد المباراة."""
    first, end = ground.unit(place.first)
    return (place.first == first and "plain" in place.entry.uses and place.entry["part"] == "past"
            and ground.words_in(first, end) <= TAIL and not any(
                index in ground.jump or ground.complementizer(index) or ground.form(index) == ":"
                for index in range(place.after, end)))


def _alone(ground: Ground, pair: Pair) -> bool:
    """True for marks that are a line by themselves."""
    return ground.tokens.kind(pair.first - 1) == LINE and pair.words > SHORT


def _may_stand_before(ground: Ground, pair: Pair, place: Place, cued: Collection[int]) -> bool:
    """Few words in marks before a verb are its subject or a name in the sentence before, not its content."""
    begins = pair.first == ground.unit(pair.first)[0]
    use = place.entry.uses
    if not use & FOLLOWING and not (begins and (use & {"reports", "marks"})):
        return False
    if not use & (FOLLOWING | {"reports"}) and place.entry["part"] != "present":
        return False
    if place.first in cued or ground.is_a(place.first + 1, "opener_prep"):
        return begins and pair.words > 3
    if begins and "says" in use and ground.form(pair.after) in COMMAS:
        return pair.words > 1
    if begins and place.entry["part"] == "present" and ground.form(pair.after) in COMMAS:
        return pair.words > 2  # «الوضع لا يحتمل»، يختم حديثه
    return pair.words > (2 if begins else 4)


def _by_itself(ground: Ground, place: Place) -> Draft | None:
    """السلطات أخفت الأمر. تضيف جريدة «الضفة» الإسبانية.: a sentence that says only whose the one before in its line is."""
    first, end = ground.unit(place.first)
    if "objectless" not in place.entry.uses or place.clitics or place.entry["part"] != "present" or not first or (
            ground.tokens.kind(first - 1) == LINE or ground.words_in(first, end) > SOURCE):
        return None
    told = any(ground.complementizer(index) or ground.form(index) == ":" or (
        index in ground.jump and ground.jump[index].words > SHORT) for index in range(place.after, end))
    opening = ground.tokens.opening.get(place.after, ())
    party = ground.is_a(place.after, "org_opener") or any(each.kind in PARTIES and not each.clitics for each in opening)
    begin, after = ground.trimmed(*ground.unit(first - 1))
    cued = (index for index in range(begin, after) if index in ground.cue_tokens)
    if told or not party or ground.form(end - 1) != "." or ground.words_in(begin, after) < SURE or any(
            finite(each) for index in cued for each in ground.places(index, VERB)):
        return None
    kind: QuoteKind = "mixed" if quoted_words(ground, begin, after) else "indirect"
    return draft(ground, begin, after, kind, "quote.clause_cue", 0.6, start=conjunction(ground, begin),
                 **_cue(ground, place, ground.trimmed(first, end)[1]))


def clause_before(ground: Ground, place: Place) -> Draft | None:
    """content، قال المسؤول. The verb takes no object, so a comma before it and a short tail make the order plain."""
    begin, end = ground.unit(place.first)
    if place.first == begin and (said := _by_itself(ground, place)):
        return said
    if "objectless" not in place.entry.uses or place.clitics or ground.form(place.first - 1) not in COMMAS:
        return None
    tail_end = _room_end(ground, place)
    if not ground.is_word(place.after) or ground.form(tail_end) == ":" or any(
            ground.complementizer(index) for index in range(place.after, tail_end)):
        return None
    rest = ground.trimmed(tail_end, end)
    if rest[0] < rest[1]:
        return None
    first, after = ground.trimmed(begin, place.first)
    if ground.words_in(first, after) < (LEAST if mark_above(ground, begin) else SURE):
        return None
    kind: QuoteKind = "mixed" if quoted_words(ground, first, after) else "indirect"
    return draft(ground, first, after, kind, "quote.clause_cue", 0.75, start=conjunction(ground, first),
                 **_cue(ground, place, tail_end))
