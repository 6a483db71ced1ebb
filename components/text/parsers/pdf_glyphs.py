"""A PDF page -> its glyphs: where each stands, and the letters it draws.

What a span's ActualText says counts before what the glyph's font says: Chromium and LibreOffice write there which letters
a ligature or a split letter stands for.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix, apply_matrix_pt, decode_text

MOST_GLYPHS = 200_000  # on one page
MOST_LETTERS = 8  # of an ActualText: one that is longer restates whole words, in an order of its own
NARROW = 0.32  # of the size: the stroke that stretches a word
UNKNOWN = "\ufffd"
_LETTER = re.compile("[\u0620-\u0652\ufb50-\ufdff\ufe70-\ufefc]")
_JOINING = re.compile("[\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u064a-\u0652\u0640]")
_INVISIBLE = 3  # text rendering mode


@dataclass(slots=True)
class Glyph:
    """`x0`, `x1`, `y` (the baseline) and `size` in points; `logical` where the letters were told by an ActualText;
    `source` names the drawing of a glyph whose letters nobody tells."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    logical: bool = False
    source: str = ""


class TooManyGlyphs(Exception):
    pass


class GlyphReader(PDFTextDevice):
    """Collects the upright glyphs of the page in `glyphs`, invisible ones in `unseen`; counts pictures."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self._arabic: dict[int, tuple[PDFFont, bool]] = {}  # keeps the fonts, so that no other takes a font's id
        self.begin_page_of(0, 0)

    def begin_page_of(self, width: float, height: float) -> None:
        self.glyphs: list[Glyph] = []
        self.width, self.height = width, height
        self.unseen: list[Glyph] = []
        self.pictures = 0
        self._spans: list[tuple[int, str | None]] = []
        self._hidden = False

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = page.mediabox
        (left, low), (right, high) = apply_matrix_pt(ctm, (x0, y0)), apply_matrix_pt(ctm, (x1, y1))
        self.begin_page_of(abs(right - left), abs(high - low))

    def begin_figure(self, name: str, bbox: Any, matrix: Matrix) -> None:
        """Figures hold text too; their place is already in the matrix."""

    def end_figure(self, name: str) -> None:
        """See begin_figure."""

    def render_image(self, name: str, stream: Any) -> None:
        self.pictures += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        said = props.get("ActualText") if isinstance(props, Mapping) else None
        self._spans.append((len(self.glyphs), decode_text(said) if isinstance(said, bytes) else None))

    def end_tag(self) -> None:
        if not self._spans:
            return
        first, said = self._spans.pop()
        covered = self.glyphs[first:]
        most = 300 if any(glyph.text == UNKNOWN for glyph in covered) else MOST_LETTERS
        if said is None or not covered or len(said) > most or len(covered) > most:
            return
        bearer = max(covered, key=lambda glyph: glyph.x1 - glyph.x0)
        x0, x1 = min(glyph.x0 for glyph in covered), max(glyph.x1 for glyph in covered)
        self.glyphs[first:] = [Glyph(x0, x1, bearer.y, bearer.size, said.replace("\x00", ""), True)]

    def render_string(self, textstate: PDFTextState, seq: Any, ncs: PDFColorSpace, graphicstate: PDFGraphicState) -> None:
        self._hidden = textstate.render == _INVISIBLE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int,
                    ncs: PDFColorSpace, graphicstate: PDFGraphicState) -> float:
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, _, d, _, _ = matrix
        if a * d * scaling <= 0 or abs(b) > abs(a) / 4:  # turned or mirrored letters: a stamp, a mark across the page
            return advance
        if len(self.glyphs) + len(self.unseen) > MOST_GLYPHS:
            raise TooManyGlyphs
        x, y = apply_matrix_pt(matrix, (0, rise))
        end, _ = apply_matrix_pt(matrix, (advance, rise))
        text = self._letters(font, cid)
        source = f"{id(font)}:{cid}" if text == UNKNOWN else ""
        held = self.unseen if self._hidden else self.glyphs
        held.append(Glyph(min(x, end), max(x, end), y, abs(d * fontsize) or 1.0, text, False, source))
        return advance

    def _letters(self, font: PDFFont, cid: int) -> str:
        told = getattr(getattr(font, "unicode_map", None), "cid2unichr", None)
        if told and cid not in told and self._tells_arabic(font, told):
            return UNKNOWN  # not what its number means elsewhere: LibreOffice leaves out what stretches a word
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            return UNKNOWN
        nameless = any("\ue000" <= letter <= "\uf8ff" or letter in "\ufffd\x00" for letter in text)
        return UNKNOWN if nameless or not text else text

    def _tells_arabic(self, font: PDFFont, told: Mapping[int, str]) -> bool:
        if id(font) not in self._arabic:
            self._arabic[id(font)] = (font, any("\u0600" <= letter <= "\u06ff" or letter >= "\ufb50"
                                                for text in told.values() for letter in text))
        return self._arabic[id(font)][1]


def without_stretching(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs with no letters for the nameless strokes that justified text is stretched with: narrow ones that stand only
    inside words, behind letters that join. They keep their room, so that no gap opens there."""
    inside = Counter[str]()
    for before, glyph, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False):
        joined = after.source == glyph.source or _JOINING.match(after.text)
        if glyph.source and joined and (before.source == glyph.source or _LETTER.match(before.text)):
            inside[glyph.source] += 1
    every = Counter(glyph.source for glyph in glyphs if glyph.source and glyph.x1 - glyph.x0 < NARROW * glyph.size)
    strokes = {source for source, count in inside.items() if count > 2 and every[source] * 0.95 < count <= every[source]}
    return [replace(glyph, text="") if glyph.source in strokes else glyph for glyph in glyphs] if strokes else glyphs
