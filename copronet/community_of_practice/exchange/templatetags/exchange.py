"""A name that the reader may know, and what the codes of times and access are called."""

from collections.abc import Mapping

from django import template

from copronet.community_of_practice.exchange.choices import Access, Time

register = template.Library()


@register.filter
def named_in(names: Mapping[int, str], person: int | None) -> str:
    """The name of a person, as far as the reader may know it."""
    return names.get(person or 0, "")


@register.filter
def times(codes: list[str]) -> str:
    return ", ".join(str(Time(code).label) for code in codes if code in Time.values)


@register.filter
def access(codes: list[str]) -> str:
    return ", ".join(str(Access(code).label) for code in codes if code in Access.values)
