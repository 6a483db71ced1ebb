"""How long: a number and a unit, and points a length away (قبل ثلاثة أيام)."""

from typing import NamedTuple

from components.extract.enclosed import CLOSING
from components.extract.numbers import Number, number_at
from components.extract.times.dates import day_and_month
from components.extract.times.sense import Read, Sense, article, breaks, digits, ends_with, said, word, words
from components.text.tokens import DIGITS, LINE, Place, Tokens

CODES = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D", "week": "P{}W",
         "month": "P{}M", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE", "quarter": "P{}Q"}
_SIZES = list(CODES)  # from the smallest
YEARS = {"decade": 10, "century": 100}
_OWNERS, _SHORT = ("هم", "ها", "هما", "هن", "نا", "ه"), 4
_BEHIND_DECADES = frozenset(("time_frame", "time_rank", "numeral", "ordinal"))
_SIGNED = 4  # words between signing and the contracts
_CLAUSE = 8  # words between a negation and يوما
_BETWEEN = frozenset(("time_range_end", "time_or"))
_MOST = 100_000_000_000  # the years of the universe


class Length(NamedTuple):
    """`amount` of `unit` (None: left open), the TIMEX3 value, and the token after it."""

    amount: float | None
    unit: str
    value: str
    mod: str | None
    after: int
    sure: bool  # it needs no preposition to be a length


def coded(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3M, PT48H, PXD; parts of decades and centuries in years.

    >>> coded(0.5, "century")
    'P50Y'
    """
    if amount is None:
        return CODES[unit].format("X")
    if unit in YEARS and amount != int(amount):
        amount, unit = amount * YEARS[unit], "year"
    if unit == "hour" and amount != int(amount) and amount * 60 == int(amount * 60):
        whole, minutes = divmod(int(amount * 60), 60)
        return (f"PT{whole}H{minutes}M" if whole else f"PT{minutes}M")
    if unit == "year" and amount != int(amount) and amount * 12 == int(amount * 12):
        whole, months = divmod(int(amount * 12), 12)
        return f"P{whole}Y{months}M" if whole else f"P{months}M"
    number = str(int(amount)) if amount == int(amount) else f"{amount:g}"
    return CODES[unit].format(number)


def length_at(tokens: Tokens, index: int, lead: bool = False) -> Length | None:
    """The length at token `index`: نحو ست ساعات, عامين, ساعة ونصف, عدة أيام, شهر و21 يوما. Ranges have no value."""
    approx = word(tokens, index, "time_approx", lead)
    mod, at = None, index
    if approx is not None:
        mod, at, lead = approx.entry["mod"], approx.after, False
    first = _one(tokens, at, lead)
    if first is None:
        return None
    if approx is not None and first.amount is None and approx.entry.get("elative"):
        return None  # أكثر أيام حياتي إثارة
    first = _with_rest(tokens, first)
    if word(tokens, first.after, "time_light") is not None:
        return None  # 40 سنة ضوئية is how far
    sure = first.sure or approx is not None
    after = first.after
    bound = word(tokens, after, "time_bound")
    if bound is not None and (sure or first.unit in ("hour", "day", "week", "month", "year")):
        mod, after, sure = bound.entry["mod"], bound.after, True
    return first._replace(mod=mod, sure=sure, after=after)


def _one(tokens: Tokens, at: int, lead: bool) -> Length | None:
    """One number and its unit."""
    if tokens.kind(at) == DIGITS:
        return _numbered(tokens, at, lead)
    fraction = word(tokens, at, "time_fraction", lead)
    if fraction is not None and not fraction.article:
        unit = word(tokens, fraction.after, "time_unit")
        if unit is not None and unit.entry["number"] == "one" and unit.entry["unit"] not in ("quarter", "second"):
            return _made(float(fraction.entry["part"]), unit, True)
        return None
    some = word(tokens, at, "time_some", lead)
    if some is not None:
        unit = word(tokens, some.after, "time_unit")
        return _made(None, unit, True) if unit is not None and unit.entry["number"] != "two" else None
    alone = word(tokens, at, "time_unit", lead)
    if alone is not None and not alone.article:
        return _alone(tokens, alone)
    return _numbered(tokens, at, lead)


def _made(amount: float | None, unit: Place, sure: bool) -> Length:
    return Length(amount, unit.entry["unit"], coded(amount, unit.entry["unit"]), None, unit.after, sure)


def percent(tokens: Tokens, number: Number, begin: int) -> bool:
    """The hundred of a percentage closes before what follows: 4 في المائة يوم الاثنين, 5 بالمئة عام 2017."""
    return number.value == 100 and number.article and (
        tokens.form(begin)[0] == "ب" or said(tokens, begin - 1, "time_inside"))


def _numbered(tokens: Tokens, at: int, lead: bool) -> Length | None:
    """A number in digits or words and the unit behind it; a range of two numbers has no value."""
    begin = at + 1 if tokens.form(at) in CLOSING else article(tokens, at)
    number = number_at(tokens, begin)
    if number is None or (number.dual and number.value is None):
        return None
    if percent(tokens, number, begin):
        return None
    if not lead and number.start > tokens.tokens[begin].start and not number.article:
        return None
    unit = word(tokens, number.after, "time_unit")
    if unit is None:
        return _span_of_numbers(tokens, number)
    if _heads_another(tokens, unit):
        return None
    if (unit.article and not number.vague) or unit.entry["number"] == "two" or (number.value or 0) > _MOST:
        return None
    if unit.entry.get("weak") and unit.entry["number"] == "one" and number.value is not None and number.value < 11 and (
            not number.fraction and not number.digits):
        return None
    return _made(None if number.vague else number.value, unit, True)


def _heads_another(tokens: Tokens, unit: Place) -> bool:
    """في الدقيقة 77 يوم الأحد, 200 ألف سنة 2015: the unit opens the next time."""
    name, after = unit.entry["unit"], unit.after
    if unit.entry["number"] != "one" or tokens.form(unit.first)[-1:] == "ا":
        return False
    if name == "day":
        return said(tokens, after, "time_weekday") or said(tokens, after, "time_day") or (
            day_and_month(tokens, after) is not None)
    return name == "year" and digits(tokens, after, 4) is not None


def _span_of_numbers(tokens: Tokens, first: Number) -> Length | None:
    """18 و60 عاما, 5 إلى 7 سنوات, 10-15 دقيقة: one length without a value."""
    if tokens.form(first.after) not in ("و", "-", "–") and tokens.classes(first.after).isdisjoint(_BETWEEN):
        return None
    second = number_at(tokens, first.after + 1)
    unit = word(tokens, second.after, "time_unit") if second is not None else None
    if second is None or unit is None or unit.article or unit.entry["number"] == "two":
        return None
    return Length(None, unit.entry["unit"], "", None, unit.after, True)


def _alone(tokens: Tokens, unit: Place) -> Length | None:
    """A unit that carries its number: عامين, ساعات عدة, عام واحد, شهر; the bare ones want a preposition before them."""
    one = word(tokens, unit.after, "time_one")
    if unit.entry["number"] == "one":
        if one is not None:
            return _made(1, unit, True)._replace(after=one.after)
        return _made(1, unit, False)
    if unit.entry["number"] == "two":
        return None if unit.entry.get("construct") else _made(2, unit, True)
    some = word(tokens, unit.after, "time_some_after")
    if some is not None:
        return _made(None, unit, True)._replace(after=some.after)
    return _made(None, unit, False)


def _with_rest(tokens: Tokens, first: Length) -> Length:
    """Smaller units and fractions behind the first: ساعة و42 دقيقة, عام ونصف العام, شهر و21 يوما."""
    half = word(tokens, first.after, "time_and_fraction")
    unit = word(tokens, half.after, "time_unit") if half is not None else None
    if half is not None and first.amount is not None and (unit is None or unit.article):
        after = unit.after if unit is not None and unit.article and unit.entry["unit"] == first.unit else half.after
        amount = first.amount + float(half.entry["part"])
        return first._replace(amount=amount, value=coded(amount, first.unit), after=after, sure=True)
    value, after = first.value, first.after
    for _ in range(4):
        joined = _joined(tokens, after)
        if joined is None or not value or not joined.value or _SIZES.index(joined.unit) >= _SIZES.index(first.unit):
            break
        tail = joined.value[1:]
        value, after = value + (tail[1:] if "T" in value and tail.startswith("T") else tail), joined.after
        first = first._replace(sure=True)
    return first._replace(value=value, after=after)


def _joined(tokens: Tokens, at: int) -> Length | None:
    """The smaller unit behind و: و21 يوما, ويومان, ونصف ساعة, ودقيقة."""
    if tokens.form(at) == "و":
        return _one(tokens, at + 1, False)
    for place in tokens.opening.get(at, ()):
        if place.clitics != "و" or place.article:
            continue
        if place.kind == "time_unit" and place.entry["number"] != "many":
            return _made(2 if place.entry["number"] == "two" else 1, place, True)
        if place.kind in ("time_fraction", "numeral", "fraction"):
            joined = _one(tokens, at, True)
            if joined is not None:
                return joined
    return None


def duration(tokens: Tokens, index: int) -> Read | None:
    """A length that is said as one: ثلاث سنوات, عامين, لمدة أسبوع, منذ عقود."""
    length = length_at(tokens, index, lead=True) or _some_while(tokens, index)
    if length is None or (length.unit == "decade" and contracts(tokens, index, length.after)):
        return None
    before = ends_with(tokens, index, "time_before", 2)
    if (before is not None and before.after == index and _one_by_one(tokens, before)):
        return None
    governed = (before is not None and before.entry.get("length")) or _how_far(tokens, index - 1)
    if not length.sure and not governed and not _loose_end(tokens, index, length):
        return None
    follower = tokens.form(length.after)
    if not length.sure and (word(tokens, length.after, "time_month") or digits(tokens, length.after, 4)):
        return None
    if not length.sure and (length.unit == "second" or (length.amount is None and follower[:2] == "ال" and (
            word(tokens, length.after, "time_frame") is None))):
        return None  # لفترة ثانية, خلال ساعات الليل
    if not length.sure and length.unit == "day" and length.amount == 1 and _day_of(follower):
        return None
    frame = word(tokens, length.after, "time_frame") if length.amount is not None and length.sure else None
    placed = frame is not None and frame.entry["frame"] in ("last", "next") and frame.after > length.after
    return Read(Sense("length", unit=length.unit, amount=length.amount, value=length.value or None, mod=length.mod,
                      type="DURATION"), frame.after if frame is not None and placed else length.after)


def contracts(tokens: Tokens, index: int, after: int) -> bool:
    """عدة عقود مع المستشفى, وقعا ثلاثة عقود, عقود الأدوية: what is signed, no tens of years; منذ ثلاثة عقود is when."""
    if any(place.clitics.endswith("ل") for place in tokens.opening.get(index, ())) or ends_with(
            tokens, index, "time_since", 1) is not None:
        return False  # نزاع دام لعقود مع اليونان
    if tokens.form(after).startswith("ال") and tokens.classes(after).isdisjoint(_BEHIND_DECADES):
        return True
    if ends_with(tokens, index, "time_in", 2) is not None:
        return False
    least = max(tokens.sentence(index)[0], index - _SIGNED)
    return said(tokens, after, "time_with") or any(said(tokens, before, "time_signed") for before in range(least, index))


def _day_of(follower: str) -> bool:
    """منذ يوم دخولهم, منذ يوم الحادث: the day of something, no length."""
    return follower[:2] == "ال" or (len(follower) > _SHORT and follower.endswith(_OWNERS))


def _loose_end(tokens: Tokens, index: int, length: Length) -> bool:
    """A bare unit at the end of its phrase: في أسبوع, إلى سنوات; behind لـ its plural (لسنوات)."""
    if length.amount == 1 and tokens.form(index)[-1:] == "ا" and length.unit in ("day", "week", "month", "year"):
        return _accusative(tokens, index, length)
    if length.amount is None and any(place.clitics.endswith("ل") for place in words(tokens, index, "time_unit")):
        return True
    before = index - 1
    if length.amount is None and tokens.form(length.after) in ("بعد", "قبل") and breaks(tokens, before):
        return True  # أيام قبل الاقتراع
    if said(tokens, length.after, "time_range_end") and said(tokens, before, "time_of"):
        longer = length_at(tokens, length.after + 1)  # من سنة إلى 6 أشهر
        return longer is not None and longer.sure
    inside = said(tokens, before, "time_inside") or said(tokens, before, "time_of")
    until = length.amount is None and said(tokens, before, "time_range_end")
    return breaks(tokens, length.after) and (inside or until) and length.unit in ("hour", "day", "week", "month", "year")


def _accusative(tokens: Tokens, index: int, length: Length) -> bool:
    """أمهلهم أسبوعا, قضى عاما في السجن; not كان يوما عصيبا nor عاما بعد آخر."""
    if any(said(tokens, before, "time_being") for before in (index - 1, index - 2)):
        return False
    follower = tokens.form(length.after)
    if length.unit == "day" and any(said(tokens, before, "time_never") for before in range(max(
            tokens.sentence(index)[0], index - _CLAUSE), index)):
        return False  # لم يغب عن الفريق يوما
    if follower == "بعد":  # شهرا بعد استقالته, but عاما بعد عام
        return not any(said(tokens, length.after + 1, kind) for kind in ("time_unit", "time_another"))
    return breaks(tokens, length.after) or said(tokens, length.after, "time_lasting") or (
        follower[:1] == "ل" and not said(tokens, length.after, "time_own_lam"))


def _some_while(tokens: Tokens, index: int) -> Length | None:
    """منذ فترة, منذ مدة طويلة: a length without a measure."""
    unit = word(tokens, index, "time_vague_unit")
    if unit is None or not said(tokens, index - 1, "time_since"):
        return None
    some = word(tokens, unit.after, "time_some_after")
    return Length(None, "day", "", None, some.after if some is not None else unit.after, True)


def distance(tokens: Tokens, index: int) -> Read | None:
    """A point a length away: قبل نحو 3 أشهر, بعد يومين, قبل أيام. What the event behind من dates has no value."""
    before = word(tokens, index, "time_before", lead=True)
    if before is None or "point" not in before.entry.attrs or _how_far(tokens, index) or (
            _one_by_one(tokens, before)):
        return None
    at = before.after
    passing = said(tokens, at, "time_passing")
    at += passing
    length = length_at(tokens, at)
    if length is None or (not length.sure and word(tokens, length.after, "time_weekday")):
        return None
    if not length.sure and _not_a_length(tokens, length):
        return None
    after = length.after
    event = said(tokens, after, "time_from") and not said(tokens, after, "time_without")
    frame = before.entry["point"]
    if frame == "after":
        event = event or said(tokens, after, "time_from_after") or _headed(tokens, index, after)
        frame = "passing" if passing else frame
    sense = Sense("ago", unit=length.unit, amount=length.amount, frame=frame, mod=length.mod,
                  value="event" if event else None, type="TIME" if length.unit in ("hour", "minute", "second") else "DATE")
    return Read(sense, after)


def _one_by_one(tokens: Tokens, before: Place) -> bool:
    """عاما بعد عام, ليلة بعد ليلة."""
    unit, other = word(tokens, before.first - 1, "time_unit"), word(tokens, before.after, "time_unit")
    return unit is not None and other is not None and unit.entry["unit"] == other.entry["unit"] and (
        unit.entry["number"] == other.entry["number"] == "one" and not other.article)


def _how_far(tokens: Tokens, index: int) -> bool:
    """على بعد أسبوعين من الاقتراع: a length, no point."""
    return tokens.form(index) == "بعد" and said(tokens, index - 1, "time_on")


def _headed(tokens: Tokens, index: int, after: int) -> bool:
    """«بعد 7 سنوات.. الحارس يعود»: the head of a headline, whose story says since what."""
    return tokens.kind(index - 1) in ("", LINE) and (
        tokens.form(after) in ("…", ":") or tokens.form(after) == tokens.form(after + 1) == ".")


def _not_a_length(tokens: Tokens, length: Length) -> bool:
    """قبل عام 2016, بعد شهر رمضان, بعد يوم الجمعة, قبل يوم 20 مايو: the unit belongs to what follows."""
    after = length.after
    if length.unit == "day" and length.amount == 1 and day_and_month(tokens, after) is not None:
        return True
    return bool(digits(tokens, after, 4) or word(tokens, after, "time_month") or word(tokens, after, "time_day")
                or (length.unit in ("decade", "second", "quarter", "night") and length.amount == 1
                    and not said(tokens, after, "time_of_time")))
