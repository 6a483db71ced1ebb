"""One number, in digits or in words, read at a token. Words: data/lexicon/numbers. What it counts is read by `figures`."""

from dataclasses import dataclass
from typing import NamedTuple

from components.extract.enclosed import unclosed
from components.text.tokens import DIGITS, WORD, Place, Tokens, once_at

MOST_DIGITS = 15
_MOST_GROUPS = 7  # 1.234.567.890.123: longer chains are addresses and codes, and every reading stays bounded
_GROUPING = frozenset(".,٫٬،'’")
_FRACTION_FIRST = "ر"  # agencies that write 6ر12 for 12.6
_BETWEEN_GROUPS = _GROUPING | {_FRACTION_FIRST}
_GOING_ON, _LEADING_ON = frozenset(("numeral", "fraction")), frozenset("و(")
_MILLION, _MOST_HALVED = 1_000_000, 99  # خمسة ونصف, but not مئة ونصف
_NARROW_SPACES = frozenset(" \u00a0\u2009\u202f")
_FOREIGN = frozenset("ساك")  # proclitics that never stand before a number: سألف is a verb, كمية a noun


class Number(NamedTuple):
    """Tokens `first` to `after` (exclusive), code points `start` (behind proclitics) to `end`.

    `value` is None where the number is vague (عشرات الآلاف): then `low` and `high` say what the word allows, None is open.
    `dual`: its last word is a dual (ألفي). `digits`: it is, or begins with, digits. `article`: الثلاثة, الـ20.
    `fraction`: it has decimals or a half. `scale`: the last word of size, 1 without one (7 ملايين: a million).
    """

    first: int
    after: int
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    vague: bool = False
    dual: bool = False
    digits: bool = False
    article: bool = False
    fraction: bool = False
    scale: float = 1.0


class Digits(NamedTuple):
    """Digits with their grouping and decimal marks up to token `after`; `value` is None for what is no number (1.2.3)."""

    after: int
    value: float | None
    fraction: bool


def numeral(tokens: Tokens, index: int, joined: bool | None = None) -> Place | None:
    """The number word at token `index`. `joined` asks for the proclitic و (True) or for no proclitic at all (False)."""
    if "numeral" not in tokens.classes(index):
        return None
    for place in tokens.opening[index]:
        if place.kind != "numeral" or (place.clitics and place.clitics[-1] in _FOREIGN):
            continue
        if joined is None or (place.clitics == "و" if joined else not place.clitics):
            return place
    return None


@once_at
def digits_at(tokens: Tokens, index: int) -> Digits | None:
    """The digits at token `index`: 1,234,567 and 1.234.567 and 1 234 567 and 12٫4 and 6ر12. None elsewhere, and for more
    than 15 digits. A lone group of three is thousands, unless a million, a percent sign or a leading zero says otherwise."""
    every = tokens.tokens
    if tokens.kind(index) != DIGITS:
        return None
    form, behind = tokens.form(index), tokens.form(index + 1)
    if behind == "," and _apart(tokens, index):
        return Digits(index + 3, float(f"{form}.{tokens.form(index + 2)}"), True)
    if (behind not in _BETWEEN_GROUPS or tokens.kind(index + 2) != DIGITS) and (
            len(behind) != 3 or tokens.kind(index + 1) != DIGITS):  # no other group
        return Digits(index + 1, float(form) if len(form) <= MOST_DIGITS else None, False)
    groups, marks, after, count = [every[index].form], [], index + 1, len(every)
    while after + 1 < count and every[after + 1].kind == DIGITS and tokens.glued(after - 1) and tokens.glued(after):
        mark = every[after].form
        if mark not in _GROUPING and mark != _FRACTION_FIRST:
            break
        marks.append(mark)
        groups.append(every[after + 1].form)
        after += 2
        if len(groups) > _MOST_GROUPS:
            return Digits(after, None, False)
    if not marks and 1 <= len(groups[0]) <= 3 and groups[0] != "0":
        while len(groups) < 5 and _spaced_group(tokens, after):
            groups.append(every[after].form)
            marks.append(" ")
            after += 1
    if sum(map(len, groups)) > MOST_DIGITS:
        return Digits(after, None, False)
    return Digits(after, *_grouped(groups, marks, _decimal_by_context(tokens, after)))


def _apart(tokens: Tokens, index: int) -> bool:
    """1, 5 مليار: a decimal comma with a blank behind it, one digit and the million it is of; in 2, 3, 5 ملايين a list."""
    return tokens.kind(index + 2) == DIGITS and len(tokens.form(index + 2)) == 1 and len(tokens.form(index)) <= 3 and (
        tokens.glued(index) and not tokens.glued(index + 1) and _decimal_by_context(tokens, index + 3)
        and tokens.form(index - 1) != ",")


def _spaced_group(tokens: Tokens, at: int) -> bool:
    """Three digits one blank behind other digits: 1 234 567."""
    every = tokens.tokens
    return at < len(every) and every[at].kind == DIGITS and len(every[at].form) == 3 and (
        tokens.text[every[at - 1].end:every[at].start] in _NARROW_SPACES)


def _grouped(groups: list[str], marks: list[str], decimal: bool) -> tuple[float | None, bool]:
    """The value of digit groups between marks, and whether it has decimals; None for what is no number."""
    if not marks:
        return float(groups[0]), False
    if _FRACTION_FIRST in marks:
        return (float(f"{groups[1]}.{groups[0]}"), True) if len(marks) == 1 else (None, False)
    even = len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    if len(set(marks)) == 1:
        if even and (len(marks) > 1 or marks[0] == " " or not decimal):
            return float("".join(groups)), False
        return (float(".".join(groups)), True) if len(marks) == 1 else (None, False)
    whole = groups[:-1]
    if len(set(marks[:-1])) == 1 and len(whole[0]) <= 3 and all(len(group) == 3 for group in whole[1:]):
        return float("".join(whole) + "." + groups[-1]), True
    return None, False


def _decimal_by_context(tokens: Tokens, after: int) -> bool:
    """2.567 مليار and 2.567% are decimals; 13.585 طن is thousands."""
    if tokens.form(after) in ("%", "٪"):
        return True
    word = numeral(tokens, after, joined=False)
    return word is not None and word.entry["part"] == "scale" and word.entry["value"] >= _MILLION


@dataclass(slots=True)
class _Sum:
    """A number as it is read word by word: `total` what scales have closed, `group` what waits for its scale."""

    total: float = 0.0
    group: float = 0.0
    least: float = float("inf")  # the last scale: the next one must be smaller
    room: int = 1000             # what may still be added to the group: less than this
    unit_open: bool = False      # a unit that may take its tens: خمسة وعشرون
    closed: bool = False         # the last word was a scale
    fraction: bool = False
    digits: bool = False         # the group is written in digits

    def add(self, value: float, part: str) -> bool:
        """Add a word of the group behind و; False where it cannot belong to this number."""
        if value >= self.least:
            return False
        if part == "tens" and self.unit_open:
            self.group += value
            self.unit_open, self.room, self.closed = False, 0, False
            return True
        if self.digits or value >= self.room:
            return False
        self.group += value
        self.unit_open, self.closed = part == "unit", False
        self.room = 100 if part == "hundred" else 0
        return True

    def scale(self, value: float) -> bool:
        """Multiply by a scale that stands directly behind; False where it cannot."""
        if self.closed:  # ألف مليار: a scale of a scale
            if self.total >= value:
                return False
            self.total *= value
            self.least = value
            return True
        if value >= self.least or self.group == 0:
            return False
        self.total += self.group * value
        self.begin(value)
        return True

    def begin(self, least: float) -> None:
        self.group, self.least, self.room = 0.0, least, 1000
        self.unit_open, self.closed, self.digits = False, True, False


@once_at
def number_at(tokens: Tokens, index: int) -> Number | None:
    """The longest number that begins at token `index`, or None. Behind a proclitic its first word counts too (بثلاثة).

    >>> number_at(Tokens("3 آلاف و200 جريح"), 0).value
    3200.0
    >>> number_at(Tokens("مليار وثمانمئة وخمسة وعشرين مليون دولار"), 0).value
    1825000000.0
    """
    if tokens.kind(index) == DIGITS:
        digits = digits_at(tokens, index)
        if digits is None or digits.value is None:
            return None
        after = unclosed(tokens, index, digits.after)
        if after == digits.after and _ends(tokens, after):
            value = float(f"{digits.value:.{MOST_DIGITS}g}") if digits.fraction else digits.value
            return Number(index, after, tokens.tokens[index].start, tokens.tokens[after - 1].end, value, value,
                          value, digits=True, fraction=digits.fraction)
        begun = _Sum(group=digits.value, room=0, fraction=digits.fraction, digits=True)
        opening = index - (after > digits.after)
        return _read_on(tokens, opening, after, tokens.tokens[opening].start, begun, False)
    part = _part_of_scale(tokens, index)
    if part is not None:
        return part
    first = numeral(tokens, index)
    if first is None:
        return None
    if first.entry["part"] in ("some", "few") or first.entry.get("number") == "plural":
        return _vague(tokens, index, first)
    begun = _Sum()
    dual = _begin(tokens, begun, first)
    after = first.after
    teen = _teen(tokens, first)
    if teen is not None:
        begun.group, begun.unit_open, begun.room, after = first.entry["value"] + 10, False, 0, teen
    elif first.entry.get("bound") and not _joins_tens(tokens, after):
        return None
    return _read_on(tokens, index, after, first.start, begun, dual, first.article)


def _ends(tokens: Tokens, at: int) -> bool:
    """No word that could belong to the number in digits before token `at` stands there, nor behind a و there, and no
    bracket, which may hold one."""
    form = tokens.form(at)
    return form != "(" and tokens.classes(at).isdisjoint(_GOING_ON) and (
        form != "و" or ("numeral" not in tokens.classes(at + 1) and tokens.form(at + 1) != "("))


def _is_dual(tokens: Tokens, scale: Place) -> bool:
    """مليارا دولار is two of them, its noun behind it; مليارا و800 مليون, مليارا من الدولارات and مليارا alone are one."""
    number, at = scale.entry["number"], scale.after
    if number != "either":
        return bool(number == "dual")
    if tokens.kind(at) != WORD or tokens.form(at) == "و":
        return False
    return not any(place.clitics == "و" if place.kind in ("numeral", "fraction") else place.kind == "figure_stop"
                   for place in tokens.opening.get(at, ()))


def _begin(tokens: Tokens, begun: _Sum, first: Place) -> bool:
    """The first word of a number; says whether it is a dual."""
    value, part = first.entry["value"], first.entry["part"]
    if part == "scale":
        dual = _is_dual(tokens, first)
        begun.total = value * (2 if dual else 1)
        begun.begin(value)
        return dual
    begun.add(value, part)
    return bool(value == 200)


def _teen(tokens: Tokens, unit: Place) -> int | None:
    """The token after the second word of خمسة عشر, None where `unit` has none."""
    if unit.entry["part"] != "unit":
        return None
    ten = numeral(tokens, unit.after, joined=False)
    return ten.after if ten is not None and ten.entry["part"] == "ten" and not ten.article else None


def _joins_tens(tokens: Tokens, index: int) -> bool:
    apart = tokens.form(index) == "و"
    tens = numeral(tokens, index + apart, joined=not apart)
    return tens is not None and tens.entry["part"] == "tens"


def _read_on(tokens: Tokens, first: int, after: int, start: int, begun: _Sum, dual: bool, article: bool = False) -> Number:
    """The number `begun` with every further word that belongs to it."""
    digits = begun.digits
    while "numeral" in tokens.classes(after) or tokens.form(after) in _LEADING_ON:
        step = _step(tokens, after, begun)
        if step is None:
            break
        after, dual = step
    value = begun.total + begun.group
    if begun.fraction:
        value = float(f"{value:.{MOST_DIGITS}g}")  # 4.1 مليار is 4100000000, not 4099999999.9999995
    half = _half(tokens, after, begun)
    if half is not None:
        after, more = half
        value += more
        begun.fraction = True
    return Number(first, after, start, tokens.tokens[after - 1].end, value, value, value, False, dual, digits, article,
                  begun.fraction, begun.least if begun.closed else 1.0)


def _step(tokens: Tokens, at: int, begun: _Sum) -> tuple[int, bool] | None:
    """One more word of the number at token `at`: the token after it, and whether it is a dual."""
    if tokens.form(at) == "(" and (again := _again(tokens, at + 1, begun)):
        return again, False
    for place in tokens.opening.get(at, ()):
        if place.kind != "numeral":
            continue
        value, part = place.entry["value"], place.entry["part"]
        if not place.clitics and part == "scale":
            twice = place.entry["number"] == "dual"  # 2 مليوني: the dual says again what the digit says
            if (not twice or (begun.digits and begun.group == 2)) and not place.article and begun.scale(value):
                return place.after, False
        elif not place.clitics and part == "hundred" and value == 100 and begun.unit_open and 3 <= begun.group <= 9:
            begun.group, begun.unit_open, begun.room = begun.group * 100, False, 100
            return place.after, False
        elif place.clitics == "و" and begun.fraction is False:
            step = _joined(tokens, place, begun)
            if step is not None:
                return step
    if tokens.form(at) != "و" or begun.fraction:
        return None
    if tokens.kind(at + 1) == DIGITS:
        return _joined_digits(tokens, at + 1, begun) if begun.closed else None
    if tokens.form(at + 1) == "(" and begun.closed and tokens.kind(at + 2) == DIGITS:
        return _joined_digits(tokens, at + 2, begun)
    apart = numeral(tokens, at + 1, joined=False)  # خمسة و عشرون
    return _joined(tokens, apart, begun) if apart is not None else None


def _again(tokens: Tokens, at: int, begun: _Sum) -> int | None:
    """خمسة (5) آلاف, 5 (خمسة) أشخاص: the number once more, in brackets; the token after them."""
    read: Number | Digits | None = digits_at(tokens, at)
    if begun.digits:
        read = number_at(tokens, at) if tokens.kind(at) == WORD else None
    same = read is not None and read.value == begun.total + begun.group and tokens.form(read.after) == ")"
    return read.after + 1 if read is not None and same else None


def _joined(tokens: Tokens, place: Place, begun: _Sum) -> tuple[int, bool] | None:
    value, part = place.entry["value"], place.entry["part"]
    if part in ("some", "few") or place.entry.get("number") == "plural":
        return None
    if part == "scale":
        if begun.group or value >= begun.least:
            return None
        dual = _is_dual(tokens, place)
        begun.total += value * (2 if dual else 1)
        begun.begin(value)
        return place.after, dual
    teen = _teen(tokens, place)
    if teen is not None:
        return (teen, False) if begun.add(value + 10, "teen") else None
    if place.entry.get("bound") and not _joins_tens(tokens, place.after):
        return None
    return (place.after, value == 200) if begun.add(value, part) else None


def _joined_digits(tokens: Tokens, at: int, begun: _Sum) -> tuple[int, bool] | None:
    """و800 مليون behind مليار, و200 behind 3 آلاف: only where the sum of both is one number."""
    digits = digits_at(tokens, at)
    if digits is None or digits.value is None or digits.fraction or begun.group or digits.value >= begun.least:
        return None
    after = unclosed(tokens, at, digits.after)
    if tokens.form(at - 1) == "(" and after == digits.after:
        return None
    scale = numeral(tokens, after, joined=False)
    if scale is not None and scale.entry["part"] == "scale" and digits.value * scale.entry["value"] >= begun.least:
        return None
    begun.group, begun.closed, begun.digits, begun.room = digits.value, False, True, 0
    return after, False


def _half(tokens: Tokens, at: int, begun: _Sum) -> tuple[int, float] | None:
    """ونصف, ونصف المليون behind a number: the token after it and what it adds."""
    half = tokens.at(at, "fraction")
    if half is None or half.clitics != "و" or half.article or begun.fraction:
        return None
    if begun.least == float("inf") and begun.group > _MOST_HALVED:
        return None
    unit = begun.least if begun.closed else 1.0
    scale = numeral(tokens, half.after)
    if scale is not None and not scale.clitics and scale.entry["part"] == "scale":
        if scale.entry["value"] != unit:
            return None
        return scale.after, half.entry["value"] * unit
    return half.after, half.entry["value"] * unit


def _part_of_scale(tokens: Tokens, at: int) -> Number | None:
    """نصف مليون, ثلاثة أرباع المليون."""
    part = tokens.at(at, "fraction")
    if part is None or part.article:
        return None
    scale = numeral(tokens, part.after)
    if scale is None or scale.clitics or scale.entry["part"] != "scale" or scale.entry["number"] != "singular":
        return None
    value = part.entry["value"] * scale.entry["value"]
    return Number(at, scale.after, part.start, tokens.tokens[scale.after - 1].end, value, value, value, fraction=True,
                  scale=float(scale.entry["value"]))


def _vague(tokens: Tokens, at: int, first: Place) -> Number:
    """عشرات, مئات الآلاف, بضعة آلاف, ملايين: at least two of the word's size, no upper end."""
    value, after, size = first.entry["value"], first.after, 1.0
    for _ in range(2):
        scale = numeral(tokens, after, joined=False)
        if scale is None or scale.entry["part"] not in ("scale", "some") or scale.entry.get("number") == "dual":
            break
        size, after = size * scale.entry["value"], scale.after
    few = first.entry["part"] == "few"
    low, high = (3 * size, 9 * size) if few else (2 * value * size, None)
    return Number(at, after, first.start, tokens.tokens[after - 1].end, None, low, high, vague=True, article=first.article)
