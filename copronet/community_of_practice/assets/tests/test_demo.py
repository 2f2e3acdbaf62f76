"""The demonstration's map is full, believable in both languages, and made once."""

import pytest
from django.db.models import Count

from copronet.common_ground.people import demo as people_demo
from copronet.community_of_practice.assets import demo
from copronet.community_of_practice.assets.models import Asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_there_are_things_in_every_area_in_both_languages_and_only_once():
    people_demo.load()

    demo.load()
    demo.load()

    assert 140 <= Asset.objects.count() <= 200
    areas = Asset.areas.through.objects.values("area").annotate(number=Count("id"))
    assert len(areas) == 22
    assert Asset.objects.exclude(name_cy="").exists()
    assert Asset.objects.filter(name_cy="").exists()
    assert Asset.objects.filter(withdrawn_on__isnull=False).exists()
