"""Reading letters: whose token this is, who may get what, what staff must post."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.http import base36_to_int

from copronet.common_ground.letters.choices import State
from copronet.common_ground.letters.models import Letter, Received, Stop, Trouble
from copronet.common_ground.letters.registry import Kind

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person

STOP_SALT = "letters.stop"
ANSWERS_A_DAY = 200  # to all strangers together


def letter_of(token: str, purpose: str) -> Letter | None:
    """The letter that a token was made for, for that use of it; None for anything else."""
    letter = _named(token)
    return letter if letter and letter.is_signed_by(token, purpose) else None


def answered_letter(token: str) -> Letter | None:
    """The letter whose reply address holds this token, made for the inbox that its replies go to."""
    letter = _named(token)
    signed = letter and letter.reply_to and letter.is_signed_by(token, f"reply.{letter.reply_to}")
    return letter if signed else None


def _named(token: str) -> Letter | None:
    try:
        key = base36_to_int(token.lower().partition("-")[0])
    except ValueError:
        return None
    return Letter.objects.filter(pk=key).select_related("person").first() if key < 2**63 else None


def may_get(person: "Person", kind: Kind) -> bool:
    """Whether a letter of this kind is written to this person at all."""
    if person.standing != "here":
        return kind.is_farewell and person.standing == "left"
    return not (kind.can_be_stopped and has_stopped(person, kind.template))


def has_stopped(person: "Person", template: str) -> bool:
    """Whether somebody has said that they want no more letters of this kind."""
    return Stop.objects.filter(person=person, template=template).exists()


def address_for(person: "Person") -> str:
    """The e-mail address a letter can go to; empty where it must go by post."""
    if not person.email or person.reached_by == "post":
        return ""
    return "" if address_is_in_trouble(person.email) else person.email


def address_is_in_trouble(address: str) -> bool:
    """Whether letters to this address have come back for good."""
    return Trouble.objects.filter(address=address.lower(), is_lasting=True).exists()


def stop_token(person: "Person", template: str) -> str:
    """Lets whoever holds it stop one kind of letter to one person, and nothing else; it does not expire."""
    return signing.Signer(salt=STOP_SALT).sign_object([person.pk, template])


def read_stop_token(token: str) -> tuple[int, str] | None:
    """The person's id and the kind of letter; None for a text we did not make."""
    try:
        person, template = signing.Signer(salt=STOP_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    return int(person), str(template)


def letters_to_post() -> QuerySet[Letter]:
    """What staff should print and post, the oldest first, with the people they go to."""
    return Letter.objects.filter(state=State.TO_POST).select_related("person").order_by("id")


def lasting_troubles() -> QuerySet[Trouble]:
    return Trouble.objects.filter(is_lasting=True).order_by("-latest")


def letters_about(person: "Person") -> list[dict[str, Any]]:
    """All that is held about letters to one person, for their own download."""
    fields = ("template", "language", "state", "address", "subject", "text", "written", "sent")
    return list(Letter.objects.filter(person=person).order_by("id").values(*fields))


def was_answered_today(sender: str) -> bool:
    """Whether this stranger, or the world at large, has had its answers for the day."""
    day = timezone.now() - timedelta(days=1)
    answered = Received.objects.filter(answered__gte=day)
    return answered.filter(Q(sender=sender)).exists() or answered.count() >= ANSWERS_A_DAY
