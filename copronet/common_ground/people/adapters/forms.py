"""allauth's forms in our words: a label and a hint for each field, nothing written inside the boxes."""

from datetime import date
from typing import Any

from allauth.account import forms as account
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkey
from allauth.socialaccount import forms as provider
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.forms.fields import DayField
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import sign_up_refusal

LABELS = {
    "email": _("E-mail address"),
    "login": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "code": _("Code"),
}
GOOD_PASSWORD = _("At least ten characters. Three or four words that belong to nobody else are best.")


class InOurWords:
    """Says each field our way. ``hints`` gives a form its own, by field."""

    fields: dict[str, forms.Field]
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
        if "password1" in self.fields:
            self.fields["password1"].help_text = GOOD_PASSWORD


class CodeField(InOurWords):
    """Codes are typed from a letter or a telephone: no capital letters forced, no spelling offered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "one-time-code",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "class": "short",
        }


class AsksNameAndLanguage(forms.Form):
    """What joining asks beside an address."""

    name = forms.CharField(
        max_length=200, label=_("Name"), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(choices=Language.choices, label=_("Language"), widget=forms.RadioSelect)
    turns_18_on = DayField(label=_("If you are under 18: the day you turn 18"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.SIGN_UP_UNDER_18 == "yes":
            del self.fields["turns_18_on"]  # nothing follows from it, so it is not asked

    def clean_turns_18_on(self) -> date | None:
        """Only a day to come is kept; where the network is for adults, the refusal says so."""
        day: date | None = self.cleaned_data["turns_18_on"]
        if refusal := sign_up_refusal(day):
            raise forms.ValidationError(refusal)
        return day if day and day > timezone.localdate() else None


class SignUpForm(InOurWords, account.SignupForm, AsksNameAndLanguage):
    field_order = ["name", "language", "email", "turns_18_on"]
    hints = {
        "name": _("As you wish to be called."),
        "language": _("We will use it for every page and letter. You can change it whenever you like."),
        "email": _("We will send a code to this address, to be sure that it is yours."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()


class ProviderSignUpForm(InOurWords, provider.SignupForm, AsksNameAndLanguage):
    field_order = SignUpForm.field_order
    hints = SignUpForm.hints


class SignInForm(InOurWords, account.LoginForm):
    """By code; by password for those who have one and give it."""

    user: Any

    hints = {"password": _("Leave this empty and we will send you a code instead.")}

    def _setup_password_field(self) -> None:
        self.fields["password"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        make_address_known(self.user)
        return cleaned


class RequestCodeForm(InOurWords, account.RequestLoginCodeForm):
    def clean_email(self) -> str:
        email: str = super().clean_email()
        make_address_known(self._user)
        return email


def make_address_known(person: Person | None) -> None:
    """So that the first code of somebody whom the staff wrote in confirms their address at the same time."""
    if person:
        sync_user_email_address(person)


class ConfirmSignInCodeForm(CodeField, account.ConfirmLoginCodeForm):
    pass


class ConfirmAddressCodeForm(CodeField, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetCodeForm(CodeField, account.ConfirmPasswordResetCodeForm):
    pass


class NewAddressForm(InOurWords, account.AddEmailForm):
    hints = {"email": _("We will send a code there. Your address changes once you have typed it in.")}


class ForgottenPasswordForm(InOurWords, account.ResetPasswordForm):
    pass


class ResetPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    pass


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    pass


class PasswordAgainForm(InOurWords, account.ReauthenticateForm):
    pass


class SecondFactorForm(CodeField, second_factor.AuthenticateForm):
    hints = {"code": _("From the app on your phone, or one of your recovery codes.")}


class SecondFactorAgainForm(CodeField, second_factor.ReauthenticateForm):
    hints = SecondFactorForm.hints


class ActivateAppForm(CodeField, app.ActivateTOTPForm):
    hints = {"code": _("The six digits that the app shows.")}


class AddPasskeyForm(InOurWords, passkey.AddWebAuthnForm):
    """Always a passkey: one that opens the door alone."""

    hints = {"name": _("So that you can tell it from others, for example: my phone.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["passwordless"].widget = forms.HiddenInput(attrs={"checked": True})
        self.fields["passwordless"].initial = "on"


class RenamePasskeyForm(InOurWords, passkey.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
