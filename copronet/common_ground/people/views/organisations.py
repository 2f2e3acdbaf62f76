"""Organisations: the list, one's page, changing it, and who acts for it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import AddView, ButtonView, ChangeView, DeedView
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.actions.organisations import (
    accept_offer,
    agree_to_represent,
    ask_representative,
    end_representation,
    make_answer,
    offer_to_represent,
    record_representative,
    take_on_answering,
)
from copronet.common_ground.people.forms.organisations import (
    AskRepresentativeForm,
    NewOrganisationForm,
    OrganisationFilterForm,
    OrganisationForm,
    RecordRepresentativeForm,
)
from copronet.common_ground.people.models import Organisation, Representation
from copronet.common_ground.people.queries import (
    areas_of,
    organisations_in_order,
    representatives_of,
)

from .listing import A_PAGE, ByLetter


class OrganisationsView(ByLetter, ListView):
    template_name = "people/organisations.html"
    paginate_by = A_PAGE
    context_object_name = "organisations"

    def get_queryset(self) -> QuerySet[Organisation]:
        self.filter = OrganisationFilterForm(self.request.GET or None)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        return self.in_letter(
            organisations_in_order(**{name: each.pk for name, each in chosen.items() if each})
        )

    @property
    def order(self) -> str:  # type: ignore[override]  # by the reader's language
        return f"sort_key_{reading_language().value}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            filter=self.filter, letter=self.letter, letters=self.letters, **kwargs
        )


class OrganisationView(DetailView):
    template_name = "people/organisation.html"
    queryset = Organisation.objects.select_related("area", "kind__sector", "merged_into")
    context_object_name = "organisation"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        organisation = self.get_object()
        if organisation.merged_into is not None:
            return redirect("people:organisation", pk=organisation.merged_into.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reader, organisation = self.request.user, self.object
        representatives = list(representatives_of(organisation))
        mine = next((each for each in representatives if each.person == reader), None)
        begun = [each for each in representatives if each.begins]
        answered = any(each.answers_for_it for each in begun)
        changes = reader.has_perm("people.change_organisation", organisation)
        return super().get_context_data(
            representatives=[each for each in begun if reader.has_perm("people.read_page", each.person)],
            answered=answered,
            mine=mine,
            may_take_on=bool(mine and mine.begins and not answered),
            may_change=changes,
            may_merge=reader.has_perm("people.merge_organisations", organisation),
            areas=areas_of(organisation),
            numbers=organisation.numbers.order_by("scheme"),
            **kwargs,
        )


class OneOrganisation(DeedView):
    permission = "people.change_organisation"

    @cached_property
    def organisation(self) -> Organisation:
        return get_object_or_404(Organisation, pk=self.kwargs["pk"])

    def subject(self) -> Organisation:
        return self.organisation

    def get_success_url(self) -> str:
        return reverse("people:organisation", args=[self.organisation.pk])


class ChangeOrganisationView(OneOrganisation, ChangeView):
    form_class = OrganisationForm
    title = _("Change what the organisation says")
    lead = _("Write in both languages where you can. Everybody can read this.")
    button = _("Save")
    done = _("Saved.")


class AddOrganisationView(AddView):
    permission = "people.look_after"
    kind = Organisation
    form_class = NewOrganisationForm
    template_name = "people/add_organisation.html"
    leads_to = "people:representatives"
    success_url = reverse_lazy("people:organisations")
    title = _("Add an organisation")
    lead = _("Write in both languages where you can. Everybody can read this.")
    button = _("Add the organisation")
    done = _("The organisation is added. Now say who acts for it.")


class RepresentativesView(OneOrganisation):
    """Who acts for it, and asking one more; staff write down what both told them."""

    permission = "people.ask_representative"
    template_name = "people/representatives.html"

    @cached_property
    def looks_after(self) -> bool:
        return self.request.user.has_perm("people.look_after")

    def get_form_class(self) -> type[Any]:
        return RecordRepresentativeForm if self.looks_after else AskRepresentativeForm

    def do(self, form: Any) -> None:
        said = {name: form.cleaned_data[name] for name in ("role_cy", "role_en")}
        if self.looks_after:
            record_representative(
                actor=self.actor,
                organisation=self.organisation,
                person=form.cleaned_data["person"],
                answers_for_it=form.cleaned_data["answers_for_it"],
                **said,
            )
            self.done = _("This person acts for the organisation from today.")
            return
        self.done = _("If somebody in the network has this address, they have been asked.")
        address = form.cleaned_data["email"]
        ask_representative(
            actor=self.actor, organisation=self.organisation, address=address, key=form.deed_key, **said
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        representatives = representatives_of(self.organisation)
        if not self.looks_after:  # a row before they agree would tell whether anybody has the address
            representatives = representatives.filter(Q(begins__isnull=False) | Q(is_offer=True))
        return super().get_context_data(
            organisation=self.organisation,
            representatives=representatives,
            looks_after=self.looks_after,
            **kwargs,
        )

    def get_success_url(self) -> str:
        return reverse("people:representatives", args=[self.organisation.pk])


class OneRepresentation(ButtonView):
    @cached_property
    def representation(self) -> Representation:
        open_ones = Representation.objects.filter(ends__isnull=True)
        return get_object_or_404(open_ones.select_related("organisation", "person"), pk=self.kwargs["pk"])

    def subject(self) -> Any:
        return self.representation

    def get_success_url(self) -> str:
        organisation = self.representation.organisation
        may = self.request.user.has_perm("people.ask_representative", organisation)
        return reverse("people:representatives" if may else "people:organisation", args=[organisation.pk])


class AgreeToRepresentView(OneRepresentation):
    done = _("You may act for the organisation from today.")

    def do(self) -> None:
        if self.representation.person != self.request.user:
            raise Http404
        agree_to_represent(actor=self.actor, representation=self.representation)


class OfferView(ButtonView):
    """I offer to act for an organisation that is here already."""

    done = _(
        "Thank you. Whoever answers for the organisation, or our staff, will say whether you may act for it."
    )

    @cached_property
    def organisation(self) -> Organisation:
        return get_object_or_404(Organisation, pk=self.kwargs["pk"], merged_into__isnull=True)

    def do(self) -> None:
        offer_to_represent(actor=Actor(self.me), organisation=self.organisation)

    def get_success_url(self) -> str:
        return reverse("people:organisation", args=[self.organisation.pk])


class AcceptOfferView(OneRepresentation):
    permission = "people.accept_offer"
    done = _("This person acts for the organisation from today.")

    def do(self) -> None:
        accept_offer(actor=self.actor, representation=self.representation)


class EndRepresentationView(OneRepresentation):
    permission = "people.end_representation"
    done = _("This has ended.")

    def do(self) -> None:
        end_representation(actor=self.actor, representation=self.representation)


class MakeAnswerView(OneRepresentation):
    permission = "people.make_answer"
    done = _("This person answers for the organisation now.")

    def do(self) -> None:
        make_answer(actor=self.actor, representation=self.representation)


class TakeOnAnsweringView(OneRepresentation):
    done = _("You answer for the organisation now. Thank you.")

    def do(self) -> None:
        if self.representation.person != self.request.user:
            raise Http404
        take_on_answering(actor=self.actor, representation=self.representation)
