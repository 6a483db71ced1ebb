"""Analysis -> bytes that a reader takes away."""
