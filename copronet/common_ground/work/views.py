"""The staff's page about background work, and the two deeds it offers."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, Guarded

from .actions import give_up, try_again
from .choices import State
from .models import Job
from .queries import jobs_in, summary

SHOWN = 20  # of each kind; the counts above tell of the rest


class WorkView(Guarded, TemplateView):
    permission = "work.see"
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


class OneJob(ButtonView):
    permission = "work.see"
    success_url = reverse_lazy("work:jobs")

    @cached_property
    def job(self) -> Job:
        return get_object_or_404(Job, pk=self.kwargs["pk"])


class TryAgainView(OneJob):
    done = _("The task will be tried again now.")

    def do(self) -> None:
        try_again(actor=self.actor, job=self.job)


class GiveUpView(OneJob):
    done = _("The task has been given up.")

    def do(self) -> None:
        give_up(actor=self.actor, job=self.job)
