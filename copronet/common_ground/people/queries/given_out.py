"""Organisations and people as rows of a table that staff take out; the columns of `imports` by their codes."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, Q

from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Organisation, Person, Representation

AT_ONCE = 500


def organisations_as_rows() -> Iterator[dict[str, Any]]:
    """Every organisation that stands, in the order they were made."""
    organisations = Organisation.objects.filter(merged_into=None).order_by("pk")
    names = ("name_cy", "name_en", "short_name_cy", "short_name_en", "about_cy", "about_en", "website")
    for each in (
        organisations.select_related("kind", "area")
        .prefetch_related("areas_served", "numbers")
        .iterator(chunk_size=AT_ONCE)
    ):
        yield {
            "record": each.pk,
            **{name: getattr(each, name) for name in names},
            "kind": str(each.kind or ""),
            "size": str(each.get_size_display()),
            "area": str(each.area or ""),
            "serves_all_wales": str(int(each.serves_all_wales)),
            "areas_served": [str(area) for area in each.areas_served.all()],
            **{number.scheme: number.number for number in each.numbers.all()},
        }


def people_as_rows() -> Iterator[dict[str, Any]]:
    """Everybody with the network, in the order they joined. Never what people keep to themselves: access needs."""
    open_ones = Representation.objects.filter(Q(ends__isnull=True), begins__isnull=False)
    acting = Prefetch(
        "representations", open_ones.select_related("organisation").order_by("id"), to_attr="acting"
    )
    people = Person.objects.filter(standing=Standing.HERE).order_by("pk").select_related("area")
    for each in people.prefetch_related("capacities", acting).iterator(chunk_size=AT_ONCE):
        first = next(iter(each.acting), None)
        yield {
            "record": each.pk,
            "name": each.name,
            "email": each.email or "",
            "language": str(each.get_language_display()),
            "pronouns": each.pronouns,
            "phone": each.phone,
            "postal_address": each.postal_address,
            "reached_by": str(each.get_reached_by_display()),
            "area": str(each.area or ""),
            "level": str(each.get_level_display()),
            "capacities": [str(capacity) for capacity in each.capacities.all()],
            "organisation": str(first.organisation) if first else "",
            "role_cy": first.role_cy if first else "",
            "role_en": first.role_en if first else "",
        }
