"""The names of months and weekdays agree with the CLDR, as Babel carries it, and the Hijri ones with hijridate."""

import csv
from pathlib import Path

import pytest

from components.lexicon import key
from components.text.tokens import Tokens
from tests import lexicon_cldr

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicon" / "times"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(("name", "month", "calendar"), list(lexicon_cldr.months()))
def test_each_cldr_month_is_known(name: str, month: int, calendar: str) -> None:
    places = Tokens(f"في {name} من").places["time_month"]
    assert month in {int(place.entry["month"]) for place in places if place.entry["calendar"] in (calendar, "gregorian")}


@pytest.mark.parametrize(("name", "weekday"), list(lexicon_cldr.weekdays()))
def test_each_cldr_weekday_is_known(name: str, weekday: int) -> None:
    assert {int(place.entry["weekday"]) for place in Tokens(f"يوم {name} في").places["time_weekday"]} == {weekday}


def test_the_files_hold_nothing_that_babel_does_not() -> None:
    known = {(key(name), month) for name, month, _ in lexicon_cldr.months()}
    assert {(key(row["form"]), int(row["month"])) for row in rows("time_month.csv")} == known
    days = {(key(name), weekday) for name, weekday in lexicon_cldr.weekdays()}
    assert {(key(row["form"]), int(row["weekday"])) for row in rows("time_weekday.csv")} == days


@pytest.mark.parametrize("month", range(1, 13))
def test_hijri_months_agree_with_hijridate(month: int) -> None:
    from hijridate import Hijri

    name = Hijri(1445, month, 1).month_name("ar")
    places = Tokens(f"في شهر {name} من").places["time_month"]
    assert {int(place.entry["month"]) for place in places if place.entry["calendar"] == "hijri"} == {month}
