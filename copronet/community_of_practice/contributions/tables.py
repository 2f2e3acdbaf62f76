"""What the figures of this room show."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from copronet.common_ground.design.tables import Bar, BarChart

from .choices import GivenBy
from .queries import Match, whole_pounds


def match_chart(sides: Sequence[Match]) -> BarChart:
    """Promised to the funder, pledged and delivered, for all sides together and each side."""
    target, pledged, delivered = (
        sum(getattr(side, name) for side in sides) for name in ("target", "pledged", "delivered")
    )
    bars = [
        Bar(_("Promised to the funder"), target, whole_pounds(target)),
        Bar(_("Pledged so far"), pledged, whole_pounds(pledged)),
        Bar(_("Delivered so far"), delivered, whole_pounds(delivered)),
    ]
    percent = delivered * 100 // target if target else 0
    return BarChart(
        title=_("What is given in kind beside the funder's money"),
        reading=_(
            "So far this much has been delivered: %(delivered)s, which is %(percent)d%% of what was promised."
        )
        % {"delivered": whole_pounds(delivered), "percent": percent},
        label_heading=_("What"),
        value_heading=_("Amount"),
        bars=tuple(bars),
        source=next((side.source for side in sides if side.given_by == GivenBy.MEMBERS), ""),
        colour="cen",
    )
