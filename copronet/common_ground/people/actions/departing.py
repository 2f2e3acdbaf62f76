"""Leaving, coming back, dying; and removing what is personal when its time is over."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, record
from copronet.common_ground.people import registry
from copronet.common_ground.people.choices import SeenBy, Standing
from copronet.common_ground.people.emails import tell_left
from copronet.common_ground.people.models import Grant, Holding, Person, Representation, Support
from copronet.common_ground.people.queries import still_to_end

from .offices import somebody_can_still_give
from .organisations import end_representation
from .support import end_support


@transaction.atomic
def leave(*, actor: Actor, person: Person) -> None:
    """A person leaves: at once nobody sees their page, and all they did for others ends.

    Staff can undo it for a while. Refused for the only one who can give powers. Leaving twice does nothing.
    """
    with somebody_can_still_give():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        if locked.standing == Standing.LEFT:
            return
        _refuse_unless_here(locked)
        tell_left(locked)
        _end_everything(actor, locked)
        _stand(locked, Standing.LEFT, timezone.localdate())
        record(actor=actor, verb="people.left", about=locked)


@transaction.atomic
def undo_leaving(*, actor: Actor, person: Person) -> None:
    """Staff bring somebody back whose details are still here. What they held for others stays ended."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.standing != Standing.LEFT or locked.forgotten_at is not None:
        raise ActionRefused(_("There is nothing left to bring back."))
    locked.standing, locked.standing_since, locked.is_active = Standing.HERE, None, True
    locked.save(update_fields=["standing", "standing_since", "is_active"])
    record(actor=actor, verb="people.leaving_undone", about=locked)


@transaction.atomic
def record_death(*, actor: Actor, person: Person, on: date) -> None:
    """Somebody has died: no letters, no page, nothing more is asked of them; what they did stays."""
    if on > timezone.localdate():
        raise ActionRefused(_("This day is still to come."))
    with somebody_can_still_give():
        locked = Person.objects.select_for_update().get(pk=person.pk)
        _refuse_unless_here(locked)
        # First of all nobody writes to them any more; what ends below tells only the others.
        _stand(locked, Standing.DIED, on)
        _end_everything(actor, locked)
        record(actor=actor, verb="people.died", about=locked)


def forget_departed(*, on: date | None = None) -> int:
    """The daily task: remove what is personal of everybody gone for long enough. Gives how many."""
    before = (on or timezone.localdate()) - timedelta(days=settings.KEEP_DEPARTED_DAYS)
    gone = Person.objects.filter(
        ~Q(standing=Standing.HERE), standing_since__lte=before, forgotten_at__isnull=True
    )
    waiting = list(gone.values_list("pk", flat=True))
    return sum(_forget_one(key) for key in waiting)


@transaction.atomic
def _forget_one(key: int) -> bool:
    person = Person.objects.select_for_update().get(pk=key)
    if person.standing == Standing.HERE or person.forgotten_at is not None:
        return False  # brought back, or done by another worker, in the meantime
    for forget in registry.forgetting():
        forget(person)
    record(actor=CLOCKWORK, verb="people.forgotten", about=person)
    return True


def forget_details(person: Person) -> None:
    """What this room removes when somebody's time is over: all but the empty row that deeds point at."""
    empty_record(person, name="" if person.standing != Standing.MERGED else person.name)
    person.forgotten_at = timezone.now()
    person.save()
    Person.objects.filter(merged_into=person).update(name="", sort_key="")
    records = Q(person=person) | Q(person__merged_into=person)
    person.guardian_consents.model.objects.filter(records).update(guardian="", reached_at="")
    Support.objects.filter(Q(supported=person) | Q(supporter=person)).update(scope="")
    Representation.objects.filter(records).update(role_cy="", role_en="")


def empty_record(person: Person, *, name: str) -> None:
    """Take a person's details and ways to sign in off a record; the caller saves it."""
    person.name = name
    person.email = None
    person.pronouns = person.phone = person.postal_address = person.access_needs = person.level = ""
    person.area = person.turns_18_on = person.last_login = None
    person.seen_by = SeenBy.NOBODY
    person.is_superuser = False
    person.set_unusable_password()
    person.capacities.all().delete()
    remove_ways_to_sign_in(person)
    EmailAddress.objects.filter(user=person).delete()


def remove_ways_to_sign_in(person: Person) -> None:
    """Passkeys, second factors, accounts elsewhere, and the browsers where the account is open."""
    UserSession.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()


def _refuse_unless_here(person: Person) -> None:
    if person.standing != Standing.HERE:
        raise ActionRefused(_("This person is no longer with the network."))


def _stand(person: Person, standing: Standing, since: date) -> None:
    person.standing, person.standing_since, person.is_active = standing, since, False
    person.save(update_fields=["standing", "standing_since", "is_active"])


def _end_everything(actor: Actor, person: Person) -> None:
    today = timezone.localdate()
    for support in Support.objects.filter(still_to_end(today), Q(supported=person) | Q(supporter=person)):
        end_support(actor=actor, support=support)
    for representation in person.representations.filter(ends__isnull=True).select_related("organisation"):
        end_representation(actor=actor, representation=representation)
    open_today = Q(ends__isnull=True) | Q(ends__gt=today)
    holdings = Holding.objects.filter(open_today, person=person)
    grants = Grant.objects.filter(open_today, person=person)
    every: list[Holding | Grant] = [*holdings, *grants]
    for given in every:
        # What was still to begin never does: it ends on the day it was to begin.
        given.ends = max(today, given.begins)
        given.save(update_fields=["ends"])
        verb = "people.office_ended" if isinstance(given, Holding) else "people.power_ended"
        record(actor=actor, verb=verb, about=given)
    for end in registry.ending():
        end(actor=actor, person=person)
