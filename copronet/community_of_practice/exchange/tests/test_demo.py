"""The demonstration's people have offered, asked and met; once."""

import pytest

from copronet.common_ground.people import demo as people_demo
from copronet.community_of_practice.exchange import demo
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_some_have_met_and_some_still_wait_and_only_once():
    people_demo.load()

    demo.load()
    demo.load()

    assert (Offer.objects.count(), Request.objects.count()) == (24, 24)
    assert Suggestion.objects.filter(introduced_on__isnull=False).exists()
    assert Suggestion.objects.filter(introduced_on__isnull=True, closed_on__isnull=True).exists()
