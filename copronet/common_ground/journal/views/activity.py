"""Activity for everyone, one's own deeds, and the whole journal for those who watch over it."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from copronet.common_ground.journal.exports import deeds_as_csv
from copronet.common_ground.journal.forms import AuditForm
from copronet.common_ground.journal.queries import (
    Page,
    audited,
    deeds_of,
    in_room,
    latest_deeds,
    lines,
    page_of,
    rooms,
)

from .numbers import number_in


def _page(request: HttpRequest, deeds: Any) -> Page:
    return page_of(deeds, before=number_in(request, "before"), after=number_in(request, "after"))


class ActivityView(TemplateView):
    """What people have done lately, as far as everybody may know."""

    template_name = "journal/activity.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        choices = rooms()
        room = self.request.GET.get("room", "")
        deeds = latest_deeds()
        if room in dict(choices):
            deeds = in_room(deeds, room)
        page = _page(self.request, deeds)
        return super().get_context_data(
            **context, rooms=choices, room=room, page=page, lines=lines(page.deeds, self.request.user)
        )


class OwnView(LoginRequiredMixin, TemplateView):
    """What the journal holds about one's own deeds."""

    template_name = "journal/own.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        page = _page(self.request, deeds_of(self.request.user))  # type: ignore[arg-type]  # signed in
        return super().get_context_data(
            **context, page=page, lines=lines(page.deeds, self.request.user, own=True)
        )


class Audited(PermissionRequiredMixin):
    """The whole journal, or what was asked of it."""

    permission_required = "journal.read_all"
    request: HttpRequest

    @cached_property
    def form(self) -> AuditForm:
        return AuditForm(self.request.GET or None)

    @property
    def deeds(self) -> Any:
        if not self.form.is_bound:
            return latest_deeds(public_only=False)
        wanted = self.form.cleaned_data if self.form.is_valid() else {}
        return audited(latest_deeds(public_only=False), wanted)


class AuditView(Audited, TemplateView):
    template_name = "journal/audit.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context, form=self.form, page=_page(self.request, self.deeds))


class ExportView(Audited, View):
    def get(self, _request: HttpRequest) -> HttpResponseBase:
        return StreamingHttpResponse(
            deeds_as_csv(self.deeds),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{_("journal")}.csv"'},
        )
