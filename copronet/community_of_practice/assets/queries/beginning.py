"""What members said on joining that they could offer, and have not put on the map yet."""

from django.db.models import Q, QuerySet

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import organisations_of
from copronet.community_of_practice.members.choices import InterestKind
from copronet.community_of_practice.members.models import Interest


def interests_to_offer(person: Person) -> QuerySet[Interest]:
    """One's own, and those of the organisations one acts for."""
    mine = Q(membership__person=person) | Q(membership__organisation__in=organisations_of(person))
    return (
        Interest.objects.filter(mine, kind=InterestKind.OFFER, asset__isnull=True)
        .exclude(words="")
        .select_related("membership__person", "membership__organisation")
        .order_by("id")
    )
