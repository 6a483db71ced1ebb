"""Seasons of the year, and whatever else is longer than a day."""

from components.extract.times.dates import month_alone, two_years, year_said
from components.extract.times.relative import century, decade, kind_of_year, ordered, unit_placed, year_level
from components.extract.times.sense import Read, Sense, said, word
from components.text.tokens import Tokens


def season(tokens: Tokens, index: int) -> Read | None:
    """صيف 2023, هذا الصيف, الصيف الماضي, فصل الشتاء الحالي; the bare name is a word like others."""
    before = word(tokens, index, "time_before_unit", lead=True) or word(tokens, index, "time_season_word", lead=True)
    at = before.after if before is not None else index
    name = word(tokens, at, "time_season", lead=before is None)
    if name is None or word(tokens, at, "time_month") is not None:
        return None
    sense = Sense("season", value=name.entry["season"])
    if before is not None and before.kind == "time_before_unit" and name.article:
        return Read(sense.but(frame=before.entry["frame"]), name.after)
    frame = word(tokens, name.after, "time_frame")
    if frame is not None and name.article:
        return Read(sense.but(frame=frame.entry["frame"]), frame.after)
    years = two_years(tokens, name.after + said(tokens, name.after, "time_unit"))
    if years is not None:  # شتاء 2017-2018
        return years
    within = year_level(tokens, name.after + said(tokens, name.after, "time_of"))
    if within is not None and (within.sense.unit in ("year", None)):
        return Read(sense.but(within=within.sense), within.after)
    if not name.article or said(tokens, name.after, "time_not_season"):
        return None
    return Read(sense, name.after) if before is not None or said(tokens, index - 1, "time_in") else None


def span_unit(tokens: Tokens, index: int) -> Read | None:
    """Whatever is longer than a day: a month, a year, a unit with its frame, a decade, a century, a season, a quarter."""
    best = None
    for rule in (month_alone, year_said, kind_of_year, unit_alone, decade, century, season, ordered):
        read = rule(tokens, index)
        if read is not None and (best is None or read.after > best.after):
            best = read
    return best


def unit_alone(tokens: Tokens, index: int) -> Read | None:
    """`unit_placed` where it leads its expression."""
    return unit_placed(tokens, index, lead=True)
