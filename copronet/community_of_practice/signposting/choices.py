"""The states of a service, what came of reading a feed, and the numbers that are said first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Status(models.TextChoices):
    """In the words of Open Referral UK 3.0."""

    ACTIVE = "active", _("Running")
    CLOSED_FOR_NOW = "temporarily closed", _("Closed for now")
    INACTIVE = "inactive", _("Not running")
    DEFUNCT = "defunct", _("No longer there")


class FeedOutcome(models.TextChoices):
    """What came of reading a feed last."""

    NOT_READ = "not_read", _("Not read yet")
    READ = "read", _("Read to the end")
    UNREACHABLE = "unreachable", _("The address did not answer")
    UNREADABLE = "unreadable", _("The answer could not be read: it is cut off, or is not JSON")
    OTHER_SHAPE = (
        "other_shape",
        _("The answer is not a list of services as Open Referral UK 3.0 describes it"),
    )
    TOO_LARGE = "too_large", _("The answer is too large")
    GOES_ROUND = "goes_round", _("The pages go round in a circle")
    EMPTY = "empty", _("The feed is empty, so nothing was changed")
    MOST_GONE = "most_gone", _("More than half of its services have gone at once; they were left as they are")


class Helped(models.TextChoices):
    """What came of turning somewhere, said once by whoever asked."""

    YES = "yes", _("Yes, it helped")
    PARTLY = "partly", _("It helped a little")
    NO = "no", _("No, it did not help")
    NOT_REACHED = "not_reached", _("I could not reach them")


@dataclass(frozen=True)
class Line:
    """A number that somebody answers now."""

    name: "_StrPromise"
    number: str
    about: "_StrPromise"
    welsh_number: str = ""

    @property
    def dialled(self) -> str:
        return self.number.replace(" ", "")

    @property
    def welsh_dialled(self) -> str:
        return self.welsh_number.replace(" ", "")


LINES = (
    Line(_("Emergency services"), "999", _("when somebody is in danger now")),
    Line(_("NHS 111 Wales"), "111", _("urgent medical help; press 2 for urgent help with mental health")),
    Line(_("Samaritans"), "116 123", _("somebody to talk to, day and night"), "0808 164 0123"),
    Line(
        _("Live Fear Free"),
        "0808 80 10 800",
        _("abuse and sexual violence, day and night, in Welsh or English"),
    ),
)
