"""Counters over whole analyses: what is one thing, what clashes, what agrees; nothing unlike is added up."""

import pytest

from components.analysis import analyze
from components.charts.counters import Counter, counters
from components.model import Article


def counted(text: str) -> dict[str, Counter]:
    return {each.name: each for each in counters(analyze(Article(text=text)))}


@pytest.mark.parametrize("label, text, agree, shared, extent", [
    ("two numbers that cannot both be", "شنت الطائرات 60 هجوما. وقال مصدر إنها شنت 66 هجوما.", False, "", "60–66"),
    ("a bound and a number above it", "شنت الطائرات أكثر من 60 هجوما. وقال مصدر إنها شنت 66 هجوما.", True, "66", ">60 – 66"),
    ("a bound and a number below it", "شنت الطائرات أكثر من 60 هجوما. وقال مصدر إنها شنت 40 هجوما.", False, "", "40 – >60"),
    ("far apart, another matter", "أصيب ثلاثة مدنيين في المدينة. وفي الحرب كلها قتل 90 ألف مدني.", None, "", "3–90,000"),
    ("near, but nothing in common", "لعب الفريق 31 مباراة. وغاب الحارس المصاب عن 23 مباراة.", None, "", "23–31"),
    ("about is a tenth off", "شنت الطائرات نحو 60 هجوما. وقال مصدر إنها شنت 66 هجوما.", True, "66", "≈60 – 66"),
    ("a number inside a range", "شنت الطائرات بين 60 و70 هجوما. وقال مصدر إنها شنت 66 هجوما.", True, "66", "60–70"),
    ("two bounds", "شنت الطائرات أكثر من 60 هجوما. وقيل إنها شنت أكثر من 66 هجوما.", True, "≥66", ">60 – >66"),
    ("one sentence counts parts", "شنت الطائرات 60 هجوما على المدينة و66 هجوما على الميناء.", None, "", "60–66"),
    ("other adjectives, other things", "شنت الطائرات 60 هجوما ليليا. ثم شنت 66 هجوما صاروخيا.", None, "", "60–66"),
    ("others are not those counted before", "قتل 12 مدنيا. وقال مصدر إن 14 آخرين أصيبوا.", None, "", "12–14"),
    ("the same number twice", "شنت الطائرات 60 هجوما. وقال مصدر إنها شنت 60 هجوما.", True, "60", ""),
])
def test_statements_of_one_thing(label: str, text: str, agree: bool | None, shared: str, extent: str) -> None:
    found = next(iter(counted(text).values()))
    assert (found.agree, found.shared, found.extent) == (agree, shared, extent), label
    assert bool(found.differing) is (agree is False)


def test_unlike_things_have_their_own_counters_and_what_is_vague_stands_apart() -> None:
    found = counted("قتل 12 جنديا وعشرات المدنيين في 3 غارات. وبلغت الخسائر 5 ملايين دولار و7 ملايين يورو.")
    assert [(name, len(each.statements), len(each.vague)) for name, each in found.items()] == [
        ("جندي", 1, 0), ("مدني", 0, 1), ("غارة", 1, 0), ("USD", 1, 0), ("EUR", 1, 0)]


def test_a_rise_is_no_rival_to_the_level() -> None:
    found = counted("ارتفع عدد الطلاب بنحو 40 طالبا. ويدرس في المعهد 900 طالب.")
    assert found["طالب"].agree is None


def test_a_counter_says_who_and_opens_the_sentence() -> None:
    text = "عبرت السفن المضيق. وقال الوزير سالم حداد إن 40 سفينة عبرت أمس. وقالت الشركة إن 45 سفينة عبرت أمس."
    (ships,) = counters(analyze(Article(text=text)))
    assert [each.speaker for each in ships.statements] == ["سالم حداد", "الشركة"]
    assert ships.differing == ((ships.statements[0].id, ships.statements[1].id),)
    assert text[slice(*ships.statements[1].sentence)] == "وقالت الشركة إن 45 سفينة عبرت أمس."
