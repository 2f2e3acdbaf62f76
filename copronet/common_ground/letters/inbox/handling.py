"""What becomes of a letter that came in: taken in by the room it answers, set aside, or answered kindly."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.letters import registry
from copronet.common_ground.letters.actions import mark_bounced
from copronet.common_ground.letters.choices import Outcome
from copronet.common_ground.letters.emails import answer
from copronet.common_ground.letters.models import ANSWERABLE_FOR, BIGGEST, Letter, Received
from copronet.common_ground.letters.queries import answered_letter, was_answered_today

from .parsing import Mail
from .recognising import bounce_in, is_automatic, is_ours, tokens

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person

ANSWERED = {
    Outcome.UNKNOWN: "letters/answers/unknown.txt",
    Outcome.FORGED: "letters/answers/forged.txt",
    Outcome.EXPIRED: "letters/answers/expired.txt",
    Outcome.EMPTY: "letters/answers/empty.txt",
    Outcome.TOO_BIG: "letters/answers/too_big.txt",
    Outcome.REFUSED: "letters/answers/refused.txt",
}


@dataclass(frozen=True)
class Verdict:
    outcome: Outcome
    letter: Letter | None = None
    reason: str = ""


def read(received: Received) -> Received:
    """Read a letter that came in, exactly once: what its room does and that it was done are one transaction.

    Raises only for a fault of ours (a broken inbox, a database that does not answer); then nothing has
    happened and it is tried again.
    """
    with transaction.atomic():
        received = Received.objects.select_for_update().get(pk=received.pk)
        if received.outcome != Outcome.WAITING:
            return received
        mail = Mail.from_bytes(bytes(received.raw))
        verdict = _judge(mail, received)
        received.outcome, received.letter = verdict.outcome, verdict.letter
        received.reason, received.sender, received.raw = verdict.reason[:300], mail.sender[:254], b""
        if _should_answer(received):
            received.answered = timezone.now()
        received.save()
    if received.answered:
        _answer(received, mail.message_id)
    return received


def _judge(mail: Mail, received: Received) -> Verdict:
    bounce = bounce_in(mail, received.recipient)
    if bounce:
        mark_bounced(letter=bounce.letter, code=bounce.code, is_lasting=bounce.is_lasting)
        return Verdict(Outcome.BOUNCE, bounce.letter)
    if is_ours(mail):
        return Verdict(Outcome.LOOP)
    if is_automatic(mail):
        return Verdict(Outcome.AUTOMATIC)
    if not mail.sender:
        return Verdict(Outcome.UNREADABLE)
    return _judge_reply(mail, received)


def _judge_reply(mail: Mail, received: Received) -> Verdict:
    letter = _answered_letter(mail, received.recipient)
    if letter is None or letter.person is None or letter.person.standing != "here":
        return Verdict(Outcome.UNKNOWN)
    if mail.sender != (letter.person.email or "").lower():
        return Verdict(Outcome.FORGED)
    if letter.written < timezone.now() - ANSWERABLE_FOR:
        return Verdict(Outcome.EXPIRED, letter)
    if received.size > BIGGEST or mail.has_too_many_parts:
        return Verdict(Outcome.TOO_BIG, letter)
    words = mail.own_words()
    return _hand_over(letter, letter.person, words) if words else Verdict(Outcome.EMPTY, letter)


def _answered_letter(mail: Mail, recipient: str) -> Letter | None:
    found = (answered_letter(token) for token in tokens(mail, recipient, "reply"))
    return next((letter for letter in found if letter), None)


def _hand_over(letter: Letter, person: "Person", words: str) -> Verdict:
    reply = registry.Reply(person, letter.object_type, letter.object_id, words)
    try:
        with transaction.atomic(), override(person.language):
            registry.inbox(letter.reply_to)(reply)
    except ActionRefused as refusal:
        with override(person.language):
            return Verdict(Outcome.REFUSED, letter, reason=str(refusal))
    return Verdict(Outcome.TAKEN, letter)


def _should_answer(received: Received) -> bool:
    """Once a day to each address, unless what came was a machine's: then never."""
    return received.outcome in ANSWERED and not was_answered_today(received.sender)


def _answer(received: Received, message_id: str) -> None:
    """Answer once at most: when the mail system does not take it now, the stranger goes without."""
    language = received.letter.person.language if received.letter and received.letter.person else None
    message = answer(
        received.sender,
        template=ANSWERED[Outcome(received.outcome)],
        reason=received.reason,
        language=language,
        answered=message_id,
    )
    message.send(fail_silently=True)
