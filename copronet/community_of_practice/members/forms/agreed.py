"""What the members agree on: the principles, and when a member counts as active."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.community_of_practice.members.models import ActiveRule, Principles
from copronet.community_of_practice.members.registry import qualifying


class SetPrinciplesForm(OnceForm, forms.ModelForm):
    """A new wording, in both languages, a principle on each line."""

    class Meta:
        model = Principles
        fields = ("text_cy", "text_en")
        widgets = {name: forms.Textarea(attrs={"rows": 8}) for name in fields}
        help_texts = dict.fromkeys(fields, _("One principle on each line."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("text_cy", "text_en"):
            self.fields[name].required = True


class ActiveRuleForm(OnceForm, forms.ModelForm):
    """Which deeds count, within how many months, and the decision that says so."""

    months = forms.IntegerField(label=_("Within how many months"), min_value=1, max_value=60)
    verbs = forms.MultipleChoiceField(label=_("Deeds that count"), widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = ActiveRule
        fields = ("months", "verbs", "decision_cy", "decision_en")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["verbs"].choices = list(qualifying().items())  # type: ignore[attr-defined]  # has choices
