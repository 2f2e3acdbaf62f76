"""Where people can turn: read by everyone, looked after by those who may."""

from typing import Any

from django.utils import timezone

from copronet.community_of_practice.signposting.queries import link_token
from tests.factories import FeedFactory, QuestionFactory, ServiceFactory
from tests.permissions.rows import SIGN_IN, deed, page


def of_service() -> dict[str, Any]:
    return {"pk": ServiceFactory().pk}


def of_service_from_a_feed() -> dict[str, Any]:
    return {"pk": ServiceFactory(feed=FeedFactory(), key_in_feed="1").pk}


def of_feed() -> dict[str, Any]:
    return {"pk": FeedFactory().pk}


def of_question() -> dict[str, Any]:
    return {"pk": QuestionFactory().pk}


def of_answer() -> dict[str, Any]:
    return {"token": link_token(QuestionFactory(answered_at=timezone.now()))}


SERVICE = {
    "name_en": "Advice in Powys",
    "provider_en": "Example Charity",
    "status": "active",
    "phone": "01632 960001",
}
FEED = {"name_en": "Another directory", "address": "https://another.example/oruk", "language": "en"}

PAGES = {
    "signposting:turn": page(200, grows=ServiceFactory, queries=9),
    "signposting:service": page(200, at=of_service),
    "signposting:add": page(403, anonymous=SIGN_IN, staff=200),
    "signposting:change": page(403, anonymous=SIGN_IN, staff=200, at=of_service),
    "signposting:confirm": page(403, anonymous=SIGN_IN, staff=405, at=of_service),
    "signposting:feeds": page(403, anonymous=SIGN_IN, staff=200, grows=FeedFactory),
    "signposting:add_feed": page(403, anonymous=SIGN_IN, staff=200),
    "signposting:change_feed": page(403, anonymous=SIGN_IN, staff=200, at=of_feed),
    "signposting:read_feed": page(403, anonymous=SIGN_IN, staff=405, at=of_feed),
    "signposting:ask": page(200),
    "signposting:helped": page(200, at=of_answer),
    "signposting:questions": page(403, anonymous=SIGN_IN, staff=200, grows=QuestionFactory),
    "signposting:question": page(403, anonymous=SIGN_IN, staff=200, at=of_question),
    "open_referral": page(200),
    "open_referral_services": page(200, grows=ServiceFactory),
    "open_referral_taxonomies": page(200),
    "open_referral_terms": page(200),
    "open_referral_service": page(200, at=lambda: {"uuid": str(ServiceFactory().uuid)}),
}
DEEDS = [
    ("signposting:add", deed(403, anonymous=SIGN_IN, staff=302, sends=SERVICE)),
    (
        "signposting:change",
        deed(403, anonymous=SIGN_IN, staff=302, sends=SERVICE | {"based_on": 0}, at=of_service),
    ),
    ("signposting:change", deed(403, anonymous=SIGN_IN, sends=SERVICE, at=of_service_from_a_feed)),
    ("signposting:confirm", deed(403, anonymous=SIGN_IN, staff=302, at=of_service)),
    ("signposting:add_feed", deed(403, anonymous=SIGN_IN, staff=302, sends=FEED)),
    (
        "signposting:change_feed",
        deed(403, anonymous=SIGN_IN, staff=302, sends=FEED | {"based_on": 0}, at=of_feed),
    ),
    (
        "signposting:ask",
        deed(302, sends={"words": "Rent", "email": "mair@enghraifft.example", "agrees": "on"}),
    ),
    ("signposting:helped", deed(302, sends={"helped": "yes"}, at=of_answer)),
    (
        "signposting:question",
        deed(403, anonymous=SIGN_IN, staff=302, sends={"answer": "Ring them"}, at=of_question),
    ),
    ("signposting:read_feed", deed(403, anonymous=SIGN_IN, staff=302, at=of_feed)),
]
