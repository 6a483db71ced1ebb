"""The command line's JSON is the contract's object: its fields, kinds and values, and offsets that cut out their text."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "data/samples").glob("*.txt"))
MENTION = {"start", "end", "text"}
COMMON = {"id", "start", "end", "text", "section", "confidence", "rule"}
FIELDS = {
    "quotes": COMMON | {"kind", "cue", "speaker", "addressee", "time", "place"},
    "times": COMMON | {"type", "value", "earliest", "latest", "mod", "calendar", "basis"},
    "events": COMMON | {"time", "actors", "summary"},
    "figures": COMMON | {"value", "low", "high", "modifier", "kind", "unit", "counted"},
    "actors": {"id", "name", "kind", "role", "mentions", "openness"},
    "warnings": {"start", "end", "kind", "message"},
}
ALLOWED = {
    ("article", "published_basis"): {"given", "stated", "estimated", "unknown"},
    ("quotes", "kind"): {"direct", "indirect", "mixed", "term"},
    ("times", "type"): {"DATE", "TIME", "DURATION", "SET"},
    ("times", "mod"): {None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN"},
    ("times", "calendar"): {"gregorian", "hijri", "syriac"},
    ("times", "basis"): {"explicit", "published", "previous", "estimated", "unresolved"},
    ("figures", "modifier"): {"exact", "approx", "more_than", "at_least", "less_than", "at_most", "range", "vague"},
    ("figures", "kind"): {"count", "money", "percent", "measure"},
    ("actors", "kind"): {"person", "organization", "place", "unnamed"},
    ("actors", "openness"): {"named", "role", "collective", "unnamed", "document", "outlet"},
}
SECTIONS = {"headline", "dateline", "body", "boilerplate"}
DAY = r"[\dX]{4}-[\dX]{2}-[\dX]{2}"
TIMEX = re.compile(
    rf"(PAST|PRESENT|FUTURE)_REF|P(?:T?(?:\d+(?:\.\d+)?|X)(?:DE|CE|[YMWDHS]))+(?:T(?:(?:\d+|X)[HMS])+)?|{DAY}(?:T(?:MO|MI|AF|EV|NI|"
    rf"[\dX]{{2}}(?::[\dX]{{2}})?))?|[\dX]{{4}}(?:-(?:[\dX]{{2}}|W[\dX]{{2}}(?:-\w+)?|Q\w|H\w|SU|SP|FA|WI))?|[\dX]{{2,3}}|BC\d{{4}}|-\d{{4}}"
    rf"|XXXX-WXX-\d(?:T\w+)?|T(?:MO|MI|AF|EV|NI|\d\d(?::\d\d)?)")


def analysis(path: Path, *more: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "components", "analyze", str(path), *more], cwd=ROOT, capture_output=True,
                          text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    return analysis(request.param, "--published", "2024-01-24")


def test_fields(made: dict[str, Any]) -> None:
    assert made["schema"] == "isnad-analysis/1" and made["id"].endswith(".txt")
    assert {"title", "source", "url", "text", "published", "published_basis", "sections"} <= set(made["article"])
    assert made["article"]["published"] == "2024-01-24" and made["article"]["published_basis"] == "given"
    for layer, fields in FIELDS.items():
        for record in made[layer]:
            assert fields <= set(record), (layer, fields - set(record))


def test_values(made: dict[str, Any]) -> None:
    for (layer, name), allowed in ALLOWED.items():
        for record in [made["article"]] if layer == "article" else made[layer]:
            assert record[name] in allowed, (layer, name, record[name])
    assert {section["kind"] for section in made["article"]["sections"]} <= SECTIONS
    for time in made["times"]:
        assert time["value"] is None or TIMEX.fullmatch(time["value"]), time["value"]
        first, last = time["earliest"], time["latest"]
        assert first is None or last is None or date.fromisoformat(first) <= date.fromisoformat(last), time["text"]
        assert time["basis"] != "previous" or time["anchor"] in {each["id"] for each in made["times"]} - {time["id"]}
        if time["basis"] in ("published", "previous", "estimated") and time["earliest"]:
            assert time["reason"]["ar"] and time["reason"]["en"], time["text"]
    for quote in made["quotes"]:
        if quote["kind"] == "term":
            assert quote["speaker"] is None and quote["cue"] is None
        assert quote.get("continues") in {None, *(each["id"] for each in made["quotes"])}


def test_figures_say_what_their_modifier_says(made: dict[str, Any]) -> None:
    for figure in made["figures"]:
        value, low, high = figure["value"], figure["low"], figure["high"]
        held = {
            "exact": low == high == value is not None, "approx": low == high == value is not None,
            "more_than": low == value is not None and high is None, "at_least": low == value is not None and high is None,
            "less_than": high == value is not None and low is None, "at_most": high == value is not None and low is None,
            "range": value is None and low is not None and high is not None and low < high, "vague": value is None,
        }
        assert held[figure["modifier"]], figure
        assert figure["kind"] != "percent" or figure["unit"] in ("%", "[ppth]")
        assert figure["kind"] != "money" or figure["unit"] is None or re.fullmatch("[A-Z]{3}", figure["unit"])


def test_offsets(made: dict[str, Any]) -> None:
    text, ids = made["article"]["text"], set()
    for layer in FIELDS:
        for record in made[layer]:
            if "id" in record:
                assert record["id"] and record["id"] not in ids
                ids.add(record["id"])
            if "text" in record:
                assert text[record["start"]:record["end"]] == record["text"]
            for part in ("cue", "speaker", "addressee", "place", "counted"):
                if record.get(part) and record[part]["start"] is not None:
                    assert text[record[part]["start"]:record[part]["end"]] == record[part]["text"]
            for start, end in record.get("mentions", ()):
                assert 0 <= start < end <= len(text)
    assert "".join(text[part["start"]:part["end"]] for part in made["article"]["sections"]) == text


def test_reported_clauses_leave_cue_and_speaker_out(made: dict[str, Any]) -> None:
    for quote in made["quotes"]:
        for part in ("cue", "speaker"):
            if quote["kind"] in ("direct", "indirect") and quote[part] and quote[part]["start"] is not None:
                inside = quote["start"] <= quote[part]["start"] and quote[part]["end"] <= quote["end"]
                assert not inside, (part, quote["text"])
