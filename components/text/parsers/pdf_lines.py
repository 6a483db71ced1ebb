"""Glyphs of a page -> lines in visual order, in reading order; marks stand beside the letter that bears them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from unicodedata import combining

from components.text.parsers.pdf_glyphs import Glyph

_MIRROR = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SAME_LINE = 0.4  # of the size: baselines nearer than this are one line
WORD_GAP = 0.22  # of the size: from here on a gap is a space
WIDE_GAP = 0.7  # of the size: a gap that can lie between columns
FEWEST = 4  # lines that each of two columns has
MOST_LINES = 500  # of a page on which columns are looked for


@dataclass(slots=True)
class Line:
    """The glyphs of one line from left to right."""

    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    def visual(self, swapped: str = "") -> str:
        """The line from left to right, one space where there is a gap. `swapped` says whose brackets are taken for their
        partners: f for those that fonts tell, a for those of ActualTexts."""
        parts: list[str] = []
        end = self.x0
        for glyph in self.glyphs:
            text = glyph.text
            if glyph.x0 - end > WORD_GAP * glyph.size and parts and parts[-1] != " ":
                parts.append(" ")
            if ("a" if glyph.logical else "f") in swapped:
                text = text.translate(_MIRROR)
            if text.isspace():
                text = " " if parts and parts[-1] != " " else ""
            if text:
                parts.append(text[::-1] if _RTL.search(text) else text)
            end = max(end, glyph.x1)
        return "".join(parts).strip()

    def first_word(self) -> float:
        """The width of the word that begins the line on the right, in points."""
        end = right = self.x1
        for glyph in reversed(self.glyphs):
            if end < right and (glyph.text.isspace() or end - glyph.x1 > WORD_GAP * glyph.size):
                break
            end = min(end, glyph.x0)
        return right - end


def blocks(glyphs: Sequence[Glyph]) -> list[list[Line]]:
    """The lines of a page in blocks, in reading order: from top to bottom, the right column before the left one."""
    found: list[Line] = []
    for glyph in sorted(_borne(glyphs), key=lambda glyph: -glyph.y):
        last = found[-1] if found else None
        if last is None or last.y - glyph.y > SAME_LINE * max(glyph.size, last.glyphs[0].size):
            found.append(last := Line())
        last.glyphs.append(glyph)
    kept = []
    for line in found:
        line.glyphs = _once(sorted(line.glyphs, key=lambda glyph: (glyph.x0, glyph.x1)))
        if any(glyph.text.strip() for glyph in line.glyphs):
            kept.append(line)
    return _in_columns(kept)


def _borne(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs with their marks put behind the letter that bears them, and letters without width (the alef of a lam-alef)
    behind the letter they are drawn with. Where glyphs follow each other from left to right these come before
    it, else after."""
    rightward = sum(first.x0 < second.x0 for first, second in pairwise(glyphs)) * 2 >= len(glyphs)
    order = list(glyphs) if rightward else list(reversed(glyphs))
    found: list[Glyph] = []
    marks, leaning = "", (0.0, 0.0)
    for glyph in order:
        if _leans(glyph):
            leaning = (min(glyph.x0, leaning[0]), max(glyph.x1, leaning[1])) if marks else (glyph.x0, glyph.x1)
            marks = glyph.text + marks if rightward else marks + glyph.text
        elif marks and glyph.text.strip():
            x0, x1 = (min(glyph.x0, leaning[0]), max(glyph.x1, leaning[1]))
            found.append(replace(glyph, text=glyph.text + marks, x0=x0, x1=x1))
            marks = ""
        else:
            found.append(glyph)
    return found


def _leans(glyph: Glyph) -> bool:
    """Whether it is a mark, or an Arabic letter without width of its own."""
    flat = glyph.x1 - glyph.x0 < 0.02 * glyph.size
    return bool(glyph.text) and all(combining(letter) or (flat and _RTL.match(letter)) for letter in glyph.text)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the glyphs that were set twice to look bold."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if any(other.text == glyph.text and abs(other.x0 - glyph.x0) < 0.1 * glyph.size and glyph.x1 > glyph.x0
               for other in found[-2:]):
            continue
        found.append(glyph)
    return found


def _segments(line: Line) -> list[list[Glyph]]:
    """The line cut at its wide gaps; blanks are left out."""
    found: list[list[Glyph]] = []
    end = 0.0
    for glyph in line.glyphs:
        if glyph.text.isspace():
            continue
        if not found or glyph.x0 - end > WIDE_GAP * glyph.size:
            found.append([])
        found[-1].append(glyph)
        end = max(end, glyph.x1) if found[-1][0] is not glyph else glyph.x1
    return found


def _in_columns(page: list[Line]) -> list[list[Line]]:
    """Where some lines in a row leave the same strip free between them, what is right of it comes before what is left."""
    if len(page) > MOST_LINES:
        return [page]
    found: list[list[Line]] = [[]]
    position = 0
    cut = [[(part[0].x0, max(glyph.x1 for glyph in part)) for part in _segments(line)] for line in page]
    while position < len(page):
        end, strip = _gutter(cut, position)
        if strip is None:
            found[-1].append(page[position])
            position += 1
            continue
        for on_left in (False, True):
            held = [[glyph for glyph in line.glyphs if (glyph.x1 <= strip) == on_left] for line in page[position:end]]
            found += _in_columns([Line(each) for each in held if any(glyph.text.strip() for glyph in each)])
        found.append([])
        position = end
    return [block for block in found if block]


@dataclass(slots=True)
class _Strip:
    """A strip that all lines since the first one leave free; how many of them have something left and right of it."""

    low: float
    high: float
    left: int = 0
    right: int = 0

    def parts(self, taken: Sequence[tuple[float, float]]) -> "list[_Strip]":
        """What one more line leaves of it: strips of 8 points and more."""
        free = [(self.low, self.high)]
        for low, high in taken:
            free = [part for a, b in free for part in ((a, min(b, low)), (max(a, high), b)) if part[1] - part[0] >= 8]
        return [_Strip(a, b, self.left + any(high <= a for _, high in taken), self.right + any(low >= b for low, _ in taken))
                for a, b in free]


def _gutter(cut: Sequence[Sequence[tuple[float, float]]], first: int) -> tuple[int, float | None]:
    """(the line behind the last one, where) the strip lies that the lines from `first` on leave free longest, with columns
    on both sides of it; (`first`, None) where there is none."""
    edges = [edge for taken in cut[first:] for pair in taken for edge in pair]
    strips = [_Strip(min(edges), max(edges))]
    best: tuple[int, float | None] = (first, None)
    for number in range(first, len(cut)):
        strips = [part for strip in strips for part in strip.parts(cut[number])][:20]
        for strip in strips:
            if strip.left >= FEWEST and strip.right >= FEWEST:
                best = (number + 1, (strip.low + strip.high) / 2)
        if not any(strip.low > min(edges) and strip.high < max(edges) for strip in strips) and number - first > FEWEST:
            break
    return best
