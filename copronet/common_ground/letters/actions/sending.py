"""Writing a letter to a person, delivering it, and what to do when it comes back."""

from smtplib import SMTPRecipientsRefused
from typing import TYPE_CHECKING, Any

from anymail.exceptions import AnymailRecipientsRefused
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone

from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.letters import registry
from copronet.common_ground.letters.choices import State
from copronet.common_ground.letters.emails import as_message, write
from copronet.common_ground.letters.models import Letter, Trouble
from copronet.common_ground.letters.queries import address_for, may_get
from copronet.common_ground.work.actions import enqueue

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person

PATIENCE = 3  # how often letters may come back for a passing reason before the trouble is taken for lasting


@transaction.atomic
def send(
    *,
    to: "Person",
    template: str,
    context: dict[str, Any] | None = None,
    about: Model | None = None,
    reply_to: str = "",
    address: str = "",
) -> Letter | None:
    """Write a letter in the person's language and have it sent once this transaction is committed.

    ``template`` is one announced with `registry.add_letter`. With ``reply_to``, the purpose of an inbox
    announced with `registry.add_inbox`, answers come back to that inbox together with ``about``.
    Somebody without a working address gets a letter in the list of those to post. None is written to people
    who have died or left, or who have stopped letters of this kind. ``address`` is another one than theirs:
    the one they had until now, when it has been changed.
    """
    kind = registry.letter(template)
    if reply_to:
        registry.inbox(reply_to)
    if not may_get(to, kind):
        return None
    words = write(kind, to, context or {}, language=to.language, with_reply=bool(reply_to))
    address = address or address_for(to)
    letter = Letter.objects.create(
        person=to,
        template=template,
        language=to.language,
        state=State.WAITING if address else State.TO_POST,
        address=address,
        subject=words.subject,
        text=words.text,
        html=words.html,
        object_type=type_of(about) if about else "",
        object_id=str(about.pk) if about else "",
        reply_to=reply_to,
    )
    if address:
        _have_sent(letter, kind)
    return letter


@transaction.atomic
def send_to_stranger(*, address: str, language: str, template: str, context: dict[str, Any]) -> Letter:
    """Write to an address that nobody here has, by the same way as to a person; nothing of it is kept once sent."""
    kind = registry.letter(template)
    words = write(kind, None, context, language=language)
    letter = Letter.objects.create(
        template=template,
        language=language,
        address=address,
        subject=words.subject,
        text=words.text,
        html=words.html,
    )
    _have_sent(letter, kind)
    return letter


def _have_sent(letter: Letter, kind: registry.Kind) -> None:
    enqueue("letters.send_at_once" if kind.is_urgent else "letters.send", letter=letter.pk)


def deliver(*, letter: Letter) -> Letter:
    """Hand a waiting letter to the mail system. Raises when that does not answer, so that it is tried again.

    A worker killed between handing it over and writing that down makes it go twice, with one Message-ID.
    """
    if letter.state != State.WAITING:
        return letter
    kind = registry.letter(letter.template)
    if letter.person and not may_get(letter.person, kind):
        return _set(letter, state=State.NOT_SENT)
    message = as_message(letter)
    try:
        message.send()
    except (SMTPRecipientsRefused, AnymailRecipientsRefused) as refusal:
        return _refused(letter, refusal)
    provider = getattr(getattr(message, "anymail_status", None), "message_id", None)
    own = message.extra_headers["Message-ID"]
    sent = {"state": State.SENT, "sent": timezone.now(), "message_id": str(provider or own)[:255]}
    return _set(letter, **sent, **_let_go(letter, kind))


def _let_go(letter: Letter, kind: registry.Kind) -> dict[str, str]:
    """What is emptied once a letter is sent: a code's words, and everything about a stranger."""
    emptied = {} if kind.words_are_kept and letter.person else {"text": "", "html": ""}
    return emptied if letter.person else {**emptied, "subject": "", "address": ""}


@transaction.atomic
def mark_bounced(*, letter: Letter, code: str, is_lasting: bool) -> None:
    """Note that a letter came back; when that is lasting or happens too often, its address gets no more."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state == State.BOUNCED or not letter.address:
        return
    _set(letter, state=State.BOUNCED, error_code=code[:100])
    trouble, _created = Trouble.objects.get_or_create(address=letter.address.lower())
    Trouble.objects.filter(pk=trouble.pk).update(times=F("times") + 1, code=code[:20], latest=timezone.now())
    if is_lasting or trouble.times + 1 >= PATIENCE:
        Trouble.objects.filter(pk=trouble.pk).update(is_lasting=True)


def _refused(letter: Letter, refusal: Exception) -> Letter:
    """The mail system would not take the address. A code of 4xx asks to try later; all else is for good."""
    recipients = getattr(refusal, "recipients", {})
    codes = [code for code, _reason in recipients.values()] if isinstance(recipients, dict) else []
    if codes and all(400 <= code < 500 for code in codes):
        raise refusal
    mark_bounced(letter=letter, code=str(codes[0] if codes else "refused"), is_lasting=True)
    letter.refresh_from_db()
    return letter


def _set(letter: Letter, **values: Any) -> Letter:
    for name, value in values.items():
        setattr(letter, name, value)
    letter.save(update_fields=list(values))
    return letter
