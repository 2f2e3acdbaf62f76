"""The register of data breaches, for those who hold the power to see it; for others it is not there."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from copronet.common_ground.journal.views.deeds import (
    AddView,
    ButtonView,
    ChangeView,
    DeedView,
    Guarded,
)
from copronet.common_ground.people.actions.breaches import add_step, close_breach
from copronet.common_ground.people.forms.breaches import BreachForm, NewBreachForm, StepForm
from copronet.common_ground.people.models import Breach
from copronet.common_ground.people.queries import breaches_in_order


class Register(Guarded):
    permission = "people.see_breaches"

    def handle_no_permission(self) -> HttpResponseRedirect:
        if self.me.is_authenticated:
            raise Http404
        return super().handle_no_permission()


class BreachesView(Register, ListView):
    template_name = "people/breaches.html"
    context_object_name = "breaches"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Breach]:
        return breaches_in_order()


class OpenBreachView(Register, AddView):
    kind = Breach
    form_class = NewBreachForm
    leads_to = "people:breach"
    success_url = reverse_lazy("people:breaches")
    title = _("Open a data breach")
    lead = _("Write down what happened, without naming the people concerned.")
    button = _("Open it")
    done = _("The breach is in the register. The clock runs from when it was found.")


class OneBreach(Register):
    @cached_property
    def breach(self) -> Breach:
        return get_object_or_404(Breach, pk=self.kwargs["pk"])

    def subject(self) -> Breach:
        return self.breach

    def get_success_url(self) -> str:
        return reverse("people:breach", args=[self.breach.pk])


class BreachView(OneBreach, DeedView):
    """One breach: the clock, what was done, and writing down the next step."""

    template_name = "people/breach.html"
    form_class = StepForm
    button = _("Write this step down")
    done = _("The step is written down.")

    def do(self, form: StepForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("at", "done_cy", "done_en", "told")}
        add_step(actor=self.actor, breach=self.breach, key=form.deed_key, **said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        left = self.breach.tell_before - timezone.now()
        return super().get_context_data(
            breach=self.breach,
            steps=self.breach.steps.all(),
            hours_left=int(left.total_seconds() // 3600),
            **kwargs,
        )


class ChangeBreachView(OneBreach, ChangeView):
    form_class = BreachForm
    title = _("Change what is written about a breach")
    lead = _("Write down what happened, without naming the people concerned.")
    button = _("Save")
    done = _("Saved.")


class CloseBreachView(OneBreach, ButtonView):
    done = _("The breach is closed.")

    def do(self) -> None:
        close_breach(actor=self.actor, breach=self.breach)
