"""Both sides at the same moment, in real threads."""

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.models import Deed
from copronet.community_of_practice.contributions.models import Gift
from copronet.community_of_practice.exchange.actions.following import tell_what_came
from copronet.community_of_practice.exchange.actions.meeting import say
from copronet.community_of_practice.exchange.choices import Happened, Kind, YesNo
from copronet.community_of_practice.exchange.models import Suggestion
from tests.at_once import only_where_rows_are_held, together
from tests.factories import OfferFactory, RequestFactory

pytestmark = [pytest.mark.django_db(transaction=True), only_where_rows_are_held]


@pytest.fixture
def suggestion():
    return Suggestion.objects.create(
        offer=OfferFactory(), request=RequestFactory(), made_on=timezone.localdate()
    )


def says(suggestion, side, answer):
    party = getattr(suggestion, side.value).person
    return lambda: say(actor=Actor(party), suggestion=suggestion, side=side, says=answer)


def test_two_yeses_at_once_introduce_once(suggestion):
    came = together(says(suggestion, Kind.OFFER, YesNo.YES), says(suggestion, Kind.REQUEST, YesNo.YES))

    assert came == ["done", "done"]
    assert Deed.objects.filter(verb="exchange.introduced").count() == 1


def test_a_yes_and_a_no_at_once_never_introduce(suggestion):
    together(says(suggestion, Kind.OFFER, YesNo.YES), says(suggestion, Kind.REQUEST, YesNo.NO))

    suggestion.refresh_from_db()
    assert (suggestion.introduced_on, suggestion.closed_on) == (None, timezone.localdate())


def test_hours_told_by_both_at_once_are_written_once(suggestion):
    for side in Kind:
        says(suggestion, side, YesNo.YES)()

    def tells(side):
        party = getattr(suggestion, side.value).person
        return lambda: tell_what_came(
            actor=Actor(party), suggestion=suggestion, side=side, happened=Happened.YES, minutes=60
        )

    assert together(tells(Kind.OFFER), tells(Kind.REQUEST)) == ["done", "done"]
    assert Gift.objects.get().minutes == 60
