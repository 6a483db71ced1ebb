"""Text that somebody read in the wrong encoding and saved again, put back: UTF-8 read as another (Ø§Ù„ or ط§ظ„ where there
was ال), an Arabic code page read as a Latin one (ÇáÞæá where there was القول).

Only text that is nearly all such signs is touched; a single odd pair of letters is left as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from components.text.encoding import guessed

LEAST = 16  # signs below which nothing is certain
SHARE = 0.7  # of all signs beyond ASCII: those that stand in pairs
_OFTEN = 4  # it happens to a text more than once
_LATIN, _ARABIC = "windows-1252", "windows-1256"


@dataclass(frozen=True, slots=True)
class Misread:
    """The text was in `was` and had been read as `read_as`."""

    was: str
    read_as: str


def _signs(encoding: str, first: int, last: int) -> dict[str, int]:
    """What the bytes from `first` to `last` look like in `encoding`; some programs leave 80 to 9F as they are."""
    found = {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(first, last + 1)}
    return found | {chr(byte): byte for byte in range(first, min(last, 0x9F) + 1) if chr(byte) not in found}


_BYTES = {encoding: _signs(encoding, 0x80, 0xFF) for encoding in (_LATIN, _ARABIC, "mac-roman", "cp437", "cp850")}


def _class(encoding: str, *spans: tuple[int, int]) -> str:
    return f"[{''.join(re.escape(sign) for span in spans for sign in _signs(encoding, *span))}]"


def _pairs(encoding: str) -> re.Pattern[str]:
    """D8 to DB begin the Arabic letters; C2, C3 and E2 what came out of them, where it happened twice."""
    one, two = _class(encoding, (0xD8, 0xDB), (0xC2, 0xC3)), _class(encoding, (0xE2, 0xE2))
    trail = _class(encoding, (0x80, 0xBF))
    return re.compile(f"(?:{one}{trail}|{two}{trail}{trail})+")


_PAIRS = {encoding: _pairs(encoding) for encoding in _BYTES}
_LEADS = {encoding: tuple(_signs(encoding, 0xD8, 0xD9)) + tuple(_signs(encoding, 0xC3, 0xC3)) for encoding in _BYTES}
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_LETTER, _OTHER = re.compile("[\xa8-\xff\u0152-\u0192]"), re.compile("[A-Za-z\u0620-\u064a]")


def mended(text: str) -> tuple[str, Misread | None]:
    """(the text, None) where there is nothing to mend, else (the text as it was, what had happened to it).

    >>> mended("Ù‚Ø§Ù„ Ø§Ù„ÙˆØ²ÙŠØ± Ø§Ù„ÙŠÙˆÙ…")
    ('قال الوزير اليوم', Misread(was='UTF-8', read_as='windows-1252'))
    """
    told = None
    for _ in range(_OFTEN):
        encoding = next((each for each in _BYTES if _bent(text, each)), None)
        if encoding is None:
            break
        text, told = "\n".join(_line(line, encoding) for line in text.split("\n")), Misread("UTF-8", encoding)
    return (text, told) if told else _from_latin(text)


def _bent(text: str, encoding: str) -> bool:
    if not any(lead in text for lead in _LEADS[encoding]):
        return False
    paired = sum(map(len, _PAIRS[encoding].findall(text)))
    return paired >= LEAST and paired > SHARE * sum(map(len, _BEYOND.findall(text)))


def _line(line: str, encoding: str) -> str:
    """The line as it was; one that does not come out as UTF-8 but for a few lost bytes stays."""
    if not _PAIRS[encoding].search(line):
        return line
    found = b"".join(_bytes(line, encoding)).decode("utf-8", "replace")
    return found if found.count("\ufffd") * 10 <= len(found) else line


def _bytes(text: str, encoding: str) -> Iterator[bytes]:
    table = _BYTES[encoding]
    for sign in text:
        code = table.get(sign, ord(sign) if sign < "\x80" else -1)
        yield bytes([code]) if code >= 0 else sign.encode("utf-8", "replace")


def _from_latin(text: str) -> tuple[str, Misread | None]:
    """What stands in an Arabic code page, where nearly all letters are those that its bytes look like in windows-1252."""
    count = len(_LETTER.findall(text))
    if count < LEAST // 2 or count < 2 * len(_OTHER.findall(text)):
        return text, None
    found = guessed(b"".join(_bytes(text, _LATIN)))
    return (found.text, Misread(str(found.guess), _LATIN)) if found else (text, None)
