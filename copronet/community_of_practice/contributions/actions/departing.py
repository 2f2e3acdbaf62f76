"""When people leave, and when two records become one: the ledger stays as it was written."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.models import (
    Fee,
    FeePart,
    Gift,
    GiftAidDeclaration,
    Invoice,
)

# Six years after the accounting year of the last payment under it; that year may have had another year to run.
GIFT_AID_KEPT = timedelta(days=7 * 366)


def forget_words(person: Person) -> None:
    """Take off what a person wrote about their gifts. Invoices and declarations stay: the law asks for them."""
    Gift.objects.filter(giver_person=person).update(what="", word="")
    Gift.objects.filter(receiver_person=person).update(word="")
    FeePart.objects.filter(fee__person=person).update(words="")
    GiftAidDeclaration.objects.filter(person=person, ends__isnull=True).update(ends=timezone.localdate())


@transaction.atomic
def remove_old_declarations(*, actor: Actor, today: date) -> int:
    """Remove the names and addresses of Gift Aid that ended too long ago to be asked for. Gives how many."""
    old = GiftAidDeclaration.objects.select_for_update().filter(ends__lte=today - GIFT_AID_KEPT)
    for declaration in old:
        record(actor=actor, verb="contributions.gift_aid_removed", about=declaration)
    return old.delete()[0]


def move_what_is_theirs(gone: Person, stays: Person) -> None:
    """Hand gifts, fees and invoices over to the record kept. Its accounts are read together with the other's."""
    _move_gifts(Q(receiver_person=stays) | Q(giver_person=stays), "person", gone, stays)
    _move_fees("person", gone, stays)
    Invoice.objects.filter(person=gone).update(person=stays)
    if stays.gift_aid_declarations.filter(ends__isnull=True).exists():
        gone.gift_aid_declarations.filter(ends__isnull=True).update(ends=timezone.localdate())
    gone.gift_aid_declarations.update(person=stays)


def move_what_is_an_organisations(gone: Organisation, stays: Organisation) -> None:
    """The same for two records of one organisation."""
    between = Q(receiver_organisation=stays) | Q(giver_organisation=stays)
    _move_gifts(between, "organisation", gone, stays)
    _move_fees("organisation", gone, stays)
    Invoice.objects.filter(organisation=gone).update(organisation=stays)
    stays.match_targets.model.objects.filter(organisation=gone).update(organisation=stays)


def _move_gifts(between: Q, side: str, gone: Person | Organisation, stays: Person | Organisation) -> None:
    """What one record gave the other stays where it is: nobody gives to themselves."""
    for end in ("giver", "receiver"):
        Gift.objects.filter(**{f"{end}_{side}": gone}).exclude(between).update(**{f"{end}_{side}": stays})


def _move_fees(side: str, gone: Person | Organisation, stays: Person | Organisation) -> None:
    """A year for which both records have a fee keeps the kept one's; the other stays where it is."""
    same_day = Fee.objects.filter(**{side: stays}).values("begins")
    Fee.objects.filter(**{side: gone}).exclude(begins__in=same_day).update(**{side: stays})
