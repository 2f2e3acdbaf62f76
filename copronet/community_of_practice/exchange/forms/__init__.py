"""Offering, asking, answering, and telling what came of it."""
