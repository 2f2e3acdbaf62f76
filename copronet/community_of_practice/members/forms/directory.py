"""Which members, and which promises, to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.forms.fields import ShortListField, area_field
from copronet.common_ground.people.forms.organisations import KindField
from copronet.common_ground.people.models import Sector
from copronet.common_ground.people.queries import kinds_in_order, sectors_in_order
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.choices import Talks


class ThemedFilterForm(forms.Form):
    """By area, theme and sector, as every list of what members do."""

    area = forms.ChoiceField(required=False)
    theme = ShortListField(
        Theme.objects.none(), label=_("Theme"), required=False, empty_label=_("All themes")
    )
    sector = ShortListField(
        Sector.objects.none(), label=_("Sector"), required=False, empty_label=_("Every sector")
    )
    says_what_is_optional = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))
        self.fields["sector"].queryset = sectors_in_order()  # type: ignore[attr-defined]  # as below
        in_order = Theme.objects.order_by(f"sort_key_{reading_language().value}", "id")
        self.fields["theme"].queryset = in_order  # type: ignore[attr-defined]  # a ModelChoiceField has one

    @property
    def facets(self) -> dict[str, Any]:
        """What was chosen; what cannot be read counts as not chosen."""
        return self.cleaned_data if self.is_valid() else {}


class DirectoryForm(ThemedFilterForm):
    kind = KindField(empty_label=_("Every kind"))
    party = forms.ChoiceField(
        label=_("Who"),
        required=False,
        choices=[
            ("", _("Everybody")),
            ("person", _("People")),
            ("organisation", _("Groups and organisations")),
        ],
    )
    talks = forms.ChoiceField(
        label=_("You can talk with them in"),
        required=False,
        choices=[("", _("Either language")), *Talks.choices[:2]],
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].queryset = kinds_in_order()  # type: ignore[attr-defined]  # a KindField


class PromisesForm(ThemedFilterForm):
    words = forms.CharField(label=_("Words in them"), required=False, max_length=100)
