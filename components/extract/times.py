"""Time expressions and the day of publication."""

from datetime import date
from typing import NamedTuple

from components.model import Article, PublishedBasis, Time
from components.text.tokens import Tokens


class Dated(NamedTuple):
    """The times of an article, and the day of publication they were read by: given, stated in the text, or estimated."""

    times: list[Time]
    published: date | None
    published_basis: PublishedBasis


def dated(tokens: Tokens, article: Article) -> Dated:
    return Dated([], article.published, "given" if article.published else "unknown")
