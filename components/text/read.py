"""Files -> articles: the kind by its ending, the encoding, what is refused, what is mended.

`read` is for one file in memory; `entries` gives the articles of a file one by one, each with its own error, so that a
bad line of a .jsonl file loses no other.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO

from components.errors import BadLine, EmptyText, IsnadError, NotArabic, TooLarge, Undecodable
from components.model import Article, Warning
from components.text import formats
from components.text.encoding import Decoded, decode
from components.text.mend import mended

LARGEST = 5_000_000  # bytes of one article in UTF-8
LONGEST_LINE = 4 * LARGEST  # bytes: JSON may write a letter of two bytes as six
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdfc\ufe70-\ufefc]")
_NEIGHBOURS = re.compile("[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06ba\u06d2\u06d5\u06c6\u06ce\u06b5\u0695]")
_ARTICLE = re.compile(r"(?<!\w)[وفبك]?(?:ال|لل)\w{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a file, or the error that stands in its place. `id` is the line's own, else the file's name."""

    id: str | int | float
    article: Article | None = None
    error: IsnadError | None = None


def read(data: bytes, name: str) -> list[Article]:
    """The articles of the file `name` that can be read: one, or those of a .jsonl file in their order.

    Raises an IsnadError where the file cannot be read at all, or none of its lines can (then the first line's error).
    """
    found = list(entries(io.BytesIO(data), name))
    articles = [entry.article for entry in found if entry.article]
    if not articles:
        raise next((entry.error for entry in found if entry.error), EmptyText(name, "the file is empty", _WRITE))
    return articles


def entries(handle: BinaryIO, name: str) -> Iterator[Entry]:
    """The articles of `handle`, each as soon as it is read; never raises an IsnadError. `name` "-" is standard input."""
    id_ = file_id(name)
    try:
        ending = formats.kind_of(name)
        if ending in formats.LINES:
            yield from _lines(handle, name, id_)
        else:
            yield Entry(id_, _single(handle.read(LARGEST + 1), name, id_, ending))
    except IsnadError as error:
        yield Entry(id_, error=error)


def file_id(name: str) -> str:
    """The id of an article that has none of its own: the file's name, bytes that are no UTF-8 in it escaped."""
    return (PurePath(name).name or name).encode("utf-8", "backslashreplace").decode("utf-8")


_WRITE = "put an Arabic article into it"


def _single(data: bytes, name: str, id_: str, ending: str) -> Article:
    if len(data) > LARGEST:
        raise TooLarge(name, f"the text is larger than {LARGEST // 1_000_000} MB", "cut it into articles")
    if not data:
        raise EmptyText(name, "the file is empty", _WRITE)
    decoded = decode(data, name)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    article = checked(Article(text, id=id_), name)
    return replace(article, title=formats.title_of(article.text, ending), warnings=article.warnings + _told(decoded))


def checked(article: Article, where: str, what: str = "the text") -> Article:
    """`article` with its text mended. Raises EmptyText, NotArabic or TooLarge; halves of character pairs become U+FFFD."""
    text, warned = article.text, article.warnings
    if len(text) > LARGEST or (len(text) * 2 > LARGEST and len(text.encode("utf-8", "replace")) > LARGEST):
        raise TooLarge(where, f"{what} is larger than {LARGEST // 1_000_000} MB", "cut it into articles")
    if not text.strip("\ufeff\u200b\u200e\u200f \t\r\n\x0b\x0c\xa0") or not text.strip():
        raise EmptyText(where, f"{what} is empty or blank", _WRITE)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        warned += (_encoding_warning("halves of character pairs were replaced by the sign \ufffd",
                                     "استُبدلت أنصاف أزواج المحارف بالعلامة \ufffd"),)
    arabic, letters = len(_ARABIC.findall(text)), len(_LETTER.findall(text))
    if arabic < 2 or (arabic * 5 < letters and arabic < 400):
        raise NotArabic(where, f"{what} holds no Arabic" if arabic < 2 else f"{what} holds hardly any Arabic",
                        "give an article in Arabic")
    text = mended(text)
    if len(_NEIGHBOURS.findall(text)) * 60 > arabic > 100 and len(_ARTICLE.findall(text)) * 120 < arabic:
        raise NotArabic(where, f"{what} is in Arabic script but not in Arabic", "give an article in Arabic")
    return replace(article, text=text, warnings=warned)


def _lines(handle: BinaryIO, name: str, id_: str) -> Iterator[Entry]:
    """The entries of a .jsonl file; blank lines are passed over."""
    number = 0
    for raw in _raw_lines(handle, name):
        number += 1
        if not raw.strip():
            continue
        try:
            if len(raw) > LONGEST_LINE:
                raise TooLarge(name, f"line {number} is larger than {LARGEST // 1_000_000} MB", "cut it into articles")
            fields = formats.fields(_line_text(raw, name, number), name, number)
        except BadLine as error:
            yield Entry(id_ if error.id is None else error.id, error=error)
            continue
        except IsnadError as error:
            yield Entry(id_, error=error)
            continue
        own = id_ if fields.id is None else fields.id
        try:
            yield Entry(own, checked(replace(fields.article, id=str(own)), name, f"the text of line {number}"))
        except IsnadError as error:
            yield Entry(own, error=error)
    if not number:
        raise EmptyText(name, "the file is empty", "write one JSON object a line")


def _raw_lines(handle: BinaryIO, name: str) -> Iterator[bytes]:
    """Lines as bytes, no longer than just over LONGEST_LINE: what goes beyond is read away. UTF-16 and UTF-32 files,
    which have no lines of bytes, are decoded whole."""
    first = True
    while raw := handle.readline(LONGEST_LINE + 1):
        if first and raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
            rest = raw + handle.read(LONGEST_LINE)
            yield from decode(rest, name).text.encode("utf-8", "replace").splitlines(keepends=True)
            return
        if first:
            raw = raw.removeprefix(b"\xef\xbb\xbf") or b"\n"
        first = False
        yield raw
        while len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
            raw = handle.readline(LONGEST_LINE + 1)


def _line_text(raw: bytes, name: str, number: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Undecodable(name, f"line {number} is not UTF-8", "save the file as UTF-8 and try again") from None


def _told(decoded: Decoded) -> tuple[Warning, ...]:
    if decoded.damaged:
        return (_encoding_warning(f"{decoded.damaged} damaged places were replaced by the sign \ufffd",
                                  f"استُبدلت {decoded.damaged} من المواضع التالفة بالعلامة \ufffd"),)
    if decoded.guess:
        return (_encoding_warning(f"the encoding was guessed to be {decoded.guess}; if it reads wrong, save it as UTF-8",
                                  f"خُمّن أن ترميز الملف هو {decoded.guess}؛ فإن بدا النص مشوها فاحفظه بترميز UTF-8"),)
    return ()


def _encoding_warning(message: str, message_ar: str) -> Warning:
    return Warning(0, 0, "encoding", message, message_ar, confidence=0.8, rule="warning.encoding")
