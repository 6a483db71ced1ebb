"""Whom a headline means by a role: خبير دولي: … is the expert whom the body of the article names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from components.extract.actors.party import Party
from components.extract.speech import Speech

if TYPE_CHECKING:
    from components.extract.speakers.scene import Scene
    from components.extract.speakers.voices import Voice

PERSONS = frozenset(("person", "unnamed"))


def meant(scene: "Scene", speeches: Sequence[Speech], voices: "Sequence[Voice | None]") -> "list[Voice | None]":
    """`voices` with the roles before a colon in the headline named by those who speak in the body, where only one fits."""
    found = list(voices)
    limit = _headline(scene)
    for number, (speech, voice) in enumerate(zip(speeches, voices, strict=True)):
        if voice is None or speech.order != "colon" or speech.start >= limit or len(voice.parties) != 1:
            continue
        party = voice.parties[0]
        if party.openness in ("named", "outlet", "document") and not (party.kind == "organization" and _once(party)):
            continue
        bodies = [each.parties[0] for each, said in zip(voices, speeches, strict=True)
                  if each is not None and said.start >= limit and len(each.parties) == 1]
        fitting = None if any(each is party for each in bodies) else _fitting(party, bodies)
        if fitting is not None:
            fitting.mentions |= party.mentions
            party.mentions.clear()
            found[number] = replace(voice, parties=[fitting], name=fitting.name, role=fitting.role)
    return found


def _headline(scene: "Scene") -> int:
    return max((section.end for section in scene.tokens.sections if section.kind == "headline"), default=0)


def _once(party: Party) -> bool:
    return len(party.mentions) == 1


def _fitting(party: Party, speaking: Sequence[Party]) -> Party | None:
    """The one among those who speak in the body whose title or head noun is that of `party`; else the person with whose
    words the body begins."""
    others = list({id(each): each for each in speaking if each is not party}.values())
    several = party.number in ("p", "d")
    kind = PERSONS if party.kind in PERSONS else frozenset((party.kind,))
    others = [each for each in others if each.kind in kind and (each.number in ("p", "d")) == several]
    heads = party.heads | {party.head}
    same = [each for each in others if heads & (each.heads | {each.head})]
    if len(same) == 1:
        return same[0]
    named = [each for each in others if each.openness == "named"]
    first = next((each for each in speaking[:2] if each in named), None)
    return None if same or several or party.kind not in PERSONS else first
