"""Teasers of other stories: they have no mark of their own, only their shape among the article's sentences."""

from collections.abc import Iterator
from functools import lru_cache

from components import lexicon
from components.text.sections.lines import FULL_STOPS, SENTENCE, Layout, Line
from components.text.sections.listed import listed
from components.text.tokens import DIGITS, WORD

LONGEST = 24  # words in a teaser of one line
LEAD = 12  # words at least in a teaser that is another story's first sentence
BELOW = 20  # teasers under a heading
MOST = 12  # teasers at the end of a page
OWN = frozenset(("actor_title", "actor_body", "actor_place", "actor_name"))  # classes of words that may begin a story

Stretches = Iterator[tuple[int, int]]  # offsets


def runs(page: Layout) -> Stretches:
    """Two or more lines together in a headline's shape, among sentences that end with full stops. A single line of that
    shape is taken for a subhead."""
    if not page.ends_sentences:
        return
    lines, number = page.lines, 2
    while number < len(lines):
        run = number
        while run < len(lines) and is_teaser(page, lines[run]) and "،" not in page.forms(lines[run]):
            run += 1
        found = lines[number:run]
        if len(found) >= 2 and any(line.open for line in found) and lines[number - 1].closed and (
                _begun(lines[:number]) and not listed(page, lines[number - 1], found) and not _goes_on(lines, run)):
            yield found[0].start, found[-1].end
        number = max(run, number + 1)


def _goes_on(lines: tuple[Line, ...], number: int) -> bool:
    """Whether the line behind a run is a longer sentence without a full stop: then the text just leaves them out there."""
    return number < len(lines) and lines[number].open and lines[number].words >= SENTENCE


def leads(page: Layout) -> Stretches:
    """Three or more first sentences of other stories at the end: none goes on with a conjunction, as the article's own
    sentences do, and they lack full stops or share no words with the article."""
    lines, first = page.lines, len(page.lines)
    while first > 1 and len(lines) - first <= MOST and _fresh(page, lines[first - 1]):
        first -= 1
    own = lines[1:first]
    if not 3 <= len(lines) - first <= MOST or len(own) < 2:
        return
    known = _words(page, lines[0])
    shares = [_share(page, line, known) for line in own][1:]
    usual = sum(shares) / max(len(shares), 1)
    while first < len(lines) and _shared(page, lines[first], known) > 0.5:
        first += 1
    block = lines[first:]
    if len(block) < 3:
        return
    alike = sum(_shared(page, line, known) for line in block) / len(block)
    joined = sum(not _fresh(page, line) for line in own) / len(own)
    opens = sum(line.open for line in block)
    unlike = (opens and joined >= 0.6 and alike <= 1.3 * usual) or (
        joined >= 0.3 and alike <= 0.1 and alike * 2 <= usual and bool(opens or _openings(page, block, 0.4)))
    unclosed = opens * 2 >= len(block) and joined >= 0.6 and len(own) >= 3 and all(line.closed for line in own)
    if not (unlike or unclosed):
        alone = joined >= 0.7 and len(own) >= 4 and not _announced(page, lines[:first])
        block = _openings(page, block, 0.6) if alone else ()
    if block:
        yield block[0].start, block[-1].end


def _openings(page: Layout, block: tuple[Line, ...], most: float) -> tuple[Line, ...]:
    """Those of the last lines that begin as stories on the article's own subject do: four and more, `most` of them with a
    verb of saying or on a day of the week, two at least on a day, and on no more than two days, as what happened day by
    day would. An article names the day once, and goes on with conjunctions."""
    days = [_days(page, line) for line in block]
    begun = [page.past_marks(line) == line.first and bool(day or page.tokens.at(line.first, "cue_verb"))
             for day, line in zip(days, block, strict=True)]
    first = begun.index(True) if True in begun else len(block)
    found = block[first:]
    dated = sum(bool(day) for day in days) >= 2 and len(set().union(*days)) <= 2
    return found if len(found) >= 4 and dated and sum(begun) >= most * len(found) else ()


def _days(page: Layout, line: Line) -> set[str]:
    """The days of the week that the line names."""
    tokens = page.tokens
    return {tokens.form(at) for at in range(line.first, line.after) if tokens.at(at, "time_weekday")}


def _announced(page: Layout, lines: tuple[Line, ...]) -> bool:
    """Whether the article announces what others say one after another: in its headline, or by a colon before them."""
    head = range(lines[0].first, lines[0].after)
    return lines[-1].mark == ":" or any(page.tokens.at(at, "section_roundup") for at in head)


def _fresh(page: Layout, line: Line) -> bool:
    """Whether the line begins as a story does: at some length, and not with a conjunction or a bullet."""
    at = page.past_marks(line)
    joined = page.tokens.form(at).startswith(("و", "ف")) and not _of_its_own(page, at)
    return line.words >= LEAD and not joined and _unjoined(page, line)


def _of_its_own(page: Layout, at: int) -> bool:
    """Whether the first letter of token `at`, و or ف, belongs to its word: a verb («وصل», «فازت») that is none without it,
    or a word of actors («وزير»)."""
    form = page.tokens.form(at)
    if any(place.kind in OWN and not place.clitics for place in page.tokens.opening.get(at, ())):
        return True
    verbs = _verbs()
    return any(base in verbs and base[1:] not in verbs for base in (form, form.removesuffix("ت"), form.removesuffix("وا")))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset((*lexicon.column("verbs"), *lexicon.column("event_verbs")))


def _unjoined(page: Layout, line: Line) -> bool:
    """Whether the line begins with no bullet and no phrase that refers back."""
    at = page.past_marks(line)
    return page.tokens.form(line.first) not in "-–•*·" and page.tokens.at(at, "section_connective") is None


def _words(page: Layout, line: Line) -> set[str]:
    return {token.form for token in page.tokens.tokens[line.first:line.after] if token.kind == WORD and len(token.form) > 3}


def _share(page: Layout, line: Line, known: set[str]) -> float:
    """The share of the line's longer words that `known` holds; they are added to it."""
    mine = _words(page, line)
    share = len(mine & known) / max(len(mine), 1)
    known |= mine
    return share


def _shared(page: Layout, line: Line, known: set[str]) -> float:
    mine = _words(page, line)
    return len(mine & known) / max(len(mine), 1)


def trailing(page: Layout) -> Stretches:
    """The last lines of a text whose sentences end with full stops, where two in a teaser's shape or three and more, however
    long, end with none."""
    lines, first = page.lines, len(page.lines)
    while first > 2 and lines[first - 1].open and lines[first - 1].words > 3 and _unjoined(page, lines[first - 1]):
        first -= 1
    found = lines[first:]
    if len(found) == 2 and not all(is_teaser(page, line) and "،" not in page.forms(line) for line in found):
        return
    if page.ends_sentences and len(found) >= 2 and lines[first - 1].closed and _begun(lines[:first]) and (
            not listed(page, lines[first - 1], found)):
        yield found[0].start, found[-1].end


def is_teaser(page: Layout, line: Line, bullets: bool = False) -> bool:
    """A headline's shape: short, no full stop at its end nor inside, no bullet or number at its start (unless `bullets`)."""
    if not 3 <= line.words <= LONGEST or not (line.open or line.asking):
        return False
    if (not bullets and page.tokens.kind(line.first) == DIGITS) or page.tokens.form(line.first) in "-–•*·":
        return bullets
    forms = page.forms(line)
    return not any(form in FULL_STOPS and before not in FULL_STOPS and after not in FULL_STOPS and form + after != ".."
                   and page.tokens.kind(line.first + at + 2) == WORD and not page.tokens.glued(line.first + at + 1)
                   for at, (before, form, after) in enumerate(zip(forms, forms[1:], forms[2:], strict=False)))


def _begun(lines: tuple[Line, ...]) -> bool:
    return any(line.closed and line.words > 8 for line in lines)
