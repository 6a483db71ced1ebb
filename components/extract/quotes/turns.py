"""Where the narrator takes the word again inside a reported clause, judged by who speaks and how the clause began."""

from components import lexicon, verbs
from components.extract.quotes.cues import Said
from components.extract.quotes.ground import COMMAS, NARRATOR, VERB, Ground, whole_kinds
from components.extract.quotes.terms import name_like
from components.extract.quotes.verbs import finite, preps

THAT = "ان"  # أن, folded
HEAD = 2  # tokens of a speaker that hold its head
OPENING = 3  # tokens of a clause that show its tense
OBJECT = 3  # tokens between a call and its preposition
GROUNDS = 4  # tokens of وبناء على ذلك
GAINSAID = 20  # tokens from the narrator's but to its verb


def taken_back(ground: Ground, said: Said, first: int, end: int) -> int:
    """The token at which the narrator goes on in the reported clause of tokens `first` to `end`; `end` if nowhere."""
    head = _head(ground, said)
    future = any(_future(ground.form(index)) for index in range(first, min(first + OPENING, end)))
    if framed(ground, said):
        end = next((index for index in range(first + 2, end) if ground.form(index - 1) in COMMAS
                    and not ground.inside[index] and _verb_of_past(ground, index)), end)
    closed, past, seen, index = False, False, first, ground.next_return(first)
    while index < end:
        past = past or ground.has_past(seen, index)
        pair = ground.jump.get(index)
        if pair and pair.closed:
            closed, seen = True, pair.after
            index = ground.next_return(seen)
            continue
        behind_comma = ground.form(index - 1) in COMMAS
        if index > first + 1:
            if _speaker_again(ground, index, head) or (not past and _calls(ground, index, end)):
                return index
            if future and ground.form(index)[:1] == "و" and _went_on(ground, said, index) and (
                    behind_comma or _other_gender(ground, said, first)):
                return index
            if behind_comma and closed and index - 2 in ground.closers and _gainsaid(ground, index, end):
                return index
            if behind_comma and not past and _took_effect(ground, index, future):
                return index
            if behind_comma and not past and _left(ground, said, index):
                return index
        seen, index = index, ground.next_return(index + 1)
    return end


def framed(ground: Ground, said: Said) -> bool:
    """بينما كتبت هيذر أنها تترك الشركة، سافر كارل: the cue stands in a clause of time before the main one; وإذ أكد الوزير
    أن …، أشار إلى, وبعدما نفى, بعد أن أعلن where it is the verb of that clause."""
    first, verb = frame(ground, said.first)
    return "frame" in whole_kinds(ground.form(first).removeprefix("و")) or (verb > first and verb == said.first)


def frame(ground: Ground, index: int) -> tuple[int, int]:
    """The token at which the sentence of `index` begins, and the verb that must follow وإذ, بعدما or بعد أن there; that
    token again where none of them opens it."""
    first = ground.trimmed(*ground.unit(index))[0]
    known = whole_kinds(ground.form(first).removeprefix("و"))
    after = first + 1 + ("frame_that" in known and ground.form(first + 1) == THAT)
    near = "frame_verb" in known or ("frame_that" in known and after > first + 1)
    return first, after + (ground.form(after) == "قد") if near else first


def _verb_of_past(ground: Ground, index: int) -> bool:
    """A verb of the past without و, with a subject behind it."""
    form = ground.form(index)
    known = verbs.is_finite(form) or form in lexicon.column("verbs") or form in lexicon.column("event_verbs")
    told = any(finite(place) and place.entry["part"] == "past" and not place.clitics for place in ground.places(index, VERB))
    return told or (known and form[:1] not in "ويتن" and ground.is_word(index + 1) and not ground.is_a(index, "noun_prep"))


def _head(ground: Ground, said: Said) -> str:
    """The noun that speaks, with its article; an empty string where none is written behind the cue."""
    form = ground.form(said.after) if said.opening.room_end > said.after else ""
    if not form or "no_subject" in whole_kinds(form):
        return ""
    return form if form.startswith("ال") else "ال" + form


def _speaker_again(ground: Ground, index: int, head: str) -> bool:
    """لكن المنظمة أبدت: the speaker itself, as a noun and not as «I», is what the narrator speaks of."""
    return bool(head) and ground.form(index + 1) == head and any(
        place.entry.get("contrast") and place.after == index + 1 for place in ground.places(index, NARRATOR))


def _calls(ground: Ground, index: int, end: int) -> bool:
    """وطالبها بتوضيح, ودعاه إلى: a call upon what the clause was about; the clause itself has no past verb."""
    if ground.form(index)[:1] != "و":
        return False
    for place in ground.places(index, VERB):
        entry = place.entry
        if place.clitics == "و" and entry["part"] == "past" and entry["pronoun"] and "asks_of" in entry.uses:
            own = preps(entry)
            return any(ground.form(at) in own or ("ب" in own and ground.form(at)[:1] == "ب")
                       for at in range(place.after, min(place.after + OBJECT, end)))
    return False


def _future(form: str) -> bool:
    return form == "سوف" or (len(form) > 3 and form[0] == "س" and form[1] in "يتن" and verbs.is_finite(form))


def _went_on(ground: Ground, said: Said, index: int) -> bool:
    """أعلنت أنها ستغلق الجسر، ومنحت السائقين يومين: the past in the gender of the cue."""
    form = ground.form(index)[1:]
    if said.entry["part"] != "past" or len(form) < 3 or not verbs.is_finite(form) or form[0] in "يتسن":
        return False
    stem = next((form.removesuffix(ending) for ending in ("هم", "ها", "ه") if form.endswith(ending)), form)
    return stem.endswith("ت") is bool(said.entry["gender"] == "f")


def _other_gender(ground: Ground, said: Said, first: int) -> bool:
    """وأكدت المديرة أن المصنع سيوفر عملا وشكرت الداعمين: what the clause is about has not the gender of who speaks."""
    form = ground.form(first)
    return form.startswith("ال") and form.endswith(("ه", "ات")) is (said.entry["gender"] == "m")


def _took_effect(ground: Ground, index: int, future: bool) -> bool:
    """«لن ترتفع»، ما أثار ارتياح التجار; ستسمع من يحضر، وعلى ضوء ذلك وافقت: what came of the words that were said."""
    form = ground.form(index)
    if "effect" in whole_kinds(form):
        pair = ground.closers.get(index - 2)
        said = future or bool(pair and not name_like(ground, pair))
        verb = index + 1 + ("relative" in whole_kinds(ground.form(index + 1)))  # الأمر الذي أثار
        return said and ground.has_past(verb, verb + 1)
    that = next((at for at in range(index, index + GROUNDS) if ground.form(at) == "ذلك"), 0)
    return future and form[0] == "و" and that > index and ground.has_past(that + 1, that + 2)


def _left(ground: Ground, said: Said, index: int) -> bool:
    """قال اللاعب إنه سعيد، وغادر الملعب: the speaker himself, who is what the clause is about."""
    form = ground.form(index)
    if form[0] != "و" or "leaves" not in whole_kinds(form[1:]):
        return False
    own = "ها" if said.entry.get("gender") == "f" else "ه"
    return ground.form(said.opening.content - 1).endswith("ن" + own) and form.endswith("ت") is (own == "ها")


def _gainsaid(ground: Ground, index: int, end: int) -> bool:
    """هو «فوز للمدينة»، لكن الحملات التي تلته أثارت قلق التجار: a but with a new subject and a verb of the past."""
    but = next((place for place in ground.places(index, NARRATOR) if place.entry.get("contrast")), None)
    if but is None or but.after != index + 1 or not ground.is_word(but.after) or verbs.is_finite(ground.form(but.after)):
        return False
    for at in range(but.after + 1, min(but.after + GAINSAID, end)):
        form = ground.form(at)
        if at in ground.jump or finite_cue(ground, at):
            return False
        relative = "relative" in whole_kinds(ground.form(at - 1))
        if not relative and form[:1] not in "يتنو" and verbs.is_finite(form):
            return True
    return False


def finite_cue(ground: Ground, index: int) -> bool:
    """True where a verb of saying in a person stands at token `index`."""
    return any(finite(place) for place in ground.places(index, VERB))
