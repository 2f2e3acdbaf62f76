"""Telling a person's words from what machines send: our own letters, automatic answers, bounces."""

import re
from dataclasses import dataclass
from email.message import Message
from email.utils import parseaddr

from django.conf import settings

from copronet.common_ground.letters.emails import OURS
from copronet.common_ground.letters.models import Letter
from copronet.common_ground.letters.queries import letter_of

from .parsing import Mail, content_of

MACHINES = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+@-]|$)")
AUTOMATIC = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Response",
    "X-FC-MachineGenerated",
    "List-Id",
    "List-Unsubscribe",
)


@dataclass(frozen=True)
class Bounce:
    """A letter of ours that could not be delivered: ``code`` such as 5.1.1; lasting or passing."""

    letter: Letter
    code: str
    is_lasting: bool


def is_ours(mail: Mail) -> bool:
    """Whether this came from this site itself: answering it would go round and round."""
    name, _at, domain = mail.sender.partition("@")
    from_token = name.startswith(("reply+", "bounce+")) and domain == settings.MAIL_REPLY_DOMAIN.lower()
    from_site = mail.sender == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()
    return from_token or from_site or bool(mail.header(OURS))


def is_automatic(mail: Mail) -> bool:
    """Whether a machine wrote this (RFC 3834 and what mail programs did before it)."""
    submitted = mail.header("Auto-Submitted").partition(";")[0].strip().lower()
    if submitted not in {"", "no"}:
        return True
    if mail.header("Precedence").lower() in {"bulk", "junk", "list", "auto_reply"}:
        return True
    if mail.header("Return-Path") == "<>" or MACHINES.match(mail.sender):
        return True
    return any(mail.header(name) for name in AUTOMATIC) or is_report(mail)


def is_report(mail: Mail) -> bool:
    return mail.message.get_content_type() == "multipart/report"


def tokens(mail: Mail, recipient: str, use: str) -> list[str]:
    """What stands between ``use+`` and ``@`` in the addresses a message was sent to."""
    sent_to = mail.addresses("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
    found = [
        address.partition("@")[0].partition("+")
        for address in (recipient.lower(), *sent_to)
        if address.endswith(f"@{settings.MAIL_REPLY_DOMAIN}".lower())
    ]
    return [token for name, _plus, token in found if name == use and token]


def bounce_in(mail: Mail, recipient: str) -> Bounce | None:
    """The bounce that this is, if it shows the token of the letter that came back: nobody can make one up."""
    letter = _bounced_letter(mail, recipient)
    if letter is None:
        return None
    for part in mail.parts():
        if part.get_content_type() == "message/delivery-status":
            return _from_report(letter, part)
    return Bounce(letter, code="", is_lasting=False) if is_automatic(mail) else None


def _bounced_letter(mail: Mail, recipient: str) -> Letter | None:
    for token in tokens(mail, recipient, "bounce"):
        if letter := letter_of(token, "bounce"):
            return letter
    if not is_report(mail):
        return None
    for part in mail.parts():
        found = re.search(r"<letter-([0-9a-z]+-[a-z2-7]+)@", _own_message_id(part))
        if found and (letter := letter_of(found[1], "message")):
            return letter
    return None


def _own_message_id(part: Message) -> str:
    """The Message-ID in a part that gives a returned letter or its headers."""
    if part.get_content_type() == "text/rfc822-headers":
        return content_of(part)[:20_000]
    return Mail(part).header("Message-ID")


def _from_report(letter: Letter, part: Message) -> Bounce | None:
    """Read a delivery status (RFC 3464): only a failure is a bounce; a delay or a success is not."""
    blocks = part.get_payload()
    for block in blocks if isinstance(blocks, list) else []:
        if not isinstance(block, Message):
            continue
        fields = Mail(block)
        if fields.header("Action").lower() == "failed":
            code = fields.header("Status").split(" ")[0]
            return Bounce(letter, code, is_lasting=code.startswith("5"))
    return None
