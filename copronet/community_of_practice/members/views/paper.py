"""Joining on paper: a form to print in both languages, and one screen on which what was filled in is typed."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.journal.views.deeds import DeedView
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.models import Organisation, Person, Support
from copronet.community_of_practice.members.actions.joining import begin
from copronet.community_of_practice.members.actions.states import move
from copronet.community_of_practice.members.choices import State
from copronet.community_of_practice.members.forms.joining import AboutMembership
from copronet.community_of_practice.members.forms.paper import WhoseFormForm
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries import principles_in_force
from copronet.community_of_practice.members.registry import steps_for

from .joining import OfMembership

# What stands on the paper, so that whoever types knows which form it is: P for a person, O for an organisation.
CODES = {"person": "P", "organisation": "O"}


class PaperView(TemplateView):
    """Each part of the form, in Welsh and then in English, with a number for each question."""

    template_name = "members/paper.html"
    party = "person"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            halves=[(language.value, self._half(language)) for language in Language],
            code=self._code(),
            party=self.party,
            **kwargs,
        )

    def _code(self) -> str:
        principles = principles_in_force()
        return f"{CODES[self.party]}-{principles.number if principles else 0}"

    def _half(self, language: Language) -> str:
        with override(language.value):
            nobody = self._nobody()
            steps = [(step, step.form(membership=nobody)) for step in steps_for(nobody)]
            values = {"steps": steps, "code": self._code(), "principles": principles_in_force()}
            return render_to_string("members/paper_form.html", values, self.request)

    def _nobody(self) -> Membership:
        """A membership that is never kept: the paper belongs to nobody yet."""
        if self.party == "person":
            return Membership(person=Person())
        return Membership(organisation=Organisation())


class BeginFromPaperView(DeedView):
    """Whose paper it is, and how they told us."""

    template_name = "members/begin_from_paper.html"
    permission = "members.look_after"
    form_class = WhoseFormForm
    title = _("Type in a paper form")
    lead = _("Choose the record of the person or the organisation. If there is none yet, make it first.")
    button = _("Continue")
    membership: Membership | None = None

    def get_initial(self) -> dict[str, Any]:
        """A person's record leads here with its number filled in."""
        return {**super().get_initial(), "person": self.request.GET.get("person", "")}

    def do(self, form: WhoseFormForm) -> None:
        said = form.cleaned_data
        self.membership = begin(
            actor=self.actor,
            person=said["person"],
            organisation=said["organisation"],
            given=said["given"],
            entered_by=self.me,
        )

    def get_success_url(self) -> str:
        if self.membership is None:
            return reverse("members:waiting")
        return reverse("members:type_in", args=[self.membership.pk])


class TypeInView(OfMembership, TemplateView):
    """The whole form on one screen. All of it is kept, or none; then it waits for its welcome."""

    permission = "members.fill_in"
    template_name = "members/type_in.html"

    @cached_property
    def forms(self) -> list[tuple[Any, Any]]:
        sent = {"data": self.request.POST, "files": self.request.FILES} if self.request.POST else {}
        steps = [
            step for step in steps_for(self.membership) if self.me.has_perm(step.permission, self.membership)
        ]
        forms = [step.form(membership=self.membership, prefix=step.code, **sent) for step in steps]
        for form in forms:
            form.shows_all = True  # whoever types goes down the paper
            if self._asks_how_told and isinstance(form, AboutMembership):
                form.ask_how_told()
        return list(zip(steps, forms, strict=True))

    @property
    def _asks_how_told(self) -> bool:
        """Of a form on paper that was said when it was begun."""
        return self.is_told_to_staff and self.membership.given == Support.Agreed.ONLINE

    def post(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        if all([form.is_valid() for _step, form in self.forms]):  # noqa: C419  (every form shows its own faults)
            try:
                self._take_all()
            except ActionRefused as refusal:
                return self.render_to_response(self.get_context_data(refusal=str(refusal)))
            return HttpResponse(status=303, headers={"Location": self._done()})
        return self.render_to_response(self.get_context_data())

    @transaction.atomic
    def _take_all(self) -> None:
        for _step, form in self.forms:
            form.take(self.actor)
        if self.membership.state == State.BEGUN:
            move(actor=self.actor, membership=self.membership, code="applied")

    def _done(self) -> str:
        return reverse("members:membership", args=[self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(membership=self.membership, forms=self.forms, **kwargs)
