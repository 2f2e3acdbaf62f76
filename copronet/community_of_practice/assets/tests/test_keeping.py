"""An asset is added in a minute, changed with its history, withdrawn and brought back; never deleted."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.people.models import Support
from copronet.common_ground.search.queries import search
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.actions.keeping import (
    add_asset,
    bring_back,
    change_asset,
    withdraw,
)
from copronet.community_of_practice.assets.actions.stewarding import end_stewardship, name_steward
from copronet.community_of_practice.assets.models import Asset, AssetPicture
from tests.factories import (
    AssetFactory,
    OrganisationFactory,
    PersonFactory,
    PictureFactory,
    RepresentationFactory,
    person_with,
)
from tests.files import picture_file

pytestmark = pytest.mark.django_db
SENT = {
    "kind": "skills",
    "name_cy": "Trwsio beiciau",
    "where": "W06000008",
    "seen_by": "everyone",
    "check_every": "12",
}


def send(client, person, **more):
    client.force_login(person)
    return client.post(reverse("assets:add"), {**SENT, "holder": f"p{person.pk}", **more})


def test_three_answers_put_something_on_the_map(client):
    mair = PersonFactory()

    send(client, mair)

    asset = Asset.objects.get()
    assert (asset.person, asset.whose, asset.name_cy, asset.name_en) == (mair, "person", "Trwsio beiciau", "")
    assert [area.pk for area in asset.areas.all()] == ["W06000008"]
    assert (asset.checked_on, asset.added_by) == (timezone.localdate(), mair)
    assert Deed.objects.filter(verb="assets.added", version__isnull=False).count() == 1


def test_the_same_form_sent_twice_adds_one_thing(client):
    mair, key = PersonFactory(), "8a0f7e2c-5d0f-4a9e-9a56-0c3d8a3a3b11"

    for _time in range(2):
        send(client, mair, deed_key=key)

    assert Asset.objects.count() == 1


def test_a_name_in_neither_language_is_asked_for_in_place_and_nothing_typed_is_lost(client):
    page = send(client, PersonFactory(), name_cy="", about_cy="Bob nos Iau")

    assert page.status_code == 200
    assert "Bob nos Iau" in page.text
    assert list(page.context["form"].errors) == ["name_cy"]


def test_a_point_is_kept_as_a_square_and_the_point_itself_nowhere(client):
    send(client, PersonFactory(), point="52.41531, -4.08294")

    asset = Asset.objects.get()
    assert (asset.north, asset.east) == (5242, -272)
    assert "52.41531" not in str(list(Version.objects.values()))


def test_a_point_in_the_sea_is_answered_in_place_in_welsh(client):
    client.force_login(PersonFactory())
    page = client.post("/cy/asedau/ychwanegu/", {**SENT, "holder": "place", "point": "52.4, -4.6"})

    assert "Nid yw&#x27;r pwynt hwn yng Nghymru" in page.text
    assert not Asset.objects.exists()


def test_whoever_acts_for_an_organisation_adds_and_changes_its_assets(client):
    acting = RepresentationFactory()

    send(client, acting.person, holder=f"o{acting.organisation.pk}")

    asset = Asset.objects.get()
    assert (asset.organisation, asset.whose) == (acting.organisation, "organisation")
    assert acting.person.has_perm("assets.edit", asset)
    assert not PersonFactory().has_perm("assets.edit", asset)


def test_nobody_adds_for_an_organisation_they_do_not_act_for(client):
    page = send(client, PersonFactory(), holder=f"o{OrganisationFactory().pk}")

    assert "holder" in page.context["form"].errors


def test_a_supporter_adds_for_somebody(client):
    supporter, supported = PersonFactory(), PersonFactory()
    Support.objects.create(
        supporter=supporter, supported=supported, agreed="in_person", begins=date(2026, 1, 1)
    )

    send(client, supporter, holder=f"p{supported.pk}")

    assert Asset.objects.get().person == supported


def test_whoever_adds_something_of_a_place_looks_after_it(client):
    mair = PersonFactory()

    send(client, mair, holder="place")

    asset = Asset.objects.get()
    assert (asset.whose, list(asset.stewards.all())) == ("place", [mair])


@pytest.mark.parametrize("whose", ["person", "organisation", "place"])
def test_the_database_holds_one_holder(whose):
    wrong = {"person": None} if whose != "place" else {"person": PersonFactory()}

    with pytest.raises(IntegrityError):
        AssetFactory(whose=whose, **wrong)


def test_a_change_keeps_the_earlier_version_and_counts_as_checked(client):
    mair = PersonFactory()
    send(client, mair)
    Asset.objects.update(checked_on=date(2025, 1, 1))
    asset = Asset.objects.get()

    client.post(
        reverse("assets:change", args=[asset.pk]),
        {**SENT, "name_en": "Mending bicycles", "where": "wales", "based_on": "1"},
    )

    asset.refresh_from_db()
    assert (asset.name_en, asset.in_all_wales, asset.checked_on) == (
        "Mending bicycles",
        True,
        timezone.localdate(),
    )
    assert Version.objects.filter(object_type="assets.asset").count() == 2


def test_two_stewards_at_once_are_shown_each_others_words(client):
    mair = PersonFactory()
    send(client, mair)
    asset = Asset.objects.get()
    address = reverse("assets:change", args=[asset.pk])
    client.post(address, {**SENT, "name_cy": "Trwsio beiciau plant", "based_on": "1"})

    page = client.post(address, {**SENT, "name_cy": "Trwsio pob beic", "based_on": "1"})

    assert page.status_code == 200
    assert "Trwsio beiciau plant" in str(page.context["form"].conflict)
    assert "Trwsio pob beic" in page.text
    assert Asset.objects.get().name_cy == "Trwsio beiciau plant"


def test_what_is_withdrawn_leaves_the_map_with_its_reason_and_comes_back():
    asset, mair = AssetFactory(), PersonFactory()

    withdraw(actor=Actor(mair), asset=asset, why="Mae'r neuadd wedi cau")
    asset.refresh_from_db()
    gone = (asset.is_withdrawn, asset.withdrawn_why, search("Neuadd", language="cy").total)
    bring_back(actor=Actor(mair), asset=asset)
    asset.refresh_from_db()

    assert gone == (True, "Mae'r neuadd wedi cau", 0)
    assert (asset.is_withdrawn, search("Neuadd", language="cy").total) == (False, 1)


def test_withdrawing_needs_a_reason_and_happens_once():
    asset, actor = AssetFactory(), Actor(PersonFactory())

    with pytest.raises(ActionRefused):
        withdraw(actor=actor, asset=asset, why="  ")
    withdraw(actor=actor, asset=asset, why="Wedi cau")
    with pytest.raises(ActionRefused):
        withdraw(actor=actor, asset=asset, why="Wedi cau")


def test_only_those_it_is_meant_for_meet_an_asset(client):
    hidden, inner = AssetFactory(seen_by="stewards"), AssetFactory(seen_by="members")
    steward = PersonFactory()
    hidden.stewards.add(steward)

    def answers(person):
        if person:
            client.force_login(person)
        return [client.get(asset.get_absolute_url()).status_code for asset in (inner, hidden)]

    assert answers(None) == [404, 404]
    assert answers(PersonFactory()) == [200, 404]
    assert answers(steward) == [200, 200]


def test_earlier_versions_are_for_those_who_look_after_it(client):
    steward = PersonFactory()
    hall = add_asset(
        actor=Actor(steward),
        asset=AssetFactory.build(seen_by="stewards", about_cy="Cyfrinach"),
        holder=None,
    )
    hall.seen_by, hall.about_cy = "everyone", "Agored"
    change_asset(actor=Actor(steward), asset=hall)
    earlier = reverse("journal:difference", args=["assets.asset", hall.pk]) + "?older=1&newer=2"

    for_everybody = client.get(earlier).status_code
    client.force_login(steward)

    assert (for_everybody, "Cyfrinach" in client.get(earlier).text) == (404, True)


def test_the_search_finds_for_each_only_what_they_may_see():
    steward, acting = PersonFactory(), RepresentationFactory()
    add_asset(
        actor=Actor(acting.person),
        asset=AssetFactory.build(name_cy="Ogof", seen_by="stewards"),
        holder=acting.organisation,
        stewards=[steward],
    )

    found = [search("ogof", language="cy", reader=each).total for each in (None, PersonFactory(), steward)]

    assert found == [0, 0, 1]
    assert search("ogof", language="cy", reader=acting.person).total == 1
    assert search("ogof", language="cy", reader=person_with("assets.look_after")).total == 1


def test_an_asset_is_found_by_its_area_its_kind_and_its_theme_in_either_language():
    asset = AssetFactory.build(name_cy="Cadair", name_en="Chair", kind="equipment")
    add_asset(
        actor=Actor(PersonFactory()),
        asset=asset,
        holder=None,
        links={"areas": ["W06000015"], "themes": [Theme.objects.get(code="carers")]},
    )

    for words, language in (("yng Nghaerdydd", "cy"), ("Cardiff", "en"), ("offer", "cy"), ("gofalwyr", "cy")):
        results = search(words, language=language).results
        assert asset.pk in [
            int(each.document.object_id) for each in results if each.document.kind == "assets.asset"
        ]


def test_a_name_that_is_closed_to_a_reader_stays_unknown_on_the_page(client):
    holder = PersonFactory(name="Cudd Iawn", seen_by="nobody")
    asset = AssetFactory(whose="person", person=holder)

    page = client.get(asset.get_absolute_url())

    assert "Cudd Iawn" not in page.text


def test_a_steward_is_named_by_the_name_on_an_open_page(client):
    acting = RepresentationFactory()
    asset = AssetFactory(whose="organisation", organisation=acting.organisation)
    PersonFactory(name="Caeedig Enghraifft", seen_by="nobody")
    open_to_all = PersonFactory(name="Agored Enghraifft", seen_by="members")
    client.force_login(acting.person)
    address = reverse("assets:stewards", args=[asset.pk])

    refused = client.post(address, {"name": "Caeedig Enghraifft"})
    client.post(address, {"name": "agored enghraifft"})

    assert "name" in refused.context["form"].errors
    assert list(asset.stewards.all()) == [open_to_all]
    assert open_to_all.letters.get().template == "assets/letters/steward"


def test_nobody_sends_letters_without_end_by_naming_the_same_steward_again_and_again():
    mair, gwen = PersonFactory(), PersonFactory()
    asset = AssetFactory(whose="person", person=mair)
    for _each in range(10):
        name_steward(actor=Actor(mair), asset=asset, person=gwen)
        end_stewardship(actor=Actor(mair), asset=asset, person=gwen)

    with pytest.raises(ActionRefused):
        name_steward(actor=Actor(mair), asset=asset, person=gwen)


def test_something_of_a_place_always_has_somebody_who_looks_after_it():
    asset, only = AssetFactory(), PersonFactory()
    asset.stewards.add(only)

    with pytest.raises(ActionRefused):
        end_stewardship(actor=Actor(only), asset=asset, person=only)
    name_steward(actor=Actor(only), asset=asset, person=PersonFactory())
    end_stewardship(actor=Actor(only), asset=asset, person=only)

    assert only not in asset.stewards.all()


def test_a_picture_is_shown_once_its_people_have_agreed(client):
    acting = RepresentationFactory()
    asset = AssetFactory(whose="organisation", organisation=acting.organisation)
    AssetPicture.objects.create(asset=asset, picture=PictureFactory(people_shown="unknown"))
    client.force_login(acting.person)

    client.post(
        reverse("assets:pictures", args=[asset.pk]),
        {"picture": picture_file(), "alternative_cy": "Bwrdd", "people_shown": "nobody"},
    )

    page = client.get(asset.get_absolute_url())
    assert asset.pictures.count() == 2
    assert page.text.count("<img") == 1


def test_what_a_new_member_said_they_could_offer_goes_on_the_map_by_one_tap_and_once(client):
    from copronet.community_of_practice.members.models import Interest
    from tests.factories import MembershipFactory

    membership = MembershipFactory(person__area_id="W06000002")
    interest = Interest.objects.create(
        membership=membership, kind="offer", words="Allwedd i'r neuadd\nbob nos Fawrth", language="cy"
    )
    interest.themes.set(Theme.objects.filter(code="carers"))
    client.force_login(membership.person)
    assert "Allwedd i&#x27;r neuadd" in client.get(reverse("assets:mine")).text

    for _time in range(2):
        answer = client.post(reverse("assets:from_interest", args=[interest.pk]), {"kind": "space"})

    asset = Asset.objects.get()
    assert answer.headers["Location"] == asset.get_absolute_url()
    assert (asset.name_cy, asset.kind, asset.person) == ("Allwedd i'r neuadd", "space", membership.person)
    assert asset.about_cy.endswith("bob nos Fawrth")
    assert [theme.code for theme in asset.themes.all()] == ["carers"]
    assert [area.pk for area in asset.areas.all()] == ["W06000002"]
