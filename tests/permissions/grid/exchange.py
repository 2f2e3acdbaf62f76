"""Offers and requests: seen as each allows, made by anybody here, answered by those concerned alone."""

from datetime import date

from copronet.community_of_practice.exchange.models import Suggestion
from tests.factories import OfferFactory, RequestFactory
from tests.permissions.rows import SIGN_IN, Row, deed, page

SENT = {"what_cy": "Rhywun i wrando", "talks": "both", "seen_by": "everyone", "room": "3", "based_on": "0"}


def of_offer() -> dict[str, int]:
    return {"pk": OfferFactory().pk}


def of_request() -> dict[str, int]:
    return {"pk": RequestFactory().pk}


def of_members_request() -> dict[str, int]:
    return {"pk": RequestFactory(seen_by="members").pk}


def of_suggestion() -> dict[str, object]:
    made = Suggestion.objects.create(
        offer=OfferFactory(), request=RequestFactory(), made_on=date(2026, 11, 1)
    )
    return {"pk": made.pk, "side": "offer"}


def to_say_yes() -> dict[str, object]:
    return {**of_suggestion(), "says": "yes"}


def theirs(answer: int = 200, **more: object) -> Row:
    """For whoever speaks for it and the staff."""
    return page(403, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


PAGES = {
    "exchange:requests": page(200, grows=RequestFactory),
    "exchange:offers": page(200, grows=OfferFactory),
    "exchange:add_offer": page(200, anonymous=SIGN_IN),
    "exchange:add_request": page(200, anonymous=SIGN_IN),
    "exchange:mine": page(200, anonymous=SIGN_IN),
    "exchange:tasks": theirs(),
    "exchange:offer": page(200, at=of_offer),
    "exchange:change_offer": theirs(at=of_offer),
    "exchange:close_offer": theirs(405, at=of_offer),
    "exchange:request": page(200, anonymous=404, at=of_members_request),
    "exchange:change_request": theirs(at=of_request),
    "exchange:close_request": theirs(405, at=of_request),
    "exchange:propose": theirs(at=of_request),
    "exchange:suggestion": page(403, anonymous=SIGN_IN, at=of_suggestion),
    "exchange:say": page(403, anonymous=SIGN_IN, at=to_say_yes),
}

DEEDS = [
    ("exchange:change_offer", deed(403, anonymous=SIGN_IN, staff=302, at=of_offer, sends=SENT)),
    ("exchange:change_request", deed(403, anonymous=SIGN_IN, staff=302, at=of_request, sends=SENT)),
    ("exchange:close_offer", deed(403, anonymous=SIGN_IN, staff=302, at=of_offer)),
    ("exchange:close_request", deed(403, anonymous=SIGN_IN, staff=302, at=of_request)),
    ("exchange:suggestion", deed(403, anonymous=SIGN_IN, at=of_suggestion, sends={"happened": "yes"})),
    ("exchange:say", deed(403, anonymous=SIGN_IN, at=to_say_yes)),
]
