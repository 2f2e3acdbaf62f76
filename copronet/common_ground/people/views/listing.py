"""The people of the network, and one person's page."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import DetailView, ListView

from copronet.common_ground.journal.views.deeds import Guarded
from copronet.common_ground.people.forms.persons import PeopleFilterForm
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import (
    access_needs_of,
    holdings_today,
    people_in_order,
    representations_of,
)
from copronet.common_ground.people.queries.letters import letters_of, under_letter

A_PAGE = 50


class ByLetter:
    """A list with an A to Z above it: ``order`` is the sort key it stands by."""

    request: HttpRequest
    order = "sort_key"

    def in_letter(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        self.letter = self.request.GET.get("letter", "").lower()[:2]
        self.letters = letters_of(rows, self.order)
        return under_letter(rows, self.order, self.letter)


class PeopleView(Guarded, ByLetter, ListView):
    template_name = "people/people.html"
    permission = "people.list_people"
    paginate_by = A_PAGE
    context_object_name = "people"

    def get_queryset(self) -> QuerySet[Person]:
        self.filter = PeopleFilterForm(self.request.GET or None)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        area = chosen.get("area")
        people = people_in_order(area=area.code if area else "", capacity=chosen.get("capacity", ""))
        return self.in_letter(people)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            filter=self.filter, letter=self.letter, letters=self.letters, **kwargs
        )


class PersonView(DetailView):
    """Open to everybody for whom the person has opened it; a page that one may not see is not there."""

    template_name = "people/person.html"
    queryset = Person.objects.select_related("area", "merged_into").prefetch_related("capacities")
    context_object_name = "person"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        person = get_object_or_404(self.queryset.all(), pk=kwargs["pk"])
        shown = person.merged_into or person
        if not request.user.has_perm("people.read_page", shown):
            raise Http404
        if shown != person:
            return redirect("people:person", pk=shown.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.object
        looks_after = self.request.user.has_perm("people.look_after")
        return super().get_context_data(
            offices=holdings_today().filter(person=person).select_related("office"),
            representations=representations_of(person).filter(begins__isnull=False),
            access_needs=access_needs_of(person) if looks_after else "",
            looks_after=looks_after,
            **kwargs,
        )
