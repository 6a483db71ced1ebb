"""Which kind of file some bytes are: by what they are, and only then by the name."""

import re

from components.errors import BrokenFile, LockedFile, NotText, TooLarge, UnknownKind

SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "an RTF document"), (b"%!PS", "a PostScript file"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"), (b"\x00\x00\x01\x00", "a picture"), (b"\x1aE\xdf\xa3", "a film"),
    (b"ID3", "a sound recording"), (b"OggS", "a sound recording"), (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "a compressed file"), (b"\xfd7zXZ", "a compressed file"), (b"BZh", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"MSCF", "an archive"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
)
MEND = "save it as plain text in UTF-8 and try again"
LOCKED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4_096
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,3000}?-->\s*){0,5}"
                   rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(rb"<(?:p|div|br|span|article|section|h[1-6]|table|a|img|ul|li)\b[^<>]{0,2000}>", re.IGNORECASE)
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_MAIL = re.compile(rb"^(?:return-path|received|message-id|mime-version|delivered-to|x-mailer|dkim-signature|"
                   rb"snapshot-content-location)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_BEGUN = re.compile(rb"^(?:from|to|subject|date)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_OBJECT = re.compile(rb"""\s*\{\s*"[^"\n]{1,100}"\s*:""")


def binary(head: bytes) -> str | None:
    """pdf, zip or None for the first bytes of a file."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return "zip" if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")) else None


def kind(data: bytes, ending: str, name: str) -> str:
    """text, page, mail, lines, pdf, docx, odt or zip. `ending` as formats.kind_of gives it; a text on standard input ("-")
    is taken as it is. Raises NotText, BrokenFile or TooLarge for what is known and not read."""
    found = binary(data[:_HEAD])
    if found == "zip":
        return packed(data, name)
    if found:
        return found
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            if LOCKED in data[:1_000_000] and what == "an old office document":
                raise LockedFile(name, "the document is locked with a password",
                                 "open it in its program and save it without a password")
            raise NotText(name, f"the file is {what}, not a text", MEND)
    return "text" if name == "-" else _textual(data, ending)


def _textual(data: bytes, ending: str) -> str:
    head = _narrow(data[:_HEAD])
    if _PAGE.match(head) or (ending in (".html", ".htm", ".xhtml") and len(_TAGS.findall(_narrow(data))) > 2):
        return "page"
    if _HEADER.match(head):
        top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
        if _MAIL.search(top) or (ending in (".eml", ".mht", ".mhtml") and _BEGUN.search(top)):
            return "mail"
    return "lines" if _OBJECT.match(head) and b'"text"' in data[:200_000] else "text"


def _narrow(head: bytes) -> bytes:
    """ASCII of a text that may be UTF-16 or UTF-32, without its mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or 0 in head[:4]:
        return head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head.removeprefix(b"\xef\xbb\xbf")


def packed(data: bytes, name: str) -> str:
    """docx, odt or zip. Raises NotText for other packed documents, BrokenFile for a damaged archive, TooLarge for one that
    holds too many files to be looked into."""
    from components.text import archive

    names = archive.names(data, name, "archive" if name.lower().endswith(".zip") else "document")
    if "[Content_Types].xml" in names:
        for folder, what in (("xl/", "a spreadsheet"), ("ppt/", "a presentation")):
            if any(each.startswith(folder) for each in names):
                raise NotText(name, f"the file is {what}, not a text", MEND)
        return "docx"
    if "mimetype" in names:
        told = archive.mimetype(data)
        if told.startswith("application/vnd.oasis.opendocument.text"):
            return "odt"
        raise NotText(name, "the file is another kind of document, not a text", MEND)
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    return "docx" if "word/document.xml" in names else "zip"


def of_attachment(data: bytes, name: str) -> str | None:
    """What to read an attachment as: page, pdf, docx, odt; None for anything else."""
    try:
        found = kind(data, name[name.rfind("."):].lower() if "." in name else "", name)
    except (NotText, BrokenFile, TooLarge, UnknownKind):
        return None
    return found if found in ("page", "pdf", "docx", "odt") else None
