"""Arabic that machines have bent, put back: presentation forms to letters, visual order to logical order.

Text in logical order without presentation forms comes back as it is. python-bidi is imported only where it is needed.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from components import lexicon
from components.fold import fold
from components.text.likeness import paired

FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf9\ufdfc\ufe70-\ufefc]")
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MIRROR = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]+")
_BEHIND = re.compile("[\u0621-\u064a][\u064b-\u0652](?:\\W|$)")
_AHEAD = re.compile("(?:^|\\s)[\u064b-\u0652]+[\u0621-\u064a]")
_MARKED = re.compile("([\u064b-\u0652]+)([\u0621-\u064a])")
_TANWIN = re.compile("\u0644(?:\u064b\u0627|\u0627\u064b)")  # لا at the end of a word, and not its article
_FORM_WORD = re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]{2,}")
_NUMBER = re.compile(r"(?<![\w.,:/٫-])\d{2,}(?![\w.,:/٫-])")
_LATIN = re.compile(r"[A-Za-z]{3,}")
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«"}
_LETTER = "\u06ff"  # one that no text has
_ENDS = (".", "؟", "!")
_NEVER_FIRST = ("\u0629", "\u0649")  # ta marbuta and alef maqsura end a word
_SAMPLE = 200_000  # code points
_WORDS, _LINES = 400, 500  # are enough to judge by
_CERTAIN = 5.0  # of 5,800 single lines of news none looks so


def mended(text: str) -> str:
    """`text` in logical order, presentation forms as letters; the same object where there was nothing to mend."""
    if not FORMS.search(text):
        return _reordered(text, _turned_runs(text)) if _reads_backwards(text) else text
    plain = letters(text)
    if _shaped_backwards(text) or _reads_backwards(plain):
        return letters(_reordered(text, _turned_runs(text)))
    if _turned_runs(plain):  # a line that was turned as it stood, numbers and all, after it had been in visual order
        return letters(_reordered("\n".join(line[::-1] for line in text.split("\n")), False))
    mirrored = plain.translate(MIRROR)
    return mirrored if nested(mirrored[:_SAMPLE]) > nested(plain[:_SAMPLE]) else plain


def letters(text: str) -> str:
    """`text` with its presentation forms as letters (lam-alef as two), and nothing else touched.

    >>> letters("\\ufee3\\ufeae\\ufea3\\ufe92\\ufe8e")
    'مرحبا'
    """
    return FORMS.sub(lambda found: normalize("NFKC", found[0]).removeprefix(" "), text)


def _reads_backwards(text: str) -> bool:
    """Letters in visual order: they are more usual neighbours from the other end, words begin with what only ends words, and
    end with the article reversed; words of every day stand there turned."""
    words = list(dict.fromkeys(_WORD.findall(_MARKS.sub("", text[:_SAMPLE]))))[:_WORDS]  # one word often tells no more
    if len(words) < 2:
        return False
    article = sum(word.startswith("ال") and len(word) > 3 for word in words)
    turned = sum(word.endswith("لا") and len(word) > 3 for word in words) - len(_TANWIN.findall(text[:_SAMPLE]))
    first: int = sum(word.startswith(_NEVER_FIRST) for word in words)
    last = sum(word.endswith(_NEVER_FIRST) for word in words)
    known, some = lexicon.column("everyday_words"), [fold(word) for word in words if len(word) > 2]
    everyday = sum((word[::-1] in known) - (word in known) for word in some)
    pairs = sum(map(len, some)) - len(some)
    usual: float = (paired(word[::-1] for word in some) - paired(some)) * pairs
    return bool(usual + 2 * everyday + (turned - article) + 1.5 * (first - last) > _CERTAIN)


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


def _turned_runs(text: str) -> bool:
    """Whether numbers and Latin words run from their last sign to their first: 4202 for 2024, 06 for 60, sretueR."""
    turned = 0
    for number in _NUMBER.findall(text[:_SAMPLE]):
        digits = str(int(number)).zfill(len(number))
        turned += _written(digits[::-1]) - _written(digits)
    for word in _LATIN.findall(text[:_SAMPLE]):
        turned += word[::-1].istitle() - word.istitle()
    return turned > 0


def _written(digits: str) -> int:
    """1 for what people write as a number: a year, or one that ends with naught; -1 for what begins with it."""
    return -1 if digits[0] == "0" else int(digits[-1] == "0" or (len(digits) == 4 and digits[:2] in ("19", "20")))


def _reordered(text: str, turned: bool) -> str:
    """Visual order, line by line, back to logical order, with the brackets as their writer stored them. `turned`: not the
    Arabic alone but all of each line was turned."""
    lines = text.split("\n")
    sample = [line for line in lines if RTL.search(line)][:_LINES]
    base = base_of(sample)

    def logical(line: str) -> str:
        if turned:
            return line[::-1]
        return in_logical_order(line, base) if RTL.search(line) else line

    plain, mirrored = (sum(nested(logical(line.translate(table))) for line in sample) for table in ({}, MIRROR))
    table = MIRROR if mirrored > plain else {}
    found = "\n".join(logical(line.translate(table)) for line in lines)
    behind, ahead = (len(each.findall(text[:_SAMPLE])) for each in (_BEHIND, _AHEAD))
    return _MARKED.sub(r"\2\1", found) if behind > ahead else found


def base_of(visual: Sequence[str]) -> str:
    """The direction that the lines were laid out in, L or R: where marks end sentences on the right, it is L."""
    on_right, on_left = (sum(line[end] in ".،؟" for line in visual if RTL.search(line)) for end in (-1, 0))
    return "L" if on_right > 2 * on_left + min(2, len(visual) // 8) else "R"


def in_logical_order(visual: str, base: str) -> str:
    """A line in visual order from its beginning on. A letter before it says that an Arabic text goes on there, so that
    numbers at the line's end are read like all others."""
    from bidi import get_display  # type: ignore[import-untyped]

    if base == "R" or (visual[:1].isdigit() and visual.endswith(_ENDS)):
        visual = _LETTER + visual
    return str(get_display(visual, base_dir=base)).replace(_LETTER, "", 1)


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
