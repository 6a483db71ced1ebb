"""Which word opens a clause: verbs of the past and of the future with its sin, by the list of what happens in news."""

from functools import lru_cache

from components import lexicon

_PERSONS = frozenset("يتن")
_ENDINGS = ("وا", "نا", "تا")


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.column("event_verbs"))


@lru_cache(maxsize=50_000)
def is_verb(form: str) -> bool:
    """True for a folded form of the past, or of the future with its sin; a joining و or ف is passed over.

    >>> is_verb("وقتلت"), is_verb("ستنشر"), is_verb("ولاية")
    (True, True, False)
    """
    if _past(form):
        return True
    if form[:1] in ("و", "ف") and len(form) > 3:
        form = form[1:]
    return _past(form) or (len(form) >= 5 and form[0] == "س" and form[1] in _PERSONS)


@lru_cache(maxsize=50_000)
def is_joined_verb(form: str) -> bool:
    """True for a verb behind a joining و or ف; وقع and وصل begin with a و of their own.

    >>> is_joined_verb("وقتلت"), is_joined_verb("وقعت")
    (True, False)
    """
    return form[:1] in ("و", "ف") and len(form) > 3 and is_verb(form) and not _past(form)


def _past(form: str) -> bool:
    verbs = _verbs()
    if form in verbs:
        return True
    if form[-1:] == "ت":
        stem = form[:-1]
        return stem in verbs or stem + "ي" in verbs or stem + "ا" in verbs
    if form[-1:] == "ا" and form[:-1] in verbs and len(form) > 4:
        return True
    return form[-2:] in _ENDINGS and (form[:-2] in verbs or form[:-2] + "ي" in verbs)
