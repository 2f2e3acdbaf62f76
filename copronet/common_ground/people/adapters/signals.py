"""What follows when allauth says that something about a person's way in has changed."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import email_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver
from django.http import HttpRequest

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.models import Person


@receiver(authenticator_added)
def setting_one_up_is_giving_it(
    request: HttpRequest, user: Person, authenticator: Authenticator, **_signal: Any
) -> None:
    """Whoever has just set up a factor has shown that they hold it; they are not asked again at once."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def record_second_factor(user: Person, **_signal: Any) -> None:
    record(actor=Actor(user), verb="people.second_factor_changed", about=user)


@receiver(email_changed)
def record_address(user: Person, from_email_address: Any = None, **_signal: Any) -> None:
    if from_email_address is None:  # the first address, when somebody joins, is no change
        return
    record(actor=Actor(user), verb="people.email_changed", about=user)
