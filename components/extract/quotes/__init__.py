"""Quotations, their cues and kinds; who speaks is found by `speakers`.

marks pairs the quotation marks; cues finds what opens speech; clauses says where a reported clause ends; reported, others,
colon and terms make the records; join settles what clashes. Words: data/lexicon/quotes, lists/quote_words.csv.
"""

from components.extract.quotes.attribution import attributions
from components.extract.quotes.clauses import cuts
from components.extract.quotes.colon import behind_colons
from components.extract.quotes.cues import cues
from components.extract.quotes.ground import Ground
from components.extract.quotes.join import joined, own_words
from components.extract.quotes.others import before_cues, free_marks, under_attributions
from components.extract.quotes.reported import behind_cues
from components.extract.quotes.terms import terms
from components.extract.speech import Speech
from components.text.tokens import Tokens


def speeches(tokens: Tokens) -> list[Speech]:
    """All quoted and reported speech and all terms, in text order; nested speech beside the outer one."""
    ground = Ground(tokens)
    sources = attributions(ground)
    reporting = {source.verb.first for source in sources if source.verb and not source.place.entry.get("manner")}
    saids = [said for said in cues(ground) if said.first not in reporting]
    cued = {said.first for said in saids}
    sources = [source for source in sources if not (source.verb and source.verb.first in cued)]
    stops = cuts(ground, saids, sources)
    made = behind_cues(ground, saids, stops)
    pairs = {draft.pair.first for draft in made if draft.pair}
    found = before_cues(ground, pairs, cued)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made += found
    found = behind_colons(ground, saids, pairs)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made += found
    found = under_attributions(ground, sources, made, pairs, stops)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made += found
    made += free_marks(ground, pairs, made)
    pairs.update(draft.pair.first for draft in made if draft.pair)
    made = own_words(ground, made)
    mixed = [(draft.first, draft.after) for draft in made if draft.speech.kind == "mixed"]
    return joined(ground, made, terms(ground, pairs, mixed))
