"""The words people choose from when they say who they are and how they take part."""

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


class Level(TextChoices):
    """Where in the work somebody stands: breadth is watched by it, nobody is ranked."""

    CITIZEN = "citizen", _("Citizen")
    FRONTLINE = "frontline", _("Frontline worker")
    MANAGER = "manager", _("Manager")
    LEADER = "leader", _("Leader")
    OFFICER = "officer", _("Officer")


class Standing(TextChoices):
    """Whether a person is with the network; the record outlives the person's stay, without their details."""

    HERE = "here", _("With the network")
    LEFT = "left", _("Has left")
    DIED = "died", _("Has died")
    MERGED = "merged", _("Kept under another record")


class IdentityChecked(TextChoices):
    """How staff made sure that somebody is who they say, before giving them back their record."""

    IN_PERSON = "in_person", _("Met in person")
    KNOWN_PHONE = "known_phone", _("Called on the phone number already on the record")
    KNOWN_POST = "known_post", _("A code posted to the address already on the record")
    VOUCHED = "vouched", _("Two people in the network vouched for them")


class ConsentTo(TextChoices):
    """What people are asked to agree to; each has its wordings, numbered."""

    ACCESS_NEEDS = "access_needs", _("Passing on my access needs")
    PICTURES = "pictures", _("Pictures of me")
    NEWS = "news", _("News of the network")


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ToldWhom(TextChoices):
    """Who has been told of a data breach."""

    NOBODY = "nobody", _("Nobody: a step inside the network")
    COMMISSIONER = "commissioner", _("The Information Commissioner")
    PEOPLE = "people", _("The people it concerns")
    BOARD = "board", _("The board")
    OTHERS = "others", _("Others")
