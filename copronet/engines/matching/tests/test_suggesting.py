"""Those who wait longest are served, nobody goes without needlessly, and the same few are not always first."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.matching import Why, plausible_pairs, suggest

from .networks import offer, request

THEMES = ["carers", "food", "housing", "transport"]
some_themes = st.frozensets(st.sampled_from(THEMES), min_size=1, max_size=2)
offered = st.lists(st.tuples(some_themes, st.integers(0, 2), st.integers(0, 4)), max_size=5).map(
    lambda drawn: [
        offer(number, themes=themes, room=room, asked=asked)
        for number, (themes, room, asked) in enumerate(drawn)
    ]
)
asked_for = st.lists(st.tuples(some_themes, st.integers(0, 30)), max_size=5).map(
    lambda drawn: [
        request(number, themes=themes, waiting=waiting) for number, (themes, waiting) in enumerate(drawn)
    ]
)


def suggested(offers, requests, **kept):
    found = suggest(offers, requests, **kept)
    return {each.request: [suggestion.offer for suggestion in each.suggestions] for each in found.requests}


def test_whoever_waits_longest_is_served_when_there_is_room_for_one():
    requests = [request("new", waiting=1), request("old", waiting=30), request("newer", waiting=0)]

    assert suggested([offer(1, room=1)], requests) == {"new": [], "old": [1], "newer": []}


def test_another_moves_so_that_nobody_goes_without():
    either = request("either", waiting=9, themes=frozenset(["carers", "food"]))
    only_food = request("only food", themes=frozenset(["food"]))
    offers = [offer("food", themes=frozenset(["food"]), room=1), offer("carers", room=1)]

    assert suggested(offers, [either, only_food], most=1) == {"either": ["carers"], "only food": ["food"]}


def test_nobody_has_a_second_before_everybody_has_a_first():
    requests = [request("old", waiting=30), request("new")]

    assert suggested([offer(1, room=1), offer(2, room=1)], requests) == {"old": [1], "new": [2]}


def test_whoever_was_not_yet_asked_comes_first():
    found = suggest([offer("often", asked=4), offer("never")], [request(1)]).requests[0].suggestions

    assert [each.offer for each in found] == ["never", "often"]
    assert [Why.NOT_YET_ASKED in [reason.why for reason in each.reasons] for each in found] == [True, False]


def test_the_asking_is_spread_over_all_who_fit_as_well():
    offers = [offer(number, room=30) for number in range(5)]

    found = suggested(offers, [request(number) for number in range(10)], most=1)

    assert Counter(first for [first] in found.values()) == dict.fromkeys(range(5), 2)


def test_a_request_with_nothing_says_whether_anybody_offers_it():
    nobody = request("nobody offers", themes=frozenset(["housing"]))
    found = suggest([offer(1, room=1)], [request("first", waiting=2), request("full"), nobody])

    assert found.without == ("full", "nobody offers")
    assert [each.partners for each in found.requests] == [1, 1, 0]


def test_room_is_never_less_than_none():
    with pytest.raises(ValueError, match="room"):
        suggest([offer(1, room=-1)], [])


@given(offered, asked_for, st.integers(0, 3))
def test_no_offer_has_more_than_its_room_and_no_request_more_than_its_most(offers, requests, most):
    found = suggested(offers, requests, most=most)

    taken = Counter(each for row in found.values() for each in row)
    assert all(taken[each.id] <= each.room for each in offers)
    assert all(len(row) == len(set(row)) <= most for row in found.values())


@given(offered, asked_for)
def test_those_served_are_the_best_that_any_choice_could_serve_from_the_longest_wait_down(offers, requests):
    found = suggested(offers, requests, most=1)

    served = _by_wait(requests, {request for request, row in found.items() if row})
    pairs = plausible_pairs(offers, requests)
    possible = [
        _by_wait(requests, {requests[place].id for place in chosen})
        for size in range(len(requests) + 1)
        for chosen in combinations(range(len(requests)), size)
        if _can_all_be_served(chosen, pairs, [each.room for each in offers])
    ]
    assert served == max(possible)


@given(offered, asked_for, st.integers(1, 3))
def test_nobody_could_have_one_more_out_of_what_others_have_more_of(offers, requests, most):
    found = suggest(offers, requests, most=most)

    counts = [len(each.suggestions) for each in found.requests]
    pairs = plausible_pairs(offers, requests)
    for poorer in range(len(requests)):
        for richer in range(len(requests)):
            if counts[richer] > counts[poorer] + 1 and counts[poorer] < most:
                fairer = [count + (place == poorer) - (place == richer) for place, count in enumerate(counts)]
                assert not _can_all_have(fairer, pairs, [each.room for each in offers])


@given(offered, asked_for)
def test_the_same_values_give_the_same_suggestions(offers, requests):
    assert suggest(offers, requests) == suggest(list(offers), list(requests))


def _by_wait(requests, served):
    """For each request from the longest wait down, whether it is served."""
    order = sorted(range(len(requests)), key=lambda place: (-requests[place].waiting, place))
    return [requests[place].id in served for place in order]


def _can_all_be_served(chosen, pairs, room):
    return _can_all_have([int(place in chosen) for place in range(len(pairs))], pairs, room)


def _can_all_have(counts, pairs, room):
    """Try every way, offer by offer."""
    if not counts:
        return True
    *rest, wanted = counts
    offers = [pair.offer for pair in pairs[len(rest)] if room[pair.offer] > 0]
    return any(
        _can_all_have(rest, pairs, [left - (place in taken) for place, left in enumerate(room)])
        for taken in combinations(offers, wanted)
    )
