"""Who acts in this request and in what capacity, and whether they have shown well enough who they are."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from copronet.common_ground.journal.actions import Actor

from .models import Person
from .queries import must_give_second_factor, organisations_of, supported_by, supports_of
from .registry import ACTING_FOR, matters


class ActingPerson:
    """Gives each request an ``actor``; it is looked up only where a deed is done or a page says for whom."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: acting(request))  # type: ignore[attr-defined]  # the request's own
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, _named: Any
    ) -> HttpResponse | None:
        """A room that somebody did not ask their supporter to act in stays closed while they act for them."""
        room = request.resolver_match.app_name  # type: ignore[union-attr]  # a view was found
        if room not in matters() or not isinstance(request.user, Person):
            return None
        whom = request.actor.for_person  # type: ignore[attr-defined]  # see above
        if whom is None or supported_by(request.user, matter=room).filter(pk=whom.pk).exists():
            return None
        asked = supports_of(request.user).get(supported=whom, supporter=request.user)
        return render(request, "people/another_matter.html", {"support": asked}, status=403)


def acting(request: HttpRequest) -> Actor:
    """The signed-in person as an actor; a capacity that has ended in the meantime is dropped."""
    person = request.user
    if not isinstance(person, Person):
        return Actor(person=None)
    kind, key = request.session.get(ACTING_FOR, ("", None))
    if kind == "organisation":
        return Actor(person, for_organisation=organisations_of(person).filter(pk=key).first())
    if kind == "person":
        return Actor(person, for_person=supported_by(person).filter(pk=key).first())
    return Actor(person)


class SecondFactor:
    """Whoever holds an office or a power sets up a second factor, or gives it, before anything else is done.

    Signing out, changing the language and the pages of the second factor itself stay open.
    """

    OPEN = ("account_logout", "account_reauthenticate", "front:lost_access", "alive", "ready", "icon")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, _named: Any
    ) -> HttpResponse | None:
        person, name = request.user, request.resolver_match.view_name  # type: ignore[union-attr]  # a view was found
        if settings.DEMONSTRATION or not isinstance(person, Person) or self._is_open(name):
            return None
        if not must_give_second_factor(person):
            return None
        if not is_mfa_enabled(person):
            return HttpResponseRedirect(reverse("mfa_index"))
        if not gave_second_factor(request, person):
            query = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
            return HttpResponseRedirect(self._where_to_give_it(person) + query)
        return None

    def _where_to_give_it(self, person: Person) -> str:
        ways: list[dict[str, str]] = get_adapter().get_reauthentication_methods(person)
        return next(way["url"] for way in ways if way["id"].startswith("mfa_"))

    def _is_open(self, name: str) -> bool:
        return name in self.OPEN or name.startswith("mfa_")


def gave_second_factor(request: HttpRequest, person: Person) -> bool:
    """Whether it was given in this very session."""
    return any(entry["method"] == "mfa" for entry in get_authentication_records(request, person))


class LeavingForProvider:
    """Sends people on to a provider's sign-in page from a page of ours.

    A form may only be sent to ourselves (the content security policy), and browsers count where a form's
    answer redirects to as well. A page that moves on by itself is no form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = request.resolver_match
        if not (found and found.view_name == "openid_connect_login" and request.method == "POST"):
            return response
        if not isinstance(response, HttpResponseRedirect) or response.url.startswith("/"):
            return response
        return render(request, "socialaccount/leaving.html", {"address": response.url})
