"""Every command that the README gives is one that works."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (.+)$", README, re.MULTILINE)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_two_commands_are_scripts_that_stand_there() -> None:
    assert COMMANDS[:2] == ["bash .start", "bash tests/run"]
    for command in COMMANDS[:2]:
        assert run("bash", "-n", command.split()[1]).returncode == 0
    assert "streamlit run app.py" in (ROOT / ".start").read_text(encoding="utf-8")
    assert "tests/run" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_command_line_of_the_readme() -> None:
    [command] = [each for each in COMMANDS if "analyze" in each]
    words = command.replace(".venv/bin/python", sys.executable).split()
    shown = run(*words)
    assert (shown.returncode, shown.stderr) == (0, "") and shown.stdout.strip()
    made = run(*words[:words.index("--format")])
    assert json.loads(made.stdout)["article"]["published"] == "2024-01-24"


def test_the_bench_is_there() -> None:
    assert "-m tests.bench" in README and (ROOT / "tests/bench/__main__.py").exists()


def test_what_the_readme_shows_exists() -> None:
    for name in re.findall(r"`((?:tests|data|components|\.github)/[\w./-]+)`|\((\.github/[\w.]+)\)", README):
        assert (ROOT / (name[0] or name[1])).exists(), name
