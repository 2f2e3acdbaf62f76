"""What the plan's pages ask: pounds, notes at the foot, and names that are links."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase, reading_language
from copronet.governance.plan import tables
from copronet.governance.plan.choices import ActivityState
from copronet.governance.plan.models import Activity, Indicator, Link, OutcomeLine, Part, Plan
from copronet.governance.plan.queries import Band, Footnotes

register = template.Library()

# The design system's colours for the states; the word is always beside them.
COLOURS = {
    ActivityState.UNDER_WAY: "pabi",
    ActivityState.DONE: "cen",
    ActivityState.STOPPED: "stop",
}
MOMENTS = {ActivityState.UNDER_WAY: "now", ActivityState.DONE: "done"}


@register.filter
def pounds(amount: int | None) -> SafeString:
    """Whole pounds, or a dash where the plan has a blank."""
    if amount is None:
        return format_html('<span aria-hidden="true">–</span><span class="hidden-text">{}</span>', _("blank"))
    return format_html("{}", tables.pounds(amount))


@register.filter
def colour(activity: Activity) -> str:
    return COLOURS.get(ActivityState(activity.state), "")


@register.filter
def moment(activity: Activity) -> str:
    """The class of an activity's point on the timeline."""
    return MOMENTS.get(ActivityState(activity.state), "")


@register.filter
def targets(indicator: Indicator) -> list[tuple[str, str]]:
    """When each target is for, and the target."""
    return [
        (tables.target_name(key), tables.measured(indicator, value))
        for key, value in indicator.targets.items()
    ]


@register.filter
def target_cells(indicator: Indicator, plan: Plan) -> list[str]:
    """An indicator's targets in the columns of a table: each year of the plan, then the end."""
    keys = [*map(str, plan.all_years), "end"]
    values = [indicator.targets.get(key) for key in keys]
    return ["–" if value is None else tables.measured(indicator, value) for value in values]


@register.filter
def years_named(line: OutcomeLine) -> str:
    """The years of a cost: "Years 1, 2, 3"; nothing where the plan does not say."""
    if not line.years:
        return ""
    years = ", ".join(map(str, line.years))
    return ngettext("Year %(years)s", "Years %(years)s", len(line.years)) % {"years": years}


@register.filter
def get_band(bands: Mapping[str, Band], group: str) -> list[Link]:
    """The links that lead upward from a band whose name has a space in it."""
    return bands[group].upward


@register.filter
def in_language(pair: Mapping[str, str], stem: str = "") -> Phrase:
    """The reader's side of a pair that is kept in a list: ``{{ item|in_language }}``."""
    wanted = reading_language()
    prefix = f"{stem}_" if stem else ""
    own = pair.get(f"{prefix}{wanted.value}")
    if own:
        return Phrase(own, wanted, is_readers=True)
    other: Language = wanted.other
    return Phrase(pair.get(f"{prefix}{other.value}", ""), other, is_readers=False)


@register.simple_tag
def marks(footnotes: Footnotes, *codes: str) -> SafeString:
    """The numbers of the notes about these codes, each a link to its note at the foot of the page."""
    found = footnotes.marks(*codes)
    if not found:
        return SafeString("")
    label = _("Note")
    links = format_html_join(
        " ",
        '<a href="#{}"><span class="hidden-text">{} </span>{}</a>',
        ((note.code, label, number) for number, note in found),
    )
    return format_html('<sup class="marks">{}</sup>', links)


@register.filter
def joins_named(link: Link, parts: Mapping[str, Part]) -> bool:
    """Whether a link names parts of its own, and not only whole groups."""
    return any(code in parts for code in [*link.causes, *link.effects])


@register.simple_tag
def names(codes: list[str], parts: Mapping[str, Part]) -> SafeString:
    """The names of what a link joins, each a link to its place."""
    groups = {
        "vision": _("the vision"),
        "conditions": _("the conditions"),
        "outcomes": _("the outcomes"),
        "year outcomes": _("the year outcomes"),
        "activities": _("the activities"),
        "indicators": _("the indicators"),
    }
    return format_html_join(
        "; ",
        "{}",
        ((_linked(parts[code]) if code in parts else groups.get(code, code),) for code in codes),
    )


def _linked(part: Part) -> SafeString:
    return format_html('<a href="{}">{}</a>', part.get_absolute_url(), getattr(part, "name", "") or part.code)
