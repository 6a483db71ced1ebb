"""What is said of somebody behind his title and is no name: المدير [واثق من الفوز], الوزير، [مفاده] أن, الخبير [قادرتين]."""

from components.extract.speakers.lexemes import Word, unit, used
from components.text.tokens import WORD, Tokens

OWNED = ("ها", "هم", "هما")
LEAST = 5  # letters of a word with an owner
ENDINGS = ("ا", "ه", "ين", "ون", "تين", "تان", "ان", "ات")  # of a predicate: راضيا, قادرة, قادرتين
DUAL = "تين"
DUAL_LENGTH = 7  # letters of صالحتين
PARTICIPLE = 8  # letters of متعادلتين


def said_of(tokens: Tokens, index: int, limit: int) -> bool:
    """True where the word at token `index`, which a title might have for its name, says something of somebody."""
    form, (word, after) = tokens.form(index), unit(tokens, index)
    if word.article or word.conj or word.prep or word.kind not in ("", "given", "noun", "title", "verb"):
        return False
    if not word.given and not word.kind and (_owned(form) or _dual(form)):
        return True
    base = _state(form)
    if not base:
        return False
    if word.given and (base != form or base not in used("state_of_name")):
        return False  # الرئيس سعيد, راضية النصراوي; but المدير مؤمن بالمشروع
    return base != form or _governs(tokens, after, limit)


def unfit(tokens: Tokens, index: int, limit: int) -> bool:
    """True behind a comma for a word of no list with more of its clause, but no name, behind it: المدير، مفندا ما قيل."""
    word, after = unit(tokens, index)
    if word.kind or word.given:
        return False
    if after >= limit or tokens.kind(after) != WORD:
        return False
    following, form = unit(tokens, after)[0], tokens.form(index)
    owned = tokens.text[tokens.tokens[index].end - 1] == "ه" and form[-2] != "ي"  # مفاده أن; not توريه
    return following.kind in ("prep", "stop") or bool(following.prep) or (owned and following.kind == "that")


def _owned(form: str) -> bool:
    return len(form) >= LEAST and form.endswith(OWNED)


def _dual(form: str) -> bool:
    """True for the shapes of صالحتين and متعادلتين, which few foreign names have."""
    active = len(form) == DUAL_LENGTH and form[1] == "ا"
    return form.endswith(DUAL) and (active or (form[0] == "م" and len(form) >= PARTICIPLE))


def _state(form: str) -> str:
    """The word for somebody's state of which `form` is a form, or nothing."""
    states = used("state")
    if form in states:
        return form
    return next((form[:-len(end)] for end in ENDINGS if form.endswith(end) and form[:-len(end)] in states), "")


def _governs(tokens: Tokens, after: int, limit: int) -> bool:
    """True where what follows hangs on a predicate: واثق من, مقتنع بالمشروع, غاضب جدا."""
    if after >= min(limit, len(tokens)) or tokens.kind(after) != WORD:
        return False
    following: Word = unit(tokens, after)[0]
    return (following.kind == "prep" and not following.conj) or following.prep in ("ب", "ل") or (
        following.kind == "adverb" or (following.sort == "everyday" and following.stem[-1] == "ا"))  # غاضب جدا
