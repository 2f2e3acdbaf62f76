"""What the design system adds to Django's forms: days and times as people write them."""

from .fields import DateField, DateInput, TimeField

__all__ = ["DateField", "DateInput", "TimeField"]
