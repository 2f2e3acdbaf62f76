"""What people are written about their offers and requests, each in their own language."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import translation

from copronet.common_ground.letters.actions import send
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import representatives_of

from .choices import Kind
from .models import Side, Suggestion
from .queries.words import in_words

SUGGESTED = "exchange/letters/suggested"
INTRODUCED = "exchange/letters/introduced"
FOLLOWED_UP = "exchange/letters/followed_up"
THANKED = "exchange/letters/thanked"


def people_of(party: Person | Organisation) -> list[Person]:
    """Whom to write to: the person; or whoever answers for the organisation, else all who act for it."""
    if isinstance(party, Person):
        return [party] if party.standing == Standing.HERE else []
    acting = [each for each in representatives_of(party) if each.begins]
    answering = [each.person for each in acting if each.answers_for_it]
    return answering or [each.person for each in acting]


def tell_suggested(party: Person | Organisation, suggestions: Sequence[tuple[Suggestion, Kind]]) -> None:
    """Everything new that is suggested to a party, in one letter, with the reasons in words. No names yet."""
    for person in people_of(party):
        with translation.override(person.language):
            met = [_met(suggestion, side) for suggestion, side in suggestions]
        send(to=person, template=SUGGESTED, context={"met": met})


def _met(suggestion: Suggestion, side: Kind) -> dict[str, Any]:
    mine, theirs = sides_of(suggestion, side)
    return {
        "mine": mine.what.text,
        "theirs": theirs.what.text,
        "about": theirs.about.text,
        "reasons": in_words(suggestion.reasons),
        "is_request": theirs.kind == Kind.REQUEST,
        "page": reverse("exchange:suggestion", args=[suggestion.pk, side.value]),
    }


def sides_of(suggestion: Suggestion, side: Kind) -> tuple[Side, Side]:
    """One's own side of a suggestion, and the other's."""
    both = (suggestion.offer, suggestion.request)
    return both if side == Kind.OFFER else (both[1], both[0])


def tell_introduced(suggestion: Suggestion) -> None:
    """Both have said yes: each gets the other's name and how to reach them."""
    for side in Kind:
        mine, theirs = sides_of(suggestion, side)
        for person in people_of(mine.party):
            with translation.override(person.language):
                context = {
                    "mine": mine.what.text,
                    "theirs": theirs.what.text,
                    "name": str(theirs.party),
                    "contacts": contacts_of(theirs.party),
                    "page": reverse("exchange:suggestion", args=[suggestion.pk, side.value]),
                }
            send(to=person, template=INTRODUCED, context=context, about=suggestion)


def contacts_of(party: Person | Organisation) -> list[dict[str, str]]:
    """How to reach a party once it has said yes: names, addresses, and the way each likes best."""
    return [
        {
            "name": str(person),
            "email": person.email or "",
            "phone": person.phone,
            "best": str(person.get_reached_by_display()),
        }
        for person in people_of(party)
    ]


def ask_what_came(suggestion: Suggestion) -> None:
    for side in Kind:
        mine, theirs = sides_of(suggestion, side)
        for person in people_of(mine.party):
            with translation.override(person.language):
                page = reverse("exchange:suggestion", args=[suggestion.pk, side.value])
                context = {"name": str(theirs.party), "theirs": theirs.what.text, "page": page}
            send(to=person, template=FOLLOWED_UP, context=context, about=suggestion)


def tell_thanked(suggestion: Suggestion) -> None:
    """What whoever asked would like to say to whoever gave."""
    for person in people_of(suggestion.offer.party):
        with translation.override(person.language):
            context = {"name": str(suggestion.request.party), "words": suggestion.thanks}
        send(to=person, template=THANKED, context=context, about=suggestion)
