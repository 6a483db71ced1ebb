"""What a number without a noun counts, and whether such a number is a quantity at all."""

from collections.abc import Sequence

from components.extract.figures.nouns import NounForm, noun_form
from components.extract.numbers import Number
from components.model import Figure
from components.text.tokens import WORD, Tokens

_BACK = 8


def meant(tokens: Tokens, number: Number, others: bool, found: Sequence[Figure]) -> str | None:
    """The noun that the clause means: the last thing counted in the sentence for آخرون, else by its verb or masdar (قتل 12),
    else the last thing counted; None where nothing is named."""
    first, _ = tokens.sentence(number.first)
    told = _pronoun(tokens, first, number.first - 1)
    if told is not None and not others:
        return told
    last = _last_counted(tokens, first, found)
    if others and last is not None:
        return last
    for index in range(number.first - 1, max(first, number.first - _BACK) - 1, -1):
        for place in tokens.opening.get(index, ()):
            if place.kind == "figure_meant":
                return str(place.entry["unit"])
    return last


def _pronoun(tokens: Tokens, first: int, at: int) -> str | None:
    """الجنود، وهم ثلاثة: the plural noun before the pronoun, or before the noun that bears it (عددهم)."""
    if not any(place.kind == "figure_amount" and place.entry.get("pronoun") for place in tokens.opening.get(at, ())):
        return None
    for index in range(at - 1, max(first, at - _BACK) - 1, -1):
        form = noun_form(tokens.form(index))
        if form is not None and form.number == "plural":
            return form.singular
    return None


def _last_counted(tokens: Tokens, first: int, found: Sequence[Figure]) -> str | None:
    start = tokens.tokens[first].start
    for figure in reversed(found[-4:]):
        if figure.start < start:
            return None
        if figure.kind == "count" and figure.unit:
            return figure.unit
    return None


def member(tokens: Tokens, at: int) -> NounForm | None:
    """The noun behind من at token `at`: من مقاتلي الجيش, من السكان, من المجموعات."""
    if tokens.form(at) != "من" or tokens.kind(at + 1) != WORD:
        return None
    form = noun_form(tokens.form(at + 1))
    return form if form is not None and form.number == "plural" else None
