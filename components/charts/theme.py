"""Colours of the charts in the light and the dark page, and the faces the words are set in."""

from components.charts.chart import Bar, Key

FONT = '"IBM Plex Sans Arabic", "IBM Plex Sans", Tahoma, "Segoe UI", sans-serif'
SIZE = 12.5  # px, the size of notes

TOKENS: dict[str, dict[str, str]] = {
    "light": {
        "ground": "#F3F4F2",
        "sheet": "#FDFDFC",
        "raised": "#FFFFFF",
        "line": "#DDE0DD",
        "line2": "#BFC5C2",
        "ink": "#1B2024",
        "ink2": "#464E54",
        "ink3": "#5F676D",
        "time": "#154C8C",
        "figure": "#0A5746",
        "direct": "#1B5A94",
        "indirect": "#7A5600",
        "mixed": "#4A479F",
        "unnamed": "#596167",
        "direct_fill": "#D2E7FA",
        "indirect_fill": "#FBE7AE",
        "mixed_fill": "#C9CAF2",
        "named": "#464E54",
        "institution": "#AFB3B5",
    },
    "dark": {
        "ground": "#131618",
        "sheet": "#1A1E21",
        "raised": "#22272B",
        "line": "#2C3236",
        "line2": "#454D52",
        "ink": "#E6E4DF",
        "ink2": "#B7BBBC",
        "ink3": "#949CA0",
        "time": "#9CC6F8",
        "figure": "#7FDABC",
        "direct": "#8CC1F0",
        "indirect": "#E3BE5C",
        "mixed": "#B5B3F2",
        "unnamed": "#A5ADB1",
        "direct_fill": "#1D4566",
        "indirect_fill": "#55460F",
        "mixed_fill": "#3E3C74",
        "named": "#B7BBBC",
        "institution": "#63686A",
    },
}


def blend(colour: str, over: str, share: float) -> str:
    """`share` of `colour` laid over `over`, both #RRGGBB.

    >>> blend("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(over[1:]), strict=True)
    return "#" + "".join(f"{round(top * share + bottom * (1 - share)):02X}" for top, bottom in pairs)


def paint(bar: Bar | Key, theme: str) -> tuple[str, str, str]:
    """Fill, outline and hatch of a bar; the hatch is "" where the bar is plain."""
    tokens = TOKENS[theme]
    line = tokens[bar.tone]
    sheet = tokens["sheet"]
    open_sided = isinstance(bar, Bar) and (bar.open_start or bar.open_end)
    if bar.hatched:
        return sheet, line, blend(line, sheet, 0.45) if bar.hollow else line
    if bar.hollow or open_sided:
        return blend(line, sheet, 0.18), line, ""
    return tokens.get(f"{bar.tone}_fill", line), line, ""
