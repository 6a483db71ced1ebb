"""Places where the text itself looks broken."""

from collections.abc import Sequence

from components.model import Quote, Time, Warning
from components.text.tokens import Tokens


def warnings(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote]) -> list[Warning]:
    return []
