"""The words people choose from when they say who they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReachedBy(TextChoices):
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    POST = "post", _("Post")


class SeenBy(TextChoices):
    """Who may read a person's page."""

    NOBODY = "nobody", _("Only me and the staff")
    MEMBERS = "members", _("People in the network")
    EVERYONE = "everyone", _("Everyone")


class Capacity(TextChoices):
    """The capacities in which people take part; one person may have several."""

    CITIZEN = "citizen", _("Citizen")
    CARER = "carer", _("Carer")
    PRACTITIONER = "practitioner", _("Practitioner")
    COMMISSIONER = "commissioner", _("Commissioner")
    POLICY_MAKER = "policy_maker", _("Policy maker")
    ACADEMIC = "academic", _("Academic")
    ACTIVIST = "activist", _("Activist")
    MANAGER = "manager", _("Manager")
    ELECTED = "elected", _("Elected member")


class Standing(TextChoices):
    """Whether a person is with the network; the record outlives the person's stay, without their details."""

    HERE = "here", _("With the network")
    LEFT = "left", _("Has left")
    DIED = "died", _("Has died")
    MERGED = "merged", _("Kept under another record")
