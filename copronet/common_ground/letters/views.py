"""Pages of letters: the post for staff, stopping a kind of letter, and the letter box of a demonstration."""

import base64
import hashlib
import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import DetailView, TemplateView

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.views.deeds import ButtonView, Guarded

from . import registry
from .actions import mark_posted, start, stop, trust_address
from .choices import State
from .models import Letter, Trouble
from .queries import BoxedLetter, has_stopped, lasting_troubles, letter_box, letters_to_post, read_stop_token


class _ForStaff(Guarded):
    permission = "letters.look_after"


class PostView(_ForStaff, TemplateView):
    template_name = "letters/post.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(letters_to_post(), 20)
        return super().get_context_data(
            letters=pages.get_page(self.request.GET.get("page")),
            troubles=lasting_troubles()[:50],
            **kwargs,
        )


class PrintView(_ForStaff, DetailView):
    """One letter as it lies on paper, in the language of the person it goes to."""

    template_name = "letters/print.html"
    queryset = Letter.objects.filter(state__in=[State.TO_POST, State.POSTED]).select_related("person")


class PostedView(_ForStaff, ButtonView):
    success_url = reverse_lazy("letters:post")
    done = _("The letter is off the list.")

    def do(self) -> None:
        mark_posted(actor=self.actor, letter=get_object_or_404(Letter, pk=self.kwargs["pk"]))


class TrustView(_ForStaff, ButtonView):
    success_url = reverse_lazy("letters:post")
    done = _("Letters will go to that address again.")

    def do(self) -> None:
        trust_address(actor=self.actor, trouble=get_object_or_404(Trouble, pk=self.kwargs["pk"]))


@method_decorator(
    csrf_exempt, name="dispatch"
)  # mail programs stop letters with one POST of their own (RFC 8058)
class StopView(TemplateView):
    """Stop one kind of letter, or ask for it again. Whoever holds the link may: no signing in."""

    template_name = "letters/stop.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = read_stop_token(kwargs["token"])
        kind = registry.letters().get(found[1]) if found else None
        if found is None or kind is None:
            raise Http404
        self.kind = kind
        self.person = get_object_or_404(get_user_model(), pk=found[0], standing="here")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_stopped = has_stopped(self.person, self.kind.template)
        return super().get_context_data(kind=self.kind, is_stopped=is_stopped, **kwargs)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        deed = start if "start" in request.POST else stop
        try:
            deed(actor=Actor(self.person), person=self.person, template=self.kind.template)
        except ActionRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("letters:stop", token=token)


class _Box:
    """Only where all people are made up: elsewhere the box does not exist."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if not (settings.DEBUG or settings.DEMONSTRATION):
            raise Http404
        super().setup(request, *args, **kwargs)  # type: ignore[misc]  # of the View beside this

    def boxed(self, key: str) -> BoxedLetter:
        found = next((letter for letter in letter_box() if letter.key == key), None)
        if found is None:
            raise Http404
        return found


class BoxView(_Box, TemplateView):
    template_name = "letters/box.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(letters=letter_box(), **kwargs)


class BoxedView(_Box, TemplateView):
    template_name = "letters/boxed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(letter=self.boxed(kwargs["key"]), **kwargs)


class BoxedHtmlView(_Box, View):
    """The HTML part as a mail program shows it: its own style and nothing else may be used."""

    def get(self, _request: HttpRequest, key: str) -> HttpResponse:
        html = self.boxed(key).html
        if not html:
            raise Http404
        response = HttpResponse(html)
        response["Content-Security-Policy"] = (
            f"default-src 'none'; style-src {_hashes(html)}; sandbox allow-top-navigation"
        )
        return response


def _hashes(html: str) -> str:
    """The style elements of a letter, named by their hashes, so that no other style can take effect."""
    styles = re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL)
    digests = (hashlib.sha256(style.encode()).digest() for style in styles)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
