"""Joining: who joins, the steps one after another, and the last look before it is sent."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import organisations_of
from copronet.community_of_practice.members.actions.joining import begin, begin_with_new_organisation
from copronet.community_of_practice.members.actions.states import move
from copronet.community_of_practice.members.choices import State
from copronet.community_of_practice.members.forms.joining import AboutMembership
from copronet.community_of_practice.members.forms.organisations import NewOrganisationForm
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries import actor_for, memberships_of, principles_in_force
from copronet.community_of_practice.members.registry import Step, Told, missing_steps, steps_for


class JoinView(TemplateView):
    """What joining means, open to everybody; and, for whoever has signed in, who it is that joins."""

    template_name = "members/join.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        mine: dict[str, Any] = {}
        if isinstance(person, Person):
            memberships = list(memberships_of(person))
            joined = [each.organisation_id for each in memberships if each.organisation_id]
            mine = {
                "memberships": memberships,
                "is_in": any(membership.person_id == person.pk for membership in memberships),
                "organisations": organisations_of(person).exclude(pk__in=joined),
            }
        return super().get_context_data(principles=principles_in_force(), **mine, **kwargs)


class BeginView(ButtonView):
    """One button each: I join as myself, or for an organisation that I act for."""

    def do(self) -> None:
        me = self.me
        key = self.request.POST.get("organisation", "")
        if not key:
            self.membership = begin(actor=Actor(me), person=me)
            return
        mine = organisations_of(me)
        organisation = get_object_or_404(mine, pk=key) if key.isdecimal() and len(key) < 18 else None
        if organisation is None:
            raise Http404
        self.membership = begin(actor=Actor(me, for_organisation=organisation), organisation=organisation)

    def get_success_url(self) -> str:
        return reverse("members:next_step", args=[self.membership.pk])


class BeginOrganisationView(DeedView):
    """An organisation that is not here yet: its name and where it is, and the rest step by step."""

    template_name = "members/join_organisation.html"
    form_class = NewOrganisationForm
    membership: Membership | None = None

    def do(self, form: NewOrganisationForm) -> None:
        self.membership = begin_with_new_organisation(
            actor=Actor(self.me),
            organisation=form.instance,
            role=form.cleaned_data["role"],
            only_alike=[each.organisation for each in form.likenesses],
            key=form.deed_key,
        )

    def get_success_url(self) -> str:
        if self.membership is None:
            return reverse("members:join")
        return reverse("members:next_step", args=[self.membership.pk])


class OfMembership(Guarded):
    """A page about one membership, for those whom `permission` lets; to others it is not there."""

    permission = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_perm(self.permission, self.membership):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def subject(self) -> Membership:
        return self.membership

    @cached_property
    def membership(self) -> Membership:
        with_party = Membership.objects.select_related("person", "organisation")
        return get_object_or_404(with_party, pk=self.kwargs["pk"])

    @property
    def actor(self) -> Actor:
        """In the capacity that this membership gives, whatever was chosen elsewhere."""
        return actor_for(self.membership, self.me)

    @property
    def is_told_to_staff(self) -> bool:
        """Whether whoever fills it in writes down what the member told them."""
        return not self.actor.for_organisation and self.actor.party != self.membership.person


@dataclass(frozen=True)
class ToldStep:
    """One step of joining as it was filled in; without a number for whoever may not change it."""

    step: Step
    is_done: bool
    lines: Told
    number: int | None


def told_in_steps(membership: Membership, reader: Person) -> list[ToldStep]:
    """Every step with what was told there, as far as this reader may know it."""
    return [
        ToldStep(
            step,
            step.is_done(membership),
            step.told(membership, reader),
            number if reader.has_perm(step.permission, membership) else None,
        )
        for number, step in enumerate(steps_for(membership), start=1)
    ]


class StepView(OfMembership, DeedView):
    """One step. What is typed is kept as soon as it is sent; the next step follows."""

    template_name = "members/step.html"

    @property
    def permission(self) -> str:  # type: ignore[override]  # each step names its own
        return self.step.permission

    @cached_property
    def steps(self) -> list[Step]:
        return steps_for(self.membership)

    @property
    def number(self) -> int:
        return cast("int", self.kwargs["number"])

    @cached_property
    def step(self) -> Step:
        if not 1 <= self.number <= len(self.steps):
            raise Http404
        return self.steps[self.number - 1]

    def get_form(self, form_class: Any = None) -> Any:  # noqa: ARG002  (Django's signature)
        form = self.step.form(membership=self.membership, **self.get_form_kwargs())
        if self.is_told_to_staff and isinstance(form, AboutMembership):
            form.ask_how_told()
        return form

    def do(self, form: Any) -> None:
        form.take(self.actor)

    def get_success_url(self) -> str:
        if self.number < len(self.steps):
            return reverse("members:step", args=[self.membership.pk, self.number + 1])
        return reverse("members:check", args=[self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = self.number - 1
        return super().get_context_data(
            membership=self.membership,
            step=self.step,
            number=self.number,
            names=[step.title for step in self.steps],
            back=reverse("members:step", args=[self.membership.pk, back])
            if back
            else reverse("members:join"),
            **kwargs,
        )


class NextStepView(OfMembership):
    """Goes to the first step that is still missing, or to the last look."""

    permission = "members.fill_in"

    def get(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        missing = missing_steps(self.membership)
        if not missing:
            return redirect("members:check", pk=self.membership.pk)
        number = steps_for(self.membership).index(missing[0]) + 1
        return redirect("members:step", pk=self.membership.pk, number=number)


class CheckView(OfMembership, DeedView):
    """The last look: what is there, what is missing, and the button that sends it."""

    permission = "members.fill_in"
    template_name = "members/check.html"

    def do(self, _form: Any) -> None:
        move(actor=self.actor, membership=self.membership, code="applied")

    def get_success_url(self) -> str:
        return reverse("members:membership", args=[self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            membership=self.membership,
            told=told_in_steps(self.membership, self.me),
            is_missing=bool(missing_steps(self.membership)),
            can_be_sent=self.membership.state == State.BEGUN,
            **kwargs,
        )
