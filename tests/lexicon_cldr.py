"""Write data/lexicon/times/time_month.csv and time_weekday.csv from the CLDR, as Babel carries it.

Run once after a new Babel (PYTHONPATH=. python tests/lexicon_cldr.py); the command line cannot wait for Babel's import.
`tests/test_times_lexicon.py` sees to it that the files are what Babel says. Unicode-3.0, see data/SOURCES.md.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from components.lexicon import key

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicon" / "times"
LOCALES = ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_MR")
WEEKDAYS = range(7)  # Babel counts from Monday = 0


def months() -> Iterator[tuple[str, int, str]]:
    """(name, month, calendar): Gregorian names of every Arabic desk; Levantine ones are `syriac`."""
    for code in LOCALES:
        calendar = "syriac" if code == "ar_LB" else "gregorian"
        for number, name in Locale.parse(code).months["format"]["wide"].items():
            yield name, number, calendar


def weekdays() -> Iterator[tuple[str, int]]:
    """(name, ISO weekday, Monday = 1)."""
    for number, name in Locale.parse("ar").days["format"]["wide"].items():
        yield name, number + 1


def main() -> None:
    with (FOLDER / "time_weekday.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("form", "weekday"), *weekdays()])
    with (FOLDER / "time_month.csv").open("w", encoding="utf-8", newline="") as out:
        rows = {key(name): (name, number, calendar) for name, number, calendar in reversed(list(months()))}
        csv.writer(out, lineterminator="\n").writerows([("form", "month", "calendar"), *reversed(rows.values())])


if __name__ == "__main__":
    sys.exit(main())
