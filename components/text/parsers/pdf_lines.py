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
WIDE_GAP = 1.2  # of the size: a gap that can lie between columns
FEWEST = 4  # lines that two columns share


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
    found: list[list[Line]] = [[]]
    position = 0
    cut = [_segments(line) for line in page]
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


def _gutter(cut: Sequence[list[list[Glyph]]], first: int) -> tuple[int, float | None]:
    """(the line behind the last one, where) the strip lies that the lines from `first` on leave free, both sides used."""
    free: list[tuple[float, float]] = [(left[-1].x1, right[0].x0) for left, right in pairwise(cut[first])]
    end, both = first, 0
    strip = None
    for number in range(first, len(cut)):
        taken = [(segment[0].x0, max(glyph.x1 for glyph in segment)) for segment in cut[number]]
        left = _minus(free, taken)
        if not left:
            break
        free = left
        both += any(a <= free[0][0] for _, a in taken) and any(b >= free[0][1] for b, _ in taken)
        end, strip = number + 1, sum(free[0]) / 2
    return (end, strip) if both >= FEWEST else (first, None)


def _minus(free: list[tuple[float, float]], taken: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of the free strips, those of 8 points and more."""
    for low, high in taken:
        free = [part for a, b in free for part in ((a, min(b, low)), (max(a, high), b)) if part[1] - part[0] >= 8]
    return free
