"""How far a naming goes: a name inside a title, what stands between title and name, an apposition set off by commas."""

from components import lexicon
from components.extract.speakers.ahead import Ahead
from components.extract.speakers.draft import CLAUSE, COMMAS, Draft, Here, Member, saying
from components.extract.speakers.lexemes import Word, accusative, told, unit, used
from components.text.tokens import WORD, Tokens

LONGEST_INNER = 4  # words of a name inside a title
FARTHEST = 14  # tokens to the comma that closes an apposition
FOR, ON, ABOUT = "باسم", "علي", "عن"  # على, folded
INDIVISIBLE = ("ون", "ين", "ان")  # مسؤولون: with its ن a plural leans on no noun


def inner_name(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """The token after the name of the title that stands inside another naming: مكتب المستشارة [أنجيلا ميركل], سالم بدران
    مستشار الوزير [كريم حداد], مصادر مقربة من الرئيس [عمر سليم]; None where no such name stands at `here`."""
    word = here.word
    on_behalf = unit(ahead.tokens, draft.head_at + 1)[0].stem == FOR
    if (draft.human and not draft.apposed) or (draft.head.kind in ("document", "noun") and not on_behalf):
        return None  # كلام لرئيس الحكومة الجديد …: the speaker is he
    end = _name_end(ahead, here)
    sure = bool(word.given) and (not word.common or word.kind == "given" or end > here.after)
    bare = not word.kind and not plain_verb(ahead, here) and ahead.closes(end, here.limit)
    if word.article or not (sure or bare) or not _inner_title(ahead, draft, here.at):
        return None
    draft.full = True
    return draft.take(end, closed=True)


def plain_verb(ahead: Ahead, here: Here) -> bool:
    """A word of no list that begins like a preposition or looks like a verb or an object."""
    return here.word.stem[0] in "بل" or ahead.verbal(here.at, here.limit) or accusative(here.word.stem) or (
        ahead.accusative(here.at) or ahead.possessed(here.at))


def spoken_for(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """The token after the name of him for whom somebody speaks: المتحدث باسم [سليم حداد]; None where nobody is named so."""
    word = here.word
    if ahead.tokens.form(here.at - 1) != FOR or draft.head.stem not in used("speaks_for") or word.article or (
            not word.given or word.kind not in ("given", "noun")):
        return None
    end = _name_end(ahead, here)
    return draft.take(end, closed=True) if ahead.closes(end, here.limit) else None


def _inner_title(ahead: Ahead, draft: Draft, at: int) -> bool:
    """True where the chain before token `at` leads back, over words with article, to a title that is not the head."""
    for index in range(at - 1, max(draft.head_at, at - 6), -1):
        if ahead.tokens.kind(index) != WORD:
            return False
        word, _ = unit(ahead.tokens, index)
        if word.kind == "title" and word.number != "p" and word.sort != "unnamed" and not word.conj:
            return True
        if not word.article and word.kind not in ("place", "nationality"):
            return False
    return False


def _name_end(ahead: Ahead, here: Here) -> int:
    """The token after a personal name that begins at `here`."""
    end, tokens = here.after, ahead.tokens
    for _ in range(LONGEST_INNER - 1):
        if not ahead.free(end, here.limit):
            break
        word, after = unit(tokens, end)
        if word.kind == "title" and word.sort in ("people", "occupation") and not (word.article or word.conj or word.prep):
            return after if ahead.last(after, here.limit) else end  # سليم حداد
        if not ahead.names(end, here.limit):
            break
        joined = unit(tokens, end - 1)[0].kind == "joint"
        if word.article and not joined and not word.stem.endswith("ي") and word.kind != "given":
            break
        more = Here(word, end, after, here.limit)
        if not word.kind and not joined and (plain_verb(ahead, more) and not ahead.last(after, here.limit)):
            break
        end = after
    return end


def ruled_place(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """The token after a place of no list between an office and the name of who holds it: محافظ إقليم [قونية] مراد دمير, عمدة
    [ساغا] كينجي هوندا; acting for another: وزير الصحة [وكالة] كمال حداد. None where none stands at `here`."""
    word, head = here.word, draft.head
    if word.article or word.prep or word.conj or head.number != "s" or draft.name is not None or not draft.human:
        return None
    if word.stem in used("acting") and draft.closed and ahead.free(here.after, here.limit):
        known = unit(ahead.tokens, here.after)[0].kind in ("given", "joint")  # not أبلغ الوزير وكالة سبوتنيك
        return draft.tentative(here.after, True) if known else None
    before = unit(ahead.tokens, here.at - 1)[0]
    town = before.stem in used("town") and not before.article and here.at - 1 > draft.head_at
    ruled = here.at - 1 == draft.head_at and head.stem in used("rules_place") and not head.article
    faithful = word.stem in used("faith_place") and here.after == here.at + 2  # محافظة صلاح الدين
    unknown = not word.kind and not word.given and word.stem not in lexicon.column("adjectives")
    if not (town or ruled or (faithful and before.kind == "prep")) or not (faithful or unknown):
        return None
    if faithful or ahead.closes(here.after, here.limit):
        return draft.take(here.after, closed=True)
    if not ahead.names(here.after, here.limit):
        return None
    end = _name_end(ahead, here._replace(at=here.after, after=here.after))
    enough = end - here.after >= (1 if town else 2)
    return draft.take(here.after, closed=True) if enough and ahead.closes(end, here.limit) else None


def behind_rank(ahead: Ahead, here: Here) -> bool:
    """True for a word behind a rank that is the first of two which end a naming: العميد توحيد الكندري."""
    rank, word = unit(ahead.tokens, here.at - 1)[0], here.word
    if rank.sort != "rank" or not rank.article or word.article or word.prep or word.conj or not ahead.names(
            here.after, here.limit):
        return False
    more, end = unit(ahead.tokens, here.after)
    return (bool(more.given) or more.article) and word.kind in ("noun", "verb", "") and ahead.closes(end, here.limit)


def bridge(ahead: Ahead, draft: Draft, here: Here) -> int | None:
    """What stands between a title and its name, or between a noun and what it belongs to: المصنفة الأولى [عالميا سابقا]
    نادين كرم, مواقع [تابعة] لحزب الوسط. None where nothing of the kind stands at `here`."""
    stem = here.word.stem
    if not draft.in_name and (place := ruled_place(ahead, draft, here)) is not None:
        return place
    paper = stem in used("paper_particle") and draft.head.sort == "outlet" and here.at == draft.head_at + 1
    if paper and ahead.foreign_name(here.after, here.limit):
        return draft.take(here.after + 1, closed=False)  # صحيفة لو باريزيان, صحيفة لا ريبوبليكا
    if stem[:1] == "ل" and stem[1:] in used("quarter") and draft.closed and not draft.in_name:
        return draft.take(here.after, closed=False)  # الإدارة الذاتية لشمال وشرق سوريا
    if here.word.kind == "adverb" and (then := at_that_time(ahead, draft, here.at, here.limit)) is not None:
        return then
    if stem in used("knowing") and not draft.in_name and ahead.tokens.form(here.after) in (ON, ABOUT):
        return draft.take(here.after + 1, closed=False) if ahead.free(here.after + 1, here.limit) else None  # مطلع على الملف
    if here.word.kind == "adverb" and unit(ahead.tokens, here.at - 1)[0].stem in used("knowledge") and ahead.free(
            here.after, here.limit) and unit(ahead.tokens, here.after)[0].prep == "ب":
        return draft.take(here.after)  # على دراية مباشرة بالأمر
    jobless = stem == ABOUT and unit(ahead.tokens, here.at - 1)[0].stem in used("jobless") and not draft.in_name
    if jobless and ahead.free(here.after, here.limit) and unit(ahead.tokens, here.after)[0].stem in used("work"):
        return draft.take(here.after + 1, closed=True)  # جمعية العاطلين عن العمل
    if stem in used("ending") and here.word.article and draft.human and not draft.in_name and ahead.free(
            here.after, here.limit) and unit(ahead.tokens, here.after)[0].owned:
        return draft.take(here.after + 1, closed=True)  # الرئيس المنتهية ولايته
    if stem in used("private") and draft.head.sort == "unnamed" and here.at == draft.head_at + 1 and draft.indefinite:
        return draft.take(here.after)  # مصادر خاصة
    if stem in used("un") and draft.indefinite and not draft.in_name and ahead.free(here.after, here.limit):
        quality, end = unit(ahead.tokens, here.after)  # تقارير غير مؤكدة
        return draft.take(end) if quality.stem in lexicon.column("adjectives") and not quality.article else None
    if stem in used("belonging") and not draft.in_name and ahead.free(here.after, here.limit):
        owner, _ = unit(ahead.tokens, here.after)
        return draft.take(here.after, closed=False) if owner.prep == "ل" and not owner.conj else None
    if stem not in used("standing") or not draft.closed or draft.head.kind != "title" or draft.in_name:
        return None
    if draft.apposed:
        return draft.take(here.after)  # الملاكم كريم سالم المصنف الأول عالميا
    after = here.after
    while after < here.limit and ahead.tokens.form(after) in used("standing"):
        after += 1  # سابقا is a time elsewhere
    if ahead.starts_name(after, here.limit):
        return draft.begin_name(after, unit(ahead.tokens, after)[1])
    return draft.take(here.after, closed=True) if here.word.kind != "adverb" else None


def at_that_time(ahead: Ahead, draft: Draft, index: int, limit: int) -> int | None:
    """The token after آنذاك between a title and its name: وزير الصناعة آنذاك، سامي حنا; None where none stands there."""
    if ahead.tokens.form(index) not in used("then") or not draft.human or draft.name is not None or not draft.closed:
        return None
    behind = index + 1 + (ahead.tokens.form(index + 1) in COMMAS)
    return draft.tentative(index + 1, True) if ahead.starts_name(behind, limit) else None


def same_person(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for a second title of the person between the same two commas: …، العضو السابق في المجلس [والمرشح الحالي]، …"""
    if here.word.kind != "title" or here.word.number == "p" or not here.word.article:
        return False
    if draft.behind < 1 or ahead.tokens.form(draft.behind - 1) not in COMMAS:
        return False
    end = here.after
    while ahead.free(end, here.limit) and unit(ahead.tokens, end)[0].article:
        end = unit(ahead.tokens, end)[1]
    return end < here.limit and ahead.tokens.form(end) in COMMAS


def barred(ahead: Ahead, draft: Draft, here: Here) -> bool:
    """True for what cannot follow a plural that leans on nothing: مسؤولون إسرائيليون [التصويت], ناشطون [مقطع فيديو], خمس
    موظفات [اتهامات]. Only an adjective may."""
    head, word = ahead.tokens.form(draft.head_at), here.word
    if not head.endswith("ا") and _object(ahead.tokens.form(here.at), word):
        return True  # أصدرت المفوضية تقريرا
    if not draft.indefinite or draft.apposed or draft.head.number not in ("p", "d"):
        return False
    before = here.at - 1
    if before != draft.head_at and not (_agrees(unit(ahead.tokens, before)[0]) or _qualified(unit(ahead.tokens, before)[0])):
        return False
    if before != draft.head_at and word.article and draft.head.kind == "title" and _qualified(unit(ahead.tokens, before)[0]):
        return word.stem not in used("beside_noun") and not word.given  # أطباء مضربون الحكومة; not وفود رفيعة المستوى
    if head.endswith("ات"):
        return word.kind == "noun" and word.stem.endswith("ات") and word.stem not in lexicon.column("adjectives")
    if not head.endswith(INDIVISIBLE) or len(head) < 5 or not draft.head.stem.endswith(INDIVISIBLE):
        return False
    return word.article or (word.kind in ("noun", "document", "body", "place", "name", "given") and not _agrees(word))


def _object(form: str, word: Word) -> bool:
    """A common noun in the accusative, also where it is a word of its own in the list of everyday words."""
    if accusative(form):
        return True
    return word.sort == "everyday" and form.endswith("ا") and len(form) > 4 and form[:-1] in lexicon.column("nouns")


def _qualified(word: Word) -> bool:
    """A bare adjective of a plural, and no noun in its chain: مضربون, مجاورة; not خارجية."""
    if word.article or word.kind not in ("", "nationality", "title"):
        return False
    return word.kind == "nationality" or word.stem.endswith("ون") or (
        not word.kind and (word.stem in lexicon.column("adjectives") or (word.stem[0] == "م" and word.stem[-1] == "ه")))


def _agrees(word: Word) -> bool:
    """An adjective of a plural: إسرائيليون, محليون, كبار."""
    ends = word.stem.endswith(INDIVISIBLE) and word.kind != "noun"  # not شؤون
    return word.kind == "nationality" or ends or word.stem in lexicon.column("adjectives")


def to_outlet(ahead: Ahead, here: Here) -> bool:
    """True where ل with a foreign outlet of no list says who is told: قالت مصادر طبية [لبرايم نيوز]."""
    word = here.word
    if word.kind or word.article or not word.stem.startswith("ل") or not ahead.free(here.after, here.limit):
        return False
    return ahead.tokens.form(here.after) in used("outlet_tail")


def to_comma(ahead: Ahead, draft: Draft, limit: int) -> None:
    """Lengthen an apposition that began behind a comma to the comma that closes it: سوسن رمزي، مديرة المكتب المكلف بالموازنة
    [بين القرى والمدن]، قد قالت. What tells how or to whom something was said is no part of it."""
    tokens, start = ahead.tokens, draft.after
    if not draft.apposed or draft.behind < 1 or tokens.form(draft.behind - 1) not in COMMAS or draft.firm is not None:
        return
    for index in range(start, min(start + FARTHEST, limit)):
        if tokens.form(index) in COMMAS:
            if index > start:
                draft.take(index)
            return
        if not ahead.free(index, limit) or not _within(ahead, index, limit):
            return


def _within(ahead: Ahead, index: int, limit: int) -> bool:
    """True for a word that can stand inside an apposition."""
    word, after = unit(ahead.tokens, index)
    if word.kind in CLAUSE or saying(word) or word.owned:
        return False
    if word.kind == "prep":
        if word.stem not in used("inward") or not ahead.free(after, limit):
            return False
        inner, _ = unit(ahead.tokens, after)
        return not saying(inner) and inner.stem not in used("aside")
    return not (word.prep == "ل" and (told(word) or word.sort == "outlet"))


def one_person(tokens: Tokens, members: list[Member]) -> list[Member]:
    """Two bare titles before one name are one person's: عضو الكنيست ورئيس حزب العمل إسحاق هرتسوغ; so are two behind it: كمال
    حداد مدير المدرسة وعضو المجلس البلدي."""
    if len(members) != 2:
        return members
    one, other = members
    if not one.head.kind == other.head.kind == "title" or one.head.article != other.head.article or one.head.number == "p":
        return members
    if one.name is not None and other.name is None and one.role is not None and one.role[0] >= one.name[1]:
        bare = not other.head.article and other.head.number == "s" and other.head.gender == one.head.gender
        longer = (one.role[0], other.after if one.role[1] == one.after else one.role[1])
        return [one._replace(after=other.after, role=longer)] if bare and other.head.sort == "office" else members
    if one.name is not None or other.name is None or other.role is None:
        return members
    former = {tokens.form(at) for at in range(one.first, other.after)} & used("former")
    if one.head.article and (not former or one.head.gender != other.head.gender):
        return members  # القيادي في … والوزير السابق …
    return [other._replace(first=one.first, head=one.head, head_at=one.head_at, role=(one.first, other.role[1]))]
