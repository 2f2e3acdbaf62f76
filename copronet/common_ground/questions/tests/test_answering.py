from datetime import date

import pytest
from django.utils.translation import override

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.questions.actions import (
    begin_edition,
    begin_response,
    close_edition,
    finish_response,
    keep_answers,
    publish_edition,
)
from copronet.common_ground.questions.models import Answer, Respondent, Response
from copronet.common_ground.questions.queries import answered, answers_to, in_words, response_of
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ALL = {
    "choice": "often",
    "several": ["never", "always"],
    "scale": "always",
    "number": 3,
    "date": date(2026, 5, 1),
    "text": " Diolch ",
    "place": "W06000015",
}


def begin(edition, person=None, **more) -> Response:
    person = person or PersonFactory()
    return begin_response(actor=Actor(person), edition=edition, person=person, **more)


def test_beginning_twice_is_beginning_once(edition):
    person = PersonFactory()

    assert begin(edition, person) == begin(edition, person)
    assert Response.objects.count() == 1


def test_one_person_has_one_pseudonym_for_all_they_answer(edition, baseline):
    person = PersonFactory()

    assert begin(edition, person).respondent == begin(baseline, person).respondent


def test_an_organisation_answers_beside_its_people(edition):
    person, organisation = PersonFactory(), OrganisationFactory()

    theirs = begin_response(actor=Actor(person), edition=edition, organisation=organisation)

    assert theirs != begin(edition, person)
    assert response_of(edition, organisation) == theirs
    assert Respondent.objects.count() == 2


def test_answers_are_kept_in_codes_whichever_language_they_came_in(edition):
    with override("cy"):
        welsh = begin(edition)
    with override("en"):
        english = begin(edition)

    for response in (welsh, english):
        keep_answers(actor=CLOCKWORK, response=response, answers=ALL, finish=True)

    assert (
        answered(welsh)
        == answered(english)
        == ALL
        | {
            "several": ["always", "never"],
            "date": "2026-05-01",
            "text": "Diolch",
        }
    )
    assert list(Answer.objects.exclude(language="").values_list("language", flat=True)) == ["cy", "en"]
    assert answers_to("example", "choice").count() == 2


def test_answers_are_kept_as_they_come_and_none_takes_one_back(edition):
    response = begin(edition)

    keep_answers(actor=CLOCKWORK, response=response, answers={"number": 3, "text": "Un"})
    keep_answers(actor=CLOCKWORK, response=response, answers={"choice": "never", "text": None})

    assert answered(response) == {"number": 3, "choice": "never"}


def test_what_has_to_be_answered_is_asked_at_the_end(edition):
    response = begin(edition)
    keep_answers(actor=CLOCKWORK, response=response, answers={"number": 3})

    with pytest.raises(ActionRefused):
        finish_response(actor=CLOCKWORK, response=response)

    keep_answers(actor=CLOCKWORK, response=response, answers={"choice": "never"}, finish=True)
    response.refresh_from_db()
    assert response.is_finished


def test_answers_handed_in_stay_as_they_are(edition):
    response = begin(edition)
    keep_answers(actor=CLOCKWORK, response=response, answers=ALL, finish=True)

    with pytest.raises(ActionRefused):
        keep_answers(actor=CLOCKWORK, response=response, answers={"number": 4})

    assert answered(response)["number"] == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"choice": "sometimes"},
        {"choice": ["often"]},
        {"several": "often"},
        {"several": ["often", "sometimes"]},
        {"number": "3"},
        {"number": True},
        {"date": "31 May"},
        {"text": 5},
        {"text": "x" * 2001},
        {"place": "W06000099"},
        {"nothing-of-the-kind": "often"},
    ],
)
def test_an_answer_outside_the_codes_is_refused_and_nothing_is_half_kept(edition, wrong):
    response = begin(edition)

    with pytest.raises(ActionRefused):
        keep_answers(actor=CLOCKWORK, response=response, answers={"scale": "often"} | wrong)

    assert answered(response) == {}


def test_nobody_begins_what_is_not_asked(written, edition):
    close_edition(actor=CLOCKWORK, edition=edition)

    with pytest.raises(ActionRefused):
        begin(edition)


def test_whoever_has_begun_an_edition_may_finish_it_after_the_next_is_published(edition):
    response = begin(edition)
    publish_edition(
        actor=CLOCKWORK, edition=begin_edition(actor=CLOCKWORK, questionnaire=edition.questionnaire)
    )

    keep_answers(actor=CLOCKWORK, response=response, answers=ALL, finish=True)

    assert answers_to("example", "choice").count() == 1


def test_who_typed_it_in_is_kept(edition):
    staff, person = PersonFactory(), PersonFactory()

    on_paper = begin_response(
        actor=Actor(staff), edition=edition, person=person, given="paper", language="cy"
    )

    assert (on_paper.given, on_paper.entered_by, on_paper.language) == ("paper", staff, "cy")
    assert begin(edition).entered_by is None


def test_answers_leave_lines_of_ids_and_no_version(edition):
    before = Version.objects.count()
    response = begin(edition)
    keep_answers(actor=CLOCKWORK, response=response, answers=ALL, finish=True)

    about = Deed.objects.filter(object_type="questions.response", object_id=str(response.pk)).order_by("id")
    assert [deed.verb for deed in about] == [
        "questions.response_begun",
        "questions.answers_kept",
        "questions.response_finished",
    ]
    assert Version.objects.count() == before


def test_answers_are_told_in_the_readers_words(edition):
    response = begin(edition)
    with override("cy"):
        keep_answers(actor=CLOCKWORK, response=response, answers=ALL | {"text": "Diolch"}, language="cy")

    with override("en"):
        told = {question.code: said for question, said in in_words(response)}

    assert told["choice"] == ["often en"]
    assert told["several"] == ["always en", "never en"]
    assert told["place"] == ["Cardiff"]
    assert [(text.language, text.is_readers) for text in told["text"]] == [("cy", False)]
