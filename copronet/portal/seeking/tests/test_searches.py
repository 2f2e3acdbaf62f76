"""Keeping searches, and the weekly letter."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.models import Letter
from copronet.common_ground.people.actions.support import record_support
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.people.registry import forgetting, merging
from copronet.common_ground.search.actions import write_entries
from copronet.common_ground.search.registry import Entry
from copronet.portal.seeking.actions import keep_search, let_go
from copronet.portal.seeking.choices import MOST_SEARCHES
from copronet.portal.seeking.models import SavedSearch
from copronet.portal.seeking.tasks import tell_of_news
from tests.at_once import together
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def keep(person, words="gwenyn", **facets):
    return keep_search(actor=Actor(person), name=f"Am {words}", words=words, facets=facets)


def comes(key, welsh, **more):
    write_entries(
        "example.note", [(key, Entry({"cy": welsh}, {}, {"cy": f"/cy/{key}/", "en": f"/en/{key}/"}, **more))]
    )


def letters_to(person):
    return list(Letter.objects.filter(person=person, template="seeking/letters/news").order_by("id"))


def a_week_later(weeks=1):
    return timezone.localdate() + timedelta(weeks=weeks)


def test_what_is_new_comes_once_a_week_in_one_letter():
    person = PersonFactory(language="cy")
    comes("1", "Hen wenyn")
    keep(person)
    keep(person, "mêl")
    comes("2", "Gwenyn newydd")
    comes("3", "Mêl newydd")

    tell_of_news(timezone.localdate())
    assert letters_to(person) == []
    tell_of_news(a_week_later())
    tell_of_news(a_week_later())

    (letter,) = letters_to(person)
    assert letter.subject == "Newydd i'r chwiliadau rydych yn eu cadw"
    assert "Gwenyn newydd" in letter.text
    assert "Mêl newydd" in letter.text
    assert "/cy/2/" in letter.text
    assert "Hen wenyn" not in letter.text


def test_the_letter_speaks_its_readers_language():
    person = PersonFactory(language="en")
    keep(person)
    comes("1", "Gwenyn")

    tell_of_news(a_week_later())

    (letter,) = letters_to(person)
    assert letter.subject == "New for the searches you keep"
    assert "/en/1/" in letter.text


def test_nothing_new_is_no_letter_and_nothing_is_told_twice():
    person = PersonFactory()
    keep(person)
    tell_of_news(a_week_later(1))
    assert letters_to(person) == []
    comes("1", "Gwenyn")

    tell_of_news(a_week_later(2))
    tell_of_news(a_week_later(3))

    assert len(letters_to(person)) == 1


def test_only_what_they_may_see_now_is_told():
    stranger, insider = PersonFactory(), PersonFactory()
    for person in (stranger, insider):
        keep(person)
    comes("1", "Gwenyn", audiences=[f"person.{insider.pk}"])

    tell_of_news(a_week_later())

    assert (letters_to(stranger), len(letters_to(insider))) == ([], 1)


def test_what_narrows_a_search_down_narrows_its_letter():
    person = PersonFactory()
    keep(person, area="W06000011")
    comes("1", "Gwenyn", area="W06000015")

    tell_of_news(a_week_later())

    assert letters_to(person) == []


def test_more_than_a_letter_names_is_counted():
    person = PersonFactory(language="en")
    keep(person)
    for number in range(8):
        comes(str(number), "Gwenyn")

    tell_of_news(a_week_later())

    (letter,) = letters_to(person)
    assert "3 more:" in letter.text


def test_one_tap_stops_the_letter_and_starting_again_brings_only_what_is_new(client):
    person = PersonFactory()
    keep(person)
    comes("1", "Gwenyn")
    tell_of_news(a_week_later(1))
    link = next(
        line for line in letters_to(person)[0].text.splitlines() if "/llythyrau/" in line or "/stop" in line
    )

    assert (
        client.post(link.removeprefix("http://testserver"), {"List-Unsubscribe": "One-Click"}).status_code
        == 302
    )
    comes("2", "Gwenyn eto")
    tell_of_news(a_week_later(2))
    assert len(letters_to(person)) == 1
    client.post(link.removeprefix("http://testserver"), {"start": "1"})
    comes("3", "Gwenyn o hyd")
    tell_of_news(a_week_later(3))

    assert "Gwenyn eto" not in letters_to(person)[1].text
    assert "Gwenyn o hyd" in letters_to(person)[1].text


def test_a_search_is_kept_once_and_not_without_end():
    person = PersonFactory()
    keep(person)

    with pytest.raises(ActionRefused):
        keep(person)
    for number in range(MOST_SEARCHES - 1):
        keep(person, f"gair{number}")
    with pytest.raises(ActionRefused):
        keep(person, "un gormod")

    assert SavedSearch.objects.filter(person=person).count() == MOST_SEARCHES


def test_a_search_is_kept_from_its_page_and_let_go_from_the_list(client):
    person = PersonFactory()
    client.force_login(person)
    page = client.get(reverse("front:search"), {"words": "gwenyn", "language": "cy"})
    form = client.get(page.context["keep"]).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"name": "Am wenyn"}

    client.post(reverse("seeking:keep"), sent)
    client.post(reverse("seeking:keep"), sent)

    (search,) = SavedSearch.objects.filter(person=person)
    assert (search.name, search.words, search.facets) == ("Am wenyn", "gwenyn", {"language": "cy"})
    listed = client.get(reverse("seeking:mine")).text
    assert "Am wenyn" in listed
    assert "words=gwenyn" in listed
    client.post(reverse("seeking:let_go", args=[search.pk]))
    assert not SavedSearch.objects.exists()
    assert set(Deed.objects.filter(actor=person).values_list("verb", flat=True)) == {
        "seeking.search_kept",
        "seeking.search_let_go",
    }


@pytest.mark.parametrize(("language", "said"), [("cy", "Saesneg"), ("en", "English")])
def test_what_narrows_it_down_is_said_in_the_readers_words(client, language, said):
    client.force_login(PersonFactory())
    with override(language):
        address = reverse("seeking:keep")

    assert said in client.get(address, {"words": "gwenyn", "language": "en"}).text


def test_nobody_lets_go_of_anothers_search(client):
    search = keep(PersonFactory())
    client.force_login(PersonFactory())

    assert client.post(reverse("seeking:let_go", args=[search.pk])).status_code == 404
    assert "Am gwenyn" not in client.get(reverse("seeking:mine")).text


def acting(client, *, matters):
    """Somebody who acts for Elin in these matters, and has said so on the site."""
    elin, supporter = PersonFactory(name="Elin"), PersonFactory()
    record_support(
        actor=Actor(PersonFactory()), supported=elin, supporter=supporter, agreed="by_phone", matters=matters
    )
    client.force_login(supporter)
    client.post(reverse("people:act_for"), {"acting_for": f"person:{elin.pk}"})
    return elin


def test_a_supporter_keeps_a_search_for_whom_they_act(client):
    elin = acting(client, matters=["seeking"])

    client.post(reverse("seeking:keep"), {"name": "Gwenyn", "words": "gwenyn"})

    assert SavedSearch.objects.get().person == elin
    assert "Elin" in client.get(reverse("seeking:mine")).text
    assert Deed.objects.get(verb="seeking.search_kept").for_person == elin


def test_a_supporter_asked_for_something_else_keeps_none(client):
    acting(client, matters=["questions"])

    answer = client.post(reverse("seeking:keep"), {"name": "Gwenyn", "words": "gwenyn"})

    assert (answer.status_code, SavedSearch.objects.exists()) == (403, False)


def test_searches_are_handed_out_and_forgotten_and_moved():
    gone, stays = PersonFactory(), PersonFactory()
    for person, words in ((gone, "gwenyn"), (stays, "gwenyn"), (gone, "mêl")):
        keep(person, words)
    assert [each["words"] for each in everything_about(gone)["saved_searches"]] == ["gwenyn", "mêl"]

    for move in merging():
        move(gone, stays)
    assert sorted(SavedSearch.objects.values_list("person", "words")) == [
        (stays.pk, "gwenyn"),
        (stays.pk, "mêl"),
    ]
    for forget in forgetting():
        forget(stays)

    assert not SavedSearch.objects.exists()


def test_what_is_held_is_read_in_words(client):
    person = PersonFactory(language="en")
    keep(person, area="W06000015", theme="carers", kind="people.person", language="cy")
    client.force_login(person)

    with override("en"):
        page = client.get(reverse("people:read_data")).text

    for words in ("My searches", "gwenyn", "Cardiff", "Carers", "People"):
        assert words in page
    assert "W06000015" not in page


@pytest.mark.parametrize("words", ["", " ", "a\0b", "x" * 400, "' OR 1=1 --", "😀"])
def test_odd_words_are_answered_in_place(client, words):
    client.force_login(PersonFactory())

    answer = client.post(reverse("seeking:keep"), {"name": "Od", "words": words, "area": "x" * 500})

    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_let_go_twice_is_refused():
    person = PersonFactory()
    search = keep(person)
    let_go(actor=Actor(person), search=SavedSearch.objects.get(pk=search.pk))

    with pytest.raises(ActionRefused):
        let_go(actor=Actor(person), search=search)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_keep_no_more_than_allowed():
    person = PersonFactory()
    for number in range(MOST_SEARCHES - 1):
        keep(person, f"gair{number}")

    came = together(lambda: keep(person, "mêl"), lambda: keep(person, "cwyr"))

    assert came == ["done", "refused"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_one_letter():
    person = PersonFactory()
    keep(person)
    comes("1", "Gwenyn")

    together(*[lambda: tell_of_news(a_week_later())] * 3)

    assert len(letters_to(person)) == 1
