"""The list of figures: a counter for each thing counted, its statements under it, what contradicts marked as such."""

from components.charts.counters import Counter, Statement, counters
from components.views.lines import around, item
from components.views.parts import Shown
from components.views.strip import counted
from components.views.tree import Node, arabic, ltr, node, supplied

SECTIONS = ("headline", "dateline", "byline")  # the body needs no saying


def figures(shown: Shown, outside: bool) -> list[Node | None]:
    """The counters of the article; of what stands outside it only how many, until `outside` asks for them."""
    word = shown.wording
    groups = counters(shown.analysis, word.digits, word.lang)
    inside = [group for group in groups if not group.outside]
    numbered = [group for group in inside if group.statements]
    bare = [group for group in inside if not group.statements]
    drawn = node("button.view", word("as_chart"), do="drawn:") if inside else None
    listed: list[Node | None] = [node("h2.sub", word("fig_body"), drawn), *(_counter(shown, group) for group in numbered)]
    if not inside:
        listed.append(node("p.none", word("no_figures")))
    if bare:
        listed += [node("h2.sub", word("fig_vague")), *(_counter(shown, group) for group in bare)]
    return listed + _foreign(shown, [group for group in groups if group.outside], outside)


def _foreign(shown: Shown, groups: list[Counter], outside: bool) -> list[Node | None]:
    if not groups:
        return []
    word, number = shown.wording, sum(len(group.statements) + len(group.vague) for group in groups)
    return [
        node("h2.sub", word("l_boilerplate"), node("span.n", word.number(number))),
        node(
            "button.more",
            word("fig_hide" if outside else "fig_show"),
            do="outside:",
            aria_expanded="true" if outside else "false",
        ),
        node("div.out", [_counter(shown, group) for group in groups]) if outside else None,
    ]


def _counter(shown: Shown, group: Counter) -> Node:
    """A counter; one that is stated once is its statement alone."""
    everything = (*group.statements, *group.vague)
    clashing = {each for pair in group.differing for each in pair}
    lines = [_statement(shown, each, each.id in clashing) for each in everything]
    if len(everything) == 1:
        return lines[0]
    word = shown.wording
    said = node("span.n", word.count(len(everything), "mention"))
    extent = ltr(group.extent, "b.ltr.extent") if group.extent else None
    return node("section.grp.cnt", node("h3", _name(shown, group), extent, said), _verdict(shown, group), lines)


def _name(shown: Shown, group: Counter) -> list[Node | None]:
    """What is counted; money and measures by the article's first word for them, with the code the analysis gave it."""
    if group.noun:
        return [arabic(group.noun, "bdi.nm")]
    word = counted(shown.figure(group.statements[0].id)) if group.statements else ""
    if word in ("", group.unit):
        return [node("bdi.nm", group.name or shown.wording("fig_unnamed"))]
    return [arabic(word, "bdi.nm"), node("span.role", supplied(group.unit)) if group.unit else None]


def _verdict(shown: Shown, group: Counter) -> Node | None:
    """Whether the statements can all be true together, where they are about the same thing."""
    word = shown.wording
    if group.agree is None:
        return None
    if not group.agree:
        return node("p.verdict.no", node("b", "≠"), " ", word("fig_differ"))
    shared = [": ", ltr(group.shared)] if group.shared else []
    return node("p.verdict", node("b", "="), " ", word("fig_agree"), shared)


def _statement(shown: Shown, stated: Statement, clashing: bool) -> Node:
    """Sign and number, the article's words, who says so, and the sentence behind."""
    word, figure = shown.wording, shown.figure(stated.id)
    number = node("b", "–")
    if stated.modifier != "vague":
        number = node("b.ltr", node("i", stated.sign) if stated.sign else "", stated.number, dir="ltr")
    about: list[Node] = []
    if stated.speaker:
        about.append(node("span.by", word("said_by"), " ", arabic(stated.speaker, "bdi")))
    if stated.section in SECTIONS:
        about.append(node("span.by", word(f"l_{stated.section}")))
    behind = arabic(around(shown.analysis.article.text, *stated.sentence, figure.start))
    return item(
        stated.id,
        node("span.fv", number, arabic(stated.text)),
        lead=node("i.ne", "≠", title=word("fig_differ")) if clashing else None,
        tail=shown.place(figure.start),
        below=node("span", about, behind),
    )
