"""Quantities without a number: a dual noun (حادثتين منفصلتين), and words for some (عدة ضربات, مرات عديدة)."""

from functools import lru_cache

from components.extract.figures import nouns
from components.extract.figures.nouns import NounForm, noun_form
from components.extract.figures.stated import Article, timed
from components.extract.figures.units import Unit
from components.model import Figure, Mention
from components.text.tokens import WORD, Place
from components.words import ARTICLE

_ENDINGS = frozenset(("ين", "ان", "تا", "تي"))
_PROCLITICS = "وفبل"
_LEAST_STEM = 3
_KIN = frozenset(("بن", "ابن", "ابو"))


@lru_cache(maxsize=50_000)
def dual(form: str) -> tuple[int, NounForm] | None:
    """The letters of proclitics before an indefinite dual of the list, and its form; None for all else.

    >>> dual("وامراتان")[1].singular
    'امرأة'
    """
    if form[-2:] not in _ENDINGS or len(form) < _LEAST_STEM + 2:
        return None
    for skip in (0, 1, 2):
        if skip and form[skip - 1] not in _PROCLITICS:
            return None
        found = _construct(form[skip:]) or noun_form(form[skip:])
        if found is not None:
            two = found.number == "dual" and not found.definite and len(form) - skip > _LEAST_STEM
            return (skip, found) if two else None
    return None


def _construct(form: str) -> NounForm | None:
    """حالتي وفاة: the dual before its genitive."""
    if not form.endswith("تي"):
        return None
    found = noun_form(form[:-2] + "تين")
    return found if found is not None and found.number == "dual" else None


def pair(article: Article, index: int) -> Figure | None:
    """An indefinite dual noun counts two; one in construct only before an indefinite noun (حالتا وفاة)."""
    tokens = article.tokens
    read = dual(tokens.form(index))
    if read is None or timed(tokens, index) or _is_name(article, index):
        return None
    skip, form = read
    phrase = nouns.phrase_from(tokens, index, form, article.free)
    if tokens.form(index)[-2:] in ("تا", "تي"):
        genitive = noun_form(tokens.form(index + 1))
        if genitive is None or genitive.definite or not article.free[index + 1] or genitive.number != "singular":
            return None
        phrase = phrase._replace(after=index + 2, end=tokens.tokens[index + 1].end,
                                 unit=f"{form.singular} {nouns.spelled(tokens, index + 1)}")
    start = tokens.inner(index, skip)
    text = tokens.text[start:phrase.end]
    bound = article.bounds.before(index) if not skip else None
    if bound is not None and bound.modifier not in ("more_than", "at_least"):
        bound = None
    begin = bound.start if bound else start
    return Figure(begin, phrase.end, tokens.text[begin:phrase.end], 2.0, 2.0, None if bound else 2.0,
                  bound.modifier if bound else "exact", "count", phrase.unit, Mention(start, phrase.end, text),
                  confidence=0.7)


def _is_name(article: Article, index: int) -> bool:
    """A word that another reading explains: a number word, an adverb, a family name (بن قردان)."""
    return article.tokens.form(index - 1) in _KIN or any(
        place.kind in ("numeral", "figure_stop", "figure_adverb") for place in article.tokens.opening.get(index, ()))


def two_units(article: Article, index: int) -> Figure | None:
    """دينارين, كيلومترين: a dual unit without a number."""
    tokens = article.tokens
    place = next((place for place in tokens.opening.get(index, ()) if place.kind in ("figure_currency", "figure_measure")
                  and place.entry.get("note") == "dual" and not place.article), None)
    if place is None:
        return None
    unit: Unit | None
    if place.kind == "figure_currency":
        unit = Unit("money", article.units.code(place, None), place.after, tokens.tokens[place.after - 1].end)
        if not place.clitics:
            unit = article.units.money(index) or unit
    else:
        unit = Unit("measure", place.entry.get("unit"), place.after, tokens.tokens[place.after - 1].end)
    return Figure(place.start, unit.end, tokens.text[place.start:unit.end], 2.0, 2.0, 2.0, "exact", unit.kind, unit.unit,
                  confidence=0.7)


def some(article: Article, place: Place) -> Figure | None:
    """عدة ضربات, العديد من القواعد, مرات عديدة, قطاعات اقتصادية عدة: more than two, no more is said."""
    tokens, where = article.tokens, place.entry["place"]
    noun = None
    if where in ("before", "either") and tokens.kind(place.after) == WORD and article.free[place.after]:
        if where == "either" and (unit := article.units.at(place.after)) is not None:
            return Figure(place.start, unit.end, tokens.text[place.start:unit.end], None, float(place.entry["low"]), None,
                          "vague", unit.kind, unit.unit, confidence=0.6)
        noun = _noun(article, place.after)
        if noun is not None and (noun.definite or where == "either" or noun.number == "plural"):
            phrase = nouns.phrase_from(tokens, place.after, noun, article.free, construct=True)
            return _vague(article, place, place.start, phrase.end, phrase.unit, phrase.start, phrase.end)
    if where in ("after", "either") and not place.clitics and not place.article:
        return _some_behind(article, place)
    return None


def _some_behind(article: Article, place: Place) -> Figure | None:
    """The noun before عدة, one adjective may stand between."""
    tokens = article.tokens
    for at in (place.first - 1, place.first - 2):
        form = noun_form(tokens.form(at)) if at >= 0 and article.free[at] and at >= article.after else None
        if form is not None and form.number == "plural" and not form.definite and not timed(tokens, at):
            start, end = tokens.tokens[at].start, tokens.tokens[place.first - 1].end
            return _vague(article, place, start, tokens.tokens[place.after - 1].end, form.singular, start, end)
        if not nouns.is_adjective(tokens.form(at)):
            return None
    return None


def _noun(article: Article, at: int) -> NounForm | None:
    tokens = article.tokens
    if timed(tokens, at) or any(place.kind in ("figure_stop", "figure_adverb", "numeral") and not place.clitics
                                    for place in tokens.opening.get(at, ())):
        return None
    form = noun_form(tokens.form(at))
    if form is None and (tokens.form(at).startswith(ARTICLE) or tokens.form(at).endswith(("ات", "ين"))):
        return nouns.guessed(tokens, at, False)
    return form


def _vague(article: Article, place: Place, start: int, end: int, unit: str, from_: int, to: int) -> Figure:
    text = article.tokens.text
    return Figure(start, end, text[start:end], None, float(place.entry["low"]), None, "vague", "count", unit,
                  Mention(from_, to, text[from_:to]), confidence=0.6)
