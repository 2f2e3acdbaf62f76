"""The staff's page about background work, and the two deeds it offers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import ActionRefused

from .actions import give_up, try_again
from .choices import State
from .models import Job
from .queries import jobs_in, summary

SHOWN = 20  # of each kind; the counts above tell of the rest


class WorkView(PermissionRequiredMixin, TemplateView):
    permission_required = "work.see"
    template_name = "work/jobs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            summary=summary(),
            shown=SHOWN,
            failed=jobs_in(State.FAILED)[:SHOWN],
            running=jobs_in(State.RUNNING)[:SHOWN],
            waiting=jobs_in(State.WAITING).order_by("urgency", "run_after", "id")[:SHOWN],
            finished=jobs_in(State.DONE, State.GIVEN_UP).order_by("-finished")[:SHOWN],
            **kwargs,
        )


class _DeedView(PermissionRequiredMixin, View):
    permission_required = "work.see"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        job = get_object_or_404(Job, pk=pk)
        try:
            messages.success(request, self.do(request, job))
        except ActionRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("work:jobs")

    def do(self, request: HttpRequest, job: Job) -> str:
        raise NotImplementedError


class TryAgainView(_DeedView):
    def do(self, request: HttpRequest, job: Job) -> str:
        try_again(actor=request.actor, job=job)  # type: ignore[attr-defined]  # set by people.middleware
        return _("The task will be tried again now.")


class GiveUpView(_DeedView):
    def do(self, request: HttpRequest, job: Job) -> str:
        give_up(actor=request.actor, job=job)  # type: ignore[attr-defined]  # set by people.middleware
        return _("The task has been given up.")
