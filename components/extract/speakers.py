"""Who speaks: the mention beside the cue, the person or body behind it, all actors of the article."""

from collections.abc import Sequence
from typing import NamedTuple

from components.extract.speech import Speech
from components.model import Actor, Quote, Time
from components.text.tokens import Tokens


class Attributed(NamedTuple):
    quotes: list[Quote]
    actors: list[Actor]


def attributed(tokens: Tokens, speeches: Sequence[Speech], times: Sequence[Time]) -> Attributed:
    return Attributed([], [])
