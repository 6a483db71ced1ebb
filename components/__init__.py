"""Isnad takes an Arabic news article apart: who said what, when, how many, and what is wrong with the text."""
