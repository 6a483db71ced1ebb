"""What a parser gives back, and the ways of mending that parsers name."""

from dataclasses import dataclass

from components.errors import TooLarge
from components.model import Warning

LONGEST = 5_000_000  # code points of one article's text: what goes beyond is refused
SAVE_AGAIN = "open it in its program and save it again"
AS_TEXT = "save it as plain text in UTF-8 and try again"
NO_PASSWORD = "open it in its program and save it without a password"


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as its file gives it. `published` is an ISO day."""

    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    warnings: tuple[Warning, ...] = ()


def told(kind: str, message: str, message_ar: str, confidence: float = 0.9) -> Warning:
    """A warning about the whole file."""
    return Warning(0, 0, kind, message, message_ar, confidence=confidence, rule=f"warning.{kind}")


def too_long() -> TooLarge:
    return TooLarge("", "the text is larger than 5 MB", "cut it into articles")
