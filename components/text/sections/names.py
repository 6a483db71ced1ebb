"""Which run of tokens names an agency, a place of a dateline, or a place to share to: lists of data/lexicon/lists."""

from collections.abc import Set
from functools import lru_cache

from components import lexicon
from components.text.tokens import DIGITS, WORD, Tokens

LONGEST = 6  # tokens of a name


@lru_cache(maxsize=8)
def names(name: str) -> Set[str]:
    """The forms of lists/`name`.csv, folded, without blanks and points: «أ. ف. ب», «أ ف ب» and «أف ب» are one."""
    return frozenset(joined(form).lower() for form in lexicon.column(name))


def joined(form: str) -> str:
    return form.replace(" ", "").replace(".", "").replace("-", "")


def named(tokens: Tokens, first: int, after: int, known: Set[str]) -> int:
    """Behind the longest name of `known` that begins at token `first` and ends before `after`; else `first` itself."""
    text, best = "", first
    for at in range(first, min(after, first + LONGEST)):
        token = tokens.tokens[at]
        if token.kind in (WORD, DIGITS) or token.form == "+":
            text += token.form.lower()
            best = at + 1 if text in known else best
        elif token.form not in (".", "-"):
            break
    return best


def only(tokens: Tokens, first: int, after: int, *lists: str, initials: bool = False) -> int:
    """How many names of the lists stand in the range, if beside them stand only marks and numbers (and with `initials`
    single letters); else 0."""
    count, at = 0, first
    while at < after:
        token = tokens.tokens[at]
        end = max(named(tokens, at, after, names(each)) for each in lists)
        if end > at:
            count, at = count + 1, end
        elif token.kind == WORD and not (initials and len(token.form) <= 2):
            return 0
        else:
            at += 1
    return count
