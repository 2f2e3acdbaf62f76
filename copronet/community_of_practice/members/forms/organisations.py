"""Joining as an organisation: found among those that are here, or told anew; and what it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.choices import Scheme
from copronet.common_ground.people.forms.fields import WebsiteField, area_field, areas_in_order
from copronet.common_ground.people.forms.likenesses import IsThisYou
from copronet.common_ground.people.forms.organisations import KindField
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.queries import numbered, numbers_of
from copronet.common_ground.people.validators import number_as_kept
from copronet.community_of_practice.members.models import Membership


class NewOrganisationForm(IsThisYou, forms.ModelForm):
    """The little that is needed to find an organisation, or to begin its record."""

    field_order = ("none_is_it",)

    role = forms.CharField(
        label=_("Your role in it"),
        max_length=120,
        required=False,
        help_text=_("For example: co-ordinator, chair."),
    )

    class Meta:
        model = Organisation
        fields = ("name_cy", "name_en", "website", "area")
        field_classes = {"website": WebsiteField}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))


class AboutUsForm(forms.ModelForm):
    """What an organisation is. The rest of what it says is on a page of its own."""

    kind = KindField(required=True, empty_label=_("Choose the nearest"))
    charity = forms.CharField(label=Scheme.CHARITY.label, max_length=40, required=False)
    company = forms.CharField(label=Scheme.COMPANY.label, max_length=40, required=False)

    folded = ("areas_served", "charity", "company")
    folded_title = _("Add other areas, and the numbers of registers")

    REGISTERS = {"charity": Scheme.CHARITY, "company": Scheme.COMPANY}

    class Meta:
        model = Organisation
        fields = ("kind", "size", "area", "serves_all_wales", "areas_served", "about_cy", "about_en")
        widgets = {
            "areas_served": forms.CheckboxSelectMultiple(attrs={"class": "side-by-side"}),
            "about_cy": forms.Textarea(attrs={"rows": 3}),
            "about_en": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {"areas_served": _("Leave this empty where it works only in the area above.")}

    def __init__(self, *args: Any, membership: Membership, **options: Any) -> None:
        assert membership.organisation is not None  # noqa: S101  (the step is asked of organisations alone)
        self.membership = membership
        stored = membership.organisation
        if membership.pk:  # on paper the form belongs to nobody yet
            stored = Organisation.objects.get(pk=stored.pk)
        options["instance"] = stored
        super().__init__(*args, **options)
        self.fields["area"] = area_field(
            label=_("Area where it is at home"), empty_label=_("Not in one area")
        )
        self.fields["kind"].offer(also=stored.kind_id)  # type: ignore[attr-defined]  # a KindField
        self.fields["size"].choices = [("", _("Not said")), *self.fields["size"].choices[1:]]  # type: ignore[attr-defined]
        self.fields["areas_served"].queryset = areas_in_order()  # type: ignore[attr-defined]
        given = numbers_of(stored) if stored.pk else {}
        for name, scheme in self.REGISTERS.items():
            self.initial.setdefault(name, given.get(scheme, ""))

    def clean_charity(self) -> str:
        return self._number("charity")

    def clean_company(self) -> str:
        return self._number("company")

    def _number(self, name: str) -> str:
        scheme, written = self.REGISTERS[name], self.cleaned_data[name]
        if not written:
            return ""
        kept = number_as_kept(scheme, written)
        other = numbered(scheme, kept)
        if other is not None and other != self.instance:
            raise ValidationError(
                _("Another organisation has this number: %(number)s"),
                params={"number": f"{kept} ({other.name.text})"},
            )
        return kept

    def take(self, actor: Actor) -> None:
        describe_organisation(
            actor=actor,
            verb="people.organisation_changed",
            organisation=self.instance,
            links={"areas_served": self.cleaned_data["areas_served"]},
            numbers={scheme: self.cleaned_data[name] for name, scheme in self.REGISTERS.items()},
        )
