"""Numbers that are no stated quantity: codes, scores, labels, years, phones, clock times, list numbers."""

from components.extract.enclosed import CLOSING
from components.extract.figures.bounds import DASHES, GLUE
from components.extract.figures.bounds import glue as glued_start
from components.extract.figures.nouns import noun_form
from components.extract.figures.units import symbols
from components.extract.numbers import Number
from components.text.tokens import DIGITS, LINE, WORD, Tokens
from components.words import ARTICLE

_YEARS = range(1900, 2100)
_OPENERS = frozenset("\"“«„'‘")
BEFORE_SIGN = GLUE | {"و"}  # بـ-3 درجات, و-3
_JOINERS = frozenset("/:_#@\\=&")
_PHONE = 7
_LEAST_YEAR_DIGITS = 4
_LEAST_TENS = 20
_NEAR = 6
_HUNDRED, _MONTHS = 100, 12
_SIX, _AM_NOT = 6, 3  # the letters of لست
_GLUED = GLUE - {ARTICLE}
_LEAST_PLURAL = 3


def is_code(tokens: Tokens, number: Number) -> bool:
    """Digits inside a longer sign: إف-16, 22:45, 3/4, F16, 1.2.3, #2018, 00961."""
    first, last = number.first, number.after - 1
    if not number.digits:
        return tokens.form(first - 1) in ("_", "#") and tokens.glued(first - 1)
    form = tokens.form(first)
    if form.startswith("0") and len(form) > 1 and not number.fraction and not _padded(tokens, number):
        return True
    if (tokens.form(last + 1) in DASHES or tokens.form(first - 1) in DASHES) and _chained(tokens, first, last):
        return True
    if tokens.glued(first - 1) and _spoils_before(tokens, first - 1, first):
        return True
    return number.digits and tokens.glued(last) and tokens.kind(last) == DIGITS and _spoils_behind(tokens, last + 1)


def _padded(tokens: Tokens, number: Number) -> bool:
    """04 مخازن: a zero before three to nine things, as Maghreb desks write; their noun is a plural without article."""
    if len(tokens.form(number.first)) != 2 or (number.value or 0) < _LEAST_PLURAL or number.after != number.first + 1:
        return False
    noun = noun_form(tokens.form(number.after))
    return noun is not None and noun.number == "plural" and not noun.definite and (
        "time_month" not in tokens.classes(number.after))


def is_phone(tokens: Tokens, number: Number) -> bool:
    """Seven digits and more without a mark: a number that nobody writes so to count."""
    return number.digits and number.after == number.first + 1 and len(tokens.form(number.first)) >= _PHONE


def _chained(tokens: Tokens, first: int, last: int) -> bool:
    """71-555-888: digits between dashes, three times."""
    def dash(index: int) -> bool:
        return tokens.form(index) in DASHES and tokens.kind(index - 1) == DIGITS and tokens.kind(index + 1) == DIGITS and (
            tokens.glued(index - 1) and tokens.glued(index))
    return (dash(last + 1) and (dash(last + 3) or dash(first - 1))) or (dash(first - 1) and dash(first - 3))


def _spoils_before(tokens: Tokens, index: int, first: int) -> bool:
    form, kind = tokens.form(index), tokens.kind(index)
    if kind == WORD:
        written = tokens.text[tokens.tokens[index].start:tokens.tokens[index].end]
        if form.isascii():
            return written not in symbols()
        return len(form) == 1 and form not in "وبلكف" and not _starts_number(tokens, index)
    if form in _JOINERS:
        return True
    if form in DASHES or form == "+":
        joined = tokens.glued(index - 1) and tokens.kind(index - 1) in (WORD, DIGITS)
        return joined and tokens.form(index - 1) not in BEFORE_SIGN
    return form in ".," and tokens.glued(index - 1) and tokens.kind(index - 1) in (WORD, DIGITS)


def _starts_number(tokens: Tokens, index: int) -> bool:
    return tokens.form(index) == "ر" and tokens.kind(index - 1) == DIGITS


def _spoils_behind(tokens: Tokens, index: int) -> bool:
    form, kind = tokens.form(index), tokens.kind(index)
    if (form in _JOINERS and form != ":") or form == "+":
        return tokens.glued(index) and tokens.kind(index + 1) in (DIGITS, WORD)
    if form == ":":
        return tokens.glued(index) and tokens.kind(index + 1) == DIGITS
    if form in DASHES:
        return tokens.glued(index) and tokens.kind(index + 1) == WORD and tokens.form(index + 1).isascii()
    return kind == WORD and form.isascii() and tokens.at(index, "figure_measure") is None and (
        tokens.at(index, "figure_currency") is None)


def is_score(tokens: Tokens, number: Number) -> bool:
    """3-1, 2 - 0, 4/2 with nothing counted: `number` is one of its ends."""
    small = number.digits and number.value is not None and number.value < 100 and number.after == number.first + 1
    if not small:
        return False
    return _scored(tokens, number.first + 1, number.first + 2) or _scored(tokens, number.first - 1, number.first - 2)


def _scored(tokens: Tokens, dash: int, other: int) -> bool:
    return tokens.form(dash) in DASHES and tokens.kind(other) == DIGITS and len(tokens.form(other)) < 3


def is_against(tokens: Tokens, number: Number) -> bool:
    """2 مقابل 1: the second end of a score."""
    against, at = tokens.at(number.first - 1, "figure_against"), number.first - 2
    return against is not None and not against.clitics and tokens.kind(at) == DIGITS and len(tokens.form(at)) < 3


def is_listed(tokens: Tokens, number: Number) -> bool:
    """The number of a list or a page: alone before a dash or a bracket at the head of its line, or alone in brackets."""
    before, behind = tokens.kind(number.first - 1), tokens.form(number.after)
    if before in ("", LINE) and number.digits and (behind in DASHES or behind in (")", ".", "/", ":", "،")):
        return True
    if tokens.form(number.first) in CLOSING and tokens.at(number.first - 1, "figure_meant") is None:
        return number.scale == 1  # but إصابة (4) بجروح
    if tokens.form(number.first - 1) in ("(", "[") and behind in (")", "]"):
        return number.value is not None and number.scale == 1
    return before in ("", LINE) and tokens.kind(number.after) in ("", LINE) and number.scale == 1


def is_year(tokens: Tokens, number: Number) -> bool:
    """Four digits that may be a year and count nothing."""
    within = tokens.form(number.first) in CLOSING  # فيلم (2018)
    if not number.digits or number.after != number.first + 1 + 2 * within or (
            len(tokens.form(number.first + within)) != _LEAST_YEAR_DIGITS):
        return False
    return number.value is not None and int(number.value) in _YEARS  # a float is looked for in a range one by one


def is_labelled(tokens: Tokens, number: Number) -> bool:
    """المادة 140, رقم 5, القناة 12, iPhone 8: the word before makes it a name or a number in a row."""
    at = number.first - 1
    if not number.digits and not number.article:
        return False
    if tokens.text[number.start - 1:number.start] in ("ب", "ل", "و") or tokens.form(at) in _GLUED:
        return False  # بالأوسكار لثلاث مرات
    while tokens.form(at) in (ARTICLE, "("):
        at -= 1
    if tokens.kind(at) == WORD and tokens.form(at).isascii():
        return True
    if "figure_label" not in tokens.classes(at):
        return False
    own = tokens.form(at)[-1:] == "ه" and tokens.text[tokens.tokens[at].end - 1] == "ه"  # ما مجموعه 12 is no مجموعة
    return not own and any(place.kind == "figure_label" and place.after == at + 1 for place in tokens.opening[at])


def is_ordinal(tokens: Tokens, number: Number) -> bool:
    """السادس والثلاثين, الذكرى السبعين, الأولى بعد المئة: a definite number word that ranks."""
    if not number.article or number.digits or number.value is None or number.scale > 1:
        return False
    return number.value >= _LEAST_TENS or "ordinal" in tokens.classes(number.first - 1) or (
        "ordinal" in tokens.classes(number.after))


def is_negation(tokens: Tokens, number: Number) -> bool:
    """لست طبيبا, لست من هؤلاء: I am not; for six of them (لست دول) their plural follows."""
    if number.digits or number.article or number.value != _SIX or tokens.form(number.first)[-_AM_NOT:][:1] != "ل" or (
            number.after > number.first + 1):
        return False
    noun = noun_form(tokens.form(number.after))
    return noun is None or noun.number != "plural"


def is_rest_of_ordinal(tokens: Tokens, number: Number) -> bool:
    """القتيل الثالث عشر: the ten of an ordinal counts nothing."""
    return not number.digits and number.value == 10 and not number.article and number.after == number.first + 1 and any(
        place.kind == "ordinal" and place.article and place.after == number.first
        for place in tokens.opening.get(number.first - 1, ()))


def is_month(tokens: Tokens, number: Number) -> bool:
    """شهر 9 أو 10: the ninth or tenth of the year."""
    first = number.first
    if not number.digits or number.value is None or not 1 <= number.value <= _MONTHS:
        return False
    if "time_or" in tokens.classes(first - 1) and tokens.kind(first - 2) == DIGITS:
        first -= 2
    return tokens.form(first - 1) == "شهر"


def is_age(tokens: Tokens, number: Number) -> bool:
    """الـ16 من عمرها, سن 23."""
    if "figure_age" in tokens.classes(number.after):
        return True
    first = number.first
    near = [at for at in (first - 1, first - 2) if "figure_age_before" in tokens.classes(at)]
    return bool(near) and any(
        place.kind == "figure_age_before" and place.after == first for at in near for place in tokens.opening[at])


def is_result(tokens: Tokens, number: Number) -> bool:
    """بنتيجة 5 مقابل 4: the result of a match, said within a few words before."""
    result = tokens.last("figure_result", number.first - _NEAR, number.first)
    return result >= 0 and result >= tokens.sentence(number.first)[0]


def is_ranked(tokens: Tokens, number: Number) -> bool:
    """رقم 12 always, whatever follows."""
    return "figure_rank" in tokens.classes(number.first - 1)


def is_stone(tokens: Tokens, number: Number, after: int) -> bool:
    """أ 3 كلم 95: the number of a road, and of the stone at it."""
    return number.digits and tokens.kind(after) == DIGITS and len(tokens.form(number.first - 1)) == 1 and (
        tokens.kind(number.first - 1) == WORD)


def is_title(tokens: Tokens, number: Number) -> bool:
    """موقع "360 درجة": what a named thing is called begins with the number."""
    at = number.first if tokens.form(number.first) in _OPENERS else glued_start(tokens, number.first) - 1
    if tokens.form(at) not in _OPENERS or at < 1:
        return False
    return "figure_named" in tokens.classes(at - 1)


def is_address(tokens: Tokens, number: Number) -> bool:
    """12 شارع النيل: a house; three to ten streets have the plural, more than ten the accusative."""
    return number.digits and number.value is not None and number.value < _HUNDRED and (
        tokens.at(number.after, "figure_street") is not None)


def is_goal(tokens: Tokens, first: int, goal: int) -> bool:
    """بهدفين لمثلهما, بثلاثة أهداف مقابل هدف واحد: a result, its number at token `first`, its goals at token `goal`."""
    if tokens.at(goal, "figure_goal") is None:
        return False
    if "figure_goal_rest" in tokens.classes(goal + 1) or "figure_goal_rest" in tokens.classes(goal + 2):
        return True
    return _answers(tokens, first)


def _answers(tokens: Tokens, first: int) -> bool:
    """Whether a number at token `first` stands against goals right before it: أهداف مقابل ثلاثة."""
    return any(place.kind == "figure_goal_rest" and place.entry.get("other") and tokens.at(at - 1, "figure_goal") is not None
               for at in (first - 1, first) if "figure_goal_rest" in tokens.classes(at) for place in tokens.opening[at])


def has_goals(tokens: Tokens, number: Number) -> bool:
    """A number of a result, its goals behind it, left out, or before it (هدف واحد)."""
    if "figure_goal" not in tokens.places:
        return False
    if is_goal(tokens, number.first, number.after) or _answers(tokens, number.first):
        return True
    return number.value == 1 and not number.digits and is_goal(tokens, number.first - 1, number.first - 1)


def is_quoted_group(tokens: Tokens, number: Number) -> bool:
    """279 من "الخوذ": of a group whose name is quoted."""
    return number.digits and tokens.form(number.after) == "من" and tokens.form(number.after + 1) in _OPENERS


def never(tokens: Tokens, number: Number) -> bool:
    """What a number may be instead of a quantity, whatever follows."""
    return is_code(tokens, number) or is_title(tokens, number) or has_goals(tokens, number) or (
        is_rest_of_ordinal(tokens, number)) or is_negation(tokens, number)

def is_no_quantity(tokens: Tokens, number: Number) -> bool:
    """What a number without a unit and a noun may be instead of a quantity."""
    return is_score(tokens, number) or is_against(tokens, number) or is_listed(tokens, number) or (
        is_labelled(tokens, number)) or is_phone(tokens, number) or is_ordinal(tokens, number) or (
        is_age(tokens, number)) or is_result(tokens, number) or is_month(tokens, number)
