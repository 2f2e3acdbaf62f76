"""The door of the editing screens, and the language spoken behind it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation

DOOR = "/workbench-pages/"


class EditorsDoor:
    """Only those who hold the power come in; each screen is in their language; each deed is one transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(DOOR) and request.user.is_authenticated:
            with translation.override(request.user.language):
                request.LANGUAGE_CODE = request.user.language
                return self.get_response(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not request.path.startswith(DOOR):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        if request.method == "POST":
            with transaction.atomic():
                return view(request, *args, **kwargs)
        return None
