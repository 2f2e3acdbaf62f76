"""Organisations that may be kept twice: the likely pairs, saying that two only look alike, making one of two."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.people.actions.likenesses import say_not_duplicates
from copronet.common_ground.people.actions.merging_organisations import merge_organisations
from copronet.common_ground.people.forms.likenesses import MergeOrganisationsForm, OtherOrganisationForm
from copronet.common_ground.people.models import LikelyPair, Organisation
from copronet.common_ground.people.queries import differing_lines
from copronet.common_ground.people.queries.duplicates import likely_pairs, likenesses_of, reasons_of

A_PAGE = 25


class LikelyPairsView(Guarded, ListView):
    permission = "people.look_after"
    template_name = "people/likely_pairs.html"
    paginate_by = A_PAGE
    context_object_name = "pairs"

    def get_queryset(self) -> QuerySet[LikelyPair]:
        return likely_pairs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["rows"] = [(pair, reasons_of(pair)) for pair in context["pairs"]]
        return context


class OneRecordOfTwo(Guarded):
    permission = "people.merge_organisations"

    @cached_property
    def organisation(self) -> Organisation:
        return self._standing("pk")

    @cached_property
    def other(self) -> Organisation:
        other = self._standing("other")
        if other == self.organisation or not self.me.has_perm(self.permission, other):
            raise Http404
        return other

    def _standing(self, name: str) -> Organisation:
        organisations = Organisation.objects.select_related("area", "kind").filter(merged_into=None)
        return get_object_or_404(organisations, pk=self.kwargs[name])

    def subject(self) -> Organisation:
        return self.organisation


class NotDuplicateView(OneRecordOfTwo, ButtonView):
    permission = "people.look_after"
    done = _("These are two organisations. Nobody will be asked again.")

    def do(self) -> None:
        say_not_duplicates(actor=self.actor, organisation=self.organisation, others=[self.other])

    def get_success_url(self) -> str:
        return reverse("people:likely_pairs")


class ChooseOtherOrganisationView(OneRecordOfTwo, DeedView):
    """The first step of making one record of two: which is the other."""

    template_name = "people/choose_other_organisation.html"
    form_class = OtherOrganisationForm
    title = _("Two records of one organisation")
    lead = _("This record stays. Which is the other record of the same organisation?")
    button = _("Show both side by side")

    def form_valid(self, form: Any) -> HttpResponse:
        return redirect(
            "people:merge_organisations", pk=self.organisation.pk, other=form.cleaned_data["other"].pk
        )

    def get_success_url(self) -> str:
        return reverse("people:organisation", args=[self.organisation.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            about=self.organisation, likenesses=likenesses_of(self.organisation), **kwargs
        )


class MergeOrganisationsView(OneRecordOfTwo, DeedView):
    template_name = "people/merge_organisations.html"
    form_class = MergeOrganisationsForm
    title = _("Make one record of two")
    lead = _("Choose for each line what is right. Both histories are kept. This cannot be undone.")
    button = _("Make one record")
    stops = True
    done = _("The two records are one now.")

    def get_form_kwargs(self) -> dict[str, Any]:
        lines = [
            (line.name, line.label, line.stays_shown, line.goes_shown)
            for line in differing_lines(self.organisation, self.other)
        ]
        return super().get_form_kwargs() | {"lines": lines}

    def do(self, form: MergeOrganisationsForm) -> None:
        merge_organisations(
            actor=self.actor, duplicate=self.other, kept=self.organisation, chosen=form.cleaned_data
        )

    def get_success_url(self) -> str:
        return reverse("people:organisation", args=[self.organisation.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(organisation=self.organisation, other=self.other, **kwargs)
