"""The questions of where members start from, and whether a member has answered them."""

from copronet.common_ground.questions.models import Edition
from copronet.common_ground.questions.queries import edition_in_force, response_of
from copronet.community_of_practice.members.models import Membership

BASELINE = "membership-baseline"


def baseline_in_force() -> Edition | None:
    """The edition that whoever joins today answers; None where the network asks nothing."""
    return edition_in_force(BASELINE)


def has_answered_baseline(membership: Membership) -> bool:
    """Whether the member has handed in answers to the edition in force."""
    edition = baseline_in_force()
    response = response_of(edition, membership.party) if edition else None
    return response is not None and response.submitted_at is not None
