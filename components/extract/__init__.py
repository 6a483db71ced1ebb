"""Tokens -> records, one module or folder for each kind of record."""
