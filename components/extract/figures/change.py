"""Whether a figure is where something rose or fell to, from, or by how much. Words: data/lexicon/figures/change.toml."""

from dataclasses import replace
from typing import Literal

from components.extract.figures.bounds import CHANGE_REACH
from components.extract.figures.stated import Article
from components.model import Figure
from components.text.tokens import WORD

_SUBJECT = 3  # words of a subject between the verb and what it rose or fell by
_UNCHANGED = frozenset(("figure.dual", "figure.some", "figure.noun_before"))
_BY = frozenset("ب")


def changed(article: Article, figure: Figure) -> Figure:
    """`figure` with its `change`, where a word of rise or fall governs it: ارتفع إلى 51 (to), من 40 (from), بنسبة 8%."""
    if (figure.modifier == "vague" and figure.kind == "count") or (
            figure.rule in _UNCHANGED and figure.kind == "count"):
        return figure
    tokens = article.tokens
    first = tokens.index(figure.start)
    sentence = tokens.sentence(first)[0]
    for index in range(first - 1, max(sentence, first - CHANGE_REACH) - 1, -1):
        if index in article.bounds.change:
            if figure.kind == "measure" and tokens.at(index, "figure_height") is not None:
                continue  # بارتفاع ستة أمتار: how high, not a rise
            kind = _link(article, figure, first, index) if article.bounds.governs(index, first) else None
            return replace(figure, change=kind) if kind else figure
    return figure


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
