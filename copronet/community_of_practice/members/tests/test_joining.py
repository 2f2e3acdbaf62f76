"""From the first visit to a membership that waits for its welcome."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.likenesses import make_missing_keys
from copronet.common_ground.people.models import Organisation, Support
from copronet.common_ground.questions.queries import answered, response_of
from copronet.community_of_practice.members.actions.joining import (
    agree_to_principles,
    begin,
    begin_with_new_organisation,
    set_principles,
)
from copronet.community_of_practice.members.actions.states import move
from copronet.community_of_practice.members.models import Agreement, Membership, Promise
from copronet.community_of_practice.members.queries import principles_in_force
from copronet.community_of_practice.members.queries.baseline import baseline_in_force
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db

EVERY_CONSENT = {"consent_access_needs": "no", "consent_pictures": "yes", "consent_news": "yes"}


@pytest.fixture
def member(client):
    person = PersonFactory(language="cy")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return person


def step_named(client, membership, title):
    """The address of a step, found as a person finds it: by its name on the page of the last look."""
    with override("en"):
        page = client.get(reverse("members:check", args=[membership.pk]))
    steps = [each.step.code for each in page.context["told"]]
    with override("en"):
        return reverse("members:step", args=[membership.pk, steps.index(title) + 1])


def test_a_person_joins_step_by_step_and_waits_for_a_welcome(client, member):
    client.post(reverse("members:begin"))
    membership = Membership.objects.get(person=member)
    for step, answers in {
        "about_me": {"capacities": ["carer"]},
        "principles": {"agrees": "on"},
        "promise": {"words": "Gwrando ar ofalwyr", "language": "cy", "by_when": "6"},
        "baseline": {"q-knows": "2", "q-confident": "3", "q-hopes": ["meet", "voice"]},
        "interests": {"offer": "Profiad o ofalu"},
        "fee": {"band": "nothing"},
        "choices": {"listed": "yes", "talks": "both", **EVERY_CONSENT},
    }.items():
        answer = client.post(step_named(client, membership, step), answers)
        assert answer.status_code == 302, answer.context["form"].errors

    client.post(reverse("members:check", args=[membership.pk]))

    membership.refresh_from_db()
    assert membership.state == "applied"
    assert Promise.objects.get(membership=membership).words_cy == "Gwrando ar ofalwyr"
    assert membership.interests.get(kind="offer").words == "Profiad o ofalu"
    assert membership.agreements.get().principles == principles_in_force()
    assert (membership.is_listed, membership.talks) == (True, "both")
    assert answered(response_of(baseline_in_force(), member))["confident"] == "3"


def test_the_baseline_is_answered_once_and_read_without_a_name(client, member):
    membership = begin(actor=Actor(member), person=member)
    address = step_named(client, membership, "baseline")
    client.post(address, {"q-knows": "2", "q-confident": "3"})

    client.post(address, {"q-knows": "5", "q-confident": "5"})

    response = response_of(baseline_in_force(), member)
    assert answered(response)["knows"] == "2"
    assert str(member) not in str(response.respondent)


def test_what_was_filled_in_is_there_when_somebody_comes_back(client, member):
    membership = begin(actor=Actor(member), person=member)
    client.post(
        step_named(client, membership, "promise"),
        {"words": "Holi yn gyntaf", "language": "cy", "by_when": "3", "is_shared": "on"},
    )

    page = client.get(step_named(client, membership, "promise"))

    assert page.context["form"].initial["words"] == "Holi yn gyntaf"


def test_nothing_is_sent_while_something_is_missing_and_the_page_says_what(client, member):
    membership = begin(actor=Actor(member), person=member)

    with override("en"):
        page = client.post(reverse("members:check", args=[membership.pk]))

    assert "Principles" in page.context["form"].non_field_errors()[0]
    membership.refresh_from_db()
    assert membership.state == "begun"


def test_a_day_in_the_past_comes_back_with_what_was_typed(client, member):
    membership = begin(actor=Actor(member), person=member)
    typed = {
        "words": "Gwrando",
        "language": "cy",
        "by_when": "other",
        "day_0": "1",
        "day_1": "1",
        "day_2": "2020",
    }

    page = client.post(step_named(client, membership, "promise"), typed)

    assert "day" in page.context["form"].errors
    assert "Gwrando" in page.text
    assert not Promise.objects.exists()


def test_beginning_twice_begins_once(member):
    first = begin(actor=Actor(member), person=member)
    second = begin(actor=Actor(member), person=member)

    assert first == second
    assert Deed.objects.filter(verb="members.begun").count() == 1


def test_whoever_brings_a_new_organisation_answers_for_it():
    person = PersonFactory()
    organisation = Organisation(name_cy="Criw'r Cwm")

    membership = begin_with_new_organisation(actor=Actor(person), organisation=organisation, role="Cadeirydd")

    assert membership.organisation.representations.get(answers_for_it=True).person == person
    assert Deed.objects.get(verb="members.begun").for_organisation == membership.organisation


def test_an_organisation_is_joined_only_by_those_who_act_for_it(client, member):
    organisation = OrganisationFactory()

    answer = client.post(reverse("members:begin"), {"organisation": organisation.pk})

    assert answer.status_code == 404
    assert not Membership.objects.exists()


def test_somebody_who_acts_for_an_organisation_joins_for_it(client, member):
    organisation = RepresentationFactory(person=member).organisation

    client.post(reverse("members:begin"), {"organisation": organisation.pk})

    assert Membership.objects.get().organisation == organisation


def test_a_supporter_fills_in_for_the_one_they_support(client, member):
    supported = PersonFactory()
    Support.objects.create(supported=supported, supporter=member, agreed="in_person", begins="2026-01-01")
    membership = MembershipFactory(person=supported, state="begun")

    client.post(step_named(client, membership, "principles"), {"agrees": "on"})

    deed = Deed.objects.get(verb="members.agreed")
    assert (deed.actor, deed.for_person) == (member, supported)


def test_what_was_agreed_to_stays_when_the_wording_changes():
    membership = MembershipFactory(state="begun")
    agreement = agree_to_principles(
        actor=Actor(membership.person), membership=membership, principles=principles_in_force()
    )

    new = set_principles(actor=Actor(PersonFactory()), text_cy="Yn gyfartal", text_en="As equals")

    assert principles_in_force() == new
    assert Agreement.objects.get() == agreement


def test_the_principles_are_set_in_both_languages_or_not_at_all():
    with pytest.raises(ActionRefused):
        set_principles(actor=Actor(PersonFactory()), text_cy="Yn gyfartal", text_en="")

    assert principles_in_force().number == 1


def test_a_membership_that_has_been_sent_can_be_taken_back_and_changed():
    membership = MembershipFactory(state="applied")

    move(actor=Actor(membership.person), membership=membership, code="taken_back")

    membership.refresh_from_db()
    assert membership.state == "begun"


def test_an_organisation_that_is_here_is_found_before_it_is_made_again(client, member):
    here = OrganisationFactory(name_cy="Gofalwyr Cwm Hud", name_en="Cwm Hud Carers")
    make_missing_keys()

    page = client.post(reverse("members:begin_organisation"), {"name_en": "Cwm Hud Carers CIC"})

    assert [each.organisation for each in page.context["form"].likenesses] == [here]
    assert Organisation.objects.count() == 1
    assert reverse("people:offer_to_represent", args=[here.pk]) in page.text


def test_an_organisation_of_an_absurd_number_is_not_there(client, member):
    assert client.post(reverse("members:begin"), {"organisation": "1" * 5000}).status_code == 404


def test_whoever_acts_without_answering_does_not_rewrite_the_record_of_a_member(client, member):
    """Joining, they fill it in; once it is a member, its page is changed by whoever answers for it."""
    membership = OrganisationMembershipFactory()
    RepresentationFactory(person=member, organisation=membership.organisation)
    address = step_named(client, membership, "about_us")

    assert client.get(address).status_code == 404
    assert client.post(address, {"name_cy": "Arall"}).status_code == 404
    Membership.objects.update(state="begun")
    assert client.get(address).status_code == 200


def test_staff_who_write_down_somebodys_choices_say_how_they_were_told(client):
    membership = MembershipFactory()
    client.force_login(person_with("members.look_after"))
    choices = step_named(client, membership, "choices")
    said = {"listed": "yes", "talks": "cy", **EVERY_CONSENT}

    unsaid = client.post(choices, said)
    client.post(choices, {**said, "given": "by_phone"})

    assert list(unsaid.context["form"].errors) == ["given"]
    answers = list(membership.person.consent_answers.values_list("given", flat=True))
    assert answers == ["by_phone"] * len(EVERY_CONSENT)


def test_whoever_chooses_for_themselves_is_not_asked_how_they_told_it(client, member):
    membership = MembershipFactory(person=member)

    client.post(step_named(client, membership, "choices"), {"listed": "yes", "talks": "cy", **EVERY_CONSENT})

    answers = set(member.consent_answers.values_list("given", flat=True))
    assert answers == {"online"}


def test_staff_say_whether_somebody_is_a_member_or_an_associate_member(client):
    membership = OrganisationMembershipFactory()
    client.force_login(person_with("members.look_after"))
    address = reverse("members:kind", args=[membership.pk])

    client.post(address, {"kind": "associate"})
    client.post(address, {"kind": "associate"})
    wrong = client.post(address, {"kind": "board"})

    with override("cy"):
        page = client.get(reverse("members:membership", args=[membership.pk]))
    membership.refresh_from_db()
    assert membership.kind == "associate"
    assert "Aelod cyswllt" in page.text
    assert wrong.context["form"].errors
    assert Deed.objects.filter(verb="members.kind_chosen").count() == 1
