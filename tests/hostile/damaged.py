"""Whole formats, damaged: cut short, random behind their first bytes, under each other's names; and odd lines of JSON."""

import json
import random
import zlib
from collections.abc import Iterator

from tests.hostile import made
from tests.hostile.made import docx, odt, packed, pdf, pdf_of, word_paragraphs
from tests.hostile.pack import TEXT, VISUAL, Case

LINE = TEXT.split("\n")[1]
WHOLE = {
    "docx": docx(word_paragraphs(TEXT)), "odt": odt(made.odt_paragraphs(TEXT)), "pdf": pdf([VISUAL]),
    "html": made.page(TEXT).encode(), "eml": made.mail(TEXT), "jsonl": made.jsonl(TEXT), "zip": packed({"a.txt": TEXT}),
}
BEGINNINGS = {
    "pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04", "odt": b"PK\x05\x06", "html": b"<html><body>", "txt": b"\xff\xfe",
    "md": b"# ",
    "eml": b"From: a@b\r\nMIME-Version: 1.0\r\n", "jsonl": b'{"text":"', "doc": b"\xd0\xcf\x11\xe0",
}


def _cut() -> Iterator[Case]:
    for kind, data in WHOLE.items():
        for percent in (10, 50, 90, 99):
            part = data[:len(data) * percent // 100]
            yield Case(f"cut-{percent}.{kind}", lambda part=part: part, "*", "")


def _noise() -> Iterator[Case]:
    for kind, first in BEGINNINGS.items():
        yield Case(f"noise-behind-its-first-bytes.{kind}",
                   lambda first=first: first + random.Random(7).randbytes(50_000).replace(b"\n", b" "), "*", "")


def _renamed() -> Iterator[Case]:
    for kind, data in WHOLE.items():
        for other in WHOLE:
            if other not in (kind, "jsonl"):
                yield Case(f"{kind}-inside.{other}", lambda data=data: data, None, "سامر الحداد")


def _operators(content: bytes) -> bytes:
    """A small PDF whose one page has millions of operators once it is unpacked."""
    held = zlib.compress(content, 9)
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(held) + held + b"\nendstream",
    ])


def _line(**fields: object) -> bytes:
    return json.dumps({"text": LINE, **fields}, ensure_ascii=False).encode()


ODD = [
    Case("operators.pdf", lambda: _operators(b"q 1 0 0 1 0 0 cm Q " * 2_000_000), "broken", "too much time"),
    Case("deep-value.jsonl", lambda: b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "bad_line"),
    Case("half-pairs.jsonl", lambda: b'{"id": "\\ud83d", "text": "\\udc00 ' + LINE.encode() + b'"}', None, LINE),
    Case("long-number.jsonl", lambda: b'{"id": %s, "text": "x"}' % (b"9" * 5_000), "*", ""),
    Case("long-id.jsonl", lambda: _line(id="x" * 1_000_000), None, LINE),
    Case("controls-in-id.jsonl", lambda: _line(id="\x1b[31m\u202e\n"), None, LINE),
    Case("id-of-another-type.jsonl", lambda: _line(id=[1]), "bad_line"),
    Case("text-of-another-type.jsonl", lambda: _line(text={"a": 1}), "bad_line"),
    Case("no-day.jsonl", lambda: _line(published=5), "*", ""),
    Case("twice-the-same-key.jsonl", lambda: b'{"text": "x", ' + _line()[1:], None, LINE),
    Case("zero-sign.jsonl", lambda: _line(text=LINE + "\x00"), None, LINE),
    Case("no-text.jsonl", lambda: _line(text=""), "empty"),
    Case("tiny-lines.txt", lambda: (TEXT + "\nق" * 100_000).encode(), None, TEXT),
    Case("zeros-for-blanks.txt", lambda: TEXT.encode().replace(b" ", b"\x00"), "*", ""),
    Case("marks-of-all-kinds.txt", lambda: b"\xff\xfe\xfe\xff\xef\xbb\xbf" + TEXT.encode(), "*", ""),
    Case("long-title.html", lambda: made.page(TEXT).replace("<title>", "<title>" + "خ" * 500_000).encode(), "*", ""),
]
DAMAGED = [*_cut(), *_noise(), *_renamed(), *ODD]
