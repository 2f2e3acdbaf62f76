"""The workbench: one page."""

from typing import Any, cast

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import TemplateView

from copronet.common_ground.people.models import Person
from copronet.common_ground.spreadsheets.queries import sheets_for

from .queries import bench_of
from .rules import may_use_the_workbench


class WorkbenchView(LoginRequiredMixin, TemplateView):
    """Whoever may not use it is not told that it is there."""

    template_name = "workbench/workbench.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not may_use_the_workbench(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = cast("Person", self.request.user)
        return super().get_context_data(bench=bench_of(person), tables=sheets_for(person), **kwargs)
