"""One gift, and what may be done about it by whoever stands on which side of it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView
from copronet.community_of_practice.contributions.actions.gifts import (
    confirm_gift,
    decline_gift,
    forgive_gift,
    reverse_gift,
    say_given,
)
from copronet.community_of_practice.contributions.choices import GIFT_MOVES, GiftState
from copronet.community_of_practice.contributions.forms.gifts import DeclineForm, GivenForm, ReverseForm
from copronet.community_of_practice.contributions.models import Gift
from copronet.community_of_practice.contributions.queries import acting_for, gifts, stands_for

from .guarded import Hidden

# What may be done, by the state it leads to and the permission that it takes.
BUTTONS = {
    "given": (GiftState.GIVEN, "contributions.say_given"),
    "confirm": (GiftState.CONFIRMED, "contributions.confirm_gift"),
    "decline": (GiftState.DECLINED, "contributions.confirm_gift"),
    "forgive": (GiftState.FORGIVEN, "contributions.forgive_gift"),
    "reverse": (GiftState.REVERSED, "contributions.reverse_gift"),
}


class OneGift(Hidden):
    @cached_property
    def gift(self) -> Gift:
        return get_object_or_404(gifts(), pk=self.kwargs["pk"])

    def subject(self) -> Gift:
        return self.gift

    @property
    def actor(self) -> Actor:
        """In the capacity of the side on which they stand; staff for the network stand for themselves."""
        sides = (self.gift.receiver, self.gift.giver)
        return acting_for(self.me, next((side for side in sides if stands_for(self.me, side)), None))

    def get_success_url(self) -> str:
        return reverse("contributions:gift", args=[self.gift.pk])


class GiftView(OneGift, TemplateView):
    template_name = "contributions/gift.html"
    permission = "contributions.see_gift"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_to = GIFT_MOVES[GiftState(self.gift.state)]
        may = {
            name: state in open_to and self.me.has_perm(permission, self.gift)
            for name, (state, permission) in BUTTONS.items()
        }
        return super().get_context_data(gift=self.gift, may=may, may_any=any(may.values()), **kwargs)


class GiftDeedView(OneGift, DeedView):
    """A deed about one gift that asks for something first."""

    @property
    def about(self) -> Any:
        return self.gift

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.gift.what or self.gift.get_kind_display(), **kwargs)


class SayGivenView(GiftDeedView):
    permission = "contributions.say_given"
    form_class = GivenForm
    title = _("It has been given")
    lead = _("Whoever receives it is asked to confirm it.")
    button = _("Say that it is given")
    done = _("Thank you. It is written down.")

    def do(self, form: GivenForm) -> None:
        say_given(actor=self.actor, gift=self.gift, day=form.cleaned_data["day"])


class ConfirmView(OneGift, ButtonView):
    permission = "contributions.confirm_gift"
    done = _("Thank you. It is confirmed, and stands in the ledger.")

    def do(self) -> None:
        confirm_gift(actor=self.actor, gift=self.gift)


class DeclineView(GiftDeedView):
    permission = "contributions.confirm_gift"
    form_class = DeclineForm
    title = _("This is not right")
    lead = _("Whoever wrote it down is told what you write here. Nothing goes into the ledger.")
    button = _("Send it back")
    done = _("It is sent back with your word.")

    def do(self, form: DeclineForm) -> None:
        decline_gift(actor=self.actor, gift=self.gift, word=form.cleaned_data["word"])


class ForgiveView(OneGift, ButtonView):
    permission = "contributions.forgive_gift"
    done = _("It is let go, and nothing more is asked.")

    def do(self) -> None:
        forgive_gift(actor=self.actor, gift=self.gift)


class ReverseView(GiftDeedView):
    permission = "contributions.reverse_gift"
    form_class = ReverseForm
    title = _("Take this gift back out of the books")
    lead = _("What was written stays, and its opposite is written beside it with the reason.")
    button = _("Take it back out")
    stops = True
    done = _("It is taken back out of the books.")

    def do(self, form: ReverseForm) -> None:
        reverse_gift(actor=self.actor, gift=self.gift, why=form.cleaned_data["why"])
