"""Whether a word that stands in no list of nouns and names is a finite verb: by the common verbs of Arabic news.

Lists: data/lexicon/lists/verbs.csv, event_verbs.csv (3 m. sg. past; the present where it does not follow from it). Only
shapes that are no noun's as well are told: كتب and تعاون may be books and cooperation, يكتب and كتبوا are not.
"""

from collections.abc import Iterator
from functools import lru_cache

from components import lexicon

_OBJECTS = ("هما", "هم", "ها", "هن", "نا", "ني", "ه")
_PLURALS = ("ون", "وا", "ان")
_LEADS = ("", "و", "ف", "س", "وس", "فس")
SHORT = 3  # letters of a root


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    return frozenset((*lexicon.column("verbs"), *lexicon.column("event_verbs")))


def _stems(past: str) -> Iterator[str]:
    """What may stand behind the letter of person, where the list does not say: نتقل of انتقل, صل of وصل, ستفيد of استفاد."""
    base = past[1:] if past[0] == "ا" and len(past) > SHORT else past
    if past[0] == "و" and len(past) == SHORT:
        yield past[1:]
    hollow = len(base) > 1 and base[-2] == "ا" and (len(past) == len(base) or past[:3] != "انف")
    if hollow and len(base) <= SHORT:
        yield from (base[:-2] + letter + base[-1] for letter in "ويا")
    elif hollow and past.startswith("است"):
        yield base[:-2] + "ي" + base[-1]
    else:
        yield base
    if past[0] == "ا" and len(past) == SHORT + 1 and base[-2] == "ا":
        yield base[:-2] + "ي" + base[-1]  # أصاب
    if base[-1] == "ا":
        yield base[:-1] + "و"


@lru_cache(maxsize=1)
def _presents() -> frozenset[str]:
    """Stems of the present without its letter of person, open and cut short: رمي and رم."""
    found: set[str] = set()
    for past in lexicon.column("event_verbs"):
        found.update(_stems(past))
    for past, present in lexicon.column("verbs", "present").items():
        found.update((lexicon.key(present)[1:],) if present else _stems(past))
    return frozenset(found)


def _past(form: str) -> bool:
    pasts = _pasts()
    for ending in ("ت", "وا", "تا", "نا"):
        base = form.removesuffix(ending)
        if base != form and len(base) > 1 and (base in pasts or base + "ي" in pasts or base + "ا" in pasts):
            return True
    if form[0] != "ا" or (len(form) <= SHORT + 1 and "ت" not in form[1:3]):
        return False  # أفضل, أحسن
    if form in pasts:
        return True
    return form[-1] in "ان" and form[:-1] in pasts


def _present(form: str) -> bool:
    if form[0] not in "يت" or len(form) < SHORT:
        return False
    stem, presents = form[1:], _presents()
    if stem in presents:
        return form[0] == "ي" or form not in _pasts()  # تعاون
    for ending in _PLURALS:
        base = stem.removesuffix(ending)
        if base != stem and ending == "ون" and len(base) == 1 and base + "ي" in presents:
            return True  # ترون
        if base != stem and len(base) > 1 and (base in presents or base + "ي" in presents or base + "و" in presents):
            return ending != "ان" or len(base) > SHORT  # تبيان
    return False


def _cut(form: str) -> bool:
    """A jussive of a weak verb: لم يأت. Behind a letter too many names look so: فيبر."""
    return form[0] == "ي" and len(form) == SHORT and (form[1:] + "ي" in _presents() or form[1:] + "و" in _presents())


def _with_object(form: str) -> bool:
    for ending in _OBJECTS:
        base = form.removesuffix(ending)
        if base == form or len(base) < SHORT or (len(base) == SHORT and base[0] != "ي"):
            continue
        if ending == "ه" and base[0] == "ت":
            continue  # تربية
        if base[-1] == "ت" and len(base) <= SHORT + 1:
            continue  # قيمته
        if base[0] == "ا" and "ا" in (base[-2], base.removesuffix("ت")[-2]):
            continue  # استقالة, إدانته
        if _past(base) or _present(base):
            return True
    return False


@lru_cache(maxsize=50_000)
def is_finite(form: str) -> bool:
    """True where a folded form of no other list is a verb of the past or present, with what is written to it.

    >>> [is_finite(form) for form in ("يشقها", "استفسرنا", "تزن", "وانتقلوا", "تربيه", "تعاون", "يونكر")]
    [True, True, True, True, False, False, False]
    """
    for lead in _LEADS:
        rest = form[len(lead):]
        if not form.startswith(lead) or len(rest) < SHORT:
            continue
        if lead[-1:] == "س":
            if rest[-1] != "ه" and rest[0] in "ينت" and (_present(rest) or _with_object(rest)):
                return True
        elif _past(rest) or _present(rest) or _with_object(rest) or (not lead and _cut(rest)):
            return True
    return False
