"""Who does what: offices, holders and powers, for everybody; giving and ending, for those who may."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import DeedView
from copronet.common_ground.people.actions.offices import (
    end_grant,
    end_holding,
    give_office,
    give_power,
)
from copronet.common_ground.people.forms.offices import EndForm, GrantForm, HoldingForm
from copronet.common_ground.people.models import Grant, Holding, Office
from copronet.common_ground.people.queries import grants_today, still_to_begin, who_does_what

DECIDED = ("begins", "ends", "decision_cy", "decision_en")


class WhoDoesWhatView(TemplateView):
    template_name = "people/who_does_what.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            offices=who_does_what(),
            other_grants=grants_today().filter(office__isnull=True),
            may_grant=self.request.user.has_perm("people.grant_powers"),
            to_begin=still_to_begin(),
            **kwargs,
        )


class GivingView(DeedView):
    permission = "people.grant_powers"
    success_url = reverse_lazy("people:who_does_what")


class GiveOfficeView(GivingView):
    form_class = HoldingForm
    button = _("Give the office")
    done = _("The office is given.")
    lead = _("Whoever holds an office is named on a public page. Nobody gives an office to themselves.")

    @cached_property
    def office(self) -> Office:
        return get_object_or_404(Office, pk=self.kwargs["office"])

    @property
    def title(self) -> Any:
        return _("Give an office: %(office)s") % {"office": self.office.name}

    def do(self, form: HoldingForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("person", *DECIDED)}
        give_office(actor=self.actor, office=self.office, **said)


class GivePowerView(GivingView):
    form_class = GrantForm
    title = _("Give a power")
    lead = _("To an office, a person or an organisation. Nobody gives a power to themselves.")
    button = _("Give the power")
    done = _("The power is given.")

    def do(self, form: GrantForm) -> None:
        said = {
            name: form.cleaned_data[name] for name in ("power", "office", "person", "organisation", *DECIDED)
        }
        give_power(actor=self.actor, **said)


class EndingView(GivingView):
    form_class = EndForm
    button = _("End it")
    stops = True
    done = _("The end is written down.")


class EndHoldingView(EndingView):
    title = _("End the holding of an office")

    @cached_property
    def holding(self) -> Holding:
        return get_object_or_404(Holding.objects.select_related("office", "person"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=f"{self.holding.office}: {self.holding.person}", **kwargs)

    def do(self, form: EndForm) -> None:
        end_holding(actor=self.actor, holding=self.holding, ends=form.cleaned_data["ends"])


class EndGrantView(EndingView):
    title = _("End a power")

    @cached_property
    def grant(self) -> Grant:
        return get_object_or_404(
            Grant.objects.select_related("office", "person", "organisation"), pk=self.kwargs["pk"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=f"{self.grant.meaning} → {self.grant.holder}", **kwargs)

    def do(self, form: EndForm) -> None:
        end_grant(actor=self.actor, grant=self.grant, ends=form.cleaned_data["ends"])


class ResignView(EndingView):
    """Anybody may lay down an office they hold."""

    permission = ""
    title = _("Lay down an office")
    lead = _("Thank you for what you have done. The network is told on its public page.")
    button = _("Lay it down")

    @cached_property
    def holding(self) -> Holding:
        mine = Holding.objects.filter(person=self.me, ends__isnull=True)
        return get_object_or_404(mine.select_related("office"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.holding.office.name, **kwargs)

    def do(self, form: EndForm) -> None:
        end_holding(actor=self.actor, holding=self.holding, ends=form.cleaned_data["ends"])

    def get_success_url(self) -> str:
        return reverse("people:who_does_what")
