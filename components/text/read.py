"""Files -> articles: the kind by what is in them, the encoding, what is refused, what is mended.

`read` is for one file in memory; `entries` gives the articles of a file one by one, each with its own error, so that a
bad line of a .jsonl file, or a bad file of an archive, loses no other.
"""

import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import BinaryIO

from components.errors import BadLine, EmptyText, IsnadError, NotArabic, TooLarge, Undecodable, UnknownKind
from components.model import Article
from components.text import formats, kinds, mojibake
from components.text.bidi import unbalanced
from components.text.encoding import decode, told, warning
from components.text.mend import mended

LARGEST = 5_000_000  # bytes of one article in UTF-8
LARGEST_FILE = 100_000_000  # bytes of a file that is no plain text
LOST_SECONDS = 10.0  # on files of one archive that gave no article: the others cost what their articles cost
LONGEST_LINE = 4 * LARGEST  # bytes: JSON may write a letter of two bytes as six
_TOP = 10  # lines of a text among which its title may stand
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
    yield from _entries(handle, name, file_id(name))


def _entries(handle: BinaryIO, name: str, id_: str, packed: bool = False) -> Iterator[Entry]:
    try:
        ending = formats.kind_of(name)
        if ending in formats.LINES:
            yield from _lines(handle, name, id_)
        else:
            yield from _whole(handle, name, id_, ending, packed)
    except IsnadError as error:
        yield Entry(id_, error=error)


def _whole(handle: BinaryIO, name: str, id_: str, ending: str, packed: bool) -> Iterator[Entry]:
    """The articles of a file that is read at once; `packed`: it comes out of an archive, and opens no other."""
    data = handle.read(LARGEST + 1)
    if len(data) > LARGEST and (kinds.binary(data) or ending in formats.RICH):
        data += handle.read(LARGEST_FILE + 1 - len(data))
        if len(data) > LARGEST_FILE:
            raise TooLarge(name, "the file is larger than 100 MB", "give its text alone")
    kind = kinds.kind(data, ending, name)
    if kind == "zip":
        yield from _packed(data, name, packed)
    elif kind == "lines":
        yield from _lines(io.BytesIO(data), name, id_)
    elif kind != "text":
        yield Entry(id_, _rich(kind, data, name, id_))
    elif ending in formats.ALSO:
        raise UnknownKind(name, f"no document is behind the ending {ending}", f"save it as one of {' '.join(formats.TAKEN)}")
    else:
        yield Entry(id_, _single(data, name, id_, ending))


def _packed(data: bytes, name: str, packed: bool) -> Iterator[Entry]:
    if packed:
        raise UnknownKind(name, "an archive in an archive is not opened", "unpack it first")
    from components.text import archive

    lost = 0.0
    for path, content in archive.members(data, name):
        where, id_ = f"{name}/{path}", path.encode("utf-8", "backslashreplace").decode("utf-8")
        if isinstance(content, IsnadError):
            yield Entry(id_, error=content)
        elif lost > LOST_SECONDS:
            what = "other files of the archive took too much time, and this one was not read"
            yield Entry(id_, error=TooLarge(where, what, "give it by itself"))
        else:
            begin = time.monotonic()
            for entry in _entries(io.BytesIO(content), where, id_, packed=True):
                lost += time.monotonic() - begin if entry.error else 0.0
                yield entry
                begin = time.monotonic()


def _rich(kind: str, data: bytes, name: str, id_: str) -> Article:
    """The article of a format that a worker process takes apart."""
    from components.text import worker

    found = worker.parse(kind, data, name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    day = formats.day_given(found.published)
    return checked(Article(text, id=id_, title=found.title, source=found.source, url=found.url, published=day,
                           published_basis="given" if day else "unknown", warnings=found.warnings), name)


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
    return replace(article, title=formats.title_of(article.text, ending), warnings=told(decoded) + article.warnings)


def checked(article: Article, where: str, what: str = "the text") -> Article:
    """`article` with its text mended. Raises EmptyText, NotArabic or TooLarge; halves of character pairs become U+FFFD."""
    text, warned = article.text, article.warnings
    if len(text) > LARGEST or (len(text) * 2 > LARGEST and len(text.encode("utf-8", "replace")) > LARGEST):
        raise TooLarge(where, f"{what} is larger than {LARGEST // 1_000_000} MB", "cut it into articles")
    if not text.strip("\ufeff\u200b\u200e\u200f \t\r\n\x0b\x0c\xa0") or not text.strip():
        raise EmptyText(where, f"{what} is empty or blank", _WRITE)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        warned += (warning("halves of character pairs were replaced by the sign \ufffd",
                           "استُبدلت أنصاف أزواج المحارف بالعلامة \ufffd"),)
    text, bent = mojibake.mended(text)
    if bent:
        warned += (warning(f"the text was {bent.was} that had been read as {bent.read_as}; it was put right",
                           f"كان النص بترميز {bent.was} وقُرئ خطأ بترميز {bent.read_as} فأُصلح"),)
    arabic, letters = len(_ARABIC.findall(text)), len(_LETTER.findall(text))
    if arabic < 2 or (arabic * 5 < letters and arabic < 400):
        raise NotArabic(where, f"{what} holds no Arabic" if arabic < 2 else f"{what} holds hardly any Arabic",
                        "give an article in Arabic")
    text = mended(text)
    if len(_NEIGHBOURS.findall(text)) * 60 > arabic > 100 and len(_ARTICLE.findall(text)) * 120 < arabic:
        raise NotArabic(where, f"{what} is in Arabic script but not in Arabic", "give an article in Arabic")
    return replace(article, text=text, title=_title_too(article, text), warnings=warned + unbalanced(text))


def _title_too(article: Article, text: str) -> str | None:
    """The title as `text`, which came out of the article's, has it: bent by the same machine, it is too short to tell."""
    title = article.title
    if title is None or text == article.text:
        return title
    for before, after in zip(article.text.split("\n", _TOP), text.split("\n", _TOP), strict=False):
        if " ".join(before.split()) == title:
            return " ".join(after.split())
    return mended(title)


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
