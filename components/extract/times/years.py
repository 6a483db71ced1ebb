"""A year in digits alone: by what stands before it, and by what it does not count."""

from components.extract.times.dates import day_before, year_at
from components.extract.times.sense import Read, Sense, article, digits, ends_with, said
from components.extract.times.verbs import is_verb
from components.text.tokens import DIGITS, LINE, WORD, Tokens

_COUNTED = ("numeral", "figure_currency", "figure_measure")


def bare_year(tokens: Tokens, index: int) -> Read | None:
    """Four digits that are a year: behind a preposition of time or a year before, and not counting anything."""
    year = year_at(tokens, index)
    if year is None or (tokens.form(index - 1) in ("ال", "لل") and year[2] == index + 1):
        return None
    number, calendar, after = year
    digit = article(tokens, index)
    if digit > index and after == digit + 1:
        return _with_article(tokens, index, digit, number)
    sense = Sense("date", year=number, calendar=calendar)
    if after > index + 1:
        return Read(sense, after) if calendar == "hijri" or number < 0 or number > 999 else None
    if not 1850 <= number <= 2070 or counting(tokens, index):
        return None
    return Read(sense, after) if _year_place(tokens, index) else None


def _with_article(tokens: Tokens, index: int, digit: int, number: int) -> Read | None:
    """في الـ2015: behind a preposition of time and before nothing that it may count (الـ 1200 موظف)."""
    if not 1850 <= number <= 2070 or counting(tokens, digit) or not _parted(tokens, digit + 1):
        return None
    return Read(Sense("date", year=number), digit + 1) if ends_with(tokens, index, "time_in", 2) is not None else None


def counting(tokens: Tokens, index: int) -> bool:
    """True where the digits at token `index` count what follows, or number something."""
    follower = index + 1
    if tokens.form(follower) in ("%", "٪", "$", "€") or said(tokens, index - 1, "time_number_word"):
        return True
    if tokens.glued(index) and tokens.form(follower) in ("/", "-", ":", "."):
        return tokens.kind(follower + 1) in (DIGITS,)
    if any(said(tokens, follower, kind) for kind in _COUNTED):
        return True
    form = tokens.form(follower)
    weak = tokens.form(index - 1) == "و" or said(tokens, index - 1, "time_open_end")
    return form[-1:] == "ا" and form[:1] != "و" and weak  # من 1990 دولارا


def _year_place(tokens: Tokens, index: int) -> bool:
    before = tokens.form(index - 1)
    if before in ("و", "-", "/", "،") or said(tokens, index - 1, "time_range_end"):
        back = index - 2
        return _is_year(tokens, back) or (said(tokens, index - 1, "time_in") and _parted(tokens, index + 1))
    if before in ("(", "[") and tokens.form(index + 1) in (")", "]", "-", "–"):
        return True
    if tokens.kind(index - 1) in ("", LINE) and tokens.form(index + 1) == ":":
        return True
    month = ends_with(tokens, index, "time_month", 3)
    if month is not None:
        return not day_before(tokens, month.first, place=True)
    return ends_with(tokens, index, "time_in", 2) is not None


def _parted(tokens: Tokens, index: int) -> bool:
    """What the number before token `index` cannot count: a mark, a joined word, a verb."""
    return tokens.kind(index) != WORD or tokens.form(index)[:1] == "و" or is_verb(tokens.form(index))


def _is_year(tokens: Tokens, index: int) -> bool:
    number = digits(tokens, index, 4)
    return number is not None and 1800 <= number <= 2100
