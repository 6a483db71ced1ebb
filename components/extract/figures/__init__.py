"""Stated figures: modifier, number, unit or counted noun. Words: data/lexicon/figures, data/lexicon/lists/nouns.csv.
Cases: tests/corpus/figures*.toml."""

from collections.abc import Callable, Sequence

from components.extract.figures import pairs, refused, rules
from components.extract.figures.bounds import Bounds
from components.extract.figures.change import change_of
from components.extract.figures.stated import Article, Stated, stated_at
from components.extract.figures.units import Units
from components.extract.numbers import digits_at, number_at
from components.model import Figure, Time, changed
from components.text.tokens import DIGITS, Place, Tokens

RULES: dict[str, Callable[[Article, Stated], Figure | None]] = {  # at each number, the first to hold gives the record
    "figure.percent": rules.percent,
    "figure.money": rules.money,
    "figure.measure": rules.measure,
    "figure.count": rules.count,
    "figure.noun_before": rules.following,
    "figure.bare": rules.bare,
}
OF_UNITS = frozenset(("figure.percent", "figure.money", "figure.measure"))  # asked only where a unit may stand
DUALS: dict[str, Callable[[Article, int], Figure | None]] = {  # at each dual, by its token
    "figure.dual_unit": pairs.two_units,
    "figure.dual": pairs.pair,
}
SOME: dict[str, tuple[str, Callable[[Article, Place], Figure | None]]] = {  # the class of word that starts it, the rule
    "figure.part": ("fraction", pairs.part),
    "figure.zero": ("figure_zero", pairs.zero),
    "figure.some": ("figure_some", pairs.some),
}


def figures(tokens: Tokens, times: Sequence[Time]) -> list[Figure]:
    """All stated figures of `tokens` in text order, none overlapping, none inside one of `times`; `rule` names the rule.

    Shares named by a word (نصف), a single thing without the word واحد, and what a table holds are missed.
    """
    article = Article(tokens, _free(tokens, times), Bounds(tokens), Units(tokens), [])
    for index in _starts(tokens):
        if index < article.after or not article.free[index]:
            continue
        read = _read(article, index)
        if read is not None:
            name, figure = read
            article.after = max(article.after, tokens.before(figure.end))
            article.found.append(changed(figure, rule=name, change=change_of(article, figure, name),
                                         id=f"f{len(article.found) + 1}"))
    return article.found


def _free(tokens: Tokens, times: Sequence[Time]) -> bytearray:
    free = bytearray(b"\1") * (len(tokens) + 1)
    for time in times:
        first, after = tokens.index(time.start), tokens.before(time.end)
        free[first:after] = bytes(max(after - first, 0))
    return free


def _starts(tokens: Tokens) -> list[int]:
    """Tokens where a figure may begin."""
    words = ("numeral", *(kind for kind, _ in SOME.values()))
    first = {place.first for kind in words for place in tokens.places.get(kind, ())}
    dual = pairs.dual
    first.update(index for index, token in enumerate(tokens.tokens) if token.kind == DIGITS or dual(token.form))
    first.update(place.first for kind in ("figure_currency", "figure_measure") for place in tokens.places.get(kind, ())
                 if place.entry.get("note") == "dual")
    return sorted(first)


def _read(article: Article, index: int) -> tuple[str, Figure] | None:
    """The figure that begins at token `index`, if any, and the rule that found it."""
    part = article.tokens.at(index, "fraction")
    number = number_at(article.tokens, index)
    if number is not None and (part is None or number.after > part.after):
        if 0 not in article.free[number.first:number.after] and not refused.never(article.tokens, number):
            stated = stated_at(article, number)
            united = rules.may_have_unit(article, stated)
            for name, rule in RULES.items():
                figure = rule(article, stated) if united or name not in OF_UNITS else None
                if figure is not None:
                    return name, figure
        article.after = number.after
        return None
    digits = digits_at(article.tokens, index)
    if digits is not None:
        article.after = digits.after
        return None
    for name, (kind, of_some) in SOME.items():
        place = article.tokens.at(index, kind)
        figure = of_some(article, place) if place is not None else None
        if figure is not None:
            return name, figure
    for name, of_two in DUALS.items():
        figure = of_two(article, index)
        if figure is not None:
            return name, figure
    return None
