"""What the members set takes the number after the one it follows: principles, and when a member is active."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused
from copronet.community_of_practice.members.models import ActiveRule, Principles


def put_after_newest(new: Principles | ActiveRule) -> None:
    """Write it down as the newest of its kind: part of the deed that sets it.

    Of two that are set at the same moment the second is refused, so that its author reads the first.
    """
    newest = type(new).objects.order_by("-number").first()
    new.number = newest.number + 1 if newest else 1
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as taken:
        raise ActionRefused(
            _("Somebody else has set this at the same moment. Please read what they set, then decide again.")
        ) from taken
