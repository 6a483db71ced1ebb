"""The field for a day of publication: the browser's own, so that what is typed or picked counts at once."""

from datetime import date

from components.views.tree import Node, node
from components.wording import Wording

EARLIEST, LATEST = "1900-01-01", "9999-12-31"


def day_field(wording: Wording, label: str, day: date | None, do: str) -> Node:
    """The field under its label. `do` is called with the day behind it (2024-01-31), or with nothing to take it away."""
    field = node("input.date", type="date", value=str(day or ""), min=EARLIEST, max=LATEST, do=do)
    clear = node("button.undo", wording("pub_clear"), do=do) if day else None
    return node("div.day", node("label", node("span", label), field), node("p.help", wording("pub_help")), clear)
