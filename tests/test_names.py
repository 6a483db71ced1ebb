"""Who speaks, under names that no rule was written for: several hundred persons of public life, in ten kinds of sentence.

tests/names/persons.txt holds the names (men: the verbs are masculine); WRONG is a ceiling that only sinks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.analysis import analyze
from components.lexicon import column
from components.model import Article

NAMES = (Path(__file__).parent / "names/persons.txt").read_text(encoding="utf-8").split("\n")[:-1]
FRAMES = {  # {0}: the whole name, {1}: its last part; and how many speeches are his
    "between the verb and إن": ("قال {0} إن الوضع صعب.", 1),
    "behind a title": ('قال المحلل {0} إن الوضع صعب.\nوأضاف {1}: "نحن بخير".', 2),
    "behind an office": ('وقال رئيس الجمعية {0}، أمس، إن الوضع صعب.\nوتابع: "نحن بخير".', 2),
    "before an office": ("وأكد {0} رئيس الجمعية أن الوضع صعب. وذكر {1} أن الحل بعيد.", 2),
    "in the headline": ("{0}: لن نتراجع\nقال رئيس الجمعية {0} إن الوضع صعب.", 2),
    "before an apposed office": ('وأوضح {0}، رئيس الجمعية، أن الوضع صعب. وتابع {1} قائلا: "نحن بخير".', 2),
    "behind the quotation": ('"الوضع صعب"، يقول {0} وهو مزارع من الجنوب.', 1),
    "met before": ('والتقى الوزير رئيس الجمعية {0} في مكتبه.\nوقال {1}: "نحن بخير".', 1),
    "behind بحسب": ("بحسب {0}، فإن الوضع صعب.", 1),
    "before the marks": ('وقال {0} "الوضع صعب". وقال {0} في حديث للصحافة إن الحل بعيد.', 2),
}
WRONG = {
    "between the verb and إن": 8, "behind a title": 15, "behind an office": 17, "before an office": 21,
    "in the headline": 26, "before an apposed office": 10, "behind the quotation": 25, "met before": 36,
    "behind بحسب": 20, "before the marks": 13,
}


def last(name: str) -> str:
    """The part by which somebody is named again: السيسي, بن حمو."""
    parts = name.split()
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in column("name_joints"):
        at -= 1
    return " ".join(parts[at:])


def misnamed(frame: str, speeches: int) -> Iterator[str]:
    for name in NAMES:
        found = analyze(Article(frame.format(name, last(name)))).quotes
        if [quote.speaker.name if quote.speaker else "" for quote in found if quote.kind != "term"] != [name] * speeches:
            yield name


@pytest.mark.parametrize("kind", FRAMES)
def test_speakers_of_any_name(kind: str) -> None:
    wrong = list(misnamed(*FRAMES[kind]))
    assert len(wrong) <= WRONG[kind], wrong
