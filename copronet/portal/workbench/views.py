"""The workbench: one page."""

from typing import Any

from django.http import Http404, HttpRequest
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http.response import HttpResponseBase
from django.views.generic import TemplateView

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
        return super().get_context_data(bench=bench_of(self.request.user), **kwargs)
