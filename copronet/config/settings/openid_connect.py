"""OpenID Connect providers, from what the operator wrote to what allauth asks for."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_NEEDED = ("id", "name", "server", "client_id", "secret")


def providers(written: str) -> dict[str, Any]:
    """The value of SOCIALACCOUNT_PROVIDERS; a slip in what was written stops the start and is named."""
    entries = _read(written)
    for number, entry in enumerate(entries, start=1):
        _check(entry, number)
    if len({entry["id"] for entry in entries}) < len(entries):
        raise _wrong("defnyddiwch bob id unwaith.", "use each id once.")
    return {"openid_connect": {"APPS": [_app(entry) for entry in entries]}} if entries else {}


def _read(written: str) -> list[Any]:
    try:
        entries = json.loads(written)
    except ValueError as slip:
        raise _wrong(f"nid JSON: {slip}.", f"not JSON: {slip}.") from slip
    if not isinstance(entries, list):
        raise _wrong("ysgrifennwch restr JSON.", "write a JSON list.")
    return entries


def _check(entry: Any, number: int) -> None:
    if not isinstance(entry, dict) or sorted(entry) != sorted(_NEEDED):
        needs = ", ".join(_NEEDED)
        raise _wrong(f"eitem {number}: rhowch {needs}.", f"entry {number}: give {needs}.")
    if not all(isinstance(value, str) and value.strip() for value in entry.values()):
        raise _wrong(f"eitem {number}: testun sydd ei angen.", f"entry {number}: each value is a text.")
    if not re.fullmatch(r"[a-z0-9-]+", entry["id"]):
        raise _wrong(f"eitem {number}: id: a-z, 0-9, -.", f"entry {number}: id: only a-z, 0-9 and -.")
    if not _is_safe(entry["server"]):
        raise _wrong(f"eitem {number}: server: https://.", f"entry {number}: server: begin with https://.")


def _is_safe(server: str) -> bool:
    address = urlsplit(server)
    nearby = address.hostname in ("127.0.0.1", "localhost")
    return bool(address.hostname) and (address.scheme == "https" or (address.scheme == "http" and nearby))


def _app(entry: dict[str, str]) -> dict[str, Any]:
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["client_id"],
        "secret": entry["secret"],
        "settings": {"server_url": entry["server"], "oauth_pkce_enabled": True},
    }


def _wrong(cymraeg: str, english: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"OPENID_CONNECT: {cymraeg} / {english}")
