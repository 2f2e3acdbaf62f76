"""What every answer carries, whoever made it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
# Wagtail's editing screens carry scripts and styles inside themselves, show pictures before they are sent, and preview
# in a frame. Only editors come there.
EDITING_POLICY = (
    POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("img-src 'self' data:", "img-src 'self' data: blob:")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'")
)
POLICIES = {"/workbench-pages/": EDITING_POLICY}
# The one page that other sites may show inside their own; it does nothing and knows nobody.
EMBEDDED_POLICY = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *").replace(
    "script-src 'self'; ", ""
)
EMBEDDED = {"assets:embed"}
PERMISSIONS = (
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
    " publickey-credentials-create=(self), publickey-credentials-get=(self)"
)


def _with_pictures(policy: str) -> str:
    """Pictures that lie in an object store come from there."""
    return policy.replace("img-src 'self'", " ".join(["img-src 'self'", *settings.PICTURES_FROM]))


def _policy_for(request: HttpRequest) -> str:
    found = request.resolver_match
    if found and found.view_name in EMBEDDED:
        return EMBEDDED_POLICY
    return next((its for path, its in POLICIES.items() if request.path.startswith(path)), POLICY)


class ContentSecurityPolicy:
    """Nothing may be loaded from elsewhere, and no page may carry scripts or styles inside itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = _policy_for(request)
        response.headers.setdefault("Content-Security-Policy", _with_pictures(policy))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
