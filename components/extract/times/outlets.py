"""Whether اليوم is the last word of an outlet's name: المصري اليوم, العرب اليوم, «مصر اليوم» in a dateline. Words:
data/lexicon/times/names.toml."""

from components.extract.times.sense import breaks, said, word
from components.text.tokens import LINE, WORD, Place, Tokens
from components.words import ARTICLE


def is_outlet(tokens: Tokens, day: Place) -> bool:
    """Whether the word before `day` (اليوم) makes a name with it. A country's does so only behind what an outlet is
    called (موقع مصر اليوم) or between marks (القاهرة - مصر اليوم): تشهد مصر اليوم is today."""
    at, lead = day.first - 1, day.first - 2
    if at < 0 or breaks(tokens, at):
        return False
    entitled = said(tokens, lead, "time_title_before") or said(tokens, lead, "time_paper")
    named = any(place.kind == "time_outlet" and place.after == day.after for place in tokens.opening.get(at, ()))
    if not named:
        country = word(tokens, at, "figure_country", lead=True)
        between = breaks(tokens, lead) and tokens.form(lead) not in ("،", ",", ".") and breaks(tokens, day.after)
        return country is not None and country.after == day.first and (entitled or (
            between and (tokens.kind(lead) not in ("", LINE) or tokens.kind(day.after) in ("", LINE))))
    if tokens.kind(lead) != WORD or entitled:
        return True
    said_so = any(place.kind == "cue_verb" for place in tokens.opening.get(lead, ()))
    joined = any(place.clitics for place in tokens.opening.get(at, ()) if place.kind == "time_outlet")
    governed = any(place.kind == "figure_stop" and place.entry.get("preposition") for place in tokens.opening.get(lead, ()))
    return not tokens.form(lead).startswith(ARTICLE) and (said_so or joined or governed)
