"""A new e-mail address for somebody who lost the old one, after making sure who they are."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.emails import tell_address_changed
from copronet.common_ground.people.models import IdentityCheck, Person

from .departing import remove_ways_to_sign_in


@transaction.atomic
def change_address(
    *,
    actor: Actor,
    person: Person,
    email: str,
    how: str,
    lost_everything: bool = False,
    key: UUID | None = None,
) -> None:
    """Staff set a new address. Both addresses are told; whoever is signed in as this person is signed out.

    ``how`` says how identity was checked. ``lost_everything`` takes off second factor, passkeys and accounts
    elsewhere too.
    """
    once(key)
    if actor.person == person:
        raise ActionRefused(
            _("You change your own address with your sign-in settings, or a colleague does it.")
        )
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.standing != Standing.HERE:
        raise ActionRefused(_("This person is no longer with the network."))
    address = Person.objects.normalize_email(email)
    _refuse_if_taken(address, locked)
    former, locked.email = locked.email or "", address
    locked.set_unusable_password()  # also ends every session of theirs
    locked.save(update_fields=["email", "password"])
    EmailAddress.objects.filter(user=locked).delete()
    # Not verified: the first sign-in by a code sent there shows that the letters arrive.
    EmailAddress.objects.create(user=locked, email=address.lower(), primary=True, verified=False)
    if lost_everything:
        remove_ways_to_sign_in(locked)
    IdentityCheck.objects.create(person=locked, checked_by=actor.person, how=how)
    record(actor=actor, verb="people.address_changed", about=locked, key=key)
    tell_address_changed(locked, former=former, new=address)


def _refuse_if_taken(address: str, person: Person) -> None:
    others = Person.objects.filter(email__iexact=address).exclude(pk=person.pk)
    if others.exists() or EmailAddress.objects.filter(email__iexact=address).exclude(user=person).exists():
        raise ActionRefused(_("Another record has this address. Are they two records of one person?"))
