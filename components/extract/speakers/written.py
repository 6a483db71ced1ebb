"""What is said in something written or shown: تقرير جاء فيه أن, بيان قال فيه إن, تقارير تفيد بأن; and who issued it."""

from components.extract.speakers.documents import document_at, issuer
from components.extract.speakers.draft import COMMAS, Member, Phrase
from components.extract.speakers.lexemes import Word, published, unit, used, word
from components.extract.speakers.phrase import Reader
from components.extract.speakers.walk import Walker
from components.extract.speech import Speech
from components.text.tokens import WORD as WORD_TOKEN

FAR_BACK = 400  # tokens before الدراسة in which it may have been said whose it is
NEAR = 30  # tokens before a verb in which the document stands
LOOKED_AT = 6  # earlier namings of the document that are asked
OUT_OF = "من"
DESCRIBED = 3  # words of its description: بيانا صحفيا مشتركا


def said_in(walker: Walker, speech: Speech) -> Phrase | None:
    """The document before جاء فيه and ورد فيها, whose gender the pronoun shows."""
    tokens = walker.reader.tokens
    if speech.cue_first < 0 or speech.order != "cue_first" or tokens.form(speech.cue_after - 1) not in used("in_it"):
        return None
    return _document(walker, speech.cue_first, tokens.form(speech.cue_after - 1))


def behind_it(walker: Walker, speech: Speech) -> bool:
    """True where فيه behind a verb refers to the noun before it, which is then not its subject: بيانا قال فيه إن, صورة على
    موقعها قالت فيها; False where somebody stands right before the verb."""
    tokens, cue = walker.reader.tokens, speech.cue_first
    if speech.order not in ("speaker_first", "cue_first") or tokens.form(speech.cue_after) not in used("in_it"):
        return False
    free = None
    for found, governed in walker.namings(walker.reader, max(tokens.sentence(cue)[0], cue - NEAR), cue):
        free = None if governed else found
    if free is None or any(tokens.form(index) not in COMMAS for index in range(free.after, cue)):
        return True
    described = free.first == cue - 1 and document_at(walker.reader, cue - 2)
    if described and not described.article and not unit(tokens, cue - 1)[0].given and tokens.form(cue - 1)[0] != "ل":
        return True  # ببيان مطول قالت فيه
    return free.members[-1].name is None and free.members[-1].head.kind not in ("title", "body", "name", "place")


def writer(walker: Walker, speech: Speech, gender: str) -> Phrase | None:
    """Who said what stands in something written: him to whom it belongs (بيانا لشاهين يقول فيه, رسالة من شاهين), else the
    subject of the clause before that `gender` fits."""
    tokens, cue = walker.reader.tokens, speech.cue_first
    first = max(tokens.sentence(cue)[0], cue - NEAR)
    best, acting = None, None
    giver = _speech_of(walker, first, cue - 1) if tokens.form(cue - 1) in used("relative") else None
    if giver is not None:
        return giver
    for found, governed in walker.namings(walker.reader, first, cue):
        head = found.members[0].head
        human = found.members[0].name is not None or head.kind in ("title", "body", "name", "place")
        if not human or (head.gender not in ("", gender) and found.members[0].name is None and head.kind != "title"):
            continue
        theirs = unit(tokens, found.first)[0].prep == "ل" or tokens.form(found.first - 1) == OUT_OF  # رسالة من الوزير
        if theirs and any(document_at(walker.reader, index) for index in range(max(found.first - 2, first), found.first)):
            return found
        if not governed:
            best = best or found
            acts = unit(tokens, found.first - 1)[0].kind == "verb" or _publishes(tokens.form(found.first - 1))
            acting = found if acts else acting
    return acting or best


def _speech_of(walker: Walker, first: int, relative: int) -> Phrase | None:
    """Whose the document is before a relative: كلمة [المحافظ] التي قال فيها."""
    last = None
    for found, _ in walker.namings(walker.reader, first, relative):
        last = found
    if last is None or last.after != relative or len(last.members) > 1:
        return None
    at = last.members[0].head_at
    if document_at(walker.reader, at) is not None or last.members[0].head.stem in used("of_words"):
        return walker.reader.read(at + 1, relative) if at + 1 < relative else None
    human = last.members[0].name is not None or last.members[0].head.kind in ("title", "body", "name", "place")
    return last if human and last.first > first and document_at(walker.reader, last.first - 1) is not None else None


def reporting(walker: Walker, speech: Speech, first: int, after: int) -> Phrase | None:
    """What is described by the verb right behind it, also under a preposition: إثر تقارير صحفية تفيد بأن, بعد تقرير لصحيفة
    الشمس، أفاد بأن, شهادات عمال أفادوا أن; not الوزير في بيان قال إن."""
    tokens = walker.reader.tokens
    entries = [place.entry for place in tokens.opening.get(speech.cue_first, ()) if place.kind == "cue_verb"]
    plural = any(entry.get("number") == "p" for entry in entries)
    joined = tokens.form(speech.cue_first)[:1] in ("و", "ف") and any(
        place.clitics for place in tokens.opening.get(speech.cue_first, ()))
    if not entries or joined or tokens.form(speech.cue_after) in used("in_it"):
        return None
    best, hangs = None, False
    for found, governed in walker.namings(walker.reader, max(first, after - NEAR), after):
        best, hangs = found, governed
    if best is None or any(tokens.form(index) not in COMMAS for index in range(best.after, after)):
        return None
    head = best.members[0].head
    if plural and head.kind == "document" and head.number == "p":
        return walker.reader.read(best.members[0].head_at + 1, best.after)
    genders = {entry.get("gender") or "" for entry in entries}
    under = tokens.form(best.first - 1).lstrip("و")
    told = head.sort == "document" or (head.number == "p" and head.stem in used("tidings"))
    if plural or not hangs or head.kind != "document" or not told or head.article or head.prep:
        return None
    inside = under in used("inside") and head.stem not in used("tidings")
    return None if inside or head.gender not in genders else best


def _document(walker: Walker, before: int, pronoun: str) -> Phrase | None:
    """The nearest document before token `before` in its sentence to which `pronoun` can refer."""
    tokens = walker.reader.tokens
    first = max(tokens.sentence(before)[0], before - NEAR)
    for index in range(before - 1, first - 1, -1):
        if tokens.kind(index) != WORD_TOKEN:
            continue
        head = document_at(walker.reader, index)
        if head is None or (head.gender == "f") != pronoun.endswith("ها"):
            continue
        of = index - 2
        if tokens.form(index - 1) == OUT_OF and of >= first and (outer := document_at(walker.reader, of)) is not None and (
                outer.gender == head.gender):
            index, head = of, outer  # فقرة من رسالة
        if head.prep == "ب":
            return _under_b(walker.reader, index, head, before)
        if tokens.form(index) != head.stem and tokens.form(index).endswith(head.stem + "ا"):
            return _accusative(walker.reader, index, head, before)
        found = walker.reader.read(index, before)
        return found if found is not None and found.members[0].head_at == index else None
    return None


def _under_b(reader: Reader, index: int, head: Word, limit: int) -> Phrase:
    """A document behind a written ب with whose it is: استشهد بتصريحات لوزير البيئة جاء فيها."""
    tokens = reader.tokens
    owner = reader.read(index + 1, limit) if unit(tokens, index + 1)[0].prep == "ل" else None
    after = owner.after if owner is not None else index + 1
    member = Member(index, after, head, index, (index, after), None)
    return Phrase(tokens.inner(index, head.skip), tokens.tokens[after - 1].end, index, after, (member,))


def _accusative(reader: Reader, index: int, head: Word, limit: int) -> Phrase:
    """A document in the accusative with its adjectives."""
    tokens, after = reader.tokens, index + 1
    while after < min(limit, index + DESCRIBED) and tokens.kind(after) == WORD_TOKEN and tokens.form(after).endswith("ا"):
        after += 1
    member = Member(index, after, head, index, (index, after), None)
    skip = head.skip
    start = tokens.inner(index, skip) if skip else tokens.tokens[index].start
    return Phrase(start, tokens.tokens[after - 1].end, index, after, (member,))


def publisher(walker: Walker, member: Member) -> Phrase | None:
    """The subject of the verb of publishing that stands before a document: أصدرت السفارة تحذيرا, المكتب الذي نشر بيانا."""
    tokens = walker.reader.tokens
    first = tokens.sentence(member.first)[0]
    verb = next((index for index in range(member.first - 1, max(first, member.first - NEAR) - 1, -1)
                 if _publishes(tokens.form(index))), -1)
    clauses = any(tokens.kind(index) != WORD_TOKEN or unit(tokens, index)[0].kind in ("that", "verb")
                  for index in range(verb + 1, member.first))
    if verb < 0 or clauses or member.head.prep or member.head.owned or unit(tokens, member.first - 1)[0].kind == "prep":
        return None
    for found, governed in walker.namings(walker.reader, verb + 1, member.first):
        if not governed:
            return found
    best = None
    relative = tokens.form(verb - 1) in used("relative")
    for found, governed in walker.namings(walker.reader, first, verb):
        best = found if relative or not governed else best
    return _inner(walker.reader, best) if best is not None else None


def _inner(reader: Reader, found: Phrase) -> Phrase:
    """The body that a common noun belongs to: تصريحات مكتب الإعلام الذي أصدر بيانا."""
    if found.members[0].name is not None or found.members[0].head.kind not in ("noun", "document"):
        return found
    body = next((index for index in range(found.first, found.after) if unit(reader.tokens, index)[0].kind == "body"), -1)
    return (reader.read(body, found.after) or found) if body >= 0 else found


def _publishes(form: str) -> bool:
    """أصدر, أصدرت, ونشرت: a verb of publishing without object."""
    bare = form[1:] if form[:1] in ("و", "ف") and not published(form) else form
    stems = used("published")
    return any(each in stems or (each[:-1] in stems and each[-1] in "تي") for each in {bare, form})  # وجه رسالة: no و


def text_of(reader: Reader, member: Member) -> Member | None:
    """The document named before that `member` is or is the text of: البلاغ, نص البلاغ; None for one that is new."""
    at = member.after - 1
    if at == member.head_at + 1 and reader.tokens.form(at) in used("self"):
        at -= 1  # البيان نفسه
    if at == member.head_at:
        return member if member.head.article else None
    inner = word(reader.tokens.form(at))
    plain = at == member.head_at + 1 and inner.kind == "document" and inner.article and not member.head.article
    return Member(at, at + 1, inner, at, (at, at + 1), None) if plain else None


def issued_before(walker: Walker, member: Member) -> Phrase | None:
    """Who issued the document where it was last named with more than its article: دراسة أعدها البنك … وبينت الدراسة; النتائج
    are those of whatever document was named last."""
    reader, tokens, stem = walker.reader, walker.reader.tokens, member.head.stem
    of_any, looked = stem in used("outcome"), 0
    for index in range(member.first - 1, max(member.first - FAR_BACK, -1), -1):
        if tokens.kind(index) != WORD_TOKEN or not (of_any or stem in tokens.form(index)):
            continue
        head = document_at(reader, index)
        if head is None or (head.stem != stem and not (of_any and head.sort == "document")):
            continue
        looked += 1
        if looked > LOOKED_AT:
            return None
        limit = tokens.sentence(index)[1]
        phrase = reader.read(index, limit)
        if phrase is None or phrase.members[0].head_at != index:
            phrase = _accusative(reader, index, head, limit) if tokens.form(index).endswith("ا") else None
        found = issuer(reader, phrase.members[0], limit) if phrase is not None else None
        if found is not None and found.phrase is not None:
            return found.phrase
        source = publisher(walker, phrase.members[0]) if phrase is not None else None
        if source is not None:
            return source
    return None
