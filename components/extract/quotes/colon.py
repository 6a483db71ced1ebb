"""Headlines «السوداني: لن نتراجع»: the speaker, a colon, what was said."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from components import lexicon
from components.extract.quotes.cues import Said
from components.extract.quotes.drafts import Draft, draft, pair_content
from components.extract.quotes.ground import COMMAS, VERB, Ground, common, finite_form, whole_kinds
from components.extract.quotes.opening_marks import DASHES
from components.extract.quotes.verbs import MANNER, finite, homograph, named
from components.text.tokens import DIGITS, LINE, MARK

SPEAKER = 12  # tokens behind a cue that name its speaker
SPEAKERS = frozenset({"actor_title", "actor_body", "actor_unnamed"})
PERSONS = frozenset({"actor_title", "actor_unnamed", "actor_name"})
ADDRESSED, NAMED = 12, 4  # tokens of «X to Y after Z» before a colon, and of X
NAMING = 12  # tokens behind a verb of saying that may name its subject
NAMES = 3  # words of a name in a row of them
FULL = 2  # words of a full name
LABEL = 7  # tokens of a speaker before a colon
ANSWERS = 4  # tokens of a name before its answer
QUESTION = frozenset("؟?")
HEADLINE = 30  # words
QUOTED = 6  # words in marks behind a topic or place that are speech
BODY = 400  # tokens below a headline that may name its speaker in full
STATE = 3  # letters of how somebody speaks: ساخرا
PRESENT = ("ي", "ت")  # letters with which a verb of the present begins
CLAUSE = 3  # tokens that show a clause by its verb
LEAST = 2  # words that a speaker says: لن نتراجع
OPENING = 4  # tokens from a colon to what is said behind it, its إن and marks between
HEADLINES = 2  # first lines of a text that may be one


def behind_colons(ground: Ground, saids: Sequence[Said], pairs: Collection[int], cued: Sequence[Draft]) -> list[Draft]:
    """Speech behind a colon that no cue opens; `cued` are the records so far, inside which no other is sought."""
    reported = bytearray(len(ground.tokens) + 1)
    for record in cued:
        reported[record.first:record.after] = b"\x01" * (record.after - record.first)
    speakers = {ground.form(index) for said in saids
                for index in range(said.after, min(said.opening.room_end, said.after + SPEAKER))}
    found = []
    colons = [index for index, token in enumerate(ground.tokens.tokens) if token.form == ":"]
    for number, (first, after) in enumerate(ground.lines() if colons else ()):
        at = bisect_left(colons, first)
        if at == len(colons) or colons[at] >= after or any(reported[colons[at]:colons[at] + OPENING]):
            continue  # also behind إن: وقال الوزير، كريم الصافي: إن «…»
        if asked := answer(ground, first, after):
            found.append(asked)
            continue
        if ground.words_in(first, min(after, first + 2 * HEADLINE)) > HEADLINE or (
                number >= HEADLINES and ground.form(after - 1) == "."):
            continue
        titled = number == 0 and ground.form(first) not in lexicon.column("nouns")
        known = speakers | _heard(ground) if titled else speakers
        for begin, end in _parts(ground, first, after):
            if made := _part(ground, begin, end, pairs, known):
                found.append(made)
    return found


def _heard(ground: Ground) -> set[str]:
    """The given names behind a verb of saying, though no clause follows: أكد وزير التربية نزار القاسمي سعي الوزارة إلى; with
    the word behind each."""
    given = lexicon.column("given_names")
    heard: set[str] = set()
    for place in ground.tokens.places.get(VERB, ()):
        if finite(place) and not place.clitics.endswith("ل") and place.entry.uses & MANNER and not homograph(place):
            heard.update(ground.form(at) for index in range(place.after, place.after + NAMING)
                         if ground.form(index) in given for at in (index, index + 1))
    return heard


def _parts(ground: Ground, first: int, after: int) -> list[tuple[int, int]]:
    """A headline cut at «..» and strokes: «السودان: ندعم السد.. وإثيوبيا: لن يضر» has two speakers."""
    parts, begin = [], first
    for index in range(first, after - 1):
        if not ground.inside[index] and (ground.form(index) == "|" or (
                ground.form(index) == "." and ground.form(index + 1) == ".") or ground.form(index) == "…"):
            parts.append(ground.trimmed(begin, index))
            begin = index + 1
    parts.append(ground.trimmed(begin, after))
    joined: list[tuple[int, int]] = []
    for begin, end in parts:
        if joined and not any(ground.form(index) == ":" for index in range(begin, end)):
            joined[-1] = (joined[-1][0], end)  # لا أستطيع.. إنه عظيم: one speech
        else:
            joined.append((begin, end))
    return joined


def _part(ground: Ground, first: int, after: int, pairs: Collection[int], speakers: set[str]) -> Draft | None:
    first += ground.form(first) == "#"
    if "headline_tag" in whole_kinds(ground.form(first)) and ground.places(first + 1, "actor_title"):
        first += 1  # #عاجل وزير النقل: …
    colons = [at for at in range(first, after) if ground.form(at) == ":" and not ground.inside[at]]
    if len(colons) > 1 and "headline_tag" in whole_kinds(ground.form(first)) and colons[0] == first + 1:
        first, colons = colons[0] + 1, colons[1:]  # عاجل: وزير الدفاع: …
    colon = colons[0] if colons else None
    if colon is None or colon == first or colon + 1 >= after or colon + 1 in pairs:
        return None
    begin = _label_begin(ground, first, colon)
    return headline(ground, begin, colon, after) if _speaks(ground, begin, colon, after, speakers) else None


def answer(ground: Ground, first: int, after: int) -> Draft | None:
    """A line of an interview: a short name, a colon and what it answers, behind a line that asks."""
    colon = next((at for at in range(first, min(after, first + ANSWERS)) if ground.form(at) == ":"), None)
    asked = first - 1
    while asked > 0 and ground.tokens.kind(asked) == LINE:
        asked -= 1
    if colon is None or colon == first or colon + 1 in ground.jump or ground.form(asked) not in QUESTION or any(
            "colon_label" in whole_kinds(ground.form(index)) for index in range(first, colon)):
        return None
    begin, end = ground.trimmed(colon + 1, after)
    if end <= begin:
        return None
    return draft(ground, begin, end, "direct", "quote.answer", 0.7, order="colon", room=(first, colon))


def _label_begin(ground: Ground, first: int, colon: int) -> int:
    """Behind «بالفيديو..» and the like."""
    for index in range(colon - 1, first, -1):
        if ground.tokens.kind(index) == MARK and ground.form(index) in ".|-–—،":
            apposed = ground.form(index) in COMMAS and ground.places(index + 1, "actor_title") and (
                ground.form(first) in lexicon.column("given_names") and index - first <= NAMES)
            if not apposed:  # سامي كرم، مدرب الفريق: …
                return index + 1
    return first


def _speaks(ground: Ground, first: int, colon: int, after: int, speakers: set[str]) -> bool:
    if 0 < colon - first <= ADDRESSED and _addressed(ground, first, colon, speakers):
        return True
    if not 0 < colon - first <= LABEL or ground.tokens.kind(colon - 1) == DIGITS or (
            whole_kinds(ground.form(first)) & {"noun_prep", "topic"}):
        return False
    for index in range(first, colon):
        if ground.form(index) in COMMAS or (
                index == first and _label(ground, first, colon) and not _source(ground, first, colon, speakers)):
            return False
        if index > first and not ground.inside[index] and any(
                finite(place) and not named(ground, place) for place in ground.places(index, VERB)):
            return False  # but «طلبة»: …
    kinds = {each.kind for each in ground.tokens.opening.get(first, ())}
    if _happened(ground, first, colon) or _listed(ground, colon, after):
        return False
    if kinds.isdisjoint(PERSONS) and _narrated(ground, colon + 1):
        return False
    if kinds & SPEAKERS and not any(
            "noun_prep" in whole_kinds(ground.form(index)) or ground.present_verb(index) for index in range(first, colon)):
        return True
    place = "actor_place" in kinds and colon - first < 3
    label = [ground.form(index) for index in range(first, colon) if ground.is_word(index)]
    if not place and all(form in speakers or form[1:] in speakers for form in label):
        return True
    if label and not place and _below(ground, colon, label) and _tells(ground, colon + 1, after):
        return True
    if ground.form(after) in QUESTION and ground.form(first) in speakers and any(
            form[-1] == "ا" and len(form) > STATE for form in label[1:]):
        return True  # الخازن «ساخرا» من الوزير: من أوكلك بالكلام؟
    if len(label) == FULL and label[1] in speakers and ground.tokens.kind(first - 1) != LINE and (
            label[0] not in lexicon.column("nouns")) and (
            ground.form(colon + 1).removeprefix("ال") not in lexicon.column("happenings")):
        return True  # وفيق الدالي: …, where وأضاف الدالي stands below
    pair = ground.jump.get(colon + 1)
    if pair and (pair.words >= QUOTED or (not place and pair.words > 1)):
        return True
    if any("asserts" in whole_kinds(ground.form(index)) for index in range(colon + 1, min(after, colon + HEADLINE))):
        return True  # تركيا: التعاون ليس سريا
    if ground.form(colon + 1).endswith("نا") and ground.form(colon + 1)[:1] in ("ي", "ت", "س") and (
            len(ground.form(colon + 1)) > 4):
        return True  # خلفان: يمكننا
    opening = range(colon + 1 + bool(pair), min(after, colon + 4))
    return any("spoken" in whole_kinds(ground.form(index)) for index in opening) or (
        "spoken_first" in whole_kinds(ground.form(opening.start))) or (
        ground.form(colon + 1)[:2] == "سن" and len(ground.form(colon + 1)) > 4) or (
        ground.form(colon + 1)[:1] == "ن" and len(ground.form(colon + 1)) > 3
        and "n_word" not in whole_kinds(ground.form(colon + 1)))


def _below(ground: Ground, colon: int, label: Sequence[str]) -> bool:
    """ماجد فوزي, والعاقب: a full name, or a family name with its article, that the text has in full further down."""
    last = label[-1].removeprefix("و") if len(label) == 1 else label[-1]
    given = lexicon.column("given_names")
    if len(label) > FULL or last not in ground.tokens.distinct or (len(label) == FULL and label[0] not in given) or (
            len(label) == 1 and not last.startswith("ال")):
        return False
    end = min(len(ground.tokens), colon + BODY)
    return any(ground.form(index) == last and (ground.form(index - 1) == label[0] if len(label) == FULL else (
        ground.form(index - 1) in given and ground.form(index - 1) != last)) for index in range(colon + 1, end))


def _tells(ground: Ground, first: int, after: int) -> bool:
    """سأبقى هنا, تامر قرر, من سلم سلاحه فهو سالم: what a headline says is a clause, by a verb among its first words."""
    form = ground.form(first)
    if form in lexicon.column("happenings") or ground.tokens.kind(first) == DIGITS:
        return False
    whoever = form == "من" and (ground.has_past(first + 1, first + 2) or any(map(finite, ground.places(first + 1, VERB))))
    last = min(first + CLAUSE, after)
    pair = next((ground.jump[index] for index in range(first, last) if index in ground.jump), None)
    behind = ground.form(pair.after) if pair and pair.closed and pair.after < after else ""
    whoever = whoever or (behind[:1] in PRESENT and finite_form(behind))  # كتلة «الجسر» تثير الشك
    return whoever or any(finite_form(form) and not common(form) for form in map(ground.form, range(first, last)))


def _label(ground: Ground, first: int, colon: int) -> bool:
    """المصدر: وكالات, شاهد بالفيديو: a word that only heads what follows; not مصدر أمني, شاهد عيان."""
    if "colon_label" not in whole_kinds(ground.form(first)):
        return False
    whole = any(place.kind in SPEAKERS and place.after > first + 1 for place in ground.tokens.opening.get(first, ()))
    described = ground.places(first, "actor_unnamed") and ground.form(first + 1) in lexicon.column("adjectives")
    return not (whole or (described and first + 1 < colon))


def _source(ground: Ground, first: int, colon: int, speakers: set[str]) -> bool:
    """مصدر: …, where قال مصدر أمني stands below; not مصدر: وكالات."""
    form = ground.form(first)
    return colon == first + 1 and form in speakers and "headline_tag" not in whole_kinds(form) and (
        bool(ground.places(first, "actor_unnamed")) and ground.words_in(colon, ground.unit(colon)[1]) > LEAST)


def _happened(ground: Ground, first: int, colon: int) -> bool:
    """مطار النفيضة : إصابة عاملين: at a place something happens, it says nothing."""
    return ground.is_a(first, "place_opener") and ground.form(colon + 1) in lexicon.column("happenings")


def _narrated(ground: Ground, at: int) -> bool:
    """الميناء: أعرب سالم كريم عن ارتياحه: behind the colon somebody is told to speak, by name or title; أعرب عن is I."""
    past = any(finite(place) and place.entry["part"] == "past" and not place.clitics for place in ground.places(at, VERB))
    return past and (ground.form(at + 1) in lexicon.column("given_names") or any(
        place.article or place.kind == "actor_name" for kind in ("actor_title", "actor_name")
        for place in ground.places(at + 1, kind)))


def _listed(ground: Ground, colon: int, after: int) -> bool:
    """المجموعة الأولى: الهلال - النصر - الوحدة: names in a row, between strokes."""
    strokes = [index for index in range(colon + 2, after - 1) if ground.form(index) in DASHES]
    return bool(strokes) and all(ground.is_word(at) for index in strokes for at in (index - 1, index + 1)) and (
        ground.words_in(colon + 1, after) <= NAMES * (len(strokes) + 1))


def _addressed(ground: Ground, first: int, colon: int, speakers: set[str]) -> bool:
    """«حجازي لصلاح بعد «الصفعة»: …»: somebody known, ل and somebody else."""
    known = ground.form(first) in speakers or any(
        place.kind in ("actor_name", "actor_title") and not place.clitics for place in ground.tokens.opening.get(first, ()))
    role = ground.jump.get(first + 1)  # بطلة «الوادي» لـ«الصباح»
    begin = role.after if role is not None and role.closed else first + 1
    to = next((index for index in range(begin, min(colon, begin + NAMED - 1)) if ground.form(index)[0] == "ل" and (
        len(ground.form(index)) > 3 or index + 1 in ground.jump)), colon)
    named = lexicon.column("given_names")
    addressed = ground.form(to)[1:]
    return to < colon and (known or ground.form(first) in named or addressed in named or addressed in speakers)


def headline(ground: Ground, first: int, colon: int, after: int) -> Draft | None:
    pair = ground.jump.get(colon + 1)
    if pair and pair.closed and ground.trimmed(pair.after, after)[0] >= ground.trimmed(pair.after, after)[1]:
        content = pair_content(ground, pair)
        if content is None:
            return None
        return draft(ground, *content, "direct", "quote.headline", 0.8, pair=pair, order="colon", room=(first, colon))
    begin, end = ground.trimmed(colon + 1, _untagged(ground, colon + 1, after))
    begin, end = ground.trimmed(begin, ground.stray_mark(begin, end))
    if ground.words_in(begin, end) < LEAST:
        return None
    return draft(ground, begin, end, "direct", "quote.headline", 0.75, order="colon", room=(first, colon))


def _untagged(ground: Ground, first: int, after: int) -> int:
    """Where a headline ends without «(فيديو)», «- صور»: what else the page shows."""
    end = ground.trimmed(first, after)[1]
    begin = end - (ground.form(end - 1) in (")", "]"))
    while begin > first and "headline_tag" in whole_kinds(ground.form(begin - 1).removeprefix("و")):
        begin -= 1
    opened = ground.form(begin - 1) in ("(", "[") or (ground.form(begin - 1) in DASHES | {"|", "."} and begin < end)
    return begin - 1 if begin > first + 1 and opened else after
