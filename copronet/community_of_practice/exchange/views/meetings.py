"""Suggestions: what fits and why, yes or no, whom one was introduced to, and what came of it."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.community_of_practice.exchange.actions.following import tell_what_came
from copronet.community_of_practice.exchange.actions.meeting import propose, say
from copronet.community_of_practice.exchange.choices import Happened, Kind, YesNo
from copronet.community_of_practice.exchange.emails import contacts_of, sides_of
from copronet.community_of_practice.exchange.forms.meetings import CameForm, ProposeForm
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion
from copronet.community_of_practice.exchange.queries import actor_for, is_mine, of_mine, suggestions_for
from copronet.community_of_practice.exchange.queries.waiting import requests_for_somebody
from copronet.community_of_practice.exchange.queries.words import in_words


class MineView(Guarded, TemplateView):
    """What one offers and asks for, and what is suggested."""

    template_name = "exchange/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        me = self.me
        found = [(each, self._side(each), self._both(each)) for each in suggestions_for(me)[:50]]
        return super().get_context_data(
            suggested=[line for line in found if line[0].is_open and not self._said(*line)],
            waiting=[line for line in found if line[0].is_open and self._said(*line)],
            introduced=[line for line in found if line[0].introduced_on],
            offers=Offer.objects.filter(of_mine(me)).order_by("-made_on", "-id"),
            requests=Request.objects.filter(of_mine(me)).order_by("-made_on", "-id"),
            **kwargs,
        )

    def _side(self, suggestion: Suggestion) -> Kind:
        """The side one speaks for; of somebody who speaks for both, the one still to answer."""
        is_offer = is_mine(suggestion.offer, self.me)
        both = is_offer and is_mine(suggestion.request, self.me)
        return Kind.REQUEST if (both and suggestion.offer_says) or not is_offer else Kind.OFFER

    def _both(self, suggestion: Suggestion) -> Any:
        return sides_of(suggestion, self._side(suggestion))

    def _said(self, suggestion: Suggestion, side: Kind, _both: Any) -> bool:
        return bool(getattr(suggestion, f"{side.value}_says"))


class OfMeeting:
    kwargs: dict[str, Any]

    @cached_property
    def suggestion(self) -> Suggestion:
        found = Suggestion.objects.select_related("offer", "request")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    @property
    def side(self) -> Kind:
        if self.kwargs["side"] not in Kind.values:
            raise Http404
        return Kind(self.kwargs["side"])

    def subject(self) -> Any:
        return self.suggestion, self.side.value

    @property
    def actor(self) -> Actor:
        return actor_for(getattr(self.suggestion, self.side.value), self.me)  # type: ignore[attr-defined]  # Guarded

    def get_success_url(self) -> str:
        return reverse("exchange:suggestion", args=[self.suggestion.pk, self.side.value])


class SuggestionView(OfMeeting, DeedView):
    """One suggestion from one side: before the yes without a name, after two yeses with how to reach each other."""

    permission = "exchange.answer"
    template_name = "exchange/suggestion.html"
    form_class = CameForm
    done = _("Thank you for telling us.")

    def get_form(self, form_class: Any = None) -> CameForm:  # noqa: ARG002  (Django's signature)
        return CameForm(side=self.side, **self.get_form_kwargs())

    def do(self, form: CameForm) -> None:
        said = form.cleaned_data
        tell_what_came(
            actor=self.actor,
            suggestion=self.suggestion,
            side=self.side,
            happened=Happened(said["happened"]),
            minutes=said["minutes"],
            thanks=said.get("thanks", ""),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        suggestion, side = self.suggestion, self.side
        mine, theirs = sides_of(suggestion, side)
        met = suggestion.introduced_on is not None
        return super().get_context_data(
            suggestion=suggestion,
            side=side.value,
            mine=mine,
            theirs=theirs,
            is_request=theirs.kind == Kind.REQUEST,
            reasons=in_words(suggestion.reasons),
            said=getattr(suggestion, f"{side.value}_says"),
            told=getattr(suggestion, f"{side.value}_happened"),
            contacts=contacts_of(theirs.party) if met else [],
            party=theirs.party if met else None,
            **kwargs,
        )


class SayView(OfMeeting, ButtonView):
    permission = "exchange.answer"
    done = _("Thank you for your answer.")

    def do(self) -> None:
        if self.kwargs["says"] not in YesNo.values:
            raise Http404
        says = YesNo(self.kwargs["says"])
        say(actor=self.actor, suggestion=self.suggestion, side=self.side, says=says)


class TasksView(Guarded, ListView[Request]):
    """For those who look after the exchange: requests for which nobody has been found."""

    permission = "exchange.look_after"
    template_name = "exchange/tasks.html"
    paginate_by = 30
    context_object_name = "requests"

    def get_queryset(self) -> QuerySet[Request]:
        return requests_for_somebody()


class ProposeView(DeedView):
    """A person suggests an offer for a request that waits."""

    permission = "exchange.look_after"
    form_class = ProposeForm
    title = _("Suggest somebody")
    lead = _("Both are asked, and nothing is passed on before both have said yes.")
    button = _("Suggest it to both")
    done = _("Suggested to both.")

    @cached_property
    def asked(self) -> Request:
        return get_object_or_404(Request, pk=self.kwargs["pk"], closed_on__isnull=True)

    def do(self, form: ProposeForm) -> None:
        propose(actor=self.actor, offer=form.cleaned_data["offer"], request=self.asked)

    def get_success_url(self) -> str:
        return reverse("exchange:tasks")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.asked.what, **kwargs)
