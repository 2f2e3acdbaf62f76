"""The list of questionnaires, one with its editions, and writing its questions."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, ChangeView, DeedView, Guarded
from copronet.common_ground.questions.actions import move_question, remove_question
from copronet.common_ground.questions.forms import QuestionForm, QuestionnaireForm
from copronet.common_ground.questions.models import Edition, Question, Questionnaire
from copronet.common_ground.questions.queries import questionnaires_in_order


class QuestionnairesView(Guarded, TemplateView):
    template_name = "questions/questionnaires.html"
    permission = "questions.read"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(questionnaires=questionnaires_in_order(), **context)


class QuestionnaireView(Guarded, TemplateView):
    template_name = "questions/questionnaire.html"
    permission = "questions.read"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        questionnaire = get_object_or_404(questionnaires_in_order(), code=self.kwargs["code"])
        editions = list(questionnaire.editions.all())
        return super().get_context_data(
            questionnaire=questionnaire,
            editions=editions,
            may_begin=self.me.has_perm("questions.edit") and not any(each.is_written for each in editions),
            **context,
        )


class KeepView(ChangeView):
    """A form for words, of a record that may be new."""

    permission = "questions.edit"
    template_name = "questions/keep_questionnaire.html"
    button = _("Save")
    done = _("Saved.")

    @cached_property
    def kept(self) -> Any:
        raise NotImplementedError

    def subject(self) -> Any:
        return self.kept

    def do(self, form: Any) -> None:
        self.made = form.save_as(self.actor)


class AddQuestionnaireView(KeepView):
    form_class = QuestionnaireForm
    title = _("Add a questionnaire")
    lead = _("First say what it is called and what it is for. Its questions come next.")

    @cached_property
    def kept(self) -> Questionnaire:
        return Questionnaire()

    def get_success_url(self) -> str:
        made = getattr(self, "made", None)
        return str(made.get_absolute_url()) if made else reverse("questions:questionnaires")


class ChangeQuestionnaireView(KeepView):
    form_class = QuestionnaireForm
    title = _("Change what it is for")
    lead = _("Everybody who is asked reads this.")

    @cached_property
    def kept(self) -> Questionnaire:
        return get_object_or_404(Questionnaire, code=self.kwargs["code"])

    def get_success_url(self) -> str:
        return reverse("questions:questionnaire", args=[self.kwargs["code"]])


class OfQuestion(Guarded):
    permission = "questions.edit"

    @cached_property
    def question(self) -> Question:
        return get_object_or_404(Question.objects.select_related("edition"), pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return str(self.question.edition.get_absolute_url())


class AddQuestionView(KeepView):
    form_class = QuestionForm
    template_name = "questions/keep_question.html"
    title = _("Add a question")
    lead = _("One thing at a time, in words that everybody knows, in both languages.")

    @cached_property
    def kept(self) -> Question:
        return Question(edition=get_object_or_404(Edition, pk=self.kwargs["pk"]))

    def get_success_url(self) -> str:
        return str(self.kept.edition.get_absolute_url())


class ChangeQuestionView(OfQuestion, KeepView):
    form_class = QuestionForm
    template_name = "questions/keep_question.html"
    title = _("Change a question")
    lead = _(
        "If it asks for something else now, remove it and add a new one, so that answers are not mixed up."
    )

    @cached_property
    def kept(self) -> Question:
        return self.question


class MoveQuestionView(OfQuestion, ButtonView):
    done = _("The question has moved.")

    def do(self) -> None:
        move_question(actor=self.actor, question=self.question, up="up" in self.request.POST)


class RemoveQuestionView(OfQuestion, DeedView):
    title = _("Remove this question?")
    button = _("Remove")
    stops = True
    done = _("The question is removed.")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        remove_question(actor=self.actor, question=self.question)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.question.text, **context)
