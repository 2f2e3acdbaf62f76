"""Answering whether an entry is still right, and saying that one looks out of date."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.languages.models import reading_language
from copronet.community_of_practice.assets.choices import Answer

ASKED = {
    Answer.RIGHT: _("Anything to add"),
    Answer.CHANGED: _("What should it say?"),
    Answer.WITHDRAWN: _("Why"),
}


class AnswerForm(forms.Form):
    """The words that go with one answer."""

    words = forms.CharField(required=False, max_length=300, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, answer: Answer, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = ASKED[answer]
        if answer == Answer.RIGHT:
            del self.fields["words"]

    def said(self) -> dict[str, str]:
        """The words and the language of the page that they were written on."""
        return {"words": self.cleaned_data.get("words", ""), "language": reading_language().value}


class ReportForm(OnceForm):
    """What looks out of date, from anybody."""

    words = forms.CharField(
        label=_("What looks out of date?"),
        help_text=_(
            "Whoever looks after this entry gets your words, without your name. You need not write any."
        ),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
