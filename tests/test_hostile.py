"""The pack of broken and hostile files over the command line: right text or one plain line, in bounded time and memory."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from components import lexicon
from components.analysis import analyze
from components.model import Article
from tests.hostile.damaged import DAMAGED
from tests.hostile.pack import CASES as PACK
from tests.hostile.pack import PAYLOADS, TEXT, Case

ROOT = Path(__file__).parent.parent
CASES = [*PACK, *DAMAGED]
MOST_MEMORY = 600_000  # kilobytes, the command line with all that it starts
MOST_SECONDS = 300.0  # for the whole pack, on a busy machine
ERROR_LINE = re.compile(r"isnad: .+: .+; .+")
FORBIDDEN = re.compile(r"Traceback|Error\b|Exception|[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
MEASURED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], check=False);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(done.returncode)"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the command line says of each file, in one run over all of them."""
    folder = tmp_path_factory.mktemp("hostile")
    for case in CASES:
        (folder / case.name).write_bytes(case.data())
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, sys.executable, "-m", "components", "analyze", *(case.name for case in CASES)],
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=MOST_SECONDS,
        check=False,
    )
    *complaints, memory = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert time.monotonic() - start < MOST_SECONDS
    assert int(memory) < MOST_MEMORY
    for line in complaints:
        assert ERROR_LINE.fullmatch(line) and not FORBIDDEN.search(line), line
    answers = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    assert len(answers) == len(CASES)
    assert not Path("/tmp/isnad-climbed.txt").exists()
    assert sorted(path.name for path in folder.iterdir()) == sorted(case.name for case in CASES)
    return {case.name: answer for case, answer in zip(CASES, answers, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_right_text_or_one_line(found: dict[str, dict[str, Any]], case: Case) -> None:
    answer = found[case.name]
    if "error" in answer:
        assert case.want is not None, answer["error"]
        assert case.said in answer["error"] and "\n" not in answer["error"]
    else:
        assert case.want in (None, "*")
        assert case.said in answer["article"]["text"]


def test_no_entity_is_followed(found: dict[str, dict[str, Any]]) -> None:
    assert "root:" not in json.dumps(found, ensure_ascii=False)


def test_payloads_stay_text(found: dict[str, dict[str, Any]]) -> None:
    assert found["payloads.txt"]["article"]["text"] == TEXT + "\n" + "\n".join(PAYLOADS)


def test_controls_are_told(found: dict[str, dict[str, Any]]) -> None:
    kinds = [warning["kind"] for warning in found["controls.txt"]["warnings"]]
    assert 0 < kinds.count("bidi_control") <= 50


def test_pages_keep_no_address_that_runs(found: dict[str, dict[str, Any]]) -> None:
    assert found["address.html"]["article"]["url"] is None


def _classes() -> list[str]:
    return sorted(lexicon.entries())


def test_floods_of_every_class_of_words() -> None:
    """Thousands of trigger words of one class in a row cost no more than their length."""
    usual = _seconds(TEXT * 20) / len(TEXT * 20)
    for kind in _classes():
        forms = [entry.form for entry in lexicon.entries()[kind]][:200]
        text = " ".join(forms * (6_000 // len(" ".join(forms)) + 1))[:6_000]
        assert _seconds(text) < max(40 * usual * len(text), 1.0), kind


def _seconds(text: str) -> float:
    start = time.process_time()
    analyze(Article(text))
    return time.process_time() - start
