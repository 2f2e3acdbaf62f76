"""What this room holds about a person, as plain values."""

from typing import Any

from django.core.serializers.python import Serializer

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.members.models import Membership

PARTIES = ("person", "organisation")  # whose it is stands above it


def membership_held(person: Person) -> list[dict[str, Any]]:
    """A person's own membership with all they agreed to, promised, told and said they would like."""
    own = Membership.objects.filter(person=person)
    return [
        {
            **{name: value for name, value in _fields([membership])[0].items() if name not in PARTIES},
            "agreements": _fields(membership.agreements.all()),
            "promises": _fields(membership.promises.order_by("id")),
            "told": _fields(membership.notes.order_by("id")),
            "interests": _fields(membership.interests.order_by("id")),
        }
        for membership in own
    ]


def _fields(rows: Any) -> list[dict[str, Any]]:
    """The fields of rows, without the links back to the membership they stand under."""
    found = [row["fields"] for row in Serializer().serialize(rows)]
    return [{name: value for name, value in row.items() if name != "membership"} for row in found]
