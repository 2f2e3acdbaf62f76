"""Two equal languages: content in pairs, each side with its state, and the way from one to the other.

For every room that keeps words people read, and for the translators who keep both sides true.
Leans on the journal, which tells it when a record was saved.
"""
