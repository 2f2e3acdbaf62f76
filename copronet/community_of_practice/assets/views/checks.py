"""Saying that an entry is still right: by a link in a letter, on its page; or that it looks out of date."""

from contextlib import suppress
from functools import cached_property
from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from copronet.common_ground.journal.actions import ActionRefused, Actor, AlreadyDone
from copronet.common_ground.journal.views.deeds import ButtonView
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.assets.actions.checking import answer, confirm
from copronet.community_of_practice.assets.actions.reporting import report_out_of_date
from copronet.community_of_practice.assets.choices import Answer
from copronet.community_of_practice.assets.forms.checks import AnswerForm, ReportForm
from copronet.community_of_practice.assets.models import Asset, Question
from copronet.community_of_practice.assets.queries import actor_for
from copronet.community_of_practice.assets.queries.askings import link_token, open_questions, read_token

from .assets import OfAsset


class AnswerView(FormView):
    """A link from a letter: whoever has it may answer this one question, once.

    Opening it does nothing, because mail systems open links too: its one button does.
    """

    template_name = "assets/answer.html"
    form_class = AnswerForm
    question: Question
    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = read_token(kwargs["token"])
        if found is None or not found[1].has_perm("assets.edit", found[0].asset):
            return render(request, "assets/answer_expired.html", status=410)
        if kwargs["answer"] not in Answer.values:
            raise Http404
        self.question, self.person = found
        return super().dispatch(request, *args, **kwargs)

    @property
    def answer(self) -> Answer:
        return Answer(self.kwargs["answer"])

    def get_form(self, form_class: Any = None) -> AnswerForm:  # noqa: ARG002  (Django's signature)
        return AnswerForm(answer=self.answer, **self.get_form_kwargs())

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        actor = actor_for(self.question.asset, self.person)
        try:
            self.question = answer(actor=actor, question=self.question, answer=self.answer, **form.said())
        except ActionRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            question=self.question,
            asset=self.question.asset,
            answer=self.answer,
            is_change=self.answer == Answer.CHANGED,
            is_withdrawal=self.answer == Answer.WITHDRAWN,
            left=self._left() if self.question.answered_at else [],
            **kwargs,
        )

    def _left(self) -> list[tuple[Question, str]]:
        """What of the same letter is still to be answered, with the link for "still right"."""
        questions = open_questions(self.question.asking)
        mine = [each for each in questions if self.person.has_perm("assets.edit", each.asset)]
        return [
            (each, reverse("assets:answer", args=[link_token(each, self.person), self.answer.value]))
            for each in mine
        ]


class ConfirmView(OfAsset, ButtonView):
    """One button on an entry's page: it is still right, or somebody has said so."""

    permission = "assets.edit"
    done = _("Thank you. It counts as checked today.")

    def do(self) -> None:
        confirm(actor=self.actor, asset=self.asset)


class ReportView(FormView):
    """ "This looks out of date", from any reader of the entry."""

    template_name = "assets/report.html"
    form_class = ReportForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("assets.see", self.asset) or self.asset.is_withdrawn:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def asset(self) -> Asset:
        return get_object_or_404(Asset, pk=self.kwargs["pk"])

    def form_valid(self, form: ReportForm) -> HttpResponse:
        refused: HttpResponse | None = consume_or_429(self.request, action="public_form")
        if refused:
            return refused
        with suppress(AlreadyDone):  # the same thanks, however often it is sent
            report_out_of_date(
                actor=Actor(None),
                asset=self.asset,
                words=form.cleaned_data["words"],
                language=reading_language().value,
                key=form.deed_key,
            )
        messages.success(self.request, _("Thank you. We have asked whoever looks after this entry."))
        return redirect(self.asset.get_absolute_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asset=self.asset, **kwargs)
