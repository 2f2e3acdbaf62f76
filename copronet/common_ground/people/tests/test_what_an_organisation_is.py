import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.choices import Scheme
from copronet.common_ground.people.models import Organisation, OrganisationNumber
from copronet.common_ground.people.queries import numbers_of, organisations_in_order
from copronet.common_ground.people.validators import example_of, number_as_kept
from copronet.common_ground.places.models import Area
from tests.factories import OrganisationFactory, person_with

CAERDYDD, POWYS = "W06000015", "W06000023"


@pytest.mark.parametrize("scheme", Scheme.values)
def test_each_register_takes_its_own_example(scheme):
    assert number_as_kept(scheme, example_of(scheme)) == example_of(scheme)


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        (Scheme.CHARITY, " 1090 095 ", "1090095"),
        (Scheme.COMPANY, "9506232", "09506232"),
        (Scheme.COMPANY, "ce 012345", "CE012345"),
        (Scheme.MUTUAL, "ip031455", "IP031455"),
        (Scheme.IRISH_CHARITY, "NIC 100280", "100280"),
        (Scheme.SCOTTISH_CHARITY, "sc-042386", "SC042386"),
    ],
)
def test_a_number_is_kept_without_what_people_write_around_it(scheme, written, kept):
    assert number_as_kept(scheme, written) == kept


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        (Scheme.CHARITY, "12345"),
        (Scheme.CHARITY, "12345678"),
        (Scheme.COMPANY, "XX123456"),
        (Scheme.LEARNING, "20000346"),
        (Scheme.SCOTTISH_CHARITY, "042386"),
        (Scheme.LEGAL_ENTITY, "506700GE1G29325QX364"),
        (Scheme.CHARITY, "١٠٩٠٠٩٥"),
    ],
)
def test_a_wrong_number_is_answered_exactly_and_in_both_languages(scheme, written):
    with pytest.raises(ValidationError) as refusal:
        number_as_kept(scheme, written)

    said = refusal.value
    with override("cy"):
        welsh = said.messages
    with override("en"):
        english = said.messages
    assert welsh != english


@given(some.data(), some.integers(min_value=0, max_value=19))
def test_a_digit_for_a_digit_or_a_letter_for_a_letter_is_noticed(data, place):
    right = example_of(Scheme.LEGAL_ENTITY)
    alike = "0123456789" if right[place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    other = data.draw(some.sampled_from(alike.replace(right[place], "")))

    with pytest.raises(ValidationError):
        number_as_kept(Scheme.LEGAL_ENTITY, right[:place] + other + right[place + 1 :])


@pytest.mark.django_db
def test_an_organisation_is_described_with_its_kind_size_numbers_and_places(client):
    client.force_login(person_with("people.look_after"))

    client.post(
        reverse("people:add_organisation"),
        {
            "name_cy": "Cwm Hud",
            "short_name_cy": "CH",
            "kind": "community-group",
            "size": "volunteers",
            "area": POWYS,
            "areas_served": [CAERDYDD],
            "number_gb_chc": "1090 095",
        },
    )

    organisation = Organisation.objects.get()
    assert (organisation.kind_id, organisation.size, organisation.short_name_cy) == (
        "community-group",
        "volunteers",
        "CH",
    )
    assert [area.pk for area in organisation.areas_served.all()] == [CAERDYDD]
    assert numbers_of(organisation) == {"GB-CHC": "1090095"}
    page = client.get(reverse("people:organisation", args=[organisation.pk])).text
    assert all(words in page for words in ("1090095", "Community group", "Citizens and communities"))


@pytest.mark.django_db
def test_a_number_is_changed_and_taken_away_again_and_what_it_was_is_kept(client):
    organisation = OrganisationFactory()
    actor = Actor(person_with("people.look_after"))
    for number in ("1090095", "1173575", ""):
        describe_organisation(
            actor=actor,
            verb="people.organisation_changed",
            organisation=organisation,
            numbers={"GB-CHC": number},
        )

    assert numbers_of(organisation) == {}
    given = Deed.objects.filter(verb="people.number_given").order_by("id")
    assert [deed.version.content["number"] for deed in given] == ["1090095", "1173575"]
    assert Deed.objects.filter(verb="people.number_removed").count() == 1


@pytest.mark.django_db
def test_no_two_organisations_share_a_number(client):
    first, second = OrganisationFactory(), OrganisationFactory()
    OrganisationNumber.objects.create(organisation=first, scheme="GB-COH", number="09506232")
    client.force_login(person_with("people.look_after"))

    page = client.post(
        reverse("people:change_organisation", args=[second.pk]),
        {"name_cy": "Ail", "number_gb_coh": "9506232", "based_on": "0"},
    )

    assert page.context["form"].errors["number_gb_coh"] == [
        f"Another organisation has this number: 09506232 ({first.name_en})"
    ]
    with pytest.raises(ActionRefused):
        describe_organisation(
            actor=Actor(None),
            verb="people.organisation_changed",
            organisation=second,
            numbers={"GB-COH": "09506232"},
        )
    with pytest.raises(IntegrityError):
        OrganisationNumber.objects.create(organisation=second, scheme="GB-COH", number="09506232")


@pytest.mark.django_db
def test_organisations_are_found_by_where_they_work_by_kind_and_by_sector():
    at_home = OrganisationFactory(area=Area.objects.get(pk=POWYS), kind_id="funder")
    at_work = OrganisationFactory(kind_id="primary-care")
    at_work.areas_served.add(POWYS, CAERDYDD)
    gone = OrganisationFactory(merged_into=at_home, kind_id="funder")

    assert list(organisations_in_order(area=POWYS)) == [at_home, at_work]
    assert list(organisations_in_order(area=CAERDYDD)) == [at_work]
    assert list(organisations_in_order(kind="funder")) == [at_home]
    assert list(organisations_in_order(sector="health")) == [at_work]
    assert gone not in organisations_in_order()


@pytest.mark.django_db
def test_the_list_asks_the_same_however_long_it_is(client, count_queries):
    address = reverse("people:organisations")
    OrganisationFactory(kind_id="funder")
    before = count_queries(lambda: client.get(address))
    for _number in range(3):
        OrganisationFactory(kind_id="regulator")

    assert count_queries(lambda: client.get(address)) == before


@pytest.mark.django_db
def test_a_filter_that_makes_no_sense_shows_every_organisation(client):
    OrganisationFactory()

    page = client.get(reverse("people:organisations"), {"kind": "no-such-kind", "sector": "\0"})

    assert len(page.context["organisations"]) == 1


@pytest.mark.django_db
def test_where_a_person_stands_is_theirs_to_say(client):
    person = person_with()
    client.force_login(person)

    client.post(
        reverse("people:my_details"),
        {
            "name": "Mair",
            "language": "cy",
            "reached_by": "email",
            "seen_by": "nobody",
            "level": "frontline",
            "based_on": client.get(reverse("people:my_details")).context["form"]["based_on"].value(),
        },
    )

    person.refresh_from_db()
    assert person.get_level_display() == "Frontline worker"
