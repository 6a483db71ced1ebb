"""What stands on the page but is not the article: notices, invitations, share bars, teasers, signatures, end marks."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from components.model import SectionKind
from components.text.sections import notices, teasers
from components.text.sections.asides import aside, inner
from components.text.sections.lines import ASKING, FULL_STOPS, Layout, Line
from components.text.sections.names import named, names, only
from components.text.tokens import DIGITS, MARK, WORD

LAST = 3  # lines at the end of a page where sources are named
SOURCE = 5  # words in such a line
NET = ("http", "www.", "://", "t.me/", "wa.me/")  # what an address of the net holds
CODE = 16  # letters and figures
WORD_LONG = 80  # characters of a line that may be one word
ENDINGS = frozenset("/()[]*#-–—_.\"»«،|~=")
PATH_MARKS = frozenset("/>»›|«<:")

Stretches = Iterator[tuple[int, int]]  # offsets


def signs(page: Layout) -> Stretches:
    """A line of nothing but signs, as dashes and stars that part the article from what follows it, or of a copyright."""
    for line in page.lines:
        bare = line.words == 0 and line.end - line.start > 2 and not any(form in "\"«»" for form in page.forms(line))
        if bare or (line.words <= 10 and "©" in page.forms(line)):
            yield line.start, line.end


def signature(page: Layout) -> Stretches:
    """A line of nothing but agencies, sites or initials, below the article's first sentences."""
    begun = False
    for number, line in enumerate(page.lines):
        if line.words <= 16 and begun:
            first = page.past_marks(line)
            quoted = page.tokens.form(first - 1) == "*" and page.tokens.at(first, "section_source") is not None
            slashes = page.forms(line).count("/") if not line.closed and _between_slashes(page, line) else 0
            signed = _has_agency(page, line) and (
                slashes or only(page.tokens, _behind_source(page, first), line.after, "agencies", "dateline_places",
                                initials=True))
            last = number + LAST > len(page.lines)
            if quoted or signed or _initials(page, line) or (last and (slashes > 1 or _sourced(page, first, line))):
                yield line.start, line.end
        begun = begun or (line.closed and line.words > 8) or line.words > 20


def _behind_source(page: Layout, first: int) -> int:
    """Behind «المصدر» or the word of a picture's credit («صورة: رويترز») that begins at token `first`."""
    source = page.tokens.at(first, "section_source") or page.tokens.at(first, "section_credit")
    return source.after if source and not source.clitics else first


def _sourced(page: Layout, first: int, line: Line) -> bool:
    """A short line that begins with «نقلا عن» and says no more than whom: «نقلا عن صدى الخليج»."""
    source = page.tokens.at(first, "section_source")
    if source is None or source.clitics or not source.entry.get("line"):
        return False
    return line.open and line.words <= SOURCE


def _has_agency(page: Layout, line: Line) -> bool:
    known = names("agencies")
    return any(named(page.tokens, at, line.after, known) > at for at in range(line.first, line.after))


def _between_slashes(page: Layout, line: Line) -> bool:
    """«صدى 24/ أ ف ب»: no more than three words between slashes, and no other mark."""
    forms = page.forms(line)
    parts = " ".join(forms).replace("|", "/").split("/")
    return line.words <= 9 and len(parts) > 1 and all(form.isalnum() or form in "/|.()" for form in forms) and (
        all(len(part.replace(".", " ").split()) <= 3 for part in parts))


def _initials(page: Layout, line: Line) -> bool:
    """«ع.س» or «(م.ك / ر.ح)»: two to six single letters with points or slashes, nothing else."""
    letters = [token for token in page.tokens.tokens[line.first:line.after] if token.kind == WORD]
    marks = {token.form for token in page.tokens.tokens[line.first:line.after] if token.kind == MARK}
    return line.end - line.start <= 14 and 2 <= len(letters) <= 6 and len(letters) == line.words and all(
        len(token.form) == 1 for token in letters) and bool(marks & {".", "/", "(", "-"}) and marks <= ENDINGS


def end_mark(page: Layout) -> Stretches:
    """«// انتهى // 14:32»: on a line of its own, or behind the last sentence of a line, and all that stands below."""
    tokens = page.tokens
    for place in tokens.places.get("section_end", ()):
        line = page.lines[page.line_of(place.first)]
        first = place.first
        while first > line.first and tokens.form(first - 1) in ENDINGS and tokens.form(first - 1) != ".":
            first -= 1
        alone = first == line.first
        marked = first < place.first or (place.after < line.after and tokens.form(place.after) in "/)#*")
        if place.entry.get("whole") and line.words > 1:
            continue
        if place.clitics or place.article or not _only_short(page, place.after, line.after):
            continue
        if (alone and (marked or len(page.lines) - page.line_of(place.first) < 4)) or (
                marked and tokens.form(first - 1) in FULL_STOPS | ASKING | {"»", '"', "”"}):
            last = page.lines[-1].end if place.entry.get("last") and marked else line.end
            yield tokens.tokens[first].start, last


def _only_short(page: Layout, first: int, after: int) -> bool:
    """Marks, numbers, initials and no more than a clock time's worth of them."""
    return after - first <= 14 and all(
        token.kind != WORD or len(token.form) <= 2 for token in page.tokens.tokens[first:after])


def share_bar(page: Layout) -> Stretches:
    """A line of places to share to: «شارك: فيسبوك | تويتر | واتساب», or the path of a page: «الرئيسية / أخبار»."""
    for line in page.lines:
        if line.words > 16:
            continue
        first = page.past_marks(line)
        names_ = only(page.tokens, first, line.after, "share_words")
        counted = names_ == 1 and line.words <= 2 and page.tokens.kind(first) == DIGITS  # «12 مشاركة»
        if names_ > 1 or counted or _path(page, line, first):
            yield line.start, line.end


def _path(page: Layout, line: Line, first: int) -> bool:
    place = page.tokens.at(first, "section_home")
    return place is not None and line.words > 1 and page.tokens.form(place.after) in PATH_MARKS


def tags(page: Layout) -> Stretches:
    """A line of nothing but tags: «#اقتصاد #نفط»."""
    for number, line in enumerate(page.lines):
        if number == 0 or line.words > 30 or page.tokens.form(line.first) != "#":
            continue
        every = page.tokens.tokens[line.first:line.after]
        loose = any(before.kind == WORD and token.kind == WORD and before.end < token.start
                    for before, token in pairwise(every))
        if not loose:
            yield line.start, line.end


def address(page: Layout) -> Stretches:
    """A line that is an address of the net or of a mailbox, with three words beside it at most, or the name of a channel
    («@sada»), or a code that only programs read."""
    text = page.tokens.text
    for number, line in enumerate(page.lines):
        shown = text[line.start:line.end]
        if number > 0 and line.end - line.start <= WORD_LONG and shown.isascii() and (_mailbox(shown) or _code(shown)):
            yield line.start, line.end
        elif line.words <= 60 and not line.closed and any(sign in shown for sign in NET):
            rest = [part for part in shown.split() if not any(sign in part for sign in NET)]
            if len(rest) <= 3:
                yield line.start, line.end


def _mailbox(word: str) -> bool:
    name, sign, host = word.partition("@")
    return bool(sign) and " " not in word and ("." in host or not name)


def _code(word: str) -> bool:
    """Sixteen letters and more, great and small ones and figures among one another: «aXA6MTIzLjQ1LjY3»."""
    return len(word) >= CODE and word.rstrip("=").isalnum() and word.lower() != word and any(map(str.isdigit, word))


RULES: dict[str, Callable[[Layout], Stretches]] = {
    "section.aside": aside,
    "section.inner": inner,
    "section.notice": notices.notice,
    "section.invitation": notices.invitation,
    "section.distributor": notices.distributor,
    "section.signs": signs,
    "section.signature": signature,
    "section.end_mark": end_mark,
    "section.share_bar": share_bar,
    "section.tags": tags,
    "section.address": address,
}
SHAPES: dict[str, Callable[[Layout], Stretches]] = {  # of the lines that no rule of words has taken
    "section.teasers": teasers.runs,
    "section.leads": teasers.leads,
    "section.trailing": teasers.trailing,
}


def boilerplate(page: Layout) -> list[tuple[int, int, SectionKind]]:
    """All stretches of boilerplate in text order, those that only blanks part joined to one."""
    if not page.lines:
        return []
    found = [stretch for rule in RULES.values() for stretch in rule(page)]
    spans = dict(sorted(found))  # of those that begin at one place, the longest
    rest = Layout(page.tokens, tuple(line for line in page.lines if spans.get(line.start, 0) < line.end))
    found += [stretch for rule in SHAPES.values() for stretch in rule(rest)]
    found = sorted([*found, *_tail(page, found)])
    joined: list[tuple[int, int]] = []
    for start, end in found:
        start = _rule_above(page.tokens.text, start)
        if joined and (start <= joined[-1][1] or not page.tokens.text[joined[-1][1]:start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    first, last = page.starts_and_ends()
    if joined and joined[0][0] <= first and joined[0][1] >= last:  # a page of furniture alone: then it is the text
        return []
    return [(start, end, "boilerplate") for start, end in joined]


def _tail(page: Layout, found: list[tuple[int, int]]) -> Stretches:
    """At the foot of the page: short lines without a full stop between two stretches, or right above the last of them, where
    no text follows that they could head."""
    ends = {end for _, end in found}
    reach = sorted(found)
    for number in range(len(page.lines) - 1, 0, -1):
        line = page.lines[number]
        while reach and reach[-1][0] > line.start:
            reach.pop()
        if reach and line.end <= reach[-1][1]:
            continue
        short = line.words <= 4 or (line.words <= 14 and page.lines[number - 1].end in ends)
        if not found or not (line.open or line.asking) or not short or number == len(page.lines) - 1:
            return
        yield line.start, line.end


def _rule_above(text: str, start: int) -> int:
    """`start`, or the beginning of a line of tatweels over it: the tokens pass them over."""
    at, drawn = start, 0
    while at > 0 and text[at - 1] in " \n\t\xa0\u0640":
        at -= 1
        drawn += text[at] == "\u0640"
    if drawn < 3 or (at > 0 and text[at] != "\n"):
        return start
    return at + len(text[at:start]) - len(text[at:start].lstrip())
