"""The four lists: who, when, how many, faults. Every line stands for one record and leads to its words."""

from collections.abc import Callable, Iterable

from components.charts.timeline import timeline
from components.model import Quote, Time, Warning
from components.views.figures import figures
from components.views.lines import item, line
from components.views.parts import GROUPS, Shown, cue_text, said
from components.views.tree import Node, arabic, icon, node, shortened, supplied

CUT = 120


def counts(shown: Shown) -> dict[str, int]:
    """How many records each list holds, as its tab says."""
    return {
        "who": len(shown.speech),
        "when": len(shown.analysis.times),
        "many": len(shown.figures),
        "faults": len(shown.analysis.warnings),
    }


def tabs(shown: Shown, names: Iterable[str], chosen: str) -> Node:
    """The heads of the lists. No widget of Streamlit's: a run that begins while a click is on its way would bring its old
    value back, and so free the record that was just chosen."""
    word, held = shown.wording, counts(shown)
    heads = [node("button", word(name), " ", node("span", word.number(held[name])), do=f"tab:{name}",
                  aria_pressed=str(name == chosen).lower()) for name in names]
    return node("div.seg.heads", heads, role="group", aria_label=word("findings"))


def findings(shown: Shown, tab: str, share: str, outside: bool) -> Node:
    """The list of one tab. `share` narrows the speakers to one degree of openness, `outside` shows boilerplate's figures."""
    made: dict[str, Callable[[], list[Node | None]]] = {
        "who": lambda: _who(shown, share),
        "when": lambda: _when(shown),
        "many": lambda: figures(shown, outside),
        "faults": lambda: _faults(shown),
    }
    return node(f"div.list.list-{tab}", made[tab]())


# ---- who said ----


def _who(shown: Shown, share: str) -> list[Node | None]:
    word = shown.wording
    if not shown.analysis.quotes:
        return [node("p.none", word("no_quotes"))]
    groups: dict[str, list[Quote]] = {}
    for quote in shown.speech:
        key = (quote.speaker.actor or quote.speaker.name) if quote.speaker else ""
        groups.setdefault(key, []).append(quote)
    ordered = sorted(
        groups.values(), key=lambda said_: (shown.group(said_[0]) in ("unnamed", "nobody"), -len(said_), said_[0].start)
    )
    shares = {name: sum(shown.group(quote) == name for quote in shown.speech) for name in GROUPS}
    kept = [each for each in ordered if not share or shown.group(each[0]) == share]
    terms = [quote for quote in shown.analysis.quotes if quote.kind == "term" and quote.section != "boilerplate"]
    listed = [
        item(term.id, line(said(term, shortened(term.text, CUT))), lead=shown.square(term), tail=shown.place(term.start))
        for term in terms
    ]
    return [
        openness(shown, shares, share) if shown.speech else node("p.none", word("no_quotes")),
        *[_speaker(shown, quotes) for quotes in kept],
        node("h2.sub", word("terms")) if terms and not share else None,
        node("section.terms", listed, dir="rtl") if terms and not share else None,
    ]


def openness(shown: Shown, shares: dict[str, int], share: str) -> Node:
    """The bar of how openly sources are named; each share is one click from its statements."""
    word, some = shown.wording, {name: count for name, count in shares.items() if count}
    bar = [node(f"i.o-{name}", style=f"flex:{count}") for name, count in some.items()]
    names = [
        node(
            "button",
            node("b", word.number(count)),
            " ",
            word(f"open_{name}"),
            do=f"share:{name}",
            aria_pressed="true" if share == name else "false",
        )
        for name, count in some.items()
    ]
    undo = node("button.undo", word("all_speakers"), do=f"share:{share}") if share else None
    drawn = None if share else node("button.view", word("as_chart"), do="drawn:")
    return node("div.openness", node("div.ob", bar, aria_hidden="true"), node("div.ob-t", names, undo, drawn))


def _speaker(shown: Shown, quotes: list[Quote]) -> Node:
    word, first = shown.wording, quotes[0]
    actor, group = shown.actor(first), shown.group(first)
    name = actor.name if actor else first.speaker.name if first.speaker else word("nobody")
    role = (actor.role if actor else None) or next(
        (each.speaker.role for each in quotes if each.speaker and each.speaker.role), None
    )
    about: Node | None = arabic(role, "bdi") if role and role != name else None
    if about is None and group not in ("named", "nobody"):
        about = node("span", word(f"is_{group}"))
    sign = node(f"i.sq.k{shown.slots.get(actor.id, 0) if actor else 0}.direct", aria_hidden="true")
    number = node("span.n", word.number(len(quotes))) if len(quotes) > 1 else None
    head = node(
        "h3",
        sign,
        arabic(name, "bdi.nm") if first.speaker else node("span.nm", name),
        node("span.role", about) if about else None,
        number,
    )
    return node("section.grp", head, [_statement(shown, quote) for quote in quotes], dir="rtl")


def _statement(shown: Shown, quote: Quote) -> Node:
    text = said(quote, shortened(quote.text, CUT))
    cue = cue_text(quote)
    parts: list[Node] = [node("em", cue), " ", text] if cue else [text]
    through = (
        node("span", f"{shown.wording('carried_by')} ", arabic(quote.speaker_also, "bdi")) if quote.speaker_also else None
    )
    return item(quote.id, line(*parts), lead=shown.square(quote), tail=shown.place(quote.start), below=through)


# ---- when ----


def _when(shown: Shown) -> list[Node | None]:
    word = shown.wording
    if not shown.analysis.times:
        return [node("p.none", word("no_times"))]
    chart = timeline(shown.analysis, word.lang, word.digits)
    starts = {each.id: each.start for each in shown.happened}
    gaps = {bar.id for bar in chart.bars if bar.gap}
    rows = []
    for row in chart.rows:
        stamp: list[Node | None] = [
            node("b", row.lead) if row.lead else None,
            " " if row.lead and (row.supplied or row.id in gaps) else None,
            supplied(row.supplied or (row.extent if row.id in gaps else "")),
        ]
        rows.append(
            item(row.id, node("span.v", stamp), tail=shown.place(starts[row.id]), below=arabic(shortened(row.text, 90)))
        )
    dated = {each.time for each in shown.happened}
    rest = [_other(shown, time) for time in shown.analysis.times if time.id not in dated]
    return [
        node("h2.sub", word("events")),
        *(rows or [node("p.none", word("no_events"))]),
        node("h2.sub", word("other_times")) if rest else None,
        *rest,
    ]


def _other(shown: Shown, time: Time) -> Node:
    reason = shown.wording.told((time.reason or {}).get(shown.wording.lang, ""))
    return item(
        time.id,
        node("span.v", shown.as_written(time)),
        tail=shown.place(time.start),
        below=node("span", reason) if reason else None,
    )


# ---- faults ----


def _faults(shown: Shown) -> list[Node | None]:
    word, text = shown.wording, shown.analysis.article.text
    kinds: dict[str, list[Warning]] = {}
    for fault in shown.analysis.warnings:
        kinds.setdefault(word.maybe(f"f_{fault.kind}", word("f_other")), []).append(fault)
    listed: list[Node | None] = [] if kinds else [node("p.none", word("no_faults"))]
    for name, faults in kinds.items():
        listed += [node("h2.sub", name), *[_fault(shown, fault) for fault in faults]]
    foreign = [part for part in shown.analysis.article.sections if part.kind == "boilerplate"]
    if foreign:
        listed.append(node("h2.sub", word("l_boilerplate")))
    for part in foreign:
        share = word.percent((part.end - part.start) / max(len(text), 1))
        words = line(shortened(text[part.start : part.end], 70))
        listed.append(node("div.it", node("i"), words, node("span.p", share, dir="ltr"), node("span.s", word("bp_note"))))
    return listed


def _fault(shown: Shown, fault: Warning) -> Node:
    text = shown.analysis.article.text
    before = text[max(0, fault.start - 26) : fault.start].split("\n")[-1].partition(" ")[2]
    after = text[fault.end : fault.end + 14].split("\n")[0].rpartition(" ")[0]
    message = fault.message_ar if shown.wording.lang == "ar" and fault.message_ar else fault.message
    if fault.start == fault.end:
        return item(fault.id, node("span.v", message), lead=node("span.wi", icon("warn")))
    words = line(f"… {before}", node("em", " ".join(text[fault.start : fault.end].split())), f"{after} …")
    return item(
        fault.id, words, lead=node("span.wi", icon("warn")), tail=shown.place(fault.start), below=node("span", message)
    )
