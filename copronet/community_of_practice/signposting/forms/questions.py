"""Asking a person, answering, and saying whether it helped."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.forms.fields import area_field
from copronet.common_ground.places.models import Area
from copronet.community_of_practice.signposting.choices import Helped
from copronet.community_of_practice.signposting.models import Service
from copronet.community_of_practice.signposting.queries import service_named


class ServicesField(forms.CharField):
    """One service a line, by the number of its page or its name in full; there are too many for a list."""

    def __init__(self, **options: Any) -> None:
        said = {
            "label": _("Services you point to"),
            "help_text": _(
                "One on each line: its name in full, or the number at the end of its page's address."
            ),
        }
        super().__init__(widget=forms.Textarea({"rows": 3}), max_length=2000, **said | options)

    def clean(self, value: Any) -> list[Service]:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        return list(dict.fromkeys(_named(line) for line in lines if line))


def _named(line: str) -> Service:
    service = service_named(line)
    if service is None:
        raise ValidationError(_("No service has this number or name: %(line)s"), params={"line": line})
    return service


class AskForm(OnceForm):
    words = forms.CharField(
        label=_("What would help you?"),
        max_length=2000,
        help_text=_("A sentence or two. Leave out names, and whatever you would rather not say."),
        widget=forms.Textarea({"rows": 5}),
    )
    area = forms.ChoiceField(required=False)
    email = forms.EmailField(
        label=_("E-mail"), required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=40,
        help_text=_("Enough, if you would rather be rung."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    agrees = forms.BooleanField(
        label=_("Yes, whoever looks after this directory may read this and answer me"),
        error_messages={"required": _("Without your yes nobody may read it.")},
    )

    may_be_introduced = forms.BooleanField(
        label=_("You may also give this to a service that can help, so that it gets in touch with me"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(empty_label=_("I would rather not say"), label=_("Where?"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("email") or cleaned.get("phone")):
            raise ValidationError({"email": _("Say how we can reach you: by e-mail or by phone.")})
        return cleaned

    @property
    def area_chosen(self) -> Area | None:
        return self.cleaned_data.get("area") or None


class AnswerForm(OnceForm):
    answer = forms.CharField(
        label=_("Your answer"),
        max_length=4000,
        help_text=_("In the language they asked in. It is sent by e-mail, or is your note of the call."),
        widget=forms.Textarea({"rows": 6}),
    )
    services = ServicesField(required=False)
    introduces = forms.BooleanField(
        label=_("Introduce them to these services by e-mail"),
        required=False,
        help_text=_("They said yes to this. The services get their words and how to reach them."),
    )

    def __init__(self, *args: Any, may_be_introduced: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_be_introduced:
            del self.fields["introduces"]


class HelpedForm(forms.Form):
    helped = forms.ChoiceField(label=_("Did it help?"), choices=Helped.choices, widget=forms.RadioSelect)
