"""Who speaks: the mention beside the cue, the person or body behind it, all actors of the article."""

from collections.abc import Sequence
from typing import NamedTuple

from components.extract.actors.listing import actors
from components.extract.speakers.circumstances import circumstances
from components.extract.speakers.headlines import meant
from components.extract.speakers.scene import Scene
from components.extract.speakers.voices import Voice
from components.extract.speech import Speech
from components.model import Actor, Quote, Speaker, Time
from components.text.tokens import Tokens


class Attributed(NamedTuple):
    quotes: list[Quote]
    actors: list[Actor]


def attributed(tokens: Tokens, speeches: Sequence[Speech], times: Sequence[Time]) -> Attributed:
    """Each speech as a quote, in the order of `speeches`, with its speaker as far as one is named or meant, and the
    actors of the article in the order in which they are first named."""
    scene = Scene(tokens, speeches, times)
    voices = meant(scene, speeches, scene.voices())
    listed, ids = actors(scene.cast, voices)
    quotes = []
    for number, (speech, voice) in enumerate(zip(speeches, voices, strict=True), 1):
        around = circumstances(scene, speech, voice, times)
        quotes.append(Quote(
            start=speech.start, end=speech.end, text=tokens.text[speech.start:speech.end], kind=speech.kind, cue=speech.cue,
            speaker=_speaker(voice, ids), speaker_also=voice.also if voice else None, addressee=around.addressee,
            time=around.time, place=around.place,
            continues=None if speech.continues is None else f"q{speech.continues + 1}", id=f"q{number}",
            confidence=speech.confidence, rule=speech.rule,
        ))
    return Attributed(quotes, listed)


def _speaker(voice: Voice | None, ids: dict[int, str]) -> Speaker | None:
    if voice is None:
        return None
    start, end = voice.span or (None, None)
    return Speaker(start, end, voice.text, voice.name, voice.role, ids.get(id(voice.parties[0])))
