"""Quotations, their cues and kinds; who speaks is found by `speakers`.

marks pairs the quotation marks; cues finds what opens speech (misspelt: slips of the keyboard too), openings where it opens
(opening_marks: in marks; nearer: which cue nearer to it takes it away; bylines: that of a reporter opens none); clauses says
where a reported clause ends (turns: by who speaks), running where a speech ends whose marks are missing;
reported, before, sources, colon and terms make the records; join settles what clashes. Words: data/lexicon/quotes,
lists/quote_words.csv, common_cues.csv, own_voice.csv. Cases: tests/corpus/quotes*.toml; tests/test_quote_verbs.py.
"""

from collections.abc import Callable

from components.extract.quotes import before, colon, reported, sources
from components.extract.quotes import terms as unclaimed
from components.extract.quotes.attribution import attributions
from components.extract.quotes.before import before_cues
from components.extract.quotes.clauses import cuts
from components.extract.quotes.colon import behind_colons
from components.extract.quotes.cues import cues
from components.extract.quotes.ground import Ground
from components.extract.quotes.join import joined, own_words
from components.extract.quotes.reported import behind_cues
from components.extract.quotes.running import opened_above, unpaired
from components.extract.quotes.sources import under_attributions
from components.extract.quotes.terms import free_marks, terms
from components.extract.speech import Speech
from components.text.tokens import Tokens

RULES: dict[str, Callable[..., object]] = {  # the rule that a record names, and the function that makes it
    "quote.cue_marks": reported.in_marks,  # وقال: «…»
    "quote.described": reported.in_marks,  # وصفه بـ«…»
    "quote.cue_colon": reported.behind_colon,  # وقال: من الأسباب …
    "quote.clause_marks": reported.clause,  # قال إن «…»
    "quote.clause": reported.clause,  # قال إن …
    "quote.marks_cue": before.marks_before,  # «…»، قال X
    "quote.resumed": before.resumed,  # «…»، قال X، «…»
    "quote.clause_cue": before.clause_before,  # …، قال X
    "quote.attributed_marks": sources.attributed,  # «…»، وفقا لـ X
    "quote.attributed": sources.attributed,  # …، بحسب X
    "quote.headline": colon.headline,  # X: لن نتراجع
    "quote.answer": colon.answer,  # the answer of an interview
    "quote.marks_alone": unclaimed.free_marks,  # a sentence of marks with no cue beside it
    "quote.term": unclaimed.terms,  # a name, a scare quote
}


def speeches(tokens: Tokens) -> list[Speech]:
    """All quoted and reported speech and all terms, in text order; nested speech beside the outer one."""
    ground = Ground(tokens)
    sources = attributions(ground)
    reporting = {source.verb.first for source in sources if source.verb and not source.place.entry.get("manner")}
    reporting.update(source.after - 1 for source in sources if source.place.entry["takes"] == "owned")
    saids = [said for said in cues(ground) if said.first not in reporting]
    cued = {said.first for said in saids}
    sources = [source for source in sources if not (source.verb and source.verb.first in cued)]
    stops = cuts(ground, saids, sources)
    made = behind_cues(ground, saids, stops)
    pairs = {draft.pair.first for draft in made if draft.pair}
    found = before_cues(ground, pairs, cued)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made += found
    found = behind_colons(ground, saids, pairs, made)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made += found
    found = under_attributions(ground, sources, made, pairs, stops)
    pairs.update(draft.pair.first for draft in found if draft.pair)
    made = opened_above(ground, made + found)
    pairs.update(draft.pair.first for draft in made if draft.pair)
    made += free_marks(ground, pairs, made)
    made += unpaired(ground, made)
    pairs.update(draft.pair.first for draft in made if draft.pair)
    made = own_words(ground, made)
    mixed = [(draft.first, draft.after) for draft in made if draft.speech.kind == "mixed"]
    return joined(ground, made, terms(ground, pairs, mixed))
