"""Whether a noun names what a clause tells: الحرب and اندلعت الحرب, الهجوم and هاجم المسلحون."""

from functools import lru_cache

from components.extract.times.verbs import is_future, is_verb
from components.text.tokens import WORD, Tokens

_WEAK = str.maketrans("", "", "اويىءئؤأإآه")
_LEAST = 2  # strong letters


@lru_cache(maxsize=20_000)
def _strong(form: str) -> str:
    """The letters that noun and verb of one root share: هجوم and هاجم هجم, انتخابات and انتخب نتخب."""
    if form[:2] in ("ال", "لل") and len(form) > 4:
        form = form[2:]
    elif form[:1] in ("و", "ف") and is_verb(form[1:]):
        form = form[1:]
    if is_future(form):
        form = form[2:]
    letters = form.translate(_WEAK)
    return letters[:-1] if letters[-1:] == "ت" and len(letters) > _LEAST else letters


@lru_cache(maxsize=20_000)
def _noun(form: str) -> str:
    """The noun without article and joined letters."""
    for lead in ("وال", "بال", "فال", "كال", "ال", "لل"):
        if form.startswith(lead) and len(form) > len(lead) + 1:
            return form[len(lead):]
    return form


def same_happening(tokens: Tokens, name: int, index: int) -> bool:
    """The word at token `index` is the noun at token `name`, or a verb of its root."""
    one, two = tokens.form(name), tokens.form(index)
    if tokens.kind(index) != WORD:
        return False
    if _noun(one) == _noun(two):
        return True
    if not is_verb(two):
        return False
    letters, verb = _strong(one), _strong(two)
    return len(letters) >= _LEAST and len(verb) >= _LEAST and (letters == verb or letters == f"ت{verb}")
