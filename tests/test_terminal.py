"""The summary for the terminal: what it says, that it shapes Arabic only where asked, and that no text harms a terminal."""

import re
from datetime import date
from pathlib import Path

import pytest

from components.analysis import analyze
from components.exports.terminal import Page, able, amount, ordered, summary, visible
from components.model import Analysis, Article, Figure, Quote, Warning

TEXT = (Path(__file__).parent.parent / "data/samples/iraq-us-talks.txt").read_text(encoding="utf-8")
ANALYSIS = analyze(Article(TEXT, id="iraq.txt", published=date(2024, 1, 24), published_basis="given"))
FORMS = re.compile("[\ufe70-\ufefc]")


def test_it_says_who_when_how_many_and_what_is_wrong() -> None:
    text = summary(ANALYSIS, "never", 100)
    for heading in ("WHO SAID WHAT", "WHEN", "HOW MANY", "WHAT IS WRONG WITH THE TEXT"):
        assert re.search(rf"^{heading} \(\d+\)$", text, re.MULTILINE)
    for words in ("iraq.txt", "2024-01-24 (given)", "محمد شياء السداني", "2023-10-17 ?", "> 60", "[يخبر .]"):
        assert words in text
    assert "570 of them notices" in text


def test_boilerplate_is_left_out() -> None:
    assert "6500" not in summary(ANALYSIS, "never", 100) and "6,500" not in summary(ANALYSIS, "never", 100)


@pytest.mark.parametrize("width", [20, 40, 60, 100, 200])
def test_lines_keep_to_the_width(width: int) -> None:
    for shape in ("never", "always"):
        longest = max(len(line) for line in summary(ANALYSIS, shape, width).splitlines())  # type: ignore[arg-type]
        assert longest <= max(width, 60)


@pytest.mark.parametrize("shape, terminal, environment, shaped", [
    ("never", True, {}, False),
    ("always", False, {"VTE_VERSION": "7200"}, True),
    ("auto", False, {}, False),
    ("auto", True, {}, True),
    ("auto", True, {"VTE_VERSION": "7200"}, False),
    ("auto", True, {"VTE_VERSION": "5202"}, True),
    ("auto", True, {"VTE_VERSION": "new"}, True),
    ("auto", True, {"KONSOLE_VERSION": "230800"}, False),
    ("auto", True, {"TERM_PROGRAM": "Apple_Terminal"}, False),
    ("auto", True, {"TERM_PROGRAM": "vscode"}, True),
])
def test_shaping(shape: str, terminal: bool, environment: dict[str, str], shaped: bool) -> None:
    text = summary(ANALYSIS, shape, 100, environment, terminal)  # type: ignore[arg-type]
    assert bool(FORMS.search(text)) == shaped


def test_a_line_is_joined_and_turned() -> None:
    assert ordered("سلام 60") == "60 \ufee1\ufefc\ufeb3"
    assert ordered("هجومًا")[0] != "ه"


def test_wrapping_comes_before_ordering() -> None:
    lines = list(Page(40, True).lines("by", "كلمة " * 20))
    assert len(lines) > 2 and all(len(line) <= 60 for line in lines)
    assert list(Page(40, False).lines("by", "")) == ["by"]


@pytest.mark.parametrize("able_, environment", [(True, {"MLTERM": "3.9"}), (False, {}), (False, {"TERM": "xterm"})])
def test_able(able_: bool, environment: dict[str, str]) -> None:
    assert able(environment) is able_


@pytest.mark.parametrize("figure, words", [
    ({"value": 60.0, "low": 60.0, "high": None, "modifier": "more_than", "kind": "count", "unit": "هجوم"}, "> 60"),
    ({"value": 2500.0, "low": 2500.0, "high": 2500.0, "modifier": "approx", "kind": "count"}, "≈ 2,500"),
    ({"value": None, "low": 20.0, "high": 30.0, "modifier": "range", "kind": "count"}, "20–30"),
    ({"value": None, "low": None, "high": None, "modifier": "vague", "kind": "count"}, "~"),
    ({"value": 12.4, "low": 12.4, "high": 12.4, "modifier": "exact", "kind": "percent", "unit": "%"}, "12.4 %"),
    ({"value": 3.5e6, "low": 3.5e6, "high": 3.5e6, "modifier": "exact", "kind": "money", "unit": "USD"}, "3,500,000 USD"),
    ({"value": None, "low": 5.0, "high": None, "modifier": "range", "kind": "count"}, "~"),
    ({"value": 5.0, "low": None, "high": 5.0, "modifier": "at_most", "kind": "count"}, "≤ 5"),
    ({"value": 5.0, "low": 5.0, "high": None, "modifier": "at_least", "kind": "count"}, "≥ 5"),
    ({"value": 5.0, "low": None, "high": 5.0, "modifier": "less_than", "kind": "count"}, "< 5"),
])
def test_amounts(figure: dict[str, object], words: str) -> None:
    assert amount(Figure(0, 1, "x", **figure)) == words  # type: ignore[arg-type]


def test_nothing_found() -> None:
    text = summary(Analysis(Article("لا شيء.")), "never")
    assert "not known" in text and "WHO" not in text and "\n\n\n" not in text


@pytest.mark.parametrize("evil", ["\x1b[31m", "\u202e", "\u2066", "\x07", "\r", "\x85", "\u2028", "\ud800"], ids=ascii)
def test_no_text_harms_a_terminal(evil: str) -> None:
    text = f"قال{evil}الوزير أمس"
    hostile = Analysis(
        Article(text, id=text, title=text, source=text, url=text),
        quotes=(Quote(0, len(text), text, "direct"), Quote(0, 3, text, "term")),
        warnings=(Warning(0, 4, "missing_text", text), Warning(0, 0, "encoding", text)),
    )
    for shape in ("never", "always"):
        printed = summary(hostile, shape, 80)  # type: ignore[arg-type]
        assert evil not in printed
        assert evil in "\r\x85\u2028" or visible(evil) in printed or shape == "always"
