"""Who is named or speaks in an article: one party for each person, body or source, however often and however spelled."""
