from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.actions.consents import (
    answer_consent,
    end_guardian,
    publish_wording,
    record_guardian,
)
from copronet.common_ground.people.actions.support import ask_support
from copronet.common_ground.people.models import ConsentAnswer, ConsentWording, Person
from copronet.common_ground.people.queries import (
    agrees_to,
    reason_not_to_take_part,
    sign_up_refusal,
    wordings_today,
)
from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def pictures() -> ConsentWording:
    return ConsentWording.objects.get(code="pictures")


def test_yes_and_taking_it_back_are_one_press_each(client):
    person = PersonFactory()
    client.force_login(person)
    address = reverse("people:answer", args=[pictures().pk])

    client.post(address, {"answer": "yes"})
    assert agrees_to(person, "pictures")
    client.post(address, {"answer": "no"})

    assert not agrees_to(person, "pictures")
    assert list(ConsentAnswer.objects.values_list("answer", flat=True)) == ["withdrawn", "yes"]


def test_a_no_without_a_yes_before_is_a_no():
    person = PersonFactory()

    answer = answer_consent(actor=Actor(person), person=person, wording=pictures(), agrees=False)

    assert answer.answer == "no"


@pytest.mark.parametrize(
    "change", [lambda row: row.delete(), lambda row: ConsentAnswer.objects.update(answer="yes")]
)
def test_the_database_refuses_to_change_an_answer(change):
    person = PersonFactory()
    answer = answer_consent(actor=Actor(person), person=person, wording=pictures(), agrees=False)

    with pytest.raises(DatabaseError), transaction.atomic():
        change(answer)

    assert ConsentAnswer.objects.get().answer == "no"


def test_a_new_wording_leaves_the_old_answers_and_asks_again(client):
    person = PersonFactory()
    answer_consent(actor=Actor(person), person=person, wording=pictures(), agrees=True)

    publish_wording(actor=Actor(person), code="pictures", text_cy="Newydd", text_en="New wording")

    client.force_login(person)
    page = client.get("/en/my-details/consents/")
    assert [wording.number for wording in wordings_today()] == [1, 2, 1]
    assert "The wording has changed since" in page.text
    assert ConsentAnswer.objects.get().wording.number == 1


def test_an_old_wording_takes_no_more_answers(client):
    old = pictures()
    publish_wording(actor=Actor(None), code="pictures", text_cy="Newydd", text_en="New")
    client.force_login(PersonFactory())

    client.post(reverse("people:answer", args=[old.pk]), {"answer": "yes"})

    assert list(ConsentAnswer.objects.all()) == []


def test_a_wording_needs_both_languages(client):
    client.force_login(person_with("people.look_after"))

    page = client.post("/en/records/wordings/", {"code": "pictures", "text_cy": "Newydd", "text_en": ""})

    assert "text_en" in page.context["form"].errors
    assert ConsentWording.objects.count() == 3


def test_staff_type_in_answers_given_on_paper(client):
    person = PersonFactory(email=None)
    client.force_login(person_with("people.look_after"))

    client.post(
        reverse("people:record_answers", args=[person.pk]),
        {"given": "in_writing", "pictures": "yes", "news": "no"},
    )

    said = ConsentAnswer.objects.order_by("id").values_list("wording__code", "answer", "given")
    assert list(said) == [("pictures", "yes", "in_writing"), ("news", "no", "in_writing")]


SEVENTEEN = timezone.localdate() + timedelta(days=200)


@pytest.mark.parametrize(("setting", "may"), [("no", False), ("guardian", False), ("yes", True)])
def test_what_somebody_under_18_may_do_is_a_setting(settings, setting, may):
    settings.SIGN_UP_UNDER_18 = setting
    person = PersonFactory(turns_18_on=SEVENTEEN)

    assert (reason_not_to_take_part(person) is None) is may


def test_a_guardians_yes_opens_the_door_and_their_no_closes_it(settings):
    settings.SIGN_UP_UNDER_18 = "guardian"
    person = PersonFactory(turns_18_on=SEVENTEEN)

    record_guardian(
        actor=Actor(None), person=person, guardian="Mam", reached_at="01632 960001", agreed="in_person"
    )
    assert reason_not_to_take_part(person) is None
    end_guardian(actor=Actor(None), person=person)

    assert reason_not_to_take_part(person) is not None


def test_whoever_has_turned_18_needs_nobody(settings):
    settings.SIGN_UP_UNDER_18 = "no"

    assert reason_not_to_take_part(PersonFactory(turns_18_on=date(2026, 1, 1))) is None


@pytest.mark.parametrize(("setting", "refused"), [("no", True), ("guardian", False), ("yes", False)])
def test_joining_under_18_is_refused_only_where_the_setting_says_no(settings, setting, refused):
    settings.SIGN_UP_UNDER_18 = setting

    assert (sign_up_refusal(SEVENTEEN) is not None) is refused
    assert sign_up_refusal(None) is None


def test_a_refusal_for_age_says_why(settings):
    settings.SIGN_UP_UNDER_18 = "guardian"
    young = PersonFactory(turns_18_on=SEVENTEEN)

    with pytest.raises(ActionRefused, match="a parent or guardian needs to agree"):
        ask_support(actor=Actor(young), supported=young, address=PersonFactory().email)


def test_a_guardian_is_only_for_those_under_18():
    with pytest.raises(ActionRefused):
        record_guardian(
            actor=Actor(None), person=PersonFactory(), guardian="Mam", reached_at="", agreed="in_person"
        )


def joining(**more: str) -> dict[str, str]:
    return {"name": "Elin Ifanc", "language": "en", "email": "elin@enghraifft.example", **more}


def test_whoever_says_they_are_under_18_when_joining_waits_for_a_guardian(client, settings):
    settings.SIGN_UP_UNDER_18 = "guardian"

    client.post("/en/account/signup/", joining(turns_18_on=SEVENTEEN.isoformat()))

    young = Person.objects.get()
    assert young.turns_18_on == SEVENTEEN
    assert reason_not_to_take_part(young) is not None


def test_a_network_for_adults_says_so_when_somebody_younger_joins(client, settings):
    settings.SIGN_UP_UNDER_18 = "no"

    page = client.post("/en/account/signup/", joining(turns_18_on=SEVENTEEN.isoformat()))

    assert "You can join this network from the age of 18." in page.text
    assert 'value="Elin Ifanc"' in page.text
    assert list(Person.objects.all()) == []


def test_whoever_turned_18_long_ago_leaves_no_birthday_behind(client):
    client.post("/en/account/signup/", joining(turns_18_on="2001-01-01"))

    assert Person.objects.get().turns_18_on is None
