"""Asking somebody to act for you, and writing down what people agreed away from the site."""

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.models import Support

from .fields import PersonField

SCOPE = _("For example: read letters to me and answer surveys for me. Leave empty for anything.")


class AskSupportForm(OnceForm, forms.ModelForm):
    email = forms.EmailField(label=_("Their e-mail address"))

    class Meta:
        model = Support
        fields = ("scope",)
        help_texts = {"scope": SCOPE}

    field_order = ("email",)


class RecordSupportForm(forms.ModelForm):
    supporter = PersonField(label=_("Who acts for them"))

    class Meta:
        model = Support
        fields = ("agreed", "scope")
        help_texts = {"scope": SCOPE}

    field_order = ("supporter",)
