"""How a letter is written and put into an e-mail."""

from dataclasses import dataclass
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from .models import Letter
from .queries import stop_token
from .registry import Kind, letter

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person

# Stands above the quoted letter in an answer, so that what the person wrote can be told from what we wrote.
REPLY_LINE = "## Atebwch uwchben y llinell hon · Reply above this line ##"
OURS = "X-Copronet-Letter"


@dataclass(frozen=True)
class Words:
    subject: str
    text: str
    html: str


def write(
    kind: Kind, person: "Person | None", context: dict[str, Any], *, language: str, with_reply: bool = False
) -> Words:
    """The subject and both parts of a letter, in one language; ``person`` is None for a stranger."""
    with override(language):
        values = {
            "because": kind.because,
            "site": settings.SITE_ADDRESS,
            "stop_link": stop_link(person, kind.template) if person and kind.can_be_stopped else "",
            "reply_line": REPLY_LINE if with_reply else "",
            **context,
            "person": person,
            "language": language,
        }
        subject, _blank, text = render_to_string(f"{kind.template}.txt", values).partition("\n")
        values["subject"] = " ".join(subject.split())[:300]
        html = render_to_string(f"{kind.template}.html", values)
    return Words(values["subject"], text.strip() + "\n", html)


def stop_link(person: "Person", template: str) -> str:
    """Where a kind of letter is stopped, in the language of the moment."""
    return settings.SITE_ADDRESS + reverse("letters:stop", args=[stop_token(person, template)])


def reply_address(kept: Letter) -> str:
    """``reply+TOKEN@…``: whoever writes there answers this letter."""
    return f"reply+{kept.token(f'reply.{kept.reply_to}')}@{settings.MAIL_REPLY_DOMAIN}"


def as_message(kept: Letter) -> EmailMultiAlternatives:
    """The e-mail for a letter, with the headers that mail systems need to treat it well."""
    headers = {
        "Message-ID": f"<letter-{kept.token('message')}@{settings.MAIL_REPLY_DOMAIN}>",
        "Content-Language": kept.language,
        "Auto-Submitted": "auto-generated",  # asks for no out-of-office replies (RFC 3834)
        OURS: kept.template,
        **_stop_headers(kept),
        **_envelope(kept),
    }
    message = EmailMultiAlternatives(
        subject=kept.subject,
        body=kept.text,
        from_email=headers.pop("envelope", settings.DEFAULT_FROM_EMAIL),
        to=[kept.address],
        reply_to=[reply_address(kept)] if kept.reply_to else None,
        headers=headers,
    )
    message.attach_alternative(kept.html, "text/html")
    return message


def _stop_headers(kept: Letter) -> dict[str, str]:
    if kept.person is None or not letter(kept.template).can_be_stopped:
        return {}
    with override(kept.language):
        link = stop_link(kept.person, kept.template)
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _envelope(kept: Letter) -> dict[str, str]:
    """Over plain SMTP letters come back to ``bounce+TOKEN@…``; providers tell of them in their own way."""
    if settings.EMAIL_BACKEND.startswith("anymail."):
        return {}
    bounce = f"bounce+{kept.token('bounce')}@{settings.MAIL_REPLY_DOMAIN}"
    return {"From": settings.DEFAULT_FROM_EMAIL, "envelope": bounce}


def answer(sender: str, *, template: str, reason: str, language: str | None, answered: str) -> Any:
    """A kind answer to a letter that could not be taken in; in both languages for somebody we do not know."""
    parts = [_answer_in(code, template, reason) for code in ([language] if language else ["cy", "en"])]
    subjects = " / ".join(subject for subject, _body in parts)
    headers = {"Auto-Submitted": "auto-replied", OURS: template}
    if answered:
        headers |= {"In-Reply-To": answered, "References": answered}
    return EmailMultiAlternatives(
        subject=subjects,
        body=("\n" + "-" * 40 + "\n\n").join(body for _subject, body in parts),
        to=[parseaddr(sender)[1]],
        headers=headers,
    )


def _answer_in(language: str, template: str, reason: str) -> tuple[str, str]:
    with override(language):
        values = {"reason": reason, "site": settings.SITE_ADDRESS}
        return gettext("About your message"), render_to_string(template, values)
