"""The demonstration's offers and requests: a few dozen, some of which have met; always the same."""

from datetime import timedelta
from random import Random
from typing import NamedTuple

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, Actor
from copronet.common_ground.people.models import Person
from copronet.common_ground.themes.models import Theme

from .actions.following import tell_what_came
from .actions.meeting import say, suggest_partners
from .actions.sides import add_side
from .choices import Happened, Kind, Time, YesNo
from .models import Offer, Request, Suggestion


class Wanted(NamedTuple):
    """What is asked for and what would be offered, in both languages, about one theme."""

    theme: str
    asked_cy: str
    asked_en: str
    offered_cy: str
    offered_en: str


WANTED = (
    Wanted(
        "carers",
        "Rhywun sydd wedi sefydlu grŵp gofalwyr",
        "Somebody who has started a carers' group",
        "Rhannu sut y dechreuon ni ein grŵp gofalwyr",
        "Sharing how we began our carers' group",
    ),
    Wanted(
        "community-voice",
        "Help i ysgrifennu llythyr hawdd ei ddeall",
        "Help with writing an easy-read letter",
        "Ysgrifennu hawdd ei ddeall, awr yr wythnos",
        "Easy-read writing, an hour a week",
    ),
    Wanted(
        "evaluation",
        "Sgwrs am fesur yr hyn sy'n bwysig",
        "A talk about measuring what matters",
        "Prynhawn ar werthuso gyda phobl",
        "An afternoon on evaluating with people",
    ),
    Wanted(
        "digital-inclusion",
        "Rhywun i ddangos fideo-alwadau i'n haelodau hŷn",
        "Somebody to show our older members video calls",
        "Dysgu fideo-alwadau, yn amyneddgar",
        "Teaching video calls, patiently",
    ),
    Wanted(
        "commissioning",
        "Comisiynydd i fentora ein bwrdd newydd",
        "A commissioner to mentor our new board",
        "Mentora ar gomisiynu gyda phobl",
        "Mentoring on commissioning with people",
    ),
    Wanted(
        "welsh-language",
        "Partner sgwrsio i ddysgwr Cymraeg",
        "A conversation partner for a Welsh learner",
        "Sgwrs yn Gymraeg dros baned",
        "A chat in Welsh over a cuppa",
    ),
    Wanted(
        "housing-and-homelessness",
        "Llais rhywun sydd wedi byw heb gartref",
        "The voice of somebody who has lived without a home",
        "Siarad am fyw heb gartref",
        "Speaking about living without a home",
    ),
    Wanted(
        "transport",
        "Lifft i gyfarfodydd y fforwm",
        "A lift to the forum's meetings",
        "Lle yn fy nghar i gyfarfodydd",
        "A seat in my car to meetings",
    ),
)


def load() -> None:
    """Make them once; where there are some already, do nothing."""
    if Offer.objects.exists() or Request.objects.exists():
        return
    chance = Random("copronet exchange")  # noqa: S311  (the same every time)
    people = list(Person.objects.filter(standing="here").order_by("pk")[8:56])
    themes = {theme.code: theme for theme in Theme.objects.all()}
    for number, person in enumerate(people):
        _one(number, person, themes, chance)
    suggest_partners(actor=CLOCKWORK, today=timezone.localdate())
    for number, suggestion in enumerate(Suggestion.objects.select_related("offer", "request").order_by("id")):
        _answer(number, suggestion)


def _one(number: int, person: Person, themes: dict[str, Theme], chance: Random) -> None:
    """Everybody asks for one thing or offers one; two of five in Welsh alone, one in English alone."""
    wanted = WANTED[number // 2 % len(WANTED)]
    is_offer = number % 2 == 0
    welsh, english = (
        (wanted.offered_cy, wanted.offered_en) if is_offer else (wanted.asked_cy, wanted.asked_en)
    )
    side = (Offer if is_offer else Request)(
        what_cy=welsh if number % 5 != 4 else "",
        what_en=english if number % 5 not in (0, 1) else "",
        online=number % 3 == 0,
        times=[Time.EVENINGS.value] if number % 4 == 0 else [],
    )
    links = {"areas": [person.area] if person.area and number % 3 else [], "themes": [themes[wanted.theme]]}
    add_side(actor=Actor(person), side=side, party=person, links=links)
    made_on = timezone.localdate() - timedelta(days=chance.randrange(40))
    type(side).objects.filter(pk=side.pk).update(made_on=made_on)


def _answer(number: int, suggestion: Suggestion) -> None:
    """A third have met, some of them told of it; a few said no; the rest wait."""
    offering, asking = (Actor(side.person) for side in (suggestion.offer, suggestion.request))
    if number % 3 == 0:
        say(actor=offering, suggestion=suggestion, side=Kind.OFFER, says=YesNo.YES)
        say(actor=asking, suggestion=suggestion, side=Kind.REQUEST, says=YesNo.YES)
    if number % 6 == 0:
        for actor, side in ((offering, Kind.OFFER), (asking, Kind.REQUEST)):
            tell_what_came(
                actor=actor,
                suggestion=suggestion,
                side=side,
                happened=Happened.YES,
                minutes=60 + number % 4 * 30,
            )
    if number % 7 == 5 and number % 3:
        say(actor=offering, suggestion=suggestion, side=Kind.OFFER, says=YesNo.NO)
