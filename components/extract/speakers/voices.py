"""Who says a speech, and where a voice was heard."""

from dataclasses import dataclass
from typing import NamedTuple

from components.extract.actors.party import Party
from components.extract.speakers.draft import Phrase


@dataclass(eq=False)
class Voice:
    """Who says one speech: the mention (None without one), the parties meant, their names in one text, role, carrier."""

    span: tuple[int, int] | None
    text: str | None
    parties: list[Party]
    name: str
    role: str | None
    also: str | None = None
    phrase: Phrase | None = None
    document: str = ""  # gender of the document that speaks for its issuer: وأضاف التقرير
    carries: bool = False  # an outlet under an attribution: its words are mostly somebody else's


class Heard(NamedTuple):
    """A voice at the token of its cue; `nested` inside somebody else's speech."""

    at: int
    voice: Voice
    nested: bool
