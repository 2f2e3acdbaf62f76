"""Second factors: their names for people, and their secrets kept from readers of the database."""

import base64
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import must_give_second_factor


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "You hold an office or a power, so you need a second factor: add a passkey before you take the app away."
        ),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
        "incorrect_code": _("This is not the right code."),
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def get_totp_issuer(self) -> str:
        return str(settings.NETWORK_NAME)

    def _get_site_name(self) -> str:
        return str(settings.NETWORK_NAME)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever holds an office or a power keeps at least one second factor."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        has_another = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_another or not must_give_second_factor(authenticator.user)

    def generate_authenticator_name(self, user: Person, type: Any) -> str:  # noqa: A002  (allauth's)
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey") if not count else f"{gettext('Passkey')} {count + 1}"

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; under another site's key one that nobody has, so that no code opens the account."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(token_bytes(20)).decode()


def _lock() -> MultiFernet:
    """Locks with the site's secret key, opens with that or one of its predecessors."""
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(sha256(f"second factor {key}".encode()).digest())) for key in keys]
    )
