import pytest

from copronet.portal.seeking import demo
from copronet.portal.seeking.models import SavedSearch, Sought
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_demonstration_seeks_once():
    for language in ("cy", "en"):
        PersonFactory(language=language, seen_by="everyone")

    for _time in range(2):
        demo.load()

    assert SavedSearch.objects.count() == 2
    assert not Sought.objects.filter(words="").exists()
