"""What is counted of what people look for, and what is not."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from copronet.common_ground.search.actions import write_entries
from copronet.common_ground.search.registry import Entry
from copronet.portal.seeking import actions
from copronet.portal.seeking.actions import count_asking
from copronet.portal.seeking.choices import SHOWN_FROM
from copronet.portal.seeking.models import Sought
from copronet.portal.seeking.queries import most_sought
from copronet.portal.seeking.tasks import clear_old_askings
from tests.factories import person_with

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 11, 25)


def sought(words, times=1, *, on=WEDNESDAY, language="cy", found=False):
    for _time in range(times):
        count_asking(words=words, language=language, found=found, today=on)


def listed(*, found=False, on=WEDNESDAY):
    return [(each.words, each.language.value, each.times) for each in most_sought(found=found, today=on)]


def test_words_are_kept_only_once_many_have_sought_them():
    sought("Mair Jones", SHOWN_FROM - 1)
    assert (listed(), Sought.objects.get().words) == ([], "")

    sought("mair  jones", on=WEDNESDAY + timedelta(weeks=1))

    assert listed() == [("mair jones", "cy", SHOWN_FROM)]


def test_nothing_but_words_language_week_and_number_is_kept():
    sought("Gwenyn", SHOWN_FROM)

    assert {field.name for field in Sought._meta.fields} == {
        "id",
        "digest",
        "words",
        "language",
        "week",
        "found",
        "times",
    }
    assert Sought.objects.get().week == date(2026, 11, 23)
    assert "gwenyn" not in Sought.objects.get().digest


def test_found_and_not_found_and_the_languages_are_told_apart():
    sought("tŷ", 6)
    sought("ty", 7, language="en")
    sought("ty", 5, found=True)

    assert listed() == [("ty", "en", 7), ("ty", "cy", 6)]
    assert listed(found=True) == [("ty", "cy", 5)]


@pytest.mark.parametrize("words", ["mair@enghraifft.example", "07700 900123", "?!", "", "😀"])
def test_numbers_addresses_and_nothing_are_not_counted(words):
    sought(words, SHOWN_FROM)

    assert not Sought.objects.exists()


def test_after_a_year_it_is_gone():
    sought("gwenyn", SHOWN_FROM)

    clear_old_askings(WEDNESDAY + timedelta(days=380))

    assert not Sought.objects.exists()


def test_no_machine_fills_the_table(monkeypatch):
    monkeypatch.setattr(actions, "MOST_A_WEEK", 3)
    for word in ("un", "dau", "tri", "pedwar", "pump"):
        sought(word)
    sought("un")

    assert sorted(Sought.objects.values_list("times", flat=True)) == [1, 1, 2]


def test_each_search_is_counted_once_whatever_is_done_with_its_answer(client):
    write_entries("example.note", [("1", Entry({"en": "Bees"}, {}, {"cy": "/", "en": "/"}))])
    address = reverse("front:search")

    client.get(address, {"words": "bees"})
    client.get(address, {"words": "bees", "language": "en"})
    client.get(address, {"words": "bees", "page": "2"})
    client.get(address, {"words": "wasps"})

    assert sorted(Sought.objects.values_list("found", "times")) == [(False, 1), (True, 1)]


def test_staff_see_what_is_sought_in_vain(client):
    sought("gwenynfa", SHOWN_FROM)
    sought("prinair", 1)
    client.force_login(person_with("workbench.use", "seeking.see_sought"))

    for address in ("seeking:sought", "workbench:workbench"):
        page = client.get(reverse(address)).text
        assert "gwenynfa" in page
        assert "prinair" not in page
