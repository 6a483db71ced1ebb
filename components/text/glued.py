"""Words written to each other without a blank: عضوةالحزب, ذلكقائلا, حدادإن, التقاريربأن, مؤكدًاأن.

Told by what stands at the end of words alone (ة, tanwin, ى of على) or is seldom part of one (إن). Told apart from proclitics
by the letters before.
"""

import re
from collections.abc import Iterator

_LETTERS = "ء-غف-ي"
_MARKS = "\u064b-\u0652\u0670"
_ENDS = re.compile(f"ة[{_MARKS}]*(?!عشر)(?=[{_LETTERS}]{{2}})")  # ثلاثةعشر is one numeral
_TANWIN = re.compile(f"(?:\u064bا|ا\u064b)(?=[{_LETTERS}]{{2}})")
_TO = re.compile(f"ى(?=[{_LETTERS}]{{3}})")
_OPENS = re.compile(f"ب?إن(?:ه|ها|هم|هما)?(?![{_LETTERS}{_MARKS}])|بأن(?:ه|ها|هم)?(?![{_LETTERS}{_MARKS}])")
_SAYING = re.compile(f"قائل(?:ة|\u064bا|ا\u064b?)(?![{_LETTERS}{_MARKS}])")
_PREPOSITIONS = frozenset({"على", "إلى", "الى", "حتى", "لدى"})
_FRONT = 3  # letters of the word before: more than proclitics
_WORD = re.compile(f"[{_LETTERS}{_MARKS}]+$")
REACH = 30  # characters looked at before such a place


def _front(text: str, at: int) -> str:
    """The letters right before offset `at`."""
    found = _WORD.search(text, max(0, at - REACH), at)
    return found[0] if found else ""


def _places(text: str) -> Iterator[int]:
    for pattern in (_ENDS, _TANWIN):
        yield from (match.end() for match in pattern.finditer(text))
    yield from (match.end() for match in _TO.finditer(text)
                if _front(text, match.end()).lstrip("وف") in _PREPOSITIONS)
    for pattern in (_OPENS, _SAYING):
        for match in pattern.finditer(text):
            front = _front(text, match.start())
            if len(front) >= _FRONT and not front.endswith("ال"):
                yield match.start()


def cuts(text: str) -> list[int]:
    """Offsets inside words at which another word begins, the last one first."""
    return sorted(set(_places(text)), reverse=True)
