"""Small parts that several views share: squares of speakers' colours, dates with what was supplied, cues, places."""

from dataclasses import dataclass
from functools import cached_property

from components.charts.counters import Statement, counters
from components.charts.dates import range_text, stamp
from components.markup import Paragraph, is_unnamed, paragraph_of, paragraphs, quote_slot, speaker_slots
from components.model import Actor, Analysis, Event, Figure, Ordered, Quote, Time
from components.views.tree import Node, arabic, node, supplied
from components.wording import Wording

INSTITUTIONS = ("organization", "place")
GROUPS = ("named", "institution", "role", "document", "outlet", "collective", "unnamed", "nobody")


@dataclass(frozen=True)
class Shown:
    """One analysis as the page shows it: the interface's words, and what several lists look up in it."""

    analysis: Analysis
    wording: Wording

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs(self.analysis)

    @cached_property
    def slots(self) -> dict[str, int]:
        return speaker_slots(self.analysis)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.analysis.actors}

    @cached_property
    def times(self) -> dict[str, Time]:
        return {time.id: time for time in self.analysis.times}

    @cached_property
    def happened(self) -> list[Event | Ordered]:
        """The events with a day, then those that the text orders and does not date."""
        return [*self.analysis.events, *self.analysis.ordered]

    @cached_property
    def speech(self) -> list[Quote]:
        """Statements of the article itself: no quoted terms, nothing out of boilerplate."""
        return [quote for quote in self.analysis.quotes if quote.kind != "term" and quote.section != "boilerplate"]

    @cached_property
    def figures(self) -> list[Figure]:
        return [figure for figure in self.analysis.figures if figure.section != "boilerplate"]

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Sign, number and sentence of every figure, by its id."""
        found = counters(self.analysis, self.wording.digits, self.wording.lang)
        return {each.id: each for counter in found for each in (*counter.statements, *counter.vague)}

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self.analysis.figures}

    def figure(self, record: str) -> Figure:
        """The figure with this id; KeyError where there is none."""
        return self._figures[record]

    def actor(self, quote: Quote) -> Actor | None:
        return self.actors.get(quote.speaker.actor or "") if quote.speaker else None

    def group(self, quote: Quote) -> str:
        """How openly the source of `quote` is named; one of GROUPS."""
        actor = self.actor(quote)
        if quote.speaker is None:
            return "nobody"
        if actor is None:
            return "named"
        if is_unnamed(actor):
            return "unnamed"
        return "institution" if actor.openness == "named" and actor.kind in INSTITUTIONS else actor.openness

    def square(self, quote: Quote) -> Node:
        """The small sign of a statement: the speaker's colour, full or half by how it was said."""
        return node(f"i.sq.k{quote_slot(quote, self.slots)}.{quote.kind}", aria_hidden="true")

    def place(self, start: int) -> str:
        """¶ and the paragraph's number."""
        return f"¶ {self.wording.number(paragraph_of(self.paragraphs, start))}"

    def stamped(self, time: Time) -> list[Node]:
        """The date as the text states it, then in brackets what was supplied."""
        lead, added = stamp(time, self.wording.lang, self.wording.digits)
        parts: list[Node | None] = [node("b", lead) if lead else None, " " if lead and added else None, supplied(added)]
        return [part for part in parts if part]

    def as_written(self, time: Time) -> list[Node]:
        """The article's own words for a time, then what was supplied, or what kind of time it is."""
        if (time.value or "").endswith("_REF") or not (time.earliest or time.latest):
            return [arabic(time.text), " ", node("u", self.kind_of(time))]
        _, added = stamp(time, self.wording.lang, self.wording.digits)
        return [arabic(time.text), " ", supplied(added) or ""] if added else [arabic(time.text)]

    def kind_of(self, time: Time) -> str:
        """Past, present, future, a duration, something that recurs; else "not fixed"."""
        key = time.value if time.value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF") else time.type
        return self.wording.maybe(key or "", self.wording("basis_unresolved"))

    def range(self, time: Time) -> str:
        return range_text(time.earliest, time.latest, self.wording.lang, self.wording.digits)


def cue_text(quote: Quote) -> str:
    """The cue as a word of its own: a preposition left hanging gets its tatweel (وفقًا لـ)."""
    text = quote.cue.text if quote.cue else ""
    return text + "ـ" if text.endswith((" ل", " ب", " ك")) else text


def said(quote: Quote, text: str) -> str:
    """Direct speech and terms in quotation marks; reported speech never."""
    return f"«{text}»" if quote.kind in ("direct", "term") else text
