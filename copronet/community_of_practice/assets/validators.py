"""A point on the map, as people copy it from elsewhere: only ever kept to the nearest kilometre."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .choices import OUTLINE

NORTH_STEP = Decimal("0.010")  # degrees: 1.1 km
EAST_STEP = Decimal("0.015")  # degrees: 1.0 km in the middle of Wales
_NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEWnsew]?)"
_TWO_NUMBERS = re.compile(rf"\s*{_NUMBER}\s*[,;\s]\s*{_NUMBER}\s*")


@dataclass(frozen=True)
class Square:
    """A square of about one kilometre, by its place in a grid: all that is kept of a point."""

    north: int
    east: int

    @cached_property
    def latitude(self) -> Decimal:
        """The middle of the square, in degrees."""
        return self.north * NORTH_STEP

    @cached_property
    def longitude(self) -> Decimal:
        return self.east * EAST_STEP


def square_of(latitude: float, longitude: float) -> Square:
    """The square in which a point lies, given in degrees (WGS 84)."""
    return Square(round(Decimal(str(latitude)) / NORTH_STEP), round(Decimal(str(longitude)) / EAST_STEP))


def read_square(typed: str) -> Square:
    """Read "52.41, -4.08" or "52.41 N, 4.08 W" as a square of the grid; raises `ValidationError` in words."""
    found = _TWO_NUMBERS.fullmatch(typed)
    if found is None:
        raise ValidationError(
            _("Write two numbers as a map shows them, such as 52.41, -4.08."), code="unreadable"
        )
    latitude, longitude = _signed(found[1], found[2]), _signed(found[3], found[4])
    if not is_in_wales(latitude, longitude):
        raise ValidationError(_why_not(latitude, longitude), code="not_in_wales")
    return square_of(latitude, longitude)


def _signed(number: str, letter: str) -> float:
    return -abs(float(number)) if letter and letter in "SWsw" else float(number)


def _why_not(latitude: float, longitude: float) -> str:
    if is_in_wales(longitude, latitude):
        return _("The two numbers are the wrong way round: the one near 52 comes first.")  # type: ignore[return-value]
    if is_in_wales(latitude, -longitude):
        return _("Wales is west of Greenwich: put a minus before the second number.")  # type: ignore[return-value]
    return _(
        "This point is not in Wales: it is in the sea or over the border. Look at the two numbers again."
    )  # type: ignore[return-value]


def is_in_wales(latitude: float, longitude: float) -> bool:
    """Whether a point lies within our rough outline, which runs a few kilometres outside the coast and the border."""
    inside = False
    for (north, east), (next_north, next_east) in zip(OUTLINE, (*OUTLINE[1:], OUTLINE[0]), strict=True):
        if (north > latitude) == (next_north > latitude):
            continue
        crossing = east + (latitude - north) / (next_north - north) * (next_east - east)
        if longitude < crossing:
            inside = not inside
    return inside
