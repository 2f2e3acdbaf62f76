"""What members are told about their membership, each person in their own language."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import translation

from copronet.common_ground.letters.actions import send
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import representatives_of

from .choices import About, Going, Transition
from .models import Asking, Membership
from .queries.askings import link_token

MOVED = "members/letters/moved"
UNFINISHED = "members/letters/unfinished"
ASKED = {About.PROMISE: "members/letters/promise", About.PRACTICE: "members/letters/practice"}


def those_who_speak(membership: Membership) -> Iterable[Person]:
    """Whom to write to: the member, or whoever answers for the organisation, else all who act for it."""
    if membership.person:
        return [membership.person]
    assert membership.organisation is not None  # noqa: S101  (one of the two, by constraint)
    acting = [each for each in representatives_of(membership.organisation) if each.begins]
    answering = [each.person for each in acting if each.answers_for_it]
    return answering or [each.person for each in acting]


def tell_moved(membership: Membership, transition: Transition) -> None:
    """Say that the membership has changed and what that means."""
    for person in those_who_speak(membership):
        with translation.override(person.language):
            context = {
                "words": str(transition.told),
                "name": str(membership.name),
                "page": reverse("members:membership", args=[membership.pk]),
            }
        send(to=person, template=MOVED, context=context, about=membership)


def tell_unfinished(membership: Membership) -> None:
    """What was filled in is still there, and where to go on."""
    for person in those_who_speak(membership):
        with translation.override(person.language):
            page = reverse("members:next_step", args=[membership.pk])
        send(to=person, template=UNFINISHED, context={"name": str(membership.name), "page": page})


def tell_asked(asking: Asking, *, again: bool = False) -> None:
    """The question, with a link for each answer and a reply address; each link is for this reader alone."""
    for person in those_who_speak(asking.membership):
        token = link_token(asking, person)
        with translation.override(person.language):
            answers = [
                (number, going.label, reverse("members:answer", args=[token, going.value]))
                for number, going in enumerate(Going, start=1)
            ]
            context = {
                "name": str(asking.membership.name),
                "promise": asking.promise.words.text if asking.promise else "",
                "answers": answers,
                "page": reverse("members:answer", args=[token, "words"]),
                "again": again,
            }
        send(
            to=person,
            template=ASKED[About(asking.about)],
            context=context,
            about=asking,
            reply_to="members.progress",
        )
