"""Whether a number whose noun is left out goes on with what its sentence counted: 1200 شخص في الرباط و1900 في فاس."""

from components.extract.figures.nouns import noun_form
from components.extract.figures.stated import Article, Stated
from components.model import Figure
from components.text.tokens import Tokens
from components.words import ARTICLE

_LEAST_ELIDED, _FEW, _SHORT_WORD = 2, 10, 3


def elided(article: Article, stated: Stated) -> bool:
    """1200 شخص في الرباط و1900 في فاس: joined by و to a count of its sentence, its noun left out, a preposition behind."""
    tokens, number = article.tokens, stated.number
    last = article.found[-1] if article.found else None
    if last is None or last.kind != "count" or last.unit is None or number.fraction:
        return False
    if not number.digits:
        return _elided_word(article, stated, last)
    if tokens.form(number.first - 1) != "و" or last.start < tokens.tokens[tokens.sentence(number.first)[0]].start:
        return False
    return _preposition(tokens, stated.after) and (number.value or 0) >= _LEAST_ELIDED


def _elided_word(article: Article, stated: Stated, last: Figure) -> bool:
    """8 أهداف في الربع وثلاثة لزميله واثنان للحارس: a number word joined by و, whose they are behind it."""
    tokens, number = article.tokens, stated.number
    behind = tokens.form(stated.after)
    return (number.value is not None and _LEAST_ELIDED <= number.value <= _FEW and number.after == number.first + 1
            and tokens.text[number.start - 1:number.start] == "و" and behind[:1] == "ل" and len(behind) > _SHORT_WORD
            and noun_form(behind) is None and last.start >= tokens.tokens[tokens.sentence(number.first)[0]].start)


def _preposition(tokens: Tokens, at: int) -> bool:
    """في, or one letter on its noun: بألوان, للفريق."""
    if "figure_stop" in tokens.classes(at) and any(
            place.kind == "figure_stop" and place.entry.get("preposition") and not place.clitics
            for place in tokens.opening[at]):
        return True
    form = tokens.form(at)
    if form.startswith("لل") or form[1:].startswith(ARTICLE):
        return form[:1] in "بل"
    return form[:1] in ("ب", "ل") and noun_form(form) is None and noun_form(form[1:]) is not None
