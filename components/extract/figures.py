"""Stated figures."""

from collections.abc import Sequence

from components.model import Figure, Time
from components.text.tokens import Tokens


def figures(tokens: Tokens, times: Sequence[Time]) -> list[Figure]:
    return []
