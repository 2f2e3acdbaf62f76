"""Reading single cells as people write them; what cannot be read is a reason in both languages."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import override

from copronet.common_ground.people.models import OrganisationKind
from copronet.common_ground.places.models import Area
from copronet.common_ground.spreadsheets.choices import Both, Column, in_both
from copronet.common_ground.spreadsheets.queries import fold

YES, NO = (
    {"1", "yes", "y", "true", "ie", "ydy", "ydyn", "oes"},
    {"0", "no", "n", "false", "na", "nac ydy", "nac oes"},
)


class Cells:
    """The cells of one row, read one by one. ``wrong`` gathers why some cannot be."""

    def __init__(self, said: Mapping[str, str], columns: Iterable[Column], words: "Words") -> None:
        self.said = said
        self.titles = {column.code: column.title for column in columns}
        self.words = words
        self.wrong: list[Both] = []

    def text(self, code: str, *, longest: int) -> str:
        cell = self.said[code]
        if len(cell) > longest:
            self.refuse(code, lambda: _("Too long. The most is: %(most)s") % {"most": longest})
        return cell

    def checked(self, code: str, check: Callable[[str], str]) -> str:
        """The cell as a check of a form or a register leaves it."""
        try:
            return check(self.said[code])
        except ValidationError as wrong:
            said = wrong  # the name bound by "except" is gone when the sentence is made
            self.refuse(code, lambda: " ".join(map(str, said.messages)))
            return ""

    def one_of(self, code: str, known: Mapping[str, Any]) -> Any:
        return self._known(code, self.said[code], known)

    def several_of(self, code: str, known: Mapping[str, Any]) -> list[Any]:
        """The things listed in a cell, between semicolons or, without any, commas."""
        cell = self.said[code]
        parts = cell.split(";" if ";" in cell else ",")
        return [self._known(code, part, known) for part in parts if part.strip()]

    def flag(self, code: str) -> bool:
        cell = self.said[code].casefold()
        if cell not in YES | NO:
            self.refuse(code, lambda: _("Write yes or no."))
        return cell in YES

    def refuse(self, code: str, why: Callable[[], str]) -> None:
        said = in_both(lambda: f"{self.titles[code]}: {why()}")
        self.wrong.append(said)

    def _known(self, code: str, cell: str, known: Mapping[str, Any]) -> Any:
        found = known.get(fold(cell))
        if found is None:
            self.refuse(code, lambda: _("This is not known here: %(cell)s") % {"cell": cell})
        return found


class Words:
    """The words that cells may hold, in either language, looked up once for a whole table."""

    @cached_property
    def areas(self) -> dict[str, Area]:
        areas = list(Area.objects.all())
        return {fold(name): area for area in areas for name in (area.pk, area.name_cy, area.name_en)}

    @cached_property
    def kinds(self) -> dict[str, OrganisationKind]:
        kinds = list(OrganisationKind.objects.all())
        return {fold(name): kind for kind in kinds for name in (kind.pk, kind.name_cy, kind.name_en)}

    def choices(self, choices: type[TextChoices]) -> dict[str, str]:
        """The values by their codes and by their names in both languages."""
        found: dict[str, str] = {}
        for language in ("cy", "en"):
            with override(language):
                found |= {fold(str(choice.label)): choice.value for choice in choices}
        return {fold(value): value for value in choices.values} | found
