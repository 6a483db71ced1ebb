"""Times placed beside now or beside another time: weekdays, yesterday, last week, the first quarter of this year."""

from components.extract.numbers import number_at
from components.extract.ordinals import ordinal_at
from components.extract.times.dates import (
    counts_noun,
    day_and_month,
    month_alone,
    month_at,
    named,
    tail,
    two_years,
    year_at,
    year_said,
)
from components.extract.times.lengths import coded, percent
from components.extract.times.numeric import numeric
from components.extract.times.outlets import is_outlet
from components.extract.times.sense import Read, Sense, article, breaks, comma, digits, ends_with, era_at, said, word
from components.extract.times.years import counting
from components.text.tokens import Place, Tokens

_CLOCK_UNITS = ("hour", "minute", "second")
_AROUND = {"(": ")", '"': '"”“', "«": "»", "“": "”“", "”": "“”"}
_BEHIND_DAY = frozenset(("time_of_it", "time_frame"))
_NO_FRAME = ("second", "minute", "quarter")  # الثانية الحالية is the second of something


def day_at(tokens: Tokens, index: int, lead: bool = False) -> Read | None:
    """A day: اليوم الخميس, أمس, يوم الثلاثاء, الأحد 3 يونيو, يوم 25, 17 أكتوبر, ذلك اليوم."""
    start = _after_day(tokens, index, lead)
    if start > index:
        lead = False
    read = (_near(tokens, start, lead, start > index) or _weekday(tokens, start, lead) or day_and_month(tokens, start)
            or numeric(tokens, start) or _day_of_running(tokens, start))
    return read or (_numbered_day(tokens, start) if start > index else None)


def _after_day(tokens: Tokens, index: int, lead: bool) -> int:
    """The token after يوم or نهار before a day; `index` where neither stands."""
    unit = word(tokens, index, "time_unit", lead)
    if unit is not None and unit.entry["unit"] == "day" and not unit.article and (
            unit.entry["number"] != "many" or digits(tokens, unit.after, 1, 2) is not None):
        return unit.after
    part = word(tokens, index, "time_part", lead)
    return part.after if part is not None and part.entry["part"] == "DT" and not part.article else index


def _near(tokens: Tokens, index: int, lead: bool, after_day: bool) -> Read | None:
    day = word(tokens, index, "time_day", lead)
    if day is None:
        return None
    if day.entry.get("after_day") and not after_day:
        part = ends_with(tokens, index, "time_part", 1)  # مساء غد
        if part is None or part.article:
            return None
    if day.entry.get("loose") and not breaks(tokens, day.after):  # بكرة القدم is football
        return None
    paper = ends_with(tokens, index, "time_paper", 1)
    if paper is not None and not paper.article:  # صحيفة اليوم, جريدة الغد
        return None
    if day.entry["shift"] == 0 and not day.entry.get("part") and (_another_day(tokens, day) or is_outlet(tokens, day)):
        return None
    if day.entry["shift"] < 0 and said(tokens, day.after, "time_not_yesterday"):
        return None
    if day.entry.get("article") and not (lead is False or breaks(tokens, index - 1) or said(tokens, index - 1, "time_in")):
        return None  # حركة الغد
    if day.entry["shift"] > 0 and tokens.form(index - 1) in ('"', "«", "“") and (
            tokens.form(day.after) in ('"', "»", "”") or day.entry.get("article")):
        return None  # جريدة "الغد"
    sense, after = Sense("near", amount=float(day.entry["shift"]), part=day.entry.get("part"),
                         type="TIME" if day.entry.get("part") else "DATE"), day.after
    closing = _AROUND.get(tokens.form(after))  # أمس (الاثنين), اليوم "الاثنين"
    bracket = closing is not None
    weekday = word(tokens, after + 1 if bracket else comma(tokens, after), "time_weekday")
    if weekday is None:
        return Read(sense, after)
    read = _with_date(tokens, sense.but(weekday=int(weekday.entry["weekday"])), weekday.after)
    if not bracket:
        return read
    return Read(read.sense, read.after + 1) if tokens.form(read.after) in (closing or ()) else Read(sense, after)


def _another_day(tokens: Tokens, day: Place) -> bool:
    """اليوم التالي, اليوم الأخير, اليوم العالمي: not today."""
    if tokens.form(day.after) == ")" and "(" in (tokens.form(day.first - 2), tokens.form(day.first - 3)):
        return True  # (الاقتصاد اليوم): a paper's name
    if said(tokens, day.first - 1, "time_whole_day") or (said(tokens, day.first - 1, "time_inside") and not day.clitics):
        return True  # طوال اليوم, ألف برميل في اليوم
    if _counted_day(tokens, day):
        return True
    return said(tokens, day.after, "time_frame") or said(tokens, day.after, "time_not_today")


def _counted_day(tokens: Tokens, day: Place) -> bool:
    """اليوم الـ12, لليوم 12 على التوالي: the twelfth day, unless a month follows."""
    at = article(tokens, day.after)
    if digits(tokens, at, 1, 3) is None or day_and_month(tokens, day.after) is not None:
        return False
    return at > day.after or (day.clitics[-1:] == "ل" and said(tokens, at + 1, "time_on"))


def _weekday(tokens: Tokens, index: int, lead: bool) -> Read | None:
    day = word(tokens, index, "time_weekday", lead)
    name = ends_with(tokens, index, "time_named_day", 1)
    if day is None or (name is not None and not name.article) or said(tokens, day.after, "time_named_after"):
        return None
    if tokens.form(index - 1) in ('"', "«", "“") and tokens.form(day.after) in ('"', "»", "”"):  # a paper's or a film's name
        return None
    sense, after = Sense("weekday", weekday=int(day.entry["weekday"])), day.after
    frame = word(tokens, after, "time_frame")
    if frame is not None and frame.entry["frame"] != "recent":
        sense, after = sense.but(frame=frame.entry["frame"]), frame.after
        return _with_date(tokens, sense, after)
    if (said(tokens, after, "time_of") and word(tokens, after + 1, "time_unit")) or word(tokens, after, "time_before_unit"):
        week = unit_placed(tokens, after + said(tokens, after, "time_of"))
        if week is not None and week.sense.unit == "week":
            return Read(sense.but(within=week.sense), week.after)
    return _with_date(tokens, sense, after)


def _with_date(tokens: Tokens, sense: Sense, after: int) -> Read:
    """A weekday and the date behind it, with a comma or in brackets, as one."""
    at = comma(tokens, after)
    bracket = tokens.form(at) == "("
    at += bracket
    at = _after_day(tokens, at, False)
    if said(tokens, at, "time_corresponding"):
        at += 1 + (tokens.form(at + 1) == "ل")
    date = day_and_month(tokens, at) or numeric(tokens, at) or _day_of_running(tokens, at)
    if date is None or date.sense.kind != "date":
        return Read(sense, after)
    end = date.after + (bracket and tokens.form(date.after) == ")")
    part = sense.part
    return Read(date.sense.but(weekday=sense.weekday, part=part, type="TIME" if part else "DATE"), end)


def _numbered_day(tokens: Tokens, index: int) -> Read | None:
    """يوم 25 without a month, at the end of a phrase: the day of the month last spoken of."""
    at = article(tokens, index)
    number = digits(tokens, at, 1, 2)
    if number is None or not 1 <= number <= 31 or said(tokens, at + 1, "time_unit") or said(tokens, at + 1, "numeral"):
        return None
    if tokens.form(at + 1) in ("%", "٪", "/", ":") or (tokens.glued(at) and tokens.kind(at + 1) == "word"):
        return None
    return Read(Sense("date", day=number), at + 1)


def _day_of_running(tokens: Tokens, index: int) -> Read | None:
    """19 الجاري, 25 الماضي: the month is meant, not said."""
    number = digits(tokens, index, 1, 2)
    frame = word(tokens, index + 1, "time_frame") if number is not None and 1 <= number <= 31 else None
    if frame is None or frame.entry["frame"] not in ("this", "last", "next") or said(tokens, frame.after, "numeral"):
        return None
    return Read(Sense("date", day=number, within=Sense("unit", unit="month", frame=frame.entry["frame"])), frame.after)


def day_of_running(tokens: Tokens, index: int) -> Read | None:
    """في 19 الجاري, حتى 25 الماضي: behind a preposition of time; 27 منه is of the month last spoken of."""
    begin, at = index - 1 if tokens.form(index - 1) in ("ال", "لل") else index, article(tokens, index)
    if tokens.classes(at + 1).isdisjoint(_BEHIND_DAY) or (
            not said(tokens, begin - 1, "time_in") and tokens.form(begin - 1) != "("):
        return None
    number = digits(tokens, at, 1, 2)
    if number is not None and 1 <= number <= 31 and said(tokens, at + 1, "time_of_it"):
        return Read(Sense("date", day=number), at + 2)
    return _day_of_running(tokens, at)


def day(tokens: Tokens, index: int) -> Read | None:
    """A day that leads its expression; a date that is a name is none."""
    read = day_at(tokens, index, lead=True)
    if read is None:
        return None
    return None if read.sense.kind == "date" and read.sense.weekday is None and named(tokens, index) else read


def unit_placed(tokens: Tokens, index: int, lead: bool = False) -> Read | None:
    """A unit placed by a frame: العام الماضي, هذا الأسبوع, الشهر نفسه, ذلك اليوم, الليلة الماضية, فصل الشتاء الحالي."""
    before = word(tokens, index, "time_before_unit", lead)
    at = before.after if before is not None else index
    unit = word(tokens, at, "time_unit", lead and before is None)
    if unit is None or not unit.article or unit.entry["number"] != "one" or unit.entry["unit"] in _NO_FRAME:
        return None
    sense = Sense("unit", unit=unit.entry["unit"])
    if before is not None:
        frame = before.entry["frame"]
        if frame == "this" and said(tokens, unit.after, "time_frame"):
            return _unit_after(tokens, sense, unit)
        return Read(sense.but(frame=frame), unit.after)
    if lead and said(tokens, index - 1, "time_during") and breaks(tokens, unit.after) and unit.entry["unit"] in (
            "week", "month", "year"):
        return Read(sense.but(frame="this"), unit.after)
    return _unit_after(tokens, sense, unit)


def kind_of_year(tokens: Tokens, index: int) -> Read | None:
    """العام المالي الجاري, السنة المالية 2017-2018, العام الدراسي المقبل: of the school's years the value is left open."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or not unit.article or unit.entry["unit"] != "year" or unit.entry["number"] != "one":
        return None
    kind = word(tokens, unit.after, "time_year_kind")
    if kind is None:
        return None
    years = two_years(tokens, kind.after)
    if years is not None:
        return years
    year = year_at(tokens, kind.after)
    if year is not None:
        return Read(Sense("date", year=year[0], calendar=year[1]), year[2])
    frame = word(tokens, kind.after, "time_frame") or word(tokens, kind.after, "time_new")
    if frame is None or frame.entry["frame"] == "recent":
        return None
    open_value = kind.entry.get("open") or frame.entry["frame"] == "new"
    return Read(Sense("unit", unit="year", frame="new" if open_value else frame.entry["frame"]), frame.after)


def _unit_after(tokens: Tokens, sense: Sense, unit: Place) -> Read | None:
    frame = word(tokens, unit.after, "time_frame")
    if frame is None and sense.unit == "year" and ends_with(tokens, unit.first, "time_before", 1):
        frame = word(tokens, unit.after, "time_new")  # خلال العام الجديد
    if frame is None or frame.entry["frame"] == "recent":
        return None
    near = sense.unit == "year" and frame.entry["frame"] in ("this", "last", "next")
    year = year_at(tokens, frame.after) if near else None
    if year is not None and not counting(tokens, frame.after) and not counts_noun(tokens, frame.after):
        return Read(Sense("date", year=year[0], calendar=year[1]), year[2])  # العام الجاري 2018
    return Read(sense.but(frame=frame.entry["frame"]), frame.after)


def framed_plural(tokens: Tokens, index: int) -> Read | None:
    """السنوات الأخيرة, الأسابيع المقبلة; with a number a length: الأشهر الستة الماضية, العامين الماضيين."""
    unit = word(tokens, index, "time_unit", lead=True)
    vague = word(tokens, index, "time_vague_plural", lead=True)
    if unit is not None and unit.article and unit.entry["number"] == "two":
        frame = word(tokens, unit.after, "time_frame")
        return _length(unit, 2, frame.after) if frame is not None else None
    if vague is None:
        return None
    at = vague.after
    number = number_at(tokens, article(tokens, at))
    if number is not None and number.value is not None and unit is not None and (number.article or at < number.first):
        frame = word(tokens, number.after, "time_frame")
        return _length(unit, number.value, frame.after if frame is not None else number.after)
    few = word(tokens, at, "time_few")
    frame = word(tokens, few.after if few is not None else at, "time_frame")
    if frame is not None and frame.entry["frame"] == "recent" and said(tokens, frame.after, "time_of"):
        return None  # الدقائق الأخيرة من اللقاء are the last ones of it
    return _reference(frame)


def _length(unit: Place, amount: float, after: int) -> Read:
    name = unit.entry["unit"]
    return Read(Sense("length", unit=name, amount=amount, value=coded(amount, name), type="DURATION"), after)


def _reference(frame: Place | None) -> Read | None:
    if frame is None:
        return None
    value = {"last": "PAST_REF", "recent": "PAST_REF", "before_last": "PAST_REF", "next": "FUTURE_REF",
             "following": "FUTURE_REF", "this": "PRESENT_REF", "previous": "PAST_REF"}.get(frame.entry["frame"])
    return Read(Sense("fixed", value=value), frame.after) if value else None


def numbered_plural(tokens: Tokens, index: int) -> Read | None:
    """الـ24 ساعة الماضية, الثلاثة أشهر المقبلة, خمس سنوات ماضية: a length."""
    at = article(tokens, index)
    number = number_at(tokens, at)
    unit = word(tokens, number.after, "time_unit") if number is not None and (at > index or number.article) else None
    if number is None or unit is None or number.value is None or unit.article:
        return None
    if percent(tokens, number, index):
        return None
    frame = word(tokens, unit.after, "time_frame")
    return _length(unit, number.value, frame.after if frame is not None else unit.after)


def ordered(tokens: Tokens, index: int) -> Read | None:
    """الربع الأول من العام الجاري, النصف الثاني من 2018: the quarter alone is the last one of its number."""
    name = word(tokens, index, "time_ordered", lead=True)
    if name is None:
        return None
    ordinal, letter = ordinal_at(tokens, name.after), name.entry["unit"]
    last = word(tokens, name.after, "time_last") if ordinal is None else None
    number = ordinal.value if ordinal is not None else {"H": 2, "T": 3}.get(letter, 4) if last is not None else 9
    if number > 4:
        return None
    after = ordinal.after if ordinal is not None else name.after + 1
    sense = Sense("ordered", unit="Q" if letter == "S" else letter, amount=float(number))
    at = after + said(tokens, after, "time_of")
    whole = (century(tokens, at) or unit_placed(tokens, at)) if letter in ("H", "Q") and at > after else None
    if whole is not None and whole.sense.unit in ("century", "decade"):  # النصف الأول من القرن العشرين
        ends = {1: "START", {"H": 2, "Q": 4}[letter]: "END"}
        return Read(whole.sense.but(mod=ends[number]), whole.after) if number in ends else None
    if at > after and (fiscal := _fiscal(tokens, at)) is not None:
        return fiscal
    within = year_level(tokens, at) or (month_alone(tokens, at) if letter in ("H", "T") and at > after else None)
    if within is not None:
        if within.sense.month is not None:
            within = within._replace(sense=within.sense.but(unit="month"))
        return Read(sense.but(within=within.sense), within.after)
    return Read(sense, after) if letter == "Q" or (letter == "H" and breaks(tokens, after)) else None


def _fiscal(tokens: Tokens, index: int) -> Read | None:
    """الربع الأول من السنة المالية: no quarter of the calendar."""
    unit = word(tokens, index, "time_unit")
    if unit is None or not unit.article or unit.entry["unit"] != "year":
        return None
    kind = word(tokens, unit.after, "time_year_kind")
    if kind is None:
        return None
    whole = kind_of_year(tokens, index)
    return Read(Sense("fixed"), whole.after if whole is not None else kind.after)


def year_level(tokens: Tokens, index: int) -> Read | None:
    """A year as what something stands in: عام 2016, العام الماضي, 2016, هذه السنة, الشهر الجاري, القرن الماضي."""
    placed = unit_placed(tokens, index)
    if placed is not None:
        return placed
    said_year = year_said(tokens, index)
    if said_year is not None:
        return said_year
    bare = year_at(tokens, index)
    return Read(Sense("date", year=bare[0], calendar=bare[1]), bare[2]) if bare is not None else None


def month_level(tokens: Tokens, index: int) -> Read | None:
    """A month as what something stands in: مارس 2017, رمضان, الشهر الجاري; the names of other things too."""
    month = month_alone(tokens, index)
    if month is not None:
        return month
    bare = month_at(tokens, index)
    return tail(tokens, Sense("date", month=bare.number, calendar=bare.calendar), bare.after) if bare is not None else None


def decade(tokens: Tokens, index: int) -> Read | None:
    """ثمانينيات القرن الماضي, التسعينيات."""
    name = word(tokens, index, "time_decade", lead=True)
    if name is None:
        return _decade_of(tokens, index)
    sense = Sense("decade", amount=float(name.entry["decade"]))
    at = name.after + said(tokens, name.after, "time_of")
    within = century(tokens, at) or unit_placed(tokens, at)
    if within is not None and within.sense.unit == "century":
        return Read(sense.but(within=within.sense), within.after)
    return Read(sense, name.after) if name.article else None


def _decade_of(tokens: Tokens, index: int) -> Read | None:
    """العقد الأول من القرن الحالي."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.entry["unit"] != "decade" or not unit.article or unit.entry["number"] != "one":
        return None
    ordinal = ordinal_at(tokens, unit.after)
    if ordinal is None or ordinal.value > 10 or not said(tokens, ordinal.after, "time_of"):
        return None
    within = century(tokens, ordinal.after + 1) or unit_placed(tokens, ordinal.after + 1)
    if within is None or within.sense.unit != "century":
        return None
    return Read(Sense("decade", amount=float(ordinal.value - 1), within=within.sense), within.after)


def century(tokens: Tokens, index: int) -> Read | None:
    """القرن التاسع عشر, القرن الـ21, القرن العشرين."""
    unit = word(tokens, index, "time_unit", lead=True)
    if unit is None or unit.entry["unit"] != "century" or unit.entry["number"] != "one" or not unit.article:
        return None
    number = digits(tokens, article(tokens, unit.after), 1, 2)
    after = article(tokens, unit.after) + 1
    if number is None:
        ordinal = ordinal_at(tokens, unit.after)
        value = number_at(tokens, unit.after) if ordinal is None else None
        if ordinal is not None:
            number, after = ordinal.value, ordinal.after
        elif value is not None and value.value is not None and value.article:
            number, after = int(value.value), value.after
    if number is None or not 1 <= number <= 30:
        return None
    era = era_at(tokens, after) or _era_with_article(tokens, after)
    if era is not None and era[0] != "ce":  # القرن الأول قبل الميلاد: no year of ours
        return Read(Sense("fixed"), era[1])
    return Read(Sense("unit", unit="century", amount=float(number)), era[1] if era is not None else after)


def _era_with_article(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """الهجري, الميلادي behind a century."""
    place = next((place for place in tokens.opening.get(index, ()) if place.kind == "time_era" and place.article), None)
    return (place.entry["era"], place.after) if place is not None else None
