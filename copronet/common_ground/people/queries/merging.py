"""Two records of one organisation side by side: in which lines they differ, and what each of them says there."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.choices import Scheme
from copronet.common_ground.people.models import Organisation

from .organisations import areas_of, numbers_of
from .powers import still_to_end

FIELDS = (
    "name_cy",
    "name_en",
    "short_name_cy",
    "short_name_en",
    "kind",
    "size",
    "about_cy",
    "about_en",
    "website",
    "area",
    "serves_all_wales",
)


@dataclass(frozen=True)
class Line:
    """One line in which two records differ: what each holds, and what of it people read."""

    name: str
    label: Any
    stays: Any
    goes: Any
    stays_shown: str
    goes_shown: str

    def right(self, chosen: str) -> Any:
        """What the record kept holds afterwards; where nothing is chosen, its own, or else the other's."""
        if chosen in {"kept", "duplicate"}:
            return self.stays if chosen == "kept" else self.goes
        return self.stays or self.goes


def differing_lines(stays: Organisation, gone: Organisation) -> list[Line]:
    """The lines to choose from when two records become one. A number that only one of them has is no choice."""
    lines = [_line_of_field(name, stays, gone) for name in FIELDS]
    lines.append(_line_of_areas(stays, gone))
    mine, theirs = numbers_of(stays), numbers_of(gone)
    lines += [
        Line(scheme.value, scheme.label, mine[scheme], theirs[scheme], mine[scheme], theirs[scheme])
        for scheme in Scheme
        if scheme in mine and scheme in theirs
    ]
    return [line for line in lines if line.stays_shown != line.goes_shown]


def has_or_will_have_grants(organisation: Organisation) -> bool:
    """Whether whoever answers for it has a power by it, today or on a day already decided."""
    return organisation.grants.filter(still_to_end(timezone.localdate())).exists()


def _line_of_field(name: str, stays: Organisation, gone: Organisation) -> Line:
    field = Organisation._meta.get_field(name)
    label: Any = field.verbose_name  # type: ignore[union-attr]  # a column, not a relation
    if name[-3:] in {"_cy", "_en"}:
        label = f"{label} ({Language(name[-2:]).label})"
    mine, theirs = getattr(stays, name), getattr(gone, name)
    return Line(name, label, mine, theirs, _shown(stays, name), _shown(gone, name))


def _line_of_areas(stays: Organisation, gone: Organisation) -> Line:
    field = Organisation._meta.get_field("areas_served")
    mine, theirs = areas_of(stays), areas_of(gone)
    return Line("areas_served", field.verbose_name, mine, theirs, _listed(mine), _listed(theirs))


def _listed(areas: list[Any]) -> str:
    return ", ".join(str(area) for area in areas)


def _shown(organisation: Organisation, name: str) -> str:
    value = getattr(organisation, name)
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    display = getattr(organisation, f"get_{name}_display", None)
    return str(display() if display else value or "")
