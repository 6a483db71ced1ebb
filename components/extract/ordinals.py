"""One ordinal, read at a token. Words: data/lexicon/numbers/ordinals.toml."""

from typing import NamedTuple

from components.extract.numbers import numeral
from components.text.tokens import Tokens


class Ordinal(NamedTuple):
    """An ordinal of tokens `first` to `after` (exclusive), code points `start` (behind proclitics and article) to `end`."""

    first: int
    after: int
    start: int
    end: int
    value: int
    article: bool = False


def ordinal_at(tokens: Tokens, index: int) -> Ordinal | None:
    """The ordinal at token `index`: الثالث, ثالث, الحادي عشر, الخامسة والعشرين. Misses ordinals over 99 and bare tens
    (العشرون is a number until its noun is known).

    >>> ordinal_at(Tokens("القرن الحادي والعشرين"), 1).value
    21
    """
    first = tokens.at(index, "ordinal")
    if first is None:
        return None
    value, after = int(first.entry["value"]), first.after
    follower = numeral(tokens, after)
    if follower is not None and value < 10:
        if follower.entry["part"] == "ten" and not follower.clitics and not follower.article:
            value, after = value + 10, follower.after
        elif follower.entry["part"] == "tens" and follower.clitics == "و" and follower.article == first.article:
            value, after = value + int(follower.entry["value"]), follower.after
    if first.entry.get("bound") and after == first.after:
        return None
    return Ordinal(index, after, first.start, tokens.tokens[after - 1].end, value, first.article)
