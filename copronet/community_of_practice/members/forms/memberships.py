"""What staff say of a membership."""

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.community_of_practice.members.choices import Kind


class KindForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of membership"), choices=Kind.choices, widget=forms.RadioSelect)
