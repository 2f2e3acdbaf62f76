"""Asking a person where one can turn, answering, and saying whether it helped."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.places.models import Area
from copronet.community_of_practice.signposting.choices import Helped
from copronet.community_of_practice.signposting.emails import introduce, send_answer, tell_that_somebody_asks
from copronet.community_of_practice.signposting.models import Question, Service


@transaction.atomic
def ask_question(
    *,
    actor: Actor,
    words: str,
    language: str,
    email: str = "",
    phone: str = "",
    area: Area | None = None,
    may_be_introduced: bool = False,
    key: UUID | None = None,
) -> Question:
    """Put a question to whoever looks after services; with it goes the yes to being written or rung to.

    ``may_be_introduced`` is a second yes: a service may be given the words and how to reach this person.
    """
    once(key)
    if not (email or phone):
        raise ActionRefused(_("Say how we can reach you: by e-mail or by phone."))
    question = Question.objects.create(
        words=words,
        language=language,
        email=email,
        phone=phone,
        area=area,
        may_be_introduced=may_be_introduced,
    )
    record(actor=actor, verb="signposting.question_asked", about=question, key=key)
    tell_that_somebody_asks(question)
    return question


@transaction.atomic
def answer_question(
    *,
    actor: Actor,
    question: Question,
    answer: str,
    services: Sequence[Service] = (),
    introduces: bool = False,
    key: UUID | None = None,
) -> Question:
    """Answer by e-mail; where there is only a phone number, write down what was said when it was rung."""
    once(key)
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if question.answered_at or question.forgotten_on:
        raise ActionRefused(_("Somebody else has answered this question already."))
    question.answer, question.answered_at = answer, timezone.now()
    question.save(update_fields=["answer", "answered_at"])
    question.services.set(services)
    record(actor=actor, verb="signposting.question_answered", about=question, key=key)
    if introduces:
        _introduce(actor, question)
    if question.email:
        send_answer(question)
    return question


def _introduce(actor: Actor, question: Question) -> None:
    """Write to each service pointed to that has an e-mail address; only with the person's own yes."""
    if not question.may_be_introduced:
        raise ActionRefused(_("They have not said that a service may be told."))
    services = list(question.services.exclude(email=""))
    if not services:
        raise ActionRefused(
            _("Choose a service that has an e-mail address, or answer without an introduction.")
        )
    question.introduced_at = timezone.now()
    question.save(update_fields=["introduced_at"])
    record(actor=actor, verb="signposting.person_introduced", about=question)
    for service in services:
        introduce(question, service)


@transaction.atomic
def say_whether_it_helped(*, actor: Actor, question: Question, helped: Helped) -> Question:
    """Said once, by whoever has the link of the answer."""
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if question.helped:
        raise ActionRefused(_("You have told us already. Thank you."))
    question.helped = helped
    question.save(update_fields=["helped"])
    record(actor=actor, verb="signposting.question_followed_up", about=question)
    return question


@transaction.atomic
def forget_question(*, actor: Actor, question: Question) -> None:
    """Clear away what somebody wrote and how they are reached."""
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if question.forgotten_on:
        return
    question.words = question.email = question.phone = question.answer = ""
    question.forgotten_on = timezone.localdate()
    question.save(update_fields=["words", "email", "phone", "answer", "forgotten_on"])
    record(actor=actor, verb="signposting.question_forgotten", about=question)
