"""What people are told by e-mail about their own record, in their own language, once the deed is done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.actions import send, send_to_stranger

from .models import Organisation, Person, Representation, Support

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

# Where a letter sends its reader who is told of no other page.
LOOK = "people:my_details"
TOLD = "people/letters/told"
FAREWELL = "people/letters/farewell"
DONE_FOR_YOU = "people/letters/done_for_you"
SIGN_IN = "people/letters/sign_in"
WAY_IN = "people/letters/way_in"


def tell(
    person: Person,
    subject: "Text",
    text: "Text",
    *,
    page: str = LOOK,
    address: str = "",
    template: str = TOLD,
    **values: str,
) -> None:
    """Write once the transaction has ended well. Whoever has died or left gets nothing."""
    with translation.override(person.language):
        context = {"subject_line": str(subject), "words": str(text) % values, "page": reverse(page)}
    send(to=person, template=template, context=context, address=address)


def write_about_signing_in(
    *, person: Person | None, address: str, language: str, subject: str, text: str, context: dict[str, object]
) -> None:
    """A letter that signing in asks for, to the address typed in; ``person`` is None where nobody here has it.

    With a code in it, or to an address that may be a stranger's, it goes before all other letters and is not kept.
    """
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    links = [value for name, value in context.items() if name.endswith("_url")]
    words = {"subject_line": subject, "parts": parts, "links": links, "code": context.get("code")}
    waited_for = person is None or "code" in context or "signup_url" in context
    template = SIGN_IN if waited_for else WAY_IN
    if person is None:
        send_to_stranger(address=address, language=language, template=template, context=words)
    else:
        send(to=person, template=template, context=words, address=address)


def tell_asked_to_support(support: Support) -> None:
    tell(
        support.supporter,
        _("Somebody asks you to act for them"),
        _("Somebody in the network asks you to act for them: %(name)s. You can say yes or no on this page."),
        page="people:support",
        name=support.supported.name,
    )


def tell_support_began(support: Support) -> None:
    tell(
        support.supported,
        _("Somebody now acts for you"),
        _("From today this person may act for you: %(name)s. You can end it at any time, in one step."),
        page="people:support",
        name=support.supporter.name,
    )
    tell(
        support.supporter,
        _("You now act for somebody"),
        _("From today you may act for this person: %(name)s. Either of you can end it at any time."),
        page="people:support",
        name=support.supported.name,
    )


def tell_support_ended(support: Support, *, by: Person | None) -> None:
    for person, other in (
        (support.supported, support.supporter),
        (support.supporter, support.supported),
    ):
        if person != by:
            tell(
                person,
                _("Acting for somebody has ended"),
                _("It has ended that one of you acts for the other. The other person is: %(name)s"),
                page="people:support",
                name=other.name,
            )


def tell_what_was_done(person: Person, deeds: Sequence[Deed]) -> None:
    """A day's deeds that others did for somebody, each with who did it; the letter is about the last of them."""
    with translation.override(person.language):
        lines = [(str(deed.actor), str(deed.sentence)) for deed in deeds]
        context = {"lines": lines, "page": reverse("people:support")}
    send(to=person, template=DONE_FOR_YOU, context=context, about=deeds[-1])


def tell_asked_to_represent(representation: Representation) -> None:
    tell(
        representation.person,
        _("An organisation asks you to act for it"),
        _("You are asked to act for this organisation: %(name)s. You can say yes or no on this page."),
        page="people:acting",
        name=_named(representation.organisation, representation.person),
    )


def tell_offered_to_represent(representation: Representation, answering: Person) -> None:
    tell(
        answering,
        _("Somebody offers to act for your organisation"),
        _("%(offers)s offers to act for this organisation: %(name)s. You can say yes or no on its page."),
        page="people:acting",
        offers=representation.person.name,
        name=_named(representation.organisation, answering),
    )


def tell_offer_accepted(representation: Representation) -> None:
    tell(
        representation.person,
        _("You may now act for an organisation"),
        _("Your offer was welcome. From today you may act for this organisation: %(name)s."),
        page="people:acting",
        name=_named(representation.organisation, representation.person),
    )


def tell_nobody_answers(organisation: Organisation, person: Person) -> None:
    tell(
        person,
        _("Nobody answers for your organisation now"),
        _(
            "The person who answered for it no longer does. The organisation is: %(name)s."
            " You act for it too: you can take this on, on the organisation's page."
        ),
        page="people:acting",
        name=_named(organisation, person),
    )


def tell_address_changed(person: Person, *, former: str, new: str) -> None:
    subject = _("Your e-mail address has been changed")
    text = _(
        "The network's staff have changed your e-mail address, after making sure who asked for it."
        " If this was not you, please tell us at once."
    )
    if former:
        tell(person, subject, text, address=former)
    tell(person, subject, text, address=new)


def tell_left(person: Person) -> None:
    tell(
        person,
        _("You have left the network"),
        _(
            "Thank you for all you did. What is personal will be removed after this many days: %(days)s."
            " Until then you can come back."
        ),
        page="front:home",
        template=FAREWELL,
        days=str(settings.KEEP_DEPARTED_DAYS),
    )


def tell_office_given(person: Person, office: str) -> None:
    tell(
        person,
        _("You have been given an office"),
        _(
            "The network has given you this office: %(office)s."
            " Your name now stands on a public page with it."
        ),
        page="people:who_does_what",
        office=office,
    )


def _named(organisation: Organisation, reader: Person) -> str:
    with translation.override(reader.language):
        return str(organisation.name)
