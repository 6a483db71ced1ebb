"""Places where the text itself looks broken: words lost in translation or copying, quotation marks without a partner.
Words: data/lexicon/warnings/. Cases: tests/corpus/warnings*.toml."""

from bisect import bisect_right
from collections.abc import Sequence

from components.extract.quotes.marks import unbalanced
from components.extract.times.conflicts import conflicts
from components.extract.warnings.holes import holes
from components.model import Quote, Time, Warning
from components.text.tokens import LINE, MARK, WORD, Tokens


def warnings(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote]) -> list[Warning]:
    """All warnings on `tokens.text`, in text order. Boilerplate is not looked at: teasers are cut off by their nature."""
    found = [*holes(tokens), *marks(tokens), *conflicts(tokens, times)]
    starts = [section.start for section in tokens.sections]
    kinds = [section.kind for section in tokens.sections]
    inside = (warning for warning in found
              if not starts or kinds[max(bisect_right(starts, warning.start) - 1, 0)] != "boilerplate")
    return sorted(inside, key=lambda warning: (warning.start, warning.end))


def marks(tokens: Tokens) -> list[Warning]:
    """Quotation marks without a partner: where the speech ends can then only be told by its sense. A mark that opens a
    paragraph and one that closes a later one are partners, as in speech that goes on for many paragraphs."""
    alone = unbalanced(tokens)
    lost, at = [], 0
    while at < len(alone):
        if at + 1 < len(alone) and _opens(tokens, alone[at]) and _closes(tokens, alone[at + 1]):
            at += 2
            continue
        lost.append(alone[at])
        at += 1
    return [Warning(start, end, "unbalanced_quote", "this quotation mark has no partner", "علامة التنصيص هذه لا قرين لها",
                    confidence=0.7, rule="marks.unbalanced") for start, end in lost]


def _opens(tokens: Tokens, mark: tuple[int, int]) -> bool:
    """Whether the mark stands first on its line or behind a colon, a word glued to it."""
    index = tokens.index(mark[0])
    return tokens.glued(index) and tokens.kind(index + 1) == WORD and (
        tokens.kind(index - 1) in (LINE, "") or tokens.form(index - 1) in (":", "،"))


def _closes(tokens: Tokens, mark: tuple[int, int]) -> bool:
    """Whether the mark stands last on its line, glued to what is before it (a full stop or comma may follow)."""
    index = tokens.index(mark[0])
    after = index + 1 + (tokens.kind(index + 1) == MARK)
    return tokens.glued(index - 1) and tokens.kind(after) in (LINE, "")
