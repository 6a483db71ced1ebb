"""Whole analyses of data/samples, read record by record before they were accepted as tests/golden/NAME.json.

After a change that is meant:  python tests/test_golden.py  writes them anew; read `git diff tests/golden` before you commit.
"""

import json
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))

from components.analysis import analyze  # noqa: E402
from components.model import LAYERS, Article  # noqa: E402

SAMPLES = HERE.parent / "data" / "samples"
INDEX = tomllib.loads((SAMPLES / "index.toml").read_text(encoding="utf-8"))["sample"]


def analysis(sample: dict[str, Any]) -> dict[str, Any]:
    """The contract's object of one sample, without the text that stands in data/samples."""
    text = (SAMPLES / sample["file"]).read_text(encoding="utf-8")
    made = analyze(Article(text=text, id=sample["file"], title=sample.get("title"), source=sample.get("source"),
                           published=date.fromisoformat(sample["published"]), published_basis="given")).as_dict()
    del made["article"]["text"]
    return made


def golden(sample: dict[str, Any]) -> Path:
    return HERE / "golden" / Path(sample["file"]).with_suffix(".json").name


@pytest.mark.parametrize("sample", INDEX, ids=lambda sample: sample["file"])
def test_analysis_is_the_accepted_one(sample: dict[str, Any]) -> None:
    wanted, made = json.loads(golden(sample).read_text(encoding="utf-8")), analysis(sample)
    assert made["article"] == wanted["article"]
    for layer in LAYERS:
        lost = [record for record in wanted[layer] if record not in made[layer]]
        gained = [record for record in made[layer] if record not in wanted[layer]]
        assert (lost, gained) == ([], []), f"{layer} of {sample['file']}"


if __name__ == "__main__":
    for each in INDEX:
        golden(each).write_text(json.dumps(analysis(each), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
