"""The A to Z above lists of people and organisations."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def organisations(client, language, letter=""):
    with override(language):
        page = client.get(reverse("people:organisations"), {"letter": letter})
    return page.context["letters"], [str(each) for each in page.context["organisations"]]


def test_each_language_has_its_own_letters(client):
    for welsh, english in (
        ("Llais", "Voice"),
        ("Lolfa", "Lounge"),
        ("Chwarae Teg", "Fair Play"),
        ("1 Stryd", "1 Street"),
    ):
        OrganisationFactory(name_cy=welsh, name_en=english)

    with override("cy"):
        assert organisations(client, "cy", "ll") == (["ch", "l", "ll", "#"], ["Llais"])
        assert organisations(client, "cy", "l")[1] == ["Lolfa"]
        assert organisations(client, "cy", "#")[1] == ["1 Stryd"]
    assert organisations(client, "en", "l") == (["f", "l", "v", "#"], ["Lounge"])
    assert organisations(client, "en", "?!\0")[1] == ["1 Street", "Fair Play", "Lounge", "Voice"]


def test_people_stand_under_the_letter_they_are_ordered_by(client):
    client.force_login(PersonFactory(name="Ann", seen_by="nobody"))
    for name in ("Llinos", "Lowri", "Zoe"):
        PersonFactory(name=name, seen_by="members")

    page = client.get(reverse("people:people"), {"letter": "ll"})

    assert page.context["letters"] == ["l", "ll", "z"]
    assert [str(person) for person in page.context["people"]] == ["Llinos"]
    assert 'aria-current="page">Ll<' in page.text
