"""Asking somebody to act for me, saying yes, and ending it."""

from typing import Any

from django.http import Http404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView
from copronet.common_ground.people.actions.support import agree_support, ask_support, end_support
from copronet.common_ground.people.forms.support import AskSupportForm
from copronet.common_ground.people.models import Support
from copronet.common_ground.people.queries import supports_of


class SupportView(DeedView):
    """Who acts for me and for whom I act; and asking somebody."""

    template_name = "people/support.html"
    form_class = AskSupportForm
    success_url = reverse_lazy("people:support")
    # Whether anybody has the address is not for everybody to know; nor does a row show it before they agree.
    done = _("If somebody in the network has this address, they have been asked.")

    def do(self, form: AskSupportForm) -> None:
        ask_support(
            actor=self.actor,
            supported=self.me,
            address=form.cleaned_data["email"],
            matters=form.cleaned_data["matters"],
            scope=form.cleaned_data["scope"],
            ends=form.cleaned_data["ends"],
            key=form.deed_key,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.me
        supports = list(supports_of(person))
        return super().get_context_data(
            for_me=[support for support in supports if support.supported == person and support.begins],
            by_me=[support for support in supports if support.supporter == person],
            **kwargs,
        )


class OneSupport(ButtonView):
    @cached_property
    def support(self) -> Support:
        support = supports_of(self.me).filter(pk=self.kwargs["pk"]).first()
        if support is None:
            raise Http404
        return support

    def get_success_url(self) -> str:
        return reverse("people:support")


class AgreeSupportView(OneSupport):
    done = _("You may act for this person from today.")

    def do(self) -> None:
        agree_support(actor=self.actor, support=self.support)


class EndSupportView(OneSupport):
    done = _("This has ended.")

    def do(self) -> None:
        end_support(actor=self.actor, support=self.support)
