"""Names, titles, slogans and scare quotes in marks: kind `term`; and their opposite, quoted words inside a clause."""

from collections.abc import Collection

from components.extract.quotes.drafts import Draft, draft, pair_content
from components.extract.quotes.ground import Ground, kinds
from components.extract.quotes.marks import Pair

NAME_WORDS = 6


def quoted_words(ground: Ground, first: int, after: int, others: Collection[int] = ()) -> bool:
    """True where the token range holds marks around words of the speaker, not around a name; `others` are the first
    tokens of pairs that are somebody else's."""
    index = first
    while index < after:
        pair = ground.jump.get(index)
        if pair and index not in others and not name_like(ground, pair):
            return True
        index = pair.after if pair and pair.closed else index + 1
    return False


def name_like(ground: Ground, pair: Pair) -> bool:
    """True for a name or scare quote by its length, its first words and the noun before it."""
    before = pair.first - 1
    if ground.is_a(before, "name_opener") and pair.words <= (2 if ground.form(before).startswith("ال") else NAME_WORDS):
        return True
    if not pair.closed or pair.words == 0:
        return pair.words < 4
    form = ground.form(pair.inner)
    if pair.words < 4 and ground.repeated(pair):
        return True
    if pair.words == 1 and "copula" in kinds(ground.form(before)) and not form.startswith("ال"):
        return False
    if pair.words == 1:
        definite = ground.form(before).startswith("ال")
        return not (definite and not form.startswith("ال") and form[0] >= "\u0600")
    if pair.words <= 4 and "org_opener" in kinds(form):
        return True
    return pair.words == 2 and form.startswith("ال") and ground.form(pair.outer - 1).startswith("ال")


def terms(ground: Ground, taken: Collection[int], mixed: Collection[tuple[int, int]]) -> list[Draft]:
    """Pairs that no speech took; `taken` are first tokens of pairs, `mixed` token ranges of mixed clauses."""
    found = []
    spans = sorted(mixed)
    at = 0
    for pair in ground.paired.pairs:
        if pair.first in taken or not (content := pair_content(ground, pair)):
            continue
        while at < len(spans) and spans[at][1] <= pair.first:
            at += 1
        if at < len(spans) and spans[at][0] <= pair.first and not name_like(ground, pair):
            continue
        found.append(draft(ground, *content, "term", "term", 0.7, pair=pair))
    return found
