"""The records as tables for a spreadsheet: UTF-8 with a mark, CRLF, and no cell that a spreadsheet would run.

Columns are the contract's fields; those of a record inside a record are joined by a dot (`speaker.name`). Offsets count
code points in the article's text, days are ISO dates, lists are parted by spaces.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from components.model import LAYERS, Analysis, Article, Cue, Mention, Section, Speaker

INNER: dict[str, tuple[str, ...]] = {
    "cue": tuple(each.name for each in fields(Cue)),
    "speaker": tuple(each.name for each in fields(Speaker)),
    **dict.fromkeys(("addressee", "place", "counted", "marker"), tuple(each.name for each in fields(Mention))),
    "reason": ("ar", "en"),
}
FIRST = ("id", "text", "kind", "type", "name", "value")  # what a reader looks for, before the rest
ARTICLE = ("id", "title", "source", "url", "published", "published_basis")
TABLES = ("article", "sections", *LAYERS)

# A cell that begins so is a formula to some spreadsheet; so is what follows a separator where the list separator of the
# reader's country is another one than the comma, or a line end where the quotes round a cell were not understood.
UNSEEN = r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,8}"  # bounded, so that a run of spaces costs its length
BEGINS = re.compile(rf"{UNSEEN}[=+\-@＝＋－＠]|[\t\r]")
FOLLOWS = re.compile(rf"([;\t\r\n|]{UNSEEN})(?=[=+\-@＝＋－＠])")
MARK = b"\xef\xbb\xbf"
ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the same analysis gives the same bytes


def table(analysis: Analysis, name: str) -> bytes:
    """One of `TABLES` as CSV, its first line the names of the columns. KeyError for a name that is none of them."""
    columns, rows = _columns(name), _rows(analysis, name)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return MARK + out.getvalue().encode("utf-8", "replace")


def tables_zip(analysis: Analysis) -> bytes:
    """All tables that have a row, one file each; always those of the article, the quotes, times, events and figures."""
    out = io.BytesIO()
    always = {"article", "quotes", "times", "events", "figures"}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            if name in always or _rows(analysis, name):
                info = zipfile.ZipInfo(f"{name}.csv", ZIP_DAY)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(info, table(analysis, name))
    return out.getvalue()


def cell(value: object) -> str | int | float:
    """A value as a cell: numbers stay numbers, text is kept from being a formula by an apostrophe before it.

    >>> cell(-3.0), cell("=1+1"), cell("-3"), cell(None)
    (-3, "'=1+1", "'-3", '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).replace("\0", "\ufffd")
    kept = FOLLOWS.sub(r"\1'", text)
    return f"'{kept}" if BEGINS.match(text) else kept


def _columns(name: str) -> list[str]:
    if name == "article":
        return list(ARTICLE)
    kind = Section if name == "sections" else LAYERS[name]
    names = [each.name for each in fields(kind)] + (["text"] if name == "sections" else [])
    names.sort(key=lambda each: FIRST.index(each) if each in FIRST else len(FIRST))
    return ["article", *(column for each in names for column in _inner(each))]


def _inner(name: str) -> Iterable[str]:
    return (f"{name}.{each}" for each in INNER[name]) if name in INNER else (name,)


def _rows(analysis: Analysis, name: str) -> list[dict[str, Any]]:
    article: Article = analysis.article
    if name == "article":
        return [{column: getattr(article, column) for column in ARTICLE}]
    if name == "sections":
        return [
            _flat(each) | {"article": article.id, "text": article.text[each.start : each.end]} for each in article.sections
        ]
    return [_flat(record) | {"article": article.id} for record in getattr(analysis, name)]


def _flat(record: Any) -> dict[str, Any]:
    """The fields of a record in one level."""
    out: dict[str, Any] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if is_dataclass(value) and not isinstance(value, type):
            out |= {f"{each.name}.{inner.name}": getattr(value, inner.name) for inner in fields(value)}
        elif isinstance(value, Mapping):
            out |= {f"{each.name}.{key}": said for key, said in value.items()}
        elif isinstance(value, tuple):
            out[each.name] = " ".join("..".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in value)
        else:
            out[each.name] = value
    return out
