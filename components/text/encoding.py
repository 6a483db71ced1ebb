"""Bytes -> text. Strict UTF-8, and UTF-16 or UTF-32 by their mark, come first, then what the file itself declares; anything
else is a guess, and is told.

The guess takes the Arabic code page whose outcome reads most like Arabic.
"""

import codecs
import re
from dataclasses import dataclass

from components.errors import NotText, Undecodable
from components.model import Warning
from components.text.kinds import MEND
from components.text.likeness import arabic_likeness
from components.text.mend import letters

BY_MARK = (  # the longer marks first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODE_PAGES = {  # with what is taken off their likeness: they share the places of most letters, and some are rare
    "windows-1256": 0.0, "iso-8859-6": 0.02, "mac-arabic": 0.04, "cp720": 0.06, "cp864": 0.08,
}
DECLARED = {  # names that files declare -> how Python calls them; others that declare no Arabic are not believed
    "windows-1256": "windows-1256", "cp1256": "windows-1256", "x-cp1256": "windows-1256", "ms-arab": "windows-1256",
    "iso-8859-6": "iso-8859-6", "iso_8859-6": "iso-8859-6", "iso8859-6": "iso-8859-6", "iso-8859-6-i": "iso-8859-6",
    "iso-8859-6-e": "iso-8859-6", "arabic": "iso-8859-6", "asmo-708": "iso-8859-6", "ecma-114": "iso-8859-6",
    "x-mac-arabic": "mac-arabic", "mac-arabic": "mac-arabic", "macarabic": "mac-arabic",
    "cp720": "cp720", "dos-720": "cp720", "ibm720": "cp720", "cp864": "cp864", "ibm864": "cp864",
    "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_SAMPLE = 100_000  # code points are enough to judge by


@dataclass(frozen=True, slots=True)
class Decoded:
    """`guess` names the encoding where it had to be guessed, else it is None; `damaged` counts bytes that were lost."""

    text: str
    guess: str | None = None
    damaged: int = 0


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data`, its mark dropped; `declared` is the encoding that the file names, believed where it is not
    UTF-8. Raises NotText for bytes that are no text, Undecodable where no encoding fits."""
    for mark, encoding in BY_MARK:
        if data.startswith(mark):
            return _marked(data, mark, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data, declared) or _declared(data, declared) or _guessed(data, name)
    return _wide(data) or Decoded(_proper(text, name))


def told(decoded: Decoded) -> tuple[Warning, ...]:
    """What the reader should know of how the bytes were read: nothing where it is certain."""
    found = []
    if decoded.damaged:
        found.append(warning(f"{decoded.damaged} damaged places were replaced by the sign \ufffd",
                             f"استُبدلت {decoded.damaged} من المواضع التالفة بالعلامة \ufffd"))
    elif decoded.guess:
        found.append(warning(f"the encoding was guessed to be {decoded.guess}; if it reads wrong, save it as UTF-8",
                             f"خُمّن أن ترميز الملف هو {decoded.guess}؛ فإن بدا النص مشوها فاحفظه بترميز UTF-8"))
    return tuple(found)


def warning(message: str, message_ar: str) -> Warning:
    return Warning(0, 0, "encoding", message, message_ar, confidence=0.8, rule="warning.encoding")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    encoding = DECLARED.get((declared or "").strip().lower())
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        return None
    return Decoded(text) if arabic_likeness(letters(text[:_SAMPLE])) > 0.4 and not _CONTROL.search(text[:_SAMPLE]) else None


def _marked(data: bytes, mark: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(_proper(data[len(mark):].decode(encoding), name))
    except UnicodeDecodeError:
        if encoding == "utf-8" and (found := _damaged(data[len(mark):])):
            return found
        raise Undecodable(name, f"the file begins as {encoding.upper()} but goes on otherwise", MEND) from None


def _proper(text: str, name: str) -> str:
    """`text`, unless control characters say that it is none."""
    sample = text[:_SAMPLE]
    if "\x00" in sample or len(_CONTROL.findall(sample)) > 2 + len(sample) // 200:
        raise NotText(name, "the file is not a text", MEND)
    return text


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without its mark, which passes for UTF-8 full of control characters: one byte of each letter is
    U+06xx's 06, and 00 that of others."""
    sample = data[:_SAMPLE]
    for step, high, encoding in ((4, 1, "utf-32-le"), (4, 2, "utf-32-be"), (2, 1, "utf-16-le"), (2, 0, "utf-16-be")):
        highs = sample[high::step]
        arabic = highs.count(b"\x06")
        if arabic * 20 < len(highs) or arabic < 2 or (arabic + highs.count(0)) * 10 < len(highs) * 9:
            continue
        if step == 4 and sample[(3 if high == 1 else 0)::step].count(0) * 10 < len(highs) * 9:
            continue
        try:
            return Decoded(data.decode(encoding), encoding.upper())
        except UnicodeDecodeError:
            return None
    return None


def _damaged(data: bytes, declared: str | None = None) -> Decoded | None:
    """UTF-8 with a few broken bytes, each given as U+FFFD; None where more than one in a hundred is broken, or in ten of the
    Arabic letters of what is declared as UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    arabic = sum(map(len, _ARABIC_WORD.findall(text[:_SAMPLE])))
    if (declared or "").lower() in ("utf-8", "utf8") and lost * 10 < arabic:
        return Decoded(text, "UTF-8", lost)
    if lost * 100 > len(text) + 100 or arabic < 8 or arabic * 10 < min(len(text), _SAMPLE) or _CONTROL.search(text):
        return None
    return Decoded(text, "UTF-8", lost)


def _guessed(data: bytes, name: str) -> Decoded:
    """The code page whose outcome reads most like Arabic. UTF-16 and UTF-32 without a mark are tried first."""
    wide = _wide(data)
    if wide:
        return wide
    if data.count(0) or len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > 2 + len(data[:_SAMPLE]) // 200:
        raise NotText(name, "the file is not a text", MEND)
    found = guessed(data)
    if found is None:
        raise Undecodable(name, "the encoding of the file could not be told", MEND)
    return found


def guessed(data: bytes) -> Decoded | None:
    """`data` in the Arabic code page whose outcome reads most like Arabic; None where none does."""
    best, text, encoding = 0.5, "", ""
    for each in CODE_PAGES:
        try:
            outcome = data.decode(each)
        except UnicodeDecodeError:
            continue
        sample = outcome[:_SAMPLE]
        likeness = arabic_likeness(letters(sample)) - 0.1 * (sample.count("\xa0") > sample.count(" ")) - CODE_PAGES[each]
        if likeness >= best:
            best, text, encoding = likeness, outcome, each
    return Decoded(text, encoding) if encoding else None
