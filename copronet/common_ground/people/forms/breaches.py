"""The register of data breaches."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm, VersionedForm
from copronet.common_ground.languages.choices import NEITHER
from copronet.common_ground.people.models import Breach, BreachStep


class MomentField(forms.DateTimeField):
    """A time that has passed already."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> Any:
        moment = super().clean(value)
        if moment and moment > timezone.now():
            raise ValidationError(_("This time is still to come."))
        return moment


class BreachForm(VersionedForm):
    verb = "people.breach_changed"

    class Meta:
        model = Breach
        fields = (
            "title_cy",
            "title_en",
            "description_cy",
            "description_en",
            "found_at",
            "people_concerned",
        )
        field_classes = {"found_at": MomentField}


class NewBreachForm(BreachForm):
    verb = "people.breach_opened"


class StepForm(OnceForm, forms.ModelForm):
    class Meta:
        model = BreachStep
        fields = ("done_cy", "done_en", "told", "at")
        field_classes = {"at": MomentField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("at", timezone.localtime().replace(second=0, microsecond=0))

    def _post_clean(self) -> None:
        """The action makes the row; the pair is checked in `clean`."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("done_cy") and not cleaned.get("done_en"):
            self.add_error(
                "done_cy", ValidationError(_("Write this in Welsh, in English, or in both."), code=NEITHER)
            )
        return cleaned
