"""Reading: encodings, what is refused, what is mended, and .jsonl lines that lose no other."""

import io
import json
from pathlib import Path

import pytest
from arabic_reshaper import ArabicReshaper
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from components.errors import (
    BadLine,
    BrokenFile,
    EmptyText,
    IsnadError,
    NotArabic,
    NotText,
    TooLarge,
    Undecodable,
    UnknownKind,
)
from components.text.encoding import decode
from components.text.mend import mended
from components.text.read import LARGEST, entries, read

SAMPLES = sorted((Path(__file__).parent.parent / "data/samples").glob("*.txt"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES}
TEXT = TEXTS["egypt-wheat"]
SHORT = "قال الوزير إن الاتفاق قريب.\n"
reshape = ArabicReshaper({"delete_harakat": False}).reshape


def one(data: bytes, name: str = "a.txt"):  # type: ignore[no-untyped-def]
    [article] = read(data, name)
    return article


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_or_strict(encoding: str) -> None:
    article = one(TEXT.encode(encoding))
    assert article.text == TEXT
    assert article.warnings == ()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding, told", [("windows-1256", "windows-1256"), ("iso-8859-6", "iso-8859-6"),
                                            ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")])
def test_guessed_encodings_are_told(name: str, encoding: str, told: str) -> None:
    data = TEXTS[name].encode(encoding, "ignore")
    article = one(data)
    assert article.text == data.decode(encoding)
    [warning] = article.warnings
    assert warning.kind == "encoding" and told in warning.message and told in warning.message_ar


def test_a_few_damaged_bytes_are_told() -> None:
    data = bytearray(TEXT.encode())
    data[100] = 0xFF
    article = one(bytes(data))
    assert article.text.count("\ufffd") in (1, 2)
    assert [warning.kind for warning in article.warnings] == ["encoding"]


FOREIGN = {
    "cp1251": "Президент России заявил, что переговоры будут продолжены на следующей неделе. ",
    "latin-1": "Le président a déclaré que les négociations étaient terminées hier à Genève. ",
    "gbk": "中国外交部发言人星期一在北京表示，双方将继续谈判。",
    "cp1253": "Ο πρόεδρος δήλωσε ότι οι διαπραγματεύσεις θα συνεχιστούν. ",
    "koi8-r": "Президент России заявил, что переговоры будут продолжены. ",
    "shift_jis": "首相は月曜日に記者会見で交渉を続けると述べた。",
    "cp1255": "הנשיא אמר כי השיחות יימשכו בשבוע הבא בירושלים. ",
}


@pytest.mark.parametrize("encoding", FOREIGN)
def test_other_scripts_in_their_code_pages_are_refused(encoding: str) -> None:
    with pytest.raises(Undecodable):
        read((FOREIGN[encoding] * 4).encode(encoding), "a.txt")


@pytest.mark.parametrize("data, name, error", [
    pytest.param(b"", "a.txt", EmptyText, id="empty"),
    pytest.param(b" \n\t\r\n ", "a.txt", EmptyText, id="blank"),
    pytest.param("\ufeff".encode(), "a.txt", EmptyText, id="a mark alone"),
    pytest.param("\u200f\u200e \xa0".encode(), "a.txt", EmptyText, id="direction marks alone"),
    pytest.param(b"The minister said that the deal was near.", "a.txt", NotArabic, id="English"),
    pytest.param("The minister said قال that the deal was near.".encode(), "a.txt", NotArabic, id="one Arabic word"),
    pytest.param(("رئیس جمهور گفت که این گفت‌وگوها چند هفته دیگر در شهر ژنو پی گرفته می‌شود. " * 5).encode(), "a.txt",
                 NotArabic, id="Persian"),
    pytest.param(b"12345 67890", "a.txt", NotArabic, id="digits"),
    pytest.param(b"%PDF-1.7\n%\xe2\xe3", "a.txt", BrokenFile, id="half a PDF called .txt"),
    pytest.param(b"PK\x03\x04" + bytes(30), "a.txt", BrokenFile, id="half a ZIP called .txt"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(30), "a.md", NotText, id="a picture called .md"),
    pytest.param(bytes(range(256)) * 20, "a.txt", NotText, id="bytes of all kinds"),
    pytest.param(("قال" * 50 + "\x00").encode(), "a.txt", NotText, id="a zero inside"),
    pytest.param(b"\xff\xfe\x00", "a.txt", Undecodable, id="half a UTF-16 letter"),
    pytest.param(SHORT.encode() * (LARGEST // len(SHORT.encode()) + 1), "a.txt", TooLarge, id="over 5 MB"),
    pytest.param(SHORT.encode(), "a.rtf", UnknownKind, id="a kind that is not read"),
    pytest.param(SHORT.encode(), "a.doc", UnknownKind, id="a text called .doc"),
    pytest.param(SHORT.encode(), "a.exe", UnknownKind, id="a kind that is no text"),
    pytest.param(b"", "a.jsonl", EmptyText, id="empty .jsonl"),
    pytest.param(b"\n \n", "a.jsonl", EmptyText, id=".jsonl of blank lines"),
])
def test_refused_in_words(data: bytes, name: str, error: type[IsnadError]) -> None:
    with pytest.raises(error) as caught:
        read(data, name)
    assert caught.value.where == name
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 200


@pytest.mark.parametrize("name", ["a", "a.txt", "A.TXT", "a.text", "-"])
def test_kinds_of_plain_text(name: str) -> None:
    assert one(SHORT.encode(), name).text == SHORT


def test_line_ends() -> None:
    assert one("قال\r\nالوزير\rأمس\n".encode()).text == "قال\nالوزير\nأمس\n"


def test_text_stays_as_written() -> None:
    text = "إنّ الأسعـــار ٣٫٥٪ ﷺ\u200c هذا  مهم\t«جدًا»\u200f ١٢ و 12\n"
    assert one(text.encode()).text == text


def test_markdown_has_a_title() -> None:
    article = one(f"---\n\n## حصاد القمح ##\n\n{SHORT}".encode(), "a.md")
    assert article.title == "حصاد القمح"
    assert article.text.startswith("---\n\n## حصاد")
    assert one(SHORT.encode(), "a.md").title is None


@pytest.mark.parametrize("name", TEXTS)
def test_bent_text_is_mended(name: str) -> None:
    lines = TEXTS[name].replace("لًا", "لا").split("\n")  # a ligature of lam and alef hides on which of them a mark stood
    plain = "\n".join(lines)
    visual = "\n".join(get_display(reshape(line), base_dir="R") if line else line for line in lines)
    mirrored = visual.translate(str.maketrans("()[]«»", ")(][»«"))
    unshaped = "\n".join(get_display(line, base_dir="R") if line else line for line in lines)
    for bent in ("\n".join(reshape(line) for line in lines), visual, mirrored, unshaped):
        assert mended(bent) == plain
        assert one(bent.encode()).text == plain
    assert mended(plain) is plain


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("قالوزيرإنّةى ـ٣5.،«»\"()\u200f\u202bA\n\r\t\x00\ufffd"), max_size=60))
def test_jsonl_text_equals_its_input(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False).encode()
    for entry in entries(io.BytesIO(line), "a.jsonl"):
        assert entry.error or (entry.article and entry.article.text == text)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_one_line(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.jsonl"):
        for entry in entries(io.BytesIO(data), name):
            assert (entry.article is None) != (entry.error is None)


BAD_LINES = {
    "not JSON": "{",
    "a list": "[1]",
    "a word": '"قال"',
    "no text": '{"id": "x"}',
    "text is a number": '{"id": "x", "text": 5}',
    "text is null": '{"text": null}',
    "NaN": '{"id": NaN, "text": "قال الوزير"}',
    "an endless number": '{"id": 1' + "0" * 6000 + ', "text": "قال"}',
    "nested too deep": '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
    "id is a list": '{"id": [], "text": "قال الوزير"}',
    "title is a number": '{"title": 5, "text": "قال الوزير"}',
    "empty text": '{"id": "x", "text": " "}',
    "English": '{"id": "x", "text": "The minister said so."}',
    "a mark in the middle": '\ufeff{"text": "قال الوزير"}',
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_loses_no_other(line: str) -> None:
    good = json.dumps({"id": "good", "text": SHORT}, ensure_ascii=False)
    found = list(entries(io.BytesIO(f"{good}\n{line}\n\n{good}\n".encode()), "a.jsonl"))
    assert [entry.error is None for entry in found] == [True, False, True]
    assert isinstance(found[1].error, BadLine | EmptyText | NotArabic)
    assert "line 2" in found[1].error.what
    assert found[1].id == ("x" if '"id": "x"' in line else "a.jsonl")


def test_a_line_that_is_not_utf8_loses_no_other() -> None:
    good = json.dumps({"id": 7, "text": SHORT}, ensure_ascii=False).encode()
    found = list(entries(io.BytesIO(good + b"\n" + good.decode().encode("windows-1256") + b"\n" + good), "a.jsonl"))
    assert [type(entry.error) for entry in found] == [type(None), Undecodable, type(None)]
    assert found[0].id == 7 and found[0].article is not None and found[0].article.id == "7"


def test_a_line_over_the_limit_loses_no_other() -> None:
    good = json.dumps({"text": SHORT}, ensure_ascii=False).encode()
    huge = json.dumps({"id": "huge", "text": "قال " * 1_500_000}, ensure_ascii=False).encode()
    found = list(entries(io.BytesIO(good + b"\n" + huge + b"\n" + good), "a.jsonl"))
    assert [type(entry.error) for entry in found] == [type(None), TooLarge, type(None)]
    assert found[1].id == "huge"


def test_fields_of_a_line() -> None:
    line = {"id": "x", "text": SHORT, "title": "خبر", "source": "صدى", "url": "https://a.example",
            "published": "2024-01-24T10:00:00Z"}
    [article] = read(json.dumps(line).encode(), "a.jsonl")
    assert (article.title, article.source, article.url, str(article.published), article.published_basis) == (
        "خبر", "صدى", "https://a.example", "2024-01-24", "given")


@pytest.mark.parametrize("value", ["2509-20-16", "yesterday", "2024-13-01", "2024-02-30", "0001-01-01", 5, [], {}, True,
                                   "٢٠٢٤-٠١-٠١"])
def test_a_published_that_is_no_day_is_told(value: object) -> None:
    [article] = read(json.dumps({"text": SHORT, "published": value}).encode(), "a.jsonl")
    assert article.published is None
    assert [warning.kind for warning in article.warnings] == ["published"]


@pytest.mark.parametrize("value", [None, ""])
def test_no_published_is_nothing_to_tell(value: object) -> None:
    [article] = read(json.dumps({"text": SHORT, "published": value}).encode(), "a.jsonl")
    assert article.published is None and article.warnings == ()


def test_lone_surrogates_become_a_sign_and_are_told() -> None:
    [article] = read(b'{"text": "\\u0642\\u0627\\u0644 \\ud800 \\u0627\\u0644\\u0648\\u0632\\u064a\\u0631"}', "a.jsonl")
    assert article.text == "قال \ufffd الوزير"
    assert [warning.kind for warning in article.warnings] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_jsonl_with_a_mark(encoding: str) -> None:
    lines = "\n".join(json.dumps({"id": each, "text": SHORT}, ensure_ascii=False) for each in "ab")
    assert [article.id for article in read(lines.encode(encoding), "a.jsonl")] == ["a", "b"]


def test_decoding_says_nothing_of_what_is_certain() -> None:
    assert decode(SHORT.encode(), "a").guess is None
