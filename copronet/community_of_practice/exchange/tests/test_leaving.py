"""What becomes of offers and requests when whoever made them leaves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.models import Version
from copronet.common_ground.people.actions.departing import forget_departed, leave
from copronet.community_of_practice.exchange.actions.sides import add_side
from copronet.community_of_practice.exchange.models import Request
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    mair = PersonFactory()
    request = Request(what_cy="Cwmni i fynd i'r feddygfa", access=["step_free"])
    return add_side(actor=Actor(mair), side=request, party=mair)


def test_on_the_day_somebody_leaves_what_they_ask_for_is_closed(asked):
    leave(actor=Actor(asked.person), person=asked.person)

    assert Request.objects.get().closed_on == timezone.localdate()


def test_nothing_sealed_holds_what_a_person_asked_for_or_needs(asked):
    leave(actor=Actor(asked.person), person=asked.person)

    forget_departed(on=timezone.localdate() + timedelta(days=4000))

    versions = str(list(Version.objects.filter(object_type="exchange.request").values_list("content")))
    assert "feddygfa" not in versions
    assert "step_free" not in versions
