"""Offers, requests, and the suggestions in which they meet."""

from .sides import Offer, Request, Side
from .suggestions import Suggestion

__all__ = ["Offer", "Request", "Side", "Suggestion"]
