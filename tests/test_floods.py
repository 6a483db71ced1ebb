"""Floods of one trigger word: time stays straight in length, and no flood hangs. Process time, so that a busy machine does
not matter; the bounds are wide, for what they must catch grows with the square."""

import time

import pytest

from components.analysis import analyze
from components.model import Article

SMALL, LARGE = 4_000, 32_000
ARTICLE = "وقال الوزير يوم الثلاثاء إن 60 شخصا قتلوا في بغداد. "
SQUARE = (LARGE / SMALL) ** 2
MOST = 60.0  # seconds for LARGE
FLOODS = {
    "said": "قال ", "said that": "قال إن ", "said, colon, mark": 'قال: "', "straight marks": '"',
    "opening marks": "«", "closing marks": "»", "marks with words": "«كلمة ", "nested brackets": "«(",
    "numbers": "5 ", "numbers glued": "5.", "thousands": "ألف ", "number words": "خمسة و", "months": "يناير ",
    "weekdays": "الثلاثاء ", "dates": "4 يناير ", "ago": "قبل ", "between": "بين ", "in": "في ",
    "ministers": "وزير ", "spokesmen": "المتحدث باسم ", "names": "محمد ", "according": "وفقا ل",
    "relatives": "في بغداد الذي ساعد ", "commas": "، ", "dots": ".", "lines": "\n", "blanks": " ق ",
    "one word": "ق", "tatweel": "قـ", "vowel marks": "قً\u064e\u064f", "percent": "5% ", "ranges": "من 5 إلى ",
    "slashes": "1/", "telling": "يخبر . ", "read also": "اقرأ أيضا\n", "follow us": "تابعونا على تلغرام ",
    "the end": "انتهى / ", "agencies": "أ ف ب / ", "rules": "ــ\n", "teasers": "خبر جديد عن الوزير\n",
    "tags": "#كهرباء ", "addresses": "https://a.example/ق ", "bidi controls": "\u202eق", "emoji": "😀ق",
    "pairs": '"نعم" قال محمد. ', "datelines": "بغداد – ", "gaps": "في  ",
    "who said": "الذي قال إن ", "rises": "ارتفع من 5 إلى 7 ", "percent glued": "5%", "verbs that are nouns": "نشر ",
    "claims": "على حد زعم إن ", "joined months": "رجب و", "seasons": "فصل ", "newspapers": "صحيفة جريدة مجلة قناة إذاعة ",
    "without": "من دون ", "without me": "بين وبين عن قوله إن ", "asking": "طلب ", "unnamed": "أسر ",
    "and that": "قال إن أحدا قتل. وأن آخر جرح. ", "called": "رجل يدعى ", "pairs and": "«نعم» و", "colons": "قال: ",
    "said and said": "قال محمد إن علي قال إن سعيد ", "number ranges": "بين 5 و6 ", "foreign ministers": "وزير وزير خارجية ",
    "and numbers": "و5 ", "duals": "ألفي ", "today": "اليوم ", "tables": "5\t6\t", "directions": "\u200fق ", "latin": "قa ",
    "participles": "مضيفا مشيرا ", "said in marks": 'قال: "نعم" ', "asserting that": "مؤكدا أن ",
}


def seconds(text: str, runs: int = 2) -> float:
    """Process time of the quickest of `runs` analyses, so that what else the machine does counts little."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        analyze(Article(text))
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("unit", FLOODS.values(), ids=FLOODS)
def test_time_is_straight_in_length(unit: str) -> None:
    small = seconds((unit * SMALL)[:SMALL], runs=3)
    large = seconds((unit * LARGE)[:LARGE], runs=1)
    if large > 0.5 and large > SQUARE / 2 * small:  # once more, before it is said to grow with the square
        large = seconds((unit * LARGE)[:LARGE])
    assert large < MOST
    assert large < 0.5 or large < SQUARE / 2 * small


def test_no_flood_costs_much_more_than_an_article_of_its_length() -> None:
    """Five times and less, as measured. More would be a rule that looks too far around itself."""
    usual = seconds(ARTICLE * (LARGE // len(ARTICLE)), runs=3) / LARGE
    most = 12 * usual * LARGE
    dear = [name for name, unit in FLOODS.items() if seconds((unit * LARGE)[:LARGE], runs=1) > most]
    again = {name: cost for name in dear if (cost := seconds((FLOODS[name] * LARGE)[:LARGE])) > most}
    assert not again  # once more, before it is said to be dear: a busy machine slows single runs


@pytest.mark.parametrize("unit", ["وفقا لسعد، ", "نام القط، قال سعد. ", "نام القط وفق سعد "])
def test_below_a_mark_that_is_never_closed(unit: str) -> None:
    small, large = (seconds(("«كان الأمر\n" + unit * size)[:size]) for size in (SMALL, LARGE))
    assert large < 0.5 or large < SQUARE / 2 * small


def test_a_long_article_takes_no_more_than_its_length() -> None:
    small, large = (seconds((ARTICLE * size)[:size]) for size in (20_000, 200_000))
    assert large < 25 * small


def test_one_speaker_of_thousands_of_speeches_costs_no_more_each() -> None:
    few, many = (seconds("قال الوزير سعد كرم إن الأمر صعب. " * size, runs=1) for size in (600, 6_000))
    assert many < 20 * few
