"""No count that is held back can be worked out from what is shown."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.statistics import disclosure
from copronet.engines.statistics.disclosure import Why, protect, rounded

COUNTS = st.dictionaries(st.integers(0, 30), st.integers(0, 400), max_size=22)


def test_a_small_count_and_a_nought_are_held_back():
    shown = protect({"a": 9, "b": 0, "c": 10, "d": 43}).shown

    assert [each.count for each in shown.values()] == [None, None, 10, 45]
    assert shown["a"].why == Why.SMALL


def test_one_small_count_alone_takes_the_smallest_of_the_others_along():
    shown = protect({"a": 3, "b": 50, "c": 20}).shown

    assert (shown["c"].count, shown["c"].why) == (None, Why.NEIGHBOUR)
    assert shown["b"].count == 50


@pytest.mark.parametrize(("count", "shown"), [(10, 10), (12, 10), (13, 15), (17, 15), (18, 20)])
def test_the_others_are_rounded_to_the_nearest_five(count, shown):
    assert rounded(count) == shown


def test_a_total_of_few_people_is_held_back_too():
    assert protect({"a": 4, "b": 5}).total is None


def test_a_negative_count_is_a_mistake():
    with pytest.raises(ValueError, match="not at all"):
        protect({"a": -1})


@given(COUNTS)
def test_nothing_under_ten_is_ever_shown_and_never_one_alone_held_back(counts):
    protected = protect(counts)

    assert all(each.count is None or each.count >= 10 for each in protected.shown.values())
    assert protected.held_back != 1 or len(counts) == 1
    assert list(protected.shown) == list(counts)


@given(COUNTS)
def test_what_is_held_back_has_more_than_one_possible_value(counts):
    """The attack: everything shown is put together, with what rounding may have done to it."""
    protected = protect(counts)
    if protected.total is None or not protected.held_back:
        return
    known = [each.count for each in protected.shown.values() if each.count is not None]
    least = protected.total - 2 - sum(count + 2 for count in known)
    most = protected.total + 2 - sum(count - 2 for count in known)

    assert most - max(least, 0) >= 2


def test_the_example_of_the_docstring_holds():
    assert doctest.testmod(disclosure).failed == 0
