"""A number as the text states it: with its bounds or its range, before a rule says what it counts; and the record of it."""

from dataclasses import dataclass
from typing import NamedTuple

from components import lexicon
from components.extract.enclosed import unclosed
from components.extract.figures import bounds as bound_words
from components.extract.figures import nouns
from components.extract.figures.bounds import Bounds, Range, glue
from components.extract.figures.nouns import NounForm, Phrase, noun_form
from components.extract.figures.refused import BEFORE_SIGN, is_year
from components.extract.figures.units import PERCENT, Units, symbols
from components.extract.numbers import Number, number_at, numeral
from components.extract.times.lengths import contracts
from components.model import Figure, FigureKind, Mention, Modifier
from components.text.tokens import WORD, Tokens
from components.words import ARTICLE

_MOST_PLURAL = 10
_FROM = frozenset(("من", "ومن"))


@dataclass(slots=True)
class Article:
    """One article while its figures are read: `free` marks tokens that no time holds, `found` what has been read."""

    tokens: Tokens
    free: bytearray
    bounds: Bounds
    units: Units
    found: list[Figure]
    after: int = 0  # tokens before it are taken
    counted: "tuple[Number, int, Phrase | None] | None" = None  # what `counted_at` found last: it is asked again


class Stated(NamedTuple):
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
    lent: int = 0  # the token where the unit stands that this number shares with its neighbour (من 40 إلى 51 قتيلا)

    def times(self, factor: float) -> "Stated":
        """The same with its number multiplied."""
        if factor == 1 or self.number.value is None:
            return self
        return self._replace(number=self.number._replace(value=self.number.value * factor),
                             low=self.low and self.low * factor)


def stated_at(article: Article, number: Number) -> Stated:
    """The number with its range and bounds."""
    tokens, bounds = article.tokens, article.bounds
    unit = article.units.at(number.after)
    behind = unit.after if unit is not None else _noun_after(article, number)
    ends = bound_words.between(tokens, number, behind) or bound_words.dashed(tokens, number, behind)
    ends = ends or bound_words.upto(tokens, number, behind) or bound_words.either(tokens, number, behind)
    if ends is not None and not article.free[ends.high.first]:
        ends = None
    lent = 0
    if ends is not None and tokens.form(ends.first) in _FROM and bounds.changes(number.first):
        lent, ends = ends.high.after, None  # a rise or fall from one to the other: two figures
    if ends is not None:
        ranged = _ranged(tokens, ends)._replace(lent=number.after)
        about = bounds.before(ranged.first)
        return ranged if about is None else ranged._replace(first=about.first, start=about.start)  # نحو 60 إلى 70 ألفا
    lent = lent or _instead(tokens, number)
    if number.article and tokens.text[number.start - 2:number.start] == ARTICLE:
        number = number._replace(start=number.start - 2)
    begin = glue(tokens, number.first)
    if tokens.form(begin - 1) in symbols() or tokens.form(begin - 1) in PERCENT:
        begin -= 1
    bound = bounds.before(begin)
    if bound is not None:
        return Stated(number, bound.modifier, bound.first, bound.start, number.after, number.end, bound=True, lent=lent)
    if number.vague:
        some = next((place for place in tokens.opening.get(begin - 1, ()) if place.kind == "figure_some"
                     and place.after == begin and place.entry["place"] == "either"), None)
        first, start = (some.first, some.start) if some is not None else (number.first, number.start)
        return Stated(number, "vague", first, start, number.after, number.end)
    bound = bounds.verb(begin)
    first = begin if begin < number.first and tokens.form(begin) not in bound_words.GLUE - {ARTICLE} else number.first
    start = min(number.start, tokens.tokens[first].start) if first < number.first else number.start
    return Stated(number, bound.modifier if bound else "exact", first, start, number.after, number.end,
                  bound=bound is not None, lent=lent)


def _instead(tokens: Tokens, number: Number) -> int:
    """85 بدلا من 80 دولارا: the token behind the other number, where the unit of both stands."""
    place = tokens.at(number.after, "figure_instead")
    other = number_at(tokens, place.after) if place is not None and not place.clitics else None
    return other.after if other is not None else 0


def _noun_after(article: Article, number: Number) -> int:
    phrase = counted_at(article, number, number.after)
    return phrase.after if phrase is not None else number.after


def _ranged(tokens: Tokens, ends: Range) -> Stated:
    """The range; behind its brackets a word of size may follow: (5-7) آلاف."""
    high, low = ends.high, ends.low.value
    after = unclosed(tokens, ends.first, high.after)
    if after == high.after:
        return Stated(high, "range", ends.first, ends.start, after, high.end, low, True)
    size = numeral(tokens, after, joined=False)
    if size is not None and size.entry["part"] == "scale" and high.scale == 1 and high.value and low:
        times = float(size.entry["value"])
        after, low, high = size.after, low * times, high._replace(value=high.value * times, scale=times)
    first, end = ends.first - 1, tokens.tokens[after - 1].end
    return Stated(high, "range", first, tokens.tokens[first].start, after, end, low, True)


def figure_of(article: Article, stated: Stated, kind: FigureKind, unit: str | None, after: int,
            counted: Mention | None = None, confidence: float = 0.9) -> Figure:
    """The record, its bound behind the noun included; `after` is the token after all its words."""
    tokens, number, modifier = article.tokens, stated.number, stated.modifier
    end = max(stated.end, tokens.tokens[after - 1].end)
    behind = article.bounds.after(after) or _behind_among(article, after)
    if behind is not None and modifier in ("exact", behind[0]):
        modifier, after = behind
        end = tokens.tokens[after - 1].end
    value, low, high = _values(number, modifier, stated.low)
    return Figure(stated.start, end, tokens.text[stated.start:end], value, low, high, modifier, kind, unit, counted,
                  confidence=confidence)


def _behind_among(article: Article, after: int) -> tuple[Modifier, int] | None:
    """اثنين منهم على الأقل: the bound behind the pronoun at token `after`."""
    among = article.tokens.at(after, "figure_among")
    return article.bounds.after(among.after) if among is not None and among.entry.get("pronoun") else None


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


def with_half(article: Article, stated: Stated, after: int) -> tuple[Stated, int]:
    """3 كيلومترات ونصف, طن ونصف الطن: the half behind the unit that ends before token `after`, and the token after it."""
    tokens = article.tokens
    half = tokens.at(after, "fraction")
    value = stated.number.value
    if half is None or half.clitics != "و" or half.article or value is None or stated.number.fraction:
        return stated, after
    scale = numeral(tokens, half.after)
    if scale is not None and scale.entry.get("value") == stated.number.scale > 1:  # 3 ملايين طن ونصف المليون
        more, size = scale.after, stated.number.scale
    else:
        unit = article.units.at(half.after, article=True)
        more, size = unit.after if unit is not None else half.after, 1.0
    return stated._replace(number=stated.number._replace(value=value + half.entry["value"] * size)), more


def negative(article: Article, stated: Stated, after: int) -> tuple[Stated, int]:
    """-5 درجات, 5 درجات تحت الصفر: the number below nothing."""
    tokens, number = article.tokens, stated.number
    first, below = number.first, tokens.at(after, "figure_below")
    sign = tokens.form(first - 1) in bound_words.MINUS and tokens.glued(first - 1) and (
        not tokens.glued(first - 2) or tokens.form(first - 2) in BEFORE_SIGN)
    if number.value is None or not (sign or below is not None) or stated.modifier == "range":
        return stated, after
    if sign:
        start = tokens.tokens[first - 1].start
        stated = stated._replace(start=min(stated.start, start), first=min(stated.first, first - 1))
    value = -number.value
    return stated._replace(number=number._replace(value=value)), below.after if below is not None else after


def vague(stated: Stated) -> Stated:
    return stated._replace(modifier="vague") if stated.number.vague else stated


def timed(tokens: Tokens, index: int) -> bool:
    """A unit of time at token `index`; عقود that are signed (وقعا ثلاثة عقود) are things."""
    if "figure_time_unit" not in tokens.classes(index):
        return False
    unit = tokens.at(index, "time_unit")
    return unit is None or unit.entry["unit"] != "decade" or not contracts(tokens, index, unit.after)


def counted_at(article: Article, number: Number, at: int) -> Phrase | None:
    """The counted noun at token `at`, if the word there can be one."""
    if article.tokens.kind(at) != WORD:
        return None
    known = article.counted
    if known is None or known[0] is not number or known[1] != at:
        known = article.counted = number, at, _counted_at(article, number, at)
    return known[2]


def _counted_at(article: Article, number: Number, at: int) -> Phrase | None:
    tokens = article.tokens
    if not article.free[at] or timed(tokens, at):
        return None
    if nouns.stopped(tokens, at):
        return None
    form = noun_form(tokens.form(at))
    if form is not None and form.definite and tokens.text[tokens.tokens[at].end - 1] == "ة":
        form = None  # مشاهدة is no مشاهد with a possessor
    if form is None:
        form = _unlisted(article, number, at)
    if form is None or form.singular == "ضعف" or not _grammatical(number, form):
        return None
    return nouns.phrase_from(tokens, at, form, article.free, construct=number.vague and number.high is None)


def _grammatical(number: Number, form: NounForm) -> bool:
    """A definite noun follows only a vague number or a number word; أحد behind ألف is the verb: ألف كتابا."""
    if form.definite:
        return number.vague
    if form.tanwin and not number.digits and number.after == number.first + 1 and number.value is not None and (
            number.value <= _MOST_PLURAL or number.value in (100, 1000)):
        return False
    return not (number.value == 1 and not number.digits)


def _unlisted(article: Article, number: Number, at: int) -> NounForm | None:
    """A word that the list lacks, taken for a noun where number and ending agree."""
    tokens = article.tokens
    form, value = tokens.form(at), number.value
    if len(form) < 3 or number.article or form.isascii() or form.endswith("وا"):
        return None
    if "time_month" in tokens.classes(at):
        return None  # حركة 6 أبريل
    if is_year(tokens, number) and form.removesuffix("ا") not in lexicon.column("nationalities"):
        return None  # 2018 بروسيا, but 1950 قطريا
    if number.vague and number.high is None and not form.startswith(ARTICLE) and tokens.form(at - 1) != "من":
        return None  # آلاف مؤلفة
    if form.startswith(ARTICLE):
        return nouns.guessed(tokens, at, False) if number.vague and len(form) > 4 else None
    if form.endswith("ه") and nouns.is_adjective(form) and form not in lexicon.column("nationalities"):
        return None  # 100 سيارة، منها 40 جديدة
    if form.endswith("ا") and not number.digits and value is not None and value <= _MOST_PLURAL:
        return None
    tens = value is not None and 11 <= value % 100 <= 99
    if form.endswith("ا") and (tens or number.scale > 1) and len(form) > 3:
        return nouns.guessed(tokens, at, True)
    if any(place.kind == "figure_country" and not place.clitics for place in tokens.opening.get(at, ())):
        return nouns.guessed(tokens, at, False)
    if form.endswith(("ه", "ات", "ين")) and form[0] not in "وفبلك" and len(form) > 3:
        return nouns.guessed(tokens, at, False)
    if form.endswith("ا") and number.digits and len(form) > 4 and form[0] == "م":
        return nouns.guessed(tokens, at, True)  # 700 مفروزا, for مفروز
    few = value is not None and 3 <= value <= 10
    large = (number.digits or number.after > number.first + 1) and value is not None and value > _MOST_PLURAL and not tens
    verb = form.endswith("ت") and not form.endswith("ات")
    plain = form[0] not in "وفبلكسيت" and (few or large or number.fraction) and not verb
    return nouns.guessed(tokens, at, False) if plain else None
