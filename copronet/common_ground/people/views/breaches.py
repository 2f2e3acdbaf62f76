"""The register of data breaches, for those who hold the power to see it; for others it is not there."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from copronet.common_ground.journal.actions import Overtaken
from copronet.common_ground.people.actions.breaches import add_step, close_breach
from copronet.common_ground.people.forms.breaches import BreachForm, NewBreachForm, StepForm
from copronet.common_ground.people.models import Breach

from .deeds import ButtonView, DeedView, Guarded


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
        return Breach.objects.order_by("closed_at", "-found_at", "-id")


class OpenBreachView(Register, DeedView):
    form_class = NewBreachForm
    title = _("Open a data breach")
    lead = _("Write down what happened, without naming the people concerned.")
    button = _("Open it")
    done = _("The breach is in the register. The clock runs from when it was found.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": Breach()}

    def do(self, form: NewBreachForm) -> None:
        self.made = form.save_as(self.actor)

    def get_success_url(self) -> str:
        made = getattr(self, "made", None)
        return reverse("people:breach", args=[made.pk]) if made else reverse("people:breaches")


class OneBreach(Register):
    @cached_property
    def breach(self) -> Breach:
        return get_object_or_404(Breach, pk=self.kwargs["pk"])

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


class ChangeBreachView(OneBreach, DeedView):
    template_name = "people/versioned.html"
    form_class = BreachForm
    title = _("Change what is written about a breach")
    lead = _("Write down what happened, without naming the people concerned.")
    button = _("Save")
    done = _("Saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.breach}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Overtaken:
            form.show_conflict(form.cleaned_data["based_on"])
            return self.form_invalid(form)

    def do(self, form: Any) -> None:
        form.save_as(self.actor)


class CloseBreachView(OneBreach, ButtonView):
    done = _("The breach is closed.")

    def do(self) -> None:
        close_breach(actor=self.actor, breach=self.breach)
