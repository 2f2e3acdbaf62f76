"""Checks on the values that the parts of a plan keep as lists and tables."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def whole_amounts(amounts: Any) -> None:
    """A table of whole numbers, nought or more, such as pounds by year: ``{"1": 14657}``."""
    if not isinstance(amounts, dict) or not all(_is_whole(amount) for amount in amounts.values()):
        raise ValidationError(_("Each amount must be a whole number, nought or more."))


def codes(values: Any) -> None:
    """A list of codes, such as ``["ACT-1.4"]``."""
    if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
        raise ValidationError(_("This must be a list of codes."))


def _is_whole(amount: Any) -> bool:
    return isinstance(amount, int) and not isinstance(amount, bool) and amount >= 0
