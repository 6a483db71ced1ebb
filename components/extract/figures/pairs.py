"""Quantities without a number: a dual noun (حادثتين منفصلتين), and words for some (عدة ضربات, مرات عديدة)."""

from functools import lru_cache

from components import lexicon
from components.extract.figures import nouns
from components.extract.figures.nouns import NounForm, noun_form
from components.extract.figures.refused import is_goal
from components.extract.figures.stated import Article, timed
from components.extract.figures.units import Unit
from components.extract.numbers import number_at
from components.model import Figure, Mention, Modifier
from components.text.tokens import WORD, Place
from components.words import ARTICLE

_ENDINGS = frozenset(("ين", "ان", "تا", "تي"))
_PROCLITICS = "وفبل"
_LEAST_STEM = 3
OPEN: dict[Modifier, tuple[float | None, float | None]] = {  # the ends of two, where a bound leaves one open
    "more_than": (2.0, None), "at_least": (2.0, None), "less_than": (None, 2.0), "at_most": (None, 2.0)}
_OTHER = frozenset(("numeral", "figure_stop", "figure_adverb", "figure_no_dual"))
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
    if read is None or timed(tokens, index) or _is_name(article, index) or is_goal(tokens, index, index):
        return None
    if (two := number_at(tokens, index + 1)) is not None and two.value == 2 and not two.digits:
        return None  # فلسطينيان اثنان: the number says it
    if any(place.kind == "figure_some" and place.entry["place"] != "after" for place in tokens.opening.get(index + 1, ())):
        return None  # مقترحين عدة حلول: a participle with its object
    skip, form = read
    phrase = nouns.phrase_from(tokens, index, form, article.free)
    if tokens.form(index)[-2:] in ("تا", "تي"):
        genitive = noun_form(tokens.form(index + 1)) if article.free[index + 1] else None
        if form.human or genitive is None or genitive.definite or genitive.tanwin or genitive.number != "singular":
            return None
        phrase = phrase._replace(after=index + 2, end=tokens.tokens[index + 1].end,
                                 unit=f"{form.singular} {nouns.spelled(tokens, index + 1)}")
    start = tokens.inner(index, skip)
    text = tokens.text[start:phrase.end]
    modifier: Modifier
    bound = article.bounds.before(index) if not skip else None
    begin, modifier = (bound.start, bound.modifier) if bound else (start, "exact")
    modifier, end = _behind(article, phrase.after, modifier)
    low, high = OPEN.get(modifier, (2.0, 2.0))
    return Figure(begin, end, tokens.text[begin:end], 2.0, low, high, modifier, "count", phrase.unit,
                  Mention(start, phrase.end, text), confidence=0.7)


def _behind(article: Article, after: int, modifier: Modifier) -> tuple[Modifier, int]:
    """The bound behind a figure that ends before token `after` (مرتين على الأقل), and where both end."""
    bound = article.bounds.after(after) if modifier == "exact" else None
    if bound is not None:
        modifier, after = bound
    return modifier, article.tokens.tokens[after - 1].end


def _is_name(article: Article, index: int) -> bool:
    """A word that another reading explains: a number word, an adverb, a family name (بن قردان)."""
    tokens = article.tokens
    if tokens.form(index - 1) in _KIN or tokens.form(index).startswith("لل"):
        return True
    head = noun_form(tokens.form(index - 1))
    if head is not None and head.number != "singular" and tokens.form(index) in lexicon.column("nationalities"):
        return True  # بلدان عربيان, but قتل عراقيان
    return any(place.kind in _OTHER for place in tokens.opening.get(index, ()))


def two_units(article: Article, index: int) -> Figure | None:
    """دينارين, كيلومترين: a dual unit without a number."""
    tokens = article.tokens
    if "figure_currency" not in tokens.classes(index) and "figure_measure" not in tokens.classes(index):
        return None
    place = next((place for place in tokens.opening[index] if place.kind in ("figure_currency", "figure_measure")
                  and place.entry.get("note") == "dual" and not place.article), None)
    if place is None or article.units.explodes(place):
        return None
    unit: Unit | None
    modifier: Modifier
    if place.kind == "figure_currency":
        unit = Unit("money", article.units.code(place, None), place.after, tokens.tokens[place.after - 1].end)
        if not place.clitics:
            unit = article.units.money(index) or unit
    else:
        unit = Unit("measure", place.entry.get("unit"), place.after, tokens.tokens[place.after - 1].end)
    bound = article.bounds.before(index) if not place.clitics else None
    start, modifier = (bound.start, bound.modifier) if bound else (place.start, "exact")
    modifier, end = _behind(article, unit.after, modifier)
    low, high = OPEN.get(modifier, (2.0, 2.0))
    return Figure(start, end, tokens.text[start:end], 2.0, low, high, modifier, unit.kind, unit.unit, confidence=0.7)


def part(article: Article, place: Place) -> Figure | None:
    """نصف طن, ربع دينار: part of one unit; ثلاثة أرباع السكان: a share, in percent. Other shares are no figures."""
    tokens, value = article.tokens, place.entry["value"]
    unit = article.units.at(place.after) if not place.article else None
    whole = Unit("percent", "%", place.after, tokens.tokens[place.after - 1].end)
    if unit is None:
        if place.after == place.first + 1:
            return None
        unit, value = whole, value * 100
    bound = article.bounds.before(place.first) if not place.clitics else None
    start, modifier = (bound.start, bound.modifier) if bound else (place.start, "exact")
    low, high = (None if end is None else value for end in OPEN.get(modifier, (2.0, 2.0)))
    return Figure(start, unit.end, tokens.text[start:unit.end], value, low, high, modifier, unit.kind, unit.unit,
                  confidence=0.6)


def some(article: Article, place: Place) -> Figure | None:
    """عدة ضربات, العديد من القواعد, مرات عديدة, قطاعات اقتصادية عدة: more than two, no more is said."""
    tokens, where = article.tokens, place.entry["place"]
    if place.article or tokens.form(place.first - 1) in ("ال", "اكبر", "اكثر", "اقل"):
        return None  # هذه المجموعة من, أكبر عدد من
    if place.clitics and where == "either" and tokens.text[tokens.tokens[place.after - 1].end - 1] == "ه":
        return None  # وعده is a promise of his, بعده after it
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
    if form is None and (tokens.form(at).startswith(ARTICLE) or (
            tokens.form(at).endswith(("ات", "ين")) and tokens.form(at)[0] not in "وف")):
        return nouns.guessed(tokens, at, False)
    return form


def zero(article: Article, place: Place) -> Figure | None:
    """صفر إصابات, صفر بالمئة: none of a thing, said as a number."""
    if place.article or place.clitics not in ("", "و", "ب", "ل", "ف"):
        return None
    unit = article.units.at(place.after)
    counted = None
    if unit is None:
        form = noun_form(article.tokens.form(place.after)) if article.free[place.after] else None
        if form is None or form.definite or timed(article.tokens, place.after) or nouns.stopped(article.tokens, place.after):
            return None
        phrase = nouns.phrase_from(article.tokens, place.after, form, article.free)
        unit = Unit("count", phrase.unit, phrase.after, phrase.end)
        counted = Mention(phrase.start, phrase.end, article.tokens.text[phrase.start:phrase.end])
    text = article.tokens.text[place.start:unit.end]
    return Figure(place.start, unit.end, text, 0.0, 0.0, 0.0, "exact", unit.kind, unit.unit, counted, confidence=0.7)


def _vague(article: Article, place: Place, start: int, end: int, unit: str, from_: int, to: int) -> Figure:
    text = article.tokens.text
    return Figure(start, end, text[start:end], None, float(place.entry["low"]), None, "vague", "count", unit,
                  Mention(from_, to, text[from_:to]), confidence=0.6)
