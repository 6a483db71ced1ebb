"""The calendar: days and months counted on, the first and last day of a value, Hijri dates by Umm al-Qura."""

from calendar import monthrange
from datetime import MINYEAR, date, timedelta

Bounds = tuple[date | None, date | None]
OPEN: Bounds = (None, None)
HIJRI_MARGIN = timedelta(days=1)  # a sighted moon may stand a day from the computed one
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LENGTHS = {"Q": 3, "H": 6, "T": 4}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def days_from(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def months_from(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) `count` months on."""
    at = year * 12 + month - 1 + count
    return at // 12, at % 12 + 1


def month_bounds(year: int, month: int, count: int = 1) -> Bounds:
    last_year, last_month = months_from(year, month, count - 1)
    if not MINYEAR <= year <= last_year <= 9999:
        return OPEN
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def week_value(day: date) -> str:
    """The ISO week of `day`: 2024-W04."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def bounds(value: str | None) -> Bounds:
    """First and last day that a TIMEX3 calendar value can mean; (None, None) for what is not on the calendar.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if not value or "X" in value or value.endswith("REF") or not value[0].isdigit():
        return OPEN
    try:
        return _bounds(value.partition("T")[0] if "T" in value[4:] else value)
    except (ValueError, OverflowError):
        return OPEN


def _bounds(value: str) -> Bounds:
    head, _, rest = value.partition("-")
    if not rest:
        return _years(head)
    year = int(head)
    if rest[0] == "W" and rest[1:3].isdigit():
        monday = date.fromisocalendar(year, int(rest[1:3]), 1)
        return (monday + timedelta(days=5) if rest.endswith("WE") else monday), monday + timedelta(days=6)
    if rest in SEASON_STARTS:
        return month_bounds(year, SEASON_STARTS[rest], 3)
    if rest[0] in _LENGTHS:
        length = _LENGTHS[rest[0]]
        return month_bounds(year, (int(rest[1:]) - 1) * length + 1, length)
    if len(rest) == 2:
        return month_bounds(year, int(rest))
    day = date.fromisoformat(value)
    return day, day


def _years(head: str) -> Bounds:
    span = 10 ** (4 - len(head))
    first = int(head) * span
    return date(max(first, MINYEAR), 1, 1), date(first + span - 1, 12, 31)


def narrowed(ends: Bounds, mod: str | None) -> Bounds:
    """The half of `ends` that beginning or end names, the middle half for the middle."""
    first, last = ends
    if first is None or last is None or mod not in ("START", "MID", "END") or first == last:
        return ends
    length = (last - first).days
    half, quarter = timedelta(days=length // 2), timedelta(days=length // 4)
    return {"START": (first, first + half), "MID": (first + quarter, last - quarter), "END": (last - half, last)}[mod]


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day by Umm al-Qura; None outside 1343 to 1500 and for a day the month has not."""
    from hijridate import Hijri  # only here: most articles need no Hijri date, and the import costs 26 ms

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_bounds(year: int, month: int | None) -> Bounds:
    """First and last Gregorian day of a Hijri month or year."""
    first = hijri_day(year, month or 1, 1)
    after = hijri_day(*((year + 1, 1) if month in (None, 12) else (year, (month or 0) + 1)), 1)
    return (first, after - timedelta(days=1)) if first and after else OPEN


def hijri_year(day: date) -> int | None:
    """The Hijri year of a Gregorian day; None outside the table."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
