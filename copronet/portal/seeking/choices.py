"""How much is kept: of one person's searches, and of what everybody seeks."""

from datetime import timedelta

MOST_SEARCHES = 20
"""Searches that one person keeps at a time."""

TOLD_EVERY = timedelta(days=7)
TOLD_OF_EACH = 5
"""Documents that a letter names for one search; it says how many more there are."""

SHOWN_FROM = 5
"""Askings before the words themselves are kept: what fewer ask for may be somebody's name."""

KEPT_FOR = timedelta(days=365)
MOST_A_WEEK = 10_000
"""Different askings that are counted in one week, so that no machine fills the table."""
