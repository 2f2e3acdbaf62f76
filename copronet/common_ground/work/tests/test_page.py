"""The staff's page: who sees it, what it says in both languages, what may be done there."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.work.models import Job
from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def deeds():
    return Deed.objects.filter(verb__startswith="work.")


@pytest.fixture
def staff(client):
    person = person_with("work.see")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return person


def fill(count: int) -> None:
    for state in ["failed", "waiting", "done"]:
        for _number in range(count):
            Job.objects.create(
                name="work.prune",
                state=state,
                attempts=5,
                started="2026-11-20T12:00Z",
                finished="2026-11-20T12:00Z",
                requested_by=PersonFactory(),
                error_code="RuntimeError",
                error_text="the example fails",
            )


@pytest.mark.parametrize(
    ("address", "heading", "title"),
    [
        ("/cy/gwaith-cefndir/", "Gwaith cefndir", "Clirio tasgau sydd wedi gorffen"),
        ("/en/background-work/", "Background work", "Clear away finished tasks"),
    ],
)
def test_staff_read_what_failed_in_their_language(client, staff, address, heading, title):
    fill(1)

    page = client.get(address)

    assert f"<h1>{heading}</h1>" in page.text
    assert title in page.text


def test_the_page_s_queries_do_not_grow_with_the_queue(client, staff, count_queries):
    counts = []
    for count in (1, 2):
        fill(count)
        counts.append(count_queries(lambda: client.get("/en/background-work/")))

    assert counts[0] == counts[1]


def test_somebody_without_the_power_sees_and_does_nothing(client):
    client.force_login(PersonFactory(), backend="django.contrib.auth.backends.ModelBackend")
    job = Job.objects.create(name="work.prune", state="failed")

    page = client.get("/en/background-work/")
    tries = [client.post(reverse(f"work:{name}", args=[job.pk])) for name in ("try_again", "give_up")]

    assert [answer.status_code for answer in (page, *tries)] == [403, 403, 403]
    assert deeds().count() == 0


def test_a_visitor_is_sent_to_sign_in(client):
    assert client.get("/en/background-work/").status_code == 302


@pytest.mark.parametrize(("name", "state"), [("try_again", "waiting"), ("give_up", "given_up")])
def test_staff_decide_what_becomes_of_a_failed_task(client, staff, name, state):
    job = Job.objects.create(name="work.prune", state="failed", attempts=5)

    with override("cy"):
        answer = client.post(reverse(f"work:{name}", args=[job.pk]))

    job.refresh_from_db()
    assert (answer.url, job.state) == ("/cy/gwaith-cefndir/", state)
    assert [deed.actor for deed in deeds().all()] == [staff]


def test_looking_changes_nothing(client, staff):
    job = Job.objects.create(name="work.prune", state="failed")

    answer = client.get(reverse("work:give_up", args=[job.pk]))

    assert answer.status_code == 405
