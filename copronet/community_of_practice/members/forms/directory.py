"""Which members, and which promises, to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.forms.fields import ShortListField
from copronet.common_ground.people.forms.organisations import KindField
from copronet.common_ground.people.models import Sector
from copronet.common_ground.people.queries import kinds_in_order, sectors_in_order
from copronet.common_ground.themes.forms import AreaAndThemeForm
from copronet.community_of_practice.members.choices import Talks


class ThemedFilterForm(AreaAndThemeForm):
    """By sector too, as every list of what members do."""

    sector = ShortListField(
        Sector.objects.none(), label=_("Sector"), required=False, empty_label=_("Every sector")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["sector"].queryset = sectors_in_order()  # type: ignore[attr-defined]  # a choice of models


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
