"""Who may write questionnaires, read answers, and answer for whom."""

from typing import Any

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds, organisations_of, supported_by

from .models import Edition, Option, Question, Questionnaire, RespondentIdentity, Response

Reader = Person | AnonymousUser


@rules.predicate
def may_edit_questionnaires(person: Reader) -> bool:
    return holds(person, "questions.edit")


@rules.predicate
def may_read_answers(person: Reader) -> bool:
    return holds(person, "questions.read_answers")


@rules.predicate
def may_translate(person: Reader) -> bool:
    return holds(person, "languages.translate")


@rules.predicate
def is_still_written(_person: Reader, record: Questionnaire | Question | Option) -> bool:
    """The words of an edition stand still once it is published; those of a questionnaire never do."""
    edition = _edition_of(record)
    return edition is None or edition.is_written


@rules.predicate
def is_published(_person: Reader, edition: Edition) -> bool:
    return not edition.is_written


@rules.predicate
def is_the_respondent(person: Reader, response: Response) -> bool:
    identity = _identity(response)
    return identity is not None and identity.person_id is not None and identity.person == person


@rules.predicate
def acts_for_the_respondent(person: Reader, response: Response) -> bool:
    """A supporter of the person, or somebody who acts for the organisation."""
    identity = _identity(response)
    if identity is None or not isinstance(person, Person):
        return False
    if identity.person_id is not None:
        return supported_by(person, matter="questions").filter(pk=identity.person_id).exists()
    return organisations_of(person).filter(respondent_identity=identity).exists()


def _edition_of(record: Any) -> Edition | None:
    if isinstance(record, Option):
        return record.question.edition
    return record.edition if isinstance(record, Question) else None


def _identity(response: Response) -> RespondentIdentity | None:
    return RespondentIdentity.objects.filter(respondent=response.respondent_id).first()


may_read_questionnaires = may_edit_questionnaires | may_read_answers | may_translate

rules.add_perm("questions.edit", may_edit_questionnaires)
rules.add_perm("questions.read_answers", may_read_answers)
rules.add_perm("questions.read", may_read_questionnaires)
# Asked of single words by the journal and the translators' queue.
rules.add_perm("questions.see_words", may_read_questionnaires & is_still_written)
rules.add_perm("questions.change_words", may_edit_questionnaires & is_still_written)
rules.add_perm("questions.read_paper", is_published | may_read_questionnaires)
rules.add_perm("questions.answer", is_the_respondent | acts_for_the_respondent)
