"""The services of an organisation on its page; on the workbench, who waits for an answer."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.queries import holds

from .queries import questions_waiting, services_of


def services_panel(request: HttpRequest, organisation: Organisation) -> str:
    services = list(services_of(organisation))
    if not services:
        return ""
    return render_to_string("signposting/organisation_panel.html", {"services": services}, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    if not holds(request.user, "signposting.look_after"):
        return ""
    waiting = questions_waiting().count()
    return render_to_string("signposting/workbench_panel.html", {"waiting": waiting}, request)
