"""One edition: its questions, publishing and closing it, trying it, and the paper form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.questions.actions import begin_edition, close_edition, publish_edition
from copronet.common_ground.questions.forms import AnswersForm
from copronet.common_ground.questions.models import Edition, Questionnaire
from copronet.common_ground.questions.queries import missing_words, paper_sheet


class OfEdition(Guarded):
    """A page of one edition, for those who may read questionnaires."""

    permission = "questions.read"

    @cached_property
    def edition(self) -> Edition:
        return get_object_or_404(Edition.objects.select_related("questionnaire"), pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return str(self.edition.get_absolute_url())


class EditionView(OfEdition, TemplateView):
    template_name = "questions/edition.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        may_edit = self.me.has_perm("questions.edit")
        return super().get_context_data(
            edition=self.edition,
            sheet=paper_sheet(self.edition),
            may_change=may_edit and self.edition.is_written,
            may_edit=may_edit,
            missing={question.pk for question in missing_words(self.edition)}
            if self.edition.is_written
            else (),
            **context,
        )


class PublishView(OfEdition, DeedView):
    permission = "questions.edit"
    title = _("Publish this edition?")
    lead = _(
        "From then on it can be answered and its words stand still. The edition before it is closed; whoever has"
        " begun that one may finish it."
    )
    button = _("Publish")
    done = _("The edition is published.")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        publish_edition(actor=self.actor, edition=self.edition)


class CloseView(OfEdition, DeedView):
    permission = "questions.edit"
    title = _("Close this edition?")
    lead = _("Nobody will be able to begin answering it. Whoever has begun may finish.")
    button = _("Close the edition")
    stops = True
    done = _("The edition is closed.")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        close_edition(actor=self.actor, edition=self.edition)


class BeginEditionView(ButtonView):
    permission = "questions.edit"
    done = _("A new edition is begun, with the questions of the last one.")

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return get_object_or_404(Questionnaire, code=self.kwargs["code"])

    def do(self) -> None:
        begin_edition(actor=self.actor, questionnaire=self.questionnaire)

    def get_success_url(self) -> str:
        newest = self.questionnaire.editions.order_by("-number").first()
        return str((newest or self.questionnaire).get_absolute_url())


class TryView(OfEdition, TemplateView):
    """The form as people meet it. Nothing that is typed here is kept."""

    template_name = "questions/try.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        data = self.request.POST if self.request.method == "POST" else None
        form = AnswersForm(edition=self.edition, data=data)
        return super().get_context_data(
            edition=self.edition, form=form, is_whole=form.is_bound and form.is_valid(), **context
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.get(request, *args, **kwargs)


class PaperView(TemplateView):
    """The form to print, in both languages at once. Open to everybody once the edition is published."""

    template_name = "questions/paper.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        editions = Edition.objects.select_related("questionnaire")
        edition = get_object_or_404(editions, pk=self.kwargs["pk"])
        if not self.request.user.has_perm("questions.read_paper", edition):
            raise Http404
        return super().get_context_data(edition=edition, sheet=paper_sheet(edition), **context)
