"""Bytes -> Article -> Tokens: reading, mending, sections, words."""
