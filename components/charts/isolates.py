"""Strings as Plotly must be given them: each in its own direction, and escaped.

Plotly's base direction is always left to right: every string is isolated (U+2067 or U+2066 to U+2069), and since Plotly
reads a little HTML in its labels, the article's words are escaped.
"""

from html import escape

from components.charts.chart import Bar, Line
from components.charts.wording import cut

HOVER = 64  # code points in a line of the hover text
LINES = 6


def isolated(text: str, rtl: bool) -> str:
    return f"{chr(0x2067 if rtl else 0x2066)}{text}\u2069"


def safe(text: str) -> str:
    """Text of the article, so that Plotly shows it as it is: no tag, no control that could turn a line round."""
    kept = "".join(
        " " if char < " " or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" else char for char in text
    )
    return escape(kept, quote=False).replace("$", "&#36;")  # between two of them Plotly looks for mathematics


def hover_text(lines: tuple[Line, ...], rtl: bool) -> str:
    """The lines of a hover card: the first in bold, long ones folded."""
    out = []
    for index, line in enumerate(lines):
        for part in folded_lines(line.text):
            text = isolated(safe(part), rtl or line.article)
            out.append(f"<b>{text}</b>" if index == 0 else text)
    return "<br>".join(out)


def folded_lines(text: str) -> list[str]:
    words, lines = text.split(), [""]
    for each in words:
        if len(lines[-1]) + len(each) >= HOVER and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {cut(each, HOVER)}".strip()
    return lines[:LINES]


def customdata(bars: list[Bar]) -> list[list[str]]:
    return [[bar.id] for bar in bars]
