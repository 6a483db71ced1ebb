"""Lines that a machine broke at a width (mail, copies from PDF, old archives) -> the text as its writer's paragraphs run.

A writer breaks a line where a thought ends; a machine where the next word would not have fitted. So a text is taken for
broken at a width where many of its lines are full, few of the full ones end a sentence, and yet sentences end in it (lists
of headlines have no full stops). Cases: tests/test_flow.py."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from components.text.tokens import CLOSERS, STOPS

NARROWEST, WIDEST = 30, 160  # characters; what is broken narrower are lists and verses, what is wider are paragraphs
FEWEST = 4  # full lines that go on in the next one
FULL, LONGEST = 0.9, 1.25  # of the width: letters are not equally wide where a page was printed before it was copied
EXACT = 0.85  # of the lines near the width
MOST_FULL = 0.33  # of the lines that another one follows: paragraphs of one and a half lines each
GOING_ON = 0.6  # of the full lines
_SENTENCE = re.compile(r"[^\W\d_][\"”»’)]?[.!?؟…]")
LINES = 12  # full lines, in which a sentence ends
SET_APART = 0.1  # of the lines that another one follows: so few short ones, and blank lines alone part the paragraphs


class _Line(NamedTuple):
    end: int  # the offset of its newline
    full: bool
    ends: bool  # with a sentence


def flowed(text: str) -> str:
    """`text` with a blank for each newline that only a width has put there: as long as it was, every offset still good.
    The same object where no line was broken so."""
    followed = _followed(text)
    full = [line for line in followed if line.full]
    going = [line for line in full if not line.ends]
    if len(going) < FEWEST or len(full) < MOST_FULL * len(followed) or len(going) < GOING_ON * len(full):
        return text
    if len(_SENTENCE.findall(text)) * LINES < len(full):
        return text
    apart = "\n\n" in text and len(followed) - len(full) <= SET_APART * len(followed)
    signs = list(text)
    for line in full if apart else going:
        signs[line.end] = " "
    return "".join(signs)


def _followed(text: str) -> Sequence[_Line]:
    """The lines right above another one, or none where they are too few, or too wide or narrow for a page."""
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    lengths = sorted(len(line) for line, below in pairwise(bare) if line and below)
    if len(lengths) < FEWEST:
        return ()
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST:
        return ()
    ends = accumulate((len(line) + 1 for line in lines[1:]), initial=len(lines[0]))
    rows = [(end, line, len(line) + 1 + len(below.split(maxsplit=1)[0]))
            for end, (line, below) in zip(ends, pairwise(bare), strict=False) if line and below]
    needed = _needed([(len(line), room) for _, line, room in rows if len(line) <= LONGEST * width], width)
    return [_Line(end, room > needed and len(line) <= LONGEST * width, line.rstrip("".join(CLOSERS))[-1:] in STOPS)
            for end, line, room in rows]


def _needed(rows: Sequence[tuple[int, int]], width: int) -> float:
    """How much a line must want with the next word to be full: more than the width to a letter where nearly all that come
    near it do, as in mail; nine tenths of it in what was printed. `rows` are lengths, alone and with the next word."""
    widest = max(length for length, _ in rows)
    near = [room for _, room in rows if room > FULL * width]
    exact = sum(room > widest for room in near) >= EXACT * len(near)
    return widest if exact else FULL * width
