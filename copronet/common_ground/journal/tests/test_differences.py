"""A readable difference says exactly what was taken out and what was put in."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from copronet.common_ground.journal.queries import (
    Change,
    Piece,
    changed_labels,
    changes,
    content_of,
    labelled,
)
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.places.models import Area, HealthBoard
from tests.factories import OrganisationFactory, PersonFactory

words = st.lists(st.sampled_from(["dŵr", "tŷ", "the", "a", "network", "of", "\n"]), max_size=12).map(" ".join)
contents = st.dictionaries(st.sampled_from(["name_cy", "name_en", "about_cy"]), st.none() | words, max_size=3)


def told(change, side):
    return "".join(piece.text for piece in change.pieces if piece.side in ("same", side)).split()


@given(contents, contents)
def test_taking_out_and_putting_in_gives_the_other_version(before, after):
    found = {change.field: change for change in changes(before, after)}

    for name in {*before, *after}:
        old, new = (before.get(name) or "").split(), (after.get(name) or "").split()
        if name in found:
            assert (told(found[name], "removed"), told(found[name], "added")) == (old, new)
        else:
            assert old == new


@given(contents)
def test_a_version_does_not_differ_from_itself(content):
    assert changes(content, content) == []


@given(contents, contents)
def test_what_is_put_in_one_way_is_taken_out_the_other(before, after):
    there, back = changes(before, after), changes(after, before)

    assert {change.field for change in there} == {change.field for change in back}


def test_a_difference_is_told_word_by_word():
    found = changes({"name_en": "The old house"}, {"name_en": "The new house"})

    assert found == [
        Change(
            "name_en",
            (Piece("same", "The "), Piece("removed", "old "), Piece("added", "new "), Piece("same", "house")),
        )
    ]


def test_long_texts_are_compared_without_delay():
    from time import perf_counter

    text = " ".join(f"{number % 97} of the" for number in range(8_000))

    begun = perf_counter()
    (change,) = changes({"about_en": text}, {"about_en": "Now " + text + " end"})

    assert perf_counter() - begun < 2
    assert told(change, "removed") == text.split()


@pytest.mark.django_db
def test_related_records_are_called_by_their_names():
    board = HealthBoard.objects.create(code="X", name_cy="Bwrdd", name_en="Board")
    area = Area.objects.create(code="W1", name_cy="Tre", name_en="Town", health_board=board, column=1, row=1)
    before, after = content_of(OrganisationFactory()), content_of(OrganisationFactory(area=area))
    after["name_cy"], after["name_en"] = before["name_cy"], before["name_en"]

    with translation.override("en"):
        found = labelled(Organisation, before, after)

    assert [(change.label, change.pieces) for change in found] == [
        ("Area where it is at home", (Piece("added", "Town"),))
    ]


@pytest.mark.django_db
def test_choices_days_and_answers_are_told_as_people_say_them():
    person = PersonFactory(reached_by="post")
    before = content_of(person)
    after = before | {"reached_by": "phone", "is_active": False, "turns_18_on": "2030-01-02"}

    with translation.override("en"):
        found = labelled(Person, before, after)

    assert {change.field: "".join(piece.text for piece in change.pieces) for change in found} == {
        "reached_by": "Post Phone",
        "turns_18_on": "2 January 2030",
        "is_active": "yes no",
    }


@pytest.mark.django_db
def test_fields_are_called_what_people_call_them_with_their_language():
    before = content_of(OrganisationFactory(name_cy="Un", name_en="One"))

    with translation.override("en"):
        found = changed_labels(
            Organisation, before, before | {"name_cy": "Dau", "website": "https://a.example"}
        )
        (change,) = labelled(Organisation, before, before | {"name_cy": "Dau"})

    assert found == ["Name (Cymraeg)", "Website"]
    assert (change.label, change.language) == ("Name", "cy")
