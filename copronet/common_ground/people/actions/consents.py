"""Answers to what people are asked to agree to, new wordings, and what guardians agree to."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.choices import Answer
from copronet.common_ground.people.models import (
    ConsentAnswer,
    ConsentWording,
    GuardianConsent,
    Person,
    Support,
)
from copronet.common_ground.people.queries import agrees_to, is_under_18


@transaction.atomic
def answer_consent(
    *,
    actor: Actor,
    person: Person,
    wording: ConsentWording,
    agrees: bool,
    given: str = Support.Agreed.ONLINE,
) -> ConsentAnswer:
    """Add a person's answer to a wording. A no after a yes is kept as a withdrawal."""
    Person.objects.select_for_update().get(pk=person.pk)
    answer = Answer.YES if agrees else Answer.NO
    if not agrees and agrees_to(person, wording.code):
        answer = Answer.WITHDRAWN
    given_answer = ConsentAnswer.objects.create(person=person, wording=wording, answer=answer, given=given)
    record(actor=actor, verb="people.consent_answered", about=given_answer)
    return given_answer


@transaction.atomic
def publish_wording(
    *, actor: Actor, code: str, text_cy: str, text_en: str, key: UUID | None = None
) -> ConsentWording:
    """Put a new wording in force from today. Answers to the former one stay what they were."""
    once(key)
    wordings = ConsentWording.objects.select_for_update().filter(code=code)
    list(wordings.values_list("pk"))
    number = (wordings.aggregate(newest=Max("number"))["newest"] or 0) + 1
    wording = ConsentWording.objects.create(
        code=code, number=number, text_cy=text_cy, text_en=text_en, begins=timezone.localdate()
    )
    record(actor=actor, verb="people.wording_published", about=wording, key=key)
    return wording


@transaction.atomic
def record_guardian(
    *, actor: Actor, person: Person, guardian: str, reached_at: str, agreed: str
) -> GuardianConsent:
    """Staff write down that a parent or guardian agrees that somebody under 18 takes part."""
    Person.objects.select_for_update().get(pk=person.pk)
    if not is_under_18(person):
        raise ActionRefused(_("Only for people under 18 does a parent or guardian agree."))
    if person.guardian_consents.filter(ends__isnull=True).exists():
        raise ActionRefused(_("A parent or guardian has agreed already."))
    consent = GuardianConsent.objects.create(
        person=person,
        guardian=guardian,
        reached_at=reached_at,
        agreed=agreed,
        begins=timezone.localdate(),
    )
    record(actor=actor, verb="people.guardian_agreed", about=consent)
    return consent


@transaction.atomic
def end_guardian(*, actor: Actor, person: Person) -> None:
    """The parent or guardian takes their agreement back. Where nothing is in force, nothing happens."""
    consent = person.guardian_consents.select_for_update().filter(ends__isnull=True).first()
    if consent is None:
        return
    consent.ends = timezone.localdate()
    consent.save(update_fields=["ends"])
    record(actor=actor, verb="people.guardian_ended", about=consent)
