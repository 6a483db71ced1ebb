"""Whether a figure is where something rose or fell to, from, or by how much. Words: data/lexicon/figures/change.toml."""

from typing import Literal

from components.extract.figures.bounds import CHANGE_REACH
from components.extract.figures.stated import Article
from components.model import Figure
from components.text.tokens import WORD

_SUBJECT = 3  # words of a subject between the verb and what it rose or fell by
_UNCHANGED = frozenset(("figure.dual", "figure.some", "figure.noun_before"))
_BY = frozenset("ب")


def change_of(article: Article, figure: Figure, rule: str) -> Literal["to", "by", "from"] | None:
    """The change of the `figure` that `rule` found, where a word of rise or fall governs it: ارتفع إلى 51 (to), من 40
    (from), بنسبة 8%."""
    if figure.kind == "count" and (figure.modifier == "vague" or rule in _UNCHANGED):
        return None
    tokens = article.tokens
    first = tokens.index(figure.start)
    last = article.bounds.last_change(first)
    if last < 0:
        return None
    sentence = tokens.sentence(first)[0]
    for index in range(last, max(sentence, first - CHANGE_REACH) - 1, -1):
        if index in article.bounds.change:
            if figure.kind == "measure" and tokens.at(index, "figure_height") is not None:
                continue  # بارتفاع ستة أمتار: how high, not a rise
            return _link(article, figure, first, index) if article.bounds.governs(index, first) else None
    return None


def _link(article: Article, figure: Figure, first: int, verb: int) -> Literal["to", "by", "from"] | None:
    """By the preposition before the figure, or that of the noun that introduces it (بنسبة, بمقدار)."""
    tokens = article.tokens
    offset = figure.start - tokens.tokens[first].start
    if offset and tokens.form(first).startswith("ب"):
        return "by"
    behind = first - (tokens.form(first - 1) in _BY)  # the preposition may stand apart: بنسبة بـ5%
    for at in (behind - 1, behind - 2):
        for place in tokens.opening.get(at, ()):
            if place.kind == "figure_link" and at >= verb and place.after == behind:
                link: Literal["to", "by", "from"] = place.entry["link"]
                return link
    if behind < first:
        return "by"
    between = range(verb + 1, first)
    entry = article.bounds.change[verb].entry
    if entry.get("object") or figure.modifier == "less_than":
        return None  # رفع 40 حالة إشغال, انخفض دون 5 دولارات
    alone = entry.get("alone", False)
    if (first - 1 == verb or (alone and len(between) <= _SUBJECT)) and not any(_breaks(article, index) for index in between):
        return "by"  # تراجع المؤشر 15 نقطة
    return None


def _breaks(article: Article, index: int) -> bool:
    """A preposition, a sign or another number parts a figure from the verb."""
    tokens = article.tokens
    return tokens.kind(index) != WORD or any(place.kind in ("figure_stop", "figure_amount", "numeral") and not place.clitics
                                             for place in tokens.opening.get(index, ()))
