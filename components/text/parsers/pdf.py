"""PDF -> Article: the lines of its pages from visual to logical order, joined to paragraphs.

Running heads, page numbers and what a browser prints on the margins are left out. A page that is a picture, letters that a
font does not name, and text that does not read like Arabic are told in words.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

from components.errors import BrokenFile, EmptyText, LockedFile, ScannedFile, TooLarge
from components.model import Warning
from components.text.likeness import arabic_likeness
from components.text.mend import RTL, base_of, in_logical_order, letters, nested
from components.text.parsers.parsed import LONGEST, NO_PASSWORD, SAVE_AGAIN, Parsed, told, too_long
from components.text.parsers.pdf_glyphs import UNKNOWN, GlyphReader, TooManyGlyphs, without_stretching
from components.text.parsers.pdf_lines import Line, blocks

MOST_PAGES = 1000
MARGIN = 0.07  # of the page's height: where running heads and page numbers stand
_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_STRETCHED = re.compile("(?<=[\u0620-\u0652])\u0640+(?=[\u0620-\u064a])")
_LATIN = re.compile("[A-Za-z]")
_NUMBERS = re.compile(r"[\d/\-–.,:|() ]+")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_ENDS = (".", "؟", "!", "?", ":", "»", "”", '"', "…")


@dataclass(slots=True)
class Page:
    """`hidden`: its letters are invisible, as those are that a program recognised in a picture."""

    number: int
    height: float
    pictures: int
    hidden: bool
    blocks: list[list[Line]] = field(default_factory=list)


def parsed(data: bytes) -> Parsed:
    """The article of the PDF `data`. Raises an IsnadError for a locked or broken file, for one of pictures alone, and where
    its letters cannot be trusted."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect:
        raise LockedFile("", "the PDF is locked with a password", NO_PASSWORD) from None
    except PDFEncryptionError:
        raise LockedFile("", "the PDF is encrypted in a way that is not read", NO_PASSWORD) from None
    pages = list(_pages(document))
    _without_margins(pages)
    text = _text(pages)
    _trusted(pages, text)
    return Parsed(text, title=_title(document), warnings=tuple(_warnings(pages, text.count(UNKNOWN))))


def _pages(document: PDFDocument) -> Iterator[Page]:
    resources = PDFResourceManager()
    reader = GlyphReader(resources)
    interpreter = PDFPageInterpreter(resources, reader)
    count = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise TooLarge("", f"the PDF has more than {MOST_PAGES} pages", "cut it into articles")
        reader.begin_page_of(0, 0)
        try:
            interpreter.process_page(page)
        except TooManyGlyphs:
            raise TooLarge("", f"page {number} of the PDF holds too much", SAVE_AGAIN) from None
        seen = without_stretching(reader.glyphs or reader.unseen)  # what nobody sees counts only where nothing is seen
        count += len(seen)
        if count > LONGEST:
            raise too_long()
        yield Page(number, reader.height, reader.pictures, bool(seen) and not reader.glyphs, blocks(seen))


def _without_margins(pages: list[Page]) -> None:
    """Takes away the lines at the top and the foot that stand on more than one page, hold only numbers or an address, or
    are set smaller than the text."""
    sizes = Counter(round(line.size) for page in pages for block in page.blocks for line in block for _ in line.glyphs)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    seen = Counter(key for page in pages for key in {_key(line) for block in page.blocks for line in block
                                                     if _marginal(line, page)})
    for page in pages:
        page.blocks = [kept for block in page.blocks if (kept := [
            line for line in block
            if not (_marginal(line, page) and (seen[_key(line)] > 1 or _furniture(line) or line.size < usual * 0.85))])]


def _marginal(line: Line, page: Page) -> bool:
    return not page.height * MARGIN < line.y < page.height * (1 - MARGIN)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.visual())


def _furniture(line: Line) -> bool:
    text = line.visual()
    return bool(_NUMBERS.fullmatch(text) or (_ADDRESS.search(text) and not _ARABIC.search(text)))


def _text(pages: list[Page]) -> str:
    """The paragraphs, one a line, in logical order."""
    flow = [(block, line) for page in pages for block in page.blocks for line in block]
    reading = _told([line for _, line in flow])
    leading, flush_left = _leading(flow), _flush_left(pages)
    parts = reading[:1]
    for (above, below), words in zip(pairwise(flow), reading[1:], strict=True):
        parts.append(("\n" if _parted(above, below, parts[-1], leading, flush_left) else " ") + words)
    return letters(_unstretched("".join(parts)))


def _told(flow: list[Line]) -> list[str]:
    """The lines in logical order. Producers differ in which bracket of a pair they store: the reading counts in which most
    brackets of the document find their partner; a line departs from it only to gain a whole pair."""
    base = base_of([line.visual() for line in flow])
    readings = [[_logical(line.visual(swapped), base) for line in flow] for swapped in ("a", "", "f", "af")]
    scores = [[nested(line) for line in lines] for lines in readings]
    whole = [nested(" ".join(lines)) for lines in readings]
    order = sorted(range(len(readings)), key=lambda number: -whole[number])
    found = []
    for place in range(len(flow)):
        best = max(order, key=lambda number: scores[number][place])
        departs = scores[best][place] > scores[order[0]][place] + 1
        found.append(readings[best if departs else order[0]][place])
    return found


def _logical(visual: str, base: str) -> str:
    return in_logical_order(visual, base) if RTL.search(visual) or not _LATIN.search(visual) else visual


def _unstretched(text: str) -> str:
    """Without tatweel where so many words have it that it must have been set to justify the lines."""
    return _STRETCHED.sub("", text) if len(_STRETCHED.findall(text)) * 25 > text.count(" ") else text


def _flush_left(pages: list[Page]) -> bool:
    """Whether the lines are even on the left alone."""
    left = right = 0
    for block in (block for page in pages for block in page.blocks):
        edge, other = min(line.x0 for line in block), max(line.x1 for line in block)
        left += sum(line.x0 - edge < 0.5 * line.size for line in block)
        right += sum(other - line.x1 < 0.5 * line.size for line in block)
    return left > 2 * right


def _leading(flow: list[tuple[list[Line], Line]]) -> float:
    """The distance of two lines of one paragraph, in sizes: a smaller one among those that there are."""
    steps = [(a.y - b.y) / a.size for (one, a), (other, b) in pairwise(flow) if one is other and a.y > b.y]
    return sorted(steps)[len(steps) // 5] if steps else 1.2


def _parted(above: tuple[list[Line], Line], below: tuple[list[Line], Line], words: str, leading: float,
            flush_left: bool) -> bool:
    """Whether a paragraph ends between two lines: another size, a wide distance, an indented line, or a line that had room
    for the next word."""
    (block, first), (next_block, second) = above, below
    if abs(first.size - second.size) > 0.12 * first.size:
        return True
    left, right = min(line.x0 for line in block), max(line.x1 for line in block)
    room = right - first.x1 if flush_left else first.x0 - left
    if room > second.first_word() + 0.3 * first.size:
        return True
    if block is not next_block:
        return words.endswith(_ENDS)
    indented = not flush_left and right - second.x1 > first.size > right - first.x1
    return (first.y - second.y) / first.size > 1.25 * leading or (indented and RTL.search(second.visual()) is not None)


def _trusted(pages: list[Page], text: str) -> None:
    if not text.strip():
        if any(page.pictures for page in pages):
            raise ScannedFile("", "the PDF is a scan: its pages are pictures without text",
                          "have the text recognised by an OCR program, or type it")
        raise EmptyText("", "the PDF holds no text", "put an Arabic article into it")
    unknown = text.count(UNKNOWN)
    arabic = len(_ARABIC.findall(text))
    if unknown * 5 > len(text) or (arabic > 200 and arabic_likeness(text[:100_000]) < 0.5):
        raise BrokenFile("", "the text of the PDF cannot be trusted: its fonts do not say which letters they draw",
                      "take the text from where the PDF was made, or paste it")


def _warnings(pages: list[Page], lost: int) -> Iterator[Warning]:
    pictures = [page.number for page in pages if not page.blocks and page.pictures]
    hidden = [page.number for page in pages if page.hidden]
    if pictures:
        yield told("picture", f"not read, for they are pictures: pages {_listed(pictures)}",
                   f"صفحات لم تُقرأ لأنها صور: {_listed(pictures)}")
    if hidden:
        yield told("recognised",
                   f"the text was recognised in pictures by a program and may be wrong: pages {_listed(hidden)}",
                   f"نص تعرّف عليه برنامج في صور وقد يكون فيه خطأ، في الصفحات: {_listed(hidden)}")
    if lost:
        yield told("unknown_letters", f"{lost} letters whose font does not name them stand as the sign {UNKNOWN}",
                   f"حروف لا يسمّيها خطها وعددها {lost} كُتبت مكانها العلامة {UNKNOWN}")


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:12])) + ("…" if len(numbers) > 12 else "")


def _title(document: PDFDocument) -> str | None:
    """The title among the document's properties, where it is Arabic."""
    for info in document.info:
        value = info.get("Title")
        if isinstance(value, bytes) and _ARABIC.search(title := decode_text(value).strip("\ufeff\x00 ")):
            return letters(title)[:500]
    return None
