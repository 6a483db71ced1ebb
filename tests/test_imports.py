"""Imports point one way, from the records up to the page. The floors are the only table."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = [  # a module may import from its own floor and from those before it
    ["errors", "model", "fold", "wording"],
    ["inflect"],
    ["lexicon"],
    ["words", "verbs"],
    ["text"],
    ["extract"],
    ["analysis"],
    ["markup", "charts", "store", "corpus"],
    ["exports"],
    ["views", "cli", "__main__"],
]
SCREEN_ONLY = {"streamlit": {"views"}, "plotly": {"charts", "exports", "views"}, "pandas": {"charts", "exports", "views"}}


def floor(room: str) -> int:
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"components/{room} stands on no floor: add it to FLOORS or take it away"
    return found[0]


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction"
            names.add(node.module or "")
            if node.module == "components":
                names.update(f"components.{each.name}" for each in node.names)
        elif isinstance(node, ast.Import):
            names.update(each.name for each in node.names)
    return names


def modules() -> list[Path]:
    return [path for path in sorted((ROOT / "components").rglob("*.py")) if path != ROOT / "components/__init__.py"]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(ROOT / "components").parts[0].removesuffix(".py")
    for name in imported(path):
        if name.startswith("components."):
            other = name.split(".")[1]
            assert floor(other) <= floor(room), f"{path.relative_to(ROOT)} imports {name} from a higher floor"
        package = name.split(".")[0]
        if package in SCREEN_ONLY:
            assert room in SCREEN_ONLY[package], f"{path.relative_to(ROOT)} imports {package}"


def test_nothing_imports_the_app() -> None:
    for path in modules():
        assert not any(name == "app" or name.startswith("app.") for name in imported(path)), path


def test_the_top_level_is_the_house() -> None:
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "__pycache__"}
    assert shown <= {"requirements.txt", "app.py", "components", "data", "tests", "README.md"}


def test_files_and_functions_stay_readable() -> None:
    for path in modules():
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") <= 400, f"{path.relative_to(ROOT)} is over 400 lines: make it a folder"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 60, f"{path.relative_to(ROOT)}: {node.name} has {length} lines"
