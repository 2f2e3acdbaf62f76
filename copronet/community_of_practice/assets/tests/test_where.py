"""Where things are: a square of a kilometre, in Wales, and in words a person can use when it is not."""

import pytest
from django.core.exceptions import ValidationError

from copronet.community_of_practice.assets.validators import is_in_wales, read_square, square_of

# The middles of towns at every edge of Wales, and islands.
IN_WALES = {
    "Caerdydd": (51.482, -3.179),
    "Tyddewi": (51.882, -5.269),
    "Caergybi": (53.309, -4.633),
    "Talacre": (53.352, -3.320),
    "Trefyclo": (52.344, -3.049),
    "Cas-gwent": (51.642, -2.675),
    "Enlli": (52.760, -4.790),
    "Llangollen": (52.969, -3.170),
}
NOT_IN_WALES = {
    "Cardigan Bay": (52.4, -4.6),
    "Bristol Channel": (51.3, -4.5),
    "Irish Sea": (53.0, -5.2),
    "Shrewsbury": (52.707, -2.752),
    "Hereford": (52.056, -2.716),
    "Bristol": (51.455, -2.590),
}


@pytest.mark.parametrize("point", IN_WALES.values(), ids=IN_WALES)
def test_every_edge_of_wales_is_in_wales(point):
    assert is_in_wales(*point)


@pytest.mark.parametrize("point", NOT_IN_WALES.values(), ids=NOT_IN_WALES)
def test_the_sea_and_england_are_not(point):
    assert not is_in_wales(*point)


@pytest.mark.parametrize(
    "typed", ["52.4153, -4.0829", "52.4153 -4.0829", " 52.4153 N, 4.0829 W ", "52.4153;-4.0829"]
)
def test_a_point_is_read_as_people_copy_it_and_only_its_square_is_kept(typed):
    square = read_square(typed)

    assert (square.north, square.east) == (5242, -272)
    assert (str(square.latitude), str(square.longitude)) == ("52.420", "-4.080")


def test_a_point_and_its_neighbour_across_the_street_are_the_same():
    assert square_of(52.41530, -4.08290) == square_of(52.41590, -4.08310)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("-4.083, 52.415", "wrong way round"),
        ("52.415, 4.083", "minus"),
        ("52.4, -4.6", "in the sea"),
        ("SY23 1AA", "two numbers"),
        ("91, 200", "in the sea"),
        ("1e9, 3", "two numbers"),
    ],
)
def test_a_point_that_is_not_in_wales_is_answered_in_words(typed, part):
    with pytest.raises(ValidationError) as refused:
        read_square(typed)

    assert part in str(refused.value)
