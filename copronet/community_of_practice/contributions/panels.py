"""What this room shows on others' pages: giving to somebody, what I give, what waits for those who keep the books."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import holds

from .choices import GiftState
from .queries import (
    balances_of,
    fees_to_invoice,
    fees_to_talk_about,
    open_invoices,
    received_by,
    waiting_for_the_network,
    waiting_lines,
)


def on_the_page_of(request: HttpRequest, about: Person | Organisation) -> str:
    """The way to give to a person or an organisation, for whoever has signed in and is somebody else."""
    if not isinstance(request.user, Person) or request.user == about:
        return ""
    values = {
        "about": about,
        "side": "person" if isinstance(about, Person) else "organisation",
        "called": str(about.pk) if isinstance(about, Person) else about.name.text,
        "keeps": holds(request.user, "contributions.keep_books"),
    }
    return render_to_string("contributions/panel.html", values, request)


def on_my_page(request: HttpRequest, _about: Any) -> str:
    """What I gave, and what waits for my word."""
    if not isinstance(request.user, Person):
        return ""
    waiting = received_by(request.user).filter(state=GiftState.GIVEN).count()
    values = {"balance": balances_of(request.user)["minutes"], "waiting": waiting}
    return render_to_string("contributions/my_panel.html", values, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    """Gifts to confirm, fees to invoice, invoices to be paid, bank lines, and whom to talk with about a fee."""
    if not holds(request.user, "contributions.keep_books"):
        return ""
    values = {
        "gifts": waiting_for_the_network().filter(state=GiftState.GIVEN).count(),
        "fees": fees_to_invoice().count(),
        "invoices": open_invoices().count(),
        "lines": waiting_lines().count(),
        "talks": fees_to_talk_about(timezone.localdate())[:5],
    }
    return render_to_string("contributions/workbench_panel.html", values, request)
