"""What organisations are found by; and saying of two that they only look alike."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, Q

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.models import LikelyPair, NotDuplicate, Organisation, OrganisationKey
from copronet.common_ground.people.queries.duplicates import Likeness, likenesses_of, said_of
from copronet.engines.likeness import keys_of

# What the keys are made of: a save that changes nothing of it leaves them as they are.
FOUND_BY = ("name_cy", "name_en", "short_name_cy", "short_name_en", "website")
AT_ONCE = 500


@transaction.atomic
def say_not_duplicates(*, actor: Actor, organisation: Organisation, others: Collection[Organisation]) -> None:
    """Remember that these only look like the organisation. Saying it twice changes nothing."""
    for other in others:
        first, second = sorted((organisation, other), key=lambda each: each.pk)
        pair, is_new = NotDuplicate.objects.get_or_create(first=first, second=second)
        LikelyPair.objects.filter(first=first, second=second).delete()
        if is_new:
            record(actor=actor, verb="people.not_duplicate", about=pair)


def keep_keys(content: Model, before: dict[str, Any]) -> None:
    """Called by the journal inside every save: an organisation is found by what it says now."""
    if not isinstance(content, Organisation):
        return
    if before and all(before.get(name) == getattr(content, name) for name in FOUND_BY):
        return
    content.keys.all().delete()
    OrganisationKey.objects.bulk_create(_keys(content))


def make_missing_keys() -> int:
    """Make the keys of organisations that came in past the journal; how many there were."""
    without = Organisation.objects.filter(keys__isnull=True)
    count = 0
    for organisation in without.iterator(chunk_size=AT_ONCE):
        OrganisationKey.objects.bulk_create(_keys(organisation), ignore_conflicts=True)
        count += 1
    return count


@transaction.atomic
def keep_likely_pairs(organisation: Organisation) -> None:
    """Write anew in which pairs an organisation stands with those made after it."""
    later = [each for each in likenesses_of(organisation) if each.organisation.pk > organisation.pk]
    LikelyPair.objects.filter(first=organisation).delete()
    LikelyPair.objects.bulk_create(_pairs(organisation, later), ignore_conflicts=True)


def forget_pairs(organisation: Organisation) -> None:
    """Once it is merged into another, nobody need be asked about it."""
    LikelyPair.objects.filter(Q(first=organisation) | Q(second=organisation)).delete()


def _keys(organisation: Organisation) -> list[OrganisationKey]:
    return [
        OrganisationKey(organisation=organisation, key=key) for key in sorted(keys_of(said_of(organisation)))
    ]


def _pairs(organisation: Organisation, likenesses: Iterable[Likeness]) -> list[LikelyPair]:
    return [
        LikelyPair(
            first=organisation,
            second=each.organisation,
            strength=each.strength,
            reasons=[[reason.code, reason.shared] for reason in each.reasons],
        )
        for each in likenesses
    ]
