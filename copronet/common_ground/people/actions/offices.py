"""Giving and ending offices and powers. Nobody raises themselves, and somebody can always give powers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.people import registry
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.emails import tell_office_given
from copronet.common_ground.people.models import Grant, Holding, Office, Organisation, Person
from copronet.common_ground.people.queries import (
    answers_for,
    holders_of,
    reason_not_to_take_part,
    still_to_end,
)

GIVING = "people.grant_powers"


@transaction.atomic
def give_office(
    *,
    actor: Actor,
    office: Office,
    person: Person,
    begins: date,
    ends: date | None = None,
    decision_cy: str = "",
    decision_en: str = "",
) -> Holding:
    """Put a person into an office by a decision. Refused for oneself, and while they hold it already."""
    _hold_powers_still()
    _refuse_oneself(actor, person)
    refuse_unless_able(person)
    _refuse_overlap(Holding.objects.filter(office=office, person=person).filter(_overlapping(begins, ends)))
    holding = Holding.objects.create(
        office=office,
        person=person,
        begins=begins,
        ends=ends,
        decision_cy=decision_cy,
        decision_en=decision_en,
    )
    record(actor=actor, verb="people.office_given", about=holding)
    tell_office_given(person, str(office.name))
    return holding


@transaction.atomic
def end_holding(*, actor: Actor, holding: Holding, ends: date) -> None:
    """The day it ends is the first without it. Refused when nobody could give powers any more."""
    with somebody_can_still_give(on=ends):
        locked = Holding.objects.select_for_update().get(pk=holding.pk)
        _end(locked, ends)
        record(actor=actor, verb="people.office_ended", about=locked)


@transaction.atomic
def give_power(
    *,
    actor: Actor,
    power: str,
    office: Office | None = None,
    person: Person | None = None,
    organisation: Organisation | None = None,
    begins: date,
    ends: date | None = None,
    decision_cy: str = "",
    decision_en: str = "",
) -> Grant:
    """Give a power to just one office, person or organisation. Refused when it would reach the giver."""
    if power not in registry.powers():
        raise ActionRefused(_("There is no such power."))
    _hold_powers_still()
    _refuse_if_it_reaches(actor, office, person, organisation)
    if person is not None:
        refuse_unless_able(person)
    same = Grant.objects.filter(power=power, office=office, person=person, organisation=organisation)
    _refuse_overlap(same.filter(_overlapping(begins, ends)))
    grant = Grant.objects.create(
        power=power,
        office=office,
        person=person,
        organisation=organisation,
        begins=begins,
        ends=ends,
        decision_cy=decision_cy,
        decision_en=decision_en,
    )
    record(actor=actor, verb="people.power_given", about=grant)
    return grant


@transaction.atomic
def end_grant(*, actor: Actor, grant: Grant, ends: date) -> None:
    """The day it ends is the first without it. Refused when nobody could give powers any more."""
    with somebody_can_still_give(on=ends):
        locked = Grant.objects.select_for_update().get(pk=grant.pk)
        _end(locked, ends)
        record(actor=actor, verb="people.power_ended", about=locked)


@contextmanager
def somebody_can_still_give(*, on: date | None = None) -> Iterator[None]:
    """Refuse what happens inside if it would leave nobody able to give powers on that day or today."""
    today = timezone.localdate()
    days = {today, max(today, on or today)}
    _hold_powers_still()
    somebody_could = holders_of(GIVING).exists()
    yield
    if somebody_could and not all(holders_of(GIVING, on=day).exists() for day in days):
        raise ActionRefused(_("Nobody could give powers any more. Give that power to somebody else first."))


def refuse_unless_able(person: Person) -> None:
    """Refuse for somebody who is no longer here, or too young to act by the network's settings."""
    if person.standing != Standing.HERE:
        raise ActionRefused(_("This person is no longer with the network."))
    if reason := reason_not_to_take_part(person):
        raise ActionRefused(str(reason))


def _hold_powers_still() -> None:
    """One lock for all giving and ending: two deeds at once cannot each rely on what the other ends."""
    list(Office.objects.select_for_update().order_by("code").values_list("code"))


def _overlapping(begins: date, ends: date | None) -> Q:
    begun_before_ours_ends = Q(begins__lt=ends) if ends else Q()
    return begun_before_ours_ends & (Q(ends__isnull=True) | Q(ends__gt=begins))


def _refuse_overlap(others: "object") -> None:
    if others.exists():  # type: ignore[attr-defined]
        raise ActionRefused(_("This has been given already for that time."))


def _refuse_oneself(actor: Actor, person: Person) -> None:
    if actor.person == person:
        raise ActionRefused(_("Nobody gives an office or a power to themselves. Ask somebody else who may."))


def _refuse_if_it_reaches(
    actor: Actor, office: Office | None, person: Person | None, organisation: Organisation | None
) -> None:
    giver = actor.person
    if giver is None:
        return
    today = timezone.localdate()
    if person is not None:
        _refuse_oneself(actor, person)
    elif (office is not None and office.holdings.filter(still_to_end(today), person=giver).exists()) or (
        organisation is not None and answers_for(giver, organisation)
    ):
        _refuse_oneself(actor, giver)


def _end(given: Holding | Grant, ends: date) -> None:
    if given.ends is not None and given.ends <= timezone.localdate():
        raise ActionRefused(_("This has ended already."))
    if ends < given.begins:
        raise ActionRefused(_("It cannot end before it begins."))
    given.ends = ends
    given.save(update_fields=["ends"])
