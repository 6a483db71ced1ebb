"""The clause of an event as a reader would put it on a timeline."""

from components.extract.events.clauses import Clause
from components.extract.times.sense import said
from components.text.tokens import Tokens

MOST = 140
_FEW_WORDS = 3


def summary(tokens: Tokens, clause: Clause, first: int, after: int) -> str:
    """The clause without the time of tokens `first` to `after`, where that leaves a sentence; at most 140 characters."""
    text = tokens.text
    before = first
    while before > clause.first and said(tokens, before - 1, "event_preposition"):
        before -= 1
    before -= before > clause.first and tokens.form(before - 1) in ("،", ",")
    after += tokens.form(after) in ("،", ",") and after < clause.after - 1
    head = text[clause.start:tokens.tokens[before - 1].end] if before > clause.first else ""
    tail = text[tokens.tokens[after].start:clause.end] if after < clause.after else ""
    words = " ".join(f"{head} {tail}".split())
    if len(words.split()) < _FEW_WORDS:
        words = " ".join(text[clause.start:clause.end].split())
    return shortened(words)


def shortened(words: str) -> str:
    """`words` cut at a word, with …, to at most 140 characters.

    >>> len(shortened("كلمة " * 40)) <= 140
    True
    """
    words = words.strip(" ،,")
    if len(words) <= MOST:
        return words
    cut = words[:MOST - 1]
    return (cut[:cut.rfind(" ")] if " " in cut else cut).rstrip(" ،,") + "…"
