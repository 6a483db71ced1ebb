"""UTF-8 that somebody read as windows-1252 or windows-1256 and saved again, put back: Ø§Ù„ or ط§ظ„ where there was ال.

Only text that is nearly all such pairs is touched; a single odd pair of letters is left as it is.
"""

import re

LEAST = 8  # pairs below which nothing is certain
SHARE = 0.35  # pairs for each letter beyond ASCII: all of it gives one half
_LATIN, _ARABIC = "windows-1252", "windows-1256"


def _signs(encoding: str, first: int, last: int) -> dict[str, int]:
    """What the bytes from `first` to `last` look like in `encoding`; some programs leave 80 to 9F as they are."""
    found = {bytes([byte]).decode(encoding, "ignore") or chr(byte): byte for byte in range(first, last + 1)}
    return found | {chr(byte): byte for byte in range(first, min(last, 0x9F) + 1)}


_BYTES = {encoding: _signs(encoding, 0x80, 0xFF) for encoding in (_LATIN, _ARABIC)}


def _class(encoding: str, first: int, last: int) -> str:
    return f"[{re.escape(''.join(_signs(encoding, first, last)))}]"


_PAIRS = {  # D8 to DB begin the Arabic letters; C2 and C3 what came out of them, where it happened twice
    _LATIN: re.compile(f"(?:{_class(_LATIN, 0xD8, 0xDB)}|{_class(_LATIN, 0xC2, 0xC3)}){_class(_LATIN, 0x80, 0xBF)}"),
    _ARABIC: re.compile(_class(_ARABIC, 0xD8, 0xDB) + _class(_ARABIC, 0x80, 0xBF)),
}
_BEYOND = re.compile(r"[^\x00-\x7f]")


def mended(text: str) -> tuple[str, str | None]:
    """(the text, None) where there is nothing to mend, else (the text as it was, the encoding it had been read in).

    >>> mended("Ù‚Ø§Ù„ Ø§Ù„ÙˆØ²ÙŠØ± Ø§Ù„ÙŠÙˆÙ…")
    ('قال الوزير اليوم', 'windows-1252')
    """
    told = None
    for _ in range(3):  # it happens to a text more than once
        encoding = next((each for each in _BYTES if _bent(text, each)), None)
        if encoding is None:
            break
        text, told = "\n".join(_line(line, encoding) for line in text.split("\n")), encoding
    return text, told


def _bent(text: str, encoding: str) -> bool:
    pairs = len(_PAIRS[encoding].findall(text))
    return pairs >= LEAST and pairs > SHARE * len(_BEYOND.findall(text))


def _line(line: str, encoding: str) -> str:
    """The line as it was; one that does not come out as UTF-8 but for a few lost bytes stays."""
    if not _PAIRS[encoding].search(line):
        return line
    table = _BYTES[encoding]
    data = bytearray()
    for sign in line:
        code = table.get(sign, ord(sign) if sign < "\x80" else -1)
        data += bytes([code]) if code >= 0 else sign.encode("utf-8", "replace")
    found = data.decode("utf-8", "replace")
    return found if found.count("\ufffd") * 10 <= len(found) else line
