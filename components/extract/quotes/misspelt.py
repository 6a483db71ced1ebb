"""Common verbs of saying with one slip of the keyboard: وأضح, وأضافة, أعلت. Sought only where a sentence begins."""

from functools import lru_cache

from components import lexicon, words
from components.extract.quotes.ground import VERB, Ground
from components.text.tokens import Place

SHORT, LONG = 3, 4  # letters of a slip, of the form that it is a slip for


@lru_cache(maxsize=1)
def _slips() -> dict[str, Place]:
    """Slip -> a place of the form meant: a letter left out or doubled, two letters changed about, ة for ت."""
    found: dict[str, Place] = {}
    for lemma in lexicon.column("common_cues"):
        for form in (lemma, lemma + "ت"):
            for phrase in _phrases(form):
                for slip in _of(form):
                    found.setdefault(slip, phrase)
    return found


def _phrases(form: str) -> list[Place]:
    return [Place(VERB, 0, 1, 0, "", False, phrase.entry) for reading in words.readings(form) for phrase in reading.phrases
            if not reading.clitics and phrase.entry.kind == VERB and phrase.entry["part"] == "past"][:1]


def _of(form: str) -> set[str]:
    slips = set()
    if len(form) >= LONG:
        for at in range(1, len(form)):
            slips.add(form[:at] + form[at + 1:])
            slips.add(form[:at] + form[at] + form[at:])
        for at in range(2, len(form)):
            slips.add(form[:at - 1] + form[at] + form[at - 1] + form[at + 1:])
    kept = {slip for slip in slips if slip != form and len(slip) >= SHORT and not _known(slip)}
    return kept | {form[:-1] + "ه"} if form[-1] == "ت" else kept  # أضافة: that it is no masdar is asked in the text


def _known(form: str) -> bool:
    return any(reading.phrases for reading in words.readings(form)) or form in lexicon.column("everyday_words")


def misspelt(ground: Ground) -> list[Place]:
    """A place for each sentence that begins with a slip for a verb of saying; whether speech opens there is not asked."""
    found = []
    for first, after in ground.units:
        first = ground.trimmed(first, after)[0]
        form = ground.form(first)
        clitic = "و" if form[:1] == "و" else ""
        meant = _slips().get(form[len(clitic):])
        if meant is None or not ground.is_word(first):
            continue
        start = ground.tokens.inner(first, len(clitic))
        masdar = ground.tokens.text[start] == "أ" and all(  # أضافة; not إضافة
            place.entry["part"] == "masdar" for place in ground.places(first, VERB))
        if masdar or not ground.places(first, VERB):
            found.append(meant._replace(first=first, after=first + 1, start=start, clitics=clitic))
    return found
