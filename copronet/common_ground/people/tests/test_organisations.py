import pytest
from django.core import mail
from django.urls import reverse

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.organisations import (
    agree_to_represent,
    ask_representative,
    end_representation,
    make_answer,
    take_on_answering,
)
from copronet.common_ground.people.models import Organisation, Representation
from copronet.common_ground.people.queries import organisations_of, organisations_without_answer
from copronet.common_ground.work.actions import run_due
from tests.at_once import only_where_rows_are_held, together
from tests.factories import OrganisationFactory, PersonFactory, RepresentationFactory, person_with

from .measuring import asked_with, words_of

pytestmark = pytest.mark.django_db


def test_whoever_is_asked_acts_for_the_organisation_once_they_agree():
    organisation, person, asking = OrganisationFactory(), PersonFactory(), PersonFactory()
    asked = ask_representative(actor=Actor(asking), organisation=organisation, address=person.email)
    assert list(organisations_of(person)) == []

    agree_to_represent(actor=Actor(person), representation=asked)

    assert list(organisations_of(person)) == [organisation]


def test_nobody_else_can_agree_for_them():
    asked = ask_representative(
        actor=Actor(PersonFactory()), organisation=OrganisationFactory(), address=PersonFactory().email
    )

    with pytest.raises(ActionRefused):
        agree_to_represent(actor=Actor(PersonFactory()), representation=asked)


def test_one_person_at_a_time_answers_for_an_organisation():
    former = RepresentationFactory(answers_for_it=True)
    other = RepresentationFactory(organisation=former.organisation)

    make_answer(actor=Actor(former.person), representation=other)

    answering = former.organisation.representations.filter(answers_for_it=True)
    assert [each.person for each in answering] == [other.person]


def test_when_the_one_who_answers_goes_the_others_are_told_and_one_takes_it_on(
    django_capture_on_commit_callbacks,
):
    former = RepresentationFactory(answers_for_it=True)
    other = RepresentationFactory(organisation=former.organisation)

    with django_capture_on_commit_callbacks(execute=True):
        end_representation(actor=Actor(former.person), representation=former)
    run_due()
    assert [letter.to for letter in mail.outbox] == [[other.person.email]]
    assert list(organisations_without_answer()) == [former.organisation]

    take_on_answering(actor=Actor(other.person), representation=other)

    assert list(organisations_without_answer()) == []


def test_nobody_takes_on_what_somebody_does_already():
    answering = RepresentationFactory(answers_for_it=True)
    other = RepresentationFactory(organisation=answering.organisation)

    with pytest.raises(ActionRefused):
        take_on_answering(actor=Actor(other.person), representation=other)


@only_where_rows_are_held
@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_on_at_once_one_answers_and_the_other_is_told():
    first = RepresentationFactory()
    second = RepresentationFactory(organisation=first.organisation)

    came = together(
        lambda: take_on_answering(actor=Actor(first.person), representation=first),
        lambda: take_on_answering(actor=Actor(second.person), representation=second),
    )

    assert came == ["done", "refused"]
    assert Representation.objects.filter(answers_for_it=True, ends__isnull=True).count() == 1


@only_where_rows_are_held
@pytest.mark.django_db(transaction=True)
def test_two_people_made_the_one_who_answers_at_once_leaves_one():
    first = RepresentationFactory(answers_for_it=True)
    others = [RepresentationFactory(organisation=first.organisation) for _number in range(2)]

    together(
        *(lambda each=each: make_answer(actor=Actor(first.person), representation=each) for each in others)
    )

    answering = Representation.objects.filter(answers_for_it=True, ends__isnull=True)
    assert [each.person in {other.person for other in others} for each in answering] == [True]


def test_an_organisation_is_changed_by_those_who_answer_for_it_with_a_version(client):
    answering = RepresentationFactory(answers_for_it=True)
    client.force_login(answering.person)
    address = reverse("people:change_organisation", args=[answering.organisation.pk])

    answer = client.post(
        address,
        {"name_cy": "Enw newydd", "name_en": "New name", "website": "cwm.example", "based_on": "0"},
    )

    assert answer.status_code == 302
    organisation = Organisation.objects.get()
    assert (organisation.name_cy, organisation.website) == ("Enw newydd", "https://cwm.example")
    deed = Deed.objects.get(verb="people.organisation_changed")
    assert deed.version.content["name_en"] == "New name"


def test_a_representative_who_does_not_answer_for_it_cannot_change_it(client):
    beside = RepresentationFactory()
    client.force_login(beside.person)

    answer = client.post(
        reverse("people:change_organisation", args=[beside.organisation.pk]), {"name_cy": "Arall"}
    )

    assert answer.status_code == 403
    assert Organisation.objects.get().name_cy == beside.organisation.name_cy


def test_two_people_who_change_it_at_once_are_both_shown(client):
    answering = RepresentationFactory(answers_for_it=True)
    organisation = answering.organisation
    client.force_login(answering.person)
    address = reverse("people:change_organisation", args=[organisation.pk])
    client.post(address, {"name_cy": "Cyntaf", "name_en": "First", "based_on": "0"})

    page = client.post(address, {"name_cy": "Ail", "name_en": "Second", "based_on": "0"})

    assert page.status_code == 200
    assert "Cyntaf" in page.text
    assert 'value="Ail"' in page.text


def test_asking_an_unknown_address_says_the_same_as_asking_a_known_one(client):
    answering, known = RepresentationFactory(answers_for_it=True), PersonFactory()
    client.force_login(answering.person)
    address = reverse("people:representatives", args=[answering.organisation.pk])

    pages = [
        words_of(client.post(address, {"email": email}, follow=True))
        for email in (known.email, known.email, "nobody@enghraifft.example")
    ]

    assert pages[0] == pages[1] == pages[2]
    assert Representation.objects.filter(person=known, begins__isnull=True).count() == 1


def test_a_strangers_page_shows_only_representatives_who_let_everyone_see_theirs(client):
    seen = RepresentationFactory(person=PersonFactory(name="Mair Agored", seen_by="everyone"))
    RepresentationFactory(
        organisation=seen.organisation, person=PersonFactory(name="Huw Preifat", seen_by="members")
    )

    page = client.get(reverse("people:organisation", args=[seen.organisation.pk]))

    assert "Mair Agored" in page.text
    assert "Huw Preifat" not in page.text


def test_the_list_asks_the_database_no_more_with_more_rows(client):
    address = "/en/organisations/"

    assert asked_with(1, OrganisationFactory, client, address) == asked_with(
        3, OrganisationFactory, client, address
    )


def test_staff_add_an_organisation(client):
    client.force_login(person_with("people.look_after"))

    client.post(reverse("people:add_organisation"), {"name_cy": "Cwm Hud", "name_en": ""})

    assert list(Organisation.objects.values_list("name_cy", flat=True)) == ["Cwm Hud"]
    assert Deed.objects.filter(verb="people.organisation_added").count() == 1
