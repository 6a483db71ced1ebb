"""Trees of plain text that a board draws: what a view shows, as data, before any browser is there.

A node is a string or a dict: `t` tag, `c` classes, `a` attributes, `k` children, `id` the record it stands for, `do` what a
click does; `{"i": name}` is an icon. The browser prints strings as text and knows a short list of tags and attributes.
"""

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any] | str
Kids = Node | None | Iterable[Any]  # nested as deep as it comes


def node(spec: str, *kids: Kids, do: str = "", record: str = "", **attributes: str | None) -> dict[str, Any]:
    """A node from `tag.class.class`; children that are None are left out, `aria_label` becomes `aria-label`.

    >>> node("b.big", "x", lang="ar")
    {'t': 'b', 'c': 'big', 'a': {'lang': 'ar'}, 'k': ['x']}
    """
    tag, _, classes = spec.partition(".")
    made: dict[str, Any] = {"t": tag}
    if classes:
        made["c"] = classes.replace(".", " ")
    named = {name.replace("_", "-"): value for name, value in attributes.items() if value is not None}
    if named:
        made["a"] = named
    children = list(flat(kids))
    if children:
        made["k"] = children
    return made | ({"id": record} if record else {}) | ({"do": do} if do else {})


def flat(kids: Iterable[Kids]) -> Iterable[Node]:
    """Children in one row, None and empty strings left out."""
    for kid in kids:
        if isinstance(kid, str | dict):
            if kid:
                yield kid
        elif kid is not None:
            yield from flat(kid)


def icon(name: str) -> Node:
    return {"i": name}


def ltr(text: str, spec: str = "span.ltr") -> Node:
    """Text that runs from left to right whatever stands around it: signs with numbers, percents."""
    return node(spec, text, dir="ltr")


def arabic(text: str, spec: str = "bdi.naskh") -> Node:
    """Words of the article, in the article's face."""
    return node(spec, text, lang="ar", dir="rtl")


def supplied(text: str) -> Node | None:
    """What the analysis added, in brackets."""
    return node("u", f"[{text}]") if text else None


def shortened(text: str, length: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `length` code points.

    >>> shortened("في عملية تحديد موعد", 12)
    'في عملية…'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return (line[: line.rfind(" ", 0, length)] if " " in line[:length] else line[:length]) + "…"


def strings(tree: Node) -> Iterable[str]:
    """Every string of a tree, in reading order: for tests."""
    if isinstance(tree, str):
        yield tree
    else:
        for kid in tree.get("k", ()):
            yield from strings(kid)
