"""Every page opens for those it is for, in both languages."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from copronet.common_ground.people.models import Breach, ConsentWording, Office
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db
POWERS = ("people.look_after", "people.grant_powers", "people.see_breaches")


def some_network() -> dict[str, list[object]]:
    """One of everything, and for each page the keys that its address needs."""
    person, other = PersonFactory(seen_by="members"), PersonFactory()
    organisation = OrganisationFactory()
    RepresentationFactory(organisation=organisation, person=person, answers_for_it=True)
    office = Office.objects.get(code="moderator")
    holding, grant = HoldingFactory(office=office), GrantFactory(power="plan.edit")
    breach = Breach.objects.create(title_en="A lost laptop", found_at=timezone.now())
    alone = ["people", "organisations", "add_organisation", "who_does_what", "give_power", "my_details"]
    alone += ["consents", "acting", "support", "my_data", "read_data", "leave", "records", "add_record"]
    alone += ["wordings", "breaches", "open_breach"]
    record = ["change_record", "change_address", "record_death", "record_leaving", "guardian"]
    record += ["record", "record_support", "record_answers", "choose_other", "person"]
    return (
        {name: [] for name in alone}
        | {name: [person.pk] for name in record}
        | {name: [organisation.pk] for name in ("organisation", "change_organisation", "representatives")}
        | {"give_office": [office.code], "end_holding": [holding.pk], "end_grant": [grant.pk]}
        | {"merge": [person.pk, other.pk], "breach": [breach.pk], "change_breach": [breach.pk]}
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_page_opens_for_whoever_holds_the_powers_and_has_one_heading(client, language):
    client.force_login(person_with(*POWERS))
    pages = some_network()

    with translation.override(language):
        answers = {name: client.get(reverse(f"people:{name}", args=keys)) for name, keys in pages.items()}

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(pages, 200)
    assert {name: answer.text.count("<h1") for name, answer in answers.items()} == dict.fromkeys(pages, 1)


def test_there_is_a_wording_to_answer():
    assert ConsentWording.objects.count() == 3
