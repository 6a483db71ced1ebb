"""The timeline: each dated event a bar from its earliest to its latest day, what is ordered without a date in the gap
between its neighbours, every time a stroke on the axis below."""

from components.charts.beside import Gaps, besides, rowed
from components.charts.chart import Axis, Bar, Chart, Key, Line, Loose, Mark, Row
from components.charts.dates import day_text, range_text, stamp
from components.charts.days import Span, day_axis
from components.charts.wording import word
from components.fold import bare, fold
from components.model import Analysis, Article, Event, Time
from components.wording import Wording

BASIS = {"published": "basis_published"}


def timeline(analysis: Analysis, lang: str = "ar", digits: str = "latn") -> Chart:
    """The chart of what happened when, earliest event first; what stands in boilerplate is left out.

    A bar is hatched where its date was inferred and hollow where it lies after the day of publication; an event that the
    text orders without dating it has a gap instead. Times that stand for no day are in `loose`, durations and sets nowhere.
    """
    times = {time.id: time for time in analysis.times if time.section != "boilerplate"}
    dated = [
        (event, times[event.time]) for event in analysis.events if event.time in times and _on_calendar(times[event.time])
    ]
    dated.sort(key=lambda pair: (*_order(pair[1]), pair[0].start))
    rug_times = [time for time in times.values() if _on_calendar(time) and time.type in ("DATE", "TIME")]
    edges = _edges([time for _, time in dated] + rug_times, analysis.article)
    beside = {each.id: each for each in besides(analysis, times)}
    gaps = Gaps(analysis, times, beside.values(), lang, digits)
    days = {event.id: (event, time) for event, time in dated}
    rows = rowed(days, beside.values())
    axis = day_axis(edges, [_span(time) for _, time in dated], lang, digits)
    maker = _Maker(analysis.article, axis, lang, digits)
    bars = tuple(gaps.bar(beside[each], row, axis) if each in beside else maker.bar(days[each][1], days[each][0], row)
                 for row, each in enumerate(rows))
    return Chart(
        name="timeline",
        title=word("timeline", lang),
        lang=lang,
        digits=digits,
        axis=axis,
        rows=tuple(gaps.row(beside[each]) if each in beside else maker.row(*days[each]) for each in rows),
        bars=bars,
        rug=tuple(maker.bar(time) for time in rug_times),
        marks=maker.marks(),
        legend=_legend(bars, lang),
        loose=_loose(analysis, times, set(rows), lang),
        note=_published(analysis.article, lang, digits),
        empty="" if dated else word("no_events", lang),
        heads=(word("date", lang), word("range", lang), word("event", lang), word("basis", lang)),
    )


def _on_calendar(time: Time) -> bool:
    """Whether days stand for it; «now», «soon», «lately» are no days, even where they cannot lie before the publication."""
    return (time.earliest is not None or time.latest is not None) and not (time.value or "").endswith("_REF")


def _order(time: Time) -> tuple[int, int]:
    """Earliest day first; of those that begin on one day the shortest first; an open beginning before everything."""
    earliest = time.earliest.toordinal() if time.earliest else 0
    return earliest, time.latest.toordinal() if time.latest else 10**7


def _span(time: Time) -> Span:
    earliest, latest = time.earliest, time.latest
    return earliest.toordinal() if earliest else None, latest.toordinal() + 1 if latest else None


def _edges(times: list[Time], article: Article) -> list[int]:
    """The ordinals where something drawn begins or ends."""
    known = [edge for time in times for edge in _span(time) if edge is not None]
    return known + ([article.published.toordinal()] if article.published else [])


class _Maker:
    """Bars and rows of one article's chart, worded in one language."""

    def __init__(self, article: Article, axis: Axis, lang: str, digits: str) -> None:
        self.article, self.axis, self.lang, self.digits = article, axis, lang, digits
        self.voice = Wording("ar" if lang == "ar" else "en", "arab" if digits == "arab" else "latn")

    def bar(self, time: Time, event: Event | None = None, row: int = -1) -> Bar:
        first, after = _span(time)
        start = self.axis.low if first is None else float(first)
        end = self.axis.high if after is None else float(after)
        return Bar(
            id=event.id if event else time.id,
            row=row,
            start=start,
            end=end,
            tone="time",
            hatched=time.basis != "explicit",
            hollow=self.announced(time),
            open_start=time.earliest is None,
            open_end=time.latest is None,
            hover=self.hover(time, event),
        )

    def announced(self, time: Time) -> bool:
        """Whether it lies wholly after the day of publication, so that the article can only announce it."""
        published = self.article.published
        return published is not None and time.earliest is not None and time.earliest > published

    def row(self, event: Event, time: Time) -> Row:
        lead, supplied = stamp(time, self.lang, self.digits)
        basis = word(BASIS.get(time.basis, time.basis), self.lang)
        extent = range_text(time.earliest, time.latest, self.lang, self.digits)
        return Row(event.id, lead, supplied, event.summary or event.text, basis, extent)

    def hover(self, time: Time, event: Event | None) -> tuple[Line, ...]:
        lead, supplied = stamp(time, self.lang, self.digits)
        full = range_text(time.earliest, time.latest, self.lang, self.digits)
        lines = [Line(lead if not supplied else f"{lead} [{supplied}]".strip())]
        if event:
            lines.append(Line(event.summary or event.text, article=True))
        if full not in (lead, supplied):
            lines.append(Line(full))
        if self.announced(time):
            lines.append(Line(word("announced", self.lang)))
        reason = (time.reason or {}).get(self.lang) or word(BASIS.get(time.basis, time.basis), self.lang)
        return (*lines, Line(self.voice.told(reason)))

    def marks(self) -> tuple[Mark, ...]:
        if self.article.published is None:
            return ()
        return (Mark(float(self.article.published.toordinal()), _published(self.article, self.lang, self.digits)),)


def _published(article: Article, lang: str, digits: str) -> str:
    if article.published is None:
        return ""
    how = word(f"published_{article.published_basis}", lang)
    return f"{word('published', lang)} {day_text(article.published, lang, digits)} ({how})"


def _legend(bars: tuple[Bar, ...], lang: str) -> tuple[Key, ...]:
    keys = [Key(word("stated", lang), "time"), Key(word("inferred", lang), "time", hatched=True)]
    if any(bar.hollow for bar in bars):
        keys.append(Key(word("announced", lang), "time", hollow=True))
    if any(bar.gap for bar in bars):
        keys.append(Key(word("ordered", lang), "time", gap=True))
    return tuple(keys)


def _loose(analysis: Analysis, times: dict[str, Time], rows: set[str], lang: str) -> tuple[Loose, ...]:
    """Times without a day, in text order, each wording once; where an event hangs on one, its id and summary; then what is
    ordered beside something that stands on no row (قبل الحرب where no war is dated)."""
    events = {event.time: event for event in reversed(analysis.events)}
    shown = {each.time for each in analysis.ordered if each.id in rows} | {
        event.time for event in analysis.events if event.id in rows}
    found: dict[tuple[str, str], Loose] = {}
    for time in times.values():
        if _on_calendar(time) or time.type not in ("DATE", "TIME") or time.id in shown:
            continue
        note, event = word(_why_loose(time), lang), events.get(time.id)
        key = (bare(fold(time.text)), event.id if event else "")
        old = found.get(key)
        fresh = Loose(event.id if event else time.id, time.text, note, event.summary if event else "")
        found[key] = Loose(old.id, old.text, old.note, old.summary, old.count + 1) if old else fresh
    for each in analysis.ordered:
        if each.id not in rows and each.section != "boilerplate":
            found.pop((bare(fold(each.marker.text)), ""), None)
            found["", each.id] = Loose(each.id, each.marker.text, word("ordered", lang), each.summary)
    return tuple(found.values())


def _why_loose(time: Time) -> str:
    value = time.value or ""
    if value.endswith("_REF"):
        return value.lower()
    return "year_unknown" if value.startswith("XXXX") else "undated"
