"""Words, digits and numbers of the charts, in Arabic or English. The words are in data/charts/words.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parents[2] / "data" / "charts" / "words.toml"
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SIGNS = {"approx": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤"}


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def word(key: str, lang: str = "ar") -> str:
    """The word for `key` in `lang` ("ar" or "en"); KeyError for a key that is not in the table.

    >>> word("timeline", "en")
    'Timeline'
    """
    return _table()[key][lang]


def listed(key: str, lang: str = "ar") -> list[str]:
    """The words of a list, such as the twelve months from January on."""
    return word(key, lang).split("|")


def in_digits(text: object, digits: str = "latn", lang: str = "ar") -> str:
    """`text` with its digits as ٠١٢ where `digits` is "arab" and the interface Arabic.

    >>> in_digits(2024, "arab")
    '٢٠٢٤'
    """
    return str(text).translate(ARABIC_DIGITS) if digits == "arab" and lang == "ar" else str(text)


def number(value: float, digits: str = "latn", lang: str = "ar") -> str:
    """A number as the interface writes it: thousands set apart from 10,000 on, no empty decimals, at most 4 of them.

    >>> number(2500.0), number(3_500_000.0), number(12.5), number(86000, "arab")
    ('2500', '3,500,000', '12.5', '٨٦٬٠٠٠')
    """
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    if abs(value) < 10_000:
        text = text.replace(",", "")
    if digits == "arab" and lang == "ar":
        text = text.replace(",", "٬").replace(".", "٫")
    return in_digits(text, digits, lang)


def cut(text: str, most: int) -> str:
    """`text` in at most `most` code points, ended at a word and with «…» where something is left out.

    >>> cut("اتفقت الدولتان على بدء المحادثات", 20)
    'اتفقت الدولتان على…'
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    space = text.rfind(" ", 0, max(most, 1))
    return text[: space if space > 0 else max(most - 1, 1)].rstrip(" ،,.؛:") + "…"
