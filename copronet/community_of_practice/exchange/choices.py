"""When, in what way and with what access people can meet; what is said of a suggestion and of what came of it."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    OFFER = "offer", _("Offer")
    REQUEST = "request", _("Request")


class Time(TextChoices):
    """When somebody is free. None of them means: whenever."""

    DAYS = "days", _("Weekdays in the daytime")
    EVENINGS = "evenings", _("Weekdays in the evening")
    WEEKENDS = "weekends", _("At the weekend")


class Access(TextChoices):
    """What an offer can see to, and what a request needs."""

    STEP_FREE = "step_free", _("No steps")
    LOOP = "loop", _("A hearing loop")
    BSL = "bsl", _("British Sign Language")
    EASY_READ = "easy_read", _("Easy read or large print")
    QUIET = "quiet", _("A quiet place")
    COMPANION = "companion", _("Room for a companion or carer")


class SeenBy(TextChoices):
    EVERYONE = "everyone", _("Everyone")
    MEMBERS = "members", _("People in the network")


class YesNo(TextChoices):
    """What a side says to a suggestion."""

    YES = "yes", pgettext_lazy("to a suggestion", "Yes")
    NO = "no", pgettext_lazy("to a suggestion", "No")


class Happened(TextChoices):
    """What a side says of an introduction."""

    YES = "yes", _("It happened")
    NO = "no", _("It did not happen")


# In which a supporter may be asked to act for somebody.
MATTER = "exchange"
MOST = 3  # open suggestions for one request
FOLLOW_UP_AFTER = timedelta(days=21)  # from an introduction to the one question what came of it
LONELY_AFTER = timedelta(days=14)  # from a request without an introduction to a task for a person
LAPSES_AFTER = timedelta(days=28)  # from a suggestion that one side has not answered to letting it be
