"""Feasts, their eves and their days. Words: data/lexicon/times/feasts.toml."""

from components.extract.ordinals import ordinal_at
from components.extract.times.dates import year_said
from components.extract.times.sense import Read, Sense, said, word
from components.text.tokens import Place, Tokens

_FEAST_DAYS = 5


def feast(tokens: Tokens, index: int) -> Read | None:
    """عيد الأضحى, رأس السنة, with the year or frame behind it; its eve, its days and their parts: ليلة رأس السنة, ثاني أيام
    عيد الفطر, صباح عيد الفطر."""
    if "time_feast" not in tokens.places:
        return None
    place = word(tokens, index, "time_feast", lead=True)
    if place is not None:
        return _feast(tokens, place)
    eve, part = word(tokens, index, "time_eve", lead=True), word(tokens, index, "time_part", lead=True)
    at, shift, letter = index, 0, None
    if eve is not None:
        at, shift, letter = eve.after, -1, eve.entry.get("part")
    elif part is not None and not part.article:
        at, letter = part.after, part.entry["part"]
    else:
        at, shift = _day_of_feast(tokens, index)
    place = word(tokens, at, "time_feast") if at > index else None
    if place is None:
        return None
    read = _feast(tokens, place)
    return Read(read.sense.but(amount=float(shift), part=letter, type="TIME" if letter else "DATE"), read.after)


def _day_of_feast(tokens: Tokens, index: int) -> tuple[int, int]:
    """The token behind يوم, أول أيام, اليوم الثاني من, and how many days behind the first one that day is."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is not None and unit.entry["unit"] == "day" and unit.entry["number"] == "one":
        ordinal = ordinal_at(tokens, unit.after) if unit.article else None
        if ordinal is not None and said(tokens, ordinal.after, "time_of"):
            return ordinal.after + 1, ordinal.value - 1
        return (unit.after, 0) if not unit.article else (index, 0)
    nth = word(tokens, index, "time_nth", lead=True)
    ordinal = ordinal_at(tokens, index) if nth is None else None
    if (nth is None or int(nth.entry["nth"]) < 1) and (ordinal is None or ordinal.article or ordinal.value > _FEAST_DAYS):
        return index, 0
    after = nth.after if nth is not None else ordinal.after if ordinal is not None else index
    days = word(tokens, after, "time_unit")
    if days is None or days.entry["unit"] != "day" or days.article:
        return index, 0
    return days.after, (ordinal.value if ordinal is not None else 1) - 1


def _feast(tokens: Tokens, place: Place) -> Read:
    month, day_number = place.entry["day"].split("-")
    sense = Sense("feast", month=int(month), day=int(day_number), calendar=place.entry["calendar"])
    frame = word(tokens, place.after, "time_frame")
    if frame is not None:
        return Read(sense.but(frame=frame.entry["frame"]), frame.after)
    year = year_said(tokens, place.after)
    return Read(sense.but(year=year.sense.year), year.after) if year is not None else Read(sense, place.after)
