"""The nearer cue on the way from a verb of saying to its speech: it takes the speech away, or lets it pass."""

from components import lexicon
from components.extract.quotes.ground import ATTRIBUTION, COMMAS, PHRASE, VERB, Ground, whole_kinds
from components.extract.quotes.verbs import (
    CLAUSAL_B,
    NAMING,
    adverbial,
    finite,
    homograph,
    is_cue,
    named,
    noun_like,
    preps,
    turns_to,
)
from components.text.tokens import Place

IN_IT = ("فيه", "فيها")
DASHED = frozenset("-–—")
SPREAD = ("عبر", "علي")
WHAT, SUBJECT = "ما", 8  # tokens behind ما ذكره before the clause
OWN = 8  # tokens behind a verb in which its preposition stands


def spelled_out(ground: Ground, place: Place) -> bool:
    """ما كشفه خبراء بأن السفن ستباع, ما ذكره الوزير من أن: a past with its object, what that is told behind the subject."""
    what = ground.form(place.first - 1)
    if place.kind != VERB or not place.entry["pronoun"] or "says" not in place.entry.uses:
        return False
    if place.clitics or place.entry["part"] != "past" or not what.endswith(WHAT) or len(what) > len(WHAT) + 1:
        return False
    if not ground.is_word(place.first - 2) or ground.complementizer(place.first - 2) or what[0] == "و":
        return False  # إن ما ذكره الوزير من أن السوق ستهبط غير صحيح
    end = ground.unit(place.first)[1]
    for index in range(place.after + 1, min(end, place.after + SUBJECT)):
        opener = ground.complementizer(index)
        if opener is not None:
            return opener.clitics == "ب" or ground.form(index - 1) == "من"
        if not ground.is_word(index) or index in ground.cue_tokens:
            return False
    return False


def blocks(ground: Ground, index: int) -> bool:
    """True where a nearer cue begins at `index`, so that what follows is not the earlier cue's; each token is asked once,
    however many cues stand before it."""
    found = ground.blocking.get(index)
    if found is None:
        found = ground.blocking[index] = _begins_cue(ground, index)
    return found


def _begins_cue(ground: Ground, index: int) -> bool:
    for place in ground.tokens.opening.get(index, ()):
        if place.kind == PHRASE and place.entry.get("doc") and not place.article:
            return True
        if place.kind == VERB and is_cue(ground, index):
            blocked = _blocks(ground, place)
            if blocked is not None:
                return blocked
    return False


def _blocks(ground: Ground, place: Place) -> bool | None:
    """Whether a form of a verb of saying is a nearer cue; None where another form of its spelling may be."""
    entry, use, before = place.entry, place.entry.uses, ground.form(place.first - 1)
    if before == "لم" and "negatable" not in use and (entry["pronoun"] or not ground.complementizer(place.after)):
        return None  # نقلا عن مسؤول لم يذكر اسمه أن, الذي لم يسمه أن
    if turns_to(ground, place):
        return True
    if finite(place) and entry["pronoun"] and use & NAMING and not homograph(place):
        return not ("pronominal" in use and any(finite(other) for other in ground.places(place.first - 1, VERB)))  # قال سموه
    if named(ground, place) or _sourced(ground, place):
        return None
    if "plain" in use and finite(place) and "relative" in whole_kinds(before) and ground.form(place.after) in IN_IT and (
            ground.form(place.after + 1) == ":"):
        return True  # اعترض على كلمة الوزير التي قال فيها: «…»
    if before in COMMAS and not place.clitics and finite(place) and use == {"marks"}:
        return None  # قال بيان للسفارة، نشر على صفحتها: «…»: what became of the document
    spread = ground.form(place.after) in SPREAD and ground.is_word(place.first - 1)
    if "carries" in use and finite(place) and not place.clitics and spread:
        return None  # قال في تصريحات نقلت عبر القناة، «…»
    if {"prepositional", "finds"} <= use and finite(place) and not _with_its_own(ground, place):
        return None  # ذكر بلاغ للمديرية، توصلت به الجريدة، أن
    if finite(place) and not entry["pronoun"] and entry["part"] != "jussive" and not (
            whole_kinds(before) & {"relative", "hal"}):
        return not noun_like(ground, place)
    if adverbial(ground, place) and (entry["number"] == "s" or "plain" in use or before in COMMAS):
        opener = place.after + (ground.form(place.after) in preps(entry))
        joined = ground.complementizer(opener) is not None and any(
            finite(other) and not homograph(other) for other in ground.places(place.first - 1, VERB))
        return "plain" in use or before in COMMAS or entry["gender"] == "m" or joined  # واستدركت مؤكدة أن
    if by_describing(ground, place):
        return True
    if entry["part"] == "masdar" and "plain" in use and (entry["pronoun"] or place.clitics == "ب"):
        return True
    return None


def by_describing(ground: Ground, place: Place) -> bool:
    """وختم كلمته بوصف العقوبات بأنها «…»: the masdar of describing behind ب, with ب again before what it says."""
    return place.entry.get("part") == "masdar" and place.clitics == "ب" and "describes" in place.entry.uses and any(
        (opener := ground.complementizer(index)) and opener.clitics == "ب" and index + 1 in ground.jump
        for index in range(place.after + 1, place.after + OWN))


def _sourced(ground: Ground, place: Place) -> bool:
    """أكد المدير، حسبما نقلت الإذاعة، أن: the verb of an attribution set into the clause takes nothing away."""
    for index in range(place.first - 1, place.first - 3, -1):
        if any(each.after == place.first and each.entry["takes"] == "clause" and not (
                each.entry.get("manner") or each.entry.get("pointing")) for each in ground.places(index, ATTRIBUTION)):
            beside = ground.is_word(index - 1) and not any(each.clitics for each in ground.places(index, ATTRIBUTION))
            return beside or ground.form(index - 1) in COMMAS or ground.form(index - 1) in DASHED
    return False


def _with_its_own(ground: Ground, place: Place) -> bool:
    """True where the preposition with which a verb tells stands behind it: توصلت اللجنة إلى أن."""
    prepositions = {lexicon.key(each) for each in str(place.entry.get("prep") or "").split()}
    for index in range(place.after, place.after + OWN):
        if ground.form(index) in prepositions:
            return True
        if ground.form(index) in COMMAS or ground.complementizer(index) is not None:
            return False
    return False


def without_clause(ground: Ground, index: int) -> bool:
    """A nearer verb that takes no bare أن leaves the أن to the cue before it: أظهر استطلاع أجري ونشر أمس أن."""
    return all(place.kind != PHRASE and not place.entry.uses & CLAUSAL_B and "calls" not in place.entry.uses
               for place in ground.tokens.opening.get(index, ())
               if place.kind == PHRASE or (place.kind == VERB and place.entry["part"] != "jussive"))


def owned_masdar(ground: Ground, index: int) -> bool:
    """نُقل عنه تأكيده: the masdar is the cue, not the verb that hands it on."""
    return any(place.entry["part"] == "masdar" and place.entry["pronoun"] and "masdar" in place.entry.uses
               for place in ground.places(index, VERB))


def the_saying(ground: Ground, index: int) -> bool:
    """نقل عن شهود القول إن: the masdar with its article right before its clause."""
    return ground.complementizer(index + 1) is not None and any(
        place.article and not place.clitics and place.entry["part"] == "masdar" and "plain" in place.entry.uses
        for place in ground.places(index, VERB))
