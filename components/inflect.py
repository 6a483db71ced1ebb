"""Verbs from their principal parts to every form that news writes, unvowelled: no dictionary of forms is kept.

A row names past (3 m. sg.), past_c (the past stem before a consonant: قل, نفي), present, jussive, participle and masdar;
the lemma is the past. Passives look like actives except in hollow verbs (قيل, يقال), which are words of their own lists.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from components.fold import bare, fold

PARTS = ("past", "past_c", "present", "jussive", "participle", "masdar")
PRONOUNS = (("ه", "m", "s"), ("ها", "f", "s"), ("هم", "m", "p"), ("هما", "", "d"), ("هن", "f", "p"), ("نا", "", "p"),
            ("ني", "", "s"), ("ي", "", "s"))
_OBJECTS = tuple(pronoun for pronoun, _, _ in PRONOUNS[:7])
_OWNERS = tuple(pronoun for pronoun, _, _ in PRONOUNS if pronoun != "ني")


class Shape(NamedTuple):
    """Which form of its verb it is; `pronoun` is a written object, in a masdar the owner."""

    part: str
    person: str = ""
    gender: str = ""
    number: str = ""
    pronoun: str = ""


_M, _F = Shape("past", "3", "m", "s"), Shape("past", "3", "f", "s")
_MP = Shape("past", "3", "m", "p")
_YM, _YF = Shape("present", "3", "m", "s"), Shape("present", "3", "f", "s")
_YP, _Y1P = Shape("present", "3", "m", "p"), Shape("present", "1", "", "p")
_WITH = {shape: tuple(shape._replace(pronoun=pronoun) for pronoun in _OBJECTS)
         for shape in (_M, _F, _MP, _YM, _YF, _YP, _Y1P)}
_PAST_C = (("ن", Shape("past", "3", "f", "p")), ("ت", Shape("past", "1", "", "s")), ("نا", Shape("past", "1", "", "p")),
           ("تم", Shape("past", "2", "m", "p")))
_PRESENT = (("ي", _YM), ("ت", _YF), ("أ", Shape("present", "1", "", "s")), ("ن", _Y1P))
_JUSSIVE = tuple((prefix, shape._replace(part="jussive")) for prefix, shape in _PRESENT)
_PARTICIPLE = (("", "m", "s"), ("ا", "m", "s"), ("ة", "f", "s"), ("ين", "m", "p"), ("ون", "m", "p"), ("ات", "f", "p"),
               ("تان", "f", "d"), ("تين", "f", "d"), ("ان", "m", "d"))


def _past(past: str, cons: str, masdar: str) -> Iterator[tuple[str, Shape]]:
    weak = past[-1] in "ىا"
    stem = past[:-1] if weak else past
    yield past, _M
    yield stem + "ت", _F
    yield stem + "وا", _MP
    if not weak and len(past) > 2:
        yield past + "و", _MP  # قالو, as it is often typed
    if past != masdar and cons[-1] != cons[-2:-1]:  # ردا على: the noun is the commoner; اقرأ: another verb
        yield (cons if weak else past) + "ا", Shape("past", "3", "m", "d")
    yield stem + "تا", Shape("past", "3", "f", "d")
    for suffix, shape in _PAST_C:
        yield cons + suffix, shape
    open_end = stem + "ا" if weak else past
    for place, pronoun in enumerate(_OBJECTS):
        yield open_end + pronoun, _WITH[_M][place]
        yield stem + "ت" + pronoun, _WITH[_F][place]
        yield stem + "و" + pronoun, _WITH[_MP][place]


def _present(present: str, jussive: str) -> Iterator[tuple[str, Shape]]:
    tail, short = present[1:], jussive[1:]
    weak = tail[-1] in "ىيو"
    stem = tail[:-1] if weak else tail
    for prefix, shape in _PRESENT:
        yield prefix + tail, shape
    if short != tail:
        for prefix, shape in _JUSSIVE:
            yield prefix + short, shape
    dual = stem + ("و" if tail[-1] == "و" else "ي") if weak else tail
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        yield prefix + stem + "ون", Shape("present", "3" if gender == "m" else "2", "m", "p")
        yield prefix + stem + "وا", Shape("jussive", "3" if gender == "m" else "2", "m", "p")
        yield prefix + dual + "ان", Shape("present", "3", gender, "d")
    yield "ي" + (dual if weak else short) + "ن", Shape("present", "3", "f", "p")
    open_end = stem + "ا" if tail[-1] == "ى" else tail
    for place, pronoun in enumerate(_OBJECTS):
        yield "ي" + open_end + pronoun, _WITH[_YM][place]
        yield "ت" + open_end + pronoun, _WITH[_YF][place]
        yield "ن" + open_end + pronoun, _WITH[_Y1P][place]
        yield "ي" + stem + "ون" + pronoun, _WITH[_YP][place]


def _participle(participle: str) -> Iterator[tuple[str, Shape]]:
    for suffix, gender, number in _PARTICIPLE:
        yield participle + suffix, Shape("participle", "", gender, number)
    if participle[-1] == "ي":  # داعين, not داعيين
        yield participle[:-1] + "ين", Shape("participle", "", "m", "p")
        yield participle[:-1] + "ون", Shape("participle", "", "m", "p")


def _masdar(masdar: str) -> Iterator[tuple[str, Shape]]:
    yield masdar, Shape("masdar")
    if masdar[-1] not in "ةىا":
        yield masdar + "ا", Shape("masdar")
    stems: tuple[str, ...] = (masdar,)
    if masdar[-1] == "ة":
        stems = (masdar[:-1] + "ت",)
    elif masdar[-1] == "ى":
        stems = (masdar[:-1] + "ا",)
    elif masdar[-1] == "ء":  # ادعاءه, ادعائه, ادعاؤه
        stems = (masdar, masdar[:-1] + "ئ", masdar[:-1] + "ؤ")
    for stem in stems:
        for pronoun in _OWNERS:
            yield stem + pronoun, Shape("masdar", pronoun=pronoun)


def forms(row: Mapping[str, str]) -> Iterator[tuple[str, Shape]]:
    """Every form of the verb of `row` with its shape, in the row's own spelling (hamza kept, unvowelled).

    >>> parts = dict(past="نفى", past_c="نفي", present="ينفي", jussive="ينف", participle="نافي", masdar="نفي")
    >>> {"نفت", "نفوا", "ينفون", "نافيا", "نفيه"} <= {form for form, _ in forms(parts)}
    True
    """
    yield from _past(row["past"], row["past_c"], row["masdar"])
    yield from _present(row["present"], row["jussive"])
    if row["participle"]:
        yield from _participle(row["participle"])
    if row["masdar"]:
        yield from _masdar(row["masdar"])


def table(rows: list[dict[str, str]]) -> dict[str, list[tuple[int, Shape]]]:
    """Folded form -> (number of its row, shape), over all rows; folded in one go, since folding form by form is slow."""
    numbers, shapes, written = [], [], []
    for number, row in enumerate(rows):
        unowned = "unowned" in row.get("use", "")
        for form, shape in forms(row):
            if unowned and shape.pronoun:
                continue  # نسبة is no نسبه
            numbers.append(number)
            shapes.append(shape)
            written.append(form)
    found: dict[str, list[tuple[int, Shape]]] = {}
    for form, number, shape in zip(bare(fold("\n".join(written))).split("\n"), numbers, shapes, strict=True):
        if len(form) < 3 and shape.part == "jussive":  # لم ير: letters of too many words
            continue
        kept = found.setdefault(form, [])
        if not kept or kept[-1][0] != number:  # of two shapes of one verb in one spelling the first is the commoner
            kept.append((number, shape))
        elif shape.part == "masdar" and not shape.pronoun:
            if kept[-1][1].pronoun:  # إضافة, not أضافه
                kept[-1] = (number, shape)
            else:  # رد, نقل: he answered, an answer
                kept.append((number, shape))
    return found
