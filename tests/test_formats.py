"""Every kind of file gives the samples back; what is no article in it is left out; parsers run where they can do no harm."""

import io
import re
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from components.errors import BrokenFile, EmptyText, IsnadError, TooLarge
from components.model import Article
from components.text import read as reading
from components.text import worker
from components.text.read import entries, read
from tests.hostile import made
from tests.hostile.pack import TEXT, VISUAL

ROOT = Path(__file__).parent.parent
TEXTS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted((ROOT / "data/samples").glob("*.txt"))}


def one(data: bytes, name: str) -> Article:
    [article] = read(data, name)
    return article


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


WRITERS = {
    "docx": lambda text: made.docx(made.word_paragraphs(text)),
    "odt": lambda text: made.odt(made.odt_paragraphs(text)),
    "html": lambda text: made.page(text).encode(),
    "eml": made.mail,
    "txt": str.encode,
    "md": str.encode,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", WRITERS)
def test_every_kind_gives_the_samples_back(kind: str, name: str) -> None:
    found = one(WRITERS[kind](TEXTS[name]), f"a.{kind}")
    assert lines(found.text) == lines(TEXTS[name])
    assert found.id == f"a.{kind}" and found.warnings == ()


# Pages ---------------------------------------------------------------------------------------------------------------------


def test_what_a_page_says_of_itself() -> None:
    head = (
        '<link rel="canonical" href="https://ufq.example/a/1"><meta property="og:site_name" content="صحيفة الأفق">'
        '<meta property="article:published_time" content="2024-01-24T23:30:00+03:00">'
    )
    found = one(made.page(TEXT, head).encode(), "a.html")
    assert (found.title, found.source, found.url, str(found.published), found.published_basis) == (
        lines(TEXT)[0],
        "صحيفة الأفق",
        "https://ufq.example/a/1",
        "2024-01-24",
        "given",
    )


def test_json_ld_counts_first() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], '
        '"headline": "غيره", '
        '"datePublished": "2024-01-24", "publisher": {"name": "وكالة الأفق"}, "url": "https://ufq.example/b"}]}</script>'
        '<meta property="article:published_time" content="2023-01-01">'
    )
    found = one(made.page(TEXT, head).encode(), "a.html")
    assert (found.title, found.source, found.url, str(found.published)) == (
        lines(TEXT)[0],
        "وكالة الأفق",
        "https://ufq.example/b",
        "2024-01-24",
    )


def test_the_address_a_browser_saved() -> None:
    data = made.page(TEXT).replace("<html", "<!-- saved from url=(0023)https://ufq.example/c/ -->\n<html", 1)
    assert one(data.encode(), "a.htm").url == "https://ufq.example/c/"


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6"])
def test_pages_in_code_pages_declare_them(charset: str) -> None:
    text = TEXT.replace("ُ", "").translate({ord("«"): '"', ord("»"): '"'})
    found = one(made.page(text, charset=charset).encode(charset), "a.html")
    assert lines(found.text) == lines(text) and found.warnings == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<table><tr><td><a href=x>خبر آخر</a></td><td><h1>{0}</h1>{1}<br><br>{2}<br><br>{3}</td></tr></table>",
            id="table",
        ),
        pytest.param("<div class=story><h1>{0}</h1><div>{1}</div><div>{2}</div><div>{3}</div></div>", id="div"),
        pytest.param(
            "<h2>{0}</h2><p><span>{1}</span></p><p><b>{2}</b></p><p>{3}</p><p style='display:none'>مخفي عن القارئ</p>",
            id="bare",
        ),
        pytest.param(
            "<article><h1>{0}</h1><p>{1}</p><div class='ad-slot'><p>إعلان مدفوع</p></div><p>{2}</p><p>{3}</p></article>"
            "<aside><p>الأكثر قراءة في هذا اليوم على موقعنا</p></aside>",
            id="advertisement",
        ),
    ],
)
def test_other_pages(body: str) -> None:
    data = f"<html><head><title>x</title></head><body>{body.format(*lines(TEXT))}</body></html>"
    assert lines(one(data.encode(), "a.html").text) == lines(TEXT)


# Word, OpenDocument, mail --------------------------------------------------------------------------------------------------


def test_what_word_hides_is_left_out() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("عنوان الخبر")}</w:p><w:p>{run("قال الوزير")}<w:del>'
        f"{run('حُذف')}</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r><w:r><w:tab/><w:t>أمس</w:t><w:br/>"
        f"<w:t>غدا</w:t><w:instrText>HYPERLINK</w:instrText></w:r></w:p><w:p>{run('متن')}<w:r><w:pict><w:txbxContent><w:p>"
        f"{run('صندوق')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    found = one(made.docx(body), "a.docx")
    assert found.text == "عنوان الخبر\nقال الوزير\tأمس\nغدا\nصندوق\nمتن"
    assert found.title == "عنوان الخبر"


def test_what_opendocument_writes_beside_the_text() -> None:
    body = (
        '<text:tracked-changes><text:p>حُذف</text:p></text:tracked-changes><text:h text:outline-level="1">عنوان</text:h>'
        '<text:p>قال<text:s text:c="2"/>الوزير<text:note><text:p>حاشية</text:p></text:note><text:tab/>أمس'
        "<office:annotation><text:p>تعليق</text:p></office:annotation></text:p>"
    )
    found = one(made.odt(body), "a.odt")
    assert (found.text, found.title) == ("عنوان\nقال  الوزير\tأمس", "عنوان")


def test_a_mail_says_its_subject_sender_and_day() -> None:
    found = one(made.mail(TEXT, subject="Fwd: رد: افتتاح الجسر"), "a.eml")
    assert (found.title, found.source, str(found.published)) == ("افتتاح الجسر", "غرفة الأخبار", "2024-01-24")


def _parts(*parts: bytes) -> bytes:
    head = b'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    return head + b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


def test_a_mail_in_html_alone() -> None:
    html = (
        "<html><head><style>p {}</style></head><body>" + "".join(f"<p>{line}</p>" for line in lines(TEXT)) + "</body></html>"
    )
    data = _parts(b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + html.encode())
    assert lines(one(data, "a.eml").text) == lines(TEXT)


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(b"Content-Type: message/rfc822\r\n\r\n" + made.mail(TEXT), id="a message forwarded"),
        pytest.param(
            b'Content-Type: application/octet-stream; name="a.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
            + b64encode(made.docx(made.word_paragraphs(TEXT))),
            id="a document attached",
        ),
    ],
)
def test_what_a_mail_brings(inner: bytes) -> None:
    assert lines(one(_parts(b"Content-Type: text/plain\r\n\r\nfyi", inner), "a.eml").text) == lines(TEXT)


ATTACHED = b'; name="a"\r\nContent-Disposition: attachment; filename="a.%s"\r\nContent-Transfer-Encoding: base64\r\n\r\n'


@pytest.mark.parametrize(
    "attachment",
    [
        pytest.param(b"text/plain; charset=utf-8" + ATTACHED % b"txt" + b64encode(TEXT.encode()), id="text"),
        pytest.param(b"application/x" + ATTACHED % b"docx" + b64encode(made.docx(made.word_paragraphs(TEXT))), id="docx"),
    ],
)
def test_a_note_counts_less_than_the_article_it_comes_with(attachment: bytes) -> None:
    note = "Content-Type: text/plain; charset=utf-8\r\n\r\nتجدون الخبر مرفقا".encode()
    assert lines(one(_parts(note, b"Content-Type: " + attachment), "a.eml").text) == lines(TEXT)


@pytest.mark.parametrize(
    "bent",
    [
        pytest.param("للاطلاع\n\n-------- Forwarded --------\nFrom: a@b.example\nDate: x\n\n" + TEXT, id="forwarded"),
        pytest.param("> " + TEXT.replace("\n", "\n> "), id="quoted"),
        pytest.param(">> " + TEXT.replace("\n", "\n>\n>> "), id="quoted twice"),
        pytest.param(TEXT.replace(" إن ", " \nإن ").replace(" الرسوم ", " \nالرسوم "), id="flowed"),
    ],
)
def test_what_mail_does_to_lines_is_undone(bent: str) -> None:
    data = _parts(b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n" + bent.encode())
    assert lines(one(data, "a.eml").text) == lines(TEXT)


def test_a_page_saved_as_a_message() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ufq.example/d\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + made.page(TEXT).encode() + b"\r\n--x--\r\n"
    )
    found = one(data, "a.mhtml")
    assert lines(found.text) == lines(TEXT) and found.url == "https://ufq.example/d"


def test_an_archive_gives_its_files_each_with_its_own_error() -> None:
    data = made.packed(
        {
            "b/a.txt": TEXT,
            "empty.txt": "",
            "c.docx": made.docx(made.word_paragraphs(TEXT)),
            "x.exe": "x",
            "d.jsonl": made.jsonl(TEXT, TEXT),
            "inner.zip": made.packed({"a.txt": TEXT}),
            "p.png": "x",
        }
    )
    found = list(entries(io.BytesIO(data), "a.zip"))
    assert [(entry.id, entry.error.code if entry.error else None) for entry in found] == [
        ("b/a.txt", None),
        ("empty.txt", "empty"),
        ("c.docx", None),
        ("x.exe", "unknown_kind"),
        ("d.jsonl", None),
        ("d.jsonl", None),
        ("inner.zip", "unknown_kind"),
    ]
    assert found[1].error is not None and found[1].error.where == "a.zip/empty.txt"


# The process that parses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "deed",
    [
        "open('x', 'w')",
        "open('x', 'a')",
        "import os; os.open('x', os.O_RDWR | os.O_CREAT)",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import os; os.remove('x')",
        "import os; os.fork()",
        "import os; os.mkdir('x')",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_the_process_may_only_compute(deed: str, tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from components.text.worker import _shut; _shut(); {deed}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, timeout=60, check=False)
    assert done.returncode == 1 and b"PermissionError" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_file_that_takes_too_long_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = made.pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            made.stream(b"q " * 3_000_000),
        ]
    )
    monkeypatch.setattr(worker, "SECONDS", 0.7)
    start = time.monotonic()
    with pytest.raises(BrokenFile, match="too much time or memory"):
        worker.parse("pdf", slow, "a.pdf")
    assert time.monotonic() - start < 20
    monkeypatch.undo()
    assert worker.parse("docx", made.docx(made.word_paragraphs(TEXT)), "a.docx").text == TEXT


def test_limits_are_set() -> None:
    pytest.importorskip("resource")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from components.text.worker import _limit; _limit(1000, 3.0);"
        "import resource; print(*resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    soft, hard, seconds = map(
        int, subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.split()
    )
    assert soft <= hard == worker.MEMORY == 1_000_000_000
    assert 1 < seconds <= 60


def test_many_files_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    data = made.docx(made.word_paragraphs(TEXT))
    with ThreadPoolExecutor(8) as pool:
        assert {found.text for found in pool.map(lambda _: worker.parse("docx", data, "a"), range(24))} == {TEXT}


# Generated ---------------------------------------------------------------------------------------------------------------

TROUBLE = st.text(alphabet=st.sampled_from('قالوزيرإنّةىًـ٣5.،«»"()&<>\u200f\u200c\u202b\u2067A |*#'), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(st.lists(TROUBLE, min_size=1, max_size=6))
def test_words_survive_packing(paragraphs: list[str]) -> None:
    """Any paragraphs, packed into a document and read again, are the same but for blanks at their ends; in mail, lines
    behind «>» are what is answered to."""
    text = "\n".join(["قال الوزير إن الاتفاق قريب جدا من نهايته", *paragraphs])
    for kind in ("docx", "odt", "eml"):
        if kind == "odt":
            text = re.sub(" +", " ", text)
        if kind == "eml" and any(line.lstrip().startswith(">") for line in text.split("\n")):
            continue
        assert lines(one(WRITERS[kind](text), f"a.{kind}").text) == lines(text)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["docx", "odt", "html", "eml", "pdf", "zip"]), st.integers(0, 5000), st.binary(min_size=1, max_size=4)
)
def test_any_damage_gives_an_article_or_one_line(kind: str, place: int, damage: bytes) -> None:
    data = bytearray({"pdf": made.pdf([VISUAL]), "zip": made.packed({"a.txt": TEXT})}.get(kind) or WRITERS[kind](TEXT))
    place %= len(data)
    data[place : place + len(damage)] = damage
    for entry in entries(io.BytesIO(bytes(data)), f"a.{kind}"):
        assert (entry.article is None) != (entry.error is None)
        assert entry.error is None or (isinstance(entry.error, IsnadError) and "\n" not in str(entry.error))


def test_slow_files_of_an_archive_do_not_cost_more_than_a_slow_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What gave no article uses up the time of the archive; then each further file is refused in a line of its own."""
    monkeypatch.setattr(reading, "LOST_SECONDS", 0.0)
    packed = made.packed({"a.txt": TEXT, "b.pdf": b"%PDF-1.4", "c.txt": TEXT})
    good, broken, late = entries(io.BytesIO(packed), "a.zip")
    assert good.article and good.article.text == TEXT
    assert isinstance(broken.error, BrokenFile)
    assert isinstance(late.error, TooLarge) and "too much time" in str(late.error)


def test_nothing_readable_in_a_mail() -> None:
    with pytest.raises(EmptyText):
        read(_parts(b"Content-Type: application/zip\r\n\r\nPK"), "a.eml")


def test_display_is_its_own_inverse_on_the_sample() -> None:
    assert [str(get_display(line, base_dir="R")) for line in VISUAL] == lines(TEXT)
