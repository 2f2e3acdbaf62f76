"""What everybody may see: the sliding scale, and how much was promised beside how much came."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from copronet.common_ground.spreadsheets.choices import Form
from copronet.common_ground.spreadsheets.exports import as_answer
from copronet.community_of_practice.contributions.exports import match_as_table
from copronet.community_of_practice.contributions.measures import gave_at_least, given_in_all
from copronet.community_of_practice.contributions.queries import bands_today, match
from copronet.community_of_practice.contributions.tables import match_chart

FEWEST = 5  # who gave, before what they gave together is shown to everybody
KEPT = 300  # seconds


def _given_together() -> dict[str, int]:
    """What was given in all; nothing while so few gave that it would tell what one of them did."""
    return given_in_all() if gave_at_least(FEWEST) else {}


class MatchView(TemplateView):
    """The funder's match, pledged beside delivered, and what members gave in all. No person is counted."""

    template_name = "contributions/match.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_set = self.request.user.has_perm("contributions.set_bands")
        return super().get_context_data(**_matched(), may_set=may_set, forms=Form, **kwargs)


class MatchFileView(View):
    """The same as a file, for whoever may read it."""

    def get(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        return as_answer(match_as_table(_matched()), form=kwargs["form"], name=str(_("what-members-give")))


def _matched() -> dict[str, Any]:
    """All that the page shows."""
    sides = match()
    return {
        "sides": sides,
        "target": sum(side.target for side in sides),
        "pledged": sum(side.pledged for side in sides),
        "delivered": sum(side.delivered for side in sides),
        "chart": match_chart(sides),
        "given": cache.get_or_set("contributions.given", _given_together, KEPT),
    }


class ScaleView(TemplateView):
    """What is suggested for a year, in money and the same in time."""

    template_name = "contributions/scale.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            bands=bands_today(), may_set=self.request.user.has_perm("contributions.set_bands"), **kwargs
        )
