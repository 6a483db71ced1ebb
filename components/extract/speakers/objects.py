"""What stands behind a subject and is none of its naming: the object of its verb (شكر المحافظ [الممرضة]), whom it speaks to
(قال الوزير [للمزارعين]), what it meets (استجاب المدير [لشكوى الموظفة])."""

from components import lexicon
from components.extract.speakers import reach
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.draft import COMMAS, Draft, Here
from components.extract.speakers.lexemes import Word, unit, used
from components.extract.speakers.lexemes import word as known
from components.text.tokens import WORD, Tokens

NISBA = ("ي", "يه", "يين", "يون")  # of adjectives: البرلماني, الوطنية
SEVERAL = "ات"
SHORT = 4  # letters of a noun in the accusative
FEMININE = "ه"
THINGS = ("noun", "document", "body", "", "title")


def to_paper(ahead: Ahead, here: Here) -> bool:
    """True for ل with a paper whose foreign name begins with a particle and ends the naming: لصحيفة [لو فيغارو]."""
    word, after, tokens = here.word, here.after, ahead.tokens
    if word.prep != "ل" or word.sort != "outlet" or word.article or not ahead.free(after, here.limit):
        return False
    end = max(unit(tokens, after)[1], after + 2)
    return tokens.form(after) in used("syllable") and ahead.closes(end, here.limit) and tokens.form(end) not in COMMAS


def twice(ahead: Ahead, index: int) -> bool:
    """True for a word of no list that stands behind the same foreign word elsewhere in the article too: غارسيا توريس."""
    form, before = ahead.tokens.form(index), unit(ahead.tokens, index - 1)[0]
    plain = not before.kind and not before.article and not before.conj and not before.prep
    if ahead.tokens.kind(index - 1) != WORD or not (before.given or plain):
        return False
    return len(ahead.pairs.get((ahead.tokens.form(index - 1), form), ())) > 1


def short_object(ahead: Ahead, here: Here) -> bool:
    """A noun of three letters in the accusative, and more of the clause: التقى بيترو كوفالينكو [وفدا] من التجار."""
    form = ahead.tokens.form(here.at)
    if here.word.kind or len(form) != SHORT or form[-1] != "ا" or not ahead.free(here.after, here.limit):
        return False
    noun = known(form[:-1])
    return noun.kind in ("noun", "document", "body") and not noun.given and (
        unit(ahead.tokens, here.after)[0].kind not in ("that", "joint"))


def before_that(tokens: Tokens, word: Word, index: int) -> bool:
    """True for a noun before إن, for before it قال has no object, and for a word of no list before أن or a comma and أن."""
    index += not word.kind and tokens.form(index) in COMMAS
    quality = word.stem in lexicon.column("adjectives") and not word.given
    if word.kind not in ("", "noun") or index >= len(tokens) or quality or tokens.kind(index) != WORD or (
            unit(tokens, index)[0].kind != "that"):
        return False
    return not word.kind or tokens.text[tokens.tokens[index].start] == "إ"


def noun_as_name(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a bare noun between a title with article and a family name before أن: قال النائب [عودة] الحجايا إن. No noun
    goes on with a title that is closed, nor has قال an object."""
    word, tokens = here.word, ahead.tokens
    if word.kind not in ("noun", "body") or word.article or word.prep or word.conj or word.owned:
        return False
    if not draft.head.article or draft.after != draft.head_at + 1 or not ahead.free(here.after, here.limit):
        return False
    family, end = unit(tokens, here.after)
    if not family.article or family.kind not in ("", "noun") or end >= len(tokens) or tokens.kind(end) != WORD:
        return False
    that = unit(tokens, end)[0]
    kasra = tokens.text[tokens.tokens[end].start] == "إ"
    return that.kind == "that" and not that.conj and (kasra or (not family.kind and family.stem.endswith(("ي", "ا"))))


def behind_surname(ahead: Ahead, here: Here) -> bool:
    """True for what cannot be one more family name: things in the plural, a noun before its relative clause."""
    before, stem = unit(ahead.tokens, here.at - 1)[0], here.word.stem
    relative = here.after < len(ahead.tokens) and ahead.tokens.form(here.after) in used("relative")
    if relative and not stem.endswith(NISBA[0]) and ahead.tokens.form(here.at) not in lexicon.column("family_names"):
        return True  # حسمت ديما خوري [الجدل] الذي دار
    return before.article and (relative or (stem.endswith(SEVERAL) and len(stem) > SHORT))


def foreign(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a word that a subject of one word with article cannot take: only its adjective and its name follow it."""
    head, word = draft.head, here.word
    if not head.article or draft.after != draft.head_at + 1 or draft.apposed or head.kind not in ("title", "body") or (
            head.sort in ("rank", "loose") or head.given or word.conj):
        return False
    if word.prep:
        return head.kind == "title" and word.prep == "ل" and (_hearers(head, word) or _met(word))
    if not word.article:
        met = word.kind == "body" or (word.kind == "place" and not word.given)
        return met and head.kind == "title"  # التقى الرئيس وفد الصيادين, اتهم الوزير باريس
    return _another(ahead, head, here) or (word.kind in ("noun", "document", "") and _thing(ahead, head, here))


def told_behind(ahead: Ahead, draft: Draft, index: int, limit: int) -> bool:
    """أخبرت رئيسة الجلسة، كامل أنه …: a name behind the comma at `index` that no other comma closes is his who is told."""
    if draft.name is not None or draft.head.kind != "title" or ahead.listener(index + 1, limit):
        return False  # أبلغ الوزير، ألكسندر نوفاك الصحفيين أن
    end = index + 1
    while end < limit and ahead.free(end, limit):
        end += 1
    return end < len(ahead.tokens) and ahead.tokens.form(end) not in COMMAS


def own(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a word of no list with an owner, which no name begins with: أبدى المدير الفني [حزنه] من الحكم."""
    word = here.word
    if word.kind == "quantity" and draft.head.article and draft.after == draft.head_at + 1 and not word.article:
        return word.stem not in used("apposed")  # وجه المشجع [بعض الأسئلة]
    plain = draft.closed and draft.head.kind == "title" and not (word.kind or word.article or word.stem.endswith("يه"))
    return plain and ahead.possessed(here.at) and ahead.last(here.after, here.limit)


def behind_quality(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a thing or a body with article behind a bare noun and its nisba: مصدر أمني [الخبر], منظمات دولية [القرار]"""
    word, head = here.word, draft.head
    if word.conj or word.prep or word.given or head.article or word.kind not in THINGS or (
            draft.apposed or draft.name is not None or head.kind not in ("title", "body") or head.sort == "outlet"):
        return False
    before = unit(ahead.tokens, here.at - 1)[0]
    bare = not (before.article or before.prep or before.conj) and before.kind in ("", "noun", "nationality", "title")
    if not bare or here.at - 1 == draft.head_at or not before.stem.endswith(NISBA[:2]) or not (
            before.kind == "nationality" or before.stem in lexicon.column("adjectives")):
        return False
    if not word.article:
        return here.at - 2 == draft.head_at and _leads(ahead, here)
    quality = word.stem.endswith(NISBA) or word.stem in lexicon.column("adjectives") or word.stem in used("beside_noun")
    return word.kind != "title" and not quality and (
        word.kind == "body" or word.stem in lexicon.column("nouns") or word.stem.endswith(SEVERAL))


def _leads(ahead: Ahead, here: Here) -> bool:
    """True for a bare noun with its genitive: خبير روسي [زيف التهمة], باحث مصري [خطأ هذا الحساب]; not رفيع المستوى."""
    word, after, stem = here.word, here.after, here.word.stem
    other = word.kind == "body" or (word.kind == "title" and word.number == "s") or stem in lexicon.column("adjectives")
    if other or not ahead.free(after, here.limit):
        return False
    genitive, form = unit(ahead.tokens, after)[0], ahead.tokens.form(after)
    definite = genitive.article or form in used("this")
    if genitive.conj or genitive.prep or not definite or genitive.stem in used("beside_noun"):
        return False
    if word.kind and word.sort != "everyday":
        return True
    quality = stem[0] == "م" or stem[1:2] == "ا" or (len(stem) == SHORT and stem[2] == "ي") or stem.endswith(NISBA)
    return not quality and len(stem) > 2 and genitive.kind not in ("title", "nationality") and not genitive.given


def behind_brand(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a document or thing that a foreign paper writes of: صحيفة ديلي بوست [خطاب كارتر]; not صحيفة أخبار اليوم."""
    if draft.head.sort != "outlet" or here.at < draft.head_at + 3:
        return False
    word, before = here.word, unit(ahead.tokens, here.at - 1)[0]
    plain = not before.kind and not before.article and before.stem not in lexicon.column("adjectives")
    if not plain or not ahead.free(here.after, here.limit):
        return False
    thing = word.kind == "document" or (word.kind == "noun" and word.stem in lexicon.column("nouns"))
    return thing and not (word.article or word.conj or word.prep or word.given)


def _hearers(head: Word, word: Word) -> bool:
    """قال الوزير للمزارعين: those to whom one speaks."""
    return word.kind == "title" and word.number == "p" and word.article and head.number == "s"


def _met(word: Word) -> bool:
    """استجاب المدير لشكوى الموظفة, تعرض الوزير لانتقادات."""
    return word.kind in ("noun", "document") and not word.article and word.stem in used("met")


def _another(ahead: Ahead, head: Word, here: Here) -> bool:
    """Another party: المحافظ الممرضة, النائب الحكومة; not الكاتب الصحفي, الوزير السفير كريم حداد, الجيش الحر."""
    word = here.word
    if word.kind == "body":
        fits = head.kind == "body" or head.gender == "f" or head.stem in used("elected")
        described = (fits and word.stem in used("body_adjective")) or word.stem.endswith(NISBA)
        return not described and (word.stem in used("body_adjective") or word.stem not in lexicon.column("adjectives"))
    if word.kind != "title" or word.sort == "rank" or word.stem in lexicon.column("adjectives"):
        return False
    if word.number == "p":
        return head.number == "s" and (head.kind == "title" or ahead.tokens.form(here.at).endswith("ين"))
    if head.kind != "title" or head.number != "s" or _named(ahead, here):
        return False
    whole = word.stem in used("manager") and head.stem in used("president")  # الرئيس المدير العام
    crossing = word.gender != head.gender and not word.stem.endswith(NISBA)
    return not whole and (crossing or word.stem in used("office_head"))


def _named(ahead: Ahead, here: Here) -> bool:
    """True where a name follows, to which both titles belong."""
    if not ahead.starts_name(here.after, here.limit):
        return False
    word, after = unit(ahead.tokens, here.after)
    return bool(word.given) or not reach.plain_verb(ahead, Here(word, here.after, after, here.limit))


def _thing(ahead: Ahead, head: Word, here: Here) -> bool:
    """A thing behind somebody: المدرب الكأس, المدير الخسارة, الوزير التضحيات; no adjective and no family name."""
    word, stem = here.word, here.word.stem
    if word.given or stem in lexicon.column("adjectives") or stem in used("beside_noun") or stem in used("described"):
        return False
    over = here.after >= here.limit or unit(ahead.tokens, here.after)[0].kind == "that"
    over = over and head.number == "s"  # several have no name: نفى المتهمون التهم
    if over or stem.endswith(NISBA) or stem in lexicon.column("family_names"):
        return False  # قال الوزير الصقر إن
    if stem.endswith(SEVERAL) and len(stem) > SHORT:
        return head.number == "s"
    sure = word.kind in ("noun", "document") and stem in lexicon.column("nouns")
    if stem.endswith(FEMININE):
        return sure and (head.gender == "m" or _no_quality(stem))
    return sure and head.kind == "title" and (stem[0] != "م" or head.number == "p")  # المتهمون التهم


def _no_quality(stem: str) -> bool:
    """False for a noun that may be the adjective of a woman or a body: الشركة الحاضنة, الدولة الصديقة."""
    human = lexicon.column("nouns", "human").get(stem, "") == "yes"
    return not human and stem[0] != "م" and not (len(stem) == 5 and stem[1] == "ا")
