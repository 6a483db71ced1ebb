"""Which word is a verb of what happens in news: the past from a list, the present and the future by their shape from it."""

from collections.abc import Iterator
from functools import lru_cache

from components import lexicon

_PERSONS = frozenset("يتن")
_PAST_ENDINGS = ("وا", "نا", "تا")
_PRESENT_ENDINGS = ("ون", "ان", "وا", "ه", "ها", "هم")
_NOUN_ENDINGS = ("ه", "و", "ي", "ان", "ين", "ون", "ا", "س", "ز")  # of names and nouns that begin as a future verb does


@lru_cache(maxsize=1)
def _past_forms() -> frozenset[str]:
    return frozenset(lexicon.column("event_verbs"))


def _stems(past: str) -> Iterator[str]:
    """What may stand behind the letter of person in the present: كتب, نطلق of انطلق, زور of زار, صل of وصل."""
    base = past[1:] if past[0] == "ا" and len(past) > 3 else past
    yield base
    if past[0] == "و" and len(past) == 3:
        yield past[1:]
    if base[-1] in "يا":
        yield from (base[:-1] + "ي", base[:-1] + "و")
    middle = base.rfind("ا", 1, len(base) - 1)
    if middle > 0:
        yield from (base[:middle] + letter + base[middle + 1:] for letter in "وي")


@lru_cache(maxsize=1)
def _no_future() -> frozenset[str]:
    return frozenset(lexicon.key(entry.form) for entry in lexicon.entries()["time_not_future"])


@lru_cache(maxsize=1)
def _present_stems() -> frozenset[str]:
    return frozenset(stem for past in _past_forms() for stem in _stems(past) if len(stem) > 1)


def _is_past(form: str) -> bool:
    verbs = _past_forms()
    if form in verbs:
        return True
    if form[-1:] == "ت":
        stem = form[:-1]
        return stem in verbs or stem + "ي" in verbs or stem + "ا" in verbs
    if form[-1:] == "ا" and len(form) >= 4 and form[:-1] in verbs:
        return True
    return form[-2:] in _PAST_ENDINGS and (form[:-2] in verbs or form[:-2] + "ي" in verbs)


def _is_present(form: str) -> bool:
    if len(form) < 4 or form[0] not in _PERSONS:
        return False
    stems, rest = _present_stems(), form[1:]
    if rest in stems:
        return True
    shorter = [rest[:-len(ending)] for ending in _PRESENT_ENDINGS if rest.endswith(ending)]
    return any(stem in stems or stem + "ي" in stems for stem in shorter)


def _bare(form: str) -> str:
    return form[1:] if form[:1] in ("و", "ف") and len(form) > 3 else form


@lru_cache(maxsize=50_000)
def is_future(form: str) -> bool:
    """True for a folded verb with the sin of the future: of the list, or of a shape that names seldom have.

    >>> is_future("وستعقد"), is_future("سيحمر"), is_future("سيسيه"), is_future("سنوات")
    (True, True, False, False)
    """
    form = _bare(form)
    if form in _no_future():
        return False
    if len(form) == len("سيصل") and form[0] == "س" and form[1] in _PERSONS:
        return form[2:] in _present_stems()
    if len(form) < 5 or form[0] != "س" or form[1] not in _PERSONS:
        return False
    return _is_present(form[1:]) or not form.endswith(_NOUN_ENDINGS)


@lru_cache(maxsize=50_000)
def is_present(form: str) -> bool:
    """True for the present of a verb of the list; تقدم and تراجع are taken for the past.

    >>> is_present("يختتم"), is_present("تونس"), is_present("تراجع")
    (True, False, False)
    """
    form = _bare(form)
    if form[:1] == "ن" or (form[:1] == "ت" and form[-2:] == "وا"):  # تجمعوا is a past
        return False
    return _is_present(form) and not _is_past(form)


def is_short_present(form: str) -> bool:
    """True for the present of a verb that begins with و or is hollow, in three letters; words that look like it are many.

    >>> is_short_present("تصل"), is_short_present("تحت")
    (True, False)
    """
    return len(form) == len("تصل") and form[0] in "يت" and form[1:] in _present_stems()


@lru_cache(maxsize=50_000)
def is_verb(form: str) -> bool:
    """True for a folded form of the past or of the future; a joining و or ف is passed over.

    >>> is_verb("وقتلت"), is_verb("ستنشر"), is_verb("ولاية")
    (True, True, False)
    """
    return _is_past(form) or _is_past(_bare(form)) or is_future(form)


@lru_cache(maxsize=50_000)
def is_dual_or_noun(form: str) -> bool:
    """True for a form that is the dual of a past, or a noun in the accusative.

    >>> is_dual_or_noun("قتلا"), is_dual_or_noun("دعا")
    (True, False)
    """
    form = _bare(form)
    return form[-1:] == "ا" and form[-2:] not in _PAST_ENDINGS and form not in _past_forms() and form[:-1] in _past_forms()


@lru_cache(maxsize=50_000)
def is_joined_verb(form: str) -> bool:
    """True for a verb behind a joining و or ف, the present too; وقع and وصل begin with a و of their own.

    >>> is_joined_verb("وقتلت"), is_joined_verb("ويشارك"), is_joined_verb("وقعت")
    (True, True, False)
    """
    return form[:1] in ("و", "ف") and len(form) > 3 and not _is_past(form) and (
        is_verb(form) or (form[0] == "و" and _is_present(form[1:])))
