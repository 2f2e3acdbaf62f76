"""Changing the language in the middle of a form, with nothing typed lost and no script needed.

The switch inside a form is a submit button named ``switch_language``. The form is sent again to the same
page in the other language (307 keeps what was typed), where the page is made as if only looked at, so that
nothing is done and every permission is asked; then what was typed is put back into its forms.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.forms import BaseForm, BaseFormSet
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import translate_url
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language

from .choices import Language

BUTTON = "switch_language"


class LanguageSwitch:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or request.POST.get(BUTTON) not in Language.values:
            return self.get_response(request)
        wanted = request.POST[BUTTON]
        if wanted != get_language():
            return _send_again(request, wanted)
        request.typed = request.POST  # type: ignore[attr-defined]  # read back below
        request.method = "GET"
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        typed = getattr(request, "typed", None)
        if typed is not None:
            for value in (response.context_data or {}).values():
                _put_back(value, typed)
        return response


def _send_again(request: HttpRequest, language: str) -> HttpResponse:
    target = urlsplit(translate_url(escape_leading_slashes(request.get_full_path()), language))
    address = f"{target.path}?{target.query}" if target.query else target.path
    return HttpResponse(status=307, headers={"Location": address})


def _put_back(value: Any, typed: QueryDict) -> None:
    if isinstance(value, BaseFormSet):
        for form in value.forms:
            _put_back(form, typed)
    elif isinstance(value, BaseForm) and any(key in typed for key in map(value.add_prefix, value.fields)):
        value.data, value.is_bound = typed, True
        # Nobody has sent the form yet, so it must not complain.
        value._errors = ErrorDict()  # type: ignore[attr-defined]  # noqa: SLF001  (no public way to say "not judged yet")
        value.cleaned_data = {}
