"""The front page and my page."""

import pytest
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import Actor, record
from tests.factories import PersonFactory, RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "invitation"), [("cy", "Ymuno â'r rhwydwaith"), ("en", "Join the network")]
)
def test_a_stranger_is_invited_to_join(client, language, invitation):
    with translation.override(language):
        page = client.get(reverse("front:home"))

    assert invitation in page.text


def test_somebody_signed_in_is_not_asked_to_join_again(client):
    client.force_login(PersonFactory())

    assert reverse("account_signup") not in client.get(reverse("front:home")).text


def test_my_page_tells_for_whom_i_act_and_what_i_did(client):
    person = PersonFactory()
    acts_for = RepresentationFactory(person=person).organisation
    record(actor=Actor(person), verb="people.signed_up", about=person)
    client.force_login(person)

    with translation.override("en"):
        page = client.get(reverse("front:my_page"))

    assert [line.deed.verb for line in page.context["lines"]] == ["people.signed_up"]
    assert acts_for.name_en in page.text


def test_my_page_is_mine_alone(client):
    stranger = PersonFactory()
    record(actor=Actor(stranger), verb="people.signed_up", about=stranger)
    client.force_login(PersonFactory())

    assert client.get(reverse("front:my_page")).context["lines"] == []
