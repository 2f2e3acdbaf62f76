"""What this room holds about a person, as plain values."""

from typing import Any

from django.core.serializers.python import Serializer
from django.db.models import Q

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion


def exchange_held(person: Person) -> dict[str, Any]:
    """A person's own offers and requests, and what was suggested and came of it; of others only the numbers."""
    met = Suggestion.objects.filter(Q(offer__person=person) | Q(request__person=person))
    return {
        "offers": _fields(Offer.objects.filter(person=person).order_by("id")),
        "requests": _fields(Request.objects.filter(person=person).order_by("id")),
        "suggestions": _own_side(met.select_related("offer", "request").order_by("id"), person),
    }


def _fields(rows: Any) -> list[dict[str, Any]]:
    found = [row["fields"] for row in Serializer().serialize(rows)]
    return [{name: value for name, value in row.items() if name != "person"} for row in found]


def _own_side(met: Any, person: Person) -> list[dict[str, Any]]:
    """What the other side said is theirs to tell."""
    held = []
    for each in met:
        mine = "offer" if each.offer.person_id == person.pk else "request"
        held.append(
            {
                "made_on": each.made_on,
                "introduced_on": each.introduced_on,
                "says": getattr(each, f"{mine}_says"),
                "happened": getattr(each, f"{mine}_happened"),
                "minutes": getattr(each, f"{mine}_minutes"),
                "thanks": each.thanks if mine == "request" else "",
            }
        )
    return held
