"""Who is found in the directory, by whom; and the page of promises."""

from datetime import date

import pytest
from django.urls import reverse

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.actions.departing import leave
from copronet.common_ground.people.models import OrganisationKind
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import search
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.actions.promises import change_promise, make_promise
from copronet.community_of_practice.members.models import ProgressNote
from copronet.community_of_practice.members.queries import promise_entry
from copronet.community_of_practice.members.views.directory import DirectoryView
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
)

pytestmark = pytest.mark.django_db


def shown(page) -> list[str]:
    return [str(member) for member in page.context["members"]]


def test_only_those_who_wish_to_be_found_are_found(client):
    OrganisationMembershipFactory(organisation__name_cy="Gwelir", is_listed=True)
    OrganisationMembershipFactory(organisation__name_cy="Ni welir", is_listed=False)
    OrganisationMembershipFactory(organisation__name_cy="Heb groeso eto", is_listed=True, state="applied")

    page = client.get("/cy/aelodau/")

    assert shown(page) == ["Gwelir"]


def test_a_person_is_found_by_those_to_whom_their_page_is_open(client):
    MembershipFactory(person=PersonFactory(name="Agored", seen_by="everyone"), is_listed=True)
    MembershipFactory(person=PersonFactory(name="I'r rhwydwaith", seen_by="members"), is_listed=True)
    MembershipFactory(person=PersonFactory(name="I neb", seen_by="nobody"), is_listed=True)

    stranger = client.get(reverse("members:directory"))
    client.force_login(PersonFactory())
    member = client.get(reverse("members:directory"))

    assert shown(stranger) == ["Agored"]
    assert shown(member) == ["Agored", "I'r rhwydwaith"]


def test_a_letter_shows_what_stands_under_it_with_the_facets_kept(client):
    gwynedd, powys = Area.objects.get(name_cy="Gwynedd"), Area.objects.get(name_cy="Powys")
    for name, area in (("Llais", gwynedd), ("Lleisiau", powys), ("Lolfa", gwynedd), ("Dydd", powys)):
        organisation = OrganisationFactory(name_cy=name, name_en="", area=area)
        OrganisationMembershipFactory(organisation=organisation, is_listed=True)
    MembershipFactory(person=PersonFactory(name="Llinos", seen_by="everyone", area=gwynedd), is_listed=True)
    MembershipFactory(person=PersonFactory(name="Delyth", seen_by="nobody", area=gwynedd), is_listed=True)

    everywhere = client.get("/cy/aelodau/")
    ll = client.get("/cy/aelodau/", {"letter": "ll", "area": gwynedd.code, "page": "1"})
    d = client.get("/cy/aelodau/", {"letter": "d", "area": gwynedd.code})

    assert everywhere.context["letters"] == ["d", "l", "ll"]
    assert (shown(ll), ll.context["letters"]) == (["Llais", "Llinos"], ["l", "ll"])
    assert f'href="?letter=l&amp;area={gwynedd.code}"' in ll.text
    assert ll.context["map"].tiles[powys.code].value == 1
    assert ll.context["paginator"].count == 2
    assert shown(d) == []


def test_an_english_reader_finds_an_organisation_under_its_english_name(client):
    organisation = OrganisationFactory(name_cy="Llais", name_en="Voice")
    OrganisationMembershipFactory(organisation=organisation, is_listed=True)

    page = client.get("/en/members/", {"letter": "v"})

    assert len(shown(page)) == 1


def test_members_stand_in_the_order_of_the_readers_alphabet(client):
    for name in ("Chwarae Teg", "Cymru Gyfan", "Dydd Da", "Ddoe"):
        OrganisationMembershipFactory(organisation=OrganisationFactory(name_cy=name), is_listed=True)

    assert shown(client.get("/cy/aelodau/")) == ["Cymru Gyfan", "Chwarae Teg", "Dydd Da", "Ddoe"]


def test_the_map_counts_in_every_area_what_fits_the_other_choices(client):
    gwynedd, powys = Area.objects.get(name_en="Gwynedd"), Area.objects.get(name_en="Powys")
    for area, talks in ((gwynedd, "cy"), (gwynedd, "en"), (powys, "both")):
        OrganisationMembershipFactory(organisation__area=area, is_listed=True, talks=talks)

    page = client.get(reverse("members:directory"), {"area": gwynedd.code, "talks": "cy"})

    assert len(shown(page)) == 1
    assert {code: tile.value for code, tile in page.context["map"].tiles.items()} == {
        gwynedd.code: 1,
        powys.code: 1,
    }


def test_the_page_says_how_many_fit_in_the_area_that_was_chosen_and_in_none(client):
    powys = Area.objects.get(name_en="Powys")
    for area in (powys, powys, None):
        OrganisationMembershipFactory(organisation__area=area, is_listed=True)

    everywhere, in_powys, elsewhere = (
        client.get(reverse("members:directory"), {"area": area}).context["paginator"].count
        for area in ("", powys.code, Area.objects.get(name_en="Gwynedd").code)
    )

    assert (everywhere, in_powys, elsewhere) == (3, 2, 0)


def test_the_second_leaf_begins_where_the_first_ends(client, monkeypatch):
    monkeypatch.setattr(DirectoryView, "paginate_by", 2)
    for name in ("Ffa", "Cennin", "Afal"):
        OrganisationMembershipFactory(organisation__name_cy=name, is_listed=True)

    leaves = [shown(client.get("/cy/aelodau/", {"page": number})) for number in (1, 2)]

    assert leaves == [["Afal", "Cennin"], ["Ffa"]]


def test_a_choice_that_means_nothing_shows_everybody(client):
    OrganisationMembershipFactory(is_listed=True)

    page = client.get(reverse("members:directory"), {"area": "W99", "theme": "x"})

    assert len(shown(page)) == 1


def test_a_promise_that_is_not_shared_is_read_by_nobody_else(client):
    member = OrganisationMembershipFactory()
    PromiseFactory(membership=member, is_shared=False)

    page = client.get(reverse("members:promises"))

    assert list(page.context["promises"]) == []


def test_only_shared_notes_stand_under_a_promise(client):
    promise = PromiseFactory(membership=OrganisationMembershipFactory())
    for words, is_shared in (("I bawb", True), ("I ni", False)):
        ProgressNote.objects.create(
            membership=promise.membership,
            promise=promise,
            about="promise",
            words=words,
            language="cy",
            is_shared=is_shared,
            given="online",
        )

    page = client.get(reverse("members:promises"))

    assert "I bawb" in page.text
    assert "I ni" not in page.text


@pytest.mark.parametrize("address", ["members:directory", "members:promises", "members:practice"])
def test_the_pages_ask_as_often_for_three_members_as_for_one(client, count_queries, address):
    def one_more():
        promise = PromiseFactory(
            membership=OrganisationMembershipFactory(is_listed=True, organisation__area=Area.objects.first())
        )
        for about in ("promise", "practice"):
            ProgressNote.objects.create(
                membership=promise.membership,
                promise=promise if about == "promise" else None,
                about=about,
                words="Gwrando",
                language="cy",
                is_shared=True,
                given="online",
            )

    one_more()
    with_one = count_queries(lambda: client.get(reverse(address)))
    one_more()
    one_more()

    assert count_queries(lambda: client.get(reverse(address))) == with_one


def test_an_organisations_promise_is_found_by_its_words_while_it_is_shared():
    promise = PromiseFactory(membership=OrganisationMembershipFactory(), words_cy="Gwrando ar ofalwyr ifanc")
    assert promise_entry(promise).titles["cy"] == "Gwrando ar ofalwyr ifanc"

    promise.is_shared = False
    assert promise_entry(promise) is None


@pytest.mark.parametrize("state", ["applied", "left"])
def test_the_promise_of_whoever_is_no_member_is_not_found(state):
    membership = OrganisationMembershipFactory(state=state)

    assert promise_entry(PromiseFactory(membership=membership)) is None


def finders(*readers) -> list[bool]:
    return [bool(search("addewais", reader=reader, language="cy").results) for reader in readers]


def test_a_persons_promise_is_found_by_whoever_may_open_their_page():
    person = PersonFactory(seen_by="members")
    PromiseFactory(membership__person=person, words_cy="Addewais wrando ar ofalwyr")
    readers = (None, PersonFactory(), person)

    to_members = finders(*readers)
    person.seen_by = "everyone"
    person.save()
    to_everyone = finders(*readers)
    person.seen_by = "nobody"
    person.save()
    to_nobody_else = finders(*readers)

    assert (to_members, to_everyone) == ([False, True, True], [True, True, True])
    assert to_nobody_else == [False, False, True]


def test_the_promise_of_whoever_leaves_is_found_no_more():
    promise = PromiseFactory(membership__person__seen_by="everyone", words_cy="Addewais wrando")
    assert finders(None) == [True]

    leave(actor=Actor(promise.membership.person), person=promise.membership.person)

    assert finders(None) == [False]


def test_an_organisations_promise_is_found_by_the_name_it_has_now():
    organisation = PromiseFactory(membership=OrganisationMembershipFactory()).membership.organisation

    organisation.name_cy = "Criw Newydd Llanffug"
    organisation.save()

    assert Document.objects.get(kind="members.promise").text_cy == "Criw Newydd Llanffug"


def test_a_theme_of_what_a_member_would_like_does_not_find_them(client):
    """Only the promise is for others to read; what they offer or need they told the network."""
    theme = Theme.objects.first()
    member = OrganisationMembershipFactory(is_listed=True)
    member.interests.create(kind="request", language="cy").themes.add(theme)

    page = client.get(reverse("members:directory"), {"theme": theme.pk})

    assert shown(page) == []


def test_a_promise_is_found_by_its_themes_as_they_stand():
    first = Theme.objects.first()
    actor, member = Actor(PersonFactory()), OrganisationMembershipFactory()
    promise = make_promise(
        actor=actor, membership=member, due=date(2027, 1, 1), words_cy="Gwrando", themes=[first]
    )
    made = Document.objects.get(kind="members.promise").themes

    change_promise(actor=actor, promise=promise, due=date(2027, 2, 1), reason="Gwell", words_cy="Sgwrsio")

    assert (made, Document.objects.get(kind="members.promise").themes) == ([first.code], [first.code])


def test_members_and_promises_are_narrowed_by_sector_and_kind(client):
    kinds = list(OrganisationKind.objects.order_by("sector__place", "place"))
    first, last = kinds[0], kinds[-1]
    for kind in (first, last):
        PromiseFactory(
            membership=OrganisationMembershipFactory(organisation__kind=kind, is_listed=True),
            words_cy=f"Addewid {kind.pk}",
        )

    by_sector = client.get(reverse("members:directory"), {"sector": first.sector_id})
    by_kind = client.get(reverse("members:directory"), {"kind": last.pk})
    promises = client.get(reverse("members:promises"), {"sector": last.sector_id})

    assert [member.organisation.kind for member in by_sector.context["members"]] == [first]
    assert [member.organisation.kind for member in by_kind.context["members"]] == [last]
    assert [promise.words_cy for promise in promises.context["promises"]] == [f"Addewid {last.pk}"]
