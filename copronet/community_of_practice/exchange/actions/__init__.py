"""Offering and asking, suggesting, saying yes or no, and telling what came of it."""
