import html
import json
import re
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.departing import (
    forget_departed,
    leave,
    record_death,
    undo_leaving,
)
from copronet.common_ground.people.actions.support import record_support
from copronet.common_ground.people.models import GuardianConsent, Person, Support
from copronet.common_ground.places.models import Area
from copronet.common_ground.work.actions import run_due
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)
from tests.permissions.roles import sign_in

pytestmark = pytest.mark.django_db
PERSONAL = ("name", "email", "phone", "postal_address", "access_needs", "pronouns", "area", "turns_18_on")


def full_person() -> Person:
    person = PersonFactory(
        name="Elin Enghraifft",
        phone="01632 960001",
        postal_address="1 Heol Ddychmygol",
        access_needs="Dolen sain",
        pronouns="hi",
        turns_18_on=date(2030, 1, 1),
        seen_by="members",
    )
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    GuardianConsent.objects.create(
        person=person, guardian="Mam", reached_at="01632 960002", agreed="by_phone", begins=date(2026, 1, 1)
    )
    return person


def test_the_page_says_what_is_kept_before_anything_happens(client):
    person = PersonFactory()
    client.force_login(person)

    page = client.get("/en/my-data/leave/")

    assert "What is kept, and why" in page.text
    assert Person.objects.get().standing == "here"


def test_leaving_takes_effect_at_once(client):
    person = PersonFactory(seen_by="everyone")
    HoldingFactory(person=person)
    RepresentationFactory(person=person)
    record_support(actor=CLOCKWORK, supported=PersonFactory(), supporter=person, agreed="by_phone")
    sign_in(client, person)

    client.post("/en/my-data/leave/")

    person.refresh_from_db()
    assert (person.standing, person.is_active) == ("left", False)
    assert client.get(reverse("people:my_details")).status_code == 302
    assert client.get(reverse("people:person", args=[person.pk])).status_code == 404
    assert person.holdings.filter(ends__isnull=True).count() == 0
    assert person.representations.filter(ends__isnull=True).count() == 0
    assert Support.objects.filter(ends__isnull=True).count() == 0


def test_leaving_writes_one_letter_and_leaving_twice_does_nothing(django_capture_on_commit_callbacks):
    person = PersonFactory(language="en")

    with django_capture_on_commit_callbacks(execute=True):
        leave(actor=Actor(person), person=person)
        leave(actor=Actor(person), person=person)

    run_due()
    assert [letter.subject for letter in mail.outbox] == ["You have left the network"]
    assert Deed.objects.filter(verb="people.left").count() == 1


def test_the_only_one_who_can_give_powers_gives_that_away_first():
    person = person_with("people.grant_powers")

    with pytest.raises(ActionRefused):
        leave(actor=Actor(person), person=person)

    assert Person.objects.get().standing == "here"


def test_what_is_personal_stays_for_the_days_of_the_setting_and_goes_on_the_day_after(settings):
    settings.KEEP_DEPARTED_DAYS = 30
    person = full_person()
    leave(actor=Actor(person), person=person)
    today = timezone.localdate()

    assert forget_departed(on=today + timedelta(days=29)) == 0
    assert Person.objects.get().name == "Elin Enghraifft"
    assert forget_departed(on=today + timedelta(days=30)) == 1

    gone = Person.objects.get()
    assert {name: getattr(gone, name) or None for name in PERSONAL} == dict.fromkeys(PERSONAL)
    assert gone.sort_key.count("Elin") == 0
    assert EmailAddress.objects.count() == Authenticator.objects.count() == 0
    assert list(GuardianConsent.objects.values_list("guardian", "reached_at")) == [("", "")]


def test_forgetting_leaves_the_deeds_and_names_nobody():
    person = full_person()
    leave(actor=Actor(person), person=person)
    forget_departed(on=timezone.localdate() + timedelta(days=400))

    deed = Deed.objects.get(verb="people.left")
    assert deed.actor == person
    assert "Elin" not in str(deed.actor)
    assert forget_departed(on=timezone.localdate() + timedelta(days=400)) == 0


def test_nobody_who_is_here_is_forgotten():
    full_person()

    forget_departed(on=timezone.localdate() + timedelta(days=4000))

    assert Person.objects.get().name == "Elin Enghraifft"


def test_staff_bring_somebody_back_until_they_are_forgotten(client):
    person = full_person()
    leave(actor=Actor(person), person=person)
    client.force_login(person_with("people.look_after"))

    client.post(reverse("people:come_back", args=[person.pk]))

    person.refresh_from_db()
    assert (person.standing, person.is_active) == ("here", True)


def test_nobody_comes_back_from_being_forgotten():
    person = full_person()
    leave(actor=Actor(person), person=person)
    forget_departed(on=timezone.localdate() + timedelta(days=400))

    with pytest.raises(ActionRefused):
        undo_leaving(actor=CLOCKWORK, person=person)


def test_nobody_writes_to_somebody_who_has_died(django_capture_on_commit_callbacks):
    person, supporter = PersonFactory(), PersonFactory()
    record_support(actor=CLOCKWORK, supported=person, supporter=supporter, agreed="by_phone")

    run_due()
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        record_death(actor=Actor(PersonFactory()), person=person, on=timezone.localdate())

    run_due()
    assert [letter.to for letter in mail.outbox] == [[supporter.email]]
    person.refresh_from_db()
    assert (person.standing, person.is_active) == ("died", False)


def test_a_death_is_not_recorded_before_it_happened():
    with pytest.raises(ActionRefused):
        record_death(actor=CLOCKWORK, person=PersonFactory(), on=timezone.localdate() + timedelta(days=1))


def test_everything_held_can_be_taken_away_and_read(client):
    person = full_person()
    client.force_login(person)

    answer = client.post(reverse("people:download_data"))
    page = client.get(reverse("people:read_data"))

    held = json.loads(answer.content)
    assert held["people"]["details"]["phone"] == "01632 960001"
    assert sorted({"people", "consents", "sign_in", "deeds"} - held.keys()) == []
    assert "password" not in answer.text
    assert answer["Cache-Control"] == page["Cache-Control"] == "no-store"
    assert "01632 960001" in page.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", ["Pobl yn y rhwydwaith", "Gofalwr", "Wyneb yn wyneb", "Golygu'r cynllun", "Sir Benfro"]),
        ("en", ["People in the network", "Carer", "In person", "Edit the plan", "Pembrokeshire"]),
    ],
)
def test_the_page_says_words_where_the_file_keeps_codes(client, language, words):
    person = full_person()
    person.capacities.create(capacity="carer")
    Person.objects.filter(pk=person.pk).update(area=Area.objects.get(name_en="Pembrokeshire"))
    GrantFactory(person=person, power="plan.edit")
    record_support(actor=CLOCKWORK, supported=person, supporter=PersonFactory(), agreed="in_person")
    client.force_login(person)

    with translation.override(language):
        page = client.get(reverse("people:read_data"))

    values = re.findall(r"<(?:dd|li)>\s*([^<>]+?)\s*<", html.unescape(page.text))
    assert [word for word in words if word not in values] == []
    codes = {"members", "carer", "in_person", "plan.edit", "here", "email", "cy", "en", "totp"}
    assert sorted(codes & set(values)) == []
    assert [value for value in values if re.fullmatch(r"\w+\.\w+(/\w+)*", value)] == []


def test_the_page_names_records_with_as_many_questions_for_three_as_for_one(client, count_queries):
    person = full_person()
    client.force_login(person)
    supporters = iter(PersonFactory.create_batch(3))

    def record_one():
        record_support(actor=CLOCKWORK, supported=person, supporter=next(supporters), agreed="in_person")

    record_one()
    with_one = count_queries(lambda: client.get(reverse("people:read_data")))
    record_one()
    record_one()

    assert count_queries(lambda: client.get(reverse("people:read_data"))) == with_one


def test_my_data_holds_nothing_of_others(client):
    full_person()
    me = PersonFactory(name="Myfi")
    client.force_login(me)

    answer = client.post(reverse("people:download_data"))

    assert "01632 960001" not in answer.text


def test_representations_lose_their_words_but_not_their_rows():
    person = PersonFactory()
    RepresentationFactory(person=person, organisation=OrganisationFactory(), role_en="Chair of the Elin club")
    leave(actor=Actor(person), person=person)

    forget_departed(on=timezone.localdate() + timedelta(days=400))

    assert list(person.representations.values_list("role_en", flat=True)) == [""]
