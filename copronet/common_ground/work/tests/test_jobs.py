"""Asking for work, retries, losses, order and progress, in one process."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.work import registry
from copronet.common_ground.work.actions import (
    Progress,
    claim,
    enqueue,
    give_up,
    recover_lost_jobs,
    run,
    run_due,
    try_again,
)
from copronet.common_ground.work.models import Job, Worker
from copronet.common_ground.work.queries import summary, worker_is_alive
from copronet.common_ground.work.tasks import prune_finished_jobs
from tests.factories import PersonFactory

from .examples import of_a_library

pytestmark = pytest.mark.django_db


def deeds():
    return Deed.objects.filter(verb__startswith="work.")


def let_time_pass(job: Job, **span: float) -> None:
    Job.objects.filter(pk=job.pk).update(run_after=timezone.now() - timedelta(**span))


def test_what_is_asked_for_is_done_with_its_arguments(book):
    job = enqueue("examples.note", path=str(book), line="ŵy")

    run_due()

    job.refresh_from_db()
    assert (job.state, job.attempts, book.read_text()) == ("done", 1, "ŵy\n")


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_is_rolled_back_asked_for_nothing(book):
    @transaction.atomic
    def ask_and_refuse() -> None:
        enqueue("examples.note", path=str(book), line="never")
        raise ActionRefused

    with pytest.raises(ActionRefused):
        ask_and_refuse()

    assert run_due() == 0
    assert book.read_text() == ""


def test_a_name_that_nobody_announced_is_refused_at_once():
    with pytest.raises(KeyError):
        enqueue("examples.unheard_of")


def test_arguments_that_the_task_does_not_take_are_refused_at_once(book):
    with pytest.raises(TypeError):
        enqueue("examples.note", path=str(book), words="line is missing")


def test_a_task_may_not_use_the_words_of_enqueue_itself():
    with pytest.raises(TypeError):
        registry.add_task("examples.greedy", lambda run_after: None)


def test_a_task_for_later_waits(book):
    enqueue("examples.note", path=str(book), line="x", run_after=timezone.now() + timedelta(hours=1))

    assert run_due() == 0


def test_urgent_tasks_go_first(book):
    enqueue("examples.note", path=str(book), line="digest")
    enqueue("examples.urgent", path=str(book), line="sign-in code")

    run_due()

    assert book.read_text() == "sign-in code\ndigest\n"


def test_a_task_unknown_to_this_process_waits_for_one_that_knows_it():
    job = Job.objects.create(name="examples.of_tomorrow")

    run_due()

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)


def test_a_failing_task_is_tried_with_growing_waits_and_then_shown():
    job = enqueue("examples.fail")
    waits = []

    for _try in range(4):
        run_due()
        job.refresh_from_db()
        waits.append(round((job.run_after - timezone.now()).total_seconds() / 60))
        assert job.state == "waiting"
        let_time_pass(job, seconds=1)
    run_due()

    job.refresh_from_db()
    assert waits == [1, 5, 30, 120]
    assert (job.state, job.attempts, job.error_code) == ("failed", 5, "RuntimeError")
    assert job.error_text.endswith("RuntimeError: the example fails\n")
    assert summary().failed == 1


def test_a_refusal_is_not_tried_again(monkeypatch):
    def refuse() -> None:
        raise ActionRefused("It is not the moment.")

    registry.add_task("examples.refuse", refuse)
    job = enqueue("examples.refuse")

    run_due()

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 1)


def test_a_failed_task_that_is_tried_again_begins_its_tries_anew(book):
    person = PersonFactory()
    job = Job.objects.create(
        name="examples.note", arguments={"path": str(book), "line": "at last"}, state="failed", attempts=5
    )

    try_again(actor=Actor(person), job=job)
    run_due()

    job.refresh_from_db()
    assert (job.state, job.attempts, book.read_text()) == ("done", 1, "at last\n")
    assert list(deeds().values_list("actor", "verb", "object_id")) == [
        (person.pk, "work.tried_again", str(job.pk))
    ]


def test_a_task_that_is_given_up_is_not_run(book):
    person = PersonFactory()
    job = enqueue("examples.note", path=str(book), line="x")

    give_up(actor=Actor(person), job=job)

    assert run_due() == 0
    assert list(deeds().values_list("actor", "verb")) == [(person.pk, "work.gave_up")]


@pytest.mark.parametrize("state", ["done", "given_up"])
@pytest.mark.parametrize("deed", [try_again, give_up])
def test_what_is_finished_can_neither_be_tried_again_nor_given_up(deed, state):
    job = Job.objects.create(name="examples.note", state=state)

    with pytest.raises(ActionRefused):
        deed(actor=Actor(PersonFactory()), job=job)

    assert deeds().count() == 0


def test_a_job_that_loses_its_worker_at_every_try_has_failed(book):
    job = enqueue("examples.note", path=str(book), line="x")

    for _try in range(5):
        claim(worker="doomed")
        Job.objects.update(heartbeat=timezone.now() - timedelta(minutes=5))
        recover_lost_jobs()

    job.refresh_from_db()
    assert (job.state, job.error_code, book.read_text()) == ("failed", "WorkerLost", "")


def test_a_worker_taken_for_dead_does_not_speak_for_its_successor(book):
    enqueue("examples.note", path=str(book), line="x")
    slow = claim(worker="slow")
    Job.objects.update(heartbeat=timezone.now() - timedelta(minutes=5))
    recover_lost_jobs()
    successor = claim(worker="successor")

    run(slow)

    successor.refresh_from_db()
    assert (successor.state, successor.worker, successor.attempts) == ("running", "successor", 2)


def test_progress_is_kept_on_the_row(book):
    job = enqueue("examples.stepwise", path=str(book), steps=3)

    run_due()

    job.refresh_from_db()
    assert (job.done, job.total) == (3, 3)


def test_progress_writes_at_most_once_a_second(django_assert_num_queries):
    job = Job.objects.create(name="examples.stepwise")
    progress = Progress(job)

    with django_assert_num_queries(2):
        progress.begin(1000)
        for _step in range(999):
            progress.step()
        progress.step()


def test_finished_tasks_are_cleared_away_in_time(settings):
    settings.KEEP_TASKS_DAYS = 30
    days = {"old": 31, "fresh": 29}
    now = timezone.now()
    for name, age in days.items():
        for state in ["done", "given_up", "failed"]:
            Job.objects.create(name=name, state=state, finished=now - timedelta(days=age))

    prune_finished_jobs()

    assert list(Job.objects.order_by("id").values_list("name", "state")) == [
        ("old", "failed"),
        ("fresh", "done"),
        ("fresh", "given_up"),
        ("fresh", "failed"),
    ]


def test_a_worker_not_heard_of_for_a_minute_is_not_alive():
    Worker.objects.create(name="silent", heartbeat=timezone.now() - timedelta(seconds=61))

    assert worker_is_alive() is False


def test_a_library_s_task_goes_through_our_queue(book):
    of_a_library.enqueue(str(book), line="tended")
    before = book.read_text()

    run_due()

    assert (before, book.read_text()) == ("", "tended\n")
    assert Job.objects.get().name == "work.library_task"


def test_a_path_that_is_no_library_task_is_not_run(book):
    job = enqueue(
        "work.library_task",
        path="copronet.common_ground.work.tests.examples.note",
        args=[str(book), "x"],
        kwargs={},
    )

    run_due()

    job.refresh_from_db()
    assert (job.error_code, book.read_text()) == ("TypeError", "")
