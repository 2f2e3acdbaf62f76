"""What this room holds about a person, as plain values."""

from typing import Any

from django.core.serializers.python import Serializer

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.members.models import Membership


def membership_held(person: Person) -> list[dict[str, Any]]:
    """A person's own membership with all they agreed to, promised, told and said they would like."""
    own = Membership.objects.filter(person=person)
    return [
        {
            **_fields([membership])[0],
            "agreements": _fields(membership.agreements.all()),
            "promises": _fields(membership.promises.order_by("id")),
            "told": _fields(membership.notes.order_by("id")),
            "interests": _fields(membership.interests.order_by("id")),
        }
        for membership in own
    ]


def _fields(rows: Any) -> list[dict[str, Any]]:
    return [row["fields"] for row in Serializer().serialize(rows)]
