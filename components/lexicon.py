"""The word lists of data/lexicon, checked and cached; the only reader of those files.

data/lexicon/KIND/*.toml hold word classes: `[[class]]` tables, each with `forms` (full spelling, one a line) and what is
known of them. data/lexicon/KIND/*.csv hold flat classes, named by the file: the column `form`, then what is known of it.
Both become phrases that `words` and `text.tokens` look for. data/lexicon/KIND/NAME.verbs.csv holds the verbs of class
NAME by their principal parts, which `inflect` turns into forms. data/lexicon/lists/*.csv are tables only looked up in
(`column`), never sought in a text.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from components import inflect
from components.errors import LexiconError
from components.fold import bare, fold

DATA = Path(__file__).resolve().parent.parent / "data"
FOLDER = DATA / "lexicon"
LISTS = "lists"
VERBS = ".verbs.csv"
_WORDS = re.compile(r"[^\W\d_]+|\d+|[^\s\w]|_")  # as text.tokens cuts them


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one word class: `kind` the class, `form` in full spelling, `attrs` what the file says of it; `uses` the
    words of the column `use` of a verb."""

    kind: str
    form: str
    attrs: Mapping[str, Any] = field(default_factory=dict)
    uses: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> Any:
        return self.attrs[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.attrs.get(name, default)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry with the folded words that follow its first one."""

    rest: tuple[str, ...]
    entry: Entry


def key(form: str) -> str:
    """The folded, bare spelling under which `form` is kept.

    >>> key("هجومًا")
    'هجوما'
    """
    return bare(fold(form))


def _classes(path: Path) -> Iterator[Entry]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(path.name, f"the file is not TOML ({error})", "mend the line it names") from error
    for kind, rows in tables.items():
        for row in rows:
            if not isinstance(row, dict) or not row.get("forms"):
                raise LexiconError(path.name, f"an entry of [[{kind}]] has no forms", "give it `forms = [...]`")
            attrs = {name: value for name, value in row.items() if name != "forms"}
            for form in row["forms"]:
                yield Entry(kind, form, attrs)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _flat(path: Path) -> Iterator[Entry]:
    for row in _rows(path):
        form = row.pop("form", "")
        if not form:
            raise LexiconError(path.name, "a row has no form", "fill the column `form`")
        yield Entry(path.stem, form, {name: value for name, value in row.items() if value})


@lru_cache(maxsize=1)
def entries() -> Mapping[str, tuple[Entry, ...]]:
    """Every entry of every phrase class, by class. Raises LexiconError where a file is not as it should be."""
    found: dict[str, list[Entry]] = {}
    for path in sorted(FOLDER.glob("*/*")):
        if path.parent.name == LISTS or path.suffix not in (".toml", ".csv") or path.name.endswith(VERBS):
            continue
        for entry in _classes(path) if path.suffix == ".toml" else _flat(path):
            found.setdefault(entry.kind, []).append(entry)
    return {kind: tuple(each) for kind, each in found.items()}


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """First folded word -> the phrases that begin with it, longest first. Words are cut as `text.tokens` cuts them."""
    table: dict[str, list[Phrase]] = {}
    every = [entry for each in entries().values() for entry in each]
    for entry, form in zip(every, keys(entry.form for entry in every), strict=True):
        first, *rest = _WORDS.findall(form)
        table.setdefault(first, []).append(Phrase(tuple(rest), entry))
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase.rest))) for first, found in table.items()}


@lru_cache(maxsize=1)
def _verbs() -> tuple[list[dict[str, str]], Mapping[str, list[tuple[int, inflect.Shape]]]]:
    rows = []
    for path in sorted(FOLDER.glob(f"*/*{VERBS}")):
        for row in _rows(path):
            if missing := [part for part in inflect.PARTS if row.get(part) is None]:
                raise LexiconError(path.name, f"a verb has no {missing[0]}", "fill its principal parts")
            rows.append({"kind": path.name.removesuffix(VERBS), **row})
    return rows, inflect.table(rows)


@lru_cache(maxsize=1_000)
def _listed(uses: str) -> frozenset[str]:
    return frozenset(uses.split())


@lru_cache(maxsize=50_000)
def beginning(first: str) -> tuple[Phrase, ...]:
    """The phrases that begin with the folded word `first`, longest first, verb forms last.

    A verb form's entry has the columns of its row, `lemma`, and its shape: `part` (past, present, jussive, participle,
    masdar), `person`, `gender`, `number`, `pronoun` (a written object or owner), each empty where it does not apply.
    """
    found = phrases().get(first, ())
    rows, forms = _verbs()
    if first not in forms:
        return found
    verbs = []
    for number, shape in forms[first]:
        row = rows[number]
        attrs = {name: value for name, value in row.items() if name not in ("kind", *inflect.PARTS)}
        attrs = {**attrs, "lemma": row["past"], **shape._asdict()}
        verbs.append(Phrase((), Entry(row["kind"], first, attrs, _listed(attrs.get("use", "")))))
    return (*found, *verbs)


def keys(forms: Iterable[str]) -> list[str]:
    """`key` of each form; a list is folded in one go, which is twenty times faster than form by form."""
    return key("\n".join(forms)).split("\n")


@lru_cache(maxsize=64)
def _list(name: str) -> tuple[list[str], Mapping[str, tuple[str, ...]]]:
    """The table lists/`name`.csv, read once: its folded forms, and its columns."""
    with (FOLDER / LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    columns = dict(zip(header, zip_longest(*rows, fillvalue=""), strict=False))
    return keys(columns["form"]), columns


@lru_cache(maxsize=128)
def column(name: str, value: str | None = None) -> Mapping[str, str]:
    """The table lists/`name`.csv as folded form -> the column `value` (without: the form itself)."""
    forms, columns = _list(name)
    return dict(zip(forms, columns[value or "form"], strict=True))
