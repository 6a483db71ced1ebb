"""Numbers alone between brackets or quotation marks, as many desks write them before what they count: (8) سنوات."""

from components.text.tokens import WORD, Tokens

CLOSING = {"(": ")", "[": "]", '"': '"', "«": "»", "“": "”", "”": "“"}
_PERCENT = frozenset("%٪")


def unclosed(tokens: Tokens, first: int, after: int) -> int:
    """(8) سنوات, "180" نائبا, (50) ألف: behind tokens `first` to `after`, alone between marks, the token after the mark that
    closes if a word or a sign of percent follows; `after` itself elsewhere."""
    mark = tokens.form(first - 1)
    if CLOSING.get(mark) != tokens.form(after) or not mark:
        return after
    if mark not in "([" and not (tokens.glued(first - 1) and tokens.glued(after - 1)):
        return after  # "كلام" 5 "كلام"
    return after + 1 if tokens.kind(after + 1) == WORD or tokens.form(after + 1) in _PERCENT else after
