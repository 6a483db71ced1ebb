"""Arabic that machines have bent, put back: presentation forms to letters, visual order to logical order.

Text in logical order without presentation forms comes back as it is. python-bidi is imported only where it is needed.
"""

import re
from collections.abc import Callable
from unicodedata import normalize

from components.fold import fold
from components.text.likeness import paired

FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf9\ufdfc\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0620-\u064a]")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_FORM_WORD = re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]{2,}")
_MIRROR = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«"}
_NEVER_FIRST = ("\u0629", "\u0649")  # ta marbuta and alef maqsura end a word
_SAMPLE = 200_000


def mended(text: str) -> str:
    """`text` in logical order, presentation forms as letters; the same object where there was nothing to mend."""
    forms = FORMS.search(text) is not None
    if not forms and not _reads_backwards(text):
        return text
    if forms and not _shaped_backwards(text) and not _reads_backwards(letters(text)):
        return letters(text)
    return letters(_logical(text))


def letters(text: str) -> str:
    """`text` with its presentation forms as letters (lam-alef as two), and nothing else touched.

    >>> letters("\\ufee3\\ufeae\\ufea3\\ufe92\\ufe8e")
    'مرحبا'
    """
    return FORMS.sub(lambda found: normalize("NFKC", found[0]).removeprefix(" "), text)


def _reads_backwards(text: str) -> bool:
    """Plain letters in visual order: words begin with what only ends words, and end with the article reversed; or their
    letters are plainly more usual neighbours from the other end."""
    words = _WORD.findall(text[:_SAMPLE])
    article, turned = sum(word.startswith("ال") for word in words), sum(word.endswith("لا") for word in words)
    if turned < article or not words:
        return False
    first: int = sum(word.startswith(_NEVER_FIRST) and len(word) > 2 for word in words)
    last = sum(word.endswith(_NEVER_FIRST) for word in words)
    if first > 1 and first * 12 >= len(words) and first > 3 * last:
        return True
    some = [fold(word) for word in words[:400] if len(word) > 2]
    return len(some) > 4 and paired(word[::-1] for word in some) > paired(some) + 0.05


def _shaped_backwards(text: str) -> bool:
    """Whether words in presentation forms run from the final form to the initial one."""
    logical = visual = 0
    for word in _FORM_WORD.findall(text[:_SAMPLE]):
        first, last = _joining(word[0]), _joining(word[-1])
        logical += (first == "initial") + (last == "final")
        visual += (first == "final") + (last == "initial")
    return visual > logical


def _joining(letter: str) -> str:
    from unicodedata import decomposition  # here: only bent text needs the table

    return decomposition(letter).partition(">")[0].lstrip("<")


def _logical(text: str) -> str:
    """Visual order, line by line, back to logical order, with the brackets as their writer stored them."""
    from bidi import get_display  # type: ignore[import-untyped]

    def turned(turn: Callable[[str], str]) -> str:
        return "\n".join(
            str(get_display(turn(line), base_dir="R")) if FORMS.search(line) or _ARABIC.search(line) else line
            for line in text.split("\n"))

    plain, mirrored = turned(str), turned(lambda line: line.translate(_MIRROR))
    return mirrored if nested(mirrored) > nested(plain) else plain


def nested(text: str) -> int:
    """How many brackets find their partner, less those that close nothing."""
    open_, count = [], 0
    for sign in text:
        if sign in "([{«":
            open_.append(sign)
        elif sign in _PAIRS:
            if open_ and open_[-1] == _PAIRS[sign]:
                open_.pop()
                count += 1
            else:
                count -= 1
    return count
