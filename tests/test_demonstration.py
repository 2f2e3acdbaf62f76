"""The demonstration network, made once by every room and then looked at; whatever a room brings is tested here."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Count
from django.test import Client

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.choices import KINDS
from copronet.common_ground.people.demo import ORGANISATIONS, PEOPLE, WRITTEN_TWICE
from copronet.common_ground.people.models import LikelyPair, Organisation, Person, Support
from copronet.common_ground.people.queries import holdings_today, organisations_without_answer
from copronet.common_ground.questions.models import Answer, Response
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.contributions.models import BankLine, Fee, Gift, Invoice
from copronet.community_of_practice.contributions.queries import (
    books_balance,
    fees,
    match,
    network_totals,
    standing_of,
)
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion
from copronet.governance.plan import demo as plan
from copronet.governance.plan.models import Activity, Plan
from copronet.portal.front.management.commands.demonstrate import load_every_room
from copronet.portal.pages.models import NewsPage
from copronet.portal.seeking.models import SavedSearch, Sought
from tests.databases import undone

# Made on SQLite, as `make demo` makes it; the test of migrations makes a smaller one on PostgreSQL too.
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.presentation]


@pytest.fixture(scope="module", autouse=True)
def network(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), undone():
        load_every_room()
        with django_db_blocker.block():
            yield


def test_loading_it_again_changes_nothing():
    before = row_counts()

    load_every_room()

    assert row_counts() == before
    assert before["people.Person"] == PEOPLE


def row_counts() -> dict[str, int]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("copronet.")]
    return {model._meta.label: model._base_manager.count() for model in ours}


def test_no_two_people_have_the_same_name_and_every_office_is_filled():
    assert len(set(Person.objects.values_list("name", flat=True))) == PEOPLE
    assert {holding.office_id for holding in holdings_today()} == {
        "network-director",
        "network-coordinator",
        "project-board-member",
        "evaluator",
        "translator",
        "moderator",
    }


def test_one_person_takes_part_on_paper_alone_and_somebody_acts_for_them():
    on_paper = Person.objects.get(email=None)

    assert Support.objects.filter(supported=on_paper, begins__isnull=False).count() == 1


def test_every_kind_and_every_area_is_there_and_one_organisation_is_written_down_twice():
    organisations = Organisation.objects.all()

    assert len(organisations) == ORGANISATIONS
    assert {each.kind_id for each in organisations} == {kind.code for kind in KINDS}
    assert len({each.area_id for each in organisations if each.area_id}) == 22
    assert LikelyPair.objects.filter(second__name_en=WRITTEN_TWICE[1]).exists()
    assert list(organisations_without_answer()) == []


def test_people_have_answered_and_some_are_still_answering():
    assert Answer.objects.exists()
    assert Response.objects.filter(submitted_at__isnull=False).count() >= 9


def test_a_year_of_giving_balances_to_the_penny_and_the_minute():
    sums: dict[str, int] = {}
    for total in network_totals():
        sums[total["unit"]] = sums.get(total["unit"], 0) + total["balance"]

    assert books_balance()
    assert set(sums.values()) == {0}
    assert len(sums) == 4


def test_everything_that_can_become_of_a_gift_or_a_fee_has_become_of_one():
    assert {gift.state for gift in Gift.objects.all()} == {
        "pledged",
        "given",
        "confirmed",
        "declined",
        "forgiven",
        "reversed",
    }
    assert {standing_of(fee).state for fee in fees()} == {"open", "begun", "settled", "waived"}
    assert all(side.pledged >= side.delivered > 0 for side in match())
    kept = [Invoice.objects.count(), BankLine.objects.count(), Fee.objects.filter(waived=True).count()]
    assert min(kept) >= 3


def test_the_plan_has_work_done_and_work_under_way():
    assert Plan.objects.get(is_current=True).begins == plan.FIRST_DAY
    assert Activity.objects.filter(state="done").count() == 3
    assert Activity.objects.filter(state="under_way").count() == 7


def test_there_is_news_in_both_languages_and_one_piece_still_in_one():
    told = NewsPage.objects.order_by("-day")

    assert [bool(news.sides_missing()) for news in told] == [True, False, False]
    assert Picture.objects.count() == 1
    for address in ("/cy/newyddion/", "/en/news/"):
        assert Client().get(address).text.count('class="card"') == 3


def test_the_map_is_full_in_every_area_and_in_both_languages():
    areas = Asset.areas.through.objects.values("area").annotate(number=Count("id"))

    assert 140 <= Asset.objects.count() <= 200
    assert len(areas) == 22
    assert Asset.objects.exclude(name_cy="").exists()
    assert Asset.objects.filter(name_cy="").exists()
    assert Asset.objects.filter(withdrawn_on__isnull=False).exists()


def test_some_offers_and_requests_have_met_and_some_still_wait():
    assert (Offer.objects.count(), Request.objects.count()) == (24, 24)
    assert Suggestion.objects.filter(introduced_on__isnull=False).exists()
    assert Suggestion.objects.filter(introduced_on__isnull=True, closed_on__isnull=True).exists()


def test_people_keep_searches_and_some_words_are_sought_in_vain():
    assert SavedSearch.objects.count() == 2
    assert Sought.objects.exists()
    assert not Sought.objects.filter(words="").exists()


def test_the_journal_tells_of_every_room_that_people_did_something_in():
    rooms = {verb.split(".")[0] for verb in Deed.objects.values_list("verb", flat=True)}

    assert rooms >= {"people", "members", "contributions", "plan"}
