"""What is counted and how often: the figures of an article grouped by the thing they count, and their chart.

Nothing unlike is added up: a counter holds the statements about one counted noun, one currency or one unit, bounds as
bounds; statements without a number and those outside the article stand apart.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from components.charts.agreement import Said, Verdict, verdict
from components.charts.chart import Axis, Bar, Chart, Key, Line, Row, Tick
from components.charts.wording import SIGNS, cut, number, word
from components.fold import bare, fold
from components.model import Analysis, Figure, FigureKind, Modifier, Quote

KINDS: tuple[FigureKind, ...] = ("count", "money", "percent", "measure")
SENTENCE_END = re.compile(r"[.!?؟…](?=\s)|\n")
UNIT_WORDS = re.compile(r"[^\W\d_]+\W*$|[%٪]$")
WINDOW = 600  # code points: no sentence is looked for further away
TERMS = 30  # code points of a counted noun that a label can hold
DOT = 0.012  # half the width of an exact figure's bar, as a share of the axis


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as stated. `number` is written with `sign` to its left whatever the language around it."""

    id: str
    sign: str
    number: str
    text: str
    modifier: Modifier
    low: float | None
    high: float | None
    section: str
    speaker: str | None  # name of whoever says it, where it stands in reported speech
    quote: str | None
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counter:
    """All statements about one thing. `low` and `high` are the smallest and largest number stated, None where none is;
    `extent` is both in writing, with their signs (60–66, ≥40 – 66), empty for a single number.

    `agree` says whether one number can satisfy every statement; None where they need not be about the same things
    (money, percentages, measures, two in one sentence) or there is only one. `differing` holds the pairs of ids that
    cannot both be true, `shared` what meets all where they agree (66 for more than 60 and 66). `outside` is what stands
    in boilerplate. `name` is what to call the counter where `noun` is empty: the code of the money, %, the unit's word.
    """

    kind: FigureKind
    unit: str | None
    noun: str
    outside: bool
    statements: tuple[Statement, ...]
    vague: tuple[Statement, ...]
    low: float | None
    high: float | None
    agree: bool | None
    name: str = ""
    extent: str = ""
    differing: tuple[tuple[str, str], ...] = ()
    shared: str = ""


def amount(figure: Figure, digits: str = "latn", lang: str = "ar") -> tuple[str, str]:
    """Sign and number of a figure: (">", "60"), ("", "20–30"), ("", "8%"); for a vague one ("", its own words).

    >>> amount(Figure(0, 16, "أكثر من 60 هجوما", 60, 60, None, "more_than", "count"))
    ('>', '60')
    """
    if figure.modifier == "vague":
        return "", figure.text
    if figure.modifier == "range" and figure.low is not None and figure.high is not None:
        written = f"{number(figure.low, digits, lang)}–{number(figure.high, digits, lang)}"
    else:
        known = next((value for value in (figure.value, figure.low, figure.high) if value is not None), None)
        if known is None:
            return "", figure.text
        written = number(known, digits, lang)
    percent = "٪" if digits == "arab" and lang == "ar" else "%"
    return SIGNS.get(figure.modifier, ""), written + (percent if figure.kind == "percent" and figure.unit == "%" else "")


def counters(analysis: Analysis, digits: str = "latn", lang: str = "ar") -> tuple[Counter, ...]:
    """The counters of an article in the order of their first statements; those outside the article come last."""
    groups: dict[tuple[bool, FigureKind, str], list[Figure]] = {}
    for figure in analysis.figures:
        groups.setdefault((figure.section == "boilerplate", figure.kind, _thing(figure)), []).append(figure)
    said_in = _quotes_around(analysis.quotes, analysis.figures)
    text = analysis.article.text
    out = []
    for figures in groups.values():
        stated = [_statement(figure, said_in.get(figure.id), text, digits, lang) for figure in figures]
        out.append(_counter(figures, stated, text, digits, lang))
    return tuple(sorted(out, key=lambda counter: counter.outside))


def _thing(figure: Figure) -> str:
    """What makes two figures statements of one thing: counted noun, currency or unit; for percentages their noun."""
    if figure.kind in ("money", "measure") and figure.unit:
        return figure.unit
    noun = figure.counted.text if figure.counted else ""
    named = noun if figure.kind == "percent" else figure.unit or noun
    return bare(fold(named)) or figure.id


def _counter(figures: list[Figure], stated: list[Statement], text: str, digits: str, lang: str) -> Counter:
    first, kind = figures[0], figures[0].kind
    counted = next((figure.counted.text for figure in figures if figure.counted), "")
    noun = counted if kind in ("percent", "money", "measure") else first.unit or counted
    numbered = [(figure, each) for figure, each in zip(figures, stated, strict=True) if each.modifier != "vague"]
    known = tuple(each for _, each in numbered)
    ends = [value for each in known for value in (each.low, each.high) if value is not None]
    told = Verdict(None)
    if kind == "count" and (first.unit or counted):
        told = verdict([Said(figure, text[slice(*each.sentence)], each.speaker) for figure, each in numbered])
    return Counter(
        kind,
        first.unit,
        noun,
        first.section == "boilerplate",
        known,
        tuple(each for each in stated if each.modifier == "vague"),
        min(ends, default=None),
        max(ends, default=None),
        told.agree,
        noun or _unit_word(first),
        _extent(known, digits, lang),
        told.differing,
        _written_span(*told.shared, digits, lang) if told.shared else "",
    )


def _unit_word(figure: Figure) -> str:
    """The code of money, which says what is one currency; else the unit as the article writes it."""
    if figure.kind == "money" and figure.unit:
        return figure.unit
    words = UNIT_WORDS.search(figure.text)
    return words[0].strip() if words else figure.unit or ""


def _extent(known: tuple[Statement, ...], digits: str, lang: str) -> str:
    """The smallest and the largest number stated, each with the sign of its statement; empty where there is but one."""
    ends = [(value, "" if each.modifier == "range" else each.sign)
            for each in known for value in (each.low, each.high) if value is not None]
    if not ends:
        return ""
    low, high = min(ends), max(ends)
    if low[0] == high[0]:
        return ""
    space = " " if low[1] or high[1] else ""
    return f"{low[1]}{number(low[0], digits, lang)}{space}–{space}{high[1]}{number(high[0], digits, lang)}"


def _written_span(low: float, high: float, digits: str, lang: str) -> str:
    """An interval in writing: 66, 60–66, ≥60; of «about» only the whole numbers inside."""
    low, high = (end if math.isinf(end) else round(end, 2) for end in (low, high))
    if math.isinf(low) or math.isinf(high):
        sign, end = ("≥", low) if math.isinf(high) else ("≤", high)
        return "" if math.isinf(end) else sign + number(end, digits, lang)
    return number(low, digits, lang) if low == high else f"{number(low, digits, lang)}–{number(high, digits, lang)}"


def _statement(figure: Figure, quote: Quote | None, text: str, digits: str, lang: str) -> Statement:
    sign, written = amount(figure, digits, lang)
    speaker = quote.speaker.name if quote and quote.speaker else None
    return Statement(
        figure.id,
        sign,
        written,
        figure.text,
        figure.modifier,
        figure.low,
        figure.high,
        figure.section,
        speaker,
        quote.id if quote else None,
        sentence(text, figure.start, figure.end),
    )


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `start`..`end`, in code points of `text`; cut at the window where none ends."""
    floor = max(0, start - WINDOW)
    before = [match.end() for match in SENTENCE_END.finditer(text, floor, start)]
    after = SENTENCE_END.search(text, end, min(len(text), end + WINDOW))
    first = before[-1] if before else floor
    first += len(text[first:start]) - len(text[first:start].lstrip())
    return first, after.end() if after else min(len(text), end + WINDOW)


def _quotes_around(quotes: Iterable[Quote], figures: Iterable[Figure]) -> dict[str, Quote]:
    """Which reported speech each figure stands in, by the figure's id."""
    ordered = sorted((quote for quote in quotes if quote.kind != "term"), key=lambda quote: quote.start)
    starts = [quote.start for quote in ordered]
    out = {}
    for figure in figures:
        at = bisect_right(starts, figure.start)
        around = [quote for quote in ordered[max(0, at - 4) : at] if quote.end >= figure.end]
        if around:
            out[figure.id] = around[-1]
    return out


def place(value: float) -> float:
    """Where a size stands on the axis: its order of magnitude, so that 2 and 3,500,000 can be seen together.

    >>> [round(place(value), 2) for value in (0, 9, 99, -9)]
    [0.0, 1.0, 2.0, -1.0]
    """
    return math.copysign(math.log10(1 + abs(value)), value)


def figure_chart(analysis: Analysis, lang: str = "ar", digits: str = "latn", boilerplate: bool = False) -> Chart:
    """The figures by kind and size: a row for each statement, those of one thing together, on a scale of magnitudes.

    A bound's open side is drawn open, a figure without a number hatched over what its word allows.
    """
    groups = [each for each in counters(analysis, digits, lang) if boilerplate or not each.outside]
    groups.sort(key=lambda each: (KINDS.index(each.kind), each.outside))
    figures = {figure.id: figure for figure in analysis.figures}
    axis = _size_axis([figures[s.id] for each in groups for s in (*each.statements, *each.vague)], digits, lang)
    rows: list[Row] = []
    bars: list[Bar] = []
    for each in groups:
        kind = word(each.kind, lang)
        if len({group.kind for group in groups}) > 1 and (not rows or rows[-1].note.partition(" · ")[0] != kind):
            rows.append(Row("", kind, note=kind))
        for stated in (*each.statements, *each.vague):
            bars.append(_bar(figures[stated.id], stated, len(rows), axis, lang))
            rows.append(_row(each, stated, kind, lang))
    return Chart(
        name="figures",
        title=word("figures", lang),
        lang=lang,
        digits=digits,
        axis=axis,
        labels="margin",
        rows=tuple(rows),
        bars=tuple(bars),
        legend=_legend(tuple(bars), lang),
        empty="" if bars else word("no_figures", lang),
        heads=(word("counted", lang), word("value", lang), word("as_written", lang), word("kind", lang)),
    )


def _row(counter: Counter, stated: Statement, kind: str, lang: str) -> Row:
    """The counted noun, or for money, percentages and measures the words of the article; the value; its kind."""
    noun = counter.noun if counter.kind == "count" else ""
    note = kind + (f" · {word('outside', lang)}" if counter.outside else "")
    value = "" if stated.modifier == "vague" else f"\u2066{stated.sign}{stated.number}\u2069"
    return Row(stated.id, cut(noun or stated.text, TERMS), value, stated.text, note)


def _size_axis(figures: list[Figure], digits: str, lang: str) -> Axis:
    ends = [value for each in figures for value in (each.low, each.high, each.value) if value is not None]
    powers = [0.0] + [10.0**power for power in range(16)]
    low = place(min([0.0, *ends]))
    high = place(max([10.0, *ends]))
    values = sorted({-value for value in powers if value} | set(powers))
    step = 1 if high - low <= 7 else 2 if high - low <= 11 else 3
    kept = [value for index, value in enumerate(values) if low - 0.3 <= place(value) <= high + 0.3 and index % step == 0]
    ticks = tuple(Tick(place(value), number(value, digits, lang)) for value in kept)
    return Axis("size", low - (0.3 if low < 0 else 0), high + (high - low) * 0.16, ticks)


def _bar(figure: Figure, stated: Statement, row: int, axis: Axis, lang: str) -> Bar:
    half = axis.shown * DOT
    start = axis.low if figure.low is None else place(figure.low) - half
    end = axis.high if figure.high is None else place(figure.high) + half
    known = figure.low is not None or figure.high is not None
    if not known and figure.value is not None:
        start, end = place(figure.value) - half, place(figure.value) + half
    lines = [Line(f"\u2066{stated.sign}{stated.number}\u2069"), Line(figure.text, article=True)]
    lines.append(Line(word("range_of" if figure.modifier == "range" else figure.modifier, lang)))
    if stated.speaker:
        lines.append(Line(stated.speaker, article=True))
    return Bar(
        figure.id,
        row,
        max(start, axis.low),
        min(end, axis.high),
        "figure",
        hatched=figure.modifier == "vague",
        open_start=(figure.low is None and figure.value is None) or figure.modifier in ("less_than", "at_most"),
        open_end=(figure.high is None and figure.value is None) or figure.modifier in ("more_than", "at_least"),
        hover=tuple(lines),
        label="" if figure.modifier == "vague" else f"{stated.sign}{stated.number}",
    )


def _legend(bars: tuple[Bar, ...], lang: str) -> tuple[Key, ...]:
    keys = [Key(word("number_key", lang), "figure")]
    if any(bar.open_start or bar.open_end for bar in bars):
        keys.append(Key(word("bound_key", lang), "figure", hollow=True))
    if any(bar.hatched for bar in bars):
        keys.append(Key(word("vague_key", lang), "figure", hatched=True))
    return tuple(keys)
