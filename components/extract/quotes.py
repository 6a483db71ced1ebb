"""Quotations, their cues and kinds; who speaks is found by `speakers`."""

from components.extract.speech import Speech
from components.text.tokens import Tokens


def speeches(tokens: Tokens) -> list[Speech]:
    return []
