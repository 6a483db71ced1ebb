"""Who issued a document that speaks: تقرير وزارة الدفاع, بيان للوزارة, بلاغ صادر عن الجمعية, بيان نشره المتحدث."""

from typing import NamedTuple

from components.extract.speakers.draft import Member, Phrase
from components.extract.speakers.lexemes import Word, published, unit, used, word
from components.extract.speakers.phrase import Reader
from components.text.tokens import WORD as WORD_TOKEN

NEAR = 9  # tokens in which the issuer stands
NAMED = frozenset(("body", "title", "name", "given"))


class Issuer(NamedTuple):
    """`phrase` names the issuer; `bare` is the token of a name with ل that no list knows (بيان لماكغراث), else -1."""

    phrase: Phrase | None
    bare: int = -1
    apposed: bool = False  # behind صادر عن, which belongs to the mention


def issuer(reader: Reader, member: Member, limit: int) -> Issuer | None:
    """Who issued the document `member`, inside its phrase or just behind it before token `limit`; None where not said."""
    tokens, index = reader.tokens, member.head_at + 1
    while index < member.after:
        if tokens.kind(index) == WORD_TOKEN:
            word, end = unit(tokens, index)
            if word.stem == "باسم" and end < member.after:
                return _read(reader, end, limit)
            adjective = word.kind == "title" and not word.article and not word.prep and end == member.after
            if tokens.form(index - 1) == "في" or adjective:  # تقارير صحفية
                return None  # تقارير في وسائل الإعلام
            if word.prep == "ل" or (word.kind in NAMED and not word.conj and not (word.article and member.head.article)):
                return _read(reader, index, limit)
            if word.kind == "" and tokens.form(index).startswith("ل") and not word.article and len(word.stem) > 4:
                return Issuer(None, index)
            index = end
        else:
            index += 1
    return _behind(reader, member.after, limit)


def _behind(reader: Reader, first: int, limit: int) -> Issuer | None:
    tokens = reader.tokens
    opened = tokens.form(first - 1) in used("issued")
    for index in range(first, min(first + NEAR, limit)):
        form = tokens.form(index)
        if tokens.kind(index) != WORD_TOKEN and form not in "\"«»“”":
            return None
        if form in used("issued"):
            opened = True
        elif form in used("relative") and index == first:
            first += 1  # الدراسة التي أعدها البنك
        elif index == first and published(form):
            return _subject(reader, index + 1, min(index + NEAR, limit))
        elif opened and form in used("issued_by"):
            found = reader.read(index + 1, limit)
            return Issuer(found, apposed=True) if found is not None else None
    return None


def _subject(reader: Reader, first: int, limit: int) -> Issuer | None:
    """The subject of نشره …, also behind where it was published: نشره على تويتر المتحدث."""
    tokens, index = reader.tokens, first
    while index < limit and tokens.kind(index) == WORD_TOKEN:
        word, end = unit(tokens, index)
        if word.kind == "prep":
            index = end + 1
            continue
        if index not in reader.ahead.halts and word.kind in NAMED and not word.prep:
            return _read(reader, index, limit + NEAR)
        index = end
    return None


def _read(reader: Reader, index: int, limit: int) -> Issuer | None:
    found = reader.read(index, min(limit, len(reader.tokens)))
    return Issuer(found) if found is not None else None


def document_at(reader: Reader, index: int) -> Word | None:
    """The document named at token `index`, also in the accusative (بيانا); None where none is."""
    form = reader.tokens.form(index)
    found = unit(reader.tokens, index)[0]
    if found.kind == "document":
        return found
    bare = word(form[:-1]) if form.endswith("ا") and len(form) > 3 else None
    return bare if bare is not None and bare.kind == "document" and not bare.article and not bare.prep else None
