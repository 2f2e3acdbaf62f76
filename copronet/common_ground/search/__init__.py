"""Find anything on the site, in either language and in whatever form a word stands.

For every reader, who finds what they may see; for other rooms, which say what of theirs is to be found.
Leans on the engine ``cymraeg.finding`` for the keys of texts and queries; keeps them in its own two tables,
FTS5 on SQLite and tsvector on PostgreSQL, and counts the same points on both. Stands below people and all
rooms with content: they register with it, and it knows none of them.
"""
