"""The figures of an article, read number by number: each rule is tried in order, the first to hold gives the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from components.extract.figures import bounds as bound_words
from components.extract.figures import nouns, refused
from components.extract.figures.bounds import Bounds, Range, glue
from components.extract.figures.meant import meant, member
from components.extract.figures.nouns import NounForm, Phrase, noun_form
from components.extract.figures.units import PERCENT, Unit, Units, symbols
from components.extract.numbers import Number, digits_at, number_at
from components.model import Figure, FigureKind, Mention, Modifier, Time
from components.text.tokens import DIGITS, LINE, WORD, Tokens
from components.words import ARTICLE


@dataclass(slots=True)
class Article:
    """One article while its figures are read: `free` marks tokens that no time holds, `found` what has been read."""

    tokens: Tokens
    free: bytearray
    bounds: Bounds
    units: Units
    found: list[Figure]
    after: int = 0  # tokens before it are taken


@dataclass(frozen=True, slots=True)
class Stated:
    """A number, or two of a range, with the words that bound it: the figure begins at token `first`, code point `start`,
    its number ends before token `after`."""

    number: Number
    modifier: Modifier
    first: int
    start: int
    after: int
    end: int
    low: float | None = None
    bound: bool = False


Rule = Callable[[Article, Stated], Figure | None]


def figures(tokens: Tokens, times: Sequence[Time]) -> list[Figure]:
    """All stated figures of `tokens` in text order, none overlapping, none inside one of `times`; `rule` names the rule."""
    article = Article(tokens, _free(tokens, times), Bounds(tokens), Units(tokens), [])
    for index in _starts(tokens):
        if index < article.after or not article.free[index]:
            continue
        figure = _read(article, index)
        if figure is not None:
            article.found.append(figure)
    return article.found


def _free(tokens: Tokens, times: Sequence[Time]) -> bytearray:
    free = bytearray(b"\1") * (len(tokens) + 1)
    for time in times:
        first, after = tokens.index(time.start), tokens.before(time.end)
        free[first:after] = bytes(after - first)
    return free


def _starts(tokens: Tokens) -> list[int]:
    """Tokens where a figure may begin."""
    first = {place.first for kind in ("numeral", "fraction") for place in tokens.places.get(kind, ())}
    first.update(index for index, token in enumerate(tokens.tokens) if token.kind == DIGITS)
    return sorted(first)


def _read(article: Article, index: int) -> Figure | None:
    tokens = article.tokens
    number = number_at(tokens, index)
    if number is None:
        digits = digits_at(tokens, index)
        article.after = digits.after if digits is not None else index + 1
        return None
    article.after = number.after
    if not all(article.free[number.first:number.after]) or refused.is_code(tokens, number):
        return None
    stated = _stated(article, number)
    for name, rule in RULES.items():
        figure = rule(article, stated)
        if figure is not None:
            article.after = max(article.after, tokens.before(figure.end))
            return replace(figure, rule=name)
    return None


def _stated(article: Article, number: Number) -> Stated:
    """The number with its range and bounds."""
    tokens, bounds = article.tokens, article.bounds
    unit = article.units.at(number.after)
    behind = unit.after if unit is not None else _noun_after(article, number)
    ends = bound_words.dashed(tokens, number) or bound_words.between(tokens, number, behind)
    ends = ends or bound_words.upto(tokens, number, behind)
    if ends is not None and not article.free[ends.high.first]:
        ends = None
    if ends is not None:
        return _ranged(ends)
    begin = glue(tokens, number.first)
    if tokens.form(begin - 1) in symbols() or tokens.form(begin - 1) in PERCENT:
        begin -= 1
    bound = bounds.before(begin)
    if bound is not None:
        return Stated(number, bound.modifier, bound.first, bound.start, number.after, number.end, bound=True)
    if number.vague:
        return Stated(number, "vague", number.first, number.start, number.after, number.end)
    bound = bounds.verb(begin)
    first = begin if begin < number.first and tokens.form(begin) not in bound_words.GLUE else number.first
    start = min(number.start, tokens.tokens[first].start) if first < number.first else number.start
    return Stated(number, bound.modifier if bound else "exact", first, start, number.after, number.end, bound=bound is not None)


def _noun_after(article: Article, number: Number) -> int:
    phrase = _counted(article, number, number.after)
    return phrase.after if phrase is not None else number.after


def _ranged(ends: Range) -> Stated:
    return Stated(ends.high, "range", ends.first, ends.start, ends.high.after, ends.high.end, ends.low.value, True)


def _figure(article: Article, stated: Stated, kind: FigureKind, unit: str | None, after: int,
            counted: Mention | None = None, confidence: float = 0.9) -> Figure:
    """The record, its bound behind the noun included; `after` is the token after all its words."""
    tokens, number, modifier = article.tokens, stated.number, stated.modifier
    end = max(stated.end, tokens.tokens[after - 1].end)
    behind = article.bounds.after(after)
    if behind is not None and modifier == "exact":
        modifier, after = behind
        end = tokens.tokens[after - 1].end
    value, low, high = _values(number, modifier, stated.low)
    return Figure(stated.start, end, tokens.text[stated.start:end], value, low, high, modifier, kind, unit, counted,
                  confidence=confidence)


def _values(number: Number, modifier: Modifier, low: float | None) -> tuple[float | None, float | None, float | None]:
    value = number.value
    if number.vague:
        return None, number.low, number.high
    if modifier == "range":
        return None, low, value
    if modifier in ("more_than", "at_least"):
        return value, value, None
    if modifier in ("less_than", "at_most"):
        return value, None, value
    return value, value, value


def _vague(stated: Stated) -> Stated:
    return replace(stated, modifier="vague") if stated.number.vague else stated


# ---- the rules --------------------------------------------------------------------------------------------------

def percent(article: Article, stated: Stated) -> Figure | None:
    """55 بالمئة, 80%, %80."""
    tokens = article.tokens
    unit = article.units.percent(stated.after)
    if unit is not None:
        return _figure(article, stated, "percent", "%", unit.after)
    if tokens.form(stated.number.first - 1) in PERCENT and tokens.glued(stated.number.first - 1):
        return _figure(article, stated, "percent", "%", stated.after)
    return None


def money(article: Article, stated: Stated) -> Figure | None:
    """2.2 مليار دولار, $5, ملايين الدولارات."""
    tokens = article.tokens
    unit = article.units.money(stated.after, article=stated.number.vague or stated.number.scale > 1)
    if unit is None and tokens.form(stated.after) == "من" and stated.number.vague:
        unit = article.units.money(stated.after + 1, article=True)
    if unit is not None:
        return _figure(article, _vague(stated), "money", unit.unit, unit.after)
    before = tokens.tokens[glue(tokens, stated.number.first) - 1] if stated.number.first else None
    if before is not None and tokens.text[before.start:before.end] in symbols():
        return _figure(article, stated, "money", symbols()[tokens.text[before.start:before.end]], stated.after)
    return None


def measure(article: Article, stated: Stated) -> Figure | None:
    """100 ألف طن, 500 كم, 5.3 درجة على مقياس ريختر."""
    if refused.is_year(stated.number, article.tokens) and len(article.tokens.form(stated.after)) == 1:
        return None
    unit = article.units.measure(stated.after, article=stated.number.vague)
    if unit is not None:
        return _figure(article, _vague(stated), "measure", unit.unit, unit.after)
    number = stated.number
    if number.digits and number.value is not None and number.value < 10 and article.units.sentence_has(number.first, "figure_quake"):
        before = article.tokens.form(glue(article.tokens, stated.first) - 1)
        if article.tokens.at(number.first - 1, "figure_strength") or article.tokens.at(stated.first - 1, "figure_strength") or before in ("بقوه",):
            return _figure(article, stated, "measure", None, stated.after)
    return None


def count(article: Article, stated: Stated) -> Figure | None:
    """12 مدرسة ابتدائية, مئات آلاف المدنيين, 900 ألف من السكان."""
    tokens, number = article.tokens, stated.number
    if _timed(tokens, stated.after) or refused.is_ranked(tokens, number):
        return None
    phrase = _counted(article, number, stated.after)
    if phrase is None and number.vague and tokens.form(stated.after) == "من":
        phrase = _counted(article, number, stated.after + 1)
    if phrase is None and not refused.is_labelled(tokens, number):
        of = member(tokens, stated.after)
        if of is not None and of.definite and article.free[stated.after + 1]:
            phrase = nouns.phrase_from(tokens, stated.after + 1, of, article.free)
    if phrase is None:
        return None
    counted = Mention(phrase.start, phrase.end, tokens.text[phrase.start:phrase.end])
    return _figure(article, _vague(stated), "count", phrase.unit, phrase.after, counted)


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
    if form is None or _timed(tokens, at) or not _fits(form, definite, one, number.value):
        return None
    after, head = number.after, tokens.tokens[at]
    while definite and after < len(tokens) and article.free[after] and tokens.form(after).startswith(ARTICLE) and (
            nouns.is_adjective(tokens.form(after)) and tokens.kind(after) == WORD and after - number.after < 2):
        after += 1
    start = _noun_start(tokens, at)
    counted = Mention(start, head.end, tokens.text[start:head.end])
    return _figure(article, replace(stated, first=at, start=start), "count", form.singular, after, counted, 0.8)


def _noun_start(tokens: Tokens, at: int) -> int:
    """The offset of a noun behind its proclitics: بالمدارس keeps its article."""
    form = tokens.form(at)
    if form[0] in "وفبك" and form[1:3] == ARTICLE:
        return tokens.inner(at, 1)
    return tokens.tokens[at].start


def _fits(form: NounForm, definite: bool, one: bool, value: float) -> bool:
    """Plural and definite for الجنود الثمانية; singular and indefinite for قتيل واحد; what is ranked (المركز الـ20) fits neither."""
    if one:
        return form.number == "singular" and not form.definite
    if not definite or value < 2:
        return False
    return form.number == ("dual" if value == 2 else "plural") and form.definite


def bare(article: Article, stated: Stated) -> Figure | None:
    """79 جرحوا, وإصابة 48 آخرين, إلى 12, 165 ألفا: a number without a noun, where something says that it is a quantity."""
    tokens, number = article.tokens, stated.number
    if _timed(tokens, stated.after) or refused.is_ranked(tokens, number):
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
    previous = article.found[-1] if article.found else None
    if unit is None and number.scale > 1 and previous is not None and previous.kind == "money" and (
            tokens.sentence(tokens.index(previous.start)) == tokens.sentence(number.first)):
        kind, unit = "money", previous.unit
    return _figure(article, _vague(stated), kind, unit, after, counted, 0.6)


def _quantity(article: Article, stated: Stated) -> bool:
    """Whether a number without a noun states a quantity: by its bound, its size in words, or the word before or behind it."""
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


def _timed(tokens: Tokens, index: int) -> bool:
    return tokens.at(index, "figure_time_unit") is not None


def _counted(article: Article, number: Number, at: int) -> Phrase | None:
    """The counted noun at token `at`, if the word there can be one."""
    tokens = article.tokens
    if tokens.kind(at) != WORD or not article.free[at] or _timed(tokens, at):
        return None
    if any(place.kind in ("figure_stop", "figure_others", "figure_adverb", "figure_bound_after", "numeral", "figure_among")
           and not (place.clitics and place.kind == "numeral") for place in tokens.opening.get(at, ())):
        return None
    form = noun_form(tokens.form(at))
    if form is None:
        form = _unlisted(article, number, at)
    if form is None or not _grammatical(number, form):
        return None
    return nouns.phrase_from(tokens, at, form, article.free)


def _grammatical(number: Number, form: NounForm) -> bool:
    """A definite noun follows only a vague number or a number word; أحد behind ألف is the verb: ألف كتابا."""
    if form.definite:
        return number.vague
    if form.tanwin and number.value in (1000, 100) and not number.digits and number.after == number.first + 1:
        return False
    return not (number.value == 1 and not number.digits)


def _unlisted(article: Article, number: Number, at: int) -> NounForm | None:
    """A word that the list lacks, taken for a noun where number and ending agree."""
    tokens = article.tokens
    form, value = tokens.form(at), number.value
    if len(form) < 3 or form.isascii():
        return None
    if form.startswith(ARTICLE):
        return nouns.guessed(tokens, at, False) if number.vague and len(form) > 4 else None
    tens = value is not None and 11 <= value % 100 <= 99
    if form.endswith("ا") and (tens or number.scale > 1) and len(form) > 3:
        return nouns.guessed(tokens, at, True)
    if form[0] in "وفبلكسيتن" and not form.endswith(("ه", "ات")):
        return None
    if form.endswith(("ه", "ات", "ين")) and len(form) > 3:
        return nouns.guessed(tokens, at, False)
    return nouns.guessed(tokens, at, False) if form[0] not in "وفبلكسيتن" and not tens and number.digits else None


RULES: dict[str, Rule] = {
    "figure.percent": percent,
    "figure.money": money,
    "figure.measure": measure,
    "figure.count": count,
    "figure.noun_before": following,
    "figure.bare": bare,
}
