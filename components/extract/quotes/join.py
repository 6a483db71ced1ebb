"""The records put in text order: clashes settled, quotations that go on tied to the one before."""

from collections.abc import Sequence

from components.extract.quotes.drafts import Draft
from components.extract.quotes.ground import VERB, Ground
from components.extract.quotes.terms import quoted_words
from components.extract.speech import Speech
from components.text.tokens import LINE

OTHERS = frozenset({"cue_first", "speaker_first"})  # a speaker of its own stands beside the cue


def joined(ground: Ground, spoken: Sequence[Draft], terms: Sequence[Draft]) -> list[Speech]:
    """Speech and terms in text order; of two with one content the surer stays, and nothing stays inside direct speech."""
    best: dict[tuple[int, int], Draft] = {}
    for each in spoken:
        span = (each.speech.start, each.speech.end)
        if span not in best or best[span].speech.confidence < each.speech.confidence:
            best[span] = each
    ordered = sorted((*best.values(), *terms), key=lambda each: (each.speech.start, -each.speech.end))
    kept: list[Draft] = []
    reach = -1
    for each in ordered:
        if each.speech.start < reach:
            continue
        if each.speech.kind == "direct":
            reach = each.speech.end
        kept.append(each)
    return _tied(ground, kept)


def own_words(ground: Ground, made: Sequence[Draft]) -> list[Draft]:
    """A clause whose only quoted words are another's speech inside it is indirect, not mixed."""
    others = {each.pair.first for each in made if each.pair and each.speech.order in OTHERS and (
        each.speech.room[0] < each.speech.room[1]) and each.speech.rule != "quote.described" and not _found(ground, each)}
    return [
        each._replace(speech=each.speech._replace(kind="indirect"))
        if each.speech.kind == "mixed" and not quoted_words(ground, each.first, each.after, others) else each
        for each in made
    ]


def _found(ground: Ground, each: Draft) -> bool:
    """True under a verb of finding: التقرير يظهر أنه «…»."""
    return any("finds" in place.entry.uses for place in ground.places(each.speech.cue_first, VERB))


def _tied(ground: Ground, kept: Sequence[Draft]) -> list[Speech]:
    """A quotation without cue right behind another one, in its line or at the head of the next, goes on with it."""
    found: list[Speech] = []
    last: int | None = None
    for number, each in enumerate(kept):
        speech = each.speech
        if speech.kind == "term":
            found.append(speech)
            continue
        if speech.kind == "direct" and last is not None:
            before = kept[last].speech
            goes_on = _near(ground, kept[last], each) if speech.order == "none" else before.cue and before.cue == speech.cue
            if goes_on and speech.order == "none" and _one_speech(ground, kept[last], each):
                speech = before._replace(start=speech.start, end=speech.end, rule=speech.rule)
            speech = speech._replace(continues=last) if goes_on else speech
        found.append(speech)
        last = number
    return found


def _near(ground: Ground, before: Draft, after: Draft) -> bool:
    """At most one line break between them."""
    return _lines(ground, before, after) <= 1


def _one_speech(ground: Ground, before: Draft, after: Draft) -> bool:
    """Interrupted by its speaker, or the next paragraph of a speech whose marks did not close: the cue is the same."""
    if before.pair and not before.pair.closed:
        return True
    return before.speech.order == "content_first" and not _lines(ground, before, after)


def _lines(ground: Ground, before: Draft, after: Draft) -> int:
    return sum(ground.tokens.kind(index) == LINE for index in range(before.after, after.first))
