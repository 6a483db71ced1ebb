"""When two spellings are one name: words compared folded, without article, with one letter's difference forgiven."""

from functools import lru_cache

from components import lexicon
from components.extract.speakers.lexemes import HAMZAS, unit, used, word
from components.text.tokens import WORD as WORD_TOKEN
from components.text.tokens import Tokens

SERVANT = "عبد"
LEAST_ALIKE = 4  # letters of the shorter of two spellings that may differ in one


def name_keys(tokens: Tokens, first: int, after: int) -> tuple[str, ...]:
    """The words of a personal name as they are compared: عبد الرحمن and عبدالرحمن are one word, بن and آل are none."""
    keys, servant = [], False
    for index in range(first, after):
        token = tokens.tokens[index]
        if token.kind != WORD_TOKEN:
            continue
        form = token.form
        if index == first and form.startswith(("و", "ل", "ب")):
            read, end = unit(tokens, index)
            form = read.stem if end == index + 1 else word(form).stem
        if form == SERVANT:
            servant = True
            continue
        if form in used("dropped") and after - first > 1:
            continue
        hamza = tokens.text[token.start] in HAMZAS  # ألدينس has no article
        if form.startswith("ال") and len(form) > 4 and not hamza:
            form = form[2:]
        if form.startswith("عبدال") and len(form) > 6:
            form = SERVANT + form[5:]
        keys.append(SERVANT + form if servant else form)
        servant = False
    return tuple(keys)


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> bool:
    """Equal, or one letter apart (added, changed, two changed places) where both are long and not two known given names.

    >>> alike("شياع", "شياء"), alike("محمد", "محمود")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_ALIKE or len(long) - len(short) > 1:
        return False
    known = lexicon.column("given_names")
    if one in known and other in known:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1:]
    if short[start + 1:] == long[start + 1:]:
        return True
    return sorted(short) == sorted(long) and sum(a != b for a, b in zip(short, long, strict=True)) == 2


def within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where every word of `short` stands in `long`, in that order."""
    at, count = 0, len(long)
    for key in short:
        while at < count and key != long[at] and not alike(key, long[at]):
            at += 1
        if at == count:
            return False
        at += 1
    return True


def covered(keys: frozenset[str], by: frozenset[str]) -> bool:
    """True where every one of `keys` has its like in `by`."""
    return keys <= by or all(key in by or any(alike(key, other) for other in by) for key in keys)
