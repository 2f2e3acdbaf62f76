import pytest
from django.urls import reverse

from copronet.common_ground.people.models import PersonCapacity
from copronet.common_ground.places.models import Area
from tests.factories import PersonFactory, person_with

from .measuring import asked_with

pytestmark = pytest.mark.django_db
LIST = "/en/people/"


def names(page) -> list[str]:
    return [person.name for person in page.context["people"]]


def test_the_list_is_for_people_in_the_network(client):
    answer = client.get(LIST)

    assert answer.status_code == 302


def test_people_stand_in_welsh_order(client):
    for name in ("Lowri", "Llinos", "Cadi", "Chwedl", "Ddraig", "Dylan"):
        PersonFactory(name=name, seen_by="members")
    client.force_login(PersonFactory())

    assert names(client.get(LIST)) == ["Cadi", "Chwedl", "Dylan", "Ddraig", "Lowri", "Llinos"]


def test_whoever_opened_their_page_to_nobody_is_not_in_the_list(client):
    PersonFactory(name="Agored", seen_by="members")
    PersonFactory(name="Preifat", seen_by="nobody")
    PersonFactory(
        name="Wedi mynd", seen_by="members", standing="left", standing_since="2026-01-01", is_active=False
    )
    client.force_login(PersonFactory())

    assert names(client.get(LIST)) == ["Agored"]


def test_the_list_is_filtered_by_area_and_capacity(client):
    area = Area.objects.get(code="W06000002")
    both = PersonFactory(name="Y ddau", seen_by="members", area=area)
    PersonCapacity.objects.create(person=both, capacity="carer")
    PersonFactory(name="Ardal yn unig", seen_by="members", area=area)
    client.force_login(PersonFactory())

    page = client.get(LIST, {"area": area.pk, "capacity": "carer"})

    assert names(page) == ["Y ddau"]


def test_a_filter_that_does_not_exist_is_said_in_place(client):
    client.force_login(PersonFactory())

    page = client.get(LIST, {"area": "nowhere"})

    assert page.status_code == 200
    assert "area" in page.context["filter"].errors


def test_fifty_on_a_page_with_real_links(client):
    for number in range(51):
        PersonFactory(name=f"Mair {number:02}", seen_by="members")
    client.force_login(PersonFactory())

    first, second = client.get(LIST), client.get(LIST, {"page": 2})

    assert (len(names(first)), names(second)) == (50, ["Mair 50"])
    assert 'href="?page=2"' in first.text


def test_the_list_asks_the_database_no_more_with_more_rows(client):
    def add_one() -> None:
        person = PersonFactory(seen_by="members", area=Area.objects.first())
        PersonCapacity.objects.create(person=person, capacity="carer")

    client.force_login(PersonFactory())

    assert asked_with(1, add_one, client, LIST) == asked_with(3, add_one, client, LIST)


@pytest.mark.parametrize(
    ("seen_by", "answers"),
    [
        ("nobody", {"stranger": 404, "member": 404, "self": 200, "staff": 200}),
        ("members", {"stranger": 404, "member": 200, "self": 200, "staff": 200}),
        ("everyone", {"stranger": 200, "member": 200, "self": 200, "staff": 200}),
    ],
)
def test_a_page_opens_for_those_the_person_chose(client, seen_by, answers):
    person = PersonFactory(seen_by=seen_by)
    readers = {"member": PersonFactory(), "self": person, "staff": person_with("people.look_after")}
    address = reverse("people:person", args=[person.pk])

    got = {"stranger": client.get(address).status_code}
    for name, reader in readers.items():
        client.force_login(reader)
        got[name] = client.get(address).status_code

    assert got == answers


def test_a_page_never_tells_how_to_reach_somebody(client):
    person = PersonFactory(seen_by="everyone", phone="01632 960123", postal_address="1 Heol Ddychmygol")
    client.force_login(PersonFactory())

    page = client.get(reverse("people:person", args=[person.pk]))

    assert [text in page.text for text in (person.email, "01632 960123", "Heol Ddychmygol")] == [False] * 3


def test_staff_find_records_by_name_and_address(client):
    PersonFactory(name="Elin Un", email="elin@enghraifft.example")
    PersonFactory(name="Elin Dau")
    client.force_login(person_with("people.look_after"))

    page = client.get("/en/records/", {"words": "elin un"})

    assert names(page) == ["Elin Un"]
