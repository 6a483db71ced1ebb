"""What a number without a noun counts, and whether such a number is a quantity at all."""

from collections.abc import Sequence

from components.extract.figures.nouns import NounForm, is_adjective, noun_form
from components.extract.numbers import Number
from components.model import Figure
from components.text.tokens import WORD, Tokens

_BACK = 8
_FAR = 14  # بلغ عدد الزوار الذين دخلوا المتحف من بابه الخلفي أمس 9


def meant(tokens: Tokens, number: Number, others: bool, found: Sequence[Figure]) -> str | None:
    """The noun that the clause means: the last thing counted in the sentence for آخرون, else by its verb or masdar (قتل 12),
    else the last thing counted; None where nothing is named."""
    first, _ = tokens.sentence(number.first)
    told = counted_number(tokens, number.first) or _pronoun(tokens, first, number.first - 1)
    if told is not None and not others:
        return told or None
    last = _last_counted(tokens, first, found, others)
    if others and last is not None:
        return last
    by = tokens.last("figure_meant", max(first, number.first - _BACK), number.first)
    if by >= 0:
        return next(str(place.entry["unit"]) for place in tokens.opening[by] if place.kind == "figure_meant")
    last = last or _last_counted(tokens, first, found, False)
    return last or (_others(tokens, number.after, found) if others else None)


def _others(tokens: Tokens, at: int, found: Sequence[Figure]) -> str | None:
    """23 آخرون in a sentence of their own: what the next word calls them (مفقودين), else the last thing counted before."""
    if tokens.at(at, "figure_others") is None:
        return None
    form = noun_form(tokens.form(at + 1))
    if form is not None and form.human and form.number == "plural":
        return form.singular
    return next((figure.unit for figure in reversed(found[-2:]) if figure.kind == "count"), None)


def _pronoun(tokens: Tokens, first: int, at: int) -> str | None:
    """الجنود، وهم ثلاثة: the plural noun before the pronoun, or before the noun that bears it (عددهم); سكانها 7 ملايين:
    the noun itself. Empty where the noun of a singular pronoun is not found."""
    owned = noun_form(tokens.form(at)) if at >= first else None
    if owned is not None and owned.definite and owned.number == "plural" and not tokens.form(at).startswith("ال"):
        return owned.singular
    if "figure_amount" not in tokens.classes(at):
        return None
    pronoun = next((place.entry["pronoun"] for place in tokens.opening.get(at, ())
                    if place.kind == "figure_amount" and place.entry.get("pronoun")), None)
    if pronoun is None:
        return None
    for index in range(at - 1, max(first, at - _BACK) - 1, -1):
        form = noun_form(tokens.form(index))
        if form is not None and form.number == "plural" and not (
                is_adjective(tokens.form(index)) and noun_form(tokens.form(index - 1)) is not None):
            return form.singular
    return "" if pronoun == "one" else None


def counted_number(tokens: Tokens, at: int) -> str | None:
    """بلغ عدد الضحايا 15, ارتفع عدد المصابين إلى 25: before token `at`, the singular of the noun behind عدد."""
    last = tokens.last("figure_number_of", at - _FAR, at - 1)
    if last < 0:
        return None
    first, _ = tokens.sentence(at)
    for index in range(at - 2, max(first, last) - 1, -1):
        if tokens.kind(index) != WORD and index < at - _BACK:
            return None
        if tokens.at(index, "figure_number_of") is not None:
            form = noun_form(tokens.form(index + 1))
            return form.singular if form is not None and form.number == "plural" else None
    return None


def _last_counted(tokens: Tokens, first: int, found: Sequence[Figure], stated: bool) -> str | None:
    """The unit of the last thing counted since token `first`; with `stated` only where its noun was written."""
    start = tokens.tokens[first].start
    for figure in reversed(found[-4:]):
        if figure.start < start:
            return None
        if figure.kind == "count" and figure.unit and (figure.counted is not None or not stated):
            return figure.unit
    return None


def member(tokens: Tokens, at: int) -> NounForm | None:
    """The noun behind من at token `at`: من مقاتلي الجيش, من السكان, من بين المتهمين, من هؤلاء الأشخاص."""
    if tokens.form(at) != "من" or tokens.kind(at + 1) != WORD:
        return None
    at += tokens.at(at + 1, "figure_member_skip") is not None
    form = noun_form(tokens.form(at + 1))
    if form is not None and form.definite and form.human and form.number == "singular" and (
            tokens.at(at + 2, "figure_of_many") is not None):
        return form._replace(number="plural")  # من المشتبه بهم
    return form if form is not None and form.number == "plural" else None
