"""One line of a list: a sign, the words, where they stand, and what explains them."""

from components.views.tree import Node, node, shortened

LONG = 52  # code points that fill a line of the list; longer ones fade out
SENTENCE = 170


def item(record: str, *lines: Node | None, lead: Node | None = None, tail: str = "", below: Node | None = None) -> Node:
    """One line: a sign, its words, its paragraph, and below it what explains it."""
    return node(
        "button.it",
        lead or node("i"),
        *lines,
        node("span.p", tail),
        node("span.s", below) if below else None,
        do=f"go:{record}",
        record=record,
    )


def line(*parts: Node) -> Node:
    length = sum(len(part) if isinstance(part, str) else sum(len(kid) for kid in part.get("k", ())) for part in parts)
    return node("span.x.long" if length > LONG else "span.x", *parts, lang="ar", dir="rtl")


def around(text: str, start: int, end: int, at: int) -> str:
    """The sentence from `start` to `end`; of a long one the part around `at`, cut at words."""
    if end - start <= SENTENCE:
        return " ".join(text[start:end].split())
    first = max(start, at - SENTENCE // 3)
    first = first if first == start else text.find(" ", first) + 1
    lead = "" if first <= start else "… "
    return lead + shortened(text[first:end], SENTENCE)
