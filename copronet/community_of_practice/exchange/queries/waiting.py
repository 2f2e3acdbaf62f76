"""What waits: suggestions to let be, introductions to ask about, requests that nobody has met."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from copronet.community_of_practice.exchange.choices import FOLLOW_UP_AFTER, LAPSES_AFTER, LONELY_AFTER
from copronet.community_of_practice.exchange.models import Request, Suggestion

from .seeing import standing


def suggestions_to_let_be(today: date) -> QuerySet[Suggestion]:
    """Made four weeks ago, and one side has not answered; or of something that no longer stands."""
    waiting = Suggestion.objects.filter(closed_on__isnull=True, introduced_on__isnull=True)
    return waiting.filter(made_on__lte=today - LAPSES_AFTER).order_by("id")


def introductions_to_ask_about(today: date) -> QuerySet[Suggestion]:
    """Introduced three weeks ago and never asked what came of it."""
    introduced = Suggestion.objects.filter(introduced_on__lte=today - FOLLOW_UP_AFTER, asked_on__isnull=True)
    return introduced.filter(offer_happened="", request_happened="").order_by("id")


def lonely_requests(today: date) -> QuerySet[Request]:
    """Asked two weeks ago, still standing, and introduced to nobody."""
    return _without_introduction().filter(made_on__lte=today - LONELY_AFTER)


def requests_for_somebody() -> QuerySet[Request]:
    """Those handed to a person, longest waiting first, as long as nobody has been found."""
    return _without_introduction().filter(handed_on__isnull=False).order_by("made_on", "id")


def _without_introduction() -> QuerySet[Request]:
    met = Suggestion.objects.filter(request=OuterRef("pk"), introduced_on__isnull=False)
    requests: QuerySet[Request] = standing(Request)
    return requests.filter(~Exists(met)).select_related("organisation", "person")
