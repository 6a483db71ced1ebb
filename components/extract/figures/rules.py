"""What a stated number is: percent, money, measure, a count of things; one function a rule, the first to hold wins."""

from components import lexicon
from components.extract.enclosed import CLOSING
from components.extract.figures import nouns, refused
from components.extract.figures.bounds import glue
from components.extract.figures.bracketed import bracketed
from components.extract.figures.elided import elided
from components.extract.figures.meant import counted_number, meant, member
from components.extract.figures.nouns import NounForm, noun_form
from components.extract.figures.stated import Article, Stated, counted_at, figure_of, negative, timed, vague, with_half
from components.extract.figures.units import PERCENT, Unit, signs, symbols
from components.extract.numbers import Number, number_at
from components.lexicon import key
from components.model import Figure, FigureKind, Mention
from components.text.tokens import DIGITS, WORD, Tokens
from components.words import ARTICLE

BY = frozenset("×xX*")  # between the sides of a surface
_STRONGEST = 10  # of the scale of earthquakes
_LIST = 12  # figures looked back over for the money that a list goes on with
_COSTS = 4  # words between a word of cost and its number
_MONTHS = 12
_LEADING = frozenset(("figure_amount", "figure_meant", "figure_price"))
_GENITIVES = 4  # words that a plural in construct may stand before its number


def may_have_unit(article: Article, stated: Stated) -> bool:
    """Whether anything beside the number may be its unit or stand for one; else it is no percentage, money or measure."""
    tokens, after, first = article.tokens, stated.after, stated.number.first
    before, behind = tokens.form(glue(tokens, first) - 1), tokens.form(after)
    if stated.lent or behind == "من" or behind in BY or before in signs() or tokens.form(first - 1) in PERCENT:
        return True
    return article.units.may_begin(after) or "figure_strength" in tokens.classes(first - 1) or (
        "figure_strength" in tokens.classes(stated.first - 1))


def percent(article: Article, stated: Stated) -> Figure | None:
    """55 بالمئة, 80%, %80."""
    tokens = article.tokens
    unit = article.units.percent(stated.after)
    if unit is not None:
        stated, after = negative(article, stated, unit.after)
        return figure_of(article, stated, "percent", "%", after)
    if stated.lent and article.units.percent(stated.lent):
        return figure_of(article, stated, "percent", "%", stated.after)
    if tokens.form(stated.number.first - 1) in PERCENT and tokens.glued(stated.number.first - 1):
        return figure_of(article, stated, "percent", "%", stated.after)
    return None


def money(article: Article, stated: Stated) -> Figure | None:
    """2.2 مليار دولار, $5, ملايين الدولارات."""
    tokens = article.tokens
    unit = article.units.money(stated.after, article=stated.number.vague or stated.number.scale > 1)
    unit = unit or article.units.millions(stated.after)
    if unit is None and tokens.form(stated.after) == "من" and (stated.number.vague or stated.number.scale > 1):
        unit = article.units.money(stated.after + 1, article=True)
    if unit is not None:
        stated = _as_priced_before(article, stated, unit.unit)
        stated, after = with_half(article, stated.times(unit.times), unit.after)
        stated, after = negative(article, stated, after)
        return figure_of(article, vague(stated), "money", unit.unit, after)
    unit = article.units.money(stated.lent) if stated.lent else None
    if unit is not None:
        return figure_of(article, stated, "money", unit.unit, stated.after)
    at = glue(tokens, stated.number.first) - 1
    if tokens.form(at) in signs():
        sign = symbols().get(tokens.text[tokens.tokens[at].start:tokens.tokens[at].end])
        return figure_of(article, stated, "money", sign, stated.after) if sign is not None else None
    return None


def _as_priced_before(article: Article, stated: Stated, unit: str | None) -> Stated:
    """98.125 ين behind 97.31 ين: three decimals, where the sum before, in the same money, is near and has decimals."""
    number, last = stated.number, _last_money(article, stated.number.first)
    if last is None or last.unit != unit or not last.value or last.value == int(last.value) or stated.low is not None:
        return stated
    if number.value is None or number.after != number.first + 3 or not number.digits or number.fraction:
        return stated
    value = number.value / 1000
    return stated._replace(number=number._replace(value=value)) if last.value / 2 < value < last.value * 2 else stated


def measure(article: Article, stated: Stated) -> Figure | None:
    """100 ألف طن, 500 كم, 5.3 درجة على مقياس ريختر."""
    short = len(article.tokens.form(stated.after)) == 1
    if short and (refused.is_year(article.tokens, stated.number) or article.tokens.form(stated.after + 1) == "د"):
        return None  # 2018 م, and 8ر7043 م د: millions of dinars
    unit = article.units.measure(stated.after, article=stated.number.vague)
    if unit is not None and unit.unit == "km" and refused.is_stone(article.tokens, stated.number, unit.after):
        return None
    if unit is not None:
        stated, after = with_half(article, stated, unit.after)
        stated, after = negative(article, stated, after)
        return figure_of(article, vague(stated), "measure", unit.unit, after)
    unit = article.units.measure(stated.lent) if stated.lent else _by_sides(article, stated)
    if unit is not None:
        return figure_of(article, stated, "measure", unit.unit, stated.after)
    return figure_of(article, stated, "measure", None, stated.after) if _magnitude(article, stated) else None


def _by_sides(article: Article, stated: Stated) -> Unit | None:
    """40×20 مترا: the unit stands behind the last side, and is that of every one (three at most)."""
    at = stated.after
    for _ in range(2):
        side = number_at(article.tokens, at + 1) if article.tokens.form(at) in BY else None
        if side is None:
            return None
        at = side.after
        if (unit := article.units.measure(at)) is not None:
            return unit
    return None


def _magnitude(article: Article, stated: Stated) -> bool:
    """زلزال بقوة 6.3: a strength without a unit in a sentence about an earthquake."""
    value, first, classes = stated.number.value, stated.number.first, article.tokens.classes
    strong = "figure_strength" in classes(first - 1) or "figure_strength" in classes(stated.first - 1)
    return strong and value is not None and value <= _STRONGEST and article.units.sentence_has(first, "figure_quake")


def count(article: Article, stated: Stated) -> Figure | None:
    """12 مدرسة ابتدائية, مئات آلاف المدنيين, 900 ألف من السكان."""
    tokens, number = article.tokens, stated.number
    if tokens.kind(stated.after) != WORD and not stated.lent:
        return None
    if timed(tokens, stated.after) or refused.is_ranked(tokens, number):
        return None
    if (refused.is_score(tokens, number) and stated.modifier != "range") or refused.is_address(tokens, number):
        return None
    if tokens.form(stated.first) in CLOSING and number.scale == 1 and member(tokens, stated.after) is None:
        return bracketed(article, stated)
    if number.article and not number.digits and _head_before(article, number.first, True, number) is not None:
        return None  # الدول الست أعضاء فيه: its noun stands before it
    phrase = counted_at(article, number, stated.after)
    if phrase is None and number.digits and (short := lexicon.column("nouns_short", "unit").get(tokens.form(stated.after))):
        return figure_of(article, stated, "count", short, stated.after + 1, confidence=0.6)  # 15 ن in a table of points
    if phrase is not None and refused.is_labelled(tokens, number) and not _of_label(tokens, number, phrase.first):
        return None
    if phrase is None and number.vague and tokens.form(stated.after) == "من":
        phrase = counted_at(article, number, stated.after + 1)
    if phrase is None and tokens.form(stated.after) == "من" and (number.digits or number.value != 1) and not (
            refused.is_labelled(tokens, number)):
        of = member(tokens, stated.after)
        direct = tokens.at(stated.after + 1, "figure_member_skip") is None
        if of is not None and of.definite and direct and article.free[stated.after + 1]:
            phrase = nouns.phrase_from(tokens, stated.after + 1, of, article.free)
            many = tokens.at(phrase.after, "figure_of_many") if of.human and phrase.after == phrase.first + 1 else None
            if many is not None:  # المشتبه بهم
                phrase = phrase._replace(after=many.after, end=tokens.tokens[many.first].end)
    if phrase is None and stated.lent:
        lent = counted_at(article, number, stated.lent)
        return figure_of(article, stated, "count", lent.unit, stated.after) if lent is not None else None
    if phrase is None:
        return _bounded_share(article, stated)
    counted = Mention(phrase.start, phrase.end, tokens.text[phrase.start:phrase.end])
    return figure_of(article, vague(stated), "count", phrase.unit, phrase.after, counted)


def _bounded_share(article: Article, stated: Stated) -> Figure | None:
    """10 أو أكثر من الجنود: the bound stands between the number and what it is a part of."""
    behind = article.bounds.after(stated.after) if stated.number.digits else None
    of = member(article.tokens, behind[1]) if behind is not None else None
    if of is None or not (of.definite or article.tokens.form(behind[1] + 2 if behind else 0).startswith(ARTICLE)):
        return None
    return figure_of(article, stated, "count", of.singular, stated.after)


def _of_label(tokens: Tokens, number: Number, at: int) -> bool:
    """تضم المجموعة 12 فريقا counts, فرانس 24 تحقيقا does not: the label has the article, and the noun is known."""
    label = glue(tokens, number.first) - 1
    if "figure_edition" in tokens.classes(label) and tokens.at(at, "figure_festival") is not None:
        return False  # الدورة 12 مهرجان عمان
    label -= tokens.form(label) == "("  # لقب هداف البطولة (6 أهداف)
    return tokens.form(label).startswith(ARTICLE) and noun_form(tokens.form(at)) is not None


def following(article: Article, stated: Stated) -> Figure | None:
    """الجنود الثمانية, الدول الـ27, قتيل واحد: the noun stands before its number."""
    tokens, number = article.tokens, stated.number
    begin = glue(tokens, number.first)
    if number.vague or number.value is None or tokens.kind(begin - 1) != WORD:
        return None
    definite = number.article or (begin < number.first and tokens.form(begin) == ARTICLE)
    if number.value == 1 and not definite and (one := _one_unit(article, stated, begin - 1)) is not None:
        return one
    found = _head_before(article, begin, definite, number)
    if found is None:
        return None
    at, unit = found
    after = number.after
    while definite and after < number.after + 2 and _praises(article, after):
        after += 1
    start, end = _noun_start(tokens, at), tokens.tokens[begin - 1].end
    counted = Mention(start, end, tokens.text[start:end])
    return figure_of(article, stated._replace(first=at, start=start), "count", unit, after, counted, 0.8)


def _one_unit(article: Article, stated: Stated, at: int) -> Figure | None:
    """دولار واحد, متر واحد."""
    for first in (at, at - 1):  # ليرة تركية واحدة
        unit = article.units.at(first) if first >= 0 and article.free[first] else None
        if unit is not None and unit.after == at + 1:
            start = article.tokens.tokens[first].start
            return figure_of(article, stated._replace(start=start), unit.kind, unit.unit, stated.after)
    return None


def _praises(article: Article, at: int) -> bool:
    """A definite adjective at token `at`: المدارس الست المتبقية."""
    form = article.tokens.form(at)
    return len(form) > 4 and form.startswith(ARTICLE) and bool(article.free[at]) and nouns.is_adjective(form)


def _head_before(article: Article, begin: int, definite: bool, number: Number) -> tuple[int, str] | None:
    """The token and the singular of the noun that the number before token `begin` counts. Adjectives may stand between
    (الدول الأوروبية الثلاث), and the genitives of a plural in construct (أعضاء مجلس الأمن الـ15)."""
    tokens = article.tokens
    one = number.value == 1 and not number.digits
    near = definite and number.value is not None and number.value > 1 and number.value % 10 != 0  # الذكرى الخمسين ranks
    for at in range(begin - 1, max(begin - 1 - (_GENITIVES if near else 1), -1), -1):
        if tokens.kind(at) != WORD or not article.free[at] or timed(tokens, at):
            return None
        form = noun_form(_uncliticized(tokens.form(at))[1])
        if form is None and definite and at == begin - 1:
            form = nouns.guessed(tokens, at, False)
        if near and article.tokens.at(at - 1, "figure_council") is not None:
            continue
        if form is not None and number.value is not None and _fits(form, definite, one, number.value):
            named = "figure_label" in tokens.classes(at - 1)
            return None if named and definite else (at, form.singular)
        if form is not None and definite and at < begin - 1 and form.number == "plural":
            return at, form.singular
        construct = form is not None and not form.definite and at < begin - 1
        if not definite or not (construct or tokens.form(at).startswith(ARTICLE)):
            return None  # دورته الـ150 ranks
    return None


def _noun_start(tokens: Tokens, at: int) -> int:
    """The offset of a noun behind its proclitics: بالمدارس keeps its article."""
    return tokens.inner(at, _uncliticized(tokens.form(at))[0])


def _uncliticized(form: str) -> tuple[int, str]:
    """The letters of proclitics before a definite noun, and the noun: (1, الدول) for والدول and for للدول, (1, أطفالها)."""
    if form.startswith("لل"):
        return 1, ARTICLE + form[2:]
    if form.startswith("و") and noun_form(form) is None and (owned := noun_form(form[1:])) is not None and owned.definite:
        return 1, form[1:]
    for skip in (1, 2):
        if form[skip:skip + 2] == ARTICLE and all(letter in "وفبك" for letter in form[:skip]):
            return skip, form[skip:]
    return 0, form


def _fits(form: NounForm, definite: bool, one: bool, value: float) -> bool:
    """Plural and definite for الجنود الثمانية; singular and indefinite for قتيل واحد; المركز الـ20 fits neither."""
    if value == 1 and definite:
        return False
    if one:
        return form.number == "singular" and not form.definite and not definite and (
            form.human or key(form.singular) in lexicon.column("nouns_one"))
    if not definite and value == 2:
        return form.number in ("plural", "dual") and not form.definite  # دبلوماسيين اثنين
    if not definite or value < 2:
        return False
    return form.number == ("dual" if value == 2 else "plural") and form.definite


def bare(article: Article, stated: Stated) -> Figure | None:
    """79 جرحوا, وإصابة 48 آخرين, إلى 12, 165 ألفا: a number without a noun, where something says that it is a quantity."""
    tokens, number = article.tokens, stated.number
    multiple = noun_form(tokens.form(stated.after))
    of_time = timed(tokens, stated.after) and article.free[stated.after]
    if of_time or refused.is_ranked(tokens, number) or (multiple and multiple.singular == "ضعف"):
        return None
    others = tokens.at(stated.after, "figure_others")
    after = others.after if others is not None else stated.after
    if others is None and not _quantity(article, stated):
        return None
    of = member(tokens, stated.after)
    named = others is not None or _of_them(tokens, after)
    unit = of.singular if of is not None else meant(tokens, number, named, article.found)
    shared = article.found[-1] if article.found else None
    if shared is not None and shared.change == "from" and tokens.form(number.first - 1) == "الي" and (
            tokens.before(shared.end) == number.first - 1):
        return figure_of(article, stated, shared.kind, shared.unit, stated.after, None, 0.7)  # من 400 كيلومتر إلى 600
    counted = None
    if others is not None:
        word = tokens.tokens[others.first]
        counted = Mention(word.start, word.end, tokens.text[word.start:word.end])
    kind: FigureKind = "count"
    paid = _last_money(article, number.first) if number.scale > 1 and of is None else None
    if paid is None and unit is None and number.scale > 1 and (like := _last_measure(article, number.first)) is not None:
        kind, unit = "measure", like.unit
    elif paid is not None or (of is None and others is None and _priced(tokens, stated.first)):
        paid = paid or _last_money(article, number.first, through=True)
        kind, unit = "money", paid.unit if paid is not None else None
    return figure_of(article, vague(stated), kind, unit, after, counted, 0.6)


def _of_them(tokens: Tokens, after: int) -> bool:
    """12 منهم: of the things counted before."""
    place = tokens.at(after, "figure_among")
    return place is not None and bool(place.entry.get("pronoun"))


def _priced(tokens: Tokens, at: int) -> bool:
    """تتجاوز قيمتها المليار: a word of value or cost stands near before."""
    price = tokens.last("figure_price", at - _COSTS, at)
    return price >= 0 and price >= tokens.sentence(at)[0]


def _last_measure(article: Article, at: int) -> Figure | None:
    """The measure named last before token `at` in its sentence: 34 ألف ميغاواط … قرابة 26 ألفا."""
    last = article.found[-1] if article.found else None
    start = article.tokens.tokens[article.tokens.sentence(at)[0]].start
    return last if last is not None and last.kind == "measure" and last.start >= start else None


def _last_money(article: Article, at: int, through: bool = False) -> Figure | None:
    """The amount of money named before token `at` in its sentence, where no things were counted since, or `through` such."""
    start = article.tokens.tokens[article.tokens.sentence(at)[0]].start
    for figure in reversed(article.found[-_LIST:]):
        if figure.start < start or (not through and figure.kind in ("count", "measure")):
            return None
        if figure.kind == "money":
            return figure
    return None


def _quantity(article: Article, stated: Stated) -> bool:
    """Whether a number without a noun states a quantity: by its bound, its size in words, or a word beside it."""
    return _is_shown(article, stated) and not _is_otherwise(article, stated)


def _is_otherwise(article: Article, stated: Stated) -> bool:
    """What tells that a number without a noun is no quantity, whatever stands beside it."""
    tokens, number = article.tokens, stated.number
    if (number.value == 1 and not number.digits) or refused.is_no_quantity(tokens, number):
        return True
    if refused.is_year(tokens, number) and not (stated.bound or tokens.at(number.first - 1, "figure_meant")
                                               or elided(article, stated)):
        return True
    if tokens.form(stated.after) == "من" and timed(tokens, stated.after + 1):
        return True
    return tokens.form(number.first - 1) == "الي" and tokens.kind(number.first - 2) == DIGITS and (
        bool(article.free[number.first - 2]))  # من 1 إلى 10, of nothing named


def _is_shown(article: Article, stated: Stated) -> bool:
    """What tells that a number without a noun is a quantity."""
    tokens, number = article.tokens, stated.number
    if number.vague or (number.scale > 1 and (number.digits or number.dual or number.after > number.first + 1)):
        return True
    if member(tokens, stated.after) is not None or refused.is_quoted_group(tokens, number):
        return True
    if stated.modifier == "range" and (tokens.form(stated.first) in ("من", "ومن") or (
            refused.is_year(tokens, number) and (stated.low or 0) <= _MONTHS)):
        return False  # 7-2018 is a month
    if stated.bound or (number.value != 1 and article.bounds.after(stated.after) is not None):
        return True  # 40 على الأقل
    if elided(article, stated):
        return True
    at = glue(tokens, number.first) - 1
    led = "figure_among" in tokens.classes(stated.after) or _led(tokens, at)
    return led or _alone(tokens, number, at) or _goes_on(article, number, stated.after) or (
        counted_number(tokens, number.first) is not None and tokens.kind(at) == WORD)


def _led(tokens: Tokens, at: int) -> bool:
    """A word of amounts, of what is meant or of prices closes with token `at`; what is meant may have its noun there."""
    near = [first for first in (at, at - 1) if not tokens.classes(first).isdisjoint(_LEADING)]
    return bool(near) and any(
        place.kind in _LEADING and (place.after == at + 1 or (
            place.kind == "figure_meant" and place.after == at and noun_form(tokens.form(at)) is not None))
        for first in near for place in tokens.opening[first])


def _goes_on(article: Article, number: Number, after: int) -> bool:
    """3 ميداليات ذهبية و2 فضية: an adjective alone, right behind a count."""
    last = article.found[-1] if article.found else None
    return last is not None and last.kind == "count" and article.tokens.before(last.end) >= number.first - 1 and (
        nouns.is_adjective(article.tokens.form(after)))


def _alone(tokens: Tokens, number: Number, at: int) -> bool:
    """الثمانية سيخضعون: people counted by a number word with the article, in the form that counts men."""
    return number.article and not number.digits and number.value is not None and number.value > 2 and (
        tokens.form(number.first).endswith("ه") and noun_form(tokens.form(at)) is None)
