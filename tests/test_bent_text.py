"""Text that machines have bent: bytes taken for another encoding, direction controls without a partner."""

import re
from pathlib import Path

import pytest
from arabic_reshaper import ArabicReshaper
from bidi import get_display

from components.text.bidi import unbalanced
from components.text.encoding import decode
from components.text.mojibake import mended
from components.text.read import read

SAMPLES = Path(__file__).parent.parent / "data/samples"
TEXTS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(SAMPLES.glob("*.txt"))}


@pytest.mark.parametrize("text", ["نعم", "هل؟", "قال: لا", "١٢٣ نعم", "أ ب", "ة ى ئ"])
def test_short_utf8_is_utf8(text: str) -> None:
    assert decode(text.encode(), "a").text == text and decode(text.encode(), "a").guess is None


def _read_as(data: bytes, encoding: str) -> str:
    """What `data` looks like to a program that takes it for `encoding`, and leaves what is not in there."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1256", "latin-1", "mac-roman", "cp437", "cp850"])
@pytest.mark.parametrize("name", TEXTS)
def test_mojibake(name: str, encoding: str) -> None:
    bent = _read_as(TEXTS[name].encode(), encoding)
    assert mended(bent)[0] == TEXTS[name] and mended(TEXTS[name]) == (TEXTS[name], None)
    [article] = read(bent.encode(), "a.txt")
    assert article.text == TEXTS[name]
    assert [warning.kind for warning in article.warnings] == ["encoding"]


@pytest.mark.parametrize("first", ["windows-1252", "windows-1256", "latin-1"])
@pytest.mark.parametrize("second", ["windows-1252", "windows-1256", "latin-1"])
@pytest.mark.parametrize("text", [TEXTS["lebanon-budget"], "السلام عليكم"])
def test_mojibake_that_happened_twice(text: str, first: str, second: str) -> None:
    assert mended(_read_as(_read_as(text.encode(), first).encode(), second))[0] == text


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "mac-arabic", "cp720"])
@pytest.mark.parametrize("taken_for", ["windows-1252", "latin-1"])
def test_a_code_page_that_was_read_as_latin(encoding: str, taken_for: str) -> None:
    text = TEXTS["tunisia-customs"].translate({ord("«"): '"', ord("»"): '"', ord("–"): "-", ord("،"): ","})
    [article] = read(_read_as(text.encode(encoding), taken_for).encode(), "a.txt")
    assert article.text == text
    assert [warning.kind for warning in article.warnings] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TEXTS["egypt-wheat"], "مقتل 12 شخصا", "شركة Apple Incorporated تربح 100000000 دولار"])
def test_wide_encodings_without_their_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a").text == text


def test_a_title_is_mended_with_its_text() -> None:
    text = TEXTS["lebanon-budget"]
    bent = "# " + _read_as(text.encode(), "windows-1256")
    [article] = read(bent.encode(), "a.md")
    assert article.title == text.split("\n")[0]


@pytest.mark.parametrize(
    "text, places",
    [
        ("\u202eقال", [0]),
        ("\u202bقال\u202c", []),
        ("\u2067قال\u2069 ثم", []),
        ("قال\u202c", [3]),
        ("\u2066قال\nثم\u2069", [0, 7]),
        ("\u2067\u202eقال\u2069", [1]),
        ("\u202b\u2067\u202c\u2069\u202c", [2]),
        ("قال \u200fالوزير\u200e", []),
        ("", []),
    ],
)
def test_unbalanced_controls(text: str, places: list[int]) -> None:
    found = unbalanced(text)
    assert [warning.start for warning in found] == places
    assert all(
        warning.end == warning.start + 1 and warning.kind == "bidi_control" and warning.message_ar for warning in found
    )


# Order ---------------------------------------------------------------------------------------------------------------------

SHAPED = ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
SENTENCES = {
    "brackets": "قال الوزير (سامر الحداد) إن 60 شخصا [من الجنود] أصيبوا في 12/05/2024 الساعة 10:30، بنسبة 5.5%.",
    "latin": "أعلنت شركة Apple (AAPL) يوم 3 مايو 2024 عن أرباح بلغت 23.6 مليار دولار، وفق Reuters.",
    "lam-alef": "لا لأحد إلا للآباء والأبناء، والإسلام لأنه الآن",
    "marks": "قَالَ الوَزِيرُ إنَّ الأَمْنَ مُسْتَتِبٌّ في ٢٤ يناير ٢٠٢٤ أمام ٦٠ ألفا.",
    "five words": "قال الوزير إن الاجتماع سيعقد غدا",
}


def _visual(text: str, base: str) -> str:
    return "\n".join(str(get_display(line, base_dir=base)) for line in text.split("\n"))


def _back(text: str) -> str:
    [article] = read(text.encode(), "a.txt")
    return article.text


@pytest.mark.parametrize("base", ["R", "L"])
@pytest.mark.parametrize("text", [*SENTENCES.values(), TEXTS["iraq-us-talks"], TEXTS["lebanon-budget"]])
def test_visual_order(text: str, base: str) -> None:
    """Also where the lines were laid out from left to right, so that their full stops stand at the other end."""
    assert _back(_visual(text, base)) == text
    assert _back(_visual("\n".join(map(SHAPED.reshape, text.split("\n"))), base)) == text


@pytest.mark.parametrize("text", [SENTENCES["brackets"], SENTENCES["latin"], SENTENCES["marks"], TEXTS["egypt-wheat"]])
def test_lines_turned_as_they_stood(text: str) -> None:
    """Numbers and Latin words too: 4202 for 2024."""
    assert _back("\n".join(line[::-1] for line in text.split("\n"))) == text
    assert _back("\n".join(SHAPED.reshape(line)[::-1] for line in text.split("\n"))) == text


def test_forms_in_order_with_numbers_turned() -> None:
    """Lines in visual order that were turned as they stood."""
    text = SENTENCES["latin"]
    assert _back(_visual(SHAPED.reshape(text), "R")[::-1]) == text


def test_brackets_of_forms() -> None:
    assert _back(SHAPED.reshape("قال )سامر الحداد( إن »الأمن« مستتب")) == "قال (سامر الحداد) إن «الأمن» مستتب"


def test_marks_behind_their_letters_in_visual_order() -> None:
    text = "قَالَ الوَزِيرُ إنَّ الأَمْنَ مُسْتَتِبٌّ فِي البِلَادِ."
    turned = re.sub("([\u064b-\u0652]+)([\u0621-\u064a])", r"\2\1", text[::-1])
    assert _back(turned).replace("\u0651\u064c", "\u064c\u0651") == text.replace("\u0651\u064c", "\u064c\u0651")


@pytest.mark.parametrize("text", [*TEXTS.values(), *SENTENCES.values(), "ظننا أن هناك خللا تقنيا", "لا", "ة ى", "إلا أولا"])
def test_logical_order_stays(text: str) -> None:
    assert _back(text) == text
