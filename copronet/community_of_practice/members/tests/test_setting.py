"""Two of the staff set the principles, or when a member is active, at the same moment."""

from threading import Thread

import pytest
from django.db import connection, transaction

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.community_of_practice.members.actions.activity import set_active_rule
from copronet.community_of_practice.members.actions.joining import set_principles
from copronet.community_of_practice.members.models import ActiveRule, Principles
from tests.factories import PersonFactory


def set_words(actor: Actor) -> None:
    set_principles(actor=actor, text_cy="Yn gyfartal", text_en="As equals")


def set_rule(actor: Actor) -> None:
    set_active_rule(actor=actor, months=3, verbs=["members.promised"], decision_cy="Y fforwm")


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("set_one", "kept"), [(set_words, Principles), (set_rule, ActiveRule)])
def test_the_second_of_two_at_the_same_moment_is_asked_to_read_the_first(set_one, kept):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time, so nothing races; PostgreSQL shows the lock")
    before, refusals = kept.objects.count(), []
    one, other = Actor(PersonFactory()), Actor(PersonFactory())

    def set_another() -> None:
        try:
            set_one(other)
        except ActionRefused as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    meanwhile = Thread(target=set_another)
    with transaction.atomic():
        set_one(one)
        meanwhile.start()
        while meanwhile.is_alive() and not somebody_waits():
            meanwhile.join(timeout=0.01)
    meanwhile.join()

    assert len(refusals) == 1
    assert kept.objects.count() == before + 1
