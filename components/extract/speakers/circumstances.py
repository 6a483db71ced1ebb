"""To whom, when and where something was said, where the clause of the cue states it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from components.extract.speakers.lexemes import told, unit, verb_is
from components.extract.speech import Speech
from components.model import Mention, Time
from components.text.tokens import WORD as WORD_TOKEN

if TYPE_CHECKING:
    from components.extract.speakers.scene import Scene
    from components.extract.speakers.voices import Voice

TOLD = frozenset(("outlet", "outlet_word"))


class Circumstances(NamedTuple):
    addressee: Mention | None = None
    time: str | None = None
    place: Mention | None = None


def circumstances(scene: "Scene", speech: Speech, voice: "Voice | None", times: Sequence[Time]) -> Circumstances:
    """Who is told, when and where, from the clause of the cue outside what is said; each None where it is not stated."""
    if speech.kind == "term" or speech.cue is None or voice is None:
        return Circumstances()
    tokens = scene.tokens
    first, after = speech.room
    if speech.order == "speaker_first":
        first, after = speech.cue_after, tokens.index(speech.start)
    elif voice.phrase is not None and first <= voice.phrase.first < after:
        first = voice.phrase.after
    if speech.order in ("attribution", "chained", "colon") or after <= first:
        return Circumstances()
    return Circumstances(_addressee(scene, speech, first, after), _time(speech, times, tokens.tokens[first].start,
                         tokens.tokens[min(after, len(tokens)) - 1].end), _place(scene, first, after))


def _addressee(scene: "Scene", speech: Speech, first: int, after: int) -> Mention | None:
    """للصحفيين, لوكالة رويترز; without ل only after a verb that takes whom it tells as its object."""
    tokens = scene.tokens
    tells = speech.cue is not None and verb_is(speech.cue.lemma, "tells")
    for index in range(first, after):
        if index in scene.spans or tokens.kind(index) != WORD_TOKEN:
            continue
        word, _ = unit(tokens, index)
        if tokens.form(index) == "ل" and index + 1 < after:  # لـ CNN
            found = scene.reader.read(index + 1, after)
            if found is not None:
                return Mention(found.start, found.end, tokens.text[found.start:found.end])
        listens = told(word) or word.sort in TOLD or word.kind == "name"
        bare = index == first and tells and word.article
        if (word.prep == "ل" and listens) or (bare and not word.prep and word.kind in ("noun", "title", "")):
            found = scene.reader.read(index, after)
            if found is not None:
                return Mention(found.start, found.end, tokens.text[found.start:found.end])
    return None


def _time(speech: Speech, times: Sequence[Time], start: int, end: int) -> str | None:
    """The first time between `start` and `end`."""
    for at in range(bisect_left(times, start, key=lambda time: time.start), len(times)):
        time = times[at]
        if time.start >= end:
            break
        if not (speech.start <= time.start < speech.end) and time.type != "DURATION":
            return time.id
    return None


def _place(scene: "Scene", first: int, after: int) -> Mention | None:
    """في جنيف, من القاهرة, also behind a comma."""
    tokens = scene.tokens
    for index in range(first, after - 1):
        if tokens.form(index) in ("في", "من") and tokens.kind(index + 1) == WORD_TOKEN:
            word, end = unit(tokens, index + 1)
            if word.kind == "place" and end <= after:
                start = tokens.tokens[index + 1].start
                return Mention(start, tokens.tokens[end - 1].end, tokens.text[start:tokens.tokens[end - 1].end])
    return None
