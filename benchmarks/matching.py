"""Suggestions between 10,000 offers and 10,000 requests, and circles among 10,000 parties.

Each has about 20 plausible partners. "by theme and place": partners share a theme and one of 22 areas, as in a
network; "without any order": partners are drawn at random, which no network is, and is the hardest there is.
Seconds of one core, since other work may share the machine; memory is the whole process's.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from copronet.engines.matching import (
    Link,
    Offer,
    Request,
    find_circles,
    links_between,
    plausible_pairs,
    suggest,
)

MANY = 10_000
AREAS = [f"area {number}" for number in range(22)]
THEMES = [f"theme {number}" for number in range(50)]
BOTH = frozenset(["cy", "en"])


def main() -> None:
    print(f"\nmatching: {MANY:,} of each (targets: suggestions 5 s; circles 30 s, 2 GB, gap under 1 %)")
    for what in MEASURED:
        subprocess.run([sys.executable, "-m", "benchmarks.matching", what], check=True)


def suggestions() -> str:
    offers, requests = _offers_and_requests(wanted=1)
    found = suggest(offers, requests)
    partners = sum(each.partners for each in found.requests) / MANY
    served = [sum(len(each.suggestions) >= most for each in found.requests) for most in (1, 2, 3)]
    return f"{partners:.1f} partners; one, two, three suggestions: {served}"


def circles_by_theme_and_place() -> str:
    offers, requests = _offers_and_requests(wanted=1)
    return _circles(links_between(offers, requests, plausible_pairs(offers, requests)))


def circles_without_order() -> str:
    chance = random.Random(1)
    return _circles(
        [Link(giver, receiver) for giver in range(MANY) for receiver in chance.sample(range(MANY), 20)]
    )


def _circles(links: Any) -> str:
    found = find_circles(links, waiting={party: party % 90 for party in range(MANY)})
    return (
        f"{len(links) / MANY:.1f} partners; {len(found.circles):,} circles of {found.candidates:,} serve "
        f"{found.served:,} of at most {found.at_most:,}: gap {found.gap:.2%}"
    )


def _offers_and_requests(*, wanted: int) -> tuple[list[Offer], list[Request]]:
    chance = random.Random(1)
    offers, requests = [], []
    for party in range(MANY):
        place = frozenset([chance.choice(AREAS)])
        given, asked = frozenset(chance.sample(THEMES, 2)), frozenset(chance.sample(THEMES, wanted))
        offers.append(Offer(party, party, BOTH, given, place, asked=chance.randrange(4)))
        requests.append(Request(party, party, BOTH, asked, place, waiting=chance.randrange(90)))
    return offers, requests


MEASURED: dict[str, Callable[[], str]] = {
    "suggestions": suggestions,
    "circles by theme and place": circles_by_theme_and_place,
    "circles without any order": circles_without_order,
}


if __name__ == "__main__":
    began = time.process_time()
    said = MEASURED[sys.argv[1]]()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{sys.argv[1]:28} {time.process_time() - began:6.1f} s {memory:5} MB  {said}", flush=True)
