"""Whose counterpart somebody is: behind وزير الخارجية الإيراني ونظيره الروسي، سيرغي لافروف he is وزير الخارجية الروسي."""

from typing import TYPE_CHECKING, NamedTuple

from components.extract.actors.party import Party, masculine
from components.extract.speakers.draft import COMMAS, Member
from components.extract.speakers.lexemes import unit, used
from components.text.tokens import WORD, Tokens

if TYPE_CHECKING:
    from components.extract.actors.known import Known

FAR = 40  # tokens back to the office that both hold
FIELDS = 4  # words of its field


class Office(NamedTuple):
    head: str
    keys: frozenset[str]
    nation: str


def counterpart(cast: "Known", member: Member) -> Office | None:
    """The office of a person named behind نظيره and a nationality, from the one before; None without such words."""
    tokens, at = cast.tokens, member.first - 1
    while at > 0 and (tokens.form(at) in COMMAS or tokens.form(at) == "#"):
        at -= 1
    if at < 1 or tokens.kind(at) != WORD or not tokens.form(at - 1).endswith(tuple(used("counterpart"))):
        return None
    nation, _ = unit(tokens, at)
    if nation.kind != "nationality" or not nation.article:
        return None
    first = tokens.sentence(member.first)[0]
    for index in range(at - 2, max(first, at - FAR) - 1, -1):
        head, after = unit(tokens, index) if tokens.kind(index) == WORD else (None, index)
        if head is not None and head.kind == "title" and head.sort == "office" and head.number == "s":
            of, stem = masculine(nation.stem), head.stem
            if nation.gender == "f" and not stem.endswith("ه"):
                stem += "ه"  # نظيرته الفرنسية
            return Office(stem, frozenset((stem, of)) | _field(tokens, after), of)
    return None


def own_office(found: list[Party], keys: frozenset[str]) -> list[Party]:
    """For a title alone (الوزير) those whose own office it is, before those who have it from their counterpart."""
    return [party for party in found if not party.lent] or found if len(keys) == 1 else found


def _field(tokens: Tokens, index: int) -> frozenset[str]:
    """The words with article behind an office that are no nationality: الخارجية, الدفاع."""
    found: set[str] = set()
    for _ in range(FIELDS):
        if tokens.kind(index) != WORD:
            break
        word, after = unit(tokens, index)
        if not word.article or word.kind in ("nationality", "given"):
            break
        found.add(word.stem)
        index = after
    return frozenset(found)
