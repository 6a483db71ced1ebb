"""A message (.eml), or a page saved as one (.mhtml) -> Article: its words, subject, sender and day.

The plain part counts before the HTML one. A message without words of its own, or with a note alone, gives what was forwarded
inside it, or the first attachment that holds an article. Nothing is fetched, no attachment is opened but the kinds that are
read here.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, Message
from typing import cast

from components.errors import BrokenFile, EmptyText, IsnadError
from components.model import Warning
from components.text import kinds
from components.text.encoding import decode, told
from components.text.parsers import pages
from components.text.parsers.metadata import day_of
from components.text.parsers.parsed import AS_TEXT, LONGEST, Parsed, too_long

DEEPEST = 5  # messages and attachments in each other
MOST_PARTS = 500
LONGEST_HEAD = 2_000  # code points of a header that is taken apart
MOST_LINES = 4_000  # that could begin a part
NOTE = 400  # Arabic letters: what is shorter can be a note to an article that comes along
_FORWARDED = re.compile(r"^-{5,}[^-\n]{3,60}-{5,}[ \t]*\n(?:[^\n:]{1,40}:[^\n]*\n){2,8}[ \t]*\n", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_FLOWED = re.compile(r"(?<!^--) \n(?=\S)", re.MULTILINE)
_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_REPLY = re.compile(r"^(?:(?:re|fwd?|fw|رد|إعادة توجيه|تحويل)\s*:\s*)+", re.IGNORECASE)


class _ShortHeads(email.policy.EmailPolicy):
    """Reads no more of a header than anybody writes: its grammar is the library's slowest part, and its deepest."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        try:
            return cast(str, super().header_fetch_parse(name, value[:LONGEST_HEAD]))
        except (RecursionError, LookupError, ValueError, TypeError, AttributeError):
            return ""


def parsed(data: bytes, depth: int = 0) -> Parsed:
    """The article of the message `data`. Raises an IsnadError."""
    if data.count(b"\n--") > MOST_LINES:
        raise BrokenFile("", "the message has too many parts", AS_TEXT)
    try:
        message = email.message_from_bytes(data, policy=_ShortHeads(max_line_length=None))
        parts = list(_leaves(message))
        faults: list[IsnadError] = []
        found = _saved_page(message, parts) or _own_or_brought(parts, faults, depth)
    except (RecursionError, MessageError, LookupError, ValueError, TypeError, AttributeError):
        raise BrokenFile("", "the message is damaged", AS_TEXT) from None
    if found is None and faults:
        raise faults[0]
    if found is None:
        raise EmptyText("", "the message holds no text", "put an Arabic article into it")
    if len(found.text) > LONGEST:
        raise too_long()
    return _with_head(found, message)


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in their order; a message inside the message is one of them."""
    waiting: list[Message] = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [each for each in reversed(inner) if isinstance(each, Message)]
        else:
            yield part


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    declared = part.get_param("charset")
    return declared if isinstance(declared, str) else None


def _is_body(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _own_or_brought(parts: list[Message], faults: list[IsnadError], depth: int) -> Parsed | None:
    own = _words(parts, faults)
    letters = len(_ARABIC.findall(own.text)) if own else 0
    brought = _inside(parts, depth) if letters < NOTE else None
    return brought if brought and len(_ARABIC.findall(brought.text)) > 3 * letters else own


def _plain(text: str, flowed: bool) -> str:
    """The words of a plain part: lines that were only broken for the mail joined again, the marks of a quotation that is
    all of it taken off, and of what was forwarded in it the article alone, where that is most of it."""
    text = text.replace("\r\n", "\n")
    if flowed:
        text = _FLOWED.sub(" ", text)
    if len(_QUOTED.findall(text)) * 5 > 4 * sum(bool(line.strip()) for line in text.split("\n")):
        text = _QUOTED.sub("", text)
    head = _FORWARDED.search(text)
    return text[head.end():].strip() if head and len(text) - head.end() > head.start() else text.strip()


def _words(parts: list[Message], faults: list[IsnadError]) -> Parsed | None:
    """The plain text, or the HTML one where that says more; `faults` takes what was wrong with a part."""
    plain, shown = [], []
    told_of: tuple[Warning, ...] = ()
    for part in parts:
        try:
            if _is_body(part, "text/plain"):
                decoded = decode(_bytes(part), "", _charset(part))
                told_of = told_of or told(decoded)
                plain.append(_plain(decoded.text, part.get_param("format") == "flowed"))
            elif _is_body(part, "text/html"):
                shown.append(pages.plain(_bytes(part), _charset(part)))
        except IsnadError as error:
            faults.append(error)
    texts = ["\n\n".join(filter(None, each)) for each in (plain, shown)]
    first, second = (len(_ARABIC.findall(text)) for text in texts)
    best = texts[0] if first and first * 3 > second else texts[1]
    return Parsed(best, warnings=told_of) if _ARABIC.search(best) else None


def _saved_page(message: Message, parts: list[Message]) -> Parsed | None:
    """The article of a page that a browser saved as a message."""
    address = message.get("Snapshot-Content-Location")
    if address is None and "saved by" not in str(message.get("From", "")).lower():
        return None
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        return None
    found = pages.parsed(_bytes(page), _charset(page))
    url = found.url or (str(address) if str(address).startswith(("http://", "https://")) else None)
    return Parsed(found.text, found.title, found.source, url, found.published, found.warnings)


def _inside(parts: list[Message], depth: int) -> Parsed | None:
    """What the first message or file inside gives that holds an article."""
    from components.text import parsers

    if depth >= DEEPEST:
        return None
    for part in parts:
        inner = part.get_payload() if part.is_multipart() else None
        kind: str | None = "mail"
        forwarded = inner[0] if isinstance(inner, list) and inner else None
        if isinstance(forwarded, Message):
            data = forwarded.as_bytes()
        else:
            data = _bytes(part)
            kind = kinds.of_attachment(data, part.get_filename() or "")
        try:
            if part.get_content_type() == "text/plain" and not _is_body(part, "text/plain"):
                decoded = decode(data, "", _charset(part))
                return Parsed(decoded.text, warnings=told(decoded))
            if kind and data:
                return parsers.parse(kind, data, depth + 1)
        except IsnadError:
            continue
    return None


def _with_head(found: Parsed, message: Message) -> Parsed:
    """The article with the message's subject, sender and day where it has none of its own."""
    subject = _REPLY.sub("", _header(message, "Subject"))
    title = found.title or (subject if _ARABIC.search(subject) else None)
    sender = _sender(message) if "saved by" not in _header(message, "From").lower() else None
    return Parsed(found.text, title, found.source or sender, found.url, found.published or day_of(_header(message, "Date")),
                  found.warnings)


def _header(message: Message, name: str) -> str:
    try:
        value = " ".join(str(message.get(name) or "").split())
    except (LookupError, ValueError, TypeError, AttributeError, IndexError, MessageError):
        return ""
    return "".join(sign for sign in value if sign.isprintable())[:500]


def _sender(message: Message) -> str | None:
    """The name of who sent it, else the address."""
    try:
        head = message.get("From") if isinstance(message, EmailMessage) else None
        sender = head.addresses[0] if head is not None and head.addresses else None
        name = (sender.display_name or sender.addr_spec) if sender else ""
    except (LookupError, ValueError, TypeError, AttributeError, MessageError):
        return None
    return "".join(sign for sign in name if sign.isprintable())[:200] or None
