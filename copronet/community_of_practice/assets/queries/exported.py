"""What this room holds about a person, as plain values."""

from typing import Any

from django.core.serializers.python import Serializer

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.assets.models import Asset, MappingEvent, SavedView

LEFT_OUT = ("person", "sort_key_cy", "sort_key_en", "interest")


def assets_held(person: Person) -> dict[str, Any]:
    """A person's own entries, the numbers of those they look after, and the views and events they made."""
    return {
        "own": _fields(Asset.objects.filter(person=person).order_by("id")),
        "looked_after": list(person.assets_looked_after.order_by("id").values_list("pk", flat=True)),
        "views": _fields(SavedView.objects.filter(added_by=person).order_by("id")),
        "events": _fields(MappingEvent.objects.filter(added_by=person).order_by("id")),
    }


def _fields(rows: Any) -> list[dict[str, Any]]:
    found = [row["fields"] for row in Serializer().serialize(rows)]
    return [{name: value for name, value in row.items() if name not in LEFT_OUT} for row in found]
