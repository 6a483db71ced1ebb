"""Speech behind its cue: direct in marks or behind a colon, indirect or mixed behind أن."""

from collections.abc import Sequence

from components import verbs
from components.extract.quotes.clauses import clause_end, conjunction, topic
from components.extract.quotes.cues import Said
from components.extract.quotes.drafts import Draft, cue_of, draft, pair_content
from components.extract.quotes.ground import (
    ATTRIBUTION,
    COMMAS,
    COMPLEMENTIZER,
    NARRATOR,
    VERB,
    Ground,
    common,
    kinds,
    whole_kinds,
)
from components.extract.quotes.marks import Pair
from components.extract.quotes.nearer import blocks, by_describing
from components.extract.quotes.running import closed_late, speech_end
from components.extract.quotes.terms import personal, quoted_words
from components.extract.quotes.turns import frame, taken_back
from components.extract.quotes.verbs import MANNER, adverbial, finite
from components.extract.speech import Order
from components.model import QuoteKind
from components.text.tokens import DIGITS, LINE, MARK, STOPS

WHAT = "ما"
ADDED = 2  # tokens of a clause that goes on behind marks
CONTENTED = 8  # tokens of such a verb and its subject
DAY = 5  # tokens of a clause behind which a weekday is the narrator's
DESCRIPTION = 8  # tokens in which a description must quote
EXPLAINED = 3  # words in marks behind the colon of a reported clause
LONG = 12  # words in marks that are all that is reported, whatever follows them
STATE = 5  # letters of an adjective in the accusative
TAIL = 8  # tokens behind them that still belong to the clause
NO_THING = frozenset({"relative", "hal", "bare_turn", "noun_prep"})
HEADLINES, HEAD = 2, 6  # first units of a text, and tokens of a speaker there before a verb
BEFORE = 60  # tokens before a cue that may name its speaker
NEXT = 8  # tokens of a verb and its subject before a participle


def behind_cues(ground: Ground, saids: Sequence[Said], stops: Sequence[int]) -> list[Draft]:
    found: list[Draft] = []
    for number, said in enumerate(saids):
        if number and _own_words(ground, saids[number - 1], said):
            continue
        room = _room(ground, said, found)
        made = {"mark": in_marks, "colon": behind_colon, "clause": clause}[said.opening.how](ground, said, stops, room)
        if made:
            found.append(made)
            found.extend(_explained(ground, said, made, room))
            if made.pair and made.pair.closed:
                found.extend(_further(ground, said, made.pair, room))
                found.extend(_and_that(ground, said, made.pair, stops, room))
    return found


def _own_words(ground: Ground, before: Said, said: Said) -> bool:
    """قال إنه يتوقع أن: the inner verb is part of what was said, and says nothing of its own."""
    pair = ground.jump.get(said.after)  # قالت إنها علمت «بأسف» أن
    behind = pair.after if pair and pair.closed and ground.form(pair.inner)[:1] == "ب" else said.after
    return (before.opening.how == "clause" and said.first == before.opening.content and said.form == "finite"
            and not _subject(ground, behind, said.opening.room_end))


def _explained(ground: Ground, said: Said, made: Draft, room: tuple[Order, tuple[int, int]]) -> list[Draft]:
    """رأى الطبيب أن الإصابة خفيفة: «سيعود غدا إلى الملعب»: the words behind the colon are a record of their own."""
    pair = ground.jump.get(made.after + 1) if ground.form(made.after) == ":" and said.opening.how == "clause" else None
    if not pair or pair.words < EXPLAINED:
        return []
    content = pair_content(ground, pair) if pair.closed else _run_on(ground, pair.inner, ground.unit(pair.inner)[1])
    if not content:
        return []
    return [draft(ground, *content, "direct", "quote.cue_marks", 0.9, pair=pair, **_cue(ground, said, room))]


def _further(ground: Ground, said: Said, pair: Pair, room: tuple[Order, tuple[int, int]]) -> list[Draft]:
    """«…» و«…»: pairs joined by و under one cue, each a record."""
    made = []
    while (after := _joined(ground, pair)) is not None:
        pair = after
        if content := pair_content(ground, pair):
            made.append(draft(ground, *content, "direct", "quote.clause_marks", 0.9, pair=pair, **_cue(ground, said, room)))
    return made


def _and_that(ground: Ground, said: Said, pair: Pair, stops: Sequence[int],
              room: tuple[Order, tuple[int, int]]) -> list[Draft]:
    """وقال الطبيب «العملية نجحت»، وإن المريض سيغادر: the same cue goes on with a clause behind its marks."""
    opener = pair.after + 1
    if ground.form(pair.after) not in COMMAS or said.opening.how != "mark" or not said.entry.uses & MANNER or not any(
            place.clitics == "و" and not place.article for place in ground.places(opener, COMPLEMENTIZER)):
        return []
    if opener + 1 in ground.jump or (verbs.is_finite(ground.form(opener + 1)) and ground.form(opener) == "وان"):
        return []  # وإن كان, وأن «…»
    first, end = ground.trimmed(opener + 1, clause_end(ground, opener + 1, stops))
    if end - first < ADDED:
        return []
    kind: QuoteKind = "mixed" if quoted_words(ground, first, end) else "indirect"
    return [draft(ground, first, end, kind, "quote.clause", 0.8, **_cue(ground, said, room))]


def _joined(ground: Ground, pair: Pair) -> Pair | None:
    """The pair behind `pair` with nothing but و or وأنه, and perhaps a comma, between them."""
    index = pair.after + (ground.form(pair.after) in COMMAS)
    if index >= ground.unit(pair.first)[1]:
        return None
    beside = ground.jump.get(index)  # «…:» «…»
    if beside and beside.closed and beside.words > 2:
        return beside
    after = ground.jump.get(index + 1)
    if not (after and after.closed and after.words > 1):
        return None
    if ground.form(index) == "و":
        return after
    again = any(place.clitics == "و" and not place.article for place in ground.places(index, COMPLEMENTIZER))
    return after if again and alone(ground, after) else None


def in_marks(ground: Ground, said: Said, stops: Sequence[int], room: tuple[Order, tuple[int, int]]) -> Draft | None:
    pair = ground.jump[said.opening.content]
    content = pair_content(ground, pair) if pair.closed else _unclosed(ground, pair, stops)
    if content is None:
        return None
    if pair.closed and (after := _own_voice(ground, pair, stops)):
        return draft(ground, pair.first, after, "mixed", "quote.clause", 0.8, **_cue(ground, said, room))
    rule = "quote.described" if "describes" in said.entry.uses and said.entry["part"] != "participle" else "quote.cue_marks"
    return draft(ground, *content, "direct", rule, 0.95 if pair.closed else 0.6, pair=pair, **_cue(ground, said, room))


def _own_voice(ground: Ground, pair: Pair, stops: Sequence[int]) -> int:
    """«لم أختر هذه الكلمات» لكنني لن أضيف شيئا: the token behind what the speaker goes on with as I or we; 0 if nothing."""
    first = pair.after + (ground.form(pair.after) in COMMAS)
    end = ground.unit(pair.first)[1]
    if first + 1 >= end or "goes_on" not in whole_kinds(ground.form(first)):
        return 0
    return ground.trimmed(first, clause_end(ground, first, stops))[1]


def _unclosed(ground: Ground, pair: Pair, stops: Sequence[int]) -> tuple[int, int] | None:
    """Without a closing mark speech ends by its sense, as a reported clause does."""
    end = pair.outer if ground.opens_line(pair.outer + 1) else clause_end(ground, pair.inner, stops)
    return _run_on(ground, pair.inner, end)


def _run_on(ground: Ground, first: int, end: int) -> tuple[int, int] | None:
    """The tokens of a speech without a closing mark, over the sentences in the speaker's voice; None where it is empty."""
    last = speech_end(ground, first, end) if end == ground.unit(first)[1] else end
    first, after = ground.trimmed(first, end) if last == end else (first, last)
    return (first, after) if after > first else None


def behind_colon(ground: Ground, said: Said, stops: Sequence[int], room: tuple[Order, tuple[int, int]]) -> Draft | None:
    first = said.opening.content
    end = clause_end(ground, first, stops)
    end = ground.stray_mark(first, end)
    if _circumstance(ground, first, end):
        return None
    first, end = _run_on(ground, first, end) or (first, first)
    if end - first < 2:
        return None
    return draft(ground, first, end, "direct", "quote.cue_colon", 0.8, **_cue(ground, said, room))


def _circumstance(ground: Ground, first: int, end: int) -> bool:
    """وأضاف سالم: سعيدا بما قدمه فريقه، قائلا: «…»: how he spoke, not yet what he said."""
    if ground.form(first)[-1:] != "ا" or len(ground.form(first)) < STATE or not any(
            adverbial(ground, place) and "plain" in place.entry.uses for place in ground.places(end, VERB)):
        return False
    form = ground.form(first + 1)
    return form[:1] == "ب" or "noun_prep" in whole_kinds(form)


def clause(ground: Ground, said: Said, stops: Sequence[int], room: tuple[Order, tuple[int, int]]) -> Draft | None:
    first, cue = said.opening.content, _cue(ground, said, room)
    pair = ground.jump.get(first)
    if ground.form(first - 1) == ":" and pair and (content := pair_content(ground, pair)):
        return draft(ground, *content, "direct", "quote.clause_marks", 0.95, pair=pair, **cue)
    described = "describes" in said.entry.uses and "reports" not in said.entry.uses
    if pair and pair.closed and (tail := closed_late(ground, pair.after)):
        return draft(ground, first, tail, "mixed", "quote.clause", 0.8, **cue)
    if pair and (not pair.closed or alone(ground, pair) or _of_thing(ground, said, pair)):
        content = pair_content(ground, pair) if pair.closed else _unclosed(ground, pair, stops)
        if content and (pair.closed or pair.words > 2):
            return draft(ground, *content, "direct", "quote.clause_marks", 0.95, pair=pair, **cue)
    first, end = ground.trimmed(first, _end(ground, said, clause_end(ground, first, stops)))
    end = _without_day(ground, first, end)
    if end - first > 1 and ground.stray_mark(end - 2, end) == end - 1:
        first, end = ground.trimmed(first, end - 1)  # a mark that nothing opened
    bare = len(ground.form(said.opening.content - 1)) < 3  # قال إنه سيستقيل, but not قال إن هجوما
    if end - first < (2 if bare else 1) and not (pair and pair.closed):
        return None
    if pair and pair.closed and pair.after >= end and (content := pair_content(ground, pair)):
        return draft(ground, *content, "direct", "quote.clause_marks", 0.9, pair=pair, **cue)
    words = quoted_words(ground, first, min(end, first + DESCRIPTION) if described else end)
    placed = pair and pair.closed and _placed(ground, pair)
    if described and pair and (not words or placed) and (content := pair_content(ground, pair)):
        return draft(ground, *content, "direct", "quote.described", 0.9, pair=pair, **cue)
    if described and not words and "accuses" not in said.entry.uses:
        return None  # described without marks: not asked for
    kind: QuoteKind = "mixed" if words else "indirect"
    start = conjunction(ground, first) if ground.complementizer(first - 1) and len(ground.form(first - 1)) > 2 else None
    return draft(ground, first, end, kind, "quote.clause", 0.85, start=start, **cue)  # أنه وخلال: without و


def _placed(ground: Ground, pair: Pair) -> bool:
    """بأنها «قديمة» منذ زواجها: behind the words in marks the narrator says when or where."""
    while after := _joined(ground, pair):
        pair = after
    return "noun_prep" in whole_kinds(ground.form(pair.after))


def _end(ground: Ground, said: Said, end: int) -> int:
    """A relative clause between commas closes at the next one: السلطات، التي تقول إنها تطاردهم، منذ أسابيع; others may be
    taken back by the narrator."""
    end = taken_back(ground, said, said.opening.content, end)
    for index in ground.colons(said.opening.content + 1, end - 1):
        pair = ground.jump.get(index + 1) if not ground.inside[index] else None
        if pair and pair.words >= EXPLAINED and ground.trimmed(pair.after, end)[0] >= end and (
                ground.words_in(said.opening.content, index) >= EXPLAINED and not any(
                    "plain" in place.entry.uses for place in ground.places(index - 1, VERB))):
            end = index  # إن الإصابة خفيفة: «سيعود غدا»
            break
    if "relative" not in whole_kinds(ground.form(said.first - 1)) or ground.form(said.first - 2) not in COMMAS:
        return end
    return next((index for index in range(said.opening.content + 1, end)
                 if ground.form(index) in COMMAS and not ground.inside[index]), end)


def _without_day(ground: Ground, first: int, end: int) -> int:
    """A weekday behind the last comma says when it was said: كشف النادي أن نجمه باق، الاثنين."""
    if end - first > DAY and ground.form(end - 2) in COMMAS and ground.tokens.at(end - 1, "time_weekday"):
        return end - 2
    return end


def _cue(ground: Ground, said: Said, room: tuple[Order, tuple[int, int]]) -> dict:  # type: ignore[type-arg]
    return {"cue": cue_of(ground, said.first, said.after, said.entry), "at": (said.first, said.after),
            "order": room[0], "room": room[1]}


def _room(ground: Ground, said: Said, found: Sequence[Draft]) -> tuple[Order, tuple[int, int]]:
    owned = said.opening.room_end > said.after and "own_words" in whole_kinds(ground.form(said.after))  # وتابعت حديثها: …
    behind = (said.after + owned, max(said.after, said.opening.room_end))
    begin = max(ground.unit(said.first)[0], said.first - BEFORE)
    if by_describing(ground, said.place):
        return "chained", (begin, said.first)
    if said.form == "phrase" and (room := _contented_with(ground, begin, said.first)):
        return room
    if said.form == "phrase" or (said.form == "masdar" and not said.entry["pronoun"] and not said.place.article):
        return "cue_first", behind
    if said.form == "masdar" and said.place.clitics == "ب" and any(
            adverbial(ground, place) for place in ground.places(said.first - 1, VERB)):
        return "chained", behind  # مؤكدا بقوله
    if said.form == "masdar":
        return "chained", (_carrier(ground, begin, said.first), said.first)
    if said.form == "participle":
        if found and found[-1].first >= begin and found[-1].speech.order != "none":
            turn = _turned_to(ground, found[-1].after, said.first)
            return "chained", (turn, said.first) if turn < said.first else behind
        return "chained", (begin, said.first)
    if _headline(ground, said):
        return "colon", (ground.unit(said.first)[0], said.first)
    if said.place.clitics in ("و", "ف", "وس") or _subject(ground, *behind) or topic(ground, said) < said.first:
        return "cue_first", behind
    begin = _clause_begin(ground, begin, said.first)
    if found and begin < found[-1].after < said.first and ground.form(said.first - 1) in COMMAS and (
            found[-1].speech.cue_first == frame(ground, said.first)[1]):
        return "cue_first", behind  # وإذ أوضح أن العمل مستمر، قال: …
    if any(ground.is_word(index) for index in range(begin, said.first)):
        return "speaker_first", (begin, said.first)
    return "cue_first", behind


def _contented_with(ground: Ground, begin: int, first: int) -> tuple[Order, tuple[int, int]] | None:
    """الأب يكتفي بعبارة واحدة: «…», اكتفى الأب بجملة قصيرة: the subject of the verb that makes do with so few words."""
    verb = next((index for index in range(first - 1, max(begin, first - CONTENTED) - 1, -1)
                 if ground.is_a(index, "contented")), None)
    if verb is None:
        return None
    return ("chained", (verb + 1, first)) if verb < first - 1 else ("speaker_first", (begin, first))


def _turned_to(ground: Ground, first: int, after: int) -> int:
    """«…»، ليعلق الدفاع زاعما «…»: the verb of saying with a subject of its own between two speeches, else `after`."""
    for index in range(after - 2, max(first, after - NEXT), -1):
        if any(finite(place) and place.clitics in ("و", "ف", "ل") for place in ground.places(index, VERB)):
            return index if _subject(ground, index + 1, after) else after
        if not ground.is_word(index):
            return after
    return after


def _headline(ground: Ground, said: Said) -> bool:
    """المالية الكينية تكشف أرقام الغرامات: …: before the colon of a headline the speaker stands before the verb."""
    first = ground.unit(said.first)[0]
    return (ground.unit_of[said.first] < HEADLINES and not said.place.clitics and said.entry["part"] == "present"
            and ground.form(said.opening.content - 1) == ":" and 0 < said.first - first <= HEAD
            and said.opening.room_end > said.after and "noun_prep" not in whole_kinds(ground.form(first)))


def _carrier(ground: Ground, begin: int, end: int) -> int:
    """Behind the verb that hands on (نقلت) or makes do with it (اكتفى بذكر), so that the room holds carrier and source; so
    behind وهو ما أيده, whose subject speaks."""
    for index in range(end - 1, begin - 1, -1):
        if ground.form(index - 1) == WHAT and "hal" in whole_kinds(ground.form(index - 2)):
            return index + 1
        if ground.is_a(index, "contented") or any("carries" in place.entry.uses for place in ground.places(index, VERB)):
            return index + 1
    return begin


def _subject(ground: Ground, first: int, after: int) -> bool:
    """True where the room behind a cue begins with a noun that may speak."""
    if first >= after or not (ground.is_word(first) or first in ground.jump):
        return first < after and ground.tokens.kind(first) == DIGITS  # أشار 88٪ من المجيبين إلى أن
    return "no_subject" not in kinds(ground.form(first))


def _clause_begin(ground: Ground, begin: int, end: int) -> int:
    """Where the clause begins whose speaker stands before its cue: behind أن or a narrator's word."""
    aside = ground.form(end - 1) in COMMAS  # الشركة، التي تأسست هنا، تدعي أن
    for index in ground.clause_openers(begin, end):
        if ground.complementizer(index) or (not aside and "relative" in whole_kinds(ground.form(index))):
            return index + 1
        for place in ground.places(index, NARRATOR):
            if place.after <= end:
                return place.after
    return begin


def alone(ground: Ground, pair: Pair) -> bool:
    """True where a pair behind أن is all that is reported, though words of the narrator may follow."""
    end, index = ground.unit(pair.first)[1], pair.after
    form = ground.form(index)
    if personal(ground, pair) and ground.is_word(index):
        return False  # إن «سامي كرم» اعترف
    if index >= end or ground.tokens.kind(index) == LINE or (pair.words >= LONG and not _short_tail(ground, index, end)):
        return True
    if pair.words > 1 and (after := _joined(ground, pair)):
        return alone(ground, after)
    if ground.tokens.kind(index) == MARK and (form in COMMAS or form in STOPS or form in ":)"):
        follow = index + 1
        if any(place.kind == COMPLEMENTIZER and place.clitics == "و" for place in ground.tokens.opening.get(follow, ())):
            return False
        return not (form in COMMAS and pair.words < 3 and follow < end and not _narrates(ground, follow))
    return _narrates(ground, index)


def _of_thing(ground: Ground, said: Said, pair: Pair) -> bool:
    """ضربات على مواقع قال الجيش إنها «سرية» في الوادي: what somebody calls a thing in the narrator's sentence."""
    thing, opener = said.first - 1, pair.first - 1
    short = pair.words < 3 and said.form == "finite" and not said.place.clitics and said.opening.content == pair.first
    if not short or thing <= ground.unit(said.first)[0] or not ground.is_word(thing) or "plain" not in said.entry.uses:
        return False
    form = ground.form(thing)
    if not ground.form(opener).endswith("ها") or form[:2] == "ال" or not common(form) or whole_kinds(form) & NO_THING:
        return False
    return not ground.places(thing, NARRATOR) and not ground.complementizer(thing)


def _short_tail(ground: Ground, first: int, end: int) -> bool:
    """«… على طول الحاجز» الفاصل: a few words that end the clause behind long marks are reported too."""
    return ground.is_word(first) and end - first <= TAIL and not any(
        index in ground.cue_tokens or index in ground.jump or ground.places(index, NARRATOR)
        or ground.places(index, ATTRIBUTION) for index in range(first, end))


def _cue_near(ground: Ground, first: int) -> bool:
    return any(finite(place) for index in (first, first + 1) for place in ground.places(index, VERB))


def _narrates(ground: Ground, index: int) -> bool:
    if blocks(ground, index) or ground.is_a(index, "saying_place") or ground.is_a(index + 1, "saying_place"):
        return True
    if "circumstance" in whole_kinds(ground.form(index)):
        return True
    for place in ground.tokens.opening.get(index, ()):
        if place.kind == ATTRIBUTION or (place.kind == NARRATOR and (
                place.entry["turn"] == "aside" or _cue_near(ground, place.after))):
            return True
        if place.kind == VERB and ((finite(place) and place.clitics) or adverbial(ground, place)):
            return True
    return False
