"""Those with the power edit the plan in place; everyone else only reads it."""

from datetime import date

import pytest
from django.urls import reverse

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import version_number, versions_of
from copronet.governance.plan.models import Activity, Indicator, Note, Outcome, Plan
from tests.factories import GrantFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db


def edit_address(kind: str, code: str) -> str:
    return reverse("plan:edit", args=[kind, code])


@pytest.fixture
def editor(client, small_plan):
    person = person_with("plan.edit")
    client.force_login(person)
    return person


def filled(client, kind: str, code: str, **changed) -> dict:
    """What the form of a part holds when it is opened, with some of it changed."""
    form = client.get(edit_address(kind, code)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    values = {name: value for name, value in values.items() if value is not None}
    for name in ("begins", "ends"):
        if isinstance(values.get(name), date):
            day = values.pop(name)
            values |= {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
    return values | changed


def test_an_editor_moves_an_activity_on_and_the_journal_knows(client, editor):
    values = filled(
        client, "activity", "ACT-1", state="under_way", begins_day=1, begins_month="Mai", begins_year=2026
    )

    answer = client.post(edit_address("activity", "ACT-1"), values)

    activity = Activity.objects.get(code="ACT-1")
    assert (answer.status_code, answer["Location"]) == (302, activity.get_absolute_url())
    assert (activity.state, activity.begins) == ("under_way", date(2026, 5, 1))
    deed = Deed.objects.first()
    assert (deed.verb, deed.actor, deed.version.number) == ("plan.activity_changed", editor, 2)


def test_areas_and_year_are_part_of_the_version(client, editor):
    values = filled(client, "activity", "ACT-1", year="", areas=[])

    client.post(edit_address("activity", "ACT-1"), values)

    newest = versions_of(Activity.objects.get(code="ACT-1")).first()
    assert (newest.content["year"], newest.content["areas"]) == (None, [])


def test_an_editor_sets_targets_one_box_a_year(client, editor):
    values = filled(client, "indicator", "IND-1", target_1="", target_2=50, target_end=70)

    client.post(edit_address("indicator", "IND-1"), values)

    assert Indicator.objects.get(code="IND-1").targets == {"2": 50, "end": 70}


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("plan", "PLAN-SMALL"),
        ("outcome", "OUT-1"),
        ("yearoutcome", "YO-1"),
        ("area", "KEY-1"),
        ("statement", "CON-1"),
        ("link", "LINK-1"),
        ("heading", "HEAD-TEA"),
        ("yearline", "YEAR-TOTAL"),
        ("outcomeline", "COST-TEA"),
        ("note", "NOTE-1"),
    ],
)
def test_the_words_of_every_part_can_be_edited_in_both_languages(client, editor, kind, code):
    first_pair = next(
        name for name in client.get(edit_address(kind, code)).context["form"].fields if name.endswith("_cy")
    )
    values = filled(client, kind, code, **{first_pair: "Geiriau newydd"})

    answer = client.post(edit_address(kind, code), values)

    assert answer.status_code == 302
    assert Deed.objects.filter(verb="plan.part_changed", actor=editor).count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        ({"name_cy": "", "name_en": ""}, "name_cy", "Write this in Welsh, in English, or in both."),
        ({"state": "asleep"}, "state", "Select a valid choice. asleep is not one of the available choices."),
        ({"year": "7"}, "year", "Select a valid choice. 7 is not one of the available choices."),
        (
            {
                "begins_day": 2, "begins_month": 5, "begins_year": 2026,
                "ends_day": 1, "ends_month": 5, "ends_year": 2026,
            },
            None,
            "The last day is before the first day.",
        ),
    ],
)  # fmt: skip
def test_bad_input_comes_back_with_what_was_typed(client, editor, changed, field, error):
    values = filled(client, "activity", "ACT-1", text_en="Typed and kept", **changed)

    page = client.post(edit_address("activity", "ACT-1"), values)

    form = page.context["form"]
    errors = form.errors[field] if field else [e for found in form.errors.values() for e in found]
    assert errors == [error]
    assert "Typed and kept" in page.text
    assert version_number(Activity.objects.get(code="ACT-1")) == 1


def test_a_target_of_more_than_the_whole_is_refused(client, editor):
    values = filled(client, "indicator", "IND-1", target_end=101)

    page = client.post(edit_address("indicator", "IND-1"), values)

    assert list(page.context["form"].errors) == ["target_end"]


def test_two_editors_at_once_are_both_shown(client, editor):
    mine = filled(client, "outcome", "OUT-1", name_en="My words")
    theirs = filled(client, "outcome", "OUT-1", name_en="Their words")
    client.post(edit_address("outcome", "OUT-1"), theirs)

    page = client.post(edit_address("outcome", "OUT-1"), mine)

    assert Outcome.objects.get(code="OUT-1").name_en == "Their words"
    assert "What somebody else changed meanwhile" in page.text
    assert "My words" in page.text
    assert "Their" in page.text


def test_the_language_switch_keeps_what_was_typed(client, editor):
    english = edit_address("note", "NOTE-1")
    values = filled(client, "note", "NOTE-1", text_cy="Hanner brawddeg", switch_language="cy")

    sent_on = client.post(english, values)
    page = client.post(sent_on["Location"], values)

    assert sent_on["Location"] == "/cy/cynllun/golygu/note/NOTE-1/"
    assert "Hanner brawddeg" in page.text
    assert version_number(Note.objects.get(code="NOTE-1")) == 1


@pytest.mark.parametrize(("kind", "code"), [("joke", "ACT-1"), ("activity", "ACT-9"), ("plan", "PLAN-X")])
def test_what_is_not_there_cannot_be_edited(client, editor, kind, code):
    assert client.get(edit_address(kind, code)).status_code == 404


def test_a_person_without_the_power_neither_sees_the_way_to_edit_nor_gets_in(client, small_plan):
    client.force_login(PersonFactory())

    page = client.get(reverse("plan:activity", args=["ACT-1"]))
    answer = client.post(edit_address("activity", "ACT-1"), {"state": "done"})

    assert "/plan/edit/" not in page.text
    assert answer.status_code == 403
    assert Activity.objects.get(code="ACT-1").state == "planned"


def test_a_power_that_has_ended_opens_nothing(client, small_plan):
    person = PersonFactory()
    GrantFactory(person=person, power="plan.edit", begins=date(2020, 1, 1), ends=date(2020, 12, 31))
    client.force_login(person)

    assert client.get(edit_address("activity", "ACT-1")).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client, small_plan):
    answer = client.get(edit_address("plan", "PLAN-SMALL"))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
    assert Plan.objects.get().name_en == "A small plan"


def test_an_editor_finds_the_way_to_edit_and_to_earlier_versions(client, editor):
    page = client.get(reverse("plan:activity", args=["ACT-1"]))

    activity = Activity.objects.get(code="ACT-1")
    assert edit_address("activity", "ACT-1") in page.text
    assert reverse("journal:history", args=["plan.activity", activity.pk]) in page.text
