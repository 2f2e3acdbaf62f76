import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.choices import KINDS, SECTORS
from copronet.common_ground.people.imports import bring_in_founding
from copronet.common_ground.people.models import OrganisationKind, Sector
from copronet.common_ground.people.queries import kinds_in_order, sectors_in_order
from tests.factories import OrganisationFactory, person_with

pytestmark = pytest.mark.django_db


def test_the_network_is_founded_with_the_kinds_of_the_proposal_in_sectors():
    assert OrganisationKind.objects.count() == len(KINDS) == 19
    assert {kind.sector_id for kind in kinds_in_order()} == {sector.code for sector in SECTORS}


def test_what_was_renamed_or_no_longer_offered_stays_so_after_a_migration():
    OrganisationKind.objects.filter(code="funder").update(name_en="Giver", is_offered=False)

    bring_in_founding(using="default")

    funder = OrganisationKind.objects.get(code="funder")
    assert (funder.name_en, funder.is_offered) == ("Giver", False)


def test_the_network_adds_a_kind_without_code(client):
    client.force_login(person_with("people.edit_kinds"))

    client.post(
        reverse("people:add_kind"),
        {"name_cy": "Ysgol", "name_en": "School", "sector": "research-learning", "place": "2"},
    )

    school = OrganisationKind.objects.get(name_en="School")
    assert (school.code, school.sector_id) == ("school", "research-learning")
    assert Deed.objects.get(verb="people.kind_added").version.content["name_cy"] == "Ysgol"


def test_two_of_one_name_have_codes_of_their_own(client):
    client.force_login(person_with("people.edit_kinds"))

    for _time in range(2):
        client.post(reverse("people:add_sector"), {"name_en": "Health", "place": "3"})

    assert list(Sector.objects.filter(name_en="Health").order_by("code").values_list("code", flat=True)) == [
        "health",
        "health-2",
        "health-3",
    ]


def test_the_same_form_sent_twice_adds_one_kind(client):
    client.force_login(person_with("people.edit_kinds"))
    address = reverse("people:add_kind")
    key = client.get(address).context["form"]["deed_key"].value()
    sent = {"name_cy": "Ysgol", "sector": "health", "place": "2", "deed_key": str(key)}

    for _time in range(2):
        client.post(address, sent)

    assert OrganisationKind.objects.filter(name_cy="Ysgol").count() == 1


def test_a_kind_that_is_no_longer_offered_stays_with_those_that_have_it(client):
    OrganisationKind.objects.filter(code="funder").update(is_offered=False)
    has_it, has_not = OrganisationFactory(kind_id="funder"), OrganisationFactory()
    client.force_login(person_with("people.look_after"))

    offered = [
        {
            kind.pk
            for kind in client.get(reverse("people:change_organisation", args=[organisation.pk]))
            .context["form"]
            .fields["kind"]
            .queryset
        }
        for organisation in (has_it, has_not)
    ]

    assert [("funder" in kinds) for kinds in offered] == [True, False]


def test_the_list_stands_in_the_order_of_the_network_then_of_the_language():
    Sector.objects.update(place=1)

    with override("cy"):
        welsh = [sector.name_cy for sector in sectors_in_order()]
    with override("en"):
        english = [sector.name_en for sector in sectors_in_order()]

    assert welsh[:2] == ["Dinasyddion a chymunedau", "Iechyd"]
    assert english[:2] == ["Citizens and communities", "Health"]


def test_the_page_of_kinds_asks_the_same_however_many_there_are(client, count_queries):
    client.force_login(person_with("people.edit_kinds"))
    before = count_queries(lambda: client.get(reverse("people:kinds")))
    for number in range(3):
        sector = Sector.objects.create(code=f"s{number}", name_cy="Sector")
        OrganisationKind.objects.create(code=f"k{number}", name_cy="Math", sector=sector)

    assert count_queries(lambda: client.get(reverse("people:kinds"))) == before
