from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.breaches import add_step, close_breach
from copronet.common_ground.people.models import Breach
from tests.factories import person_with

from .measuring import asked_with

pytestmark = pytest.mark.django_db


def breach(hours: int = 10) -> Breach:
    return Breach.objects.create(title_en="A lost laptop", found_at=timezone.now() - timedelta(hours=hours))


def test_the_register_is_not_there_for_whoever_may_not_see_it(client):
    found = breach()
    pages = [reverse("people:breaches"), reverse("people:breach", args=[found.pk])]
    client.force_login(person_with("people.look_after", "people.grant_powers"))

    assert [client.get(page).status_code for page in pages] == [404, 404]


def test_the_clock_shows_the_hours_that_are_left(client):
    client.force_login(person_with("people.see_breaches"))

    page = client.get(f"/en/data-breaches/{breach(hours=10).pk}/")

    assert page.context["hours_left"] == 61
    assert "61 hours are left" in page.text


def test_after_72_hours_the_page_says_so(client):
    client.force_login(person_with("people.see_breaches"))

    page = client.get(f"/en/data-breaches/{breach(hours=73).pk}/")

    assert "The 72 hours have passed." in page.text


def test_a_breach_is_opened_with_a_version_and_closed_after_a_step(client):
    client.force_login(person_with("people.see_breaches"))
    found_at = timezone.localtime() - timedelta(hours=1)
    client.post(
        "/en/data-breaches/open/",
        {"title_en": "A letter went astray", "found_at": found_at.strftime("%Y-%m-%dT%H:%M")},
    )
    found = Breach.objects.get()

    client.post(
        reverse("people:breach", args=[found.pk]),
        {"done_en": "Told them", "told": "people", "at": found_at.strftime("%Y-%m-%dT%H:%M")},
    )
    client.post(reverse("people:close_breach", args=[found.pk]))

    found.refresh_from_db()
    assert found.closed_at is not None
    assert list(
        Deed.objects.filter(verb__startswith="people.").order_by("id").values_list("verb", flat=True)
    ) == [
        "people.breach_opened",
        "people.breach_step_taken",
        "people.breach_closed",
    ]


def test_a_breach_is_not_closed_before_anything_was_done():
    with pytest.raises(ActionRefused):
        close_breach(actor=Actor(None), breach=breach())


def test_a_closed_breach_takes_no_more_steps():
    found = breach()
    add_step(actor=Actor(None), breach=found, at=timezone.now(), done_en="Told them")
    close_breach(actor=Actor(None), breach=found)

    with pytest.raises(ActionRefused):
        add_step(actor=Actor(None), breach=found, at=timezone.now(), done_en="Again")


def test_a_time_still_to_come_is_refused_in_place(client):
    client.force_login(person_with("people.see_breaches"))

    page = client.post("/en/data-breaches/open/", {"title_en": "Early", "found_at": "2999-01-01T10:00"})

    assert "found_at" in page.context["form"].errors
    assert list(Breach.objects.all()) == []


def test_the_register_asks_the_database_no_more_with_more_rows(client):
    client.force_login(person_with("people.see_breaches"))
    address = "/en/data-breaches/"

    assert asked_with(1, breach, client, address) == asked_with(3, breach, client, address)


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/en/data-breaches/").status_code == 302
