"""The command line, as its users and their scripts see it: output, exit status, one line for whatever is wrong."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "data/samples"
FIRST = SAMPLES / "iraq-us-talks.txt"
SHORT = "قال الوزير يوم الثلاثاء إن الاتفاق قريب.\n"
COMMAND = [sys.executable, "-m", "components", "analyze"]
ERROR_LINE = re.compile(r"isnad: .+: .+; .+")
FORBIDDEN = re.compile(r"Traceback|Error\b|Exception|[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def run(*arguments: str, data: bytes | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([*COMMAND, *arguments], input=data, capture_output=True, cwd=options.pop("cwd", ROOT),
                          timeout=60, check=False, env={**os.environ, **options.pop("env", {})}, **options)
    complaint = done.stderr.decode()
    assert not FORBIDDEN.search(complaint), complaint
    assert all(ERROR_LINE.fullmatch(line) for line in complaint.splitlines()), complaint
    return done


def objects(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_one_article() -> None:
    done = run(str(FIRST), "--published", "2024-01-24")
    [found] = objects(done)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (found["schema"], found["id"]) == ("isnad-analysis/1", "iraq-us-talks.txt")
    assert found["article"]["text"] == FIRST.read_text(encoding="utf-8")
    assert (found["article"]["published"], found["article"]["published_basis"]) == ("2024-01-24", "given")
    assert {"quotes", "times", "events", "figures", "actors", "warnings"} <= set(found)


def test_standard_input() -> None:
    done = run("-", data=SHORT.encode())
    [found] = objects(done)
    assert (found["id"], found["article"]["text"]) == ("-", SHORT)


def test_many_articles_in_input_order_with_errors_in_place(tmp_path: Path) -> None:
    lines = [{"id": "first", "text": SHORT, "published": "2024-01-24"}, {"id": "second", "text": " "},
             {"id": 3, "text": SHORT}]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n{\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    others = [str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt"), str(FIRST)]
    done = run(str(file), *others, "--published", "2020-02-02")
    found = objects(done)
    assert done.returncode == 1
    assert [each["id"] for each in found] == [
        "first", "second", 3, "many.jsonl", "empty.txt", "missing.txt", "iraq-us-talks.txt"]
    assert ["error" in each for each in found] == [False, True, False, True, True, True, False]
    assert all(set(each) == {"id", "error"} for each in found if "error" in each)
    assert len(done.stderr.decode().splitlines()) == 4
    assert [each["article"]["published"] for each in found if "article" in each] == [
        "2024-01-24", "2020-02-02", "2020-02-02"]


def test_formats() -> None:
    for form in ("json", "jsonl"):
        assert len(objects(run(str(FIRST), "--format", form))) == 1
    done = run(str(FIRST), "--format", "text", "--shape", "never")
    text = done.stdout.decode()
    assert "WHO SAID WHAT" in text and "محمد شياء السداني" in text
    shaped = run(str(FIRST), "--format", "text", "--shape", "always").stdout.decode()
    assert "محمد" not in shaped and any("\ufe70" <= letter <= "\ufeff" for letter in shaped)


@pytest.mark.parametrize("arguments", [
    pytest.param([], id="nothing"),
    pytest.param(["a.txt", "--published", "yesterday"], id="no day"),
    pytest.param(["a.txt", "--published", "2024-02-30"], id="no such day"),
    pytest.param(["a.txt", "--published", "2024-1-1"], id="a day written otherwise"),
    pytest.param(["a.txt", "--published"], id="no value"),
    pytest.param(["a.txt", "--format", "yaml"], id="no such format"),
    pytest.param(["a.txt", "--shape", "perhaps"], id="no such shaping"),
    pytest.param(["a.txt", "--colour"], id="no such option"),
    pytest.param(["a.txt", "--pub", "2024-01-01"], id="an abbreviation"),
    pytest.param(["a.txt", "--\u202eevil\n\x1b[31m"], id="an option that would harm a terminal"),
])
def test_a_wrong_call(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1


def test_no_command() -> None:
    done = subprocess.run([sys.executable, "-m", "components"], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 2 and ERROR_LINE.fullmatch(done.stderr.decode().strip())


def test_help() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(word in done.stdout.decode() for word in ("--published", "--format", "--shape", ".jsonl", "exit status"))


NAMES = ["a\u202eb.txt", "a\nb.txt", "a\x1b[31mb.txt", "خبر اليوم.txt", "a b'\".txt", "-x.txt", "%s{}.txt", "a\u2028b.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_escaped(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    done = run("--", name, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert objects(done) == [{"id": name, "error": "the file is empty; put an Arabic article into it"}]


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(name)).write_text(SHORT, encoding="utf-8")
    [found] = objects(run(os.fsdecode(name)))
    assert found["id"] == "a\\udcff.txt"


@pytest.mark.parametrize("path, words", [
    ("/no/such/file.txt", "no such file"), (".", "directory"), ("data/samples", "directory"), ("a.rtf", "are not read"),
    ("x" * 300 + ".txt", "too long"), ("", "no such file"), ("a.docx", "no such file"),
    ("README.md/x.txt", "not a directory"),
])
def test_files_that_cannot_be_read(path: str, words: str) -> None:
    done = run(path)
    [found] = objects(done)
    assert done.returncode == 1 and words in found["error"]


def test_no_permission(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(SHORT, encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert "permission" in objects(run(str(file)))[0]["error"]


def test_endless_input_is_refused() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run([*COMMAND, "-"], stdin=endless, capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 1 and b"larger than 5 MB" in done.stderr


@pytest.mark.parametrize("setting", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
                                     {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1:strict"}])
def test_locales(setting: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "خبر.txt").write_text(SHORT, encoding="utf-8")
    done = run(str(tmp_path / "خبر.txt"), "/no/خبر.txt", env=setting)
    assert done.returncode == 1
    assert objects(done)[0]["article"]["text"] == SHORT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, str(FIRST)], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert ERROR_LINE.fullmatch(line) and "no space left" in line


def test_closed_pipe() -> None:
    files = [str(FIRST)] * 8
    with subprocess.Popen([*COMMAND, *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
        assert (process.wait(60), complaint) == (1, b"")


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_streams(closed: int) -> None:
    shell = " ".join(f'"{part}"' for part in [*COMMAND, "-"]) + f" {closed}{'<' if closed == 0 else '>'}&-"
    done = subprocess.run(["sh", "-c", shell], input=SHORT.encode(), capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == (0 if closed == 2 else 1)
    assert b"Traceback" not in done.stderr


def test_interrupted() -> None:
    with subprocess.Popen([*COMMAND, str(FIRST), "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=ROOT) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline()  # it is at work, and waits for the rest of its input
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read().decode()
        assert process.wait(60) == 130
        assert ERROR_LINE.fullmatch(complaint.strip())


def test_streamed() -> None:
    """The first analysis is written before the input ends."""
    file = ROOT / "data/samples" / "egypt-wheat.txt"
    with subprocess.Popen([*COMMAND, str(file), "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin is not None and process.stdout is not None
        assert json.loads(process.stdout.readline())["id"] == "egypt-wheat.txt"
        process.stdin.write(SHORT.encode())
        process.stdin.close()
        assert json.loads(process.stdout.readline())["id"] == "-"


def test_it_starts_quickly_and_alone() -> None:
    """None of the heavy libraries, and no more than a second of the processor's time; the bench has the figure itself."""
    code = ("import sys; from components.cli import main; import components.analysis; main(['analyze', '--help']);"
            "bad = {'streamlit', 'pandas', 'plotly', 'babel', 'numpy', 'bidi', 'arabic_reshaper', 'typst'};"
            "bad &= set(sys.modules);"
            "sys.exit(str(bad) if bad else 0)")
    spans = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spans.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert done.returncode == 0, done.stderr
    assert min(spans) < 1


def test_the_shell_of_articles_is_whole() -> None:
    """Every sample goes through; offsets cut out what the records say."""
    for found in objects(run(*map(str, sorted(SAMPLES.glob("*.txt"))))):
        text = found["article"]["text"]
        for layer in ("quotes", "times", "events", "figures"):
            for record in found[layer]:
                assert text[record["start"]:record["end"]] == record["text"]
        sections = found["article"]["sections"]
        assert "".join(text[part["start"]:part["end"]] for part in sections) == text


def test_an_article_that_needs_more_memory_than_there_is_loses_no_other(tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text("قال إن " * 80_000, encoding="utf-8")
    (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
    bounded = ("import sys; from components import cli; cli.MEMORY = 130_000_000; cli.bound_memory();"
               "sys.exit(cli.main(['analyze', 'flood.txt', 'short.txt']))")
    done = subprocess.run([sys.executable, "-c", bounded], capture_output=True, cwd=tmp_path, timeout=60, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})
    flood, short = objects(done)
    assert done.returncode == 1 and not FORBIDDEN.search(done.stderr.decode())
    assert "not enough memory" in flood["error"] and short["article"]["text"] == SHORT


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "endless.jsonl").symlink_to("/dev/zero")
    done = run("pipe.txt", "endless.jsonl", cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 1
    assert all("a device or a pipe" in each["error"] for each in objects(done)) and len(objects(done)) == 2
