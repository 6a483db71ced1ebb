"""tests/corpus/KIND.toml: a text and all records of one layer that the whole analysis must find in it, and no other.

[[case]] has `label`, `text`, optionally `published` (a TOML date), `want` (a list of tables: `text`, and any fields of the
record; `speaker`, `cue`, `counted` may be given as a table of their own fields), optionally `expect = "fail"`
for what is known to be missed (a repair must then be recorded here).
"""

import tomllib
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest

from components.analysis import analyze
from components.model import Article

FOLDER = Path(__file__).parent / "corpus"


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
            yield pytest.param(path.stem.split("-")[0], case, id=f"{path.stem}: {case['label']}", marks=marks)


def seen(record: Any, name: str, want: Any) -> Any:
    """The field `name` of `record`, cut down to what `want` asks of it."""
    value = record.kind if name == "kind" else getattr(record, name)
    if isinstance(want, dict) and is_dataclass(value):
        return {each: "null" if getattr(value, each) is None else seen(value, each, want[each]) for each in want}
    if name == "mentions":
        return [list(each) for each in value]
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("kind", "case"), list(cases()))
def test_case(kind: str, case: dict[str, Any]) -> None:
    analysis = analyze(Article(text=case["text"], published=case.get("published")))
    found = analysis.article.sections if kind == "sections" else getattr(analysis, kind)
    if kind in ("sections", "actors"):
        key = "kind" if kind == "sections" else "name"
        assert [getattr(record, key) for record in found] == [want[key] for want in case["want"]]
    else:
        assert [record.text if hasattr(record, "text") else case["text"][record.start:record.end] for record in found] == [
            want["text"] for want in case["want"]]
    for record, want in zip(found, case["want"], strict=True):
        for name, value in want.items():
            if name == "text":
                assert case["text"][record.start:record.end] == value
            elif value == "null":  # TOML has no null
                assert getattr(record, name) is None, name
            else:
                assert seen(record, name, value) == value, name
