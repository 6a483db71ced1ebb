"""How an article opens: headline, byline, dateline."""

from components import lexicon
from components.model import SectionKind
from components.text.sections.lines import SENTENCE, Layout, Line
from components.text.sections.names import named, names
from components.text.tokens import DIGITS, MARK, WORD, Tokens

HEADLINE = 30  # words at most
KICKER = 3
DASHES = frozenset("-–—―−")
ENDS = DASHES | frozenset(":/)]|")
BETWEEN = ENDS | frozenset("،,([«»\".“”*+؛")
REACH = 24  # tokens of a dateline

Stretch = tuple[int, int, SectionKind]


def opening(page: Layout, outside: list[Stretch]) -> list[Stretch]:
    """Headline and dateline, of whatever boilerplate stands above them."""
    spans = {start: end for start, end, _ in outside}
    lines: list[Line] = []
    covered = 0
    for line in page.lines:
        covered = max(covered, spans.get(line.start, 0))
        if line.start >= covered and len(lines) < 6:
            lines.append(line)
    count = _headlines(page, lines)
    found: list[Stretch] = [(line.start, line.end, "headline") for line in lines[:count]]
    if count > 1:
        found = [(lines[0].start, lines[count - 1].end, "headline")]
    for line in lines[count:count + 2]:
        end = dateline_end(page.tokens, line.first, line.after)
        if not end and count and is_dateline(page, line):
            end = line.after
        if end:
            found.append((line.start, page.tokens.tokens[end - 1].end, "dateline"))
        if end or not is_byline(page, line):
            break
    return found


def _headlines(page: Layout, lines: list[Line]) -> int:
    """How many of the first lines are headline: one, none, or two where a kicker stands above or a second line below."""
    if len(lines) < 2 or not _could_head(page, lines[0]):
        return 0
    below = lines[1:]
    under = len(below) > 1 and _could_head(page, below[0]) and not is_dateline(page, below[0])
    if under and lines[0].words <= KICKER and _is_text(page, below[1]):
        return 2
    if not any(line.words > lines[0].words or line.closed for line in below):
        return 0
    if under and (
            dateline_end(page.tokens, below[1].first, below[1].after) or is_dateline(page, below[1]) or is_byline(
                page, below[1]) or (
                page.ends_sentences and below[0].open and below[0].words < SENTENCE * 2 and below[1].closed
                and below[1].words >= SENTENCE)):
        return 2
    return 1


def _could_head(page: Layout, line: Line) -> bool:
    if line.words == 0 or line.words > HEADLINE or is_byline(page, line):
        return False
    end = dateline_end(page.tokens, line.first, line.after)
    if end and not _topic(page, line, end):
        return False
    return page.tokens.form(line.first) == "#" or line.mark not in (".", "،", ":", "؛", ",")


def _topic(page: Layout, line: Line, end: int) -> bool:
    """Whether what looks like a dateline names the topic of a headline: «تونس: حجز سلع مهربة», «بي بي سي: سنناقش الأمر»."""
    tokens = page.tokens
    named_only = all(tokens.form(at) not in ("(", "[") for at in range(line.first, end))
    return line.after - end > 3 and not line.closed and named_only and (
        tokens.form(end - 1) == ":" or named(tokens, line.first, end, names("dateline_places")) == end - 1)


def _is_text(page: Layout, line: Line) -> bool:
    return line.closed or line.words > 12 or bool(dateline_end(page.tokens, line.first, line.after)) or is_byline(page, line)


def is_byline(page: Layout, line: Line) -> bool:
    """«كتب: سالم المنصوري»: a word of bylines, with a colon or a slash soon behind it, or on a short line of its own."""
    tokens = page.tokens
    place = tokens.at(page.past_marks(line), "section_byline")
    if place is None or place.clitics or line.words > 9:
        return False
    if line.mark == ":" or (line.open and line.words <= 5):
        return True
    return any(tokens.form(at) in (":", "/", "|", "-", "–") for at in range(place.after, min(place.after + 3, line.after)))


def dateline_end(tokens: Tokens, first: int, after: int) -> int:
    """Behind the last token of the dateline that opens the range: places, agencies and a date, up to a dash, a colon, a
    slash or a bracket, or to the end of the line; 0 where there is none.

    >>> dateline_end(Tokens("دبي (رويترز) - قال الوزير إن الأمر بسيط"), 0, 10)
    5
    """
    at, places, agencies, dates = first, 0, 0, 0
    until = min(after, first + REACH)
    while at < until:
        if (end := named(tokens, at, until, names("agencies"))) > at and _stands_apart(tokens, first, at, end, after):
            at, agencies = end, agencies + 1
        elif (end := _place(tokens, at, until)) > at:
            at, places = end, places + 1
        elif tokens.form(at) in BETWEEN:
            at += 1
        elif (end := _unknown_agency(tokens, at, until, places > 0)) > at:
            at, agencies = end, agencies + 1
        elif places and (end := _date(tokens, at, until)) > at:
            at, dates = end, dates + 1
        else:
            break
    if not agencies and not places:
        return 0
    if at >= after:
        return after if agencies or dates else 0
    if places and after - first <= 14 and (end := _reporter(tokens, at, after)):
        return end
    return _closed_at(tokens, first, at, agencies)


def is_dateline(page: Layout, line: Line) -> bool:
    """Whether the line below a headline is a dateline and nothing more: a place alone, or behind an agency that no list
    knows («شمال نيوز – سلا»)."""
    tokens, at = page.tokens, line.first
    if line.words > 6 or not line.open:
        return False
    while at < line.after and tokens.kind(at) == WORD and at - line.first < 4:
        at += 1
    start = at + 1 if tokens.form(at) in DASHES | {"/", "|"} and at > line.first else line.first
    if start > line.first and any(tokens.at(index, "section_media") for index in range(line.first, line.after)):
        return True
    place = tokens.at(start, "actor_place")
    return line.after in (named(tokens, start, line.after, names("dateline_places")), place.after if place else start)


def _reporter(tokens: Tokens, at: int, after: int) -> int:
    """Where a line of a place, a dash and no more than three words ends as a dateline: before the words if they name a
    person («بغداد – رافد الجنابي»), else behind them; a person between slashes goes with the agency. 0 for other lines."""
    if tokens.form(at - 1) not in DASHES | {"/", "|"}:
        return 0
    if any(tokens.form(last - 1) in DASHES | {"/", "|"} and named(tokens, last, after, names("agencies")) == after
           for last in range(max(at + 1, after - 4), after)):
        return after
    if after - at > 3 or any(tokens.kind(index) != WORD for index in range(at, after)):
        return 0
    return at if tokens.form(at) in lexicon.column("given_names") or tokens.form(at) == "من" else after


def _closed_at(tokens: Tokens, first: int, at: int, agencies: int) -> int:
    """Where a dateline read up to token `at` ends: opening quotation marks behind its last dash belong to the text."""
    while at > first and tokens.form(at - 1) in "«\"“([،,.":
        at -= 1
    last = tokens.form(at - 1)
    if last not in ENDS or (last in ")]" and not agencies):
        return 0
    return at


def _place(tokens: Tokens, at: int, until: int) -> int:
    """Behind the name of a place; at the end of a dateline's reach, or without one, `at`."""
    place = tokens.at(at, "actor_place")
    if place and not place.clitics and not place.article and place.after <= until:
        return max(place.after, named(tokens, at, until, names("dateline_places")))
    return named(tokens, at, until, names("dateline_places"))


def _stands_apart(tokens: Tokens, first: int, at: int, end: int, after: int) -> bool:
    """An agency's name stands between marks: many a paper has the name of a common word (اليوم, الحياة)."""
    before = at == first or tokens.kind(at - 1) == MARK or tokens.kind(at - 1) == DIGITS or end >= after
    return before and (end >= after or tokens.kind(end) == MARK)


def _unknown_agency(tokens: Tokens, at: int, until: int, placed: bool) -> int:
    """Behind up to four words in brackets or between slashes, or three in angled marks before a colon: agencies and papers
    that no list knows yet. Without a place before them only Latin letters in brackets are taken for one."""
    opening, end = tokens.form(at - 1) if at else "", at
    closing = {"(": ")", "[": "]", "«": "»", "/": "/"}.get(opening)
    if closing is None:
        return at
    while end < until and end - at < 4 and tokens.kind(end) in (WORD, DIGITS):
        end += 1
    if end == at or tokens.form(end) != closing:
        return at
    if opening == "«":
        return end if tokens.form(end + 1) in (":", "") else at
    latin = opening in "([" and all(tokens.form(index).isascii() for index in range(at, end))
    return end if latin or (placed and (opening == "/" or tokens.form(end + 1) in DASHES | {":"})) else at


def _date(tokens: Tokens, at: int, until: int) -> int:
    """Behind a date: day and month names, numbers, and the words that stand between them."""
    end = at
    while end < until:
        place = (tokens.at(end, "time_month") or tokens.at(end, "time_weekday") or tokens.at(end, "section_date_word"))
        if place:
            end = place.after
        elif tokens.kind(end) == DIGITS or tokens.form(end) in ("ه", "م"):  # the letters of the two calendars
            end += 1
        else:
            break
    return end
