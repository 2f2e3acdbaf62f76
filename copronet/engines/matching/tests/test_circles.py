"""Circles serve the most parties, each at most once, and say what is proved."""

import subprocess
import sys
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copronet.engines.matching import Link, find_circles
from copronet.engines.matching.circles import candidates, network, packing

from .networks import ring

few_links = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30).map(
    lambda pairs: [Link(*pair) for pair in pairs]
)


def parties_of(found):
    return sorted(sorted(circle.parties) for circle in found.circles)


def planted(seed, circles):
    """Disjoint circles of two to four, and links that only lead on: from each to some who come later."""
    chance = Random(seed)
    names = list(range(circles * 4))
    chance.shuffle(names)
    rings, links = [], []
    while len(names) >= 4:
        members = [names.pop() for _ in range(chance.choice([2, 3, 4]))]
        rings.append(sorted(members))
        links += ring(*members)
    order = [party for members in rings for party in members]
    group = {party: place for place, members in enumerate(rings) for party in members}
    for _ in range(len(order) * 10):
        one, other = chance.sample(order, 2)
        if group[one] < group[other]:
            links.append(Link(one, other))
    chance.shuffle(links)
    return sorted(rings), links


@pytest.mark.parametrize("length", [2, 3, 4])
def test_a_circle_is_found(length):
    members = tuple("ABCD"[:length])

    found = find_circles(ring(*members))

    assert parties_of(found) == [list(members)]
    assert [link.receiver for link in found.circles[0].links] == [*found.circles[0].parties[1:], "A"]
    assert (found.served, found.at_most, found.is_best) == (length, length, True)


def test_five_in_a_ring_are_no_circle():
    found = find_circles(ring(*"ABCDE"))

    assert (found.circles, found.served, found.gap) == ((), 0, 0.0)


def test_nobody_gives_to_themselves_and_no_links_give_no_circles():
    assert find_circles([Link("A", "A")]).circles == ()
    assert find_circles([]).circles == ()


def test_more_parties_come_before_shorter_circles():
    """B and C could exchange, which would leave A and D with nobody."""
    links = [*ring("A", "B", "C", "D"), Link("C", "B")]

    assert parties_of(find_circles(links)) == [["A", "B", "C", "D"]]


def test_of_as_many_those_who_have_waited_longest_are_served():
    links = [*ring("A", "B"), *ring("B", "C")]

    assert parties_of(find_circles(links, waiting={"A": 3, "C": 4})) == [["B", "C"]]
    assert parties_of(find_circles(links, waiting={"A": 5, "C": 4})) == [["A", "B"]]


def test_the_first_link_of_two_parties_counts():
    links = [Link("A", "B", "best", 1), Link("A", "B", "other", 2), Link("B", "A", "back", 3)]

    assert [link.offer for link in find_circles(links).circles[0].links] == ["best", "back"]


@pytest.mark.parametrize("seed", range(5))
def test_planted_circles_are_all_recovered(seed):
    rings, links = planted(seed, circles=60)

    found = find_circles(links)

    assert parties_of(found) == rings
    assert found.is_best


@pytest.mark.slow
def test_planted_circles_are_all_recovered_among_ten_thousand_parties():
    rings, links = planted(7, circles=2_500)

    found = find_circles(links)

    assert parties_of(found) == rings
    assert found.is_best


@settings(deadline=None)
@given(few_links)
def test_nothing_serves_more_when_it_is_said_to_be_best(links):
    found = find_circles(links)

    used = [party for circle in found.circles for party in circle.parties]
    pairs = {(link.giver, link.receiver) for link in links}
    assert len(used) == len(set(used)) == found.served <= found.at_most
    assert all((link.giver, link.receiver) in pairs for circle in found.circles for link in circle.links)
    assert found.is_best
    assert found.served == _most_by_trying(pairs)


@settings(deadline=None)
@given(few_links)
def test_the_same_links_give_the_same_circles(links):
    assert find_circles(links) == find_circles(list(links))


def test_what_is_not_weighed_is_said_and_the_bound_still_holds(monkeypatch):
    everybody = [Link(one, other) for one, other in permutations(range(12), 2)]
    monkeypatch.setattr(candidates, "MOST", 50)

    found = find_circles(everybody)

    assert not found.is_everything_weighed
    assert (found.served, found.at_most) == (12, 12)


def test_a_party_with_very_many_links_is_weighed_by_its_first(monkeypatch):
    monkeypatch.setattr(network, "LINKS_EACH_WAY", 2)
    links = [each for other in "BCDE" for each in ring("A", other)]

    found = find_circles(links)

    assert parties_of(found) in ([["A", "B"]], [["A", "C"]])
    assert (found.at_most, found.is_everything_weighed) == (5, False)


def test_a_part_too_large_to_prove_has_a_choice_and_its_gap(monkeypatch):
    monkeypatch.setattr(packing, "SMALL", 0)
    chance = Random(3)
    links = [Link(*chance.sample(range(60), 2)) for _ in range(200)]

    found = find_circles(links)

    assert 0 < found.served <= found.at_most
    assert found.gap == (found.at_most - found.served) / found.at_most


def test_whoever_looks_for_no_circles_does_not_pay_for_the_solver():
    asked = (
        "import sys, copronet.engines.matching; sys.exit('numpy' in sys.modules or 'highspy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def _most_by_trying(pairs):
    parties = {party for pair in pairs for party in pair}
    circles = [
        set(order)
        for length in (2, 3, 4)
        for members in combinations(sorted(parties), length)
        for order in permutations(members)
        if all(pair in pairs for pair in zip(order, order[1:] + order[:1], strict=True))
    ]

    def most(left, free):
        return max(
            [0]
            + [
                len(circle) + most(left[place + 1 :], free - circle)
                for place, circle in enumerate(left)
                if circle <= free
            ]
        )

    unique = [set(circle) for circle in {frozenset(circle) for circle in circles}]
    return most(unique, parties)
