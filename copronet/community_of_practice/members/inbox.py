"""Answers by e-mail to the question how it is going."""

import re

from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.letters.registry import Reply
from copronet.common_ground.people.models import Support

from .actions.progress import tell_progress
from .choices import About, Going
from .models import Asking
from .queries import actor_for

# The letter numbers the answers, so that a telephone's keys are enough.
NUMBERED = dict(enumerate(Going, start=1))
BEGINS_WITH_NUMBER = re.compile(r"\s*([1-5])(?:[.):\s]+|$)")


def take_in_progress(reply: Reply) -> None:
    """Keep a reply as the member's own words; a number at its beginning says how it is going."""
    asking = Asking.objects.select_related("membership").filter(pk=reply.object_id).first()
    if asking is None or not reply.person.has_perm("members.fill_in", asking.membership):
        raise ActionRefused(_("You no longer speak for this membership, so we did not keep your answer."))
    going, words = read_answer(reply.text, about=About(asking.about))
    tell_progress(
        actor=actor_for(asking.membership, reply.person),
        membership=asking.membership,
        about=About(asking.about),
        asking=asking,
        given=Support.Agreed.IN_WRITING,
        going=going,
        words=words,
        language=reply.person.language,
    )


def read_answer(text: str, *, about: About) -> tuple[str, str]:
    """How it is going, where the answer begins with a number of the letter; and the words after it."""
    numbered = BEGINS_WITH_NUMBER.match(text) if about is About.PROMISE else None
    if numbered is None:
        return "", text.strip()
    return NUMBERED[int(numbered[1])].value, text[numbered.end() :].strip()
