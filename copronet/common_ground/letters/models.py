"""Letters that went out, what people want no more, addresses that do not work, and letters that came in."""

import base64
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import int_to_base36

from copronet.common_ground.languages.choices import Language

from .choices import Outcome, State
from .registry import letters

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ANSWERABLE_FOR = timedelta(days=180)
BIGGEST = 10 * 1024 * 1024  # bytes of a letter that comes in


class Letter(models.Model):
    """One letter to one person, in their language. Its words and address are kept for KEEP_MAIL_DAYS.

    Without a person it goes to an address that nobody here has.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="letters")
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=2, choices=Language)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    object_type = models.CharField(max_length=100, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    reply_to = models.CharField(max_length=60, blank=True)  # the purpose its replies serve
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    written = models.DateTimeField(auto_now_add=True, db_index=True)
    sent = models.DateTimeField(null=True)
    error_code = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="letters_letter_state_known", condition=models.Q(state__in=State.values)
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="letters_letter_state")]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}: {self.state}"

    @property
    def title(self) -> "str | _StrPromise":
        kinds = letters()
        return kinds[self.template].title if self.template in kinds else self.template

    def token(self, purpose: str) -> str:
        """A short text that only we can make, for one use of this one letter.

        In small letters and figures alone: mail systems may change the case of an address and cut it at 64
        characters, so Django's own signed texts do not fit into one.
        """
        digest = salted_hmac(f"letters.{purpose}", str(self.pk), algorithm="sha256").digest()
        return f"{int_to_base36(self.pk)}-{base64.b32encode(digest[:15]).decode().lower()}"

    def is_signed_by(self, token: str, purpose: str) -> bool:
        return constant_time_compare(token.lower(), self.token(purpose))


class Stop(models.Model):
    """A person wants no more letters of one kind."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="stopped_letters")
    template = models.CharField(max_length=100)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="letters_stop_once", fields=["person", "template"])]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.template}"


class Trouble(models.Model):
    """An e-mail address from which letters come back. Only a lasting trouble keeps letters from it."""

    address = models.CharField(max_length=254, unique=True)  # in small letters
    is_lasting = models.BooleanField(default=False)
    times = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=20, blank=True)  # such as 5.1.1, from the mail system that refused
    since = models.DateTimeField(auto_now_add=True)
    latest = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.address}: {self.code}"


class Received(models.Model):
    """A letter that came in, once, by whichever door; kept for KEEP_MAIL_DAYS."""

    key = models.CharField(max_length=64, unique=True)
    raw = models.BinaryField(default=bytes)  # emptied once it has been read
    size = models.PositiveIntegerField(default=0)  # bytes; of one that is too big, only the head is kept
    recipient = models.CharField(max_length=254, blank=True)  # of the envelope, where the door knows it
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    sender = models.CharField(max_length=254, blank=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="replies")
    reason = models.CharField(max_length=300, blank=True)  # the sentence of a refusal
    came = models.DateTimeField(auto_now_add=True, db_index=True)
    answered = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="letters_received_outcome_known", condition=models.Q(outcome__in=Outcome.values)
            ),
        ]
        indexes = [models.Index(fields=["sender", "answered"], name="letters_received_answered")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.outcome}"
