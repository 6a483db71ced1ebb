"""Who is quoted how often and how, and how openly the speakers are named."""

from collections import Counter as Tally
from dataclasses import dataclass
from typing import Literal

from components.charts.chart import Axis, Bar, Chart, Key, Line, Row, Tick, Tone
from components.charts.wording import in_digits, word
from components.model import Actor, Analysis, Quote

SPOKEN: tuple[Literal["direct", "indirect", "mixed"], ...] = ("direct", "indirect", "mixed")
OPEN: tuple[Tone, ...] = ("named", "institution", "unnamed")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and what is reported of them, in text order. `tone` is how openly they are named."""

    actor: str
    name: str
    role: str
    tone: Tone
    quotes: tuple[Quote, ...]


def voices(analysis: Analysis) -> tuple[Voice, ...]:
    """The speakers of an article, most quoted first; quotes without a speaker and quoted terms are in none of them."""
    actors = {actor.id: actor for actor in analysis.actors}
    groups: dict[str, list[Quote]] = {}
    for quote in analysis.quotes:
        if quote.kind != "term" and quote.speaker and quote.section != "boilerplate":
            groups.setdefault(quote.speaker.actor or quote.speaker.name, []).append(quote)
    out = [_voice(key, quotes, actors.get(key)) for key, quotes in groups.items()]
    return tuple(sorted(out, key=lambda voice: -len(voice.quotes)))


def _voice(key: str, quotes: list[Quote], actor: Actor | None) -> Voice:
    speaker = quotes[0].speaker
    assert speaker is not None
    role = (actor.role if actor else None) or speaker.role or ""
    return Voice(key, actor.name if actor else speaker.name, role, _tone(actor), tuple(quotes))


def _tone(actor: Actor | None) -> Tone:
    if actor is None:
        return "named"
    if actor.kind == "unnamed" or actor.openness in ("unnamed", "collective"):
        return "unnamed"
    return "named" if actor.kind == "person" else "institution"


def speaker_chart(analysis: Analysis, lang: str = "ar", digits: str = "latn") -> Chart:
    """A row for each speaker, a piece for each statement, coloured by kind; those of unnamed speakers hatched."""
    spoken = voices(analysis)
    bars = tuple(bar for row, voice in enumerate(spoken) for bar in _pieces(voice, row, lang))
    kinds = {quote.kind for voice in spoken for quote in voice.quotes}
    keys = [Key(word(kind, lang), kind) for kind in SPOKEN if kind in kinds]
    if any(voice.tone == "unnamed" for voice in spoken):
        keys.append(Key(word("unnamed_source", lang), "unnamed", hatched=True))
    return Chart(
        name="speakers",
        title=word("speakers", lang),
        lang=lang,
        digits=digits,
        labels="margin",
        axis=_count_axis(max((len(voice.quotes) for voice in spoken), default=1), digits, lang),
        rows=tuple(_row(voice, lang, digits) for voice in spoken),
        bars=bars,
        legend=tuple(keys),
        empty="" if bars else word("no_quotes", lang),
        heads=(word("speaker", lang), word("statements", lang), "", word("kind", lang)),
    )


def _pieces(voice: Voice, row: int, lang: str) -> list[Bar]:
    """One bar a statement, direct ones first, so that each can be clicked."""
    ordered = sorted(voice.quotes, key=lambda quote: SPOKEN.index(quote.kind) if quote.kind in SPOKEN else 3)
    return [
        Bar(
            quote.id, row, float(at), float(at + 1), "indirect" if quote.kind == "term" else quote.kind,
            hatched=voice.tone == "unnamed",
            hover=(Line(voice.name, article=True), Line(word(quote.kind, lang)), Line(quote.text, article=True)),
        )
        for at, quote in enumerate(ordered)
    ]  # fmt: skip


def _row(voice: Voice, lang: str, digits: str) -> Row:
    tally = Tally(quote.kind for quote in voice.quotes)
    kinds = " · ".join(f"{in_digits(tally[kind], digits, lang)} {word(kind, lang)}" for kind in SPOKEN if tally[kind])
    return Row(voice.quotes[0].id, voice.name, in_digits(len(voice.quotes), digits, lang), voice.role, kinds)


def _count_axis(most: int, digits: str, lang: str) -> Axis:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**6) if most / step <= 8)
    ticks = tuple(Tick(float(at), in_digits(at, digits, lang)) for at in range(0, most + 1, step))
    return Axis("count", 0.0, most + max(0.1, most * 0.04), ticks)


def openness_chart(analysis: Analysis, lang: str = "ar", digits: str = "latn") -> Chart:
    """One strip of all attributed statements: by name, by institution, unnamed (hatched)."""
    spoken = voices(analysis)
    counts = {tone: sum(len(voice.quotes) for voice in spoken if voice.tone == tone) for tone in OPEN}
    bars, rows, at = [], [], 0
    for tone in OPEN:
        first = next((voice.quotes[0].id for voice in spoken if voice.tone == tone), "")
        if counts[tone]:
            label = f"{in_digits(counts[tone], digits, lang)} {word(tone, lang)}"
            hover = (Line(label), *(Line(voice.name, article=True) for voice in spoken[:5] if voice.tone == tone))
            bars.append(Bar(first, 0, float(at), float(at + counts[tone]), tone, hatched=tone == "unnamed", hover=hover))
            rows.append(Row(first, word(tone, lang), in_digits(counts[tone], digits, lang)))
        at += counts[tone]
    return Chart(
        name="openness",
        title=word("openness", lang),
        lang=lang,
        digits=digits,
        labels="margin",
        axis=Axis("count", 0.0, float(max(1, at))),
        rows=(Row(bars[0].id, word("statements", lang)),) if bars else (),
        bars=tuple(bars),
        legend=tuple(Key(f"{row.supplied} {row.lead}", bar.tone, bar.hatched) for row, bar in zip(rows, bars, strict=True)),
        empty="" if bars else word("no_quotes", lang),
        heads=(word("openness", lang), word("statements", lang), "", ""),
    )
