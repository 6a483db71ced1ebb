"""The card of the chosen record: what it is, its words, its values, the rule that found it and how sure that is."""

from components.markup import paragraph_of
from components.model import Analysis, Event, Figure, Ordered, Quote, Time, Warning
from components.views.lines import around
from components.views.parts import Shown, cue_text, said
from components.views.strip import counted, signed
from components.views.tree import Kids, Node, arabic, icon, ltr, node, shortened, supplied

Record = Quote | Time | Event | Ordered | Figure | Warning
HIGH, MEDIUM = 0.9, 0.7
LONGEST = 600


def record_of(analysis: Analysis, record: str) -> Record | None:
    """The record with this id, or None: an address may name one that is not there."""
    layers: tuple[tuple[Record, ...], ...] = (
        analysis.quotes,
        analysis.times,
        analysis.events,
        analysis.ordered,
        analysis.figures,
        analysis.warnings,
    )
    return next((each for layer in layers for each in layer if each.id == record), None)


def links(analysis: Analysis, record: str) -> list[str]:
    """Ids of other records that stay lit with the chosen one: the time of a statement or an event."""
    found = record_of(analysis, record)
    time = found.time if isinstance(found, Quote | Event | Ordered) else None
    beside = [found.follows, found.precedes] if isinstance(found, Event | Ordered) else []
    return [each for each in (time, *beside) if each]


def card(shown: Shown, record: str) -> Node:
    """The card, or the hint where nothing is chosen."""
    word, found = shown.wording, record_of(shown.analysis, record) if record else None
    if found is None:
        return node("p.hint", word("hint"), " ", node("kbd", "J"), " ", node("kbd", "K"))
    fields, title, reason = _fields(shown, found)
    number = word.number(paragraph_of(shown.paragraphs, found.start))
    head = node(
        "header",
        shown.square(found) if isinstance(found, Quote) else None,
        node("h3", title),
        node("span.p", f"{word('para')} {number}"),
        node("div.grow"),
        _tool("prev", "card:previous", word("previous")),
        _tool("next", "card:next", word("next")),
        _tool("link", "copy", word("copy_link")),
        _tool("x", "card:close", word("close")),
    )
    text = shortened(shown.analysis.article.text[found.start : found.end], LONGEST)
    quoted = said(found, text) if isinstance(found, Quote) else text
    rows = [[node("dt", name), node("dd", value)] for name, value in [*fields, *_proof(shown, found)] if value]
    return node(
        "section.card",
        head,
        node("blockquote", quoted, lang="ar", dir="rtl"),
        node("dl", rows),
        node("p.why", reason) if reason else None,
        aria_live="polite",
        aria_label=title,
    )


def _tool(name: str, do: str, label: str) -> Node:
    return node("button.ic", icon(name), do=do, aria_label=label, title=label)


Rows = list[tuple[str, Kids]]


def _fields(shown: Shown, found: Record) -> tuple[Rows, str, str]:
    """The rows of the card, its title, and the sentence that explains the record."""
    word = shown.wording
    if isinstance(found, Quote):
        return _of_quote(shown, found), word(found.kind), ""
    if isinstance(found, Time):
        return _of_time(shown, found), word("c_time"), word.told((found.reason or {}).get(word.lang, ""))
    if isinstance(found, Event):
        return _of_event(shown, found), word("c_event"), _reason(shown, found.time)
    if isinstance(found, Ordered):
        return _of_ordered(shown, found), word("c_event"), word(f"ordered_{found.by or 'nothing'}")
    if isinstance(found, Figure):
        return _of_figure(shown, found), word("c_figure"), ""
    message = found.message_ar if word.lang == "ar" and found.message_ar else found.message
    return [], word.maybe(f"f_{found.kind}", word("f_other")), message


def _reason(shown: Shown, time: str | None) -> str:
    found = shown.times.get(time or "")
    return shown.wording.told((found.reason or {}).get(shown.wording.lang, "")) if found else ""


def _of_quote(shown: Shown, quote: Quote) -> Rows:
    word, speaker, actor = shown.wording, quote.speaker, shown.actor(quote)
    rows: Rows = []
    if speaker:
        full = actor.name if actor else speaker.name
        mention = arabic(speaker.text) if speaker.text else None
        same = node("span.same", " = " if mention else "", arabic(full, "bdi.nm")) if full != speaker.text else None
        rows.append((word("speaker"), [mention, same]))
        role = speaker.role or (actor.role if actor else None)
        rows.append((word("role"), arabic(role, "bdi") if role else None))
        group = shown.group(quote)
        rows.append((word("openness"), word(f"is_{group}") if group not in ("named", "nobody") else None))
    elif quote.kind != "term":
        rows.append((word("speaker"), word("nobody")))
    rows.append((word("carrier"), arabic(quote.speaker_also, "bdi") if quote.speaker_also else None))
    rows.append((word("cue"), arabic(cue_text(quote)) if quote.cue else None))
    stance = word.maybe(f"stance_{quote.cue.stance}") if quote.cue and quote.cue.stance else ""
    rows.append((word("stance"), stance))
    rows.append((word("addressee"), arabic(quote.addressee.text) if quote.addressee else None))
    rows.append((word("place"), arabic(quote.place.text) if quote.place else None))
    time = shown.times.get(quote.time or "")
    return rows + (_of_time(shown, time)[:2] if time else [])


def _of_time(shown: Shown, time: Time) -> Rows:
    word = shown.wording
    whole = shown.range(time)
    return [
        (word("time"), node("span", shown.as_written(time))),
        (word("basis"), word(f"basis_{time.basis}")),
        (word("range"), whole if time.earliest != time.latest else None),
        (word("calendar"), word("hijri") if time.calendar == "hijri" else None),
        (word("value"), ltr(time.value, "code") if time.value else None),
    ]


def _of_event(shown: Shown, event: Event) -> Rows:
    time = shown.times.get(event.time)
    return (_of_time(shown, time)[:4] if time else []) + _neighbours(shown, event) + _names(shown, event)


def _of_ordered(shown: Shown, found: Ordered) -> Rows:
    """What orders it, the events it stands behind and before, and that no day is given."""
    word = shown.wording
    ordering: Rows = [(word("ordering"), arabic(found.marker.text)), (word("basis"), word("basis_unresolved"))]
    return ordering + _neighbours(shown, found) + _names(shown, found)


def _neighbours(shown: Shown, found: Event | Ordered) -> Rows:
    told = {each.id: each for each in shown.happened}
    sides = (("follows", found.follows), ("precedes", found.precedes))
    return [(shown.wording(side), arabic(shortened(told[record].summary or told[record].text, 90)))
            for side, record in sides if record in told]


def _names(shown: Shown, found: Event | Ordered) -> Rows:
    names: list[Node] = []
    for actor in found.actors:
        if actor in shown.actors:
            names += ["، " if names else "", arabic(shown.actors[actor].name, "bdi")]
    return [(shown.wording("actors"), node("span", names, dir="rtl") if names else None)]


def _of_figure(shown: Shown, figure: Figure) -> Rows:
    word = shown.wording
    behind = arabic(around(shown.analysis.article.text, *shown.statements[figure.id].sentence, figure.start))
    unit = node("span", " ", supplied(figure.unit)) if figure.unit and figure.unit != counted(figure) else None
    return [
        (word("value"), _value(shown, figure)),
        (word("qualifier"), word(f"m_{figure.modifier}")),
        (word("counted"), [arabic(counted(figure)), unit] if counted(figure) else None),
        (word("change"), word(f"change_{figure.change}") if figure.change else None),
        (word("sentence"), behind),
    ]


def _value(shown: Shown, figure: Figure) -> Node | None:
    """The number with its sign; of a vague one as far as its word allows."""
    if figure.modifier != "vague":
        return node("b.ltr", signed(shown, figure), dir="ltr")
    ends = [shown.wording.number(end) if end is not None else "…" for end in (figure.low, figure.high)]
    return ltr("–".join(ends)) if ends != ["…", "…"] else None


def _proof(shown: Shown, found: Record) -> Rows:
    word, sure = shown.wording, found.confidence
    level = word("high" if sure >= HIGH else "medium" if sure >= MEDIUM else "low")
    meter = node("span.conf", node("i", style=f"width:{sure * 100:.0f}%"), aria_hidden="true")
    return [
        (word("confidence"), [meter, level, " ", ltr(word.shaped(f"{sure:.2f}"))]),
        (word("rule"), ltr(found.rule, "code") if found.rule else None),
    ]
