"""Lines that open with a word like «اقرأ أيضا», «الوسوم» or «إعلان», and what stands under such a heading."""

from collections.abc import Iterator

from components.text.sections import teasers
from components.text.sections.lines import Layout, Line
from components.text.tokens import DIGITS, MARK, Place

LABEL_MARKS = frozenset(":./|»>-–—؛")
QUOTES = frozenset("«\"")
SHORT = 8  # words in a line of furniture that ends with a full stop
LABEL = 5  # words in such a line behind a label alone
LEADS = 4  # marks that may stand before such words inside a line
ITEM = 4  # words in an item of a list of tags

Stretches = Iterator[tuple[int, int]]  # offsets


def aside(page: Layout) -> Stretches:
    """Lines that open with the words of furniture, each with the teasers or the tags below it; a line of nothing but a
    number and what it counts («3 دقائق قراءة») too."""
    for number, line in enumerate(page.lines):
        at = page.past_marks(line)
        place = page.tokens.at(at, "section_aside")
        if place is None and page.tokens.kind(at) == DIGITS and number > 0:
            counted = page.tokens.at(at + 1, "section_aside")
            if counted and counted.entry.get("counted") and _behind_marks(page, counted.after, line) >= line.after:
                yield line.start, line.end
        if place is None or place.clitics or (number == 0 and place.after < line.after) or not _is_aside(page, place, line):
            continue
        yield line.start, line.end
        if _behind_marks(page, place.after, line) >= line.after:
            for below in page.lines[number + 1:number + 1 + teasers.BELOW]:
                if not _belongs(page, place, below):
                    break
                yield below.start, below.end


def inner(page: Layout) -> Stretches:
    """The sentence in a line of the article that invites to read another story: «… في مايو. اقرأ أيضا: افتتاح الجسر»."""
    tokens = page.tokens
    for place in tokens.places.get("section_aside", ()):
        sure = place.entry.get("sure") and place.entry.get("teasers") and not place.clitics
        if not sure or tokens.form(place.after) not in (":", "|"):
            continue
        first, after = tokens.sentence(place.first)
        line = page.lines[page.line_of(place.first)]
        begins = place.first - first < LEADS and all(tokens.kind(at) == MARK for at in range(first, place.first))
        if begins and first > line.first and after - place.after <= teasers.LONGEST:
            yield tokens.tokens[first].start, tokens.tokens[after - 1].end


def _is_aside(page: Layout, place: Place, line: Line) -> bool:
    """Whether the line that begins with `place` is no sentence of the article: `whole` wants nothing else on the line but
    a number, `alone` a mark behind the words, others bear a full stop only where the words say it all (`sure`: at the end
    of any short line)."""
    tokens, entry, after = page.tokens, place.entry, place.after
    rest = _behind_marks(page, after, line)
    empty = rest >= line.after or (tokens.kind(rest) == DIGITS and _behind_marks(page, rest + 1, line) >= line.after)
    if empty or entry.get("whole"):
        return empty
    labelled = tokens.form(after) in LABEL_MARKS or (tokens.form(after) in QUOTES and bool(entry.get("teasers"))) or (
        tokens.form(after) == "(" and tokens.form(line.after - 1) == ")")
    if entry.get("alone") and (not labelled or (line.closed and line.words > LABEL and not entry.get("teasers"))):
        return False
    if not labelled and line.closed and (line.words > SHORT or not entry.get("sure")):
        return False
    return not (line.closed and line.words > teasers.LONGEST and tokens.form(after) != ".")


def _belongs(page: Layout, place: Place, below: Line) -> bool:
    if place.entry.get("items"):
        return below.open and below.words <= ITEM
    return bool(place.entry.get("teasers")) and teasers.is_teaser(page, below, bullets=True)


def _behind_marks(page: Layout, at: int, line: Line) -> int:
    while at < line.after and page.tokens.kind(at) == MARK:
        at += 1
    return at
