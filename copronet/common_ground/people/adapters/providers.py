"""Signing in by somebody else's account, where the operator has named a provider."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.models import Person


class ProviderAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": _("That account already opens another record here."),
        "no_password": _("Set a password first, or you could not sign in again."),
    }

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        """The name as the provider has it, and the language of the page; both can be changed at once."""
        person: Person = super().populate_user(request, sociallogin, data)
        person.name = data.get("name") or ""
        person.language = get_language() or "en"
        return person

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return initial | {"name": sociallogin.user.name, "language": get_language()}
