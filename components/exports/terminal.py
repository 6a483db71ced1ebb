"""Analysis -> a readable summary for the terminal."""

from components.model import Analysis


def summary(analysis: Analysis, shape: str = "auto") -> str:
    return analysis.article.id
