"""The marked-up article as one page that stands alone: styles and faces are inside, nothing is fetched, nothing runs."""

from html import escape
from pathlib import Path

from components.charts.counters import Counter, Statement, counters
from components.charts.dates import day_text
from components.charts.speakers import Voice, voices
from components.charts.timeline import timeline
from components.charts.wording import cut, word
from components.exports.faces import faces, style
from components.markup import article_html, paragraph_of, paragraphs, quote_slot, speaker_slots
from components.model import Analysis, Quote

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
TITLE = 90  # code points
LAYERS = ("quote direct k1", "speaker k1", "cue", "time", "figure", "fault")

STYLE = Path(__file__).parent / "article.css"


def article_page(analysis: Analysis, lang: str = "ar", theme: str = "auto") -> bytes:
    """The page: the article with its marks, then who said what, when, how many, and the faults of the text.

    `theme` is "light", "dark" or "auto", which follows the reader's own.
    """
    page = _Page(analysis, lang)
    article = analysis.article
    headline = next((part for part in article.sections if part.kind == "headline"), None)
    title = (
        article.title or cut(article.text[headline.start : headline.end] if headline else article.text, TITLE) or article.id
    )
    styles = faces("IBM Plex Sans Arabic", "Noto Naskh Arabic") + style("marks.css") + STYLE.read_text(encoding="utf-8")
    head = (
        f'<!doctype html>\n<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}" data-theme="{theme}"><head>'
        f'<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{styles}</style></head><body>"
    )
    parts = [
        head, f'<h1 lang="ar" dir="rtl">{escape(title)}</h1>', page.source(), page.legend(),
        f'<main class="sheet">{article_html(analysis)}</main>', page.who(), page.when(), page.many(), page.faults(),
        "</body></html>\n",
    ]  # fmt: skip
    return "".join(parts).encode("utf-8", "replace")


def _bdi(text: str, name: str = "") -> str:
    """Words of the article, in their own direction."""
    return f'<bdi lang="ar" dir="rtl"{f" class={name}" if name else ""}>{escape(text)}</bdi>'


class _Page:
    """The parts of one article's page."""

    def __init__(self, analysis: Analysis, lang: str) -> None:
        self.analysis, self.lang = analysis, lang
        self.paragraphs, self.slots = paragraphs(analysis), speaker_slots(analysis)
        self.starts = {figure.id: figure.start for figure in analysis.figures}

    def word(self, key: str) -> str:
        return escape(word(key, self.lang))

    def place(self, start: int) -> str:
        """Where in the article it stands: its paragraph's number."""
        return f'<span class="from">¶ {paragraph_of(self.paragraphs, start)}</span>'

    def source(self) -> str:
        article = self.analysis.article
        published = article.published
        said = [f"<bdi>{escape(article.source)}</bdi>"] if article.source else []
        if published:
            how = self.word(f"published_{article.published_basis}")
            said.append(f"{self.word('published')} {escape(day_text(published, self.lang))} ({how})")
        return f'<p class="note">{" · ".join(said)}</p>' if said else ""

    def legend(self) -> str:
        names = [self.word(f"layer_{layer.split()[0]}") for layer in LAYERS]
        marks = "".join(f'<span class="t {layer}">{name}</span>' for layer, name in zip(LAYERS, names, strict=True))
        return f'<div class="legend">{marks}</div>'

    def who(self) -> str:
        spoken = voices(self.analysis)
        said = "".join(self.voice(voice) for voice in spoken) or f"<p>{self.word('no_quotes')}</p>"
        return f"<h2>{self.word('who')}</h2>{said}"

    def voice(self, voice: Voice) -> str:
        openly = "" if voice.tone == "named" else self.word("unnamed_source" if voice.tone == "unnamed" else "institution")
        role = _bdi(voice.role) if voice.role else openly
        lines = "".join(self.quote(quote) for quote in voice.quotes)
        return f'<section dir="rtl"><h3>{_bdi(voice.name)} <small>{role}</small></h3><ul>{lines}</ul></section>'

    def quote(self, quote: Quote) -> str:
        """The cue and the words as they stand in the article; only what the article itself quotes keeps its marks."""
        cue = f'<span class="cue">{escape(quote.cue.text)}</span> ' if quote.cue else ""
        slot = quote_slot(quote, self.slots)
        said = f'<span class="t quote {quote.kind} k{slot}">{escape(quote.text)}</span>'
        line = f'<bdi class="said" lang="ar" dir="rtl">{cue}{said}</bdi>'
        return f'<li><span class="from">{self.word(quote.kind)}</span> {line} {self.place(quote.start)}</li>'

    def when(self) -> str:
        chart = timeline(self.analysis, self.lang)
        starts = {each.id: each.start for layer in (self.analysis.events, self.analysis.ordered) for each in layer}
        rows = "".join(
            f"<tr><td>{escape(row.cells[0])}</td><td>{escape(row.extent)}</td>"
            f"<td>{_bdi(row.text, 'naskh')} {self.place(starts[row.id])}</td>"
            f'<td class="note">{escape(row.note)}</td></tr>'
            for row in chart.rows
        )
        head = "".join(f"<th>{escape(name)}</th>" for name in chart.heads)
        table = f"<table><tr>{head}</tr>{rows}</table>" if rows else f"<p>{escape(chart.empty)}</p>"
        loose = " · ".join(
            f"{_bdi(each.text)} {escape(each.note)}" + (f": {_bdi(each.summary)}" if each.summary else "")
            for each in chart.loose
        )
        return f"<h2>{self.word('when')}</h2>{table}" + (
            f'<p class="note">{self.word("lane")}: {loose}</p>' if loose else ""
        )

    def many(self) -> str:
        rows = "".join(self.counter(each) for each in counters(self.analysis, lang=self.lang))
        return f"<h2>{self.word('many')}</h2>" + (f"<table>{rows}</table>" if rows else f"<p>{self.word('no_figures')}</p>")

    def counter(self, counter: Counter) -> str:
        """A heading where one thing is stated more than once, then a row for each statement."""
        stated = (*counter.statements, *counter.vague)
        rows = "".join(self.statement(each, counter.outside) for each in stated)
        return (self.heading(counter) if len(stated) > 1 else "") + rows

    def heading(self, counter: Counter) -> str:
        """What is counted, from the smallest to the largest number, and whether the statements can all be true."""
        extent = f' <bdi dir="ltr">{escape(counter.extent)}</bdi>' if counter.extent else ""
        verdict = "" if counter.agree is None else self.word("agree" if counter.agree else "differ")
        shared = f' <bdi dir="ltr">{escape(counter.shared)}</bdi>' if counter.shared else ""
        said = f' <span class="note">{verdict}{shared}</span>' if verdict else ""
        name = _bdi(counter.noun or counter.name or word("unnamed_thing", self.lang))
        return f'<tr><th colspan="4" scope="rowgroup">{name}{extent}{said}</th></tr>'

    def statement(self, stated: Statement, outside: bool) -> str:
        number = f'<bdi dir="{"rtl" if stated.modifier == "vague" else "ltr"}">{escape(stated.sign + stated.number)}</bdi>'
        notes = [self.word("range_of" if stated.modifier == "range" else stated.modifier)]
        notes += [_bdi(stated.speaker)] if stated.speaker else []
        note = " · ".join([*notes, self.word("outside")] if outside else notes)
        return (
            f'<tr><td class="amount">{number}</td><td>{_bdi(stated.text, "naskh")}</td><td class="note">{note}</td>'
            f"<td>{self.place(self.starts[stated.id])}</td></tr>"
        )

    def faults(self) -> str:
        """The places where the text looks broken, each with its reason."""
        text, rows = self.analysis.article.text, ""
        for each in self.analysis.warnings:
            said = each.message_ar if self.lang == "ar" and each.message_ar else each.message
            rows += f"<li>{_bdi(text[each.start : each.end], 'said')} {escape(said)} {self.place(each.start)}</li>"
        return f"<h2>{self.word('faults')}</h2><ul>{rows}</ul>" if rows else ""
