"""Broken and hostile files, each with what it must give: the code of the error, or None for the article's own text."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bidi import get_display

from tests.hostile import made
from tests.hostile.made import docx, odt, packed, pdf, pdf_of, stream, word_paragraphs

TEXT = (
    "وزير النقل يعلن افتتاح الجسر الجديد\n"
    "قال وزير النقل سامر الحداد يوم الثلاثاء إن الجسر الجديد سيُفتتح في 24 يناير 2024 أمام أكثر من 60 ألف مسافر يوميا.\n"
    "وأضاف الحداد: «أنفقنا على المشروع 340 مليون دولار، ولن نرفع الرسوم قبل نهاية العام».\n"
    "وذكرت الوزارة في بيان أن العمل استغرق ثلاث سنوات وأن 1200 عامل شاركوا فيه."
)
VISUAL = [str(get_display(line, base_dir="R")) for line in TEXT.split("\n")]
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://outside.example/p.png)",
    "</p></div><iframe src=https://outside.example></iframe>",
    "$$\\href{javascript:1}{x}$$",
    ":material/home: :red[x]",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "&lt;script&gt;",
    "<style>*{display:none}</style>",
)


@dataclass(frozen=True, slots=True)
class Case:
    """`want`: the code of the error, or None where the article comes out; `said`: words that the text or error holds."""

    name: str
    data: Callable[[], bytes]
    want: str | None
    said: str = ""


def _zeros(size: int) -> Iterator[bytes]:
    for _ in range(size // 1_000_000):
        yield bytes(1_000_000)


def _bomb(name: str, size: int, **parts: str) -> bytes:
    """An archive whose part `name` unpacks to `size` zeros."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in parts.items():
            archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as part:
            for piece in _zeros(size):
                part.write(piece)
    return held.getvalue()


def _nested_zips() -> bytes:
    inner = packed({"a.txt": TEXT})
    for number in range(40):
        inner = packed({f"{number}.zip": inner})
    return inner


def _lying_zip() -> bytes:
    """An archive whose list says that its file unpacks to ten bytes."""
    data = bytearray(packed({"a.txt": TEXT}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def _locked_zip() -> bytes:
    data = bytearray(packed({"a.txt": TEXT}))
    for place, offset in ((data.find(b"PK\x03\x04"), 6), (data.rfind(b"PK\x01\x02"), 8)):
        data[place + offset] |= 1
    return bytes(data)


def _flate_bomb() -> bytes:
    squeeze = zlib.compressobj(9)
    content = b"".join(squeeze.compress(piece) for piece in _zeros(500_000_000)) + squeeze.flush()
    held = b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(content) + content + b"\nendstream"
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            held,
        ]
    )


def _pdf_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents 4 0 R >>" % resources,
            stream(content),
            *more,
        ]
    )


def _page_loop() -> bytes:
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 3 0 R] >>",
            b"<< /Type /Pages /Count 9 /Kids [2 0 R 3 0 R] >>",
        ]
    )


def _form_loop() -> bytes:
    return _pdf_page(
        b"/X Do",
        b"/XObject << /X 5 0 R >>",
        stream(
            b"/X Do /X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
        ),
    )


def _xref_loop() -> bytes:
    data = pdf([VISUAL])
    start = data.rfind(b"startxref")
    place = int(data[start + 9 :].split()[0])
    return data[:start].replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place) + data[start:]


def _scan() -> bytes:
    return _pdf_page(
        b"q 500 0 0 700 0 0 cm /I Do Q",
        b"/XObject << /I 5 0 R >>",
        stream(
            bytes(300), b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
        ),
    )


def _mail_nest(depth: int) -> bytes:
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\n"
    parts = [b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number) for number in range(depth)]
    return head + b"".join(parts) + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT.encode()


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + number)} '{f'&{chr(97 + number)};' * 10}'>" for number in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def _raw_docx(document: str) -> bytes:
    return packed(
        {"[Content_Types].xml": made.DOCX_TYPES, "_rels/.rels": made.DOCX_RELATIONS, "word/document.xml": document}
    )


ENCODINGS = [
    Case(f"{encoding}.txt", lambda encoding=encoding: TEXT.replace("ُ", "").encode(encoding, "ignore"), None, "سامر الحداد")
    for encoding in (
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "windows-1256",
        "iso-8859-6",
        "mac-arabic",
        "cp720",
    )
] + [
    Case("mojibake.txt", lambda: TEXT.encode().decode("latin-1").encode(), None, "سامر الحداد"),
    Case("mojibake-1256.txt", lambda: TEXT.encode().decode("cp1256").encode(), None, "سامر الحداد"),
    Case("visual.txt", lambda: "\n".join(VISUAL).encode(), None, "سامر الحداد"),
    Case("cut.txt", lambda: TEXT.encode()[:-1], None, "سامر الحداد"),
    Case("overlong.txt", lambda: b"\xc0\xaf" * 50, "undecodable"),
    Case("half-surrogates.txt", lambda: b"\xed\xa0\x80" * 50, "undecodable"),
    Case("zeros.txt", lambda: bytes(100_000), "not_text"),
    Case("noise.txt", lambda: bytes((number * 7919) % 256 for number in range(50_000)), "not_text"),
    Case("empty.txt", lambda: b"", "empty"),
    Case("blanks.txt", lambda: b" \n" * 50_000, "empty"),
    Case("english.txt", lambda: b"The minister said so. " * 100, "not_arabic"),
    Case("one-line.txt", lambda: (TEXT.replace("\n", " ") * 300).encode(), None),
    Case("lines.txt", lambda: TEXT.encode() + b"\n" * 200_000, None, "سامر الحداد"),
    Case("controls.txt", lambda: ("\u202e\u2066\u202d" * 2000 + TEXT).encode(), None, "سامر الحداد"),
    Case("marks.txt", lambda: (TEXT + "ق" + "\u064b" * 100_000).encode(), None, "سامر الحداد"),
    Case("payloads.txt", lambda: (TEXT + "\n" + "\n".join(PAYLOADS)).encode(), None, "<img src=x onerror=alert(1)>"),
]
WRONG_NAMES = [
    Case("docx.pdf", lambda: docx(word_paragraphs(TEXT)), None, TEXT),
    Case("docx.txt", lambda: docx(word_paragraphs(TEXT)), None, TEXT),
    Case("docx.doc", lambda: docx(word_paragraphs(TEXT)), None, TEXT),
    Case("odt.docx", lambda: odt(made.odt_paragraphs(TEXT)), None, TEXT),
    Case("pdf.html", lambda: pdf([VISUAL]), None, "سامر الحداد"),
    Case("page.txt", lambda: made.page(TEXT).encode(), None, TEXT),
    Case("mail.txt", lambda: made.mail(TEXT), None, TEXT),
    Case("lines.md", lambda: made.jsonl(TEXT), None, TEXT),
    Case("text.html", TEXT.encode, None, TEXT),
    Case("text.pdf", TEXT.encode, None, TEXT),
    Case("text.docx", TEXT.encode, None, TEXT),
    Case("text.eml", TEXT.encode, None, TEXT),
    Case("zip.docx", lambda: packed({"a.txt": TEXT}), None, TEXT),
    Case("text.exe", TEXT.encode, "unknown_kind"),
    Case("sheet.docx", lambda: packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "not_text"),
    Case("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "not_text"),
    Case("locked.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(2000) + "EncryptedPackage".encode("utf-16-le"), "locked"),
    Case("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "not_text"),
]
OFFICE = [
    Case("bomb.docx", lambda: _bomb("word/document.xml", 110_000_000, **{"[Content_Types].xml": ""}), "too_large"),
    Case("bomb-below.docx", lambda: _bomb("word/document.xml", 60_000_000, **{"[Content_Types].xml": ""}), "broken"),
    Case(
        "bomb.odt",
        lambda: _bomb("content.xml", 110_000_000, mimetype="application/vnd.oasis.opendocument.text"),
        "too_large",
    ),
    Case("long.docx", lambda: docx(word_paragraphs("قال " * 2_000_000)), "too_large"),
    Case("laughs.docx", lambda: _raw_docx(f"{LAUGHS}<w:document {made.W}><w:t>&j;</w:t></w:document>"), "broken"),
    Case("outside.docx", lambda: _raw_docx(f"{OUTSIDE}<w:document {made.W}><w:t>&e;</w:t></w:document>"), "broken"),
    Case("laughs.odt", lambda: odt("<text:p>&j;</text:p>", LAUGHS), "broken"),
    Case("deep.docx", lambda: _raw_docx(f"<w:document {made.W}>" + "<w:p>" * 500_000), "broken"),
    Case("cut.docx", lambda: docx(word_paragraphs(TEXT))[:-40], "broken"),
    Case("half.docx", lambda: _raw_docx(f"<w:document {made.W}><w:body><w:p><w:r><w:t>{TEXT}"), "broken"),
    Case("no-text.docx", lambda: docx("<w:p/>"), "empty"),
    Case("no-part.docx", lambda: packed({"[Content_Types].xml": "", "word/x.xml": ""}), "broken"),
    Case("no-part.odt", lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "broken"),
    Case(
        "locked.odt",
        lambda: packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "x",
                "META-INF/manifest.xml": "<m:encryption-data/>",
            }
        ),
        "locked",
    ),
    Case(
        "remote.docx",
        lambda: docx(
            word_paragraphs(TEXT) + '<w:p><w:r><w:instrText>INCLUDETEXT "http://127.0.0.1:9/"</w:instrText></w:r></w:p>'
        ),
        None,
        TEXT,
    ),
    Case(
        "spaces.odt", lambda: odt(made.odt_paragraphs(TEXT) + '<text:p><text:s text:c="99999999999"/></text:p>'), None, TEXT
    ),
]
PAGES = [
    Case("deep.html", lambda: (made.page(TEXT) + "<div>" * 300_000).encode(), None, "سامر الحداد"),
    Case("tags.html", lambda: b"<html><body>" + b"<p><b><i>" * 300_000, "too_large"),
    Case(
        "attribute.html",
        lambda: made.page(TEXT).replace("<article", f'<p class="{"ad " * 500_000}">x</p><article').encode(),
        None,
        "سامر الحداد",
    ),
    Case(
        "picture.html",
        lambda: made.page(TEXT).replace("<h1>", f'<img src="data:image/png;base64,{"A" * 6_000_000}"><h1>').encode(),
        None,
        TEXT,
    ),
    Case("comment.html", lambda: (b"<!--" * 400_000) + made.page(TEXT).encode(), "*"),
    Case(
        "ld.html",
        lambda: made.page(TEXT, f'<script type="application/ld+json">{"[" * 200_000}</script>').encode(),
        None,
        TEXT,
    ),
    Case("wrong-charset.html", lambda: made.page(TEXT, charset="iso-8859-1").encode(), None, TEXT),
    Case(
        "1256.html",
        lambda: made.page(TEXT.replace("ُ", ""), charset="windows-1256").encode("windows-1256"),
        None,
        "سامر الحداد",
    ),
    Case("odd-charset.html", lambda: made.page(TEXT, charset="unicode_escape").encode(), None, TEXT),
    Case("frames.html", lambda: b"<html><frameset><frame src='http://127.0.0.1:9/'></frameset></html>", "empty"),
    Case(
        "script.html",
        lambda: f"<html><body><script>document.write('{TEXT.split(chr(10))[1]}')</script></body></html>".encode(),
        "empty",
    ),
    Case("address.html", lambda: made.page(TEXT, '<link rel="canonical" href="javascript:alert(1)">').encode(), None, TEXT),
]
PDFS = [
    Case("scan.pdf", _scan, "scan"),
    Case("blank.pdf", lambda: _pdf_page(b"q Q"), "empty"),
    Case("flate-bomb.pdf", _flate_bomb, "*"),
    Case("page-loop.pdf", _page_loop, "*"),
    Case("form-loop.pdf", _form_loop, "*"),
    Case("xref-loop.pdf", _xref_loop, "*"),
    Case("cut.pdf", lambda: pdf([VISUAL])[:-700], "*"),
    Case("head.pdf", lambda: b"%PDF-1.4\n", "broken"),
    Case("noise.pdf", lambda: b"%PDF-1.4\n" + bytes((number * 7919) % 256 for number in range(200_000)), "broken"),
    Case("deep.pdf", lambda: _pdf_page(b"q " * 100_000 + b"[" * 50_000), "*"),
    Case("unnamed.pdf", lambda: pdf([VISUAL], unnamed="الويمنرتسبعدقفكهحج"), "broken", "cannot be trusted"),
    Case(
        "locked.pdf",
        lambda: pdf([VISUAL]).replace(
            b"/Size",
            b"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ("
            + b"a" * 32
            + b") /U ("
            + b"b" * 32
            + b") >> /ID [(a)(a)] /Size",
        ),
        "locked",
    ),
    Case(
        "many-pages.pdf",
        lambda: pdf_of(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Count 3000 /Kids [%s] >>" % (b"3 0 R " * 3000),
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            ]
        ),
        "*",
    ),
    Case(
        "action.pdf",
        lambda: pdf([VISUAL]).replace(
            b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
        ),
        None,
        "سامر الحداد",
    ),
]
MAILS = [
    Case("nested.eml", lambda: _mail_nest(20), None, "سامر الحداد"),
    Case("nested-deep.eml", lambda: _mail_nest(20_000), "*"),
    Case(
        "parts.eml",
        lambda: (
            b'From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
            + b"--x\r\n\r\nn\r\n" * 100_000
        ),
        "*",
    ),
    Case(
        "headers.eml",
        lambda: b"From: a@b\r\nMIME-Version: 1.0\r\n" + b"X-A: b\r\n" * 300_000 + b"\r\n" + TEXT.encode(),
        None,
        "سامر الحداد",
    ),
    Case("charset.eml", lambda: made.mail(TEXT).replace(b"charset=utf-8", b"charset=no-such-thing"), None, TEXT),
    Case("broken-base64.eml", lambda: made.mail(TEXT).replace(b"base64\r\n\r\n", b"base64\r\n\r\n!!!!"), "*"),
    Case("no-text.eml", lambda: b"From: a@b\r\nMIME-Version: 1.0\r\n\r\n", "empty"),
    Case("subject.eml", lambda: made.mail(TEXT, subject="\u202eخبر\x1b[31m" * 500), None, TEXT),
]
ARCHIVES = [
    Case("bomb.zip", lambda: _bomb("a.txt", 110_000_000), "too_large"),
    Case("nested.zip", _nested_zips, "unknown_kind"),
    Case("lying.zip", _lying_zip, "*"),
    Case("locked.zip", _locked_zip, "locked"),
    Case("cut.zip", lambda: packed({"a.txt": TEXT})[:-20], "broken"),
    Case("many.zip", lambda: packed({f"{number}.txt": "" for number in range(2500)}), "too_large"),
    Case("list.zip", lambda: packed({f"{number}{'x' * 900}": "" for number in range(3000)}), "too_large"),
    Case("climbing.zip", lambda: packed({"../../../../tmp/isnad-climbed.txt": TEXT}), None, TEXT),
    Case("names.zip", lambda: packed({"\u202egpj.txt\n\x1b[31m<b>.txt": TEXT}), None, TEXT),
    Case("pictures.zip", lambda: packed({"a.png": b"x", "b/": b""}), "empty"),
    Case(
        "beside.zip", lambda: packed({"a.html": made.page(TEXT), "a_files/b.css": "x", "__MACOSX/a.html": "x"}), None, TEXT
    ),
]
def _attributes(count: int) -> str:
    return " ".join(f"a{number}=1" for number in range(count))


P = made.page(TEXT)
FLOODED = [  # what once took a minute, or came out wrong; the name says of what there is too much
    Case("attributes.html", lambda: P.replace("<main", f"<p {_attributes(50_000)}><main").encode(), "*"),
    Case("comments.html", lambda: P.replace("<main>", "<!--x-->" * 60_000 + "<main>").encode(), None, TEXT),
    Case("breaks.html", lambda: P.replace("<main>", "<br>" * 140_000 + "<main>").encode(), "too_large"),
    Case("links.html", lambda: P.replace("<footer>", "<a href=x>خبر</a>" * 30_000).encode(), "*", ""),
    Case("styles.docx", lambda: docx("<w:p>" + '<w:pStyle w:val="a"/>' * 1_000_000 + "</w:p>" + word_paragraphs(TEXT)), "*"),
    Case("elements.docx", lambda: _raw_docx(f"<w:document {made.W}>{'<a/>' * 20_000_000}</w:document>"), "broken"),
    Case("endless-id.jsonl", lambda: f'{{"id": 1e999, "text": "{TEXT.split(chr(10))[1]}"}}'.encode(), "bad_line"),
    Case("one-word.txt", lambda: (TEXT + " خبر" * 20_000).encode(), None, TEXT),
    Case("twice.txt", lambda: TEXT.encode().decode("cp1256").encode().decode("cp1256").encode(), None, TEXT),
    Case("utf-32-le.txt", lambda: TEXT.encode("utf-32-le"), None, TEXT),
    Case("turned.txt", lambda: "\n".join(line[::-1] for line in TEXT.split("\n")).encode(), None, TEXT),
    Case("idna.eml", lambda: made.mail(TEXT).replace(b"charset=utf-8", b"charset=idna"), None, TEXT),
    Case("heads.eml", lambda: b"Subject: " + b"=?utf-8?B?2KM?= " * 50_000 + b"\r\n" + made.mail(TEXT), None, TEXT),
    Case("from.eml", lambda: b"From: " + b"(" * 50_000 + b"\r\n" + made.mail(TEXT).partition(b"\r\n")[2], None, TEXT),
]
CASES = [*FLOODED, *ENCODINGS, *WRONG_NAMES, *OFFICE, *PAGES, *PDFS, *MAILS, *ARCHIVES]
