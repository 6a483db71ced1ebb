"""Stated figures: modifier, number, unit or counted noun. Words: data/lexicon/figures, data/lexicon/lists/nouns.csv.
Cases: tests/corpus/figures*.toml."""

from components.extract.figures.reading import figures

__all__ = ["figures"]
