"""Parts of the day and clock times, with the day they stand in."""

from functools import lru_cache

from components import lexicon
from components.extract.numbers import number_at
from components.extract.ordinals import ordinal_at
from components.extract.times.dates import named
from components.extract.times.relative import day_at, unit_placed
from components.extract.times.sense import Read, Sense, comma, digits, ends_with, said, word
from components.text.tokens import DIGITS, LINE, Place, Tokens

_COLONS = frozenset(":.,٫،")
_BEHIND_HOURS = frozenset(("time_part_adverb", "time_oclock", "time_zone"))
_HALF_DAY = 12
_YEAR = 4  # digits
_SECOND_HALF = {"AF": range(12), "EV": range(12), "NI": range(6, 12), "MI": range(4)}  # hours told after noon


def part_of_day(tokens: Tokens, index: int) -> Read | None:
    """صباح اليوم الخميس, مساء الجمعة, فجر 23 ديسمبر الماضي, منتصف ليل الجمعة, هذا المساء, ليل الجمعة السبت."""
    before = word(tokens, index, "time_before_unit", lead=True)
    if before is not None:
        return _this_part(tokens, before)
    part = word(tokens, index, "time_part", lead=True)
    if part is None:
        return _loose(tokens, index)
    letter = part.entry["part"]
    if part.article:
        frame = word(tokens, part.after, "time_frame")
        if frame is not None and letter in ("NI", "EV", "MO") and frame.entry["frame"] in ("last", "this", "next"):
            shift = {"last": -1.0, "this": 0.0, "next": 1.0}[frame.entry["frame"]]
            return Read(_timed(Sense("near", amount=shift), letter), frame.after)
        return _loose(tokens, index)
    day = day_at(tokens, part.after + said(tokens, part.after, "time_of"))
    if day is None:
        placed = unit_placed(tokens, part.after)
        if placed is not None and placed.sense.unit == "day":
            return Read(_timed(placed.sense, letter), placed.after)
        return None
    if letter == "DT" and day.sense.kind == "weekday":  # نهار الجمعة is the Friday
        return day
    second = word(tokens, day.after + (tokens.form(day.after) in ("-", "/", "–")), "time_weekday")
    after = second.after if second is not None and day.sense.kind == "weekday" and letter == "NI" else day.after
    return _clock_behind(tokens, Read(_timed(day.sense, letter), after)) or Read(_timed(day.sense, letter), after)


def _clock_behind(tokens: Tokens, day: Read) -> Read | None:
    """The day with the clock time right behind it: غدا الساعة الخامسة, مساء الجمعة الساعة 9."""
    if word(tokens, day.after, "time_clock") is None or day.sense.kind == "span":
        return None
    read = clock(tokens, day.after)
    if read is None or read.sense.kind != "clock":
        return None
    hour = read.sense.hour or 0
    return Read(day.sense.but(hour=_full_hour(hour, day.sense.part), minute=read.sense.minute, part=None, type="TIME"),
                read.after)


def _timed(sense: Sense, part: str) -> Sense:
    return sense.but(part=part, type="TIME")


def _this_part(tokens: Tokens, before: Place) -> Read | None:
    """هذا المساء, تلك الليلة, هذه الليلة."""
    part = word(tokens, before.after, "time_part")
    if part is None or not part.article:
        return None
    frame = before.entry["frame"]
    if frame != "this" and part.entry["part"] == "AF":
        return None  # ذلك العصر is an age
    sense = Sense("near", amount=0.0) if frame == "this" else Sense("unit", unit="day", frame=frame)
    return Read(_timed(sense, part.entry["part"]), part.after)


def _loose(tokens: Tokens, index: int) -> Read | None:
    """A part of the day by itself: خلال النهار, في المساء, مساء at the end of a clause."""
    part = word(tokens, index, "time_part_loose", lead=True)
    if part is not None and (part.after > index + 1 or ends_with(tokens, index, "time_in", 2) or part.clitics):
        return Read(Sense("part", part=part.entry["part"], type="TIME"), part.after)
    adverb = word(tokens, index, "time_part_adverb", lead=False)
    if adverb is not None and len(tokens.form(index)) > 2 and tokens.text[tokens.tokens[index].start:
                                                                        tokens.tokens[index].end].endswith(("ا", "ً", "ًا")):
        return Read(Sense("part", part=adverb.entry["part"], type="TIME"), adverb.after)
    return None


def day_with_part(tokens: Tokens, index: int) -> Read | None:
    """A day with its part behind it: أمس مساء, الجمعة صباحا, غدا الساعة الخامسة."""
    if tokens.kind(index) == DIGITS and "time_clock" not in tokens.places:
        return None
    day = day_at(tokens, index, lead=True)
    if day is None:
        return None
    timed = _clock_behind(tokens, day)
    if timed is not None:
        return None if day.sense.kind == "date" and day.sense.weekday is None and named(tokens, index) else timed
    part = word(tokens, day.after, "time_part_adverb")
    if part is None or day_at(tokens, part.after) is not None or (word(tokens, day.after, "time_part") and day_at(
            tokens, day.after + 1) is not None):
        return None
    return Read(_timed(day.sense, part.entry["part"]), part.after)


def clock(tokens: Tokens, index: int) -> Read | None:
    """الساعة 17.14, الساعة العاشرة والنصف صباحا, 15:30 بتوقيت غرينتش, السابعة مساء, with the day behind them."""
    if tokens.kind(index) == DIGITS and not _timelike(tokens, index):
        return None
    name = word(tokens, index, "time_clock", lead=True)
    at = name.after if name is not None else index
    if name is not None and tokens.form(at) == "ال":
        at += 1
    bracket = name is not None and tokens.form(at) == "("
    read = _hour(tokens, at + bracket)
    if read is None:
        return None
    hour, minute, after, colon = read
    after += bracket and tokens.form(after) == ")"
    hourly = after
    after, minute = _fraction(tokens, after, minute)
    shown = after > hourly and tokens.kind(at) != DIGITS and (  # عند الثانية إلا ربعا
        ends_with(tokens, index, "time_at_clock", 1) is not None)
    part, after = _half_of_day(tokens, after)
    shared = part or (_of_end(tokens, after, hour) if name is not None else None)
    if name is None and colon != ":" and len(tokens.form(after - 1)) == 1:
        return None  # 15 م and 1.75 م are how far
    zoned = (bool(colon) or tokens.kind(at) != DIGITS) and said(tokens, after, "time_zone")
    if name is None and not (part or zoned or shown or (colon == ":" and _proved(tokens, index))):
        return None
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    sense = Sense("clock", hour=_full_hour(hour, shared), minute=minute, type="TIME")
    return _on_day(tokens, sense, after)


def _timelike(tokens: Tokens, index: int) -> bool:
    """What makes a clock time of the digits at token `index` may stand around them: a colon and minutes, a part of the
    day, a zone, the word for the clock."""
    follower = tokens.form(index + 1)
    if follower in _COLONS or "time_clock" in tokens.classes(index - 1) or (
            follower[:1] == "و" and "time_minute" in tokens.places):
        return True
    return not tokens.classes(index + 1).isdisjoint(_BEHIND_HOURS)


def _hour(tokens: Tokens, at: int) -> tuple[int, int, int, str] | None:
    """(hour, minute, token after, the mark between them)."""
    ordinal = ordinal_at(tokens, at)
    if ordinal is not None:
        return (ordinal.value, 0, ordinal.after, "") if ordinal.article and ordinal.value <= _HALF_DAY else None
    hour = digits(tokens, at, 1, 2)
    if tokens.form(at - 1) in ("-", "–") and tokens.kind(at - 2) == DIGITS and not _apart(tokens, at):  # 2-1 is a score
        return None
    together = digits(tokens, at, 4)
    if together is not None and together // 100 < 24 and together % 100 < 60 and (
            tokens.form(at - 1) == "(" or said(tokens, at - 1, "time_clock")) and said(tokens, at + 1, "time_zone"):
        return together // 100, together % 100, at + 1, ":"
    if hour is None:
        return _named_hour(tokens, at)
    if tokens.kind(at + 2) == DIGITS and tokens.form(at + 1) in _COLONS and tokens.glued(at) and tokens.glued(at + 1):
        minute = digits(tokens, at + 2, 1, 2)
        if minute is None or hour > 24 or minute > 59 or (tokens.form(at + 3) in _COLONS and tokens.glued(at + 2) and (
                tokens.kind(at + 4) == DIGITS)):
            return None
        return hour, minute, at + 3, tokens.form(at + 1)
    return (hour, 0, at + 1, "") if hour <= 24 else None


def _apart(tokens: Tokens, at: int) -> bool:
    """2016 - 07:13: a dash between blanks behind a year."""
    return len(tokens.form(at - 2)) == _YEAR and not tokens.glued(at - 1) and not tokens.glued(at - 2)


def _named_hour(tokens: Tokens, at: int) -> tuple[int, int, int, str] | None:
    """الواحدة; behind الساعة other numbers too: الساعة ثلاثة."""
    number = number_at(tokens, at)
    if number is None or number.value is None or not 1 <= number.value <= _HALF_DAY or number.fraction:
        return None
    if not (number.article and number.value == 1) and not said(tokens, at - 1, "time_clock"):
        return None
    return int(number.value), 0, number.after, ""


def _fraction(tokens: Tokens, after: int, minute: int) -> tuple[int, int]:
    """The half, the quarter, the minutes behind an hour."""
    part = word(tokens, after, "time_oclock")
    if part is not None:
        return part.after, int(part.entry["minute"])
    at = after + (tokens.form(after) == "و")
    number = number_at(tokens, at)
    if number is not None and number.value is not None and 0 < number.value < 60 and tokens.form(after).startswith("و"):
        unit = word(tokens, number.after, "time_minute")
        if unit is not None:
            return unit.after, int(number.value)
    return after, minute


def _half_of_day(tokens: Tokens, after: int) -> tuple[str | None, int]:
    part = word(tokens, after, "time_part_adverb")
    if part is not None:
        return part.entry["part"], part.after
    return (_half_letters()[tokens.form(after)], after + 1) if tokens.form(after) in _half_letters() else (None, after)


def _of_end(tokens: Tokens, at: int, hour: int) -> str | None:
    """بين الساعة الثامنة والعاشرة مساء: the half of the day that the later end of a range of hours bears, for both."""
    joined = tokens.form(at)[:1] == "و"
    if not joined and not said(tokens, at, "time_range_end"):
        return None
    at += tokens.form(at) == "و" or not joined
    name = word(tokens, at, "time_clock")
    read = _hour(tokens, name.after if name is not None else at)
    part = _half_of_day(tokens, read[2])[0] if read is not None else None
    return part if read is not None and hour < read[0] < _HALF_DAY else None


@lru_cache(maxsize=1)
def _half_letters() -> dict[str, str]:
    """ص and م behind an hour, which have no places, for they are words of one letter."""
    return {lexicon.key(entry.form): entry["part"] for entry in lexicon.entries()["time_half_letter"]}


def _full_hour(hour: int, part: str | None) -> int:
    if hour < _HALF_DAY and hour in _SECOND_HALF.get(part or "", ()):
        return hour + _HALF_DAY
    return 0 if part in ("MO", "NI") and hour == _HALF_DAY else hour


def _proved(tokens: Tokens, index: int) -> bool:
    """Digits with a colon at a line's edge or behind a preposition of time are a clock time, no score."""
    ranged = len(tokens.form(index + 2)) == 2 and said(tokens, index + 3, "time_range_end")  # من 9:00 إلى 17:00
    return (len(tokens.form(index)) == 2 or ranged) and (
        tokens.kind(index - 1) in ("", LINE) or ends_with(tokens, index, "time_in", 2) is not None)


def _on_day(tokens: Tokens, sense: Sense, after: int) -> Read:
    """The clock time with the day that follows: من مساء السبت, يوم الجمعة, صباح الأحد."""
    at = comma(tokens, after) if tokens.kind(after) == "mark" else after
    at += said(tokens, at, "time_of")
    read = part_of_day(tokens, at) if word(tokens, at, "time_part") else day_at(tokens, at)
    if read is None:
        return Read(sense, after)
    hour = sense.hour if sense.hour is not None else 0
    return Read(read.sense.but(hour=_full_hour(hour, read.sense.part), minute=sense.minute, part=None, type="TIME"),
                read.after)
