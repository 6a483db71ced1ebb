"""Quotation marks in pairs, as desks set them: reversed, mixed, doubled, nested, glued to words, or never closed.

A mark is read by how it stands first (blank before and word behind: it opens), by its glyph second.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from components.text.tokens import LINE, MARK, STOPS, WORD, Tokens, once

OPENING, CLOSING, NEUTRAL = "«“„‹‘", "»”›’", "\"'‟″＂`"
SINGLE = frozenset("'‘’‹›`")
QUOTES = frozenset(OPENING + CLOSING + NEUTRAL)
MARKED = QUOTES | {"\n"}
DOUBLED = frozenset("'‘’`")
LEADING = frozenset("([{:،,؛-–—/.…!؟")  # behind these a glued mark may still open
TRAILING = frozenset(")]}:،,؛.…!؟-–—")  # before these a glued mark may still close
PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "ال", "بال", "كال", "وب", "ول"})
ENDS = frozenset(".…!؟?")
ATTRIBUTE = 40  # tokens of the value of an attribute in markup
NESTED = 8  # marks looked at for the end of such a speech
LINES = 12  # so many line breaks may stand inside one pair


class Mark(NamedTuple):
    """One quotation mark (two tokens where a single one is doubled); `opens` None where its place does not tell."""

    first: int
    after: int
    glyph: str
    single: bool
    opens: bool | None
    line: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Tokens `first` (the opening mark) to `after` (behind the closing one); the content is tokens `inner` to `outer`.

    `closed` is False where no closing mark was found: then `outer` == `after` is where the line ends.
    """

    first: int
    inner: int
    outer: int
    after: int
    closed: bool
    depth: int
    words: int


class Paired(NamedTuple):
    pairs: list[Pair]  # the outermost ones, in text order
    nested: list[Pair]
    stray: list[Mark]  # closing marks without an opening one
    unclosed: list[Pair]  # opening marks without a closing one, outermost of their line


def _marks(tokens: Tokens) -> list[Mark]:
    found, line, index, each = [], 0, 0, tokens.tokens
    places = [index for index, token in enumerate(each) if token.form in MARKED]
    skip = -1
    for index in places:
        token = each[index]
        if index <= skip:
            continue
        if token.kind == LINE:
            line += 1
            continue
        if tokens.form(index - 1) == "=" and tokens.glued(index - 1):
            value = range(index + 1, min(index + ATTRIBUTE, len(each)))
            skip = next((at for at in value if each[at].form == token.form), index)
            continue  # the value of an attribute in markup: <seg id="1">
        after, single = index + 1, token.form in SINGLE
        if token.form == '"' == tokens.form(after) and tokens.glued(index) and tokens.glued(after) and (
                _opens(tokens, after, after + 1, '"') and tokens.kind(after + 1) == WORD):
            after, skip = after + 1, index + 1  # ""الحالة مستقرة"": one mark
        if token.form in DOUBLED and tokens.glued(index) and each[after].form in DOUBLED:
            after, single, skip = after + 1, False, index + 1
        opens = _opens(tokens, index, after, token.form)
        if single and opens is None and token.form not in "‹›":
            continue  # an apostrophe
        found.append(Mark(index, after, token.form, single, opens, line))
    return found


def _opens(tokens: Tokens, first: int, after: int, glyph: str) -> bool | None:
    before, behind = tokens.form(first - 1), tokens.form(after)
    left_free = not tokens.glued(first - 1) or not before or before in LEADING or before in QUOTES or (
        before in PROCLITICS and tokens.kind(first - 1) == WORD and (first < 2 or not tokens.glued(first - 2)))
    right_free = not tokens.glued(after - 1) or not behind or behind in TRAILING or behind in QUOTES or (
        tokens.kind(after) == LINE)
    if glyph in "«»":
        return glyph == "«" if left_free == right_free else left_free
    if before in ENDS and right_free and tokens.glued(first - 1):
        return False  # the full stop stands inside
    if left_free and not right_free:
        return True
    if right_free and not left_free:
        return False
    return _at_edge(tokens, first, after) if left_free else None


def _at_edge(tokens: Tokens, first: int, after: int) -> bool | None:
    """A mark that stands free: with nothing behind it in its line it closes, with nothing before it it opens."""
    while after < len(tokens) and tokens.form(after) in TRAILING:
        after += 1
    if after >= len(tokens) or tokens.kind(after) == LINE:
        return None if first == 0 or tokens.kind(first - 1) == LINE else False
    return None


class _Pairing:
    """The open marks while the marks are gone through once."""

    def __init__(self, tokens: Tokens, marks: list[Mark]) -> None:
        self.tokens, self.marks = tokens, marks
        self.open: list[Mark] = []
        self.closed: list[tuple[Mark, Mark]] = []
        self.stray: list[Mark] = []
        self.left: list[Mark] = []
        self.lines = [index for index, token in enumerate(tokens.tokens) if token.kind == LINE] if marks else []
        self.remaining = Counter((mark.line, mark.single) for mark in marks)

    def run(self) -> None:
        for place, mark in enumerate(self.marks):
            if self.open and mark.line != self.open[-1].line:
                self._new_line(mark, place)
            self.remaining[mark.line, mark.single] -= 1
            if self._opens_anew(mark, place):
                self.left.extend(self.open)
                self.open = [mark]
            elif self._is_opening(mark, place):
                self.open.append(mark)
            elif any(each.single == mark.single for each in self.open[-3:]):
                while self.open[-1].single != mark.single:
                    self.left.append(self.open.pop())
                self.closed.append((self.open.pop(), mark))
            else:
                self.stray.append(mark)
        self.left.extend(self.open)

    def _closing(self, outer: Mark, place: int) -> Mark | None:
        """The mark that closes a speech over lines that quotes another inside: «قلت / فقال: «من؟» / وسكت»."""
        if outer.first and self.tokens.kind(outer.first - 1) != LINE:
            return None
        depth = 1
        for mark in self.marks[place:place + NESTED]:
            depth += 1 if mark.opens else -1
            if depth == 0:
                ends = mark.after >= len(self.tokens) or self.tokens.kind(mark.after) == LINE
                return mark if ends and mark.line > self.marks[place].line else None
            if mark.opens and mark.first and self.tokens.kind(mark.first - 1) == LINE:
                return None
        return None

    def _new_line(self, mark: Mark, place: int) -> None:
        """A speech over paragraphs stays open if the next mark closes; else what is open stays unclosed."""
        outer = self.open[0]
        closing = mark if mark.opens is False else self._closing(outer, place)
        across = closing is not None and closing.line - outer.line <= LINES and not (
            outer.single or self._told(outer, closing))
        self.left.extend(self.open[1:] if across else self.open)
        self.open = [outer] if across else []

    def _told(self, opening: Mark, closing: Mark) -> bool:
        """True where lines between two marks begin with verbs of saying: the narrator's, so the first lacks its own."""
        first, told = bisect_left(self.lines, opening.first), 0
        for line in self.lines[first:first + LINES]:
            if line > closing.first:
                break
            told += any(place.kind == "cue_verb" and place.entry["part"] == "past" and not place.article
                        for place in self.tokens.opening.get(line + 1, ()))
        return told > 1

    def _opens_anew(self, mark: Mark, place: int) -> bool:
        """«…. وعن الثمن قال :"…», "…. وأكد أن …، وقال "…: a colon or وقال and an opening mark behind a full stop: what was
        open before stays unclosed."""
        if not self.open or not mark.opens or mark.single or self.open[-1].single or mark.glyph in CLOSING:
            return False
        paired_off = self._closes_next(place) and (
            self.remaining[mark.line, False] % 2 == 0 or self.open[-1].line != mark.line)
        if paired_off or not _said_before(self.tokens, mark):
            return False
        return any(self.tokens.form(index) in STOPS for index in range(self.open[-1].after, mark.first))

    def _is_opening(self, mark: Mark, place: int) -> bool:
        rest = self.remaining[mark.line, mark.single]
        inside = any(each.single == mark.single for each in self.open[-3:])
        if not inside:
            if mark.opens is False:  # a misplaced opening mark, if the marks of the line come out even so
                shaped = mark.glyph not in "»”" or self._behind_cue(mark)
                return rest % 2 == 1 and shaped and self._closes_next(place)
            return mark.opens is True or mark.glyph not in "»" or rest % 2 == 1
        if mark.opens is not True:
            return False
        if mark.glyph in "«“„‹" and mark.glyph != self.open[-1].glyph:
            return True
        return rest >= 1 and self._closes_next(place)

    def _behind_cue(self, mark: Mark) -> bool:
        """مضيفا” نحن هنا", مؤكدا أن»صبرنا نفد»: the closing glyph set for the opening one."""
        kind = "cue_verb" if mark.glyph == "”" else "complementizer"
        return any(place.kind == kind for place in self.tokens.opening.get(mark.first - 1, ()))

    def _closes_next(self, place: int) -> bool:
        after = self.marks[place + 1] if place + 1 < len(self.marks) else None
        return after is not None and after.line == self.marks[place].line and after.opens is not True


def _said_before(tokens: Tokens, mark: Mark) -> bool:
    """True where a colon or a verb of saying with و stands right before a mark."""
    return tokens.form(mark.first - 1) == ":" or any(
        place.kind == "cue_verb" and place.clitics == "و" and place.entry["part"] == "past" and "says" in place.entry.uses
        for place in tokens.opening.get(mark.first - 1, ()))


def _pair(tokens: Tokens, opening: Mark, outer: int, after: int, closed: bool, depth: int) -> Pair:
    words = sum(tokens.tokens[index].kind == WORD for index in range(opening.after, min(outer, opening.after + 40)))
    return Pair(opening.first, opening.after, outer, after, closed, depth, words)


@once
def paired(tokens: Tokens) -> Paired:
    """All quotation marks of a text in pairs; what found no partner apart. Empty pairs are passed over."""
    pairing = _Pairing(tokens, _marks(tokens))
    pairing.run()
    spans = sorted((opening.first, closing.first, opening, closing) for opening, closing in pairing.closed)
    outermost: list[Pair] = []
    nested: list[Pair] = []
    reach = -1
    for _, _, opening, closing in spans:
        if closing.first <= opening.after:
            continue
        inside = opening.first < reach
        pair = _pair(tokens, opening, closing.first, closing.after, True, int(inside))
        (nested if inside else outermost).append(pair)
        reach = max(reach, closing.after)
    return Paired(outermost, nested, pairing.stray, _unclosed(tokens, pairing.left, outermost))


def _unclosed(tokens: Tokens, left: list[Mark], pairs: list[Pair]) -> list[Pair]:
    """The unclosed opening marks that stand in no pair: the first of each line, and others behind a colon."""
    found: list[Pair] = []
    seen, place = set(), 0
    lines = [index for index, token in enumerate(tokens.tokens) if token.kind == LINE] if left else []
    lines.append(len(tokens))
    at = 0
    for mark in sorted(left):
        while place < len(pairs) and pairs[place].after <= mark.first:
            place += 1
        anew = mark.opens is True and _said_before(tokens, mark)
        if (mark.line in seen and not anew) or (place < len(pairs) and pairs[place].first < mark.first):
            continue
        if mark.line in seen:
            found[-1] = _pair(tokens, Mark(found[-1].first, found[-1].inner, mark.glyph, mark.single, True, mark.line),
                              mark.first, mark.first, False, 0)
        seen.add(mark.line)
        while lines[at] < mark.first:
            at += 1
        found.append(_pair(tokens, mark, lines[at], lines[at], False, 0))
    return found


def unbalanced(tokens: Tokens) -> list[tuple[int, int]]:
    """Code point ranges of the quotation marks that have no partner, in text order."""
    found = paired(tokens)
    marks = [(mark.first, mark.after) for mark in found.stray] + [(pair.first, pair.inner) for pair in found.unclosed]
    return sorted((tokens.tokens[first].start, tokens.tokens[after - 1].end) for first, after in marks)


def ends_inside(tokens: Tokens, pair: Pair) -> bool:
    """True where the sentence's end mark stands inside the pair."""
    return pair.outer > pair.inner and tokens.form(pair.outer - 1) in STOPS and tokens.kind(pair.outer - 1) == MARK
