import pytest

from copronet.common_ground.media.models import Picture
from copronet.portal.pages.demo import load
from copronet.portal.pages.models import NewsPage

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_news_in_both_languages_and_one_piece_still_in_one(client):
    load()

    assert [bool(news.sides_missing()) for news in NewsPage.objects.order_by("-day")] == [True, False, False]
    for address in ("/cy/newyddion/", "/en/news/"):
        assert client.get(address).text.count('class="card"') == 3


def test_loading_it_again_changes_nothing():
    load()

    load()

    assert (NewsPage.objects.count(), Picture.objects.count()) == (3, 1)
