"""What this room shows on others' pages: what somebody has, what one looks after, what waits for the staff."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import holds
from copronet.common_ground.themes.models import Theme

from .forms.more import InterestForm
from .queries import of_holder
from .queries.askings import questions_for_somebody
from .queries.beginning import interests_to_offer
from .queries.listing import fitting
from .queries.seeing import in_order, looked_after_by

SHOWN = 12


def on_the_page_of(request: HttpRequest, about: Person | Organisation) -> str:
    """What a person or an organisation has, as far as this reader may see it."""
    assets = list(of_holder(about, request.user)[:SHOWN])
    return render_to_string("assets/panel.html", {"assets": assets}, request) if assets else ""


def on_my_page(request: HttpRequest, _about: Any) -> str:
    """What one looks after, and what one said one could offer."""
    if not isinstance(request.user, Person):
        return ""
    mine = in_order(looked_after_by(request.user).filter(withdrawn_on__isnull=True))
    values = {
        "assets": mine[:5],
        "count": mine.count(),
        "interests": interests_to_offer(request.user)[:3],
        "form": InterestForm(),
    }
    return render_to_string("assets/my_panel.html", values, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    """What nobody answered by letter, and what was said to need changing."""
    if not holds(request.user, "assets.look_after"):
        return ""
    waiting = questions_for_somebody()
    values = {"count": waiting.count(), "questions": waiting[:5]}
    return render_to_string("assets/workbench_panel.html", values, request)


def on_a_theme(theme: Theme, reader: Any) -> dict[str, Any] | None:
    """Some of what the map holds about a theme, and how many there are."""
    about = fitting(reader, {"theme": theme.code})
    assets = list(about[: SHOWN + 1])
    return {"assets": assets[:SHOWN], "more": len(assets) > SHOWN, "theme": theme} if assets else None
