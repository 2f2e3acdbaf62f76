"""My details, my consents, and for whom I act."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import ActionRefused, Overtaken
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.people.actions.consents import answer_consent
from copronet.common_ground.people.actions.persons import change_details
from copronet.common_ground.people.choices import ConsentTo
from copronet.common_ground.people.forms.persons import DetailsForm
from copronet.common_ground.people.models import ConsentWording, Person
from copronet.common_ground.people.queries import (
    agrees_to,
    answers_of,
    organisations_of,
    reason_not_to_take_part,
    representations_of,
    supported_by,
    wordings_today,
)
from copronet.common_ground.people.registry import ACTING_FOR


class MyDetailsView(DeedView):
    template_name = "people/my_details.html"
    form_class = DetailsForm
    success_url = reverse_lazy("people:my_details")
    done = _("Your details are saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        # A copy of one's own: what is wrongly typed must not become who is signed in.
        return super().get_form_kwargs() | {"instance": Person.objects.get(pk=self.me.pk)}

    def do(self, form: DetailsForm) -> None:
        change_details(
            actor=self.actor,
            person=form.instance,
            capacities=form.cleaned_data["capacities"],
            based_on=form.cleaned_data["based_on"],
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """The word that it is done, and the page after it, come in the language just chosen."""
        try:
            with override(form.instance.language):
                return super().form_valid(form)
        except Overtaken:
            form.show_conflict()
            return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.me
        return super().get_context_data(
            refusal=reason_not_to_take_part(person),
            passes_on_needs=agrees_to(person, ConsentTo.ACCESS_NEEDS),
            **kwargs,
        )


class ConsentsView(Guarded, TemplateView):
    template_name = "people/consents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        answers = list(answers_of(self.me))
        newest: dict[str, Any] = {}
        for answer in answers:
            newest.setdefault(answer.wording.code, answer)
        asked = [{"wording": wording, "newest": newest.get(wording.code)} for wording in wordings_today()]
        return super().get_context_data(asked=asked, answers=answers, **kwargs)


class AnswerView(ButtonView):
    """Yes and no are one button each, side by side."""

    done = _("Your answer is written down.")

    def do(self) -> None:
        wording = get_object_or_404(ConsentWording, pk=self.kwargs["pk"])
        if wording not in wordings_today():
            raise ActionRefused(str(_("This wording is no longer in force: please read the new one.")))
        agrees = self.request.POST.get("answer") == "yes"
        person = self.me
        with transaction.atomic():
            answer_consent(actor=self.actor, person=person, wording=wording, agrees=agrees)

    def get_success_url(self) -> str:
        return reverse("people:consents")


class ActingView(Guarded, TemplateView):
    """For whom I may act, and the choice of it."""

    template_name = "people/acting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.me
        return super().get_context_data(
            organisations=organisations_of(person),
            people=supported_by(person),
            asked=representations_of(person).filter(begins__isnull=True, is_offer=False),
            offered=representations_of(person).filter(begins__isnull=True, is_offer=True),
            **kwargs,
        )


class ActForView(ButtonView):
    """Choose for whom I act from now on; no choice means for myself."""

    done = _("From now on it is written down for whom you act.")

    def do(self) -> None:
        kind, _colon, key = self.request.POST.get("acting_for", "").partition(":")
        if not kind:
            self.request.session.pop(ACTING_FOR, None)
            self.done = _("You act for yourself again.")
            return
        choices: dict[str, Callable[[Person], QuerySet[Any]]] = {
            "organisation": organisations_of,
            "person": supported_by,
        }
        may = (
            kind in choices
            and key.isdecimal()
            and len(key) < 18
            and choices[kind](self.me).filter(pk=key).exists()
        )
        if not may:
            raise Http404
        self.request.session[ACTING_FOR] = [kind, int(key)]

    def get_success_url(self) -> str:
        return reverse("people:acting")
