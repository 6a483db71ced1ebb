"""Word (.docx) and OpenDocument (.odt) texts -> Article. Their XML is read as a stream: no document type, no entity, no
reference is followed, and nothing but the text's own part is unpacked.

What was deleted, hidden, or written beside the text (comments, notes, field codes) is left out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from components.errors import BrokenFile, EmptyText, LockedFile, TooLarge
from components.text.parsers.parsed import LONGEST, NO_PASSWORD, SAVE_AGAIN, Parsed, too_long

LARGEST_PART = 100_000_000  # bytes of unpacked XML
DEEPEST = 2_000  # elements in each other
_CHUNK = 1 << 16
_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_TITLES = re.compile(r"(?:title|heading ?1|العنوان)", re.IGNORECASE)
_MAIN = "word/document.xml"


class _Flow:
    """The paragraphs of a document as they come. A paragraph inside another (a text box) is set before it."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.title = ""
        self._open: list[tuple[list[str], list[str]]] = []
        self._length = 0

    def begin(self) -> None:
        self._open.append(([], []))

    def styled(self, style: str) -> None:
        if self._open:
            self._open[-1][1].append(style)

    def say(self, words: str) -> None:
        if self._open:
            self._open[-1][0].append(words)
            self._length += len(words)
            if self._length > LONGEST:
                raise too_long()

    def end(self) -> None:
        if not self._open:
            return
        words, styles = self._open.pop()
        text = "".join(words).strip()
        if text:
            self.paragraphs.append(text)
            if not self.title and any(_TITLES.fullmatch(style) for style in styles):
                self.title = " ".join(text.split())[:500]


def docx(data: bytes) -> Parsed:
    """The article of a .docx file. Raises BrokenFile, EmptyText or TooLarge."""
    parts = _Parts(data)
    return _article(parts, _read(parts.stream(_main_part(parts)), _Word()), "docProps/core.xml")


def odt(data: bytes) -> Parsed:
    """The article of an .odt file. Raises BrokenFile, EmptyText or TooLarge."""
    parts = _Parts(data)
    manifest = "META-INF/manifest.xml"
    if manifest in parts.sizes and b"encryption-data" in b"".join(parts.stream(manifest, 1_000_000)):
        raise LockedFile("", "the document is locked with a password", NO_PASSWORD)
    return _article(parts, _read(parts.stream("content.xml"), _Open()), "meta.xml")


class _Parts:
    """The parts of a packed document; `sizes` are those it states, and no part gives more than it states."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError):
            raise BrokenFile("", "the document is damaged", SAVE_AGAIN) from None
        self.sizes = {info.filename: info.file_size for info in self._archive.infolist()}
        if sum(self.sizes.values()) >= LARGEST_PART:
            raise TooLarge("", "the document unpacks to 100 MB or more", "save its text alone and try again")

    def stream(self, name: str, most: int = LARGEST_PART) -> Iterator[bytes]:
        try:
            with self._archive.open(name) as part:
                while (chunk := part.read(_CHUNK)) and (most := most - len(chunk)) >= 0:
                    yield chunk
        except KeyError:
            raise BrokenFile("", "the document has no text part", SAVE_AGAIN) from None
        except RuntimeError:
            raise LockedFile("", "the document is locked with a password", NO_PASSWORD) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise BrokenFile("", "the document is damaged", SAVE_AGAIN) from None


class _Reader:
    """What the elements of a kind of document mean. `skipped` are left out with all that is in them."""

    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.flow = _Flow()

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        raise NotImplementedError

    def words(self, words: str) -> None:
        raise NotImplementedError


class _Word(_Reader):
    skipped = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText", "annotation", "sectPr", "AnnotationRef"})
    _SIGNS: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self) -> None:
        super().__init__()
        self._text = self._run = False
        self._hidden = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self.flow.begin()
        elif name == "pStyle":
            self.flow.styled(_value(attributes, "val"))
        elif name == "r":
            self._hidden, self._run = False, True
        elif name in ("vanish", "webHidden") and self._run:
            self._hidden = _value(attributes, "val") not in ("0", "false", "off")
        elif name == "t":
            self._text = True
        elif name in self._SIGNS and self._run and not self._hidden:
            self.flow.say(self._SIGNS[name])

    def end(self, name: str) -> None:
        if name == "p":
            self.flow.end()
        elif name == "t":
            self._text = False
        elif name == "r":
            self._run = self._hidden = False

    def words(self, words: str) -> None:
        if self._text and not self._hidden:
            self.flow.say(words)


class _Open(_Reader):
    skipped = frozenset({"annotation", "annotation-end", "note", "tracked-changes", "title", "desc", "forms", "script",
                         "binary-data", "automatic-styles", "font-face-decls", "ruby-text", "sequence-decls"})
    _SIGNS: Mapping[str, str] = {"tab": "\t", "line-break": "\n"}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "h"):
            self.flow.begin()
            if name == "h" and _value(attributes, "outline-level") in ("", "1"):
                self.flow.styled("heading 1")
            self.flow.styled(_value(attributes, "style-name"))
        elif name == "s":
            count = _value(attributes, "c")
            self.flow.say(" " * min(int(count) if count.isdecimal() and len(count) < 5 else 1, 1000))
        elif name in self._SIGNS:
            self.flow.say(self._SIGNS[name])

    def end(self, name: str) -> None:
        if name in ("p", "h"):
            self.flow.end()

    def words(self, words: str) -> None:
        self.flow.say(re.sub(r"[ \t\r\n]+", " ", words))


def _value(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _read(chunks: Iterator[bytes], reader: _Reader) -> _Flow:
    skipping: list[str] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise BrokenFile("", "the document is nested too deep", SAVE_AGAIN)
        local = _local(name)
        if skipping or local in reader.skipped:
            skipping.append(local)
        else:
            reader.begin(local, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if skipping:
            skipping.pop()
        else:
            reader.end(_local(name))

    def words(said: str) -> None:
        if not skipping:
            reader.words(said)

    _parse(chunks, begin, end, words)
    return reader.flow


def _parse(chunks: Iterator[bytes], begin: Callable[[str, dict[str, str]], None], end: Callable[[str], None],
           words: Callable[[str], None]) -> None:
    """Runs an XML stream through the three. Raises BrokenFile for what is not well formed, or brings a document type."""
    parser = ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise BrokenFile("", "the document brings a document type of its own, which is not read", SAVE_AGAIN)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, words
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError:
        raise BrokenFile("", "the document is damaged: its XML is not well formed", SAVE_AGAIN) from None


def _main_part(parts: _Parts) -> str:
    """The part that the document names as its main one, where that is a part of its own."""
    targets: list[str] = []

    def begin(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument") and attributes.get("TargetMode") != "External":
            targets.append(attributes.get("Target", "").lstrip("/"))

    if "_rels/.rels" in parts.sizes:
        _parse(parts.stream("_rels/.rels"), begin, lambda _: None, lambda _: None)
    return next((target for target in targets if target in parts.sizes), _MAIN)


def _article(parts: _Parts, flow: _Flow, properties: str) -> Parsed:
    if not flow.paragraphs:
        raise EmptyText("", "the document holds no text", "put an Arabic article into it")
    title = flow.title if _ARABIC.search(flow.title) else _property(parts, properties)
    return Parsed("\n".join(flow.paragraphs), title=title or None)


def _property(parts: _Parts, name: str) -> str:
    """The title among the document's properties, where it is Arabic."""
    inside, said = False, ""

    def begin(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = _local(name) == "title"

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def words(text: str) -> None:
        nonlocal said
        if inside and len(said) < 1000:
            said += text

    if name not in parts.sizes:
        return ""
    try:
        _parse(parts.stream(name), begin, end, words)
    except BrokenFile:
        return ""
    return " ".join(said.split())[:500] if _ARABIC.search(said) else ""
