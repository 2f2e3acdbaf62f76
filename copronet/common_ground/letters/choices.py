"""The states of a letter that goes out, and what became of one that came in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    WAITING = "waiting", _("Waiting to be sent")
    SENT = "sent", _("Sent")
    BOUNCED = "bounced", _("Came back")
    TO_POST = "to_post", _("To be posted")
    POSTED = "posted", _("Posted")
    NOT_SENT = "not_sent", _("Not sent")


class Outcome(TextChoices):
    WAITING = "waiting", _("Waiting to be read")
    TAKEN = "taken", _("Taken in")
    AUTOMATIC = "automatic", _("An automatic answer")
    BOUNCE = "bounce", _("A letter that came back")
    LOOP = "loop", _("A letter of our own")
    UNKNOWN = "unknown", _("Sent to no address of ours")
    FORGED = "forged", _("Sent by somebody else")
    EXPIRED = "expired", _("Came too late")
    EMPTY = "empty", _("Had no words in it")
    TOO_BIG = "too_big", _("Too big")
    UNREADABLE = "unreadable", _("Could not be read")
    REFUSED = "refused", _("Refused")
