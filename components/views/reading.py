"""The article as it is read: lines of flat pieces, margin notes, switches of the layers."""

import hashlib
from typing import Any

from components.markup import Mark, Paragraph, Piece, marks
from components.views.parts import Shown
from components.views.tree import Node, icon, node

LAYERS = ("quote", "speaker", "cue", "time", "figure", "fault", "boilerplate")


def reader_data(shown: Shown) -> dict[str, Any]:
    """What the reader draws: its frame, and each line as (number, class, notes, pieces). Pieces are text, classes, ids."""
    sizes = _sizes(marks(shown.analysis))
    notes = _notes(shown)
    lines = [_line(shown, each, notes.get(each.start), sizes) for each in shown.paragraphs]
    frame = node("article.doc", lang="ar", dir="rtl", tabindex="0", aria_label=shown.wording("article"))
    seal = hashlib.sha256(repr((frame, lines)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {"key": seal, "frame": frame, "paragraphs": lines}


def _sizes(found: list[Mark]) -> dict[str, int]:
    """Length of each mark, by which the smallest under a click wins; events come last of all."""
    return {mark.token: mark.end - mark.start + (1_000_000_000 if "event" in mark.classes else 0) for mark in found}


def _line(shown: Shown, line: Paragraph, notes: Node | None, sizes: dict[str, int]) -> list[Any]:
    kind = "blank" if not line.number else "bp" if line.boilerplate else ""
    number = shown.wording.number(line.number) if line.number else ""
    return [number, kind, notes, [_piece(piece, sizes) for piece in line.pieces]]


def _piece(piece: Piece, sizes: dict[str, int]) -> list[str]:
    tokens = sorted(piece.tokens, key=lambda token: sizes.get(token, 0))
    if tokens:
        return [piece.text, " ".join(piece.classes), " ".join(tokens)]
    return [piece.text, " ".join(piece.classes)] if piece.classes else [piece.text]


def _notes(shown: Shown) -> dict[int, Node]:
    """Margin notes by the start of their line: who speaks in it, and where words are missing."""
    word = shown.wording
    found: dict[int, Node] = {}
    spoken = iter(sorted(shown.speech, key=lambda quote: quote.start))
    broken = iter(sorted(shown.analysis.warnings, key=lambda fault: fault.start))
    quote, fault = next(spoken, None), next(broken, None)
    told_outside = False
    for line in shown.paragraphs:
        notes: list[Node] = []
        while quote and quote.start < line.end:
            name = quote.speaker.name if quote.speaker else word("nobody")
            notes.append(node("button.note", shown.square(quote), node("bdi", name), do=f"go:{quote.id}", record=quote.id))
            quote = next(spoken, None)
        while fault and fault.start < line.end:
            label = word.maybe(f"f_{fault.kind}", word("f_other"))
            notes.append(node("button.note.w", icon("warn"), node("span", label), do=f"go:{fault.id}", record=fault.id))
            fault = next(broken, None)
        if line.boilerplate and not told_outside:
            told_outside = True
            notes.append(node("span.note", word("l_boilerplate")))
        if notes:
            found[line.start] = node("div.notes", notes, lang=word.lang, dir="rtl" if word.lang == "ar" else "ltr")
    return found


def _pressed(yes: bool) -> str:
    return "true" if yes else "false"


def switches(shown: Shown, off: list[str], by: str) -> Node:
    """The layers' switches, each drawn as its own mark: the legend is the control."""
    word = shown.wording
    layers = [
        node(
            "button.lay",
            node(f"s.l-{layer}", word(f"l_{layer}")),
            do=f"layer:{layer}",
            aria_pressed=_pressed(layer not in off),
        )
        for layer in LAYERS
    ]
    colours = [
        node("button", word(f"by_{kind}"), do=f"by:{kind}", aria_pressed=_pressed(by == kind))
        for kind in ("speaker", "kind")
    ]
    return node(
        "div.layers",
        layers,
        node("div.grow"),
        node("div.seg.small", colours, role="group", aria_label=word("colour_by")),
        role="toolbar",
        aria_label=word("layers"),
    )
