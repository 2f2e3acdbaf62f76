"""One membership as those on its side see it, what changes its state, and those who wait for a welcome."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import DeedView, Guarded
from copronet.community_of_practice.members.actions.states import BY_CODE, choose_kind, move
from copronet.community_of_practice.members.choices import Transition
from copronet.community_of_practice.members.forms.memberships import KindForm
from copronet.community_of_practice.members.queries import (
    interests_of,
    memberships_of,
    moves_open_to,
    promise_of,
    waiting_for_a_welcome,
)
from copronet.community_of_practice.members.registry import missing_steps, steps_for

from .joining import OfMembership, told_in_steps


class MyMembershipsView(Guarded, ListView):
    """My own membership, and those I may speak for."""

    template_name = "members/my_memberships.html"
    context_object_name = "memberships"

    def get_queryset(self) -> Any:
        return memberships_of(self.me)


class MembershipView(OfMembership, TemplateView):
    permission = "members.fill_in"
    template_name = "members/membership.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        membership = self.membership
        return super().get_context_data(
            membership=membership,
            promise=promise_of(membership),
            interests=interests_of(membership),
            steps=[
                (number, step)
                for number, step in enumerate(steps_for(membership), start=1)
                if self.me.has_perm(step.permission, membership)
            ],
            missing=missing_steps(membership),
            moves=moves_open_to(membership, self.me),
            **kwargs,
        )


class ToldView(OfMembership, TemplateView):
    """Everything that was told when joining, on one page: to read before a welcome, and to print."""

    permission = "members.fill_in"
    template_name = "members/told.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            membership=self.membership,
            told=told_in_steps(self.membership, self.me),
            moves=moves_open_to(self.membership, self.me),
            **kwargs,
        )


class MoveView(OfMembership, DeedView):
    """Asks once more, then moves the membership along one transition."""

    permission = "members.fill_in"
    template_name = "members/move.html"

    @property
    def transition(self) -> Transition:
        transition = BY_CODE.get(self.kwargs["code"])
        if transition is None or transition not in moves_open_to(self.membership, self.me):
            raise Http404
        return transition

    def do(self, _form: Any) -> None:
        move(actor=self.actor, membership=self.membership, code=self.kwargs["code"])

    def get_success_url(self) -> str:
        return reverse("members:membership", args=[self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(membership=self.membership, transition=self.transition, **kwargs)


class KindView(OfMembership, DeedView):
    """Staff say whether somebody is a member or an associate member."""

    permission = "members.look_after"
    form_class = KindForm
    title = _("Kind of membership")
    lead = _(
        "Whether they belong as a member or as an associate member. It stands on the page of the membership."
    )
    button = _("Save")
    done = _("The kind of membership is saved.")

    def get_initial(self) -> dict[str, Any]:
        return {"kind": self.membership.kind}

    def do(self, form: KindForm) -> None:
        choose_kind(actor=self.actor, membership=self.membership, kind=form.cleaned_data["kind"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=str(self.membership), **kwargs)

    def get_success_url(self) -> str:
        return reverse("members:membership", args=[self.membership.pk])


class WaitingView(Guarded, ListView):
    """Those who have asked to join, longest waiting first."""

    permission = "members.look_after"
    template_name = "members/waiting.html"
    context_object_name = "memberships"

    def get_queryset(self) -> Any:
        return waiting_for_a_welcome()
