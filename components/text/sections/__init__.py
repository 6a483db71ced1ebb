"""The text cut into headline, dateline, body and boilerplate, by its lines alone. Words: data/lexicon/sections/.
Cases: tests/corpus/sections*.toml."""

from components.model import Section, SectionKind
from components.text.sections.boilerplate import boilerplate
from components.text.sections.lines import layout
from components.text.sections.opening import opening
from components.text.tokens import Tokens


def sections(tokens: Tokens) -> tuple[Section, ...]:
    """The whole text as sections, in order, without gaps. Headline, dateline and boilerplate begin and end with a visible
    sign; the blanks around them belong to the body, or else to the section before."""
    if not tokens.text:
        return ()
    page = layout(tokens)
    outside = boilerplate(page)
    return _cut(tokens.text, page.starts_and_ends(), [*opening(page, outside), *outside])


Stretch = tuple[int, int, SectionKind]


def _cut(text: str, visible: tuple[int, int], found: list[Stretch]) -> tuple[Section, ...]:
    """Body wherever nothing else was found. `visible` is where the first and behind the last visible sign of the text stand:
    blanks before and behind it join the section beside them."""
    first, last = visible
    pieces: list[Stretch] = []
    at = 0
    for start, end, kind in sorted(found):
        if start > max(at, first) and (not pieces or not text[at:start].isspace()):
            pieces.append((at, start, "body"))
            at = start
        if pieces and at < start:  # blanks between two of them join the one before
            pieces[-1] = (pieces[-1][0], start, pieces[-1][2])
            at = start
        pieces.append((at, end, kind))
        at = end
    if at < last or not pieces:
        pieces.append((at, len(text), "body"))
    else:
        pieces[-1] = (pieces[-1][0], len(text), pieces[-1][2])
    return tuple(Section(start, end, kind) for start, end, kind in pieces)
