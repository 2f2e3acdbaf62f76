import pytest
from django.urls import reverse

from copronet.common_ground.journal.actions import Actor, Overtaken
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.people.actions.consents import answer_consent
from copronet.common_ground.people.actions.persons import change_details
from copronet.common_ground.people.models import ConsentWording, Person
from copronet.common_ground.people.queries import access_needs_of, fingerprint
from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db

ADDRESS = "/en/my-details/"


def typed(person: Person, **changed: str) -> dict[str, object]:
    return {
        "name": person.name,
        "language": person.language,
        "reached_by": person.reached_by,
        "seen_by": person.seen_by,
        "based_on": fingerprint(person),
        **changed,
    }


def test_a_person_changes_their_details(client):
    person = PersonFactory(language="en")
    client.force_login(person)

    answer = client.post(ADDRESS, typed(person, name="Mair Newydd") | {"capacities": ["carer", "activist"]})

    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.name == "Mair Newydd"
    assert sorted(person.capacities.values_list("capacity", flat=True)) == ["activist", "carer"]


def test_a_persons_deed_is_kept_but_no_version_of_their_details(client):
    person = PersonFactory()
    client.force_login(person)

    client.post(ADDRESS, typed(person, phone="01632 960001"))

    deed = Deed.objects.get(verb="people.details_changed")
    assert deed.version is None
    assert not Version.objects.filter(object_type="people.person").exists()


def test_the_next_page_speaks_the_language_just_chosen(client):
    person = PersonFactory(language="en")
    client.force_login(person)

    answer = client.post(ADDRESS, typed(person, language="cy"))

    assert answer["Location"].startswith("/cy/")


def test_bad_input_comes_back_with_what_was_typed(client):
    person = PersonFactory(name="Mair")
    client.force_login(person)

    page = client.post(ADDRESS, typed(person, name="", reached_by="phone", pronouns="hi"))

    assert sorted(page.context["form"].errors) == ["name", "phone"]
    assert 'value="hi"' in page.text
    person.refresh_from_db()
    assert person.name == "Mair"


def test_two_who_change_a_record_at_once_are_both_shown(client):
    person = PersonFactory(name="Mair")
    client.force_login(person)
    begun = typed(person, name="Mair Fy Hun")
    staff_copy = Person.objects.get(pk=person.pk)
    staff_copy.name = "Mair Staff"
    change_details(actor=Actor(PersonFactory()), person=staff_copy)

    page = client.post(ADDRESS, begun)

    assert "Mair Staff" in page.text
    assert 'value="Mair Fy Hun"' in page.text
    again = client.post(ADDRESS, begun | {"based_on": page.context["form"].data["based_on"]})
    assert again.status_code == 302
    assert Person.objects.get(pk=person.pk).name == "Mair Fy Hun"


def test_a_change_begun_from_another_record_is_overtaken():
    person = PersonFactory()

    with pytest.raises(Overtaken):
        change_details(actor=Actor(person), person=person, based_on="something else")


def test_nobody_else_can_send_another_persons_details(client):
    person, stranger = PersonFactory(name="Mair"), PersonFactory()
    client.force_login(stranger)

    answer = client.post(reverse("people:change_record", args=[person.pk]), typed(person, name="Arall"))

    assert answer.status_code == 403
    assert Person.objects.get(pk=person.pk).name == "Mair"


def test_access_needs_are_passed_on_only_with_a_yes(client):
    person = PersonFactory(access_needs="Dolen sain", seen_by="everyone")
    staff = person_with("people.look_after")
    wording = ConsentWording.objects.get(code="access_needs")
    client.force_login(staff)
    record = reverse("people:record", args=[person.pk])
    assert access_needs_of(person) == ""
    assert "Dolen sain" not in client.get(record).text

    answer_consent(actor=Actor(person), person=person, wording=wording, agrees=True)
    assert access_needs_of(person) == "Dolen sain"
    assert "Dolen sain" in client.get(record).text

    client.force_login(PersonFactory())
    assert "Dolen sain" not in client.get(reverse("people:person", args=[person.pk])).text


def test_the_language_switch_keeps_what_was_typed(client):
    person = PersonFactory(language="en")
    client.force_login(person)

    page = client.post("/cy/fy-manylion/", typed(person, name="Hanner enw") | {"switch_language": "cy"})

    assert page.status_code == 200
    assert 'value="Hanner enw"' in page.text
    person.refresh_from_db()
    assert person.name != "Hanner enw"


def test_staff_make_a_record_for_somebody_without_an_address(client):
    client.force_login(person_with("people.look_after"))

    client.post(
        reverse("people:add_record"),
        {
            "name": "Elin Papur",
            "email": "",
            "language": "cy",
            "reached_by": "post",
            "postal_address": "Llanffug",
            "seen_by": "nobody",
        },
    )

    assert Person.objects.get(name="Elin Papur").email is None
    assert Deed.objects.filter(verb="people.added").count() == 1


def test_a_double_click_makes_one_record(client):
    client.force_login(person_with("people.look_after"))
    address = reverse("people:add_record")
    form = client.get(address).context["form"]
    said = {"name": "Elin Papur", "language": "cy", "reached_by": "email", "seen_by": "nobody"}
    said["deed_key"] = str(form["deed_key"].value())

    for _click in range(2):
        answer = client.post(address, said)

    assert answer.status_code == 302
    assert Person.objects.filter(name="Elin Papur").count() == 1
