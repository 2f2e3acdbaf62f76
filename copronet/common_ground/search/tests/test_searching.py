"""What readers find, in which order, and what they must not find."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.people.actions.persons import change_details
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.actions import rebuild, write_entries
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import (
    did_you_mean,
    documents_under,
    facets_of,
    forget_rings,
    search,
    titles_beginning,
)
from copronet.common_ground.search.queries.searching import found_in_order
from copronet.common_ground.search.registry import MEMBERS, Entry
from copronet.common_ground.themes.models import Theme, ThemeWord
from tests.factories import OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rings_are_read_again():
    forget_rings()
    yield
    forget_rings()


def write(key, *, kind="example.note", titles=None, texts=None, **more):
    entry = Entry(titles or {}, texts or {}, {"cy": f"/cy/{key}/", "en": f"/en/{key}/"}, **more)
    write_entries(kind, [(key, entry)])


def found(typed, *, language="cy", **more):
    return [result.document.object_id for result in search(typed, language=language, **more).results]


@pytest.mark.parametrize(
    ("typed", "language"),
    [("plentyn", "cy"), ("phlant", "cy"), ("Caerdydd", "cy"), ("Cardiff", "en"), ("cydgynhyrchu", "cy")],
)
def test_any_form_is_found(typed, language):
    write("1", texts={"cy": "Cyd-gynhyrchu gyda phlant yng Nghaerdydd"})

    assert found(typed, language=language) == ["1"]


def test_either_language_finds_one_record():
    write("1", titles={"cy": "Gofalwyr", "en": "Carers"})

    assert found("gofalwr", language="en") == ["1"]
    assert found("carer", language="cy") == ["1"]


def test_all_words_come_before_some_words():
    write("1", texts={"cy": "iechyd a gofal"})
    write("2", texts={"cy": "iechyd"})

    assert found("iechyd gofal") == ["1"]
    both = search("iechyd tai", language="cy")
    assert {result.document.object_id for result in both.results} == {"1", "2"}
    assert not both.every_word


def test_words_that_hold_a_sentence_together_are_left_out():
    write("1", texts={"cy": "cydgynhyrchu"})

    assert found("beth yw cydgynhyrchu?") == [] or found("yw cydgynhyrchu?") == ["1"]
    assert found("yw cydgynhyrchu") == ["1"]


def test_a_title_counts_more_and_an_exact_accent_comes_first():
    write("1", texts={"cy": "môr mawr"})
    write("2", titles={"cy": "Môr"})
    write("3", texts={"cy": "y mor"})

    assert found("môr") == ["2", "1", "3"]


@pytest.mark.parametrize("reader", ["anonymous", "member", "party", "staff"])
def test_each_reader_finds_what_they_may(reader):
    party = PersonFactory()
    write("1", texts={"cy": "gwenyn"})
    write("2", texts={"cy": "gwenyn"}, audiences=[MEMBERS])
    write("3", texts={"cy": "gwenyn"}, audiences=[f"person.{party.pk}", "people.look_after"])
    readers = {
        "anonymous": (None, {"1"}),
        "member": (PersonFactory(), {"1", "2"}),
        "party": (party, {"1", "2", "3"}),
        "staff": (person_with("people.look_after"), {"1", "2", "3"}),
    }

    asked, expected = readers[reader]

    assert set(found("gwenynen", reader=asked)) == expected
    assert search("gwenynen", language="cy", reader=asked).total == len(expected)


def test_facets_narrow_down_and_are_counted():
    write("1", kind="people.person", texts={"cy": "gwenyn"}, area="W06000015", themes=["housing"])
    write("2", kind="people.organisation", texts={"cy": "gwenyn", "en": "bees"}, area="W06000011")

    answer = search("gwenyn", language="cy")
    counts = {
        facet.name: {choice.value: choice.count for choice in facet.choices} for facet in facets_of(answer)
    }

    assert counts["kind"] == {"people.person": 1, "people.organisation": 1}
    assert counts["area"] == {"W06000015": 1, "W06000011": 1}
    assert found("gwenyn", facets={"area": "W06000011"}) == ["2"]
    assert found("gwenyn", facets={"theme": "housing"}) == ["1"]
    assert found("gwenyn", facets={"language": "en"}) == ["2"]


def test_what_was_found_is_marked_whatever_its_form():
    write("1", titles={"cy": "Plant"}, texts={"cy": "Chwaraeodd y plant gyda phlentyn arall."})

    (result,) = search("plentyn", language="cy").results

    assert [piece.text for piece in result.snippet if piece.is_found] == ["plant", "phlentyn"]
    assert [piece.text for piece in result.title if piece.is_found] == ["Plant"]


def test_words_for_the_same_thing_find_each_other_across_the_languages():
    theme = Theme.objects.create(code="bees", name_cy="Gwenyn", name_en="Bees")
    ThemeWord.objects.create(theme=theme, language="en", word="apiary work")
    forget_rings()
    write("1", texts={"cy": "Mae'r gwenyn yn brysur."})
    write("2", texts={"en": "Apiary work begins."})
    write("3", texts={"en": "Hard work."})
    write("4", texts={"en": "Honey."}, themes=["bees"])

    answer = search("bees", language="en")

    notes = [result for result in answer.results if result.document.kind == "example.note"]
    assert {result.document.object_id for result in notes} == {"1", "2", "4"}
    assert all(result.is_by_theme for result in notes)
    only_notes = {"facets": {"kind": "example.note"}}
    assert set(found("gwenyn", **only_notes)) == {"1", "2", "4"}
    assert set(found("apiary work", language="en", **only_notes)) == {"1", "2", "4"}


def test_a_nearly_right_word_is_put_right():
    write("1", texts={"cy": "cydgynhyrchu"})

    assert did_you_mean("cydgynyrchu") == "cydgynhyrchu"
    assert did_you_mean("rhywbethcwblarall") == ""


def test_only_what_everybody_may_read_is_proposed():
    write("1", titles={"cy": "Cyfrinachol"}, audiences=[MEMBERS])

    assert did_you_mean("cyfrinachl") == ""
    assert titles_beginning("cyfrin") == []
    assert [str(each) for each in titles_beginning("cyfrin", reader=PersonFactory())] == ["Cyfrinachol"]


def test_titles_stand_under_their_welsh_letter(settings):
    settings.LANGUAGE_CODE = "cy"
    write("1", titles={"cy": "Llanelli"})
    write("2", titles={"cy": "Y Bala"})

    from django.utils import translation

    with translation.override("cy"):
        assert [document.title_cy for document in documents_under("ll", None)] == ["Llanelli"]
        assert [document.title_cy for document in documents_under("b", None)] == ["Y Bala"]
        assert not documents_under("l", None)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "?!…()",
        "yn y",
        "😀👍🏽",
        "שלום عالم",
        "a\x00b",
        "NEAR/3 AND OR NOT",
        '"unclosed',
        "* ^ : - + ( ) { }",
        "'; DROP TABLE search_document; --",
        "\\",
        "ty\u0302",
        "x" * 5000,
        "gair " * 2000,
        "%s %(x)s",
    ],
)
def test_odd_queries_are_answered(typed):
    write("1", titles={"cy": "Tŷ"}, texts={"cy": "yn y tŷ 😀 שלום", "en": "in the house"})

    for language in ("cy", "en"):
        answer = search(typed, language=language)
        facets_of(answer)
        assert answer.total in {0, 1}
    did_you_mean(typed)
    titles_beginning(typed)


def test_odd_texts_are_kept():
    write("1", texts={"cy": "tŷ\x00 'dyfynnu' \\ \"x\" " + "gair " * 20_000, "en": "עברית " * 100})

    assert found("tŷ") == ["1"]
    assert found("עברית", language="en") == ["1"]


def test_the_latest_of_equals_comes_first():
    for key in ("1", "2", "3"):
        write(key, texts={"cy": "gwenyn"})

    assert found_in_order("gwenyn", language="cy", audiences=["everyone"], how_many=10) == ["3", "2", "1"]


def test_a_record_is_found_once_it_is_saved_and_not_once_it_is_gone():
    organisation = OrganisationFactory(name_cy="Gwenynwyr Môn", name_en="Anglesey Beekeepers")

    assert found("gwenynwr") == [str(organisation.pk)]
    organisation.name_cy = "Pysgotwyr Môn"
    organisation.save()
    assert found("gwenynwr") == []
    assert found("pysgotwr") == [str(organisation.pk)]
    organisation.delete()
    assert found("pysgotwr") == []
    assert not Document.objects.filter(kind="people.organisation").exists()


def test_rebuilding_finds_the_same_and_drops_what_is_stale():
    organisation = OrganisationFactory(name_cy="Gwenynwyr Môn", name_en="Anglesey Beekeepers")
    write("99999", kind="people.organisation", texts={"cy": "gwenynwyr"})
    write("1", kind="gone.kind", texts={"cy": "gwenynwyr"})

    rebuild()

    assert found("gwenynwr") == [str(organisation.pk)]


@pytest.mark.parametrize(
    ("seen_by", "strangers", "members"),
    [("everyone", True, True), ("members", False, True), ("nobody", False, False)],
)
def test_a_person_is_found_by_those_who_may_see_their_page(seen_by, strangers, members):
    person = PersonFactory(name="Gwenllian Gwenynen", seen_by=seen_by)

    assert bool(found("Gwenllian")) is strangers
    assert bool(found("Gwenllian", reader=PersonFactory())) is members
    assert found("Gwenllian", reader=person) == [str(person.pk)]
    assert found("Gwenllian", reader=person_with("people.look_after")) == [str(person.pk)]


def test_searching_asks_no_more_for_three_than_for_one(count_queries):
    write("1", texts={"cy": "gwenyn"}, area="W06000015")
    one = count_queries(lambda: facets_of(search("gwenyn", language="cy")))
    for key in ("2", "3"):
        write(key, texts={"cy": "gwenyn"}, area="W06000011")

    assert count_queries(lambda: facets_of(search("gwenyn", language="cy"))) == one


def test_the_database_is_one_that_can_search():
    assert connection.vendor in {"sqlite", "postgresql"}


def test_a_capacity_that_somebody_no_longer_names_does_not_find_them():
    person = PersonFactory(name="Mair", seen_by="everyone")
    change_details(actor=Actor(person), person=person, capacities=["carer"])
    assert found("carer", language="en") == [str(person.pk)]

    change_details(actor=Actor(person), person=person, capacities=[])

    assert found("carer", language="en") == []


ODD = [
    "'",
    '"',
    "a\\'b",
    "’’",
    ":*",
    "a:*b & | ! <->",
    "NEAR(a b)",
    "-",
    "\u200b\u0301\ufeff",
    "\U0001f600",
    "ﷺ İ " + "ß" * 300,
    "\x01\x02",
    "^" * 300,
    "s %s %(a)s {b}",
    "\u202eabc",
]


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_has_an_answer(client, typed):
    write("1", titles={"cy": typed, "en": typed}, texts={"cy": typed, "en": typed})

    for address in ("front:search", "front:suggestions"):
        assert client.get(reverse(address), {"words": typed}).status_code == 200


@pytest.mark.parametrize("facet", ["kind", "area", "theme", "language", "year"])
def test_a_facet_that_no_database_holds_narrows_to_nothing(client, facet):
    write("1", titles={"cy": "Gofal"})

    page = client.get(reverse("front:search"), {"words": "gofal", facet: "a\0b"})

    assert (page.status_code, page.context["answer"].total) == (200, 0)


@pytest.mark.parametrize(("areas", "times"), [(0, 1), (1, 2)])
def test_a_deed_writes_into_the_index_once_and_again_only_where_its_links_are_others(areas, times):
    organisation = OrganisationFactory.build()
    links = {"areas_served": Area.objects.all()[:areas]}

    with CaptureQueriesContext(connection) as asked:
        save(
            actor=Actor(PersonFactory()),
            verb="people.organisation_added",
            content=organisation,
            links=links,
        )

    assert Document.objects.filter(object_id=organisation.pk, kind="people.organisation").exists()
    written = [each for each in asked if each["sql"].startswith('INSERT INTO "search_document"')]
    assert len([each for each in written if "people.organisation" in each["sql"]]) == times
