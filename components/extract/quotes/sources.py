"""Clauses under an attribution (وفقا لـ, بحسب): what stands before it, behind it, or on both sides."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from components import lexicon, verbs
from components.extract.quotes.attribution import Attributed
from components.extract.quotes.clauses import LONGEST, but_quoted, clause_end, conjunction, next_stop
from components.extract.quotes.drafts import Draft, cue_of, draft, pair_content
from components.extract.quotes.ground import ATTRIBUTION, COMMAS, COMPLEMENTIZER, NARRATOR, VERB, Ground, common, whole_kinds
from components.extract.quotes.marks import Pair
from components.extract.quotes.opening_marks import DASHES
from components.extract.quotes.reported import alone
from components.extract.quotes.running import mark_above
from components.extract.quotes.terms import quoted_words
from components.extract.quotes.verbs import MANNER, finite, homograph, preps
from components.model import QuoteKind
from components.text.tokens import DIGITS, LINE

PARTIES = frozenset({"actor_title", "actor_name", "actor_body", "actor_unnamed"})
MIDDLE = 3  # tokens of a clause that goes on behind an attribution in its middle
WHOLE = 4  # tokens of a clause before the verb of saying inside it
NOTED = 4  # tokens of يشار إلى أن
SUBJECT = 2  # tokens of a subject
LEAD = 3  # words of a clause before the marks it ends in
NEAREST = 4  # so many speeches before an attribution may reach it
RELATIVE = 24  # tokens of a relative clause behind a source
ASIDE = 24  # tokens of what somebody says of the sentence before
AGE = 2  # tokens of وفقا لهوبسون، 29 سنة
LAST = 80  # tokens of a last clause


def under_attributions(ground: Ground, sources: Sequence[Attributed], made: Sequence[Draft], pairs: Collection[int],
                       stops: Sequence[int]) -> list[Draft]:
    """The clauses that وفقا لـ and its like put into somebody's mouth; not those that a cue already reports."""
    found: list[Draft] = []
    cued = sorted((each.speech.cue_first, each.after) for each in made if each.speech.cue)
    firsts = {first for first, _ in cued}
    room = reach = -1  # behind the source before, and behind the comma after it
    within = bytearray(len(ground.tokens) + 1)
    for each in made:
        if each.speech.kind != "direct":
            within[each.first:each.after] = b"\x01" * (each.after - each.first)
    for source in sources:
        if within[source.first] or _admits(ground, source):
            continue  # the clause of a cue runs on behind it
        again = source.place.entry["takes"] == "an" or source.place.entry.get("pointing")
        chained = source.first < (reach + 1 if again else room)
        room = source.room_end
        reach = room + (ground.form(room) in COMMAS) if source.position != "initial" else -1
        if chained:
            continue  # وفقا لصحيفة لوموند نقلا عن متحدث: one source
        opens = _opens(ground, source)
        if source.position != "initial" and not (opens or _aside(ground, source) or _within(ground, source)):
            begin = ground.unit(source.first)[0]
            until = bisect_left(cued, (source.first, 0))
            near = {first: after for first, after in cued[max(0, until - NEAREST):until] if first >= begin}
            if found and found[-1].speech.order == "attribution" and ground.form(found[-1].speech.cue_first - 1) in COMMAS:
                begin = max(begin, found[-1].speech.room[1])  # …، حسب البلدية، ولم يعرف …، وفقا للشرطة
            found.extend(_before(ground, source, near, pairs, begin))
        if source.position == "initial" and (sentence := _sentence_before(ground, source)):
            before = cued[max(0, bisect_left(cued, (source.first, 0)) - NEAREST):bisect_left(cued, (source.first, 0))]
            if not any(first >= sentence[0] for first, _ in before):
                found.extend(attributed(ground, *sentence, conjunction(ground, sentence[0]), source))
        elif source.position != "final" or opens:
            found.extend(_behind(ground, source, firsts, pairs, stops))
    return found


def _sentence_before(ground: Ground, source: Attributed) -> tuple[int, int] | None:
    """أغلق الطريق صباحا. بحسب رويترز.: the sentence before a source that is a sentence by itself, in its line."""
    first, end = ground.unit(source.first)
    if source.place.entry.get("manner") or ground.words_in(source.room_end, end) or not first or (
            ground.tokens.kind(first - 1) == LINE):
        return None
    begin, after = ground.trimmed(*ground.unit(first - 1))
    return (begin, after) if ground.words_in(begin, after) >= WHOLE else None


def _opens(ground: Ground, source: Attributed) -> bool:
    """بحسب ما نقل الموقع: «…»: a colon and marks open what the source said."""
    return ground.form(source.room_end) == ":" and source.room_end + 1 in ground.jump


def _aside(ground: Ground, source: Attributed) -> bool:
    """الوضع - بحسب مسؤول - «تحت السيطرة»: between dashes before marks, which are what the source said."""
    return ground.form(source.first - 1) in DASHES and ground.form(source.room_end) in DASHES and (
        source.room_end + 1 in ground.jump)


def _within(ground: Ground, source: Attributed) -> bool:
    """يريدون بحسب قوله «فتح الحدود»: the marks right behind are all that the source said."""
    return source.after == source.room_end in ground.jump and ground.form(source.first - 1) not in COMMAS


def _source(ground: Ground, source: Attributed) -> dict:  # type: ignore[type-arg]
    entry, lemma = source.place.entry, str(source.place.entry["lemma"])
    cue = cue_of(ground, source.first, source.after, entry, lemma)
    if entry.get("pointing") and source.verb:  # وهو ما أكده المدير
        cue = cue_of(ground, source.verb.first, source.verb.after, source.verb.entry)
    if entry["takes"] == "la":  # وفقا للوزارة: the cue is وفقا لـ
        end = ground.tokens.inner(source.after, 1)
        cue = replace(cue, end=end, text=ground.tokens.text[cue.start:end])
    return {"cue": cue, "at": (source.first, source.after),
            "order": "attribution", "room": (source.after, source.room_end)}


def attributed(ground: Ground, first: int, after: int, start: int | None, source: Attributed) -> list[Draft]:
    first, after = ground.trimmed(first, after)
    if after - first < 2:
        return []
    pair = ground.jump.get(first)
    if pair and pair.closed and pair.after >= after:
        content = pair_content(ground, pair)
        return [draft(ground, *content, "direct", "quote.attributed_marks", 0.9, pair=pair, **_source(ground, source))] if (
            content) else []
    if pair and not pair.closed and pair.words > 3:
        inner = ground.trimmed(pair.inner, after)
        return [draft(ground, *inner, "direct", "quote.attributed_marks", 0.7, pair=pair, **_source(ground, source))]
    kind: QuoteKind = "mixed" if quoted_words(ground, first, after) else "indirect"
    return [draft(ground, first, after, kind, "quote.attributed", 0.8, start=start, **_source(ground, source))]


def _before(ground: Ground, source: Attributed, firsts: Mapping[int, int], pairs: Collection[int],
            begin: int) -> list[Draft]:
    """`firsts` are the cues before the source in its sentence with the ends of their speeches; it is looked at from token
    `begin` on: behind another source."""
    cued = firsts.values()
    last = source.first - 1
    comma = ground.form(last) in COMMAS
    last -= comma
    while last > begin and any(place.entry.get("free") for place in ground.places(last, NARRATOR)):
        last -= 1 + (ground.form(last - 1) in COMMAS)
    pair = ground.closers.get(last)
    if pair and pair.first in pairs and pair.words > 2:
        return []
    worded = pair and _worded(ground, source, pair) and not any(after >= pair.after for after in cued)
    if pair and (pair.first == begin or worded or but_quoted(ground, source.first) or (
            pair.words > 7 and (cued or not _leads_in(ground, begin, pair.first)))) and (
            not ground.is_a(pair.first - 1, "name_opener")):
        return attributed(ground, pair.first, pair.after, None, source)
    owned = source.place.entry["takes"] == "owned" or source.after == source.room_end
    aside = _aside_saying(ground, source, begin) if comma else 0
    over = aside or _over(ground, source, begin)
    if any(owned or (after >= last and not over) for after in cued) or source.first - begin > LONGEST:
        return []
    first, after = ground.trimmed(begin, aside or last + 1)
    if any(place.kind == ATTRIBUTION and not place.entry.get("manner") for place in ground.tokens.opening.get(first, ())):
        return []
    if ground.form(first + 1) == "ذلك" and ground.places(first, NARRATOR):
        return []  # جاء ذلك وفقا لـ
    if _reports(ground, first):
        if first in firsts and (comma or _last_clause(ground, first, after) == first):
            return []  # وأضاف «القمح متوفر»، دون تفاصيل، وفقا للوكالة
        if owned:
            first = _told(ground, first, after)
    if not comma or source.position == "middle":
        first = _last_clause(ground, first, after)
    begin, first = first, _noted(ground, first)
    first += ground.form(first) == "و" and first + 1 in ground.jump
    inside = source.resumes or (comma and source.position == "middle" and begin not in ground.cue_tokens)
    whole = comma and source.position != "middle" and _happened(ground.form(first))  # قتل شخصان، بحسب الشرطة.
    least = 2 if inside or whole or mark_above(ground, source.first) else 3  # قتل الجيش، وفق مصادر، عشرة
    if after - begin < least or (ground.form(source.room_end) in COMMAS and _subject_alone(ground, source, first)):
        return []
    return attributed(ground, first, after, conjunction(ground, first), source)


def _happened(form: str) -> bool:
    """A verb of the past that tells what happened: قتل, وأصيب, انتهت."""
    bare = form.removeprefix("و")
    forms = (form, bare, bare.removesuffix("ت"))
    return any(each in lexicon.column("event_verbs") or verbs.is_finite(each) for each in forms)


def _reports(ground: Ground, first: int) -> bool:
    """أكدت المديرة، في تصريح، تسجيل تراجع، وفق تعبيرها: the sentence begins with what the source does by speaking."""
    return any(finite(place) and place.entry["part"] == "past" and not homograph(place) and place.entry.uses & MANNER
               for place in ground.places(first, VERB))


def _told(ground: Ground, first: int, after: int) -> int:
    """Where the noun begins that is told behind a verb of saying, with or without its subject: أكد [سعي الحكومة]; the verb
    where none is found."""
    for at in range(first + 1, after):
        begins = at == first + 1 or ground.form(at - 1) in COMMAS
        noun = begins and ground.is_word(at) and (common(ground.form(at)) or any(
            place.entry["part"] == "masdar" for place in ground.places(at, VERB)))
        if noun and not ground.is_a(at, "noun_prep") and not any(
                place.kind in PARTIES for place in ground.tokens.opening.get(at, ())):
            return at
    return first


def _noted(ground: Ground, first: int) -> int:
    """Behind يشار إلى أن, يذكر أن, which say nothing of their own, and behind إذ, which ties the sentence to one before."""
    if "since" in whole_kinds(ground.form(first)):
        return first + 1
    if ground.places(first, "noted"):
        return next((index + 1 for index in range(first + 1, first + NOTED) if ground.complementizer(index)), first)
    return first


def _subject_alone(ground: Ground, source: Attributed, first: int) -> bool:
    """اتهم فرنسا، لكن فرنسا، على لسان وزيرها، نفت: the source stands between a subject and its verb."""
    last = source.first - 1
    return ground.form(last) in COMMAS and any(
        place.entry.get("contrast") and place.after >= last - SUBJECT
        for index in range(last - SUBJECT - 2, last) if index >= first for place in ground.places(index, NARRATOR))


def _worded(ground: Ground, source: Attributed, pair: Pair) -> bool:
    """في ظاهرة «تحصل مرة كل قرن»، على حد وصف خبير: a clause in marks is what was worded so, not the sentence it ends."""
    return bool(source.place.entry.get("exact")) and pair.words >= LEAD and ground.clausal(pair)


def _leads_in(ground: Ground, begin: int, first: int) -> bool:
    """أعرب المجلس عن تقديره لـ«صوت العقل …»، وفقا للوكالة: what the marks end is a clause of the source's as a whole."""
    return ground.words_in(begin, first) >= LEAD and ground.form(first - 1) not in (*COMMAS, ":") and not any(
        place.entry.get("free") for place in ground.places(first - 1, NARRATOR))


def _admits(ground: Ground, source: Attributed) -> bool:
    """، كما اعترف بتزوير وثائق: the object of the verb follows, so it has no clause; not كما صرح بذلك المدير."""
    form = ground.form(source.after)
    return bool(source.place.entry.get("manner") and source.verb and "ب" in preps(source.verb.entry)) and (
        form[:1] == "ب" and (form[1:3] == "ال" or form[1:] in lexicon.column("nouns")))


def _with_object(ground: Ground, source: Attributed, behind: int) -> bool:
    """كما كشفت عن خطة لعزل الوزير، …; كما أعلنت إلغاء العقد، ووقف العمل: the verb has its object, nothing is attributed."""
    own = preps(source.verb.entry) - {"ب"} if source.verb else frozenset()
    return ground.form(behind)[:1] == "و" or any(ground.form(index) in own for index in range(source.after, source.room_end))


def _over(ground: Ground, source: Attributed, begin: int) -> bool:
    """يرقد الشاب … وقد أثبتت تقارير أن …، وفق ما أكده خاله: a whole sentence stands before its only verb of saying, which
    hangs on it with وقد or in a relative clause."""
    if source.first - begin > LONGEST:
        return False
    firsts = [index for index in range(begin, source.first) if index in ground.cue_tokens and any(
        finite(place) and not homograph(place) for place in ground.places(index, VERB))]
    if len(firsts) != 1 or firsts[0] - begin < WHOLE:
        return False
    before = ground.form(firsts[0] - 1)
    return before == "وقد" or ("relative" in whole_kinds(before) and ground.form(firsts[0] - 2) in COMMAS)


def _aside_saying(ground: Ground, source: Attributed, begin: int) -> int:
    """قتل 300 شخص، تقول الحكومة إنهم مهاجمون، بحسب وكالات: where what one party says of the sentence before begins; 0 if
    nowhere."""
    near = range(source.first - 1, max(begin, source.first - ASIDE), -1)
    at = next((index for index in near if any(
        "plain" in place.entry.uses and place.entry["part"] == "present" and not place.clitics
        for place in ground.places(index, VERB))), 0)
    if at - begin < WHOLE or ground.form(at - 1) not in COMMAS:
        return 0
    opener = next((index for index in range(at + 1, source.first) if ground.complementizer(index)), 0)
    about = ground.form(opener)[2:] or ground.form(opener + 1)
    return at - 1 if opener and about.endswith(("هم", "ها", "ه", "هن", "هما")) else 0


def _last_clause(ground: Ground, first: int, after: int) -> int:
    """Without a comma before it an attribution covers the last clause: …، وباتت تسيطر عليها بحسب المرصد."""
    for index in range(after - 3, max(first + 5, after - LAST), -1):
        form = ground.form(index)
        if ground.form(index - 1) in COMMAS and ground.also(index):
            return index
        if ground.form(index - 1) in COMMAS and form[0] == "و" and len(form) > 3 and (
                verbs.is_finite(form[1:]) or any(map(finite, ground.places(index, VERB)))) and (
                conjunction(ground, index) > ground.tokens.tokens[index].start):
            return index
    return first


def _past_relative(ground: Ground, first: int, end: int) -> int:
    """وحسب التقرير، الذي نشر اليوم، فإن …; وطبقا لما يقوله شاهين، مستشار الوزير، فإن …: the clause begins at فإن, if that
    comes."""
    return next((index for index in range(first + 1, min(first + RELATIVE, end)) if ground.form(index - 1) in COMMAS and any(
        place.kind == COMPLEMENTIZER and place.clitics == "ف" for place in ground.tokens.opening.get(index, ()))), first)


def _behind(ground: Ground, source: Attributed, cued: Collection[int], pairs: Collection[int],
            stops: Sequence[int]) -> list[Draft]:
    first, end = source.room_end, ground.unit(source.first)[1]
    if _opens(ground, source):
        return attributed(ground, first + 1, ground.jump[first + 1].after, None, source) if first + 1 not in pairs else []
    comma = ground.form(first) in COMMAS or ground.form(first) in DASHES
    if comma:
        first += 1
    if source.position == "initial" and comma and (
            "relative" in whole_kinds(ground.form(first)) or ground.places(first, "actor_title")):
        first = _past_relative(ground, first, end)
    if source.position == "initial" and source.place.entry.get("manner") and _with_object(ground, source, first):
        return []
    if source.position == "middle" and first in ground.jump and first not in pairs:
        return attributed(ground, first, ground.jump[first].after, None, source) if (
            alone(ground, ground.jump[first]) or _within(ground, source)) else []
    if source.position == "middle" and not source.resumes and (not comma or ground.is_a(first + 1, "saying_place")):
        return []
    if source.position == "middle" and ((ground.form(first)[:1] == "و" and conjunction(ground, first) > (
            ground.tokens.tokens[first].start)) or next_stop(stops, first, end) == first):
        return []
    start = None
    if ground.tokens.opening.get(first) and any(
            place.kind == "complementizer" and place.clitics != "ك" for place in ground.tokens.opening[first]):
        first += 1
    elif ground.form(first)[:1] == "ف" and "clause_opener" in whole_kinds(ground.form(first)):
        start = ground.tokens.inner(first, 1)
    if any(index in cued for index in range(first - 1, min(first + 6, end))):
        return []
    pair = ground.jump.get(first)
    if pair and pair.first in pairs:
        return []
    if pair and pair.closed and alone(ground, pair) and pair.words > 2:
        return attributed(ground, pair.first, pair.after, None, source)
    after = clause_end(ground, first, stops) if first < end else first
    begin, last = ground.trimmed(first, after)
    if source.position == "middle" and ground.words_in(first, after) < MIDDLE and not source.resumes and not (
            last - begin > AGE and DIGITS in map(ground.tokens.kind, range(first, after)) and (
                ground.form(source.first - 1) in COMMAS)):
        return []  # but بلغت النسبة، وفق الوزارة، 46 في المئة
    return attributed(ground, first, after, start, source)
