"""Whether اليوم is the last word of an outlet's name: المصري اليوم, العرب اليوم, «مصر اليوم» in a dateline. Words:
data/lexicon/times/names.toml."""

from components.extract.times.sense import breaks, said, word
from components.text.tokens import LINE, MARK, WORD, Place, Tokens
from components.words import ARTICLE

_BYLINE = 6  # a dash, four words and the mark behind them
_DASHES, _CLOSING = frozenset("-–—"), frozenset("\"”»")


def _signs(tokens: Tokens, day: Place) -> bool:
    """الجزيرة اليوم - عبير المرزوقي: at the head of a line, "الغد اليوم" between marks: one word with its article before
    `day`, no weekday."""
    at, lead = day.first - 1, day.first - 2
    if not tokens.form(at).startswith(ARTICLE) or said(tokens, at, "time_weekday") or day.clitics:
        return False
    if tokens.form(day.after) in _DASHES:
        end = next((each for each in range(day.after + 1, day.after + _BYLINE) if tokens.kind(each) != WORD), 0)
        return tokens.kind(lead) in ("", LINE) and end > day.after + 1 and (
            tokens.form(end) == ":" or tokens.kind(end) in ("", LINE))
    marked = tokens.form(day.after) in _CLOSING and tokens.kind(lead) == MARK and tokens.form(lead) in "\"“«"
    return marked and tokens.glued(day.after - 1) and tokens.form(lead - 1) != ":" and not said(
        tokens, lead - 1, "complementizer")


def is_outlet(tokens: Tokens, day: Place) -> bool:
    """Whether the word before `day` (اليوم) makes a name with it. A country's does so only behind what an outlet is
    called (موقع مصر اليوم) or between marks (القاهرة - مصر اليوم): تشهد مصر اليوم is today."""
    at, lead = day.first - 1, day.first - 2
    if at < 0 or breaks(tokens, at):
        return False
    if _signs(tokens, day):
        return True
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
