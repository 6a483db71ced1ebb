"""What a speaker leaves unsaid or declines to tell, which is the narrator's word: ، لكنه لم يذكر تفاصيل."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from components.extract.quotes.cues import Said
from components.extract.quotes.ground import COMMAS, NARRATOR, VERB, Ground, whole_kinds

SPEAKING = frozenset({"says", "reports"})
SOURCE = 4  # tokens of a subject
OTHERS = 40  # tokens between a clause and its but


def silences(ground: Ground, saids: Sequence[Said]) -> Iterator[int]:
    """، ولم يذكر تفاصيل; ، لكنها لم توضح; ، دون أن يحدد: what a speaker leaves unsaid is the narrator's word."""
    firsts: list[int] = []
    for place in ground.tokens.places.get(VERB, ()):
        if place.clitics or place.entry["part"] not in ("present", "jussive") or not place.entry.uses & SPEAKING or (
                place.entry["stance"] != "neutral") or "adds" in place.entry.uses:
            continue
        index = place.first - 1
        if ground.complementizer(index) and "without" in whole_kinds(ground.form(index - 1)):
            index -= 1 + (ground.form(index - 2) == "من")
        elif ground.form(index) == "لم" and any(each.entry.get("contrast") for each in ground.places(index - 1, NARRATOR)):
            index -= 1
            firsts = firsts or [said.first for said in saids]
            if _of_whom_is_told(ground, saids[:bisect_left(firsts, index)], index):
                continue
        elif ground.form(index) != "ولم":
            continue
        if ground.form(index - 1) in COMMAS or (
                ground.form(index) != "ولم" and "detail" in whole_kinds(ground.form(place.after))):
            yield index  # محسوم لكنه لم يذكر موعدا


def _of_whom_is_told(ground: Ground, saids: Sequence[Said], index: int) -> bool:
    """أعلنت الشرطة أن الرجل أوقف، لكنه لم يفسر: the man is no speaker where she spoke who stands behind her verb."""
    if not saids or not ground.form(index).endswith("نه") or saids[-1].first < ground.unit(index)[0]:
        return False
    said = saids[-1]
    she = said.form == "finite" and said.entry["gender"] == "f" and said.entry["number"] == "s"
    named = said.opening.how == "clause" and 0 < said.opening.room_end - said.after <= SOURCE
    return she and named and "carries" not in said.entry.uses


def declined(ground: Ground) -> Iterator[int]:
    """لكنه رفض الكشف عن التفاصيل, لكنها امتنعت عن ذكر: likewise, with a comma before it or without."""
    for place in ground.tokens.places.get(NARRATOR, ()):
        if not place.entry.get("contrast"):
            continue
        verb, near = ground.form(place.after), (place.after + 1, place.after + 2)
        declined = "declines" in whole_kinds(verb) and any("telling" in whole_kinds(ground.form(index)) for index in near)
        declined = declined or (verb == "لم" and "detail" in whole_kinds(ground.form(near[1])))  # لكن لم يحدد موعدا
        if declined and (ground.form(place.first - 1) in COMMAS or not _of_another(ground, place.first)):
            yield place.first


def _of_another(ground: Ground, index: int) -> bool:
    """إن موكله اعترف لكنه رفض: whom the clause is about did something, and he may be meant."""
    opener = next((at for at in range(index - 1, max(index - OTHERS, 0), -1) if ground.complementizer(at)), 0)
    return opener > 0 and len(ground.form(opener)) == 2 and ground.has_past(opener + 1, index)
