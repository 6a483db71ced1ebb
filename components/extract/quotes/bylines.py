"""«كتب: سالم المنصوري»: who wrote the article, in the words of somebody who wrote something."""

from components import lexicon
from components.extract.quotes.ground import COMMAS, VERB, Ground, common, finite_form, whole_kinds
from components.extract.quotes.opening_marks import DASHES
from components.extract.quotes.verbs import finite
from components.text.tokens import DIGITS, LINE, Place

STROKES = DASHES | {"/", "|"}
NAME = 5  # words of the names in a byline
REPORTER = 4  # tokens of a name before the colon


def byline(ground: Ground, place: Place) -> bool:
    """True where a line begins with كتب and a stroke, a colon and names behind it, or the article itself behind the colon;
    not كتب: شكرا لكم."""
    if "written" not in place.entry.uses or place.clitics or place.entry["part"] != "past" or place.entry["pronoun"] or (
            place.first and ground.tokens.kind(place.first - 1) != LINE):
        return False
    form = ground.form(place.after)
    if form in STROKES:
        return True
    if form == ":":
        return _names(ground, place.after + 1)
    colon = next((at for at in range(place.after, place.after + REPORTER) if not ground.is_word(at)), place.after)
    return ground.form(colon) == ":" and any(  # كتب سامي كرم: قال الوزير إن
        finite(said) and "plain" in said.entry.uses for said in ground.places(colon + 1, VERB))


def _names(ground: Ground, first: int) -> bool:
    """Names from token `first` up to a comma, a date or the end of the line."""
    after = first
    while (after < len(ground.tokens) and ground.is_word(after)) or ground.form(after) in (".", "-"):
        if ground.places(after, "time_weekday"):
            break
        after += 1
    if not 0 < ground.words_in(first, after) <= NAME or not (
            after == len(ground.tokens) or ground.tokens.kind(after) in (LINE, DIGITS)
            or ground.form(after) in COMMAS | STROKES or ground.places(after, "time_weekday")):
        return False
    if any("noun_prep" in whole_kinds(ground.form(index)) for index in range(first, after)):
        return False
    form, listed = ground.form(first), (lexicon.column("given_names"), lexicon.column("family_names"))
    odd = finite_form(form) or bool(whole_kinds(form))
    if any(form in names or (not odd and ground.form(index) in names) for names in listed for index in range(first, after)):
        return True  # عبد الله الشمري
    return ground.is_a(first, "desk") or not (odd or form.startswith("ال") or common(form))
