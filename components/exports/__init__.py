"""Analysis -> bytes that a reader takes away."""

import re
from pathlib import PurePath

from components.model import Analysis

UNSAFE = re.compile(r"[^\w\-. ]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST = 60  # code points; Arabic takes two bytes each, and file systems allow 255


def file_name(analysis: Analysis, name: str, ending: str) -> str:
    """A name for a download: the article's id without its ending, what it is, the ending; no character a system refuses.

    >>> from components.model import Article
    >>> file_name(Analysis(Article("…", id="../مقال: أول.txt")), "timeline", "png")
    'مقال أول-timeline.png'
    """
    stem = PurePath(analysis.article.id.replace("\\", "/")).stem
    stem = " ".join(UNSAFE.sub(" ", stem).split())[:LONGEST].strip(" .-")
    return f"{stem or 'isnad'}-{name}.{ending}"
