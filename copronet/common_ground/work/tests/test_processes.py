"""Real workers, started, shared, stopped and killed."""

import signal

import pytest

from copronet.common_ground.work.actions import enqueue
from copronet.common_ground.work.models import Job
from copronet.common_ground.work.queries import worker_is_alive

from .conftest import wait_until

pytestmark = pytest.mark.slow

LIVELY = ("--poll", "0.05", "--beat", "0.2", "--stale-after", "3")


def test_a_task_whose_worker_was_killed_is_picked_up_again(start_worker, book):
    job = enqueue("examples.slow", path=str(book), seconds=1)
    doomed = start_worker(*LIVELY)
    wait_until(lambda: book.read_text() == "begin\n")

    doomed.send_signal(signal.SIGKILL)
    doomed.wait()
    start_worker(*LIVELY)
    wait_until(lambda: Job.objects.get(pk=job.pk).state == "done")

    assert book.read_text() == "begin\nbegin\nend\n"
    assert Job.objects.get(pk=job.pk).attempts == 2


def test_two_workers_share_the_queue_and_no_task_runs_twice(start_worker, book):
    names = sorted(str(number) for number in range(150))
    jobs = [enqueue("examples.note", path=str(book), line=name) for name in names]

    start_worker(*LIVELY)
    start_worker(*LIVELY)
    wait_until(lambda: Job.objects.filter(name="examples.note", state="done").count() == len(jobs))

    assert sorted(book.read_text().split()) == names
    assert list(Job.objects.filter(name="examples.note").values_list("attempts").distinct()) == [(1,)]


def test_two_workers_make_one_job_of_each_turn_of_the_schedule(start_worker):
    start_worker("--once").wait(timeout=90)
    start_worker("--once").wait(timeout=90)

    slots = list(Job.objects.filter(name="work.prune").values_list("name", "state"))
    assert slots == [("work.prune", "done")]


def test_a_worker_told_to_stop_finishes_its_task_and_leaves_the_next(start_worker, book):
    present = enqueue("examples.slow", path=str(book), seconds=0.7)
    following = enqueue("examples.slow", path=str(book), seconds=0)
    worker = start_worker(*LIVELY)
    wait_until(lambda: book.read_text() == "begin\n")

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=90) == 0
    assert book.read_text() == "begin\nend\n"
    assert Job.objects.get(pk=present.pk).state == "done"
    assert Job.objects.get(pk=following.pk).state == "waiting"


def test_a_long_task_is_not_taken_from_a_worker_that_lives(start_worker, book):
    job = enqueue("examples.slow", path=str(book), seconds=5)

    start_worker(*LIVELY)
    start_worker(*LIVELY)
    wait_until(lambda: Job.objects.get(pk=job.pk).state == "done")

    assert book.read_text() == "begin\nend\n"


def test_the_site_can_tell_whether_a_worker_is_alive(start_worker):
    before = worker_is_alive()

    start_worker(*LIVELY)

    assert before is False
    wait_until(worker_is_alive)
