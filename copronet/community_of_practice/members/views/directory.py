"""The directory of members, and the page of what they promised and how it goes."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import ListView

from copronet.common_ground.design.tables import Tile, TileMap
from copronet.common_ground.people.queries.letters import under_letter
from copronet.common_ground.people.views.listing import ByLetter
from copronet.community_of_practice.members.forms.directory import DirectoryForm, PromisesForm
from copronet.community_of_practice.members.models import Membership, ProgressNote, Promise
from copronet.community_of_practice.members.queries.directory import (
    by_area,
    chosen,
    in_full,
    listed,
    practice_to_read,
    promises_to_read,
)

A_PAGE = 50


class DirectoryView(ByLetter, ListView[Membership]):
    template_name = "members/directory.html"
    paginate_by = A_PAGE
    context_object_name = "members"
    order = "in_order"

    @cached_property
    def filter(self) -> DirectoryForm:
        return DirectoryForm(self.request.GET or None)

    def get_queryset(self) -> QuerySet[Membership]:
        return self.in_letter(chosen(listed(self.request.user), self.filter.facets))

    @cached_property
    def counted(self) -> dict[str | None, int]:
        """How many fit everything chosen but the area, the letter too, by area."""
        members = chosen(listed(self.request.user), {**self.filter.facets, "area": None})
        return by_area(under_letter(members, self.order, self.letter))

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        paginator = super().get_paginator(*args, **kwargs)
        area = self.filter.facets.get("area")
        # The map has counted them all: counting once more is half the work of the page.
        paginator.count = self.counted.get(area.code, 0) if area else sum(self.counted.values())
        return paginator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            filter=self.filter, map=self._map(), letter=self.letter, letters=self.letters, **kwargs
        )
        return {**context, "members": in_full(context["members"])}

    def _map(self) -> TileMap:
        """Where the members are that fit everything chosen but the area."""
        counted = {area: count for area, count in self.counted.items() if area}
        query = self.request.GET.copy()
        tiles = {}
        for area, count in counted.items():
            query["area"] = area
            query.pop("page", None)
            tiles[area] = Tile(str(count), count, f"{reverse('members:directory')}?{query.urlencode()}")
        total = sum(counted.values())
        return TileMap(
            title=_("Where they are"),
            reading=ngettext(
                "%(count)s member has named an area.", "%(count)s members have named an area.", total
            )
            % {"count": total},
            value_heading=_("Members"),
            tiles=tiles,
        )


class PromisesView(ListView[Promise]):
    template_name = "members/promises.html"
    paginate_by = 20
    context_object_name = "promises"

    @cached_property
    def filter(self) -> PromisesForm:
        return PromisesForm(self.request.GET or None)

    def get_queryset(self) -> QuerySet[Promise]:
        promises = promises_to_read(self.request.user)
        facets = self.filter.facets
        if facets.get("area"):
            promises = promises.filter(area=facets["area"])
        if facets.get("theme"):
            promises = promises.filter(themes=facets["theme"])
        if facets.get("sector"):
            promises = promises.filter(membership__organisation__kind__sector=facets["sector"])
        for word in facets.get("words", "").split():
            promises = promises.filter(Q(words_cy__icontains=word) | Q(words_en__icontains=word))
        return promises

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(filter=self.filter, **kwargs)


class PracticeView(ListView[ProgressNote]):
    template_name = "members/practice.html"
    paginate_by = 20
    context_object_name = "notes"

    def get_queryset(self) -> QuerySet[ProgressNote]:
        return practice_to_read(self.request.user)
