"""Telling how it is going: from a link in a letter, without signing in; or on the membership's own page."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.views.deeds import DeedView
from copronet.common_ground.media.actions import keep_picture
from copronet.common_ground.people.models import Person, Support
from copronet.community_of_practice.members.actions.progress import add_words, tell_progress
from copronet.community_of_practice.members.choices import About, Going
from copronet.community_of_practice.members.forms.progress import ProgressForm, WordsForm
from copronet.community_of_practice.members.models import Asking, ProgressNote
from copronet.community_of_practice.members.queries import actor_for, promise_of
from copronet.community_of_practice.members.queries.askings import read_token

from .joining import OfMembership


class AnswerView(FormView):
    """A link from a letter: whoever has it may answer this one question, once.

    Opening it does nothing, because mail systems open links too. The page sends the tapped answer by
    itself where scripts run; otherwise by its one button. Words can be put to it afterwards.
    """

    template_name = "members/answer.html"
    form_class = WordsForm
    asking: Asking
    person: Person

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = read_token(kwargs["token"])
        if found is None:
            return render(request, "members/answer_expired.html", status=410)
        self.asking, self.person = found
        if not self.person.has_perm("members.fill_in", self.asking.membership):
            return render(request, "members/answer_expired.html", status=410)
        return super().dispatch(request, *args, **kwargs)

    @property
    def actor(self) -> Actor:
        return actor_for(self.asking.membership, self.person)

    @cached_property
    def note(self) -> ProgressNote | None:
        return ProgressNote.objects.filter(asking=self.asking).first()

    @property
    def going(self) -> str:
        """The tapped answer; empty for a link that only leads to the words."""
        tapped = self.kwargs["going"]
        return tapped if tapped in Going.values and self.asking.about == About.PROMISE else ""

    def form_valid(self, form: WordsForm) -> HttpResponse:
        said = form.cleaned_data
        try:
            if self.note is None:
                self._tell(said)
            elif said["words"]:
                add_words(actor=self.actor, note=self.note, **said)
        except ActionRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=WordsForm()))

    def _tell(self, said: dict[str, Any]) -> None:
        if not self.going and not said["words"]:
            raise ActionRefused(str(_("Write a few words first.")))
        tell_progress(
            actor=self.actor,
            membership=self.asking.membership,
            about=About(self.asking.about),
            asking=self.asking,
            going=self.going,
            **said,
        )
        del self.note

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            asking=self.asking,
            membership=self.asking.membership,
            going=Going(self.going) if self.going else None,
            note=self.note,
            **kwargs,
        )


class TellView(OfMembership, DeedView):
    """How it is going, told on one's own page; staff and supporters say how they were told."""

    permission = "members.fill_in"
    template_name = "members/tell.html"
    done = _("Thank you. It is kept.")
    about = About.PROMISE

    def get_form(self, form_class: Any = None) -> ProgressForm:  # noqa: ARG002  (Django's signature)
        return ProgressForm(about=self.about, for_somebody_else=self._is_told, **self.get_form_kwargs())

    @property
    def _is_told(self) -> bool:
        """Whether whoever types was told it by somebody else."""
        actor = self.actor
        return bool(actor.for_person) or not (actor.for_organisation or self.membership.person == self.me)

    @transaction.atomic
    def do(self, form: ProgressForm) -> None:
        if self.about is About.PROMISE and promise_of(self.membership) is None:
            raise ActionRefused(str(_("There is no promise under way.")))
        picture = form.new_picture()
        tell_progress(
            actor=self.actor,
            membership=self.membership,
            about=self.about,
            given=form.cleaned_data.get("given") or Support.Agreed.ONLINE,
            key=form.deed_key,
            picture=picture and keep_picture(actor=self.actor, picture=picture),
            **form.said(),
        )

    def get_success_url(self) -> str:
        return reverse("members:membership", args=[self.membership.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            membership=self.membership, about=self.about, promise=promise_of(self.membership), **kwargs
        )


class TellPracticeView(TellView):
    about = About.PRACTICE
