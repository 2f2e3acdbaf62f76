"""Made-up offers, requests and links for the tests."""

from copronet.engines.matching import Link, Offer, Request

CYMRAEG = frozenset(["cy"])
BOTH = frozenset(["cy", "en"])


def offer(number, **kept):
    values = {"party": f"giver {number}", "languages": BOTH, "themes": frozenset(["carers"])} | kept
    return Offer(id=number, **values)


def request(number, **kept):
    values = {"party": f"receiver {number}", "languages": BOTH, "themes": frozenset(["carers"])} | kept
    return Request(id=number, **values)


def ring(*parties):
    """Links by which each gives to the next, and the last to the first."""
    return [Link(giver, receiver) for giver, receiver in zip(parties, parties[1:] + parties[:1], strict=True)]
