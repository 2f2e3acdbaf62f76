import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.actions.addresses import change_address
from copronet.common_ground.people.models import IdentityCheck, Office, Person
from copronet.common_ground.work.actions import run_due
from tests.factories import HoldingFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db
NEW = "newydd@enghraifft.example"


def test_a_new_address_is_told_to_both_and_how_identity_was_checked_is_kept(
    django_capture_on_commit_callbacks,
):
    staff, person = PersonFactory(), PersonFactory()
    former = person.email

    with django_capture_on_commit_callbacks(execute=True):
        change_address(actor=Actor(staff), person=person, email=NEW, how="vouched")

    run_due()
    assert [letter.to for letter in mail.outbox] == [[former], [NEW]]
    check = IdentityCheck.objects.get()
    assert (check.person, check.checked_by, check.how) == (person, staff, "vouched")
    assert list(EmailAddress.objects.values_list("user", "email", "primary")) == [(person.pk, NEW, True)]


def test_whoever_is_signed_in_as_them_is_signed_out(client):
    person = PersonFactory()
    client.force_login(person)

    change_address(actor=Actor(PersonFactory()), person=person, email=NEW, how="in_person")

    assert client.get(reverse("people:my_details")).status_code == 302


def test_a_lost_second_factor_is_taken_off_only_when_said():
    person = PersonFactory()
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})

    change_address(actor=Actor(PersonFactory()), person=person, email=NEW, how="in_person")
    assert Authenticator.objects.count() == 1
    change_address(
        actor=Actor(PersonFactory()), person=person, email=NEW, how="in_person", lost_everything=True
    )

    assert Authenticator.objects.count() == 0


def test_an_address_of_another_record_is_refused():
    other = PersonFactory()

    with pytest.raises(ActionRefused):
        change_address(
            actor=Actor(PersonFactory()), person=PersonFactory(), email=other.email.upper(), how="vouched"
        )


def test_nobody_changes_their_own_address_this_way():
    person = PersonFactory()

    with pytest.raises(ActionRefused):
        change_address(actor=Actor(person), person=person, email=NEW, how="in_person")


def test_whoever_looks_after_records_cannot_take_over_a_holder_of_powers(client):
    director = HoldingFactory(office=Office.objects.get(code="network-director")).person
    address = reverse("people:change_address", args=[director.pk])
    said = {"email": NEW, "how": "in_person"}

    client.force_login(person_with("people.look_after"))
    assert client.post(address, said).status_code == 403
    assert Person.objects.get(pk=director.pk).email == director.email

    client.force_login(person_with("people.look_after", "people.grant_powers"))
    assert client.post(address, said).status_code == 302
    assert Person.objects.get(pk=director.pk).email == NEW
