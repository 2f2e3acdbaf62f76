"""What members promised and would like, as far as a reader may see it."""

from copronet.community_of_practice.members.choices import PromiseState
from copronet.community_of_practice.members.models import Interest, Membership, Promise


def promise_of(membership: Membership) -> Promise | None:
    """The promise under way, if there is one."""
    return membership.promises.filter(state=PromiseState.MADE).first()


def interests_of(membership: Membership) -> dict[str, Interest]:
    """What a member offers and would like, by kind."""
    return {interest.kind: interest for interest in membership.interests.prefetch_related("themes")}
