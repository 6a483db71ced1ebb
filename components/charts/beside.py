"""Events that the text orders and does not date: their row between their neighbours, and the room they may lie in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from components.charts.chart import Axis, Bar, Line, Row
from components.charts.dates import LEAD, range_text
from components.charts.days import Span
from components.charts.wording import cut, in_digits, word
from components.model import Analysis, Time

_NAME = 44  # code points of a neighbour's summary
_CHAIN = 20  # ordered events in a row that lead to a dated one


@dataclass(frozen=True, slots=True)
class Beside:
    """One event without a day: `marker` the words that order it, `follows` and `precedes` the ids of its neighbours."""

    id: str
    start: int
    marker: str
    relation: str
    text: str
    follows: str | None
    precedes: str | None
    by: str | None
    announced: bool = False


def besides(analysis: Analysis, times: Mapping[str, Time]) -> list[Beside]:
    """All that are told outside boilerplate, in text order: those of the layer `ordered`, and events beside undated ones."""
    found = [
        Beside(each.id, each.start, each.marker.text, each.relation, each.summary or each.text, each.follows, each.precedes,
               each.by, each.announced)
        for each in analysis.ordered if each.section != "boilerplate"
    ]
    for event in analysis.events:
        if event.time in times and (event.follows or event.precedes):
            relation = "after" if event.follows else "before"
            found.append(Beside(event.id, event.start, times[event.time].text, relation, event.summary or event.text,
                                event.follows, event.precedes, "words"))
    return sorted(found, key=lambda each: each.start)


def rowed(dated: Iterable[str], beside: Iterable[Beside]) -> list[str]:
    """The ids of the rows in order: `dated`, with each of `beside` right behind what it follows, else right before what it
    precedes. One whose neighbours have no row is left out."""
    order = list(dated)
    head = {each: each for each in order}  # of each row the one that it and those around it were put behind
    tail = dict(head)  # of each head the last one that was put behind it
    for each in beside:
        if each.follows in head:
            first = head[each.id] = head[each.follows]
            order.insert(order.index(tail[first]) + 1, each.id)
            tail[first] = each.id
        elif each.precedes in head:
            order.insert(order.index(each.precedes), each.id)
            head[each.id] = tail[each.id] = each.id
    return order


class Gaps:
    """Rows and bars of what is ordered, for one article and one language."""

    def __init__(
        self, analysis: Analysis, times: Mapping[str, Time], found: Iterable[Beside], lang: str, digits: str
    ) -> None:
        self.dated = {event.id: times[event.time] for event in analysis.events if event.time in times}
        self.found = {each.id: each for each in found}
        self.published = analysis.article.published.toordinal() if analysis.article.published else None
        self.lang, self.digits = lang, digits

    def span(self, each: Beside) -> Span:
        """From where its first neighbour begins to where the second one ends; what happened ends with the publication."""
        low, high = self._bound(each, "follows"), self._bound(each, "precedes")
        if each.relation == "during" and each.follows in self.dated:
            latest = self.dated[each.follows].latest
            high = latest.toordinal() + 1 if latest else None
        if self.published is not None and each.announced:
            low = max(low or 0, self.published)
        elif self.published is not None and high is None and (low is None or low <= self.published):
            high = self.published + 1
        return (high, low) if low is not None and high is not None and high < low else (low, high)

    def bar(self, each: Beside, row: int, axis: Axis) -> Bar:
        low, high = self.span(each)
        start = axis.low if low is None else float(low)
        end = axis.high if high is None else float(high)
        return Bar(each.id, row, start, end, "time", hollow=each.announced, open_start=low is None,
                   open_end=high is None, hover=self.hover(each), gap=True)

    def _bound(self, each: Beside, side: str) -> int | None:
        """The ordinal where the neighbour begins (`follows`) or behind its last day (`precedes`); None where it is open."""
        for _ in range(_CHAIN):
            neighbour = each.follows if side == "follows" else each.precedes
            if neighbour in self.found:
                each = self.found[neighbour]
                continue
            time = self.dated.get(neighbour or "")
            day = None if time is None else time.earliest if side == "follows" else time.latest
            return None if day is None else day.toordinal() + (side == "precedes")
        return None

    def row(self, each: Beside) -> Row:
        lead = in_digits(cut(each.marker, LEAD), self.digits, self.lang) if self.lang == "ar" else word(
            f"then_{each.relation}", self.lang)
        return Row(each.id, lead, "", each.text, self.how(each), self.extent(each))

    def how(self, each: Beside) -> str:
        """What the place rests on."""
        return word("ordered_telling" if each.by == "telling" else "ordered_words", self.lang)

    def extent(self, each: Beside) -> str:
        """Its place in words: between … and …, after …, before …"""
        first, last = self._name(each.follows), self._name(each.precedes)
        if first and last:
            return word("lies_between", self.lang).format(first, last)
        if each.relation == "during" and first:
            return word("lies_during", self.lang).format(first)
        return word("lies_after" if first else "lies_before", self.lang).format(first or last)

    def _name(self, neighbour: str | None) -> str:
        if neighbour in self.found:
            return f"«{cut(self.found[neighbour].text, _NAME)}»"
        time = self.dated.get(neighbour or "")
        return "" if time is None else range_text(time.earliest, time.latest, self.lang, self.digits)

    def hover(self, each: Beside) -> tuple[Line, ...]:
        lines = [Line(self.extent(each)), Line(each.text, article=True)]
        if each.announced:
            lines.append(Line(word("announced", self.lang)))
        return (*lines, Line(self.how(each)))
