"""What the printed form needs to know of a field."""

from typing import Any

from django import template

register = template.Library()

MOST = 24  # the areas of Wales can be ticked on paper; a longer list is written on a line


@register.filter
def can_be_ticked(choices: Any) -> bool:
    """Whether a list of choices is short and plain enough to be ticked on paper."""
    listed = list(choices or [])
    return 0 < len(listed) <= MOST and not any(isinstance(label, list | tuple) for _value, label in listed)
