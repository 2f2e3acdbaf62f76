"""What an organisation says of itself, who acts for it, and finding organisations in the list."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import OnceForm, VersionedForm
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.choices import Scheme
from copronet.common_ground.people.models import Organisation, OrganisationKind, Representation, Sector
from copronet.common_ground.people.queries import kinds_in_order, numbered, numbers_of, sectors_in_order
from copronet.common_ground.people.validators import example_of, number_as_kept

from .fields import PersonField, ShortListField, WebsiteField, area_field, areas_in_order
from .likenesses import IsThisYou


class _BySector(ModelChoiceIterator):
    """The kinds under the names of their sectors."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for sector, kinds in groupby(self.queryset, key=lambda kind: kind.sector):
            yield str(sector), [self.choice(kind) for kind in kinds]


class KindField(forms.ModelChoiceField):
    """A kind of organisation, under the name of its sector."""

    iterator = _BySector

    def __init__(self, **options: Any) -> None:
        said: dict[str, Any] = {"label": _("Kind of organisation"), "required": False}
        super().__init__(OrganisationKind.objects.none(), **said | options)

    def offer(self, *, also: str | None = None) -> None:
        """Ask for the kinds of today; ``also`` one that is no longer offered but has been chosen before."""
        kinds = kinds_in_order()
        self.queryset = kinds.filter(is_offered=True) | kinds.filter(pk=also)


class OrganisationForm(VersionedForm):
    verb = "people.organisation_changed"
    kind = KindField(empty_label=_("Not said"))

    class Meta:
        model = Organisation
        fields = (
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
            "areas_served",
        )
        field_classes = {"website": WebsiteField}
        widgets = {"areas_served": forms.CheckboxSelectMultiple}
        help_texts = {"areas_served": _("Leave this empty where it works only in the area above.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(
            label=_("Area where it is at home"), empty_label=_("Not in one area")
        )
        self.fields["kind"].offer(also=self.instance.kind_id)  # type: ignore[attr-defined]  # a KindField
        self.fields["size"].choices = [("", _("Not said")), *self.fields["size"].choices[1:]]  # type: ignore[attr-defined]
        self.fields["areas_served"].queryset = areas_in_order()  # type: ignore[attr-defined]
        given = numbers_of(self.instance)
        for scheme in Scheme:
            self.fields[_box(scheme)] = forms.CharField(
                label=scheme.label,
                required=False,
                max_length=40,
                initial=given.get(scheme, ""),
                help_text=_("For example: %(number)s") % {"number": example_of(scheme)},
            )

    @property
    def only_alike(self) -> list[Organisation]:
        """Those that have been shown and are not this one."""
        return []

    @property
    def numbers(self) -> dict[str, str]:
        """What was written, by the code of the register."""
        return {scheme.value: self.cleaned_data.get(_box(scheme), "") for scheme in Scheme}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for scheme in Scheme:
            written = cleaned.get(_box(scheme))
            if written:
                self._check_number(scheme, written)
        return cleaned

    def _check_number(self, scheme: Scheme, written: str) -> None:
        try:
            kept = self.cleaned_data[_box(scheme)] = number_as_kept(scheme, written)
        except ValidationError as wrong:
            self.add_error(_box(scheme), wrong)
            return
        other = numbered(scheme, kept)
        if other is not None and other != self.instance:
            said = _("Another organisation has this number: %(number)s") % {
                "number": f"{kept} ({other.name.text})"
            }
            self.add_error(_box(scheme), ValidationError(said, code="taken"))

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:
        describe_organisation(
            actor=actor,
            verb=self.verb,
            organisation=content,  # type: ignore[arg-type]  # the form's own model
            links=links,
            numbers=self.numbers,
            only_alike=self.only_alike,
            based_on=based_on,
            key=self.deed_key,
        )


def _box(scheme: str) -> str:
    return f"number_{scheme.lower().replace('-', '_')}"


class NewOrganisationForm(IsThisYou, OrganisationForm):
    verb = "people.organisation_added"
    field_order = ("none_is_it",)

    @property
    def register_numbers(self) -> dict[str, str]:
        return self.numbers

    @property
    def only_alike(self) -> list[Organisation]:
        return [each.organisation for each in self.likenesses]


class OrganisationFilterForm(forms.Form):
    """Which organisations of the list to show."""

    area = forms.ChoiceField(required=False)
    sector = ShortListField(
        Sector.objects.none(), label=_("Sector"), required=False, empty_label=_("Every sector")
    )
    kind = KindField(empty_label=_("Every kind"))
    says_what_is_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))
        self.fields["sector"].queryset = sectors_in_order()  # type: ignore[attr-defined]
        self.fields["kind"].queryset = kinds_in_order()  # type: ignore[attr-defined]


class AskRepresentativeForm(OnceForm, forms.ModelForm):
    """For those who answer for it: they know an address, and learn nothing from asking about others."""

    email = forms.EmailField(label=_("Their e-mail address"))

    class Meta:
        model = Representation
        fields = ("role_cy", "role_en")

    field_order = ("email",)


class RecordRepresentativeForm(forms.ModelForm):
    """For staff, who write down what an organisation and a person told them."""

    person = PersonField()
    answers_for_it = forms.BooleanField(label=_("Answers for the organisation"), required=False)

    class Meta:
        model = Representation
        fields = ("role_cy", "role_en")

    field_order = ("person",)
