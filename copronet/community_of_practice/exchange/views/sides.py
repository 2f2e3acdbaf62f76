"""The lists of offers and requests, one of them, and adding, changing and closing one."""

from functools import cached_property
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import AddView, ButtonView, ChangeView
from copronet.common_ground.themes.forms import AreaAndThemeForm
from copronet.community_of_practice.exchange.actions.meeting import propose
from copronet.community_of_practice.exchange.actions.sides import close_side
from copronet.community_of_practice.exchange.choices import Kind
from copronet.community_of_practice.exchange.forms.sides import (
    AddOfferForm,
    AddRequestForm,
    ChangeOfferForm,
    ChangeRequestForm,
)
from copronet.community_of_practice.exchange.models import Offer, Request, Side
from copronet.community_of_practice.exchange.queries import actor_for, open_to, parties_open_to
from copronet.community_of_practice.exchange.queries.seeing import chosen, parties_named, with_what_is_shown

MODELS: dict[Kind, type[Side]] = {Kind.OFFER: Offer, Kind.REQUEST: Request}


class SidesView(ListView[Any]):
    """What is offered, or what is asked for, newest first."""

    template_name = "exchange/sides.html"
    paginate_by = 20
    context_object_name = "sides"
    kind = Kind.REQUEST

    @cached_property
    def filter(self) -> AreaAndThemeForm:
        return AreaAndThemeForm(self.request.GET)

    def get_queryset(self) -> QuerySet[Any]:
        sides = open_to(MODELS[self.kind], self.request.user)
        return with_what_is_shown(chosen(sides, self.filter.facets))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(filter=self.filter, kind=self.kind, **kwargs)
        return context | {
            "is_offers": self.kind == Kind.OFFER,
            "is_requests": self.kind == Kind.REQUEST,
            "names": parties_named(list(context["sides"]), self.request.user),
        }


class OfSide:
    """A page about one offer or request; to whoever may not see it, it is not there."""

    kind = Kind.REQUEST
    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def side(self) -> Any:
        return get_object_or_404(
            with_what_is_shown(MODELS[self.kind]._default_manager.all()), pk=self.kwargs["pk"]
        )

    def subject(self) -> Any:
        return self.side

    @property
    def actor(self) -> Actor:
        """For whose it is, where the person may act for them."""
        return actor_for(self.side, self.request.user)  # type: ignore[arg-type]  # signed in

    def get_success_url(self) -> str:
        return self.side.get_absolute_url()


class SideView(OfSide, TemplateView):
    template_name = "exchange/side.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("exchange.see", self.side):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reader = self.request.user
        return super().get_context_data(
            side=self.side,
            is_offer=self.kind == Kind.OFFER,
            # What somebody needs is not for whoever passes by.
            shows_access=self.kind == Kind.OFFER or reader.is_authenticated,
            may_change=reader.is_authenticated and reader.has_perm("exchange.change", self.side),
            party_name=parties_named([self.side], reader).get(self.side.person_id or 0, ""),
            answer_with=reverse("exchange:add_request" if self.kind == Kind.OFFER else "exchange:add_offer"),
            **kwargs,
        )


class AddSideView(AddView):
    """A new offer or request; where it answers another, both are brought together at once."""

    permission = "exchange.add"
    template_name = "exchange/add.html"
    side = Kind.REQUEST
    done = _("Thank you. Once a day we look for somebody who fits, and write to you.")

    @cached_property
    def answers(self) -> Any:
        """The other side that this one answers, as its page's link says; None where it answers none."""
        key = self.request.GET.get("answers", "")
        if not key.isdecimal() or len(key) > 17:
            return None
        other = Kind.REQUEST if self.side == Kind.OFFER else Kind.OFFER
        return open_to(MODELS[other], self.request.user).filter(pk=int(key)).first()

    def get_initial(self) -> dict[str, Any]:
        if self.answers is None:
            return {}
        return {"themes": self.answers.themes.all(), "online": self.answers.online}

    def get_form_kwargs(self) -> dict[str, Any]:
        parties = parties_open_to(self.me)
        first = self.actor.for_organisation or self.actor.for_person
        if first in parties:
            parties.remove(first)
            parties.insert(0, first)
        return super().get_form_kwargs() | {"parties": parties, "me": self.me}

    @transaction.atomic
    def do(self, form: Any) -> None:
        super().do(form)
        if self.answers is not None:
            both = {self.side.value: self.made, self.answers.kind.value: self.answers}
            propose(actor=actor_for(self.made, self.me), by=self.side, **both)

    def get_success_url(self) -> str:
        return super().get_success_url() if self.made else reverse(f"exchange:{self.side.value}s")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(answers=self.answers, is_offer=self.side == Kind.OFFER, **kwargs)


class AddOfferView(AddSideView):
    side = Kind.OFFER
    kind = Offer
    leads_to = "exchange:offer"
    form_class = AddOfferForm


class AddRequestView(AddSideView):
    kind = Request
    leads_to = "exchange:request"
    form_class = AddRequestForm


class ChangeSideView(OfSide, ChangeView):
    permission = "exchange.change"
    form_class: Any = ChangeRequestForm
    title = _("Change this")
    button = _("Save")
    done = _("Saved. The earlier version is kept in the history.")


class ChangeOfferView(ChangeSideView):
    kind = Kind.OFFER
    form_class = ChangeOfferForm


class CloseSideView(OfSide, ButtonView):
    permission = "exchange.change"
    done = _("It is closed. Thank you.")

    def do(self) -> None:
        close_side(actor=self.actor, side=self.side)
