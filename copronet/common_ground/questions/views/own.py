"""My answers: what I have answered, in my language, and taking it back."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import DeedView, Guarded
from copronet.common_ground.questions.actions import withdraw_response
from copronet.common_ground.questions.models import Response
from copronet.common_ground.questions.queries import in_words, responses_of


class MyResponsesView(Guarded, TemplateView):
    template_name = "questions/mine.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(responses=responses_of(self.me), **context)


class OfMyResponse(Guarded):
    """Somebody else's answers are not there."""

    @cached_property
    def response(self) -> Response:
        return get_object_or_404(responses_of(self.me), pk=self.kwargs["pk"])


class MyResponseView(OfMyResponse, TemplateView):
    template_name = "questions/my_response.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(response=self.response, answers=in_words(self.response), **context)


class WithdrawView(OfMyResponse, DeedView):
    title = _("Take these answers back?")
    lead = _(
        "They are removed and counted no more. A figure that has been published stays as it was counted then."
    )
    button = _("Take them back")
    stops = True
    done = _("Your answers are removed.")
    success_url = reverse_lazy("questions:mine")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        withdraw_response(actor=self.actor, response=self.response)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        back = reverse("questions:my_response", args=[self.response.pk])
        about = self.response.edition.questionnaire.title
        return super().get_context_data(about=about, **context) | {"back": back}
