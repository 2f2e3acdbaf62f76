"""How much finding a key counts, and by what a search is narrowed down."""

LEVELS = {"a": 100, "b": 60, "c": 40, "d": 25}
"""A document keeps each key at one of four levels; on PostgreSQL they are the weights A to D of a lexeme."""

FACETS = ("kind", "area", "theme", "language", "year")
"""By what people narrow a search down, in this order."""

COUNTED = 1000
"""Beyond so many documents a search says "over 1,000"."""
