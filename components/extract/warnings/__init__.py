"""Places where the text itself looks broken: words lost in translation or copying, quotation marks without a partner.
Words: data/lexicon/warnings/. Cases: tests/corpus/warnings*.toml."""

from collections.abc import Sequence

from components.extract.warnings.holes import holes
from components.model import Quote, Time, Warning
from components.text.tokens import Tokens


def warnings(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote]) -> list[Warning]:
    """All warnings on `tokens.text`, in text order. Boilerplate is not looked at: teasers are cut off by their nature."""
    found = [*holes(tokens)]
    outside = [(section.start, section.end) for section in tokens.sections if section.kind == "boilerplate"]
    return sorted((warning for warning in found if not any(start <= warning.start < end for start, end in outside)),
                  key=lambda warning: (warning.start, warning.end))
