"""Asking a person; for those who look after services, answering; and whether it helped."""

from contextlib import suppress
from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from copronet.common_ground.journal.actions import ActionRefused, AlreadyDone
from copronet.common_ground.journal.views.deeds import DeedView, Guarded
from copronet.common_ground.languages.models import reading_language
from copronet.community_of_practice.signposting.actions import (
    answer_question,
    ask_question,
    say_whether_it_helped,
)
from copronet.community_of_practice.signposting.choices import LINES, Helped
from copronet.community_of_practice.signposting.forms import AnswerForm, AskForm, HelpedForm
from copronet.community_of_practice.signposting.models import Question
from copronet.community_of_practice.signposting.queries import (
    KEPT_FOR,
    question_of,
    questions_that_led_nowhere,
    questions_waiting,
)


class AskView(FormView):
    template_name = "signposting/ask.html"
    form_class = AskForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return consume_or_429(request, action="public_form") or super().post(request, *args, **kwargs)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(lines=LINES, kept_for=KEPT_FOR, **context)

    def form_valid(self, form: AskForm) -> HttpResponse:
        said = form.cleaned_data
        with suppress(AlreadyDone):  # the same thanks, however often it is sent
            ask_question(
                actor=self.request.actor,  # type: ignore[attr-defined]  # set by people's middleware
                words=said["words"],
                language=reading_language().value,
                email=said["email"],
                phone=said["phone"],
                area=form.area_chosen,
                may_be_introduced=said["may_be_introduced"],
                key=form.deed_key,
            )
        messages.success(
            self.request,
            _("Thank you. Somebody reads it and answers you."),
        )
        return redirect("signposting:turn")


class HelpedView(FormView):
    template_name = "signposting/helped.html"
    form_class = HelpedForm

    @cached_property
    def question(self) -> Question:
        question = question_of(self.kwargs["token"])
        if question is None:
            raise Http404
        return question

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.question  # noqa: B018  (a link that somebody made up leads nowhere)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: HelpedForm) -> HttpResponse:
        helped = Helped(form.cleaned_data["helped"])
        try:
            say_whether_it_helped(actor=self.request.actor, question=self.question, helped=helped)  # type: ignore[attr-defined]  # as above
        except ActionRefused as refusal:
            messages.info(self.request, str(refusal))
        else:
            messages.success(self.request, _("Thank you. It helps whoever asks next."))
        return redirect("signposting:turn")


class QuestionsView(Guarded, TemplateView):
    permission = "signposting.look_after"
    template_name = "signposting/questions.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        nowhere = questions_that_led_nowhere()[:50]
        return super().get_context_data(waiting=questions_waiting(), nowhere=nowhere, **context)


class QuestionView(DeedView):
    """A question with the form to answer it."""

    permission = "signposting.look_after"
    template_name = "signposting/question.html"
    form_class = AnswerForm
    title = gettext_lazy("Somebody asks")
    button = gettext_lazy("Answer")
    done = gettext_lazy("Answered. If they have an e-mail address, it is on its way.")

    @cached_property
    def question(self) -> Question:
        return get_object_or_404(Question.objects.select_related("area"), pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return reverse("signposting:questions")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"may_be_introduced": self.question.may_be_introduced}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(question=self.question, **context)

    def do(self, form: AnswerForm) -> None:
        said = form.cleaned_data
        answer_question(
            actor=self.actor,
            question=self.question,
            answer=said["answer"],
            services=said["services"],
            introduces=said.get("introduces", False),
            key=form.deed_key,
        )
