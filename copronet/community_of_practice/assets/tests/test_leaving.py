"""What becomes of assets when people leave, are merged, or ask what is held about them; and what is counted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor, restore
from copronet.common_ground.journal.models import Version
from copronet.common_ground.people.actions.departing import forget_departed, leave, record_death
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.actions.merging_organisations import merge_organisations
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.search.queries import search
from copronet.community_of_practice.assets.actions.keeping import add_asset, change_asset
from copronet.community_of_practice.assets.actions.reporting import report_out_of_date
from copronet.community_of_practice.assets.measures import assets_on_the_map
from copronet.community_of_practice.assets.models import Asset
from tests.factories import AssetFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_whoever_leaves_takes_their_own_entries_along_and_what_they_looked_after_stays():
    mair = PersonFactory()
    own = AssetFactory(
        whose="person", person=mair, name_cy="Fy mhrofiad", about_cy="Stori", north=5242, east=-272
    )
    place = AssetFactory(name_cy="Neuadd")
    place.stewards.add(mair)
    leave(actor=Actor(mair), person=mair)

    forget_departed(on=timezone.localdate() + timedelta(days=4000))

    own.refresh_from_db()
    assert (own.name_cy, own.name_en, own.about_cy, own.north, own.is_withdrawn) == ("…", "", "", None, True)
    assert search("profiad", language="cy").total == 0
    assert not Asset.objects.get(pk=place.pk).is_withdrawn
    assert list(place.stewards.all()) == []


def test_on_the_day_somebody_leaves_what_they_have_is_off_the_map(client):
    mair = PersonFactory(seen_by="everyone", name="Mair Bowen")
    own = AssetFactory(whose="person", person=mair)
    place = AssetFactory()
    place.stewards.add(mair)

    leave(actor=Actor(mair), person=mair)

    assert client.get(own.get_absolute_url()).status_code == 404
    assert "Mair Bowen" not in client.get("/en/assets/download.csv").getvalue().decode()
    assert client.get(place.get_absolute_url()).status_code == 200


def test_what_somebody_who_has_died_had_is_off_the_map_that_day():
    mair = PersonFactory()
    own = AssetFactory(whose="person", person=mair)

    record_death(actor=Actor(PersonFactory()), person=mair, on=timezone.localdate())

    own.refresh_from_db()
    assert own.is_withdrawn
    assert own.withdrawn_why


def test_nothing_sealed_holds_the_words_of_what_a_person_has():
    mair = PersonFactory()
    own = add_asset(actor=Actor(mair), asset=AssetFactory.build(about_cy="Fy stori"), holder=mair)
    own.about_cy = "Stori arall"
    change_asset(actor=Actor(mair), asset=own)
    report_out_of_date(actor=Actor(None), asset=own, words="Mae Mair wedi symud", language="cy")
    leave(actor=Actor(mair), person=mair)

    forget_departed(on=timezone.localdate() + timedelta(days=4000))

    versions = str(list(Version.objects.filter(object_type="assets.asset").values_list("content")))
    assert "tori" not in versions
    assert own.name_cy not in versions
    assert list(own.reports.values_list("words", flat=True)) == [""]


def test_an_earlier_version_never_gives_an_asset_back_to_a_record_that_is_gone():
    gone, stays = OrganisationFactory(), OrganisationFactory()
    mair = PersonFactory()
    hall = add_asset(actor=Actor(mair), asset=AssetFactory.build(name_cy="Neuadd"), holder=gone)
    merge_organisations(actor=Actor(mair), duplicate=gone, kept=stays, chosen={})
    hall = Asset.objects.get(pk=hall.pk)
    hall.name_cy = "Y Neuadd"
    change_asset(actor=Actor(mair), asset=hall)

    restore(actor=Actor(mair), content=hall, number=1)

    hall.refresh_from_db()
    assert (hall.organisation, hall.name_cy) == (stays, "Neuadd")


def test_two_records_of_one_person_have_their_assets_together():
    gone, stays = PersonFactory(), PersonFactory()
    own = AssetFactory(whose="person", person=gone)
    both = AssetFactory()
    both.stewards.set([gone, stays])

    merge(actor=Actor(PersonFactory()), duplicate=gone, kept=stays, chosen={})

    own.refresh_from_db()
    assert own.person == stays
    assert list(both.stewards.all()) == [stays]


def test_two_records_of_one_organisation_have_their_assets_together():
    gone, stays = OrganisationFactory(), OrganisationFactory()
    own = AssetFactory(whose="organisation", organisation=gone)

    merge_organisations(actor=Actor(PersonFactory()), duplicate=gone, kept=stays, chosen={})

    own.refresh_from_db()
    assert own.organisation == stays


def test_everybody_can_take_along_what_they_have_on_the_map():
    mair = PersonFactory()
    AssetFactory(whose="person", person=mair, name_cy="Trwsio")

    held = everything_about(mair)["assets"]

    assert [own["name_cy"] for own in held["own"]] == ["Trwsio"]


def test_the_evaluation_counts_what_is_on_the_map_whoever_may_see_it():
    fresh = AssetFactory(seen_by="stewards", name_en="")
    fresh.areas.add("W06000008")
    old = AssetFactory(checked_on=timezone.localdate() - timedelta(days=366))
    AssetFactory(withdrawn_on=timezone.localdate(), withdrawn_why="Wedi cau")

    counted = {each.asset: (each.areas, each.languages, each.is_fresh) for each in assets_on_the_map()}

    assert counted == {
        fresh.pk: (("W06000008",), ("cy",), True),
        old.pk: ((), ("cy", "en"), False),
    }
