"""Days and ranges as words, and a time's date parted into what the text states and what the analysis supplied."""

import re
from datetime import date, timedelta
from functools import lru_cache

from components import lexicon
from components.charts.wording import cut, in_digits, listed, word
from components.fold import bare, fold
from components.model import Time

NUMBER, WORD = re.compile(r"\d+"), re.compile(r"\w+")
LEAD = 30  # code points of an expression that a label can hold


def month_text(month: int, lang: str = "ar") -> str:
    return listed("month_names", lang)[month - 1]


def day_text(day: date, lang: str = "ar", digits: str = "latn") -> str:
    """A day in words: 24 يناير 2024."""
    return in_digits(f"{day.day} {month_text(day.month, lang)} {day.year}", digits, lang)


def range_text(earliest: date | None, latest: date | None, lang: str = "ar", digits: str = "latn") -> str:
    """The days from `earliest` to `latest` in the fewest words; "" where both are open.

    >>> range_text(date(2023, 8, 1), date(2023, 8, 31)), range_text(date(2024, 1, 22), date(2024, 1, 28), "en")
    ('أغسطس 2023', '22–28 January 2024')
    """
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        known = earliest or latest
        assert known is not None
        return f"{word('until' if earliest is None else 'since', lang)} {day_text(known, lang, digits)}"
    if earliest == latest:
        return day_text(earliest, lang, digits)
    return in_digits(_span(earliest, latest, lang), digits, lang)


def _span(earliest: date, latest: date, lang: str) -> str:
    months = earliest.day == 1 and (latest == date.max or (latest + timedelta(days=1)).day == 1)
    years = months and earliest.month == 1 and latest.month == 12
    first, last = month_text(earliest.month, lang), month_text(latest.month, lang)
    if years:
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if earliest.year != latest.year:
        left, right = ("", "") if months else (f"{earliest.day} ", f"{latest.day} ")
        return f"{left}{first} {earliest.year} – {right}{last} {latest.year}"
    if months:
        return f"{first if first == last else f'{first} – {last}'} {earliest.year}"
    if first == last:
        return f"{earliest.day}–{latest.day} {first} {earliest.year}"
    return f"{earliest.day} {first} – {latest.day} {last} {earliest.year}"


def stamp(time: Time, lang: str = "ar", digits: str = "latn") -> tuple[str, str]:
    """The date of `time` as the text states it, and what the analysis supplied (to be shown in brackets); either may be "".

    In English the stated part is there only where the article gives a day, month or weekday that can be put in English.
    """
    full = range_text(time.earliest, time.latest, lang, digits)
    stated = in_digits(cut(time.text, LEAD), digits, lang)
    if not full:
        return (stated, "") if lang == "ar" else ("", "")
    first = time.earliest or time.latest
    assert first is not None
    numbers = [int(each) for each in NUMBER.findall(fold(time.text))]
    if time.calendar != "hijri" and first.year in numbers and (len(numbers) > 1 or time.earliest != time.latest):
        return (stated if lang == "ar" else full), ""
    if _lacks_only_a_year(time, numbers):
        year = in_digits(first.year, digits, lang)
        return (stated if lang == "ar" else full.removesuffix(f" {first.year}")), year
    return (stated if lang == "ar" else _weekday(time, first)), full


def _lacks_only_a_year(time: Time, numbers: list[int]) -> bool:
    """Whether the text names the month, and the days too where it means some of its days only: 14 نيسان, أغسطس."""
    first, last = time.earliest, time.latest
    if time.calendar == "hijri" or first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return False
    if not any(f" {name} " in f" {' '.join(WORD.findall(bare(fold(time.text))))} " for name in _month_names(first.month)):
        return False
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    return not numbers if whole else first.day in numbers and last.day in numbers


@lru_cache(maxsize=12)
def _month_names(month: int) -> tuple[str, ...]:
    """Every name the desks give to a month of the Gregorian year, folded."""
    entries = lexicon.entries()["time_month"]
    return tuple(bare(fold(e.form)) for e in entries if int(e["month"]) == month and e["calendar"] != "hijri")


def _weekday(time: Time, first: date) -> str:
    index = first.isoweekday() % 7
    stem = fold(listed("day_names", "ar")[index])
    return listed("day_names", "en")[index] if stem in fold(time.text) and time.earliest == time.latest else ""
