"""Small files of every kind that is read, written by hand, so that a test can bend any part of them."""

import io
import json
import re
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml'
    '.document.main+xml"/></Types>'
)
DOCX_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:draw" xmlns:dc="urn:dc"'
)


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A .docx with `body` inside w:body; more parts by their path with __ for a slash."""
    more = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": DOCX_TYPES, "_rels/.rels": DOCX_RELATIONS, "word/document.xml": document, **more})


def word_paragraphs(text: str) -> str:
    return "".join(
        f'<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def odt(body: str, head: str = "") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {ODF}><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def odt_paragraphs(text: str) -> str:
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def page(text: str, head: str = "", charset: str = "utf-8") -> str:
    """A page as a news site makes it: the article between its menus, teasers and comments."""
    title, *lines = text.strip().split("\n")
    words = ["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات"]
    menu = "".join(f'<li><a href="/{number}">{word}</a></li>' for number, word in enumerate(words))
    teasers = "".join(f'<li><a href="/r{number}">خبر آخر لا شأن له بهذا المقال رقم {number}</a></li>' for number in range(6))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}">'
        f'<title>{escape(title)} - صحيفة الأفق</title>{head}<script>document.write("<p>نص من برنامج</p>")</script>'
        f"<style>p {{ color: red }}</style></head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{escape(title)}</h1>{paragraphs}"
        f'<div class="related"><h3>اقرأ أيضا</h3><ul>{teasers}</ul></div></article></main>'
        f'<div id="comments"><p>تعليق من قارئ لا يعجبه هذا الخبر ولا ما كتب فيه من كلام طويل</p></div>'
        "<footer><p>جميع الحقوق محفوظة لصحيفة الأفق، ولا يجوز النقل إلا بإذن</p></footer></body></html>"
    )


def mail(text: str, charset: str = "utf-8", subject: str = "", more: str = "") -> bytes:
    encoded = f"=?utf-8?B?{b64encode(subject.encode()).decode()}?="
    head = (
        f"From: =?utf-8?B?{b64encode('غرفة الأخبار'.encode()).decode()}?= <desk@ufq.example>\r\nTo: a@b.example\r\n"
        f"Subject: {encoded}\r\nDate: Wed, 24 Jan 2024 10:00:00 +0300\r\nMIME-Version: 1.0\r\n{more}"
        f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + b64encode(text.encode(charset, "replace"))


def jsonl(*texts: str) -> bytes:
    return "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode()


# PDF -----------------------------------------------------------------------------------------------------------------------


def pdf_of(objects: Iterable[bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF file of numbered objects, the first one its catalogue."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    return bytes(out) + b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        root,
        trailer,
        start,
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed_ = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode %s >> stream\n" % (len(packed_), more) + packed_ + b"\nendstream"


def _font(code: dict[str, int], told: Iterable[str], pages: int) -> list[bytes]:
    """The first objects of a PDF of so many pages, with a font that names the glyphs `told` in a ToUnicode table."""
    named = "".join(f"<{code[glyph]:04x}> <{glyph.encode('utf-16-be').hex()}>\n" for glyph in told)
    table = (
        f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{named.count(chr(10))} beginbfchar\n{named}endbfchar endcmap end"
    ).encode()
    kids = b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(pages))
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >>",
        stream(table),
    ]


def pdf_runs(lines: Iterable[str]) -> bytes:
    """A PDF of one page of lines in logical order, set as word processors set them: a run for each word, from right to left,
    its glyphs from left to right, lam-alef one glyph that stands for two letters, digits and Latin as they are read."""
    held = [[_glyphs(word) for word in line.split(" ")] for line in lines]
    glyphs = sorted({glyph for line in held for word in line for glyph in word})
    code = {glyph: number for number, glyph in enumerate(glyphs, 1)}
    shown = []
    for number, line in enumerate(held):
        right = 560
        for word in line:
            right -= 6 * len(word)
            drawn = "".join(f"{code[glyph]:04x}" for glyph in word)
            shown.append(f"BT /F 12 Tf 1 0 0 1 {right} {780 - 16 * number} Tm <{drawn}> Tj ET\n")
            right -= 4
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 8 0 R >>",
            stream("".join(shown).encode()))
    return pdf_of([*_font(code, glyphs, 1), *page])


def _glyphs(word: str) -> list[str]:
    """The glyphs of a word from left to right."""
    found = re.findall("ل[اأإآ]|.", word)
    return found if re.fullmatch(r"[\x21-\x7e]+", word) else found[::-1]


def pdf(
    pages: Iterable[Iterable[str]], unnamed: str = "", extra: bytes = b"", before: str = "", before_last: str = ""
) -> bytes:
    """A PDF of pages of lines, each in visual order from left to right, 12 points high. The font names its letters in a
    ToUnicode table but for those in `unnamed`; `before` stands before every line, `before_last` before the last one."""
    held = [list(lines) for lines in pages]
    letters = sorted({letter for lines in held for line in lines for letter in line})
    code = {letter: number for number, letter in enumerate(letters, 1)}
    objects = _font(code, [letter for letter in letters if letter not in unnamed], len(held))
    for lines in held:
        codes = ["".join(f"{code[letter]:04x}" for letter in line) for line in lines]
        shown = "".join(
            f"{before_last if number == len(lines) - 1 else before}"
            f"BT /F 12 Tf 1 0 0 1 {560 - 6 * len(line)} {780 - 16 * number} Tm <{drawn}> Tj ET\n"
            for number, (line, drawn) in enumerate(zip(lines, codes, strict=True))
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> %s >> "
            b"/Contents %d 0 R >>" % (extra, len(objects) + 2)
        )
        objects.append(stream(shown.encode()))
    return pdf_of(objects)
