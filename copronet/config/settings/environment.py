"""The one list of environment variables that copronet reads.

docs/operations.md shows the same list; a test keeps the two alike.
"""

import json
import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Variable:
    """One setting an operator may give. ``default`` None means that production cannot start without it."""

    name: str
    default: str | None
    meaning: str


VARIABLES = (
    Variable("SECRET_KEY", None, "A long random text that signs sessions and links; keep it secret."),
    Variable("ALLOWED_HOSTS", None, "The site's host names, separated by commas."),
    Variable("DATABASE_URL", None, "For example postgres://name:password@host:5432/copronet."),
    Variable("SITE_ADDRESS", None, "The address people type, for example https://rhwydwaith.cymru."),
    Variable(
        "PROXIES",
        "1",
        "How many proxies of your own stand before the site; limits count by the address that far back.",
    ),
    Variable("COPRONET_DATA", "data", "The folder for the SQLite database, uploaded files and letters."),
    Variable(
        "CACHE_URL",
        "",
        "redis://host:6379/0 where several processes share a cache; empty: in each process.",
    ),
    Variable(
        "MAIL_PROVIDER",
        "",
        "The Anymail backend's name, for example mailgun; empty: SMTP by EMAIL_HOST.",
    ),
    Variable(
        "MAIL_PROVIDER_SETTINGS",
        "{}",
        "What that provider asks for, as JSON, for example an API key.",
    ),
    Variable("MAIL_FROM", "network@localhost", "The address that letters come from."),
    Variable("MAIL_REPLY_DOMAIN", "localhost", "The domain at which replies to letters arrive."),
    Variable("EMAIL_HOST", "localhost", "The SMTP server, where no provider is named."),
    Variable("EMAIL_PORT", "25", "Its port."),
    Variable("EMAIL_HOST_USER", "", "Its account, where it asks for one."),
    Variable("EMAIL_HOST_PASSWORD", "", "That account's password."),
    Variable("EMAIL_USE_TLS", "no", "yes where the SMTP server speaks STARTTLS."),
    Variable("IMAP_URL", "", "imaps://account:password@host/INBOX where replies are fetched by IMAP."),
    Variable("STORAGE_BUCKET", "", "The bucket for uploaded files, where they do not live on disk."),
    Variable("STORAGE_ENDPOINT", "", "The address of the S3-compatible store."),
    Variable("STORAGE_KEY", "", "Its access key."),
    Variable("STORAGE_SECRET", "", "Its secret."),
    Variable(
        "OPENID_CONNECT",
        "[]",
        "OpenID Connect providers as a JSON list (docs/operations.md has an example).",
    ),
    Variable("CARD_PROVIDER", "", "stripe where cards are taken; empty: they are not."),
    Variable("CARD_SECRET_KEY", "", "The provider's secret key."),
    Variable("CARD_WEBHOOK_SECRET", "", "What the provider signs its calls to /cards/told/ with."),
    Variable("CARD_ADDRESS", "", "Another address than the provider's own, to try it out."),
    Variable(
        "BANK_ACCOUNT",
        "",
        "The account that invoices ask to be paid into, as it should stand on them; empty: they name none.",
    ),
    Variable(
        "SIGN_UP_UNDER_18",
        "guardian",
        "What people under 18 may do: no, guardian (with consent) or yes.",
    ),
    Variable("SPREADSHEET_MEGABYTES", "10", "How large a table may be that staff bring in."),
    Variable("SPREADSHEET_ROWS", "20000", "How many rows it may have."),
    Variable("KEEP_DEPARTED_DAYS", "30", "Days after leaving until what is personal is removed."),
    Variable("KEEP_MAIL_DAYS", "90", "Days that sent and received letters are kept."),
    Variable("KEEP_TASKS_DAYS", "30", "Days that finished background tasks are kept."),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}
_YES = {"yes", "true", "1", "on"}
_NO = {"no", "false", "0", "off", ""}


def _wrong(name: str, cymraeg: str, english: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name}: {cymraeg} / {english}")


def text(name: str) -> str:
    """The value given, or the default; stops the start when neither is there."""
    value = os.environ.get(name, _BY_NAME[name].default)
    if not value and _BY_NAME[name].default is None:
        raise _wrong(name, "mae angen y gosodiad hwn.", "this setting is needed.")
    return value or ""


def flag(name: str) -> bool:
    """Yes or no; anything else stops the start."""
    value = text(name).lower()
    if value not in _YES | _NO:
        raise _wrong(name, "atebwch yes neu no.", "answer yes or no.")
    return value in _YES


def number(name: str) -> int:
    """A whole number that is not negative; anything else stops the start."""
    value = text(name)
    if not value.isdecimal():
        raise _wrong(name, f"rhif cyfan, nid {value!r}.", f"a whole number, not {value!r}.")
    return int(value)


def one_of(name: str, *allowed: str) -> str:
    """One of the allowed words; anything else stops the start."""
    value = text(name)
    if value not in allowed:
        choices = ", ".join(allowed)
        raise _wrong(name, f"un o: {choices}.", f"one of: {choices}.")
    return value


def secret(name: str) -> str:
    """A text long and varied enough to keep a secret with."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 10:
        raise _wrong(name, "testun hap o 50 nod neu fwy.", "a random text of 50 characters or more.")
    return value


def hosts(name: str) -> list[str]:
    """Host names separated by commas; each by its name alone, and not simply any."""
    found = [host.strip() for host in text(name).split(",")]
    for host in found:
        if not re.fullmatch(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9a-f:]+\]", host):
            raise _wrong(name, f"enw gwesteiwr, nid {host!r}.", f"a host name, not {host!r}.")
    return found


def address(name: str, *schemes: str) -> str:
    """An address that begins with one of the schemes, or nothing where nothing is allowed."""
    value = text(name)
    if value and not (urlsplit(value).scheme in schemes and urlsplit(value).netloc):
        begins = ", ".join(f"{scheme}://" for scheme in schemes)
        raise _wrong(name, f"cyfeiriad sy'n dechrau: {begins}.", f"an address that begins with: {begins}.")
    return value


def mailbox(name: str) -> str:
    """An e-mail address, alone or after a name."""
    value = text(name)
    if not re.fullmatch(r"[^<>@\s]+@[^<>@\s]+|[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>", value):
        raise _wrong(name, f"cyfeiriad e-bost, nid {value!r}.", f"an e-mail address, not {value!r}.")
    return value


def mail_provider(name: str) -> str:
    """The name of a provider that Anymail knows, or nothing."""
    value = text(name)
    if value and not (value.isidentifier() and find_spec(f"anymail.backends.{value}")):
        raise _wrong(name, f"nid yw Anymail yn adnabod {value!r}.", f"Anymail does not know {value!r}.")
    return value


def card_provider(name: str, *needed: str) -> str:
    """The name of a provider we can charge cards with, or nothing; half a configuration stops the start."""
    value = one_of(name, "", "stripe")
    for other in needed:
        if bool(value) != bool(text(other)):
            raise _wrong(
                other,
                f"rhowch hwn a {name}, neu'r un ohonynt.",
                f"give this and {name}, or neither of them.",
            )
    return value


def named_values(name: str) -> dict[str, object]:
    """A JSON object; a slip in it stops the start and is shown."""
    try:
        value = json.loads(text(name))
    except ValueError as slip:
        raise _wrong(name, f"nid JSON: {slip}.", f"not JSON: {slip}.") from slip
    if not isinstance(value, dict):
        raise _wrong(name, "gwrthrych JSON: {…}.", "a JSON object: {…}.")
    return value


def folder(name: str) -> Path:
    """A folder that can be written to; made when it is not there yet."""
    path = Path(text(name)).resolve()
    try:
        (path / "static").mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise _wrong(name, f"ni ellir ysgrifennu yn {path}.", f"cannot write in {path}.") from refusal
    return path
