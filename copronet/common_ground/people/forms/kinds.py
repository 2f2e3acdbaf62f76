"""The sectors and kinds of organisation, as the network changes them without code."""

from typing import Any

from django.db.models import Model

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.people.actions.describing import add_to_list
from copronet.common_ground.people.models import OrganisationKind, Sector
from copronet.common_ground.people.queries import sectors_in_order


class SectorForm(PairedForm):
    verb = "people.sector_changed"

    class Meta:
        model = Sector
        fields = ("name_cy", "name_en", "place")


class KindForm(PairedForm):
    verb = "people.kind_changed"

    class Meta:
        model = OrganisationKind
        fields = ("name_cy", "name_en", "sector", "place", "is_offered")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"].queryset = sectors_in_order()  # type: ignore[attr-defined]  # a ModelChoiceField


class _New(PairedForm):
    def do_deed(
        self,
        *,
        actor: Actor,
        content: Model,
        links: dict[str, Any],  # noqa: ARG002  (neither has any)
        based_on: int | None,  # noqa: ARG002  (it is new)
    ) -> None:
        add_to_list(actor=actor, verb=self.verb, entry=content, key=self.deed_key)  # type: ignore[arg-type]


class NewSectorForm(_New, SectorForm):
    verb = "people.sector_added"


class NewKindForm(_New, KindForm):
    verb = "people.kind_added"
