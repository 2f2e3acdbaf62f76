"""Keeping a search: what it is called, and what it looks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.search.choices import FACETS

from .actions import keep_search
from .models import SavedSearch


class KeepSearchForm(OnceForm):
    words = forms.CharField(label=_("Words to look for"), max_length=300)
    name = forms.CharField(
        label=_("What you call this search"),
        help_text=_("It stands in your list and in your letter."),
        max_length=80,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for facet in FACETS:
            longest = getattr(SavedSearch._meta.get_field(facet), "max_length", None)
            self.fields[facet] = forms.CharField(
                required=False, max_length=longest, widget=forms.HiddenInput()
            )

    @property
    def facets(self) -> dict[str, str]:
        return {facet: value for facet in FACETS if (value := self.cleaned_data.get(facet))}

    def save_as(self, actor: Actor) -> SavedSearch:
        return keep_search(
            actor=actor,
            name=self.cleaned_data["name"],
            words=self.cleaned_data["words"],
            facets=self.facets,
            key=self.deed_key,
        )
