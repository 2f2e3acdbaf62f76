"""What members promised and would like, as far as a reader may see it."""

from django.db.models import QuerySet

from copronet.common_ground.search.registry import Entry, read_at, sides
from copronet.community_of_practice.members.choices import PromiseState
from copronet.community_of_practice.members.models import Interest, Membership, Promise


def promise_of(membership: Membership) -> Promise | None:
    """The promise under way, if there is one."""
    return membership.promises.filter(state=PromiseState.MADE).first()


def interests_of(membership: Membership) -> dict[str, Interest]:
    """What a member offers and would like, by kind."""
    return {interest.kind: interest for interest in membership.interests.prefetch_related("themes")}


def promise_entry(promise: Promise) -> Entry | None:
    """An organisation's shared promise, found by its words and read on the organisation's page.

    Those of persons are not in the index: who may read them changes with the person's own page.
    """
    membership, organisation = promise.membership, promise.membership.organisation
    if organisation is None or not (promise.is_shared and membership.is_member):
        return None
    if promise.state == PromiseState.CHANGED:
        return None
    return Entry(
        sides(promise, "words"),
        sides(organisation, "name"),
        read_at("people:organisation", organisation.pk),
        area=promise.area_id,
        themes=[theme.code for theme in promise.themes.all()],
        day=promise.made_on,
    )


def promises_to_find() -> QuerySet[Promise]:
    promises = Promise.objects.filter(membership__organisation__isnull=False)
    return promises.select_related("membership__organisation").prefetch_related("themes")
