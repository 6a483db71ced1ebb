"""What a stated number is: percent, money, measure, a count of things; one function a rule, the first to hold wins."""

from dataclasses import replace

from components.extract.figures import nouns, refused
from components.extract.figures.bounds import glue
from components.extract.figures.meant import meant, member
from components.extract.figures.nouns import NounForm, noun_form
from components.extract.figures.stated import Article, Stated, counted_at, figure_of, timed, vague
from components.extract.figures.units import PERCENT, symbols
from components.model import Figure, FigureKind, Mention
from components.text.tokens import WORD, Tokens
from components.words import ARTICLE

_STRONGEST = 10  # of the scale of earthquakes


def percent(article: Article, stated: Stated) -> Figure | None:
    """55 بالمئة, 80%, %80."""
    tokens = article.tokens
    unit = article.units.percent(stated.after)
    if unit is not None:
        return figure_of(article, stated, "percent", "%", unit.after)
    if tokens.form(stated.number.first - 1) in PERCENT and tokens.glued(stated.number.first - 1):
        return figure_of(article, stated, "percent", "%", stated.after)
    return None


def money(article: Article, stated: Stated) -> Figure | None:
    """2.2 مليار دولار, $5, ملايين الدولارات."""
    tokens = article.tokens
    unit = article.units.money(stated.after, article=stated.number.vague or stated.number.scale > 1)
    if unit is None and tokens.form(stated.after) == "من" and stated.number.vague:
        unit = article.units.money(stated.after + 1, article=True)
    if unit is not None:
        return figure_of(article, vague(stated), "money", unit.unit, unit.after)
    before = tokens.tokens[glue(tokens, stated.number.first) - 1] if stated.number.first else None
    if before is not None and tokens.text[before.start:before.end] in symbols():
        return figure_of(article, stated, "money", symbols()[tokens.text[before.start:before.end]], stated.after)
    return None


def measure(article: Article, stated: Stated) -> Figure | None:
    """100 ألف طن, 500 كم, 5.3 درجة على مقياس ريختر."""
    if refused.is_year(stated.number, article.tokens) and len(article.tokens.form(stated.after)) == 1:
        return None
    unit = article.units.measure(stated.after, article=stated.number.vague)
    if unit is not None:
        return figure_of(article, vague(stated), "measure", unit.unit, unit.after)
    return figure_of(article, stated, "measure", None, stated.after) if _magnitude(article, stated) else None


def _magnitude(article: Article, stated: Stated) -> bool:
    """زلزال بقوة 6.3: a strength without a unit in a sentence about an earthquake."""
    value, first = stated.number.value, stated.number.first
    if value is None or value > _STRONGEST or not article.units.sentence_has(first, "figure_quake"):
        return False
    return any(article.tokens.at(at - 1, "figure_strength") is not None for at in (first, stated.first))


def count(article: Article, stated: Stated) -> Figure | None:
    """12 مدرسة ابتدائية, مئات آلاف المدنيين, 900 ألف من السكان."""
    tokens, number = article.tokens, stated.number
    if timed(tokens, stated.after) or refused.is_ranked(tokens, number):
        return None
    phrase = counted_at(article, number, stated.after)
    if phrase is None and number.vague and tokens.form(stated.after) == "من":
        phrase = counted_at(article, number, stated.after + 1)
    if phrase is None and not refused.is_labelled(tokens, number):
        of = member(tokens, stated.after)
        if of is not None and of.definite and article.free[stated.after + 1]:
            phrase = nouns.phrase_from(tokens, stated.after + 1, of, article.free)
    if phrase is None:
        return None
    counted = Mention(phrase.start, phrase.end, tokens.text[phrase.start:phrase.end])
    return figure_of(article, vague(stated), "count", phrase.unit, phrase.after, counted)


def following(article: Article, stated: Stated) -> Figure | None:
    """الجنود الثمانية, الدول الـ27, قتيل واحد: the noun stands before its number."""
    tokens, number = article.tokens, stated.number
    begin = glue(tokens, number.first)
    at = begin - 1
    if number.vague or number.value is None or tokens.kind(at) != WORD or not article.free[at]:
        return None
    one = number.value == 1 and not number.digits
    definite = number.article or (begin < number.first and tokens.form(begin) == ARTICLE)
    form = noun_form(tokens.form(at)) or (nouns.guessed(tokens, at, False) if definite else None)
    if form is None or timed(tokens, at) or not _fits(form, definite, one, number.value):
        return None
    after, head = number.after, tokens.tokens[at]
    while definite and after < len(tokens) and article.free[after] and tokens.form(after).startswith(ARTICLE) and (
            nouns.is_adjective(tokens.form(after)) and tokens.kind(after) == WORD and after - number.after < 2):
        after += 1
    start = _noun_start(tokens, at)
    counted = Mention(start, head.end, tokens.text[start:head.end])
    return figure_of(article, replace(stated, first=at, start=start), "count", form.singular, after, counted, 0.8)


def _noun_start(tokens: Tokens, at: int) -> int:
    """The offset of a noun behind its proclitics: بالمدارس keeps its article."""
    form = tokens.form(at)
    if form[0] in "وفبك" and form[1:3] == ARTICLE:
        return tokens.inner(at, 1)
    return tokens.tokens[at].start


def _fits(form: NounForm, definite: bool, one: bool, value: float) -> bool:
    """Plural and definite for الجنود الثمانية; singular and indefinite for قتيل واحد; المركز الـ20 fits neither."""
    if one:
        return form.number == "singular" and not form.definite
    if not definite or value < 2:
        return False
    return form.number == ("dual" if value == 2 else "plural") and form.definite


def bare(article: Article, stated: Stated) -> Figure | None:
    """79 جرحوا, وإصابة 48 آخرين, إلى 12, 165 ألفا: a number without a noun, where something says that it is a quantity."""
    tokens, number = article.tokens, stated.number
    if timed(tokens, stated.after) or refused.is_ranked(tokens, number):
        return None
    others = tokens.at(stated.after, "figure_others")
    after = others.after if others is not None else stated.after
    if others is None and not _quantity(article, stated):
        return None
    of = member(tokens, stated.after)
    unit = of.singular if of is not None else meant(tokens, number, others is not None, article.found)
    counted = None
    if others is not None:
        word = tokens.tokens[others.first]
        counted = Mention(word.start, word.end, tokens.text[word.start:word.end])
    kind: FigureKind = "count"
    paid = _last_money(article, number.first) if number.scale > 1 and of is None else None
    if paid is not None:
        kind, unit = "money", paid.unit
    if number.article and tokens.text[stated.start - 2:stated.start] == ARTICLE:
        stated = replace(stated, start=stated.start - 2)
    return figure_of(article, vague(stated), kind, unit, after, counted, 0.6)


def _last_money(article: Article, at: int) -> Figure | None:
    """The amount of money named before token `at` in its sentence, where no things were counted since."""
    start = article.tokens.tokens[article.tokens.sentence(at)[0]].start
    for figure in reversed(article.found):
        if figure.start < start or figure.kind in ("count", "measure"):
            return None
        if figure.kind == "money":
            return figure
    return None


def _quantity(article: Article, stated: Stated) -> bool:
    """Whether a number without a noun states a quantity: by its bound, its size in words, or a word beside it."""
    tokens, number = article.tokens, stated.number
    if refused.is_score(tokens, number) or refused.is_listed(tokens, number) or refused.is_labelled(tokens, number):
        return False
    if refused.is_year(number, tokens):
        return False
    if number.vague or (number.scale > 1 and (number.digits or number.after > number.first + 1)):
        return True
    if member(tokens, stated.after) is not None:
        return True
    if stated.modifier == "range" and tokens.form(stated.first) in ("من", "ومن"):
        return False
    if stated.bound:
        return True
    behind = any(place.kind == "figure_among" for place in tokens.opening.get(stated.after, ()))
    at = glue(tokens, number.first) - 1
    ahead = any(place.kind in ("figure_amount", "figure_meant") and place.after == at + 1
                for place in tokens.opening.get(at, ()))
    return behind or ahead or (number.article and not number.digits and number.value is not None and number.value > 2
                               and noun_form(tokens.form(at)) is None)
