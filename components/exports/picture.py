"""A chart as a PNG or SVG picture, drawn by typst: it shapes Arabic by itself and needs no browser."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

from components.charts.chart import Chart
from components.charts.theme import TOKENS
from components.exports.layout import shapes

FONTS = Path(__file__).parents[1] / "static" / "fonts" / "print"
FONT, BOLD = "IBM Plex Sans Arabic", "IBM Plex Sans Arabic SmBld"  # the names in the files
PPI = 144  # two dots for each px of the screen


def picture(chart: Chart, format: Literal["png", "svg"] = "png", theme: str = "light", width: int = 900) -> bytes:
    """The picture of `chart`, `width` px wide (a PNG has two dots for each), as high as its rows need.

    Letters of an SVG are outlines, so that it looks the same where the face is not installed.
    """
    import typst

    drawn, height = shapes(chart, theme, width)
    data = {"width": width, "height": height, "ground": TOKENS[theme]["ground"], "font": FONT, "bold": BOLD, "shapes": drawn}
    made: object = typst.compile(  # type: ignore[misc]
        _template(),
        format=format,
        ppi=PPI,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (Path(__file__).parent / "drawing.typ").read_bytes()
