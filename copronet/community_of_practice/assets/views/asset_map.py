"""The map: the list of what fits the facets, with the areas of Wales beside it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import ListView

from copronet.common_ground.design.tables import Tile, TileMap
from copronet.common_ground.languages.models import reading_language
from copronet.community_of_practice.assets.forms.filter import FacetsForm
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.assets.queries.counting import ALL_WALES, YES, present_copy
from copronet.community_of_practice.assets.queries.listing import (
    fitting,
    holders_named,
    saying,
    with_what_is_shown,
)
from copronet.community_of_practice.assets.queries.seeing import audiences_of

A_PAGE = 30


class CountedPaginator(Paginator[Asset]):
    """Pages of a list whose length is known already, and of which only the keys are walked through."""

    known: int

    @cached_property
    def count(self) -> int:
        return self.known

    def page(self, number: int | str) -> Page[Asset]:
        page = super().page(number)
        # The slice of the keys alone: an index has them, and no row is read that is not shown.
        shown = cast("QuerySet[Asset]", page.object_list)
        keys = list(shown.values_list("pk", flat=True))
        rows = {asset.pk: asset for asset in with_what_is_shown(Asset.objects.filter(pk__in=keys))}
        page.object_list = [rows[key] for key in keys]
        return page


class Chosen:
    """What a reader has chosen of the map, from an address or from a saved view."""

    def __init__(self, reader: Any, data: Mapping[str, Any], address: str = "") -> None:
        self.reader, self.address = reader, address
        self.form = FacetsForm(data)
        self.choice, self.words = self.form.choice, self.form.typed
        self.copy = present_copy()

    @cached_property
    def found(self) -> QuerySet[Asset] | None:
        return saying(self.words, self.reader) if self.words else None

    @property
    def assets(self) -> QuerySet[Asset]:
        fit = fitting(self.reader, self.choice)
        return fit if self.found is None else fit.filter(pk__in=self.found.values("pk"))

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        return self.copy.counts(self.reader, self.choice, self.found)

    @cached_property
    def total(self) -> int:
        return self.copy.how_many(self.reader, self.choice, self.found)

    @property
    def key(self) -> str:
        """All that the parts of a page depend on that only show counts."""
        audiences = ",".join(audiences_of(self.reader))
        language = reading_language().value
        return f"{self.copy.stamp} {audiences} {language} {self.address}?{self.query.urlencode()}"

    @cached_property
    def counted_form(self) -> FacetsForm:
        """The facets, each choice with how many it leads to."""
        self.form.count(self.counts)
        return self.form

    @property
    def facets(self) -> dict[str, str]:
        """The words and all that was chosen, by their names in an address."""
        return {name: value for name, value in {"words": self.words, **self.choice}.items() if value}

    @property
    def query(self) -> QueryDict:
        """The same as an address has it."""
        query = QueryDict(mutable=True)
        query.update(self.facets)
        return query

    @property
    def map(self) -> TileMap:
        """How many there are in each area, of what fits everything chosen but the area."""
        query, tiles = self.query, {}
        for area, count in self.counts["area"].items():
            if area == ALL_WALES or not count:
                continue
            query["area"] = area
            tiles[area] = Tile(str(count), count, f"{self.address}?{query.urlencode()}")
        return TileMap(
            title=_("Where it is"),
            reading=self._reading(),
            value_heading=_("On the map"),
            tiles=tiles,
        )

    def _reading(self) -> str:
        in_all = self.counts["area"].get(ALL_WALES, 0)
        reading = _("How many there are in each area. Something in two areas counts in both.")
        if not in_all:
            return reading
        more = ngettext("%(count)s more is for all of Wales.", "%(count)s more are for all of Wales.", in_all)
        return f"{reading} {more % {'count': in_all}}"

    @property
    def share_fresh(self) -> int | None:
        """The share of all that was checked within a year, in percent; None where the map is empty."""
        everything = self.copy.how_many(self.reader, {})
        fresh = self.copy.how_many(self.reader, {"fresh": YES})
        return round(100 * fresh / everything) if everything else None


class AssetsView(ListView[Asset]):
    template_name = "assets/assets.html"
    paginate_by = A_PAGE
    context_object_name = "assets"

    @cached_property
    def chosen(self) -> Chosen:
        return Chosen(self.request.user, self.request.GET, reverse("assets:assets"))

    def get_queryset(self) -> QuerySet[Asset]:
        return self.chosen.assets

    def get_paginator(self, *args: Any, **options: Any) -> Paginator[Asset]:
        paginator = CountedPaginator(*args, **options)
        paginator.known = self.chosen.total
        return paginator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        chosen = self.chosen
        return context | {
            "chosen": chosen,
            "total": chosen.total,
            "query": chosen.query.urlencode(),
            "is_narrowed": bool(chosen.choice or chosen.words),
            "share_fresh": chosen.share_fresh,
            "site": settings.SITE_ADDRESS,
            "names": holders_named(list(context["assets"]), self.request.user),
        }
