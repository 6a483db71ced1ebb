"""A number alone between marks, and the noun behind them that it counts."""

from components import lexicon
from components.extract.figures import refused
from components.extract.figures.nouns import noun_form
from components.extract.figures.stated import Article, Stated, counted_at, figure_of
from components.model import Figure, Mention
from components.text.tokens import LINE, Tokens

_FEW, _HUNDRED = (2, 10), 100  # such numbers have their noun in the plural


def bracketed(article: Article, stated: Stated) -> Figure | None:
    """(8) بنادق, "180" نائبا: a number alone between marks before its noun, which is known and fits the number."""
    tokens, number = article.tokens, stated.number
    if tokens.kind(stated.first - 1) in ("", LINE) or refused.is_labelled(tokens, number) or refused.is_year(tokens, number):
        return None
    known = noun_form(tokens.form(stated.after)) is not None and not _is_person(tokens, stated.first - 1) and (
        tokens.at(stated.after, "figure_goal") is None)  # سجل شالوف (39) هدف السبق
    phrase = counted_at(article, number, stated.after) if known else None
    if phrase is None or phrase.form.definite or number.value is None:
        return None
    few = _FEW[0] <= number.value % _HUNDRED <= _FEW[1]
    if few != (phrase.form.number == "plural") and tokens.form(stated.first - 1) not in ("عدد", "و"):
        return None  # المركز (7) نقطة, but عدد (8) بندقية
    noun = Mention(phrase.start, phrase.end, tokens.text[phrase.start:phrase.end])
    return figure_of(article, stated, "count", phrase.unit, phrase.after, noun, 0.7)


def _is_person(tokens: Tokens, at: int) -> bool:
    """منير (34), منير النجار (34): a name, and behind it an age."""
    given, family = lexicon.column("given_names"), lexicon.column("family_names")
    if tokens.form(at) in given:
        return True
    return noun_form(tokens.form(at)) is None and (tokens.form(at) in family or (
        tokens.form(at - 1) in given and tokens.at(at - 1, "figure_stop") is None))  # علي, but على
