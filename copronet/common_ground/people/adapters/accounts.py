"""Signing up and in: our words for what went wrong, and each person's own language for pages and mail."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.emails import write_about_signing_in
from copronet.common_ground.people.models import Person

WAYS_TO_CONFIRM = {
    "reauthenticate": _("With your password"),
    "mfa_reauthenticate": _("With a code from your app, or a recovery code"),
    "mfa_reauthenticate:webauthn": _("With your passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is already your address."),
        "email_password_mismatch": _("The e-mail address and password do not go together."),
        "email_taken": _("This address cannot be used."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This is not the right code."),
        "incorrect_password": _("This is not your password."),
        "same_as_current": _("This is the address you have now."),
        "too_many_login_attempts": _("That was too many tries. Wait a while, then try again."),
        "rate_limited": _("That was too many tries. Wait a while, then try again."),
    }

    @transaction.atomic
    def save_user(
        self,
        request: HttpRequest,
        user: Person,
        form: Form,
        commit: bool = True,  # noqa: FBT001, FBT002  (allauth's)
    ) -> Person:
        """The new person, with their name and language, and the journal's line about their joining."""
        user.name = form.cleaned_data["name"]
        user.language = form.cleaned_data["language"]
        user.turns_18_on = form.cleaned_data.get("turns_18_on")
        super().save_user(request, user, form, commit)
        if commit:
            record(actor=Actor(user), verb="people.signed_up", about=user)
        return user

    def post_login(self, request: HttpRequest, user: Person, **details: Any) -> HttpResponse:
        """Onward in the person's own language, whichever they signed in by."""
        with override(user.language):
            response = super().post_login(request, user, **details)
        if isinstance(response, HttpResponseRedirect):
            response["Location"] = translate_url(response.url, user.language)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the reader's language where we know them, else in that of the page; links likewise.

        Whether anybody has the address or not, a letter is written and queued in the same way.
        """
        person = context.get("user") or Person.objects.filter(email__iexact=email).first()
        language = self._language_of(person)
        links = {
            name: translate_url(value, language)
            for name, value in context.items()
            if name.endswith("_url") and value
        }
        with override(language):
            ours = {
                "site_address": self.request.build_absolute_uri(reverse("front:home")),
                "login_url": self.request.build_absolute_uri(reverse("account_login")),
            }
            said = {"request": self.request, "email": email, **context, **ours, **links}
            subject = render_to_string(f"{template_prefix}_subject.txt", said)
            text = render_to_string(f"{template_prefix}_message.txt", said)
        write_about_signing_in(
            person=person if person and person.standing == Standing.HERE else None,
            address=email,
            language=language,
            subject=" ".join(subject.split()),
            text=text,
            context=context | ours | links,
        )

    def _language_of(self, person: Person | None) -> str:
        if person is None:
            person = self.request.user if isinstance(self.request.user, Person) else None
        return person.language if person else get_language() or "en"

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey first, where there is one: it asks the least."""
        ways = super().get_reauthentication_methods(user)
        ways.sort(key=lambda way: way["id"] != "mfa_reauthenticate:webauthn")
        return [way | {"description": WAYS_TO_CONFIRM[way["id"]]} for way in ways]

    def is_safe_url(self, url: str | None) -> bool:
        """Only our own pages; an address that names a host is refused even where the host is ours."""
        return bool(url) and not urlsplit(url).netloc and super().is_safe_url(url)
