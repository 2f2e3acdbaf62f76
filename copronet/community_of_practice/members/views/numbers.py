"""The members in numbers: who is in the network, who is active, and what became of promises."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from copronet.common_ground.design.tables import Bar, BarChart, Tile, TileMap
from copronet.common_ground.people.choices import Capacity, Level
from copronet.common_ground.places.queries import population_by_area
from copronet.common_ground.spreadsheets.choices import Form
from copronet.common_ground.spreadsheets.exports import as_answer
from copronet.community_of_practice.members.choices import PromiseState
from copronet.community_of_practice.members.exports import numbers_as_table
from copronet.community_of_practice.members.queries.numbers import (
    balance_of_voices,
    organisations_by_kind,
    people_by_area,
    people_by_capacity,
    people_by_level,
    promises_by_state,
)
from copronet.engines.statistics import Protected


class NumbersView(TemplateView):
    template_name = "members/numbers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**_numbers(), forms=Form, **kwargs)


class NumbersFileView(View):
    """The same numbers as a file, for whoever may read them."""

    def get(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        return as_answer(numbers_as_table(_numbers()), form=kwargs["form"], name=str(_("members-in-numbers")))


def _numbers() -> dict[str, Any]:
    """All that the page shows; people are counted protected."""
    kinds = organisations_by_kind(timezone.localdate())
    return {
        "kinds": kinds,
        "active": sum(each.active for each in kinds),
        "joined": sum(each.members for each in kinds),
        "promises": _bars(_("What became of promises"), promises_by_state(), dict(PromiseState.choices)),
        "capacities": _bars(_("As what people take part"), people_by_capacity(), dict(Capacity.choices)),
        "levels": _bars(_("People by their place in their work"), people_by_level(), dict(Level.choices)),
        "map": _map(people_by_area()),
        "balance": balance_of_voices(),
        "population": next(iter(population_by_area().values()), None),
    }


def _bars(title: str, protected: Protected[str], names: dict[str, Any]) -> BarChart:
    return BarChart(
        title=title,
        reading=_reading(protected),
        label_heading=title,
        value_heading=_("Number"),
        bars=tuple(
            Bar(str(names[code]), each.count, _said(each.count)) for code, each in protected.shown.items()
        ),
    )


def _map(protected: Protected[str]) -> TileMap:
    return TileMap(
        title=_("Where people live"),
        reading=_reading(protected),
        value_heading=_("Number"),
        tiles={
            code: Tile(str(each.count), each.count)
            for code, each in protected.shown.items()
            if each.count is not None
        },
    )


def _said(count: int | None) -> str:
    return str(count) if count is not None else _("not shown")


def _reading(protected: Protected[str]) -> str:
    """The total in a sentence, and that small numbers are held back."""
    if protected.total is None:
        return _("There are too few to be shown without giving anybody away.")
    if all(each.count is None for each in protected.shown.values()):
        return _(
            "About %(total)s in all. Each part is too small to be shown without giving anybody away."
        ) % {"total": protected.total}
    return _("About %(total)s in all. Numbers are rounded to five; those under ten are not shown.") % {
        "total": protected.total
    }
