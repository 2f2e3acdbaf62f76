"""How people sign in: by a code sent to them, a password or a passkey; what allauth is told about it."""

from . import environment
from .openid_connect import providers

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front:home"
ACCOUNT_SIGNUP_REDIRECT_URL = "front:my_page"
ACCOUNT_LOGOUT_REDIRECT_URL = "front:home"
_OURS = "copronet.common_ground.people.adapters"
AUTHENTICATION_BACKENDS = [
    f"{_OURS}.rulings.Rules",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ACCOUNT_ADAPTER = f"{_OURS}.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "login": f"{_OURS}.forms.SignInForm",
    "signup": f"{_OURS}.forms.SignUpForm",
    "request_login_code": f"{_OURS}.forms.RequestCodeForm",
    "confirm_login_code": f"{_OURS}.forms.ConfirmSignInCodeForm",
    "confirm_email_verification_code": f"{_OURS}.forms.ConfirmAddressCodeForm",
    "confirm_password_reset_code": f"{_OURS}.forms.ConfirmResetCodeForm",
    "add_email": f"{_OURS}.forms.NewAddressForm",
    "reset_password": f"{_OURS}.forms.ForgottenPasswordForm",
    "reset_password_from_key": f"{_OURS}.forms.ResetPasswordForm",
    "change_password": f"{_OURS}.forms.ChangePasswordForm",
    "set_password": f"{_OURS}.forms.SetPasswordForm",
    "reauthenticate": f"{_OURS}.forms.PasswordAgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; some mail is slow, and so are some hands
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

# Generous to a room of people behind one address, firm to whoever guesses: amount / time / counted by what.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,10/15m/key",
    "request_login_code": "60/m/ip,5/10m/key",
    "confirm_email": "60/m/ip,5/10m/key",
    "signup": "30/10m/ip",
    "reset_password": "30/10m/ip,5/10m/key",
    "reset_password_from_key": "30/10m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "10/10m/user",
    "manage_email": "20/10m/user",
    "public_form": "20/10m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PROXIES")

MFA_ADAPTER = f"{_OURS}.second_factors.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": f"{_OURS}.forms.SecondFactorForm",
    "reauthenticate": f"{_OURS}.forms.SecondFactorAgainForm",
    "activate_totp": f"{_OURS}.forms.ActivateAppForm",
    "add_webauthn": f"{_OURS}.forms.AddPasskeyForm",
    "edit_webauthn": f"{_OURS}.forms.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_TOTP_TOLERANCE = 1  # thirty seconds either way, for phones whose clock is off

SOCIALACCOUNT_ADAPTER = f"{_OURS}.providers.ProviderAdapter"
SOCIALACCOUNT_FORMS = {"signup": f"{_OURS}.forms.ProviderSignUpForm"}
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_PROVIDERS = providers(environment.text("OPENID_CONNECT"))
