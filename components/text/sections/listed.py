"""Short lines without full stops that are the article's own all the same: lists, tables, verses, posts, speech."""

from components.text.sections.lines import Layout, Line
from components.text.tokens import DIGITS

CUES = 6  # tokens at the end of a line in which it announces a list
USUAL = 5  # words that a teaser has on average, and the longest of several more than that


def listed(page: Layout, before: Line, lines: tuple[Line, ...]) -> bool:
    """Whether lines in the shape of teasers, below the line `before`, belong to the article."""
    return (_announced(page, before) or _brief(lines) or _numbered(page, lines) or _scored(page, lines)
            or _spoken(page, lines))


def _announced(page: Layout, before: Line) -> bool:
    """«… على النحو التالي.», «… خمسة بنود.», «وكتب على حسابه.»"""
    return any(page.tokens.at(at, "section_listing") for at in range(max(before.first, before.after - CUES), before.after))


def _brief(lines: tuple[Line, ...]) -> bool:
    """Too short for headlines, and none a question: subheads one above the other, names, captions."""
    words = [line.words for line in lines]
    return not any(line.asking for line in lines) and sum(words) < USUAL * len(words) and max(words) <= USUAL


def _numbered(page: Layout, lines: tuple[Line, ...]) -> bool:
    """A table of prices or weather: each of three lines and more with a number, or most lines with two."""
    numbers = [sum(page.tokens.kind(at) == DIGITS for at in range(line.first, line.after)) for line in lines]
    return (len(lines) > 2 and all(numbers)) or 2 * sum(number > 1 for number in numbers) > len(lines)


def _scored(page: Layout, lines: tuple[Line, ...]) -> bool:
    """Items of a programme or a table: most hold a score, a clock time or a number with a dash."""
    def tabular(line: Line) -> bool:
        forms = page.forms(line)
        return any(before.isdecimal() and mark in "-:–/" and after.isdecimal()
                   for before, mark, after in zip(forms, forms[1:], forms[2:], strict=False))
    return 2 * sum(map(tabular, lines)) > len(lines)


def _spoken(page: Layout, lines: tuple[Line, ...]) -> bool:
    """Spoken sentences, each on a line: half of the lines begin or end with a quotation mark that has no partner."""
    def torn(line: Line) -> bool:
        forms = page.forms(line)
        return forms[0] in "\"«“" and (forms[-1] in "\"»”" or forms.count('"') % 2 == 1)
    return 2 * sum(map(torn, lines)) >= len(lines)
