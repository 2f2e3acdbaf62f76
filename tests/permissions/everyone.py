"""One person of every role, signed in, who try addresses; and the ground the rooms need to be tried on."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from .grid import GROUNDS
from .roles import ROLES, sign_in
from .rows import Row


class Everyone:
    """Made once and asked often: each question is asked in a browser that has done nothing but sign in."""

    def __init__(self) -> None:
        for lay_ground in GROUNDS:
            lay_ground()
        self.people = {role: make() if make else None for role, make in ROLES.items()}
        self._sessions = {role: self._session(role) for role in ROLES}

    def _session(self, role: str) -> str:
        client, person = Client(), self.people[role]
        if person:
            sign_in(client, person)
            return client.cookies[settings.SESSION_COOKIE_NAME].value
        return ""

    def session_of(self, role: str) -> dict[str, str]:
        """The cookie by which somebody of that role is known; empty where they are nobody."""
        key = self._sessions[role]
        return {settings.SESSION_COOKIE_NAME: key} if key else {}

    def client_of(self, role: str) -> Client:
        """A browser in which somebody of that role is signed in, with the second factor where one is asked."""
        client = Client()
        for name, key in self.session_of(role).items():
            client.cookies[name] = key
        return client

    def get(self, role: str, address: str, data: dict[str, str] | None = None) -> HttpResponse:
        return self.client_of(role).get(address, data)

    def post(self, role: str, address: str, data: Any) -> HttpResponse:
        return self.client_of(role).post(address, data)


def address_of(name: str, row: Row, language: str = "en") -> str:
    """Where a row's page is; makes the object that it is about."""
    if name.startswith("/"):
        return name
    with override(language):
        return reverse(name, kwargs=dict(row.at()))
