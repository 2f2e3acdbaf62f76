"""What staff do: post a paper letter, trust an address again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.letters.choices import State
from copronet.common_ground.letters.models import Letter, Trouble


@transaction.atomic
def mark_posted(*, actor: Actor, letter: Letter) -> Letter:
    """Take a letter off the list of those to post."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state != State.TO_POST:
        raise ActionRefused(_("This letter is no longer in the list of those to post."))
    letter.state, letter.sent = State.POSTED, timezone.now()
    letter.save(update_fields=["state", "sent"])
    record(actor=actor, verb="letters.posted", about=letter)
    return letter


@transaction.atomic
def trust_address(*, actor: Actor, trouble: Trouble) -> None:
    """Let letters go to an address again from which they had come back."""
    record(actor=actor, verb="letters.address_trusted", about=trouble)
    trouble.delete()
