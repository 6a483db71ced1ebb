"""The library: what is open, what it is called, how much was found in it, and the samples that are not open."""

from components.model import Analysis
from components.views import shelf
from components.views.shelf import Entry
from components.views.tree import Node, icon, node, shortened
from components.wording import Wording

TITLE_LENGTH = 84


def title_of(entry: Entry, length: int = TITLE_LENGTH) -> str:
    """What an article is called in lists: its title, else its first line, cut at a word."""
    article = entry.article
    first = next((line for line in article.text.splitlines() if line.strip()), "")
    return shortened(article.title or first or article.id, length)


def switcher(wording: Wording, shown: Entry | None) -> Node:
    """Brand, the button that names the open article, and the library below it."""
    entries = shelf.opened()
    label: list[Node] = [node("b", wording("no_article"))]
    if shown:
        at = next((count for count, each in enumerate(entries, 1) if each.key == shown.key), 1)
        where = f"{wording.number(at)} {wording('of')} {wording.number(len(entries))}"
        label = [node("b", node("bdi", title_of(shown), lang="ar", dir="rtl")), node("span.m", where)]
    return node(
        "div.start",
        node("h1.brand", wording("brand")),
        node("button.btn.switch", *label, icon("down"), do="library", aria_label=wording("library"), aria_haspopup="dialog"),
        library(wording, entries, shown),
    )


def library(wording: Wording, entries: list[Entry], shown: Entry | None) -> Node:
    """The open articles, and the samples that are not open."""
    rows = [_row(wording, entry, shown) for entry in entries]
    closed = [each for each in shelf.samples() if each.key not in {entry.key for entry in entries}]
    samples = [_sample(wording, entry) for entry in closed]
    return node(
        "div.pop.library",
        node(
            "div.find",
            node("input", type="search", placeholder=wording("find"), aria_label=wording("find")),
            node("button.btn.primary", "+ ", wording("add"), do="add:"),
        ),
        rows,
        node("h2.sub", wording("try"), data_row="") if samples else None,
        samples,
        role="dialog",
        aria_label=wording("library"),
    )


def _row(wording: Wording, entry: Entry, shown: Entry | None) -> Node:
    analysis = shelf.analysed(shelf.as_dated(entry))
    article = analysis.article
    about: list[Node] = [node("bdi", part) for part in (article.source or article.id,) if part]
    if article.published:
        about.append(node("span", wording.day(article.published)))
    here = shown is not None and shown.key == entry.key
    return node(
        "div.row.cur" if here else "div.row",
        node(
            "button.mi",
            node("span.ti", node("bdi", title_of(entry, 70), lang="ar", dir="rtl")),
            node("span.me", _dotted(about)),
            node("span.ct", [node("span", text) for text in totals(wording, analysis)]),
            do=f"open:{entry.key}",
            aria_current="true" if here else None,
        ),
        node("button.ic", icon("x"), do=f"remove:{entry.key}", aria_label=wording("remove"), title=wording("remove")),
        data_row="",
    )


def _sample(wording: Wording, entry: Entry) -> Node:
    return node(
        "div.row",
        node(
            "button.mi",
            node("span.ti", node("bdi", title_of(entry, 70), lang="ar", dir="rtl")),
            node("span.me", node("bdi", entry.article.source or "")),
            node("span.ct", node("span", wording("sample"))),
            do=f"sample:{entry.sample}",
        ),
        data_row="",
    )


def _dotted(parts: list[Node]) -> list[Node]:
    joined: list[Node] = []
    for part in parts:
        joined += [" · ", part] if joined else [part]
    return joined


def totals(wording: Wording, analysis: Analysis) -> list[str]:
    """How much was found, in words: statements, events, faults."""
    counts: dict[str, int] = {
        "quote": sum(quote.kind != "term" for quote in analysis.quotes),
        "event": len(analysis.events),
        "fault": len(analysis.warnings),
    }
    return [wording.count(number, noun) for noun, number in counts.items()]
