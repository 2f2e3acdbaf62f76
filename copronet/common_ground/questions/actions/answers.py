"""Answering: begun once, kept as it goes, handed in when nothing that has to be said is missing."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.questions.choices import Given, Kind
from copronet.common_ground.questions.models import (
    Answer,
    Edition,
    Question,
    Respondent,
    RespondentIdentity,
    Response,
)
from copronet.common_ground.questions.queries import identity_of, questions_of
from copronet.common_ground.questions.validators import checked_answer

Party = Person | Organisation


@transaction.atomic
def begin_response(
    *,
    actor: Actor,
    edition: Edition,
    person: Person | None = None,
    organisation: Organisation | None = None,
    given: Given = Given.ONLINE,
    language: Language | None = None,
) -> Response:
    """Begin answering for a person or an organisation; where they have begun already, give what is there.

    ``language`` is the one they answer in: the reader's, where nothing else is said. Refused unless the
    edition is in force.
    """
    party = _locked_party(person, organisation)
    respondent = _respondent_of(party)
    begun = Response.objects.filter(edition=edition, respondent=respondent).first()
    if begun is not None:
        return begun
    # Shared with others who begin; only closing it excludes them.
    if not Edition.objects.get(pk=edition.pk).is_in_force:
        raise ActionRefused(_("These questions are not being asked now."))
    is_own = given == Given.ONLINE and actor.person in (person, None)
    response = Response.objects.create(
        edition=edition,
        respondent=respondent,
        language=language or reading_language(),
        given=given,
        entered_by=None if is_own or (organisation and given == Given.ONLINE) else actor.person,
    )
    record(actor=actor, verb="questions.response_begun", about=response)
    return response


@transaction.atomic
def keep_answers(
    *,
    actor: Actor,
    response: Response,
    answers: Mapping[str, Any],
    finish: bool = False,
    language: Language | None = None,
) -> None:
    """Keep these answers, by the codes of their questions; the others stay as they are, and None takes one away.

    ``language`` is the one they were given in, where it is not that of the beginning.
    With ``finish`` they are handed in as well, where nothing that has to be answered is missing. Refused
    after that, and for a code or an answer that the edition does not have.
    """
    locked = _locked_open(response)
    questions = {question.code: question for question in questions_of(locked.edition)}
    said = {code: _checked(questions, code, value) for code, value in answers.items()}
    locked.language = Language(language or locked.language)
    if _write(locked, questions, said):
        locked.save(update_fields=["language"])
        record(actor=actor, verb="questions.answers_kept", about=locked)
    if finish:
        finish_response(actor=actor, response=locked)


@transaction.atomic
def finish_response(*, actor: Actor, response: Response) -> None:
    """Hand in the answers. Refused while a question that has to be answered is not."""
    locked = _locked_open(response)
    missing = locked.edition.questions.filter(is_required=True).exclude(answers__response=locked)
    if missing.exists():
        raise ActionRefused(_("Some questions that have to be answered are not answered yet."))
    locked.submitted_at = timezone.now()
    locked.save(update_fields=["submitted_at"])
    record(actor=actor, verb="questions.response_finished", about=locked)


@transaction.atomic
def withdraw_response(*, actor: Actor, response: Response) -> None:
    """Take a set of answers back, handed in or not: nothing of it stays but the line that says so.

    Whoever has nothing else answered has no pseudonym any more either.
    """
    locked = Response.objects.select_for_update().get(pk=response.pk)
    record(actor=actor, verb="questions.response_withdrawn", about=locked)
    respondent = locked.respondent
    locked.delete()
    if not respondent.responses.exists():
        respondent.delete()


@transaction.atomic
def take_answers(*, actor: Actor, edition: Edition) -> None:
    """Leave a line of who took a copy of the answers to an edition."""
    record(actor=actor, verb="questions.answers_taken", about=edition)


def forget_answers(person: Person) -> None:
    """Whose answers they were, and what they said in their own words, goes; the codes stay as nobody's.

    What was begun and never handed in goes altogether: nothing counts it.
    """
    identity = identity_of(person)
    if identity is None:
        return
    responses = Response.objects.filter(respondent=identity.respondent_id)
    responses.filter(submitted_at__isnull=True).delete()
    personal = (Kind.TEXT, Kind.PLACE, Kind.DATE)
    Answer.objects.filter(response__in=responses, question__kind__in=personal).delete()
    identity.delete()


def move_answers(gone: Party, stays: Party) -> None:
    """Two records are one: their answers stand under one pseudonym. Of two sets to one edition, one stays:
    the finished one, or else that of the record kept.
    """
    if isinstance(gone, Person):
        Response.objects.filter(entered_by=gone).update(entered_by=stays)
    theirs, ours = identity_of(gone), identity_of(stays)
    if theirs is None:
        return
    if ours is None:
        _hand_over(theirs, stays)
        return
    for response in Response.objects.filter(respondent=theirs.respondent_id):
        _move_response(response, ours.respondent)
    theirs.respondent.delete()


def _locked_party(person: Person | None, organisation: Organisation | None) -> Party:
    """Hold the record of whoever answers, so that two beginnings at one moment are one."""
    if person is not None and organisation is None:
        return Person.objects.select_for_update().get(pk=person.pk)
    if organisation is not None and person is None:
        return Organisation.objects.select_for_update().get(pk=organisation.pk)
    raise ValueError("Answers are a person's or an organisation's, one of the two.")


def _respondent_of(party: Party) -> Respondent:
    known = identity_of(party)
    if known is not None:
        return known.respondent
    whose = {"person" if isinstance(party, Person) else "organisation": party}
    respondent = Respondent.objects.create()
    RespondentIdentity.objects.create(respondent=respondent, **whose)
    return respondent


def _locked_open(response: Response) -> Response:
    locked = Response.objects.select_for_update(of=("self",)).select_related("edition").get(pk=response.pk)
    if locked.is_finished:
        raise ActionRefused(_("These answers have been handed in already."))
    return locked


def _checked(questions: Mapping[str, Question], code: str, value: Any) -> Any:
    if code not in questions:
        raise ActionRefused(_("There is no question with this code: %(code)s") % {"code": code})
    question = questions[code]
    try:
        return checked_answer(question, value, codes=[option.code for option in question.options.all()])
    except ValidationError as slip:
        raise ActionRefused(f"{code}: {slip.messages[0]}") from slip


def _write(response: Response, questions: Mapping[str, Question], said: Mapping[str, Any]) -> bool:
    """Bring the rows up to what was said. Whether anything changed."""
    there = {answer.question_id: answer for answer in response.answers.all()}
    changed = False
    for code, value in said.items():
        question = questions[code]
        before = there.get(question.pk)
        if value == (before.value if before else None):
            continue
        changed = True
        if value is None and before is not None:
            before.delete()
            continue
        spoken = response.language if question.asks_for is Kind.TEXT else ""
        Answer.objects.update_or_create(
            response=response, question=question, defaults={"value": value, "language": spoken}
        )
    return changed


def _hand_over(identity: RespondentIdentity, stays: Party) -> None:
    if isinstance(stays, Person):
        identity.person = stays
    else:
        identity.organisation = stays
    identity.save()


def _move_response(response: Response, respondent: Respondent) -> None:
    same = Response.objects.filter(edition=response.edition_id, respondent=respondent).first()
    if same is not None and (same.is_finished or not response.is_finished):
        response.delete()
        return
    if same is not None:
        same.delete()
    response.respondent = respondent
    response.save(update_fields=["respondent"])
