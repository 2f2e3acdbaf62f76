"""The services of an organisation, on its page."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from copronet.common_ground.people.models import Organisation

from .queries import services_of


def services_panel(request: HttpRequest, organisation: Organisation) -> str:
    services = list(services_of(organisation))
    if not services:
        return ""
    return render_to_string("signposting/organisation_panel.html", {"services": services}, request)
