"""How often: كل عام, مرتين أسبوعيا, ثلاث مرات في الأسبوع, أيام الجمعة."""

from components.extract.numbers import number_at
from components.extract.times.lengths import coded, length_at
from components.extract.times.sense import Read, Sense, digits, said, word
from components.text.tokens import DIGITS, Tokens

_COUNTABLE = ("hour", "day", "night", "week", "month", "quarter", "year")


def repeated(tokens: Tokens, index: int) -> Read | None:
    """كل عام, كل يوم جمعة, كل ثلاثة أيام, مرتين أسبوعيا."""
    at = _times(tokens, index)
    times = at > index
    if not times and tokens.kind(index) == DIGITS:
        return None  # all else begins with a word
    fixed = word(tokens, at, "time_set", lead=not times)
    each = word(tokens, at, "time_each", lead=not times)
    read = _each(tokens, each.after) if each is not None and not each.article else None
    if fixed is not None and (read is None or read.after <= fixed.after):
        return Read(Sense("set", value=fixed.entry["value"], type="SET"), fixed.after)
    return read or (_in_unit(tokens, at) if times else None) or _weekdays(tokens, index) or _of_each(tokens, index)


def _times(tokens: Tokens, index: int) -> int:
    """The token behind مرتين, مرة واحدة, ثلاث مرات; `index` where none of them stands."""
    if "time_times" not in tokens.places:
        return index
    number = number_at(tokens, index)
    times = word(tokens, number.after if number is not None else index, "time_times", lead=number is None)
    if times is None:
        return index
    one = word(tokens, times.after, "time_one")
    return one.after if one is not None else times.after


def _in_unit(tokens: Tokens, at: int) -> Read | None:
    """في الأسبوع behind how many times; that of في العام الماضي is no set."""
    unit = word(tokens, at + 1, "time_unit") if said(tokens, at, "time_inside") else None
    if unit is None or not unit.article or unit.entry["number"] != "one" or unit.entry["unit"] not in _COUNTABLE:
        return None
    after = word(tokens, unit.after, "time_one")
    after_unit = after.after if after is not None else unit.after
    placed = any(word(tokens, unit.after, kind) for kind in ("time_frame", "time_month", "time_day", "time_weekday"))
    if placed or digits(tokens, unit.after) is not None or said(tokens, unit.after, "ordinal"):
        return None
    return Read(Sense("set", value=coded(1, unit.entry["unit"]), type="SET"), after_unit)


def _weekdays(tokens: Tokens, index: int) -> Read | None:
    """أيام الجمعة by itself: each Friday; أيام السبت والأحد الماضيين are days of one week."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.article or unit.entry["unit"] != "day" or unit.entry["number"] != "many":
        return None
    day = word(tokens, unit.after, "time_weekday")
    if day is None or tokens.form(day.after) in ("و", "،") or any(
            place.kind == "time_weekday" and place.clitics == "و" for place in tokens.opening.get(day.after, ())) or any(
            word(tokens, day.after, kind) for kind in ("time_frame", "time_month")) or digits(tokens, day.after) is not None:
        return None
    return Read(Sense("set", value=f"XXXX-WXX-{int(day.entry['weekday'])}", type="SET"), day.after)


def _of_each(tokens: Tokens, index: int) -> Read | None:
    """السبت من كل أسبوع."""
    day = word(tokens, index, "time_weekday", lead=True)
    each = word(tokens, day.after + 1, "time_each") if day is not None and said(tokens, day.after, "time_of") else None
    week = word(tokens, each.after, "time_unit") if each is not None else None
    if day is None or week is None or week.entry["unit"] != "week" or week.entry["number"] != "one":
        return None
    return Read(Sense("set", value=f"XXXX-WXX-{int(day.entry['weekday'])}", type="SET"), week.after)


def _each(tokens: Tokens, at: int) -> Read | None:
    unit = word(tokens, at, "time_unit")
    day = word(tokens, unit.after if unit is not None and unit.entry["unit"] == "day" else at, "time_weekday_bare")
    if day is None:
        day = word(tokens, unit.after if unit is not None and unit.entry["unit"] == "day" else at, "time_weekday")
    if day is not None:
        return Read(Sense("set", value=f"XXXX-WXX-{int(day.entry['weekday'])}", type="SET"), day.after)
    part = word(tokens, at, "time_part")
    if part is not None and not part.article:
        return Read(Sense("set", value=f"T{part.entry['part']}", type="SET"), part.after)
    length = length_at(tokens, at)
    if length is None or length.amount is None or length.mod or (not length.sure and length.unit in ("decade", "second")):
        return None
    return Read(Sense("set", value=length.value, type="SET"), length.after)
