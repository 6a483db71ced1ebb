"""Text that machines have bent: bytes taken for another encoding, direction controls without a partner."""

from pathlib import Path

import pytest

from components.text.bidi import unbalanced
from components.text.encoding import decode
from components.text.mojibake import mended
from components.text.read import read

SAMPLES = Path(__file__).parent.parent / "data/samples"
TEXTS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(SAMPLES.glob("*.txt"))}


@pytest.mark.parametrize("text", ["نعم", "هل؟", "قال: لا", "١٢٣ نعم", "أ ب", "ة ى ئ"])
def test_short_utf8_is_utf8(text: str) -> None:
    assert decode(text.encode(), "a").text == text and decode(text.encode(), "a").guess is None


@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1256", "latin-1"])
@pytest.mark.parametrize("name", TEXTS)
def test_mojibake(name: str, encoding: str) -> None:
    bent = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in TEXTS[name].encode())
    assert mended(bent)[0] == TEXTS[name] and mended(TEXTS[name]) == (TEXTS[name], None)
    [article] = read(bent.encode(), "a.txt")
    assert article.text == TEXTS[name]
    assert [warning.kind for warning in article.warnings] == ["encoding"]


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
