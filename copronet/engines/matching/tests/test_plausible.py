"""Who could meet at all, who fits best, and what is said for it."""

import pytest

from copronet.engines.matching import Reason, Why, links_between, plausible_pairs, reasons_for
from copronet.engines.matching.plausible import PARTNERS

from .networks import CYMRAEG, offer, request


def partners(offers, asked, **kept):
    return [offers[pair.offer].id for pair in plausible_pairs(offers, [asked], **kept)[0]]


@pytest.mark.parametrize(
    ("offered", "asked", "can_meet"),
    [
        ({}, {}, True),
        ({"party": "Mair"}, {"party": "Mair"}, False),
        ({"themes": frozenset(["housing"])}, {}, False),
        ({"languages": frozenset(["en"])}, {"languages": CYMRAEG}, False),
        ({"access": frozenset()}, {"access": frozenset(["bsl"])}, False),
        ({"access": frozenset(["bsl", "step-free"])}, {"access": frozenset(["bsl"])}, True),
        ({"times": frozenset(["tue"])}, {"times": frozenset(["wed"])}, False),
        ({"times": frozenset(["tue"])}, {}, True),
        ({"places": frozenset(["Gwynedd"])}, {"places": frozenset(["Powys"])}, False),
        ({"places": frozenset(["Gwynedd"]), "online": True}, {"places": frozenset(["Powys"])}, False),
        (
            {"places": frozenset(["Gwynedd"]), "online": True},
            {"places": frozenset(["Powys"]), "online": True},
            True,
        ),
        ({"places": frozenset(["Gwynedd"])}, {}, True),
        ({}, {"places": frozenset(["Powys"])}, True),
    ],
)
def test_what_has_to_agree_before_two_may_meet(offered, asked, can_meet):
    assert bool(partners([offer(1, **offered)], request(1, **asked))) is can_meet


def test_words_alone_are_a_ground_to_meet_when_they_are_alike_enough():
    offers = [offer(number, themes=frozenset()) for number in (1, 2)]

    assert partners(offers, request(9), likeness={(1, 9): 0.49, (2, 9): 0.5}) == [2]


def test_what_was_tried_before_is_not_suggested_again():
    assert partners([offer(1), offer(2)], request(9), tried=[(1, 9)]) == [2]


def test_the_best_fitting_come_first_and_the_least_asked_of_equals():
    offers = [
        offer(1, asked=2),
        offer(2),
        offer(3, themes=frozenset(["carers", "transport"])),
        offer(4, themes=frozenset()),
    ]
    asked = request(9, themes=frozenset(["carers", "transport"]))

    assert partners(offers, asked, likeness={(1, 9): 0.6, (4, 9): 0.9}) == [1, 3, 2, 4]


def test_only_the_best_fitting_are_weighed():
    offers = [offer(number) for number in range(PARTNERS + 5)]

    assert partners(offers, request(9)) == list(range(PARTNERS))


def test_reasons_are_codes_with_what_they_speak_of():
    offered = offer(1, places=frozenset(["Gwynedd"]), times=frozenset(["tue", "wed"]), asked=1)
    asked = request(9, places=frozenset(["Gwynedd", "Powys"]), times=frozenset(["tue"]), languages=CYMRAEG)

    assert reasons_for(offered, asked, likeness=0.714) == (
        Reason(Why.THEMES, ("carers",)),
        Reason(Why.WORDS, (71,)),
        Reason(Why.PLACES, ("Gwynedd",)),
        Reason(Why.TIMES, ("tue",)),
        Reason(Why.LANGUAGES, ("cy",)),
    )


@pytest.mark.parametrize(("places", "why"), [(frozenset(), Why.ANYWHERE), (frozenset(["Powys"]), Why.ONLINE)])
def test_how_they_meet_is_said_when_no_place_is_shared(places, why):
    offered = offer(1, places=frozenset(["Gwynedd"]), online=True)

    reasons = reasons_for(offered, request(9, places=places, online=True))

    assert [reason.why for reason in reasons] == [Why.THEMES, Why.LANGUAGES, why, Why.NOT_YET_ASKED]


def test_two_parties_are_linked_once_by_their_best_pair():
    offers = [offer(1, party="Mair"), offer(2, party="Mair", themes=frozenset(["carers", "food"]))]
    asked = [request(9, party="Elin", themes=frozenset(["carers", "food"]))]

    links = links_between(offers, asked, plausible_pairs(offers, asked))

    assert [(link.giver, link.receiver, link.offer, link.request) for link in links] == [
        ("Mair", "Elin", 2, 9)
    ]
