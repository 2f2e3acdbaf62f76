"""What this room shows elsewhere: on my page the way to the searches, on the workbench what is sought in vain."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds

from .queries import most_sought, searches_of

_SHOWN = 5


def on_my_page(request: HttpRequest, _about: Any) -> str:
    """How many searches somebody keeps, and the way to them."""
    if not isinstance(request.user, Person):
        return ""
    values = {"number": searches_of(request.user).count()}
    return render_to_string("seeking/my_panel.html", values, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    """What was sought most and not found."""
    if not holds(request.user, "seeking.see_sought"):
        return ""
    sought = most_sought(found=False, today=timezone.localdate(), how_many=_SHOWN)
    return render_to_string("seeking/workbench_panel.html", {"sought": sought}, request)
