"""What happened at a time of the calendar."""

from collections.abc import Sequence

from components.model import Actor, Event, Quote, Time
from components.text.tokens import Tokens


def events(tokens: Tokens, times: Sequence[Time], quotes: Sequence[Quote], actors: Sequence[Actor]) -> list[Event]:
    return []
