"""Two people, or one person twice, at the same moment: on PostgreSQL, with real threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused
from copronet.common_ground.questions.actions import begin_response, keep_answers, publish_edition
from copronet.common_ground.questions.models import Answer, Respondent, Response
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _a_database_with_rows_to_lock():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")


def at_once(*deeds):
    barrier = Barrier(len(deeds))

    def run(deed):
        try:
            barrier.wait(10)
            return deed()
        except ActionRefused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


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

    done = at_once(
        *[lambda: keep_answers(actor=CLOCKWORK, response=response, answers={"choice": "often"}, finish=True)]
        * 3
    )

    assert sorted(isinstance(each, ActionRefused) for each in done) == [False, True, True]


def test_an_edition_is_published_once(written):
    done = at_once(*[lambda: publish_edition(actor=CLOCKWORK, edition=written)] * 3)

    assert sorted(isinstance(each, ActionRefused) for each in done) == [False, True, True]
