"""The parties of a cast as the contract's actors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from components.extract.actors.cast import Cast
from components.model import Actor

if TYPE_CHECKING:
    from components.extract.speakers.voices import Voice


def actors(cast: Cast, voices: Sequence["Voice | None"]) -> tuple[list[Actor], dict[int, str]]:
    """The actors in the order of their first mention, and for each party (by identity) its actor's id."""
    spoken = {id(party) for voice in voices if voice is not None for party in voice.parties}
    kept = [party for party in cast.parties if party.mentions or id(party) in spoken]
    kept.sort(key=lambda party: min(party.mentions, default=(1 << 40, 0)))
    ids = {id(party): f"a{number}" for number, party in enumerate(kept, 1)}
    listed = [
        Actor(ids[id(party)], party.name, party.kind, party.role if party.kind == "person" else None,
              tuple(sorted(party.mentions)), party.openness)
        for party in kept
    ]
    return listed, ids
