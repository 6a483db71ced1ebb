"""The text cut into headline, dateline, body and boilerplate."""

from components.model import Section
from components.text.tokens import Tokens


def sections(tokens: Tokens) -> tuple[Section, ...]:
    """The whole text as sections, in order, without gaps."""
    return (Section(0, len(tokens.text), "body"),) if tokens.text else ()
