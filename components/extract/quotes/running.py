"""Speech that runs on where marks are missing: over full stops and lines, told by its voice (I, we, you).

Translated articles set a sentence a line: a speech opens in one and closes some lines on, or one of its marks is lost.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from components import lexicon, verbs
from components.extract.quotes.drafts import Draft, draft
from components.extract.quotes.ground import COMMAS, VERB, Ground, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.verbs import adverbial, finite, homograph, is_cue, noun_like, preps
from components.text.tokens import LINE, WORD, Place

SENTENCES = 14  # over so many sentences a speech may run on
SILENT = 2  # so many of them, one behind another, may be without I, we and you
LONGEST = 260  # tokens of one of these sentences
EDGE = 4  # tokens of punctuation behind the last mark of a sentence
TAIL = 80  # tokens of a speech that goes on behind its first closing mark
UNOPENED = 8  # tokens of a cue with its speaker before its speech
QUESTION = frozenset("؟?")
US = 5  # letters of a verb with ـنا
LEAST = 4  # words of a line whose other mark is missing
NEAR = 12  # tokens from a verb of saying to where its speech opens
SPEAKING = frozenset({"says", "reports", "marks", "plain"})


def speech_end(ground: Ground, first: int, end: int) -> int:
    """The token behind a speech whose sentence ends at `end` and whose closing mark is missing: that mark if it comes later,
    the last sentence in the speaker's voice, or `end`."""
    if ground.form(end - 1) == "…" or ground.form(end - 2) == "." == ground.form(end - 1):
        after = ground.unit(end)[1] if end < len(ground.tokens) and ground.tokens.kind(end) != LINE else end
        if after > end and not _narrated(ground, end, after):
            end = after  # أي خيار... ما زالت الأسواق مغلقة
    best, silent = end, 0
    for begin, after in _following(ground, end):
        if begin in ground.jump or _narrated(ground, begin, after):
            break
        told = not voiced(ground, begin, after)
        if not (told and silent) and (stray := ground.stray_mark(begin, after)) < after:
            return stray
        silent = silent + 1 if told else 0
        if silent > SILENT:
            break
        best = best if silent else after
    return best


def _following(ground: Ground, end: int) -> Iterator[tuple[int, int]]:
    if end >= len(ground.tokens):
        return
    number = ground.unit_of[end] if ground.tokens.kind(end) != LINE else ground.unit_of[min(end + 1, len(ground.tokens) - 1)]
    yield from (unit for unit in ground.units[number:number + SENTENCES] if unit[0] >= end)


def voiced(ground: Ground, first: int, after: int) -> bool:
    """True where a sentence is in the voice of a speaker, by its words of the first and second person."""
    if ground.form(first) in ("انه", "انها", "انهم") and ground.tokens.text[ground.tokens.tokens[first].start] == "إ":
        return True
    outside = (index for index in range(first, after) if not ground.inside[index])
    return any(_own(ground.form(index)) or _we(ground, index) for index in outside)


@lru_cache(maxsize=20_000)
def _own(form: str) -> bool:
    """أنا, لدينا, with و, ف or ل; يمكننا, تدعمنا."""
    own = lexicon.column("own_voice")
    if form in own or (form[:1] in "وفل" and form[1:] in own):
        return True
    return len(form) > US and form.endswith("نا") and form.lstrip("وف")[0] in "يت" and verbs.is_finite(form[:-2])


def _we(ground: Ground, index: int) -> bool:
    """نرغب, سنلعب, سأعود: the letter of the first person before a common verb."""
    form = ground.form(index)
    if form[:1] not in "نسوفل":
        return False
    opening = ground.tokens.opening.get(index, ())
    if any(place.kind == VERB and place.entry["part"] == "present" and place.entry["person"] == "1" for place in opening):
        return True
    if any(place.kind.startswith("actor") for place in opening):
        return False
    ours = form[1:] if form[0] in "وفل" and len(form) > 4 else form
    later = ours[0] == "س"
    ours = ours[1:] if later else ours
    if len(ours) < 4 or not (ours[0] == "ن" or (later and ours[0] == "ا")) or "n_word" in whole_kinds(ours):
        return False
    known = any(ours in lexicon.column(name) for name in ("nouns", "adjectives", "everyday_words"))
    return not known and verbs.is_finite("ي" + ours[1:])


def _narrated(ground: Ground, first: int, after: int) -> bool:
    """True where somebody is said to say something: وأضاف بيورن, قال إنه; نقول and أقول are the speaker's own."""
    cued = (index for index in range(first, after) if index in ground.cue_tokens and not ground.inside[index])
    return any(is_cue(ground, index) and _says(ground, index, first, after) for index in cued)


def _says(ground: Ground, index: int, first: int, after: int) -> bool:
    for place in ground.places(index, VERB):
        if not finite(place) or place.entry["part"] == "jussive" or place.entry["person"] != "3" or not (
                place.entry.uses & SPEAKING):
            continue
        if index == first or (place.clitics and ground.form(index - 1) in COMMAS):
            return True
        near = range(index + 1, min(after, index + NEAR))
        opens = any(at in ground.jump or ground.complementizer(at) or ground.form(at) == ":" for at in near)
        if not (homograph(place) or noun_like(ground, place)) and (opens or "objectless" in place.entry.uses):
            return True
    return False


def closed_late(ground: Ground, after: int) -> int:
    """«…»، في حين أن الحزب صار ضعيفا»: where the sentence goes on behind a pair (at token `after`), a closing mark too many
    at its end shows that the speech goes on to it; that mark, or 0."""
    end = ground.unit(after - 1)[1]
    mark = ground.stray_mark(after, end)
    late = mark < end <= mark + EDGE and mark - after < TAIL
    return mark if late and ground.words_in(after, mark) and not (
        ground.words_in(mark, end) or _narrated(ground, after, mark) or _goes_on(ground, after, mark)) else 0


def _goes_on(ground: Ground, first: int, after: int) -> bool:
    """«…»، مؤكدا أن الحالة مستقرة”: behind the pair somebody says more in a clause of its own."""
    return any(adverbial(ground, place) and ground.complementizer(
        index + 1 + (ground.form(index + 1) in preps(place.entry))) is not None
        for index in range(first, after) if index in ground.cue_tokens for place in ground.places(index, VERB))


def unopened(ground: Ground, first: int, after: int) -> int:
    """وأضاف نور بصفتي معلما …»: the first word in the speaker's voice behind a cue (tokens `first` to `after`), if its
    sentence ends with a closing mark that nothing opened; else 0."""
    end = ground.unit(first)[1]
    mark = ground.stray_mark(after, end)
    if not mark < end <= mark + EDGE or ground.words_in(mark, end):
        return 0
    own = lexicon.column("own_voice")
    return next((index for index in range(after, min(after + UNOPENED, mark)) if ground.form(index) in own), 0)


def spoken_on(ground: Ground, place: Place) -> int:
    """فرد المشجع قائلا أنا لا أعرف من اختار المدرب: where speech begins right behind قائلا with neither أن, colon nor marks;
    0 where it does not."""
    first, end = place.after, ground.unit(place.first)[1]
    if "plain" not in place.entry.uses or not ground.is_word(first) or end - first < LEAST - 1 or (
            ground.next_pause(first) < end):
        return 0
    known, form = whole_kinds(ground.form(first)), ground.form(first)
    begins = bool(known & {"spoken", "spoken_first", "copula", "asking"}) or _own(form) or _we(ground, first) or (
        form[:1] == "ي" and verbs.is_finite(form))
    return first if begins and "noun_prep" not in known else 0


def opened_above(ground: Ground, made: Sequence[Draft]) -> list[Draft]:
    """«كان عاما طويلا. / أنا شاكر للمدرب، قال X: a clause before its cue or source is the last of a speech whose mark opened
    some sentences above and was never closed; all of it is one direct speech then."""
    return [_from_mark(ground, each) if ground.opened else each for each in made]


def _from_mark(ground: Ground, each: Draft) -> Draft:
    speech = each.speech
    if speech.kind == "direct" or not speech.cue or speech.cue_first < each.first or not (
            pair := mark_above(ground, each.first)):
        return each
    start = ground.offsets(pair.inner, each.after)[0]
    return each._replace(first=pair.inner, pair=pair, speech=speech._replace(start=start, kind="direct"))


def mark_above(ground: Ground, at: int) -> Pair | None:
    """The mark that opened at most some sentences above token `at`, or at the head of its own, and was never closed, where
    nobody else speaks between."""
    number = ground.unit_of[at]
    for above in range(number, max(number - SENTENCES, -1), -1) if ground.opened else ():
        first, after = ground.units[above]
        if pair := ground.opened.get(first):
            return pair
        if after - first > LONGEST:
            return None
        if any(index in ground.jump for index in range(first, min(after, at))) or (
                above < number and _narrated(ground, first, after)):
            return None
    return None


def unpaired(ground: Ground, made: Sequence[Draft]) -> list[Draft]:
    """Speech without a cue of which one mark is missing: a line that only opens, lines that only close."""
    taken = bytearray(len(ground.tokens) + 1)
    for each in made:
        if each.speech.kind == "direct":
            taken[each.first:each.after] = b"\x01" * (each.after - each.first)
    found = []
    for pair in ground.paired.unclosed:
        if not taken[pair.first] and not taken[pair.inner] and (opened := _opened(ground, pair)):
            found.append(opened)
            taken[opened.first:opened.after] = b"\x01" * (opened.after - opened.first)
    last = {ground.unit_of[mark.first]: mark for mark in ground.paired.stray}  # one in a sentence
    for mark in last.values():
        if closed := _closed(ground, mark.first, taken):
            found.append(closed)
    return found


def _opened(ground: Ground, pair: Pair) -> Draft | None:
    """A line that opens with a mark, and whose speech ends where its voice does."""
    if not ground.opens_line(pair.first) or pair.words < LEAST:
        return None
    end = ground.unit(pair.inner)[1]
    asked = "asking" in whole_kinds(ground.form(pair.inner)) and ground.form(end - 1) in QUESTION
    if not asked and _narrated(ground, pair.inner, end):
        return None
    first, after = ground.trimmed(pair.inner, end)
    last = speech_end(ground, first, end)
    if last == end and not ground.opens_line(pair.outer + 1) and not (
            voiced(ground, first, after) or "spoken" in whole_kinds(ground.form(first)) or ground.form(end - 1) in QUESTION):
        return None
    first, after = _edges(ground, first, last)
    return draft(ground, first, after, "direct", "quote.marks_alone", 0.6, pair=pair)


def _closed(ground: Ground, mark: int, taken: bytearray) -> Draft | None:
    """Lines in the speaker's voice, the last of which ends with a closing mark that nothing opened."""
    begin, end = ground.unit(mark - 1) if mark else (0, 0)
    if not mark or taken[mark - 1] or ground.words_in(begin, mark) < LEAST or ground.words_in(mark, end):
        return None
    if ground.tokens.kind(begin - 1) != LINE or _narrated(ground, begin, mark) or not voiced(ground, begin, mark):
        return None
    first, silent = begin, 0
    for number in range(ground.unit_of[begin] - 1, max(ground.unit_of[begin] - SENTENCES, 0), -1):
        before = ground.units[number]
        marked = taken[before[0]] or taken[before[1] - 1] or any(index in ground.jump for index in range(*before))
        silent = 0 if voiced(ground, *before) else silent + 1
        if marked or silent > 1 or _narrated(ground, *before):
            break
        first = first if silent else before[0]
    first, after = _edges(ground, first, mark)
    return draft(ground, first, after, "direct", "quote.marks_alone", 0.6)


def _edges(ground: Ground, first: int, after: int) -> tuple[int, int]:
    """Without blank ends, but with the full stop that stands inside a speech of several sentences."""
    while after > first and ground.tokens.kind(after - 1) == LINE:
        after -= 1
    if any(ground.tokens.kind(index) == LINE for index in range(first, after)):
        return first, after
    return ground.trimmed(first, after) if ground.tokens.kind(after - 1) != WORD else (first, after)
