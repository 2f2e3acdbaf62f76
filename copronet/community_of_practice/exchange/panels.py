"""What this room shows on others' pages: suggestions to answer, requests without an answer, what is about a theme."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds
from copronet.common_ground.themes.models import Theme

from .models import Offer, Request, Suggestion
from .queries import of_mine, open_to
from .queries.waiting import requests_for_somebody

SHOWN = 6


def on_my_page(request: HttpRequest, _about: Any) -> str:
    if not isinstance(request.user, Person):
        return ""
    offers, requests = (model.objects.filter(of_mine(request.user)) for model in (Offer, Request))
    open_now = Suggestion.objects.filter(closed_on__isnull=True, introduced_on__isnull=True)
    mine = open_now.filter(Q(offer__in=offers, offer_says="") | Q(request__in=requests, request_says=""))
    return render_to_string("exchange/my_panel.html", {"count": mine.count()}, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    if not holds(request.user, "exchange.look_after"):
        return ""
    waiting = requests_for_somebody()
    return render_to_string(
        "exchange/workbench_panel.html", {"count": waiting.count(), "requests": waiting[:5]}, request
    )


def on_a_theme(theme: Theme, reader: Any) -> dict[str, Any] | None:
    """The newest requests and offers about a theme."""
    found = [
        side for model in (Request, Offer) for side in open_to(model, reader).filter(themes=theme)[:SHOWN]
    ]
    return {"sides": found} if found else None
