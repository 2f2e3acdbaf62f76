"""Two people, or one person twice, at the same moment: on PostgreSQL, with real threads."""

import pytest

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.questions.actions import begin_response, keep_answers, publish_edition
from copronet.common_ground.questions.models import Answer, Respondent, Response
from tests.at_once import at_once, only_where_rows_are_held, together
from tests.factories import PersonFactory

pytestmark = [pytest.mark.django_db(transaction=True), only_where_rows_are_held]


def test_a_person_who_begins_twice_at_once_has_begun_once(edition):
    person = PersonFactory()

    begun = at_once(*[lambda: begin_response(actor=CLOCKWORK, edition=edition, person=person)] * 4)

    assert len({response.pk for response in begun}) == 1
    assert (Respondent.objects.count(), Response.objects.count()) == (1, 1)


def test_answers_kept_at_once_are_kept_once(edition):
    response = begin_response(actor=CLOCKWORK, edition=edition, person=PersonFactory())

    at_once(*[lambda: keep_answers(actor=CLOCKWORK, response=response, answers={"number": 3})] * 4)

    assert Answer.objects.count() == 1


def test_answers_are_handed_in_once(edition):
    response = begin_response(actor=CLOCKWORK, edition=edition, person=PersonFactory())

    came = together(
        *[lambda: keep_answers(actor=CLOCKWORK, response=response, answers={"choice": "often"}, finish=True)]
        * 3
    )

    assert came == ["done", "refused", "refused"]


def test_an_edition_is_published_once(written):
    came = together(*[lambda: publish_edition(actor=CLOCKWORK, edition=written)] * 3)

    assert came == ["done", "refused", "refused"]
