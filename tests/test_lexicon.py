"""The word lists: readable, without the same form twice in a class, each form found again by the tokens."""

from collections import Counter

import pytest

from components import lexicon
from components.errors import LexiconError
from components.text.tokens import Tokens

CLASSES = sorted(lexicon.entries())


@pytest.mark.parametrize("kind", CLASSES)
def test_each_form_is_found_where_it_stands(kind: str) -> None:
    missed = []
    for entry in lexicon.entries()[kind]:
        if not lexicon.key(entry.form)[0].isalpha():
            continue  # signs such as $ are looked up by the rules for numbers
        found = Tokens(f"وقف {entry.form} هنا").places.get(kind, [])
        if not any(lexicon.key(place.entry.form) == lexicon.key(entry.form) for place in found):
            missed.append(entry.form)
    assert not missed, f"{kind}: the tokens do not find {missed[:20]}"


@pytest.mark.parametrize("kind", CLASSES)
def test_no_entry_stands_twice(kind: str) -> None:
    counts = Counter((lexicon.key(entry.form), tuple(sorted(map(str, entry.attrs.items()))))
                     for entry in lexicon.entries()[kind])
    twice = [form for (form, _), count in counts.items() if count > 1]
    assert not twice, f"{kind}: {twice[:20]} stand twice, spelling folded"


def test_a_broken_file_is_told_by_name(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "kind").mkdir()
    (tmp_path / "kind" / "bad.toml").write_text("[[bound]]\nmodifier = 'approx'\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=r"bad\.toml"):
        lexicon.entries.__wrapped__()
