"""Direction controls that are opened and not closed, or closed and not opened, within their paragraph.

They stay in the text as they are; the reader is told where they stand, for what follows them may be shown in an order in
which nobody wrote it.
"""

import re
from collections.abc import Iterator
from unicodedata import name

from components.model import Warning

OPENERS = "\u202a\u202b\u202d\u202e"  # embeddings and overrides
ISOLATES = "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ANY = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\x1c-\x1e\x85\u2029]")
MOST = 50  # warnings of one text: after that it is plain what it is like


def unbalanced(text: str) -> tuple[Warning, ...]:
    """A warning `bidi_control` for each control of `text` that has no partner in its paragraph, in text order.

    >>> [(each.start, each.kind) for each in unbalanced("\\u202eقال\\u202c \\u202bثم\\nقال")]
    [(6, 'bidi_control')]
    """
    if not _CONTROL.search(text):
        return ()
    places = sorted(place for place, _ in zip(_places(text), range(MOST), strict=False))
    return tuple(_warning(place, text[place]) for place in places)


def _places(text: str) -> Iterator[int]:
    opened: list[int] = []
    isolates = 0
    for found in _ANY.finditer(text):
        sign, place = found[0], found.start()
        if sign in OPENERS or sign in ISOLATES:
            opened.append(place)
            isolates += sign in ISOLATES
        elif sign == _POP:
            if opened and text[opened[-1]] in OPENERS:
                opened.pop()
            else:
                yield place
        elif sign == _POP_ISOLATE:
            if not isolates:
                yield place
                continue
            while text[opened[-1]] not in ISOLATES:  # an isolate closes what was opened inside it
                yield opened.pop()
            opened.pop()
            isolates -= 1
        else:
            yield from opened
            opened, isolates = [], 0
    yield from opened


def _warning(place: int, sign: str) -> Warning:
    code, called = f"U+{ord(sign):04X}", name(sign).lower()
    return Warning(
        place, place + 1, "bidi_control",
        f"a direction control ({code}, {called}) without its partner: what is shown here may stand in another order",
        f"محرف اتجاه ({code}) بلا قرين: قد يظهر النص هنا بترتيب غير ترتيبه", confidence=0.9, rule="warning.bidi_control")
