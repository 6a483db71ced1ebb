"""The strip of counters: who, when, how many, faults. Every number in it is a way to its words."""

from datetime import date

from components.charts.dates import range_text
from components.model import Figure, Time
from components.views.parts import Shown
from components.views.tree import Node, arabic, ltr, node
from components.wording import Wording

MOST_SQUARES = 24
MOST_FIGURES = 4
DIGIT, LETTER, GAP = 16, 6.5, 24  # px that one takes, on average, in the strip


def strip(shown: Shown, room: float = 380) -> Node:
    """The four cells; `room` is what the figures have, in px."""
    word = shown.wording
    return node(
        "section.strip",
        node("div.cell.cell-who", node("h2", word("who")), _who(shown)),
        node("div.cell.cell-when", node("h2", word("when")), _when(shown)),
        node("div.cell.cell-many", node("h2", word("many")), _many(shown, room)),
        node("div.cell.cell-faults", node("h2", word("faults")), _faults(shown)),
        aria_label=word("summary"),
    )


def _number(wording: Wording, count: int, noun: str, do: str) -> Node:
    """A large number with its noun. The number is always shown, so one thing takes the bare noun (that of a hundred)."""
    said = wording.noun(100 if count == 1 and wording.lang == "ar" else count, noun)
    if count == 0:
        return node("button.num.zero", node("span", wording.noun(0, noun)), do=do)
    return node("button.num", node("b", wording.number(count)), " ", node("span", said), do=do)


def _who(shown: Shown) -> list[Node]:
    word, speech = shown.wording, shown.speech
    direct = sum(quote.kind == "direct" for quote in speech)
    unnamed = sum(shown.group(quote) == "unnamed" for quote in speech)
    squares = [
        node("button", shown.square(quote), do=f"go:{quote.id}", record=quote.id, aria_label=word(quote.kind))
        for quote in speech[:MOST_SQUARES]
    ]
    caption: list[Node] = [node("span", word.count(direct, "direct"))] if speech else []
    if unnamed:
        caption += [" · ", node("button.share", f"{word.number(unnamed)} {word('from_unnamed')}", do="share:unnamed")]
    row = node("div.rowed", _number(word, len(speech), "quote", "tab:who"), node("span.score", squares) if squares else None)
    return [row, node("p.cap", caption)]


def _when(shown: Shown) -> list[Node]:
    word = shown.wording
    times = [shown.times[event.time] for event in shown.analysis.events if event.time in shown.times]
    starts = [time.earliest or time.latest for time in times]
    ends = [time.latest or time.earliest for time in times]
    first = min((day for day in starts if day), default=None)
    last = max((day for day in ends if day), default=None)
    caption: list[Node] = []
    if first and last:
        opening = next(time for time in times if (time.earliest or time.latest) == first)
        closing = next(time for time in times if (time.latest or time.earliest) == last)
        texts = [_short(word, time, day) for time, day in ((opening, first), (closing, last))]
        caption = [texts[0]] if texts[0] == texts[1] else [f"{word('span_from')} {texts[0]} {word('span_to')} {texts[1]}"]
    return [node("div.rowed", _number(word, len(times), "event", "tab:when")), node("p.cap", caption)]


def _short(word: Wording, time: Time, day: date) -> str:
    """The time's range where it is one word or two (a day, a month, a year), else the day at its end."""
    whole = range_text(time.earliest, time.latest, word.lang, word.digits)
    return whole if "–" not in whole else word.day(day)


def _many(shown: Shown, room: float) -> list[Node]:
    word, figures = shown.wording, shown.figures
    if not figures:
        return [node("div.rowed", _number(word, 0, "figure", "tab:many"))]
    first = _that_fit(shown, [figure for figure in figures if figure.modifier != "vague"], room)
    cells: list[Node] = [_figure(shown, figure) for figure in first]
    if len(figures) > len(first):
        more = ltr(f"+{word.number(len(figures) - len(first))}", "b.more")
        cells.append(node("button.num.f", more, node("span", word("more")), do="tab:many"))
    return [node("div.rowed.wide", cells)]


def _that_fit(shown: Shown, figures: list[Figure], room: float) -> list[Figure]:
    """The first figures that find room side by side; one at least."""
    fitting: list[Figure] = []
    for figure in figures[:MOST_FIGURES]:
        stated = shown.statements[figure.id]
        caption = f"{_noun(figure)} · {shown.wording(f'm_{figure.modifier}')}"
        room -= max(len(stated.sign + stated.number) * DIGIT, len(caption) * LETTER) + GAP
        if room < 0 and fitting:
            break
        fitting.append(figure)
    return fitting


def signed(shown: Shown, figure: Figure) -> list[Node]:
    """Sign and number, to be set in a left-to-right isolate."""
    stated = shown.statements[figure.id]
    return [node("i", stated.sign) if stated.sign else "", stated.number]


def counted(figure: Figure) -> str:
    """What is counted, as written: the noun phrase, else the unit's word, else its code; nothing for percents."""
    if figure.counted or figure.kind == "percent":
        return figure.counted.text if figure.counted else ""
    last = figure.text.split()[-1]
    return last if last.isalpha() else figure.unit or ""


def _noun(figure: Figure) -> str:
    """What is counted, in its first two words."""
    return " ".join(counted(figure).split()[:2])


def _figure(shown: Shown, figure: Figure) -> Node:
    first = _noun(figure)
    caption: list[Node] = [arabic(first, "bdi"), " · "] if first else []
    return node(
        "button.num.f",
        node("b.ltr", signed(shown, figure), dir="ltr"),
        node("span", caption, shown.wording(f"m_{figure.modifier}")),
        do=f"go:{figure.id}",
        record=figure.id,
    )


def _faults(shown: Shown) -> list[Node]:
    word, warnings = shown.wording, shown.analysis.warnings
    noun = "gap" if warnings and all(fault.kind == "missing_text" for fault in warnings) else "fault"
    outside = sum(part.end - part.start for part in shown.analysis.article.sections if part.kind == "boilerplate")
    length = max(len(shown.analysis.article.text), 1)
    caption: list[Node] = [ltr(word.percent(outside / length)), " ", word("outside_share")] if outside else []
    return [node("div.rowed", _number(word, len(warnings), noun, "tab:faults")), node("p.cap", caption)]
