"""Asking somebody to act for you, and writing down what people agreed away from the site."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.models import Support
from copronet.common_ground.people.registry import matters

from .fields import PersonField

SCOPE = _("For example: read letters to me.")


class Agreement(forms.ModelForm):
    """In which matters somebody acts for another, and until when: a day to come, or open."""

    matters = forms.MultipleChoiceField(
        label=_("What the supporter may do"),
        required=False,
        choices=lambda: matters().items(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("If none is chosen, the supporter may do anything."),
    )
    ends = DateField(
        label=_("Until"), required=False, help_text=_("Leave empty for as long as you both wish.")
    )

    def clean_ends(self) -> date | None:
        day: date | None = self.cleaned_data["ends"]
        if day and day <= timezone.localdate():
            raise ValidationError(_("Give a day to come, or none."))
        return day


class AskSupportForm(OnceForm, Agreement):
    email = forms.EmailField(label=_("Their e-mail address"))

    class Meta:
        model = Support
        fields = ("scope", "ends")
        help_texts = {"scope": SCOPE}

    field_order = ("email", "matters")


class RecordSupportForm(Agreement):
    supporter = PersonField(label=_("Who acts for them"))

    class Meta:
        model = Support
        fields = ("agreed", "scope", "ends")
        help_texts = {"scope": SCOPE}

    field_order = ("supporter", "agreed", "matters")
