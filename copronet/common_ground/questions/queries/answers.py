"""Reading what was answered."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.formats import date_format

from copronet.common_ground.languages.models import Phrase, reading_language
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.places.models import Area
from copronet.common_ground.questions.choices import Kind
from copronet.common_ground.questions.models import (
    Answer,
    Edition,
    Option,
    Question,
    RespondentIdentity,
    Response,
)

from .questionnaires import questions_of

Party = Person | Organisation


def identity_of(party: Party) -> RespondentIdentity | None:
    """The row that says which pseudonym is a person's or an organisation's."""
    whose = {"person" if isinstance(party, Person) else "organisation": party.pk}
    return RespondentIdentity.objects.filter(**whose).select_related("respondent").first()


def response_of(edition: Edition, party: Party) -> Response | None:
    """What a person or an organisation has answered to an edition, finished or not."""
    identity = identity_of(party)
    if identity is None:
        return None
    return Response.objects.filter(edition=edition, respondent=identity.respondent_id).first()


def responses_of(person: Person) -> QuerySet[Response]:
    """All that a person has answered, the newest first."""
    theirs = Response.objects.filter(respondent__identity__person=person)
    return theirs.select_related("edition__questionnaire").order_by("-id")


def answered(response: Response) -> dict[str, Any]:
    """The answers by the codes of their questions."""
    return dict(response.answers.values_list("question__code", "value"))


def in_words(response: Response) -> list[tuple[Question, list[Any]]]:
    """Every question with its answer as the reader is told it: no line, one, or several for several."""
    answers = {answer.question_id: answer for answer in response.answers.all()}
    areas = dict(Area.objects.values_list("code", f"name_{reading_language().value}"))
    return [
        (question, _said(question, answers[question.pk], areas) if question.pk in answers else [])
        for question in questions_of(response.edition)
    ]


def _said(question: Question, answer: Answer, areas: dict[str, str]) -> list[Any]:
    kind, value = question.asks_for, answer.value
    if kind.has_options:
        chosen = value if isinstance(value, list) else [value]
        return [option.text for option in question.options.all() if option.code in chosen]
    if kind is Kind.PLACE:
        return [areas.get(value, value)]
    if kind is Kind.DATE:
        return [date_format(date.fromisoformat(value))]
    if kind is Kind.TEXT:
        return [_phrase(answer)]
    return [value]


def _phrase(answer: Answer) -> Phrase:
    mine = reading_language()
    theirs = mine if answer.language in ("", mine.value) else mine.other
    return Phrase(answer.value, theirs, is_readers=theirs is mine)


def answers_to(questionnaire: str, question: str) -> QuerySet[Answer]:
    """The finished answers to one question, pooled over every edition and both languages by their codes."""
    return Answer.objects.filter(
        response__edition__questionnaire__code=questionnaire,
        response__submitted_at__isnull=False,
        question__code=question,
    )


def counts_of(edition: Edition) -> dict[str, int]:
    """How many have begun, and how many have handed in their answers."""
    return edition.responses.aggregate(
        begun=Count("pk"), finished=Count("pk", filter=Q(submitted_at__isnull=False))
    )


def responses_to_export(edition: Edition) -> Iterator[dict[str, Any]]:
    """The finished answers by pseudonym, with days but no times, in the order of the pseudonyms.

    Neither keys nor times of the database come along: with the journal beside them they would name people.
    """
    answers = Prefetch("answers", Answer.objects.select_related("question"))
    finished = edition.responses.filter(submitted_at__isnull=False).order_by("respondent_id")
    organisations = set(
        RespondentIdentity.objects.filter(organisation__isnull=False).values_list("respondent_id", flat=True)
    )
    for response in finished.prefetch_related(answers).iterator(chunk_size=2000):
        yield {
            "pseudonym": str(response.respondent_id),
            "is_organisation": response.respondent_id in organisations,
            "language": response.language,
            "given": response.given,
            "finished_on": response.submitted_at.date().isoformat() if response.submitted_at else "",
            "answers": {answer.question.code: answer.value for answer in response.answers.all()},
        }


def answers_of(person: Person) -> list[dict[str, Any]]:
    """All that a person has answered, with the words of the questions, for "My data"."""
    identity = identity_of(person)
    if identity is None:
        return []
    options = Prefetch("question__options", Option.objects.order_by("place", "id"))
    answers = Prefetch("answers", Answer.objects.select_related("question").prefetch_related(options))
    responses = Response.objects.filter(respondent=identity.respondent_id).order_by("id")
    return [
        {
            "questionnaire_cy": response.edition.questionnaire.title_cy,
            "questionnaire_en": response.edition.questionnaire.title_en,
            "edition": response.edition.number,
            "language": response.language,
            "given": response.given,
            "begun": response.started_at,
            "finished": response.submitted_at,
            "answers": [_with_words(answer) for answer in response.answers.all()],
        }
        for response in responses.select_related("edition__questionnaire").prefetch_related(answers)
    ]


def _with_words(answer: Answer) -> dict[str, Any]:
    question = answer.question
    chosen = answer.value if isinstance(answer.value, list) else [answer.value]
    said = [option for option in question.options.all() if option.code in chosen]
    return {
        "question_cy": question.text_cy,
        "question_en": question.text_en,
        "answer": answer.value,
        "answer_cy": [option.text_cy for option in said],
        "answer_en": [option.text_en for option in said],
    }
