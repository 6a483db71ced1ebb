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
    """Each speech as a quote, in the order of `speeches`."""
    quotes = [
        Quote(
            start=speech.start, end=speech.end, text=tokens.text[speech.start:speech.end], kind=speech.kind, cue=speech.cue,
            continues=None if speech.continues is None else f"q{speech.continues + 1}", id=f"q{number}",
            confidence=speech.confidence, rule=speech.rule,
        )
        for number, speech in enumerate(speeches, 1)
    ]
    return Attributed(quotes, [])
