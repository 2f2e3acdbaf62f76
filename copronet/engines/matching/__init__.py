"""Who could give what to whom: suggestions between offers and requests, and circles of exchange.

For the rooms where people offer, ask and look for a mentor. Plain values in, a frozen result out, each
suggestion with its reasons as codes and values, so that a page can say them in words in either language.
The same values in the same order always give the same result. Nobody gets a score: what fits how well
is said of one offer and one request, never of a person.
"""

from copronet.engines.matching.circles import Circle, Circles, Link, find_circles
from copronet.engines.matching.parties import Id, Offer, Reason, Request, Why
from copronet.engines.matching.plausible import Pair, links_between, plausible_pairs, reasons_for
from copronet.engines.matching.suggesting import Suggested, Suggestion, Suggestions, suggest

__all__ = [
    "Circle",
    "Circles",
    "Id",
    "Link",
    "Offer",
    "Pair",
    "Reason",
    "Request",
    "Suggested",
    "Suggestion",
    "Suggestions",
    "Why",
    "find_circles",
    "links_between",
    "plausible_pairs",
    "reasons_for",
    "suggest",
]
