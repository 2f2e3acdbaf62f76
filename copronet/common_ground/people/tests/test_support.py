import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.support import (
    agree_support,
    ask_support,
    end_support,
    record_support,
)
from copronet.common_ground.people.models import Support
from copronet.common_ground.people.queries import record_of, supported_by
from copronet.common_ground.people.tests.measuring import words_of
from copronet.common_ground.work.actions import run_due
from tests.factories import PersonFactory, RepresentationFactory, person_with

pytestmark = pytest.mark.django_db


def asked() -> Support:
    supported = PersonFactory()
    return ask_support(actor=Actor(supported), supported=supported, address=PersonFactory().email)


def test_whoever_is_asked_may_act_once_they_agree():
    support = asked()
    assert list(supported_by(support.supporter)) == []

    agree_support(actor=Actor(support.supporter), support=support)

    assert list(supported_by(support.supporter)) == [support.supported]


def test_nobody_agrees_in_anothers_name():
    support = asked()

    with pytest.raises(ActionRefused):
        agree_support(actor=Actor(support.supported), support=support)


@pytest.mark.parametrize("side", ["supported", "supporter"])
def test_either_ends_it_in_one_step_and_the_other_is_told(side, django_capture_on_commit_callbacks):
    support = asked()
    agree_support(actor=Actor(support.supporter), support=support)
    one = getattr(support, side)
    other = support.supporter if side == "supported" else support.supported
    run_due()
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        end_support(actor=Actor(one), support=support)

    assert list(supported_by(support.supporter)) == []
    run_due()
    assert [letter.to for letter in mail.outbox] == [[other.email]]


def test_staff_write_down_what_was_agreed_on_paper_and_the_supported_person_is_told(
    django_capture_on_commit_callbacks,
):
    staff, supported, supporter = PersonFactory(), PersonFactory(), PersonFactory()

    with django_capture_on_commit_callbacks(execute=True):
        record_support(actor=Actor(staff), supported=supported, supporter=supporter, agreed="in_writing")

    assert Support.objects.get().agreed == "in_writing"
    run_due()
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted([supported.email, supporter.email])


def test_staff_cannot_write_themselves_in():
    staff = PersonFactory()

    with pytest.raises(ActionRefused):
        record_support(actor=Actor(staff), supported=PersonFactory(), supporter=staff, agreed="by_phone")


def test_the_same_is_not_asked_twice():
    support = asked()
    supported, address = support.supported, support.supporter.email

    assert ask_support(actor=Actor(supported), supported=supported, address=address) is None
    assert Support.objects.count() == 1


def test_asking_an_unknown_address_says_the_same_as_asking_a_known_one(client):
    known = PersonFactory()
    client.force_login(PersonFactory())

    pages = [
        words_of(client.post("/en/my-details/support/", {"email": email}, follow=True))
        for email in (known.email, "nobody@enghraifft.example")
    ]

    assert pages[0] == pages[1]
    assert Support.objects.get().supporter == known


@pytest.mark.parametrize(
    "address", ["/en/my-details/support/", "/en/activity/mine/", "/en/my-details/data/read/"]
)
def test_no_page_of_the_askers_tells_whether_anybody_has_the_address(client, client_elsewhere, address):
    """One asks an address of the network, the other one that nobody has; each twice."""
    known = PersonFactory()
    pages = []
    for browser, email in ((client, known.email), (client_elsewhere, "nobody@enghraifft.example")):
        asker = PersonFactory(name="Ann")
        browser.force_login(asker)
        for _time in range(2):
            browser.post("/en/my-details/support/", {"email": email})
        pages.append(words_of(browser.get(address), asker.email, str(asker.pk)))

    assert pages[0] == pages[1]


@pytest.mark.parametrize("known", [True, False])
def test_the_same_form_sent_twice_asks_once(client, known):
    client.force_login(PersonFactory())
    page = client.get("/en/my-details/support/")
    address = PersonFactory().email if known else "nobody@enghraifft.example"
    sent = {"email": address, "deed_key": str(page.context["form"]["deed_key"].value())}

    client.post("/en/my-details/support/", sent)
    again = client.post("/en/my-details/support/", sent, follow=True)

    assert "This has been done already; it was not done twice." in again.text
    assert Deed.objects.filter(verb="people.support_asked").count() == 1


@pytest.mark.parametrize("email", ["known", "nobody@enghraifft.example"])
def test_nobody_tries_addresses_one_after_another(client, email):
    client.force_login(PersonFactory())
    for number in range(5):
        client.post("/en/my-details/support/", {"email": f"nobody{number}@enghraifft.example"})

    page = client.post(
        "/en/my-details/support/", {"email": PersonFactory().email if email == "known" else email}
    )

    assert "You have asked often today. Please try again tomorrow." in page.text
    assert not Support.objects.exists()


def test_a_third_person_cannot_end_it_and_does_not_learn_of_it(client):
    support = asked()
    client.force_login(PersonFactory())

    answer = client.post(reverse("people:end_support", args=[support.pk]))

    assert answer.status_code == 404
    assert Support.objects.get().ends is None


def test_acting_for_a_person_shows_on_every_page_and_in_the_journal(client):
    support = asked()
    agree_support(actor=Actor(support.supporter), support=support)
    client.force_login(support.supporter)

    client.post(reverse("people:act_for"), {"acting_for": f"person:{support.supported.pk}"})
    page = client.get("/en/organisations/")
    client.post(reverse("people:download_data"))

    assert f"<strong>You are acting for:</strong> {support.supported}" in page.text
    assert Deed.objects.get(verb="people.data_taken").for_person == support.supported


def test_acting_ends_by_itself_when_the_support_ends(client):
    support = asked()
    agree_support(actor=Actor(support.supporter), support=support)
    client.force_login(support.supporter)
    client.post(reverse("people:act_for"), {"acting_for": f"person:{support.supported.pk}"})

    end_support(actor=Actor(support.supported), support=support)

    assert "You are acting for:" not in client.get("/en/organisations/").text


@pytest.mark.parametrize("whom", ["person:1", "organisation:1", "person:x", "king:1", "person:" + "9" * 30])
def test_nobody_acts_for_those_who_did_not_ask_them(client, whom):
    client.force_login(PersonFactory())

    answer = client.post(reverse("people:act_for"), {"acting_for": whom})

    assert answer.status_code == 404


def test_a_representative_acts_for_their_organisation_until_they_choose_themselves(client):
    representation = RepresentationFactory()
    client.force_login(representation.person)
    client.post(reverse("people:act_for"), {"acting_for": f"organisation:{representation.organisation.pk}"})
    client.post(reverse("people:download_data"))

    client.post(reverse("people:act_for"), {"acting_for": ""})
    client.post(reverse("people:download_data"))

    deeds = Deed.objects.filter(verb="people.data_taken").order_by("id")
    assert [deed.for_organisation for deed in deeds] == [representation.organisation, None]


def test_staff_record_support_on_the_page(client):
    supported, supporter = PersonFactory(email=None), PersonFactory()
    client.force_login(person_with("people.look_after"))

    client.post(
        reverse("people:record_support", args=[supported.pk]),
        {"supporter": str(supporter.pk), "agreed": "in_person", "scope": ""},
    )

    assert list(supported_by(supporter)) == [supported]


def acting(client, *, matters):
    """Somebody who acts for another in these matters, and has said so on the site."""
    supporter, supported = PersonFactory(), PersonFactory(language="en")
    support = record_support(
        actor=Actor(PersonFactory()),
        supported=supported,
        supporter=supporter,
        agreed="by_phone",
        matters=matters,
    )
    client.force_login(supporter)
    client.post(reverse("people:act_for"), {"acting_for": f"person:{supported.pk}"})
    return support


def test_a_supporter_acts_in_the_matters_they_were_asked_for_and_in_no_other(client):
    support = acting(client, matters=["questions"])

    assert list(supported_by(support.supporter)) == [support.supported]
    assert list(supported_by(support.supporter, matter="questions")) == [support.supported]
    assert list(supported_by(support.supporter, matter="contributions")) == []


def test_where_none_is_named_they_act_in_all(client):
    support = acting(client, matters=[])

    assert list(supported_by(support.supporter, matter="contributions")) == [support.supported]
    assert client.get(reverse("contributions:mine")).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Fees, gifts and hours"), ("cy", "Ffioedd, rhoddion ac oriau")]
)
def test_a_room_for_another_matter_is_closed_and_says_why(client, language, words):
    support = acting(client, matters=["contributions"])

    with override(language):
        answer = client.get(reverse("members:my_memberships"))

    assert answer.status_code == 403
    assert str(support.supported) in answer.text
    assert words in answer.text


def test_acting_for_oneself_again_opens_it(client):
    acting(client, matters=["contributions"])
    client.post(reverse("people:act_for"), {"acting_for": ""})

    assert client.get(reverse("members:my_memberships")).status_code == 200


def test_what_is_asked_online_names_its_matters_and_what_nobody_knows_is_refused(client):
    supported, supporter = PersonFactory(), PersonFactory()
    client.force_login(supported)
    asking = {"email": supporter.email, "scope": "", "matters": ["members", "nothing-known"]}

    refused = client.post(reverse("people:support"), asking)
    client.post(reverse("people:support"), asking | {"matters": ["members"]})

    assert refused.context["form"].has_error("matters")
    assert [matter.room for matter in Support.objects.get().matters.all()] == ["members"]


def test_what_somebody_may_do_is_shown_to_both_and_handed_out(client):
    support = acting(client, matters=["contributions"])

    assert "Fees, gifts and hours" in client.get(reverse("people:support")).text
    assert record_of(support.supported)["acted_for_by"][0]["matters"] == ["contributions"]
