"""Memberships as rows of a table that staff take out; and how one stands, to notice a change meanwhile."""

from collections.abc import Iterator
from typing import Any

from copronet.community_of_practice.members.models import Membership

AT_ONCE = 500


def memberships_as_rows() -> Iterator[dict[str, Any]]:
    """Every membership, in the order they were begun."""
    memberships = Membership.objects.select_related("person", "organisation").order_by("pk")
    for each in memberships.iterator(chunk_size=AT_ONCE):
        yield {
            "organisation": str(each.organisation or ""),
            "person": str((each.person.email or each.person.pk) if each.person else ""),
            "state": str(each.get_state_display()),
            "since": (each.welcomed_on or each.since).isoformat(),
            "kind": str(each.get_kind_display()),
            "is_listed": str(int(each.is_listed)),
            "talks": str(each.get_talks_display()),
        }


def stands(membership: Membership) -> dict[str, Any]:
    """What a table can change of a membership, as JSON values."""
    return {
        "state": str(membership.state),
        "since": membership.since.isoformat(),
        "welcomed_on": membership.welcomed_on.isoformat() if membership.welcomed_on else None,
        "kind": str(membership.kind),
        "is_listed": membership.is_listed,
        "talks": str(membership.talks),
    }
