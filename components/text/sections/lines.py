"""The lines of a text, and what their shape says: how long they are and how they end."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from components.text.tokens import CLOSERS, DIGITS, LINE, MARK, WORD, Tokens

FULL_STOPS = frozenset(".!…")
ASKING = frozenset("?؟")
SENTENCE = 12  # words: a line as long as this, in a text that ends its sentences, is a sentence


class Line(NamedTuple):
    """A line with anything visible in it: tokens `first` to `after`, offsets `start` to `end`, its number of words, and
    `mark`, the last sign if it is no letter or digit (closing quotation marks and brackets passed over), else ""."""

    first: int
    after: int
    start: int
    end: int
    words: int
    mark: str

    @property
    def closed(self) -> bool:
        return self.mark in FULL_STOPS and self.mark != ""

    @property
    def asking(self) -> bool:
        return self.mark in ASKING and self.mark != ""

    @property
    def open(self) -> bool:
        """No mark of a sentence at its end, as headlines and teasers have none."""
        return self.mark == ""


@dataclass(frozen=True)
class Layout:
    tokens: Tokens
    lines: tuple[Line, ...]

    @cached_property
    def _firsts(self) -> list[int]:
        return [line.first for line in self.lines]

    def line_of(self, token: int) -> int:
        """The number of the line that holds token `token`."""
        return bisect_right(self._firsts, token) - 1

    def forms(self, line: Line) -> list[str]:
        return [token.form for token in self.tokens.tokens[line.first:line.after]]

    def starts_and_ends(self) -> tuple[int, int]:
        return (self.lines[0].start, self.lines[-1].end) if self.lines else (0, len(self.tokens.text))

    def past_marks(self, line: Line) -> int:
        """The first token of `line` that is a word or a number (bullets and brackets before it passed over)."""
        at = line.first
        while at < line.after and self.tokens.tokens[at].kind == MARK:
            at += 1
        return at

    @cached_property
    def ends_sentences(self) -> bool:
        """Whether the text closes its long lines with full stops, so that a line without one is something else."""
        long = [line for line in self.lines[1:] if line.words >= SENTENCE]
        return len(long) > 1 and sum(line.closed for line in long) * 10 >= len(long) * 7


def layout(tokens: Tokens) -> Layout:
    found: list[Line] = []
    first = 0
    every = tokens.tokens
    for index, token in enumerate(every):
        if token.kind == LINE:
            if index > first:
                found.append(_line(tokens, first, index))
            first = index + 1
    if first < len(every):
        found.append(_line(tokens, first, len(every)))
    return Layout(tokens, tuple(found))


def _line(tokens: Tokens, first: int, after: int) -> Line:
    every = tokens.tokens
    last = after - 1
    while last > first and every[last].form in CLOSERS:
        last -= 1
    mark = every[last].form if every[last].kind == MARK else ""
    words = sum(token.kind == WORD or token.kind == DIGITS for token in every[first:after])
    return Line(first, after, every[first].start, every[after - 1].end, words, "" if mark in CLOSERS else mark)
