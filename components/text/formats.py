"""Which kinds of files are read, by their endings, and how the simple ones give their articles: Markdown, JSON Lines."""

import json
import re
from dataclasses import dataclass
from datetime import date
from math import inf
from pathlib import PurePath
from typing import Any

from components.errors import BadLine, UnknownKind
from components.model import Article, Warning

PLAIN = ("", ".txt", ".text")
MARKDOWN = (".md", ".markdown")
LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml")
PACKED = (".zip",)
RICH = (".docx", ".odt", ".pdf", ".eml", ".mht", ".mhtml", *PAGES, *PACKED)  # taken apart in text.worker and text.archive
TAKEN = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf", ".eml", ".jsonl", ".zip")  # as readers are told
ALSO = (".doc", ".docm", ".dotx", ".ott")  # read where there is one of the others behind the ending
READ = (*PLAIN, *MARKDOWN, *LINES, *RICH, *ALSO)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]{1,500})", re.MULTILINE)
NO_DAY = Warning(0, 0, "published", "`published` is no day and was left out; write it as YYYY-MM-DD",
                 "تاريخ النشر المعطى ليس يوما فأُهمل؛ يُكتب هكذا: YYYY-MM-DD", confidence=1.0, rule="warning.published")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def kind_of(name: str) -> str:
    """The ending of `name`, lower case: what kind of file it is taken for. Raises UnknownKind for what is not read."""
    ending = "" if name == "-" else PurePath(name).suffix.lower()
    if ending not in READ:
        raise UnknownKind(name, f"files of the kind {ending} are not read",
                          f"save the article as one of {' '.join(TAKEN)}")
    return ending


def title_of(text: str, ending: str) -> str | None:
    """The first heading of a Markdown text, without its signs; other kinds have no title of their own."""
    found = _HEADING.search(text) if ending in MARKDOWN else None
    return (found[1].strip().rstrip("#").strip() or None) if found else None


@dataclass(frozen=True, slots=True)
class Fields:
    """What a line of JSON Lines says: `id` as it stands there (text or a number), and the article without its own checks."""

    id: str | int | float | None
    article: Article


def fields(line: str, where: str, number: int) -> Fields:
    """The article of one line. Raises BadLine, which carries the line's own `id` as `id` where it could be read."""
    data = _object(line, where, number)
    id_ = data.get("id")
    if id_ is not None and (isinstance(id_, bool) or not isinstance(id_, str | int | float) or id_ in (inf, -inf)):
        raise _bad(where, number, "its `id` is neither text nor a number", "give it as text")
    try:
        if not isinstance(data.get("text"), str):
            raise _bad(where, number, "it has no `text`", 'give the article as {"text": "…"}')
        title, source, url = (_text(data, name, where, number) for name in ("title", "source", "url"))
    except BadLine as error:
        error.id = id_
        raise
    published = day_given(data.get("published"))
    told = () if published or data.get("published") in (None, "") else (NO_DAY,)
    return Fields(id_, Article(data["text"], id="" if id_ is None else str(id_), published=published,
                               published_basis="given" if published else "unknown",
                               title=title, source=source, url=url, warnings=told))


def _object(line: str, where: str, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line, parse_constant=_refused)
    except RecursionError:
        raise _bad(where, number, "it is nested too deep", "give one flat JSON object a line") from None
    except ValueError:
        raise _bad(where, number, "it is not JSON", "write one JSON object a line") from None
    if not isinstance(data, dict):
        raise _bad(where, number, "it is no JSON object", 'give the article as {"text": "…"}')
    return data


def _refused(constant: str) -> float:
    raise ValueError(constant)


def _text(data: dict[str, Any], name: str, where: str, number: int) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise _bad(where, number, f"its `{name}` is not text", f"give `{name}` as text or leave it out")
    return value or None


def day_given(value: Any) -> date | None:
    """A day, or the day of a date with its clock time; None where none is given, or what is given is no day."""
    if not isinstance(value, str) or value[10:11] not in ("", "T", " "):
        return None
    try:
        return day(value[:10])
    except ValueError:
        return None


def day(value: str) -> date:
    """`value` as a day. Raises ValueError where it is not a day written YYYY-MM-DD, or one far from any newspaper."""
    if not _DAY.fullmatch(value) or not 1500 <= int(value[:4]) <= 2999:
        raise ValueError(value)
    return date.fromisoformat(value)


def _bad(where: str, number: int, what: str, mend: str) -> BadLine:
    return BadLine(where, f"line {number} cannot be read: {what}", mend)


