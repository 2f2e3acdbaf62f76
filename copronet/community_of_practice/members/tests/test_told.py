"""Everything that was told when joining, on one page: by whom it is read, and how far."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import OrganisationKind
from copronet.community_of_practice.contributions.actions.fees import agree_fee, waive_fee
from copronet.community_of_practice.contributions.models import Band
from copronet.community_of_practice.members.actions.joining import (
    agree_to_principles,
    begin,
    choose_listing,
    say_interest,
)
from copronet.community_of_practice.members.actions.promises import make_promise
from copronet.community_of_practice.members.queries import principles_in_force
from tests.factories import (
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def membership(client):
    """Somebody who has told everything, and answered where they start from."""
    person = PersonFactory(name="Mair Huws")
    me = Actor(person)
    made = begin(actor=me, person=person)
    agree_to_principles(actor=me, membership=made, principles=principles_in_force(), given="online")
    make_promise(actor=me, membership=made, words_cy="Gwrando ar ofalwyr", due=made.since.replace(year=2027))
    say_interest(actor=me, membership=made, kind="offer", words="Profiad o ofalu", language="cy", themes=[])
    choose_listing(actor=me, membership=made, is_listed=True, talks="both")
    band = Band.objects.filter(for_whom="persons").latest("suggested_pence")
    agree_fee(actor=me, party=person, band=band, pence=band.suggested_pence)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    steps = [each.step.code for each in client.get(reverse("members:check", args=[made.pk])).context["told"]]
    number = steps.index("baseline") + 1
    client.post(reverse("members:step", args=[made.pk, number]), {"q-knows": "2", "q-confident": "3"})
    client.logout()
    return made


def read(client, reader, membership, language="en"):
    client.force_login(reader, backend="django.contrib.auth.backends.ModelBackend")
    with override(language):
        return client.get(reverse("members:told", args=[membership.pk]))


def lines_of(page, code):
    return next(each.lines for each in page.context["told"] if each.step.code == code)


@pytest.mark.parametrize(("language", "title"), [("cy", "wrth ymuno"), ("en", "when joining")])
def test_staff_read_it_all_on_one_page_before_they_welcome(client, membership, language, title):
    page = read(client, person_with("members.look_after"), membership, language)

    for words in (title, "Mair Huws", "Gwrando ar ofalwyr", "Profiad o ofalu", "£60.00"):
        assert words in page.text
    assert all(each.is_done for each in page.context["told"] if each.step.code != "about_me")


def test_where_they_start_from_is_not_read_with_the_name_by_the_staff(client, membership):
    staff = read(client, person_with("members.look_after"), membership)
    own = read(client, membership.person, membership)

    assert len(lines_of(staff, "baseline")) == 1
    assert "without the name" in lines_of(staff, "baseline")[0][1][0]
    assert len(lines_of(own, "baseline")) > 1


def test_another_member_does_not_read_it(client, membership):
    assert read(client, PersonFactory(), membership).status_code == 404


def test_the_applicant_sees_the_same_before_sending_it(client, membership):
    client.force_login(membership.person, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(reverse("members:check", args=[membership.pk]))

    assert "Profiad o ofalu" in page.text
    assert "Gwrando ar ofalwyr" in page.text


def test_what_is_missing_is_said_and_nothing_is_made_up(client):
    person = PersonFactory()
    made = begin(actor=Actor(person), person=person)

    page = read(client, person, made)

    missing = [each.step.code for each in page.context["told"] if not each.is_done]
    assert missing == ["about_me", "principles", "promise", "baseline", "fee", "choices"]
    assert all(not lines_of(page, code) for code in missing if code != "about_me")


def test_a_fee_that_was_waived_says_no_more_than_that(client, membership):
    waive_fee(actor=Actor(membership.person), party=membership.person)

    page = read(client, person_with("members.look_after"), membership)

    assert lines_of(page, "fee") == [("This year", ["Nothing this year"])]


def test_an_organisation_is_shown_with_its_kind_and_who_acts_for_it_may_read_it(client):
    kind = OrganisationKind.objects.select_related("sector").earliest("pk")
    organisation = OrganisationFactory(name_en="Cwm Hud Centre", kind=kind)
    made = OrganisationMembershipFactory(organisation=organisation)
    speaker = RepresentationFactory(organisation=organisation, answers_for_it=True).person

    page = read(client, speaker, made)

    assert lines_of(page, "about_us")[0][1] == ["Cwm Hud Centre"]
    assert str(kind.name) in page.text
