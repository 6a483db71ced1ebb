"""The faces and styles of the app, put into a page that stands alone."""

import re
from base64 import b64encode
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
ADDRESS = re.compile(r"url\((fonts/[\w.-]+\.woff2)\)")


def style(name: str) -> str:
    """A style sheet of components/static."""
    return (STATIC / name).read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def faces(*families: str) -> str:
    """The `@font-face` rules of `families`, weights 400 and 600, with the files themselves in them (some 60 KB each)."""
    wanted = [
        rule for rule in FACE.findall(style("fonts.css"))
        if any(f'"{family}"' in rule for family in families) and "font-weight: 500" not in rule
    ]  # fmt: skip
    return "\n".join(ADDRESS.sub(lambda found: f"url({_data(found.group(1))})", rule) for rule in wanted)


def _data(path: str) -> str:
    return "data:font/woff2;base64," + b64encode((STATIC / path).read_bytes()).decode("ascii")
