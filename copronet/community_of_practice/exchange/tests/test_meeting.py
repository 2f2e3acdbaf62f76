"""Offers and requests are suggested with reasons, introduced by two yeses, and followed up once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.actions.departing import forget_departed, leave
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.search.queries import search
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.contributions.models import Gift
from copronet.community_of_practice.exchange.actions.following import tell_what_came
from copronet.community_of_practice.exchange.actions.meeting import propose, say
from copronet.community_of_practice.exchange.actions.sides import close_side
from copronet.community_of_practice.exchange.choices import Happened, Kind, YesNo
from copronet.community_of_practice.exchange.measures import introductions
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion
from copronet.community_of_practice.exchange.queries.alike import likeness
from copronet.community_of_practice.exchange.queries.waiting import requests_for_somebody
from copronet.community_of_practice.exchange.queries.words import in_words
from copronet.community_of_practice.exchange.tasks import bring_together
from tests.factories import (
    OfferFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    RequestFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def about_carers(side, *areas):
    side.themes.set(Theme.objects.filter(code="carers"))
    side.areas.set(areas)
    return side


@pytest.fixture
def both():
    """An offer and a request about carers in Gwynedd, of two people."""
    offer = about_carers(OfferFactory(), "W06000002")
    return offer, about_carers(RequestFactory(), "W06000002")


@pytest.fixture
def suggested(both):
    bring_together()
    return Suggestion.objects.get()


def to(person) -> list[str]:
    return list(person.letters.order_by("id").values_list("template", flat=True))


def yes(suggestion, side):
    party = getattr(suggestion, side.value).person
    return say(actor=Actor(party), suggestion=suggestion, side=side, says=YesNo.YES)


def introduced(suggestion):
    yes(suggestion, Kind.OFFER)
    return yes(suggestion, Kind.REQUEST)


# --- suggesting -----------------------------------------------------------------------------------------------


def test_both_sides_get_one_letter_with_the_reasons_in_their_own_words_and_no_name(both):
    offer, request = both
    request.person.language = "en"
    request.person.save()

    bring_together()
    bring_together()

    assert (to(offer.person), to(request.person)) == (["exchange/letters/suggested"],) * 2
    text = request.person.letters.get().text
    assert "You both named: Carers" in text
    assert "Both in: Gwynedd" in text
    assert offer.person.name not in text
    assert "Enwodd y ddau ohonoch: Gofalwyr" in offer.person.letters.get().text


def test_several_suggestions_come_in_one_letter():
    request = about_carers(RequestFactory())
    for _each in range(4):
        about_carers(OfferFactory())

    bring_together()

    assert Suggestion.objects.count() == 3
    assert len(to(request.person)) == 1


def test_an_offer_is_not_asked_more_than_it_has_room_for():
    about_carers(OfferFactory(room=2))
    for _each in range(4):
        about_carers(RequestFactory())

    bring_together()

    assert Suggestion.objects.count() == 2


@pytest.mark.parametrize(
    "apart",
    [
        {"talks": "cy"},
        {"times": ["days"]},
        {"access": ["bsl"]},
    ],
)
def test_what_cannot_fit_is_not_suggested(both, apart):
    offer, request = both
    Request.objects.filter(pk=request.pk).update(**apart)
    Offer.objects.filter(pk=offer.pk).update(talks="en", times=["evenings"])

    bring_together()

    assert not Suggestion.objects.exists()


def test_nobody_is_suggested_to_themselves(both):
    offer, request = both
    Request.objects.filter(pk=request.pk).update(person=offer.person)

    bring_together()

    assert not Suggestion.objects.exists()


def test_the_same_words_in_another_form_and_place_are_alike():
    offers = [
        OfferFactory(what_cy="Trwsio beiciau plant", what_en=""),
        OfferFactory(what_cy="Coginio i hen bobl", what_en=""),
    ]
    request = RequestFactory(what_cy="Rhywun i drwsio beic fy mhlentyn", what_en="")

    found = likeness(offers, [request])

    assert found[offers[0].pk, request.pk] > 0.5
    assert found.get((offers[1].pk, request.pk), 0) < 0.2


def test_every_reason_has_words_in_both_languages():
    reasons = [
        {"why": "themes", "values": ["carers"]},
        {"why": "words", "values": [70]},
        {"why": "places", "values": ["W06000002"]},
        {"why": "anywhere", "values": []},
        {"why": "online", "values": []},
        {"why": "times", "values": ["evenings"]},
        {"why": "languages", "values": ["cy"]},
        {"why": "access", "values": ["loop"]},
        {"why": "not_yet_asked", "values": []},
    ]
    said = {}
    for language in ("cy", "en"):
        with translation.override(language):
            said[language] = in_words(reasons)

    assert len(said["cy"]) == len(said["en"]) == 9
    assert all(welsh != english for welsh, english in zip(said["cy"], said["en"], strict=True))


# --- yes and no -----------------------------------------------------------------------------------------------


def test_contact_passes_only_when_both_have_said_yes(client, suggested):
    request = suggested.request
    request.person.phone = "07700 900123"
    request.person.save()
    client.force_login(suggested.offer.person)
    address = reverse("exchange:suggestion", args=[suggested.pk, "offer"])
    yes(suggested, Kind.OFFER)
    before = client.get(address).text

    yes(suggested, Kind.REQUEST)
    after = client.get(address).text

    assert "07700 900123" not in before
    assert request.person.name not in before
    assert "07700 900123" in after
    assert to(suggested.offer.person)[-1] == "exchange/letters/introduced"
    assert "07700 900123" in suggested.offer.person.letters.latest("id").text


def test_a_no_tells_nobody_whose_it_was(client, suggested):
    say(actor=Actor(suggested.offer.person), suggestion=suggested, side=Kind.OFFER, says=YesNo.NO)
    client.force_login(suggested.request.person)

    page = client.get(f"/en/exchange/suggestions/{suggested.pk}/request/").text

    assert "This went no further" in page
    assert to(suggested.request.person) == ["exchange/letters/suggested"]
    with pytest.raises(ActionRefused):
        yes(suggested, Kind.REQUEST)


def test_what_came_to_nothing_is_not_suggested_again(suggested):
    say(actor=Actor(suggested.offer.person), suggestion=suggested, side=Kind.OFFER, says=YesNo.NO)

    bring_together()

    assert Suggestion.objects.count() == 1


def test_silence_is_let_be_after_four_weeks(suggested):
    bring_together(on=TODAY + timedelta(days=28))

    suggested.refresh_from_db()
    assert suggested.closed_on is not None


def test_nobody_answers_for_the_other_side(client, suggested):
    client.force_login(suggested.offer.person)

    refused = client.post(reverse("exchange:say", args=[suggested.pk, "request", "yes"]))
    client.post(reverse("exchange:say", args=[suggested.pk, "offer", "yes"]))

    suggested.refresh_from_db()
    assert refused.status_code == 403
    assert (suggested.offer_says, suggested.request_says) == ("yes", "")


def test_an_organisation_is_reached_through_whoever_answers_for_it():
    acting = RepresentationFactory(answers_for_it=True)
    offer = about_carers(OfferFactory(person=None, organisation=acting.organisation))
    suggestion = propose(
        actor=Actor(PersonFactory()), offer=offer, request=about_carers(RequestFactory()), by=Kind.REQUEST
    )

    say(actor=Actor(acting.person), suggestion=suggestion, side=Kind.OFFER, says=YesNo.YES)

    assert to(acting.person) == ["exchange/letters/suggested", "exchange/letters/introduced"]


# --- answering directly, closing, waiting ---------------------------------------------------------------------


def test_whoever_reads_a_request_answers_it_and_the_other_is_asked(client):
    request, helper = about_carers(RequestFactory()), PersonFactory()
    client.force_login(helper)
    sent = {
        "what_cy": "Gallaf wrando",
        "party": f"p{helper.pk}",
        "talks": "both",
        "seen_by": "everyone",
        "room": "1",
    }

    client.post(f"{reverse('exchange:add_offer')}?answers={request.pk}", sent)

    suggestion = Suggestion.objects.get()
    assert (suggestion.request, suggestion.offer_says, suggestion.request_says) == (request, "yes", "")
    assert (to(helper), to(request.person)) == ([], ["exchange/letters/suggested"])


def test_what_is_closed_stands_no_more_and_is_not_found(client):
    offer = OfferFactory(what_cy="Telyn", what_en="A harp")
    found = search("telyn", language="cy").total

    close_side(actor=Actor(offer.person), side=offer)

    assert (found, search("telyn", language="cy").total) == (1, 0)
    assert "A harp" not in client.get("/en/exchange/offers/").text
    with pytest.raises(ActionRefused):
        close_side(actor=Actor(offer.person), side=offer)


def test_a_request_past_its_day_stands_no_more(client):
    request = RequestFactory(until=TODAY - timedelta(days=1))

    assert request.what_en not in client.get("/en/exchange/").text


def test_a_request_nobody_has_met_for_two_weeks_comes_to_a_person():
    request = RequestFactory()

    waiting = []
    for days in (13, 14):
        bring_together(on=TODAY + timedelta(days=days))
        waiting.append(list(requests_for_somebody()))

    assert waiting == [[], [request]]


def test_a_request_that_led_to_an_introduction_waits_for_nobody(suggested):
    introduced(suggested)

    bring_together(on=TODAY + timedelta(days=15))

    assert not requests_for_somebody().exists()


# --- what came of it ------------------------------------------------------------------------------------------


def tell(suggestion, side, minutes=None, happened=Happened.YES, **more):
    party = getattr(suggestion, side.value).person
    return tell_what_came(
        actor=Actor(party), suggestion=suggestion, side=side, happened=happened, minutes=minutes, **more
    )


def test_what_came_of_it_is_asked_once(suggested):
    introduced(suggested)

    for days in (20, 21, 22, 90):
        bring_together(on=TODAY + timedelta(days=days))

    assert to(suggested.offer.person).count("exchange/letters/followed_up") == 1


def test_hours_that_both_remember_go_into_the_ledger_the_shorter_of_the_two(suggested):
    introduced(suggested)

    tell(suggested, Kind.OFFER, minutes=120)
    alone = Gift.objects.count()
    tell(suggested, Kind.REQUEST, minutes=90, thanks="Diolch o galon")

    gift = Gift.objects.get()
    assert alone == 0
    assert (gift.giver_person, gift.receiver_person) == (suggested.offer.person, suggested.request.person)
    assert (gift.minutes, gift.state) == (90, "confirmed")
    assert "Diolch o galon" in suggested.offer.person.letters.get(template="exchange/letters/thanked").text


@pytest.mark.parametrize(("happened", "minutes"), [(Happened.NO, 60), (Happened.YES, None)])
def test_no_hours_without_both(suggested, happened, minutes):
    introduced(suggested)

    tell(suggested, Kind.OFFER, minutes=60)
    tell(suggested, Kind.REQUEST, minutes=minutes, happened=happened)

    assert not Gift.objects.exists()


def test_each_side_tells_once(suggested):
    introduced(suggested)
    tell(suggested, Kind.OFFER)

    with pytest.raises(ActionRefused):
        tell(suggested, Kind.OFFER)


def test_nothing_is_told_of_what_was_not_introduced(suggested):
    with pytest.raises(ActionRefused):
        tell(suggested, Kind.OFFER)


def test_the_evaluation_counts_introductions_and_what_both_say_of_them(suggested):
    introduced(suggested)
    tell(suggested, Kind.OFFER, minutes=60)
    tell(suggested, Kind.REQUEST, minutes=45)

    (counted,) = introductions(TODAY, TODAY)

    assert (counted.happened, counted.minutes, counted.giving_sector) == (True, 45, None)


# --- leaving, merging, taking along ---------------------------------------------------------------------------


def test_whoever_leaves_takes_their_words_along(suggested):
    person = suggested.request.person
    leave(actor=Actor(person), person=person)

    forget_departed(on=TODAY + timedelta(days=4000))

    request = Request.objects.get()
    suggested.refresh_from_db()
    assert (request.what_cy, request.what_en, request.is_open) == ("…", "", False)
    assert suggested.closed_on is not None


def test_two_records_of_one_person_have_their_offers_together_and_meet_nobody_in_themselves(suggested):
    gone, stays = suggested.offer.person, suggested.request.person

    merge(actor=Actor(PersonFactory()), duplicate=gone, kept=stays, chosen={})

    suggested.refresh_from_db()
    assert Offer.objects.get().person == stays
    assert suggested.closed_on is not None


def test_everybody_can_take_along_what_they_offered_and_what_they_said(suggested):
    yes(suggested, Kind.OFFER)

    held = everything_about(suggested.offer.person)["exchange"]

    assert [offer["what_cy"] for offer in held["offers"]] == [suggested.offer.what_cy]
    assert held["suggestions"][0]["says"] == "yes"


def test_an_organisation_and_a_person_are_never_both_the_party():
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        OfferFactory(organisation=OrganisationFactory())
