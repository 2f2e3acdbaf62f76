"""Signing in: allauth's pages and ours."""

from tests.permissions.roles import OFFICES
from tests.permissions.rows import SIGN_IN, Row, deed, page


def own(everyone: int, *, with_second_factor: int | None = None) -> Row:
    """A page about oneself. Those of the grid who hold an office have an app for codes, the others not."""
    officers = {code.replace("-", "_"): with_second_factor for code in OFFICES if with_second_factor}
    return page(everyone, anonymous=SIGN_IN, **officers)


def nobodys_passkey() -> dict[str, int]:
    return {"pk": 0}


FOR_NEWCOMERS = page(302, anonymous=200)  # whoever is signed in already goes home
IN_THE_MIDDLE = page(302, anonymous=SIGN_IN)  # a step of signing in, and nothing without its beginning
NO_PROVIDER = {"at": lambda: {"provider_id": "none"}}

PAGES = {
    "account_login": FOR_NEWCOMERS,
    "account_signup": FOR_NEWCOMERS,
    "account_request_login_code": FOR_NEWCOMERS,
    "account_confirm_login_code": IN_THE_MIDDLE,
    "account_email_verification_sent": IN_THE_MIDDLE,
    "account_confirm_password_reset_code": page(SIGN_IN),
    "account_complete_password_reset": page(302),
    "account_reset_password": page(200),
    "account_password_reset_completed": page(200),
    "account_inactive": page(200),
    "account_logout": page(200, anonymous=302),
    "account_email": own(200),
    "account_set_password": own(200),
    "account_change_password": own(302),  # none of them has a password, so they are sent to set one
    "account_reauthenticate": own(403, with_second_factor=302),
    "mfa_authenticate": IN_THE_MIDDLE,
    "mfa_login_webauthn": IN_THE_MIDDLE,
    "mfa_index": own(200),
    "mfa_list_webauthn": own(200),
    "mfa_add_webauthn": own(200),
    "mfa_edit_webauthn": page(404, anonymous=SIGN_IN, at=nobodys_passkey),
    "mfa_remove_webauthn": page(404, anonymous=SIGN_IN, at=nobodys_passkey),
    "mfa_activate_totp": own(200, with_second_factor=302),
    "mfa_deactivate_totp": own(404, with_second_factor=200),
    "mfa_generate_recovery_codes": own(200),
    "mfa_view_recovery_codes": own(404),
    "mfa_download_recovery_codes": own(404),
    "mfa_reauthenticate": own(403, with_second_factor=200),
    "mfa_reauthenticate_webauthn": own(403, with_second_factor=302),
    "usersessions_list": own(200),
    "socialaccount_connections": own(200),
    "socialaccount_signup": page(SIGN_IN),
    "socialaccount_login_cancelled": page(200),
    "socialaccount_login_error": page(401),
    "openid_connect_login": page(404, **NO_PROVIDER),
    "openid_connect_callback": page(404, **NO_PROVIDER),
}

DEEDS = [
    ("account_logout", deed(302)),
    ("account_email", deed(302, anonymous=SIGN_IN)),
    ("mfa_remove_webauthn", deed(404, anonymous=SIGN_IN, at=nobodys_passkey)),
    ("usersessions_list", deed(302, anonymous=SIGN_IN)),
]
