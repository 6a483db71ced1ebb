"""The first or last units of a year or month as one stretch of the calendar, and words that a desk typed together."""

from components.extract.numbers import number_at
from components.extract.times.relative import month_level, year_level
from components.extract.times.sense import Read, Sense, article, ends_with, said, word
from components.text.tokens import DIGITS, Tokens

_PER_YEAR = {"month": 12, "week": 52}


def share(tokens: Tokens, index: int) -> Read | None:
    """الأشهر الثلاثة الأولى من 2017, ال3 أشهر الأولى من العام, أول ستة أشهر من 2018, الأيام العشرة الأخيرة من مارس."""
    if "time_rank" not in tokens.places and (tokens.kind(index) == DIGITS or "time_nth" not in tokens.places):
        return None
    counted = _counted(tokens, index)
    if counted is None:
        return None
    amount, unit, first, after = counted
    if not said(tokens, after, "time_of"):
        return None
    outer = year_level(tokens, after + 1) or month_level(tokens, after + 1)
    if outer is None:
        return None
    inner = outer.sense
    level = inner.unit or ("month" if inner.month else "year")
    fits = (level == "year" and unit in ("month", "week")) or (level == "month" and unit in ("day", "week"))
    if not fits or inner.day is not None or amount > (_PER_YEAR[unit] if level == "year" else 20):
        return None
    return Read(Sense("share", unit=unit, amount=amount if first else -amount, within=inner.but(unit=level)), outer.after)


def _counted(tokens: Tokens, index: int) -> tuple[float, str, bool, int] | None:
    """How many of which unit, True for the first ones, and the token behind them."""
    lead = word(tokens, index, "time_nth", lead=True)  # أول ستة أشهر
    unit = word(tokens, index, "time_unit", lead=True) if lead is None else None
    if unit is not None and unit.article and unit.entry["number"] != "one":  # الأشهر الستة الأولى, الشهرين الأولين
        number = number_at(tokens, article(tokens, unit.after))
        amount = 2 if unit.entry["number"] == "two" else number.value if number is not None else None
        at = unit.after if unit.entry["number"] == "two" or number is None else number.after
    else:  # ال3 أشهر الأولى
        begin = lead.after if lead is not None else article(tokens, index)
        number = number_at(tokens, begin)
        unit = word(tokens, number.after if number is not None else begin, "time_unit")
        if unit is None or (number is None and unit.entry["number"] != "two"):
            return None
        amount, at = number.value if number is not None else 2, unit.after
    rank = None if lead is not None else word(tokens, at, "time_rank")
    if unit is None or amount is None or amount < 2 or amount != int(amount) or (lead is None and rank is None):
        return None
    if rank is not None:
        return amount, unit.entry["unit"], rank.entry["rank"] == "first", rank.after
    return amount, unit.entry["unit"], lead is not None and int(lead.entry["nth"]) > 0, at


def typed_together(tokens: Tokens, index: int) -> Read | None:
    """هذاالعام, العامالماضي."""
    place = word(tokens, index, "time_together")
    if place is None:
        return None
    return Read(Sense("unit", unit=place.entry["unit"], frame=place.entry["frame"]), place.after)


def said_before(tokens: Tokens, index: int) -> Read | None:
    """في الماضي, في السابق: the adjective alone is a time only behind في."""
    place = word(tokens, index, "time_ref_inside")
    if place is None or ends_with(tokens, index, "time_inside", 1) is None or said(tokens, place.after, "time_of"):
        return None
    return Read(Sense("fixed", value=place.entry["value"]), place.after)
