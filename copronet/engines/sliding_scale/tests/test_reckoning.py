"""Any mix settles a fee, and the steps show how."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.sliding_scale import Part, Scale, reckon

SCALE = Scale(suggested_pence=4000, lowest_pence=1000, suggested_minutes=480, lowest_minutes=120)


def test_half_in_money_and_half_in_hours_is_a_whole_fee():
    reckoning = reckon(SCALE, [Part("money", 2000), Part("time", 240)])

    assert reckoning.promised == 1
    assert [(step.whole, step.promised) for step in reckoning.steps] == [
        (4000, Fraction(1, 2)),
        (480, Fraction(1, 2)),
    ]


@pytest.mark.parametrize(
    ("parts", "is_enough"),
    [
        ([Part("money", 1000)], True),
        ([Part("money", 999)], False),
        ([Part("time", 120)], True),
        ([Part("money", 500), Part("time", 60)], True),
        ([Part("money", 500), Part("time", 59)], False),
        ([Part("in_kind", 100)], True),
        ([Part("in_kind", 50), Part("money", 500)], True),
        ([], False),
    ],
)
def test_what_is_promised_reaches_the_lowest_fee(parts, is_enough):
    assert reckon(SCALE, parts).is_enough is is_enough


def test_more_of_one_part_stands_in_for_less_of_another():
    reckoning = reckon(SCALE, [Part("money", 2000, given=4000), Part("time", 240, given=0)])

    assert reckoning.is_settled


def test_a_fee_is_not_settled_by_a_penny_too_few():
    reckoning = reckon(SCALE, [Part("money", 2000, given=1999), Part("time", 240, given=240)])

    assert (reckoning.has_begun, reckoning.is_settled) == (True, False)


def test_a_fee_that_may_be_nothing_is_covered_by_nothing():
    reckoning = reckon(Scale(1000, 0, 120, 0), [])

    assert (reckoning.is_enough, reckoning.is_settled) == (True, True)


@pytest.mark.parametrize("part", [Part("time", 60), Part("song", 1), Part("money", -1)])
def test_a_part_that_the_scale_does_not_take_is_refused(part):
    with pytest.raises(ValueError, match=r"cannot be given|less than nothing"):
        reckon(Scale(4000, 1000, 0, 0), [part])


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**5),
    st.integers(0, 10**6),
    st.integers(0, 10**5),
    st.integers(0, 100),
)
def test_giving_all_that_was_promised_settles_every_mix(pence, minutes, money, time, share):
    scale = Scale(pence, pence, minutes, minutes)
    parts = [Part("money", money, money), Part("time", time, time), Part("in_kind", share, share)]

    reckoning = reckon(scale, parts)

    assert reckoning.is_settled
    assert reckoning.promised == sum(step.promised for step in reckoning.steps)
