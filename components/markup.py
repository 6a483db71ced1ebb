"""Analysis -> the article cut into flat pieces, each with the records it stands in; the reader and the HTML export share it.

The text is cut at every edge of every mark, so that marks may nest and cross and no code point is printed twice. A piece
never carries an element of its own inside a word but a plain inline one: letters stay joined. What marks look like is
said by components/static/marks.css alone.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from components.model import Actor, Analysis, Quote
from components.text.flow import flowed

SLOTS = 4  # speakers' colours; from the fifth speaker on they come round again
_NOT_READ = "boilerplate"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with a look. `token` is a record's id, or id.part for what hangs on it (`q6.speaker`); "" for a section."""

    start: int
    end: int
    token: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two neighbouring edges: the tokens of the marks it lies in, and their classes."""

    start: int
    end: int
    text: str
    tokens: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text with its line end. `number` counts lines that hold something; 0 for a blank one."""

    number: int
    start: int
    end: int
    boilerplate: bool
    pieces: tuple[Piece, ...]


def is_unnamed(actor: Actor | None) -> bool:
    """Whether the text leaves open who this source is."""
    return actor is None or actor.kind == "unnamed" or actor.openness == "unnamed"


def speaker_slots(analysis: Analysis) -> dict[str, int]:
    """Colour of each quoted actor by id: 1 to 4, most quoted first; 0 for sources the text does not name."""
    said = Counter(quote.speaker.actor for quote in analysis.quotes if quote.speaker and quote.kind != "term")
    actors = {actor.id: actor for actor in analysis.actors}
    ordered = [name for name, _ in said.most_common() if name is not None]
    named = [name for name in ordered if not is_unnamed(actors.get(name))]
    slots = {name: count % SLOTS + 1 for count, name in enumerate(named)}
    return {name: slots.get(name, 0) for name in ordered}


def quote_slot(quote: Quote, slots: dict[str, int]) -> int:
    """The colour of the speaker of `quote`, 0 where there is none."""
    return slots.get(quote.speaker.actor or "", 0) if quote.speaker else 0


def marks(analysis: Analysis) -> list[Mark]:
    """Every stretch of the article that looks or answers otherwise than plain text, outermost layers first."""
    found = [Mark(part.start, part.end, "", (part.kind,)) for part in analysis.article.sections if part.kind != "body"]
    found += [Mark(event.start, event.end, event.id, ("event",)) for event in analysis.events]
    found += [Mark(event.start, event.end, event.id, ("event",)) for event in analysis.ordered]
    slots = speaker_slots(analysis)
    for quote in analysis.quotes:
        found += _quote_marks(quote, f"k{quote_slot(quote, slots)}")
    found += [Mark(time.start, time.end, time.id, ("time",)) for time in analysis.times]
    found += [Mark(figure.start, figure.end, figure.id, ("figure",)) for figure in analysis.figures]
    found += [Mark(fault.start, fault.end, fault.id, ("fault",)) for fault in analysis.warnings]
    length = len(analysis.article.text)
    return [mark for mark in found if 0 <= mark.start < mark.end <= length]


def _quote_marks(quote: Quote, slot: str) -> Iterator[Mark]:
    yield Mark(quote.start, quote.end, quote.id, ("quote", quote.kind, slot))
    speaker, cue, addressee = quote.speaker, quote.cue, quote.addressee
    if speaker and speaker.start is not None and speaker.end is not None:
        yield Mark(speaker.start, speaker.end, f"{quote.id}.speaker", ("speaker", slot))
    if cue:
        yield Mark(cue.start, cue.end, f"{quote.id}.cue", ("cue",))
    if addressee:
        yield Mark(addressee.start, addressee.end, f"{quote.id}.addressee", ("addressee",))


def pieces(text: str, marked: Iterable[Mark]) -> list[Piece]:
    """`text` from its first code point to its last in pieces that join to it again; straight in length and marks."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    ordered = list(marked)
    for place, mark in enumerate(ordered):
        opening.setdefault(mark.start, []).append(place)
        closing.setdefault(mark.end, []).append(place)
    edges = sorted({0, len(text), *opening, *closing})
    active: set[int] = set()
    cut: list[Piece] = []
    for start, end in itertools.pairwise(edges):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        cut.append(_piece(text, start, end, [ordered[place] for place in sorted(active)]))
    return cut


def _piece(text: str, start: int, end: int, over: Sequence[Mark]) -> Piece:
    tokens = dict.fromkeys(mark.token for mark in over if mark.token)
    classes = dict.fromkeys(name for mark in over for name in mark.classes)
    return Piece(start, end, text[start:end], tuple(tokens), tuple(classes))


def paragraphs(analysis: Analysis) -> list[Paragraph]:
    """The article line by line, as its paragraphs run (text.flow); the pieces of all lines, joined, are the article's text
    to the code point, but for a blank where only a width had broken a line."""
    text = flowed(analysis.article.text)
    edges = [0]
    for line in _lines(text):
        edges.append(edges[-1] + len(line))
    cuts = [Mark(start, end, "", ()) for start, end in itertools.pairwise(edges)]
    queue = iter(pieces(text, [*marks(analysis), *cuts]))
    found: list[Paragraph] = []
    number, piece = 0, next(queue, None)
    for cut in cuts:
        inside: list[Piece] = []
        while piece is not None and piece.end <= cut.end:
            inside.append(piece)
            piece = next(queue, None)
        blank = not text[cut.start : cut.end].strip()
        number += not blank
        foreign = all(_NOT_READ in each.classes for each in inside if each.text.strip())
        found.append(Paragraph(0 if blank else number, cut.start, cut.end, foreign and not blank, tuple(inside)))
    return found


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at "\\n" alone: other separators are text."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def paragraph_of(found: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph that holds code point `offset`; 0 where there is none."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return found[low].number if low < len(found) else 0


def piece_html(piece: Piece) -> str:
    """One piece as HTML: its text escaped, in a span where it is marked."""
    text = escape(piece.text, quote=False)
    if not piece.classes and not piece.tokens:
        return text
    ids = f' data-ids="{escape(" ".join(piece.tokens))}"' if piece.tokens else ""
    names = ("t", *piece.classes) if piece.tokens else piece.classes
    return f'<span class="{escape(" ".join(names))}"{ids}>{text}</span>'


def article_html(analysis: Analysis) -> str:
    """The article as one `div.doc`, a `div.par` for each line; its text content is the article's text exactly."""
    body = []
    for each in paragraphs(analysis):
        names = "par blank" if not each.number else "par bp" if each.boilerplate else "par"
        number = f' data-no="{each.number}"' if each.number else ""
        body.append(f'<div class="{names}"{number}>{"".join(map(piece_html, each.pieces))}</div>')
    return f'<div class="doc" lang="ar" dir="rtl">{"".join(body)}</div>'
