"""My data: what is held about me, to read and to take away; and leaving."""

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import record
from copronet.common_ground.journal.views.deeds import DeedView, Guarded
from copronet.common_ground.people.actions.departing import leave
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.people.tables import in_words


class MyDataView(Guarded, TemplateView):
    template_name = "people/my_data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(days=settings.KEEP_DEPARTED_DAYS, **kwargs)


class DownloadView(Guarded):
    """Everything held about me, for machines. A POST, because the journal keeps that it was taken."""

    http_method_names = ["post"]

    def post(self, _request: HttpRequest) -> HttpResponse:
        person = self.me
        record(actor=self.actor, verb="people.data_taken", about=person)
        response = JsonResponse(
            everything_about(person), json_dumps_params={"ensure_ascii": False, "indent": 2}
        )
        response["Content-Disposition"] = 'attachment; filename="fy-nata-my-data.json"'
        return _private(response)


class ReadView(Guarded, TemplateView):
    """The same, for people; it can be saved or printed."""

    template_name = "people/my_data_read.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(everything=in_words(everything_about(self.me), self.me), **kwargs)

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        return _private(super().render_to_response(context, **options))


class LeaveView(DeedView):
    template_name = "people/leave.html"
    title = _("Leave the network")
    button = _("Leave the network")
    stops = True
    done = _("You have left the network. Thank you for all you did.")
    success_url = reverse_lazy("front:home")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        leave(actor=self.actor, person=self.me)
        logout(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = reverse("people:my_data")
        return super().get_context_data(days=settings.KEEP_DEPARTED_DAYS, **kwargs) | {"back": back}


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
