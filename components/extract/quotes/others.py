"""Speech before its cue, under an attribution, behind a headline's colon, and quotations that go on."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from components.extract.quotes.attribution import Attributed
from components.extract.quotes.clauses import LONGEST, clause_end, conjunction
from components.extract.quotes.drafts import Draft, cue_of, draft, pair_content
from components.extract.quotes.ground import ATTRIBUTION, CLEAR, COMMAS, NARRATOR, VERB, Ground, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.reported import alone
from components.extract.quotes.terms import quoted_words
from components.extract.quotes.verbs import FOLLOWING, SPOKEN, adverbial, finite, homograph, uses
from components.model import QuoteKind
from components.text.tokens import LINE, MARK, WORD, Place

MIDDLE = 4  # tokens of a clause that goes on behind an attribution in its middle
NEAREST = 4  # so many speeches before an attribution may reach it
LAST = 80  # tokens of a last clause
TAIL = 16  # tokens of a speaker clause behind its content


def before_cues(ground: Ground, pairs: Collection[int], cued: Collection[int]) -> list[Draft]:
    """«…»، قال X; and, where machines translate, a bare clause, قال X."""
    found: list[Draft] = []
    for place in ground.tokens.places.get(VERB, ()):
        if ground.inside[place.first] or place.clitics or not _may_follow(ground, place):
            continue
        made = _marks_before(ground, place, pairs, cued)
        if made is None and place.first not in cued:
            made = _clause_before(ground, place)
        if made and not (found and found[-1].first == made.first):
            found.append(made)
            if made.pair and (rest := _resumed(ground, made, pairs)):
                found.append(rest)
    return found


def _resumed(ground: Ground, made: Draft, pairs: Collection[int]) -> Draft | None:
    """«…»، قالت X، «…»: what follows the speaker in marks is hers too."""
    first, after = made.speech.room
    for index in range(first + 1, after):
        pair = ground.jump.get(index)
        if pair and pair.closed and ground.form(index - 1) in COMMAS and pair.first not in pairs and (
                content := pair_content(ground, pair)):
            speech = made.speech
            return draft(ground, *content, "direct", "marks resumed", 0.85, pair=pair, cue=speech.cue,
                         at=(speech.cue_first, speech.cue_after), order="content_first", room=(first, index))
    return None


def _may_follow(ground: Ground, place: Place) -> bool:
    if homograph(place):
        return False
    if adverbial(ground, place):
        return "plain" in uses(place.entry)
    return finite(place) and bool(uses(place.entry) & SPOKEN)


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


def _marks_before(ground: Ground, place: Place, pairs: Collection[int], cued: Collection[int]) -> Draft | None:
    index, thus = place.first - 1, False
    while index >= 0 and place.first - index < 6:
        if "thus" in whole_kinds(ground.form(index)):
            thus = True
        elif ground.tokens.kind(index) != MARK or ground.form(index) not in CLEAR:
            break
        index -= 1
    pair = _closing(ground, index)
    if pair is None or pair.first in pairs or not (thus or _may_stand_before(ground, pair, place, cued)):
        return None
    content = pair_content(ground, pair)
    if content is None or ground.is_a(pair.first - 1, "name_opener"):
        return None
    cue = _cue(ground, place, _room_end(ground, place))
    return draft(ground, *content, "direct", "marks then cue", 0.9, pair=pair, **cue)


def _may_stand_before(ground: Ground, pair: Pair, place: Place, cued: Collection[int]) -> bool:
    """Few words in marks before a verb are its subject or a name in the sentence before, not its content."""
    begins = pair.first == ground.unit(pair.first)[0]
    use = uses(place.entry)
    if not use & FOLLOWING and not (begins and "reports" in use):
        return False
    if place.first in cued or ground.is_a(place.first + 1, "opener_prep"):
        return begins and pair.words > 3
    if begins and "says" in use and ground.form(pair.after) in COMMAS:
        return pair.words > 1
    return pair.words > (2 if begins else 4)


def _closing(ground: Ground, index: int) -> Pair | None:
    """The outermost pair whose closing mark is token `index`."""
    return ground.closers.get(index)


def _clause_before(ground: Ground, place: Place) -> Draft | None:
    """content، قال المسؤول. The verb takes no object, so a comma before it and a short tail make the order plain."""
    begin, end = ground.unit(place.first)
    if "objectless" not in uses(place.entry) or place.clitics or ground.form(place.first - 1) not in COMMAS:
        return None
    tail_end = _room_end(ground, place)
    if not ground.is_word(place.after) or ground.form(tail_end) == ":" or any(
            ground.complementizer(index) for index in range(place.after, tail_end)):
        return None
    rest = ground.trimmed(tail_end, end)
    if rest[0] < rest[1]:
        return None
    first, after = ground.trimmed(begin, place.first)
    if sum(ground.is_word(index) for index in range(first, after)) < 4:
        return None
    kind: QuoteKind = "mixed" if quoted_words(ground, first, after) else "indirect"
    return draft(ground, first, after, kind, "clause then cue", 0.75, start=conjunction(ground, first),
                 **_cue(ground, place, tail_end))


def under_attributions(ground: Ground, sources: Sequence[Attributed], made: Sequence[Draft], pairs: Collection[int],
                       stops: Mapping[int, int]) -> list[Draft]:
    """The clauses that وفقا لـ and its like put into somebody's mouth; not those that a cue already reports."""
    found = []
    cued = sorted((each.speech.cue_first, each.after) for each in made if each.speech.cue)
    firsts = {first for first, _ in cued}
    for source in sources:
        if source.position != "initial":
            begin = ground.unit(source.first)[0]
            until = bisect_left(cued, (source.first, 0))
            near = [after for first, after in cued[max(0, until - NEAREST):until] if first >= begin]
            found.extend(_before(ground, source, near, pairs))
        if source.position != "final":
            found.extend(_behind(ground, source, firsts, pairs, stops))
    return found


def _source(ground: Ground, source: Attributed) -> dict:  # type: ignore[type-arg]
    entry, lemma = source.place.entry, str(source.place.entry["lemma"])
    cue = cue_of(ground, source.first, source.after, entry, lemma)
    if entry["takes"] == "la":  # وفقا للوزارة: the cue is وفقا لـ
        end = ground.tokens.inner(source.after, 1)
        cue = replace(cue, end=end, text=ground.tokens.text[cue.start:end])
    return {"cue": cue, "at": (source.first, source.after),
            "order": "attribution", "room": (source.after, source.room_end)}


def _content(ground: Ground, first: int, after: int, start: int | None, source: Attributed) -> list[Draft]:
    first, after = ground.trimmed(first, after)
    if after - first < 2:
        return []
    pair = ground.jump.get(first)
    if pair and pair.closed and pair.after >= after:
        content = pair_content(ground, pair)
        return [draft(ground, *content, "direct", "attributed marks", 0.9, pair=pair, **_source(ground, source))] if (
            content) else []
    kind: QuoteKind = "mixed" if quoted_words(ground, first, after) else "indirect"
    return [draft(ground, first, after, kind, "attributed clause", 0.8, start=start, **_source(ground, source))]


def _before(ground: Ground, source: Attributed, cued: Sequence[int], pairs: Collection[int]) -> list[Draft]:
    """`cued` are the ends of the speeches with a cue before the source in its sentence."""
    begin = ground.unit(source.first)[0]
    last = source.first - 1
    comma = ground.form(last) in COMMAS
    last -= comma
    while last > begin and any(place.entry.get("free") for place in ground.places(last, NARRATOR)):
        last -= 1 + (ground.form(last - 1) in COMMAS)
    pair = _closing(ground, last)
    if pair and pair.first in pairs and pair.words > 2:
        return []
    if pair and (pair.words > 7 or pair.first == begin) and not ground.is_a(pair.first - 1, "name_opener"):
        return _content(ground, pair.first, pair.after, None, source)
    owned = source.place.entry["takes"] == "owned" or source.after == source.room_end
    if any(owned or after >= last for after in cued) or source.first - begin > LONGEST:
        return []
    first, after = ground.trimmed(begin, source.first)
    if any(place.kind == ATTRIBUTION and not place.entry.get("manner") for place in ground.tokens.opening.get(first, ())):
        return []
    if not comma:
        first = _last_clause(ground, first, after)
    if after - first < 3:
        return []
    return _content(ground, first, after, conjunction(ground, first), source)


def _last_clause(ground: Ground, first: int, after: int) -> int:
    """Without a comma before it an attribution covers the last clause: …، وباتت تسيطر عليها بحسب المرصد."""
    for index in range(after - 4, max(first + 5, after - LAST), -1):
        if ground.form(index - 1) in COMMAS and ground.form(index)[0] == "و" and len(ground.form(index)) > 3 and (
                conjunction(ground, index) > ground.tokens.tokens[index].start):
            return index
    return first


def _behind(ground: Ground, source: Attributed, cued: Collection[int], pairs: Collection[int],
            stops: Mapping[int, int]) -> list[Draft]:
    first, end = source.room_end, ground.unit(source.first)[1]
    comma = ground.form(first) in COMMAS
    if comma:
        first += 1
    if source.position == "middle" and first in ground.jump and first not in pairs:
        return _content(ground, first, ground.jump[first].after, None, source) if alone(ground, ground.jump[first]) else []
    if source.position == "middle" and (not comma or ground.is_a(first + 1, "saying_place")):
        return []
    if source.position == "middle" and ((ground.form(first)[:1] == "و" and conjunction(ground, first) > (
            ground.tokens.tokens[first].start)) or first in stops):
        return []
    start = None
    if ground.tokens.opening.get(first) and any(place.kind == "complementizer" for place in ground.tokens.opening[first]):
        first += 1
    elif ground.form(first)[:1] == "ف" and "clause_opener" in whole_kinds(ground.form(first)):
        start = ground.tokens.inner(first, 1)
    if any(index in cued for index in range(first - 1, first + 6)):
        return []
    pair = ground.jump.get(first)
    if pair and pair.first in pairs:
        return []
    if pair and pair.closed and alone(ground, pair) and pair.words > 2:
        return _content(ground, pair.first, pair.after, None, source)
    after = clause_end(ground, first, stops) if first < end else first
    if source.position == "middle" and after - first < MIDDLE:
        return []
    return _content(ground, first, after, start, source)


def free_marks(ground: Ground, pairs: Collection[int], made: Sequence[Draft]) -> list[Draft]:
    """A sentence of marks alone, with no cue beside it, is speech of whoever spoke last."""
    found = []
    taken = bytearray(len(ground.tokens) + 1)
    for each in made:
        taken[each.first:each.after] = b"\x01" * (each.after - each.first)
    for pair in ground.paired.pairs:
        if pair.first in pairs or taken[pair.first] or pair.words < 6 or not (content := pair_content(ground, pair)):
            continue
        begin, end = ground.unit(pair.first)
        edge = ground.trimmed(begin, end)
        alone_here = edge[0] == pair.first and edge[1] in (pair.after, pair.after - 1)
        if alone_here or (pair.words >= 9 and not ground.is_a(pair.first - 1, "name_opener")):
            found.append(draft(ground, *content, "direct", "marks alone", 0.6, pair=pair))
    return found


def lines(ground: Ground) -> list[tuple[int, int]]:
    """Token ranges of the lines that are not empty."""
    found, begin = [], 0
    for index, token in enumerate(ground.tokens.tokens):
        if token.kind == LINE:
            if index > begin:
                found.append((begin, index))
            begin = index + 1
    if begin < len(ground.tokens):
        found.append((begin, len(ground.tokens)))
    return found


def words_in(ground: Ground, first: int, after: int) -> int:
    return sum(token.kind == WORD for token in ground.tokens.tokens[first:after])
