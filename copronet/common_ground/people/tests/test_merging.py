from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, record
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.consents import answer_consent
from copronet.common_ground.people.actions.departing import forget_departed, leave
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.models import ConsentWording, Office, Person, Representation
from copronet.common_ground.people.queries import agrees_to, holds, supported_by
from tests.factories import HoldingFactory, PersonFactory, RepresentationFactory, person_with

pytestmark = pytest.mark.django_db
STAFF = Actor(person=None)


def test_one_record_stays_with_what_was_chosen_and_the_other_points_to_it():
    kept = PersonFactory(name="Mair", phone="")
    duplicate = PersonFactory(name="Mair Enghraifft", phone="01632 960001")
    address = duplicate.email

    merge(
        actor=STAFF,
        duplicate=duplicate,
        kept=kept,
        chosen={"name": "duplicate", "phone": "duplicate", "email": "duplicate"},
    )

    kept.refresh_from_db()
    duplicate.refresh_from_db()
    assert (kept.name, kept.phone, kept.email) == ("Mair Enghraifft", "01632 960001", address)
    assert (duplicate.standing, duplicate.merged_into, duplicate.email, duplicate.phone) == (
        "merged",
        kept,
        None,
        "",
    )


def test_both_histories_are_kept():
    kept, duplicate = PersonFactory(), PersonFactory()
    record(actor=Actor(duplicate), verb="people.data_taken", about=duplicate)
    wording = ConsentWording.objects.get(code="pictures")
    answer_consent(actor=Actor(duplicate), person=duplicate, wording=wording, agrees=True)

    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert Deed.objects.get(verb="people.data_taken").actor == duplicate
    assert agrees_to(kept, "pictures")


def test_what_both_have_is_not_had_twice():
    office = Office.objects.get(code="moderator")
    kept, duplicate = PersonFactory(), PersonFactory()
    HoldingFactory(person=kept, office=office)
    HoldingFactory(person=duplicate, office=office)
    answering = RepresentationFactory(person=duplicate, answers_for_it=True)
    RepresentationFactory(person=kept, organisation=answering.organisation)

    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert kept.holdings.filter(ends__isnull=True).count() == 1
    still = Representation.objects.get(ends__isnull=True)
    assert (still.person, still.answers_for_it) == (kept, True)


def test_offices_and_acting_for_others_go_to_the_record_kept():
    kept, duplicate, supported = PersonFactory(), PersonFactory(), PersonFactory()
    HoldingFactory(person=duplicate, office=Office.objects.get(code="network-director"))
    supported.supported_by.create(supporter=duplicate, agreed="by_phone", begins=date(2026, 1, 1))
    kept.supports.create(supported=duplicate, agreed="by_phone", begins=date(2026, 1, 1))

    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert holds(Person.objects.get(pk=kept.pk), "people.look_after")
    assert list(supported_by(kept)) == [supported]


def test_addresses_follow_and_one_is_first():
    kept, duplicate = PersonFactory(), PersonFactory()
    for person in (kept, duplicate):
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    chosen = duplicate.email

    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={"email": "duplicate"})

    assert list(EmailAddress.objects.filter(user=kept, primary=True).values_list("email", flat=True)) == [
        chosen
    ]
    assert EmailAddress.objects.filter(user=duplicate).count() == 0


def test_nobody_merges_their_own_record():
    person = PersonFactory()

    with pytest.raises(ActionRefused):
        merge(actor=Actor(person), duplicate=PersonFactory(), kept=person, chosen={})


def test_a_record_is_not_merged_with_itself_or_with_one_that_is_gone():
    person, gone = PersonFactory(), PersonFactory()
    leave(actor=CLOCKWORK, person=gone)

    for other in (person, gone):
        with pytest.raises(ActionRefused):
            merge(actor=STAFF, duplicate=other, kept=person, chosen={})


def test_when_the_kept_record_is_forgotten_so_is_the_name_on_the_other():
    kept, duplicate = PersonFactory(name="Mair"), PersonFactory(name="M. Enghraifft")
    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})
    leave(actor=CLOCKWORK, person=kept)

    forget_departed(on=date(2099, 1, 1))

    assert list(Person.objects.values_list("name", flat=True)) == ["", ""]


def test_the_old_page_leads_to_the_record_kept(client):
    kept, duplicate = PersonFactory(seen_by="everyone"), PersonFactory()
    merge(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    answer = client.get(reverse("people:person", args=[duplicate.pk]))

    assert answer["Location"] == reverse("people:person", args=[kept.pk])


def test_staff_see_both_side_by_side_and_merge_them(client):
    kept, duplicate = PersonFactory(name="Mair"), PersonFactory(name="Mair Arall")
    client.force_login(person_with("people.look_after"))
    address = reverse("people:merge", args=[kept.pk, duplicate.pk])

    page = client.get(address)
    client.post(address, {"name": "duplicate", "email": "kept"})

    assert list(page.context["form"].fields) == ["name", "email"]
    kept.refresh_from_db()
    assert kept.name == "Mair Arall"


def test_a_record_with_powers_is_merged_only_by_those_who_may_give_powers(client):
    kept, director = PersonFactory(), PersonFactory()
    HoldingFactory(person=director, office=Office.objects.get(code="network-director"))
    client.force_login(person_with("people.look_after"))

    answer = client.post(reverse("people:merge", args=[kept.pk, director.pk]), {})

    assert answer.status_code == 404
    assert Person.objects.get(pk=director.pk).standing == "here"
