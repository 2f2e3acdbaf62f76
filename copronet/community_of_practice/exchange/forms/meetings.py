"""What came of an introduction; and a pair that somebody proposes by hand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.community_of_practice.contributions.forms.fields import DurationField
from copronet.community_of_practice.exchange.choices import Happened, Kind
from copronet.community_of_practice.exchange.models import Offer
from copronet.community_of_practice.exchange.queries.seeing import standing


class CameForm(forms.Form):
    """Did it happen, how long did it take, and a word of thanks from whoever asked."""

    happened = forms.ChoiceField(
        label=_("Did it happen?"), choices=Happened.choices, widget=forms.RadioSelect
    )
    minutes = DurationField(
        label=_("How long did it take?"),
        required=False,
        help_text=_("If both of you say how long, the hours go into the ledger."),
    )
    thanks = forms.CharField(
        label=_("A word of thanks"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, side: Kind, **options: Any) -> None:
        super().__init__(*args, **options)
        if side == Kind.OFFER:
            del self.fields["thanks"]


class ProposeForm(forms.Form):
    """An offer for a request that waits, chosen by a person."""

    offer = forms.ModelChoiceField(Offer.objects.none(), label=_("An offer that may fit"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offers = standing(Offer).select_related("person", "organisation").order_by("-made_on", "-id")
        self.fields["offer"].queryset = offers  # type: ignore[attr-defined]  # a choice of models
