"""The words of the interface, from data/interface: names, counted nouns, numbers, days, in Arabic or English.

The article's own words and digits are never touched here. Every file of data/interface is read once.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).resolve().parent.parent / "data" / "interface"
Lang = Literal["ar", "en"]
Digits = Literal["latn", "arab"]
LISTED = ("counted", "calendar")  # files whose entries hold lists of forms
_ARABIC = {**{ord("0") + each: chr(0x660 + each) for each in range(10)}, ord("."): "٫", ord(","): "٬", ord("%"): "٪"}


@lru_cache(maxsize=1)
def words() -> Mapping[str, Mapping[str, str]]:
    """Every single word of the interface by its key, each in `ar` and `en`."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem not in LISTED:
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=2)
def listed(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The lists of `counted` or `calendar` by their key, each in `ar` and `en`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface's voice in one language and one shape of digits (Arabic digits only in Arabic)."""

    lang: Lang = "ar"
    digits: Digits = "latn"

    def __call__(self, key: str) -> str:
        """The word for `key`; raises KeyError where data/interface has none."""
        return words()[key][self.lang]

    def maybe(self, key: str, instead: str = "") -> str:
        """The word for `key`, or `instead` where there is none."""
        entry = words().get(key)
        return entry[self.lang] if entry else instead

    def shaped(self, text: str) -> str:
        """`text` with its digits, decimal point and percent sign in the chosen shape."""
        return text.translate(_ARABIC) if self.digits == "arab" and self.lang == "ar" else text

    def number(self, value: float) -> str:
        """`value` with thousands apart from 10,000 on.

        >>> Wording("en").number(86000), Wording("ar", "arab").number(2500)
        ('86,000', '٢٥٠٠')
        """
        whole: float = int(value) if float(value).is_integer() else value
        return self.shaped(f"{whole:,}" if abs(whole) >= 10_000 else f"{whole}")

    def noun(self, count: int, key: str) -> str:
        """The form of noun `key` that stands beside `count`; with one, two and none it says the number itself.

        >>> [Wording("ar").noun(count, "quote") for count in (1, 2, 5, 11, 100)]
        ['قول واحد', 'قولان', 'أقوال', 'قولًا', 'قول']
        """
        forms: list[Any] = listed("counted")[key][self.lang]
        return str(forms[_arabic_form(count) if self.lang == "ar" else 2 if count == 0 else min(count, 2) - 1])

    def says_number(self, count: int) -> bool:
        """Whether the noun alone says the number."""
        return count == 0 or (self.lang == "ar" and count < 3)

    def count(self, count: int, key: str) -> str:
        """`count` things, as one would write it.

        >>> Wording("ar").count(2, "event"), Wording("ar").count(14, "event"), Wording("en").count(1, "event")
        ('حدثان', '14 حدثًا', '1 event')
        """
        noun = self.noun(count, key)
        return noun if self.says_number(count) else f"{self.number(count)} {noun}"

    def percent(self, share: float) -> str:
        """A share of 1 in whole percent; under one percent but not nothing is 1%."""
        return self.shaped(f"{max(round(share * 100), 1 if share else 0)}%")

    def day(self, day: date) -> str:
        """`day` with its month's name: 24 يناير 2024."""
        return self.shaped(f"{day.day} {self.month(day.month)} {day.year}")

    def told(self, sentence: str) -> str:
        """`sentence` with its ISO days written out: bare ones would be read turned round after Arabic letters.

        >>> Wording("ar").told("محسوب من يوم النشر 2024-01-24، وهو أربعاء")
        'محسوب من يوم النشر 24 يناير 2024، وهو أربعاء'
        """
        return " ".join(self._day_in(word) for word in sentence.split(" "))

    def _day_in(self, word: str) -> str:
        try:
            return self.day(date.fromisoformat(word[:10])) + word[10:]
        except ValueError:
            return word

    def month(self, number: int) -> str:
        """The name of month 1 to 12."""
        return listed("calendar")["months"][self.lang][number - 1]


def _arabic_form(count: int) -> int:
    """Which of the six forms of data/interface/counted.toml stands with `count`."""
    if count == 0:
        return 5
    if count < 3:
        return count - 1
    rest = count % 100
    return 2 if 3 <= rest <= 10 else 3 if rest > 10 else 4
