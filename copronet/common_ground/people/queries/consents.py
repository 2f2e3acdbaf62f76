"""What people agreed to, and what those under 18 may do."""

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.choices import Answer, ConsentTo
from copronet.common_ground.people.models import ConsentAnswer, ConsentWording, Person

from .powers import current

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def answers_of(person: Person) -> QuerySet[ConsentAnswer]:
    """Every answer this person gave, under this record or one merged into it, newest first."""
    theirs = Q(person=person) | Q(person__merged_into=person)
    return ConsentAnswer.objects.filter(theirs).select_related("wording").order_by("-id")


def agrees_to(person: Person, code: str) -> bool:
    """Whether the newest answer of a person to one matter is yes."""
    newest = answers_of(person).filter(wording__code=code).first()
    return newest is not None and newest.answer == Answer.YES


def wordings_today(on: date | None = None) -> list[ConsentWording]:
    """The wording in force of each matter, in the order of `ConsentTo`."""
    begun = ConsentWording.objects.filter(begins__lte=on or timezone.localdate()).order_by(F("number").asc())
    newest = {wording.code: wording for wording in begun}
    return [newest[code] for code in ConsentTo.values if code in newest]


def access_needs_of(person: Person) -> str:
    """What a person needs, for whoever organises something they take part in; nothing without their yes."""
    return person.access_needs if agrees_to(person, ConsentTo.ACCESS_NEEDS) else ""


def is_under_18(person: Person, *, on: date | None = None) -> bool:
    return person.turns_18_on is not None and person.turns_18_on > (on or timezone.localdate())


def guardian_agrees(person: Person) -> bool:
    """Whether a parent or guardian has agreed and not taken it back."""
    return person.guardian_consents.filter(current(timezone.localdate())).exists()


def sign_up_refusal(turns_18_on: date | None) -> "_StrPromise | None":
    """Why somebody of this age cannot join by themselves, or None when they can."""
    if turns_18_on is None or turns_18_on <= timezone.localdate() or settings.SIGN_UP_UNDER_18 != "no":
        return None
    return _("You can join this network from the age of 18.")


def reason_not_to_take_part(person: Person) -> "_StrPromise | None":
    """Why somebody cannot yet act here because of their age, or None. Every room's actions may ask."""
    if settings.SIGN_UP_UNDER_18 == "yes" or not is_under_18(person):
        return None
    if settings.SIGN_UP_UNDER_18 == "no":
        return _("This network is for people aged 18 and over.")
    if guardian_agrees(person):
        return None
    return _("Because you are under 18, a parent or guardian needs to agree first. Ask them to get in touch.")
