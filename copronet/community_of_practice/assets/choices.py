"""What kinds of asset there are, whose they can be, who sees them, how often they are checked."""

from datetime import date, timedelta

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    KNOWLEDGE = "knowledge", _("Knowledge")
    SKILLS = "skills", _("Skills")
    LIVED_EXPERIENCE = "experience", _("Lived experience")
    PRACTICE = "practice", _("Practice and projects")
    SPACE = "space", _("Rooms and spaces")
    EQUIPMENT = "equipment", _("Equipment")
    TRANSPORT = "transport", _("Transport")
    NETWORK = "network", _("Networks and groups")
    TIME = "time", _("Time")


class Whose(TextChoices):
    PERSON = "person", _("A person's")
    ORGANISATION = "organisation", _("An organisation's")
    PLACE = "place", _("The community's: nobody owns it")


class SeenBy(TextChoices):
    EVERYONE = "everyone", _("Everyone")
    MEMBERS = "members", _("People in the network")
    STEWARDS = "stewards", _("Only those who look after it and the staff")


class CheckEvery(IntegerChoices):
    """After how many months whoever holds an asset is asked whether it is still right."""

    HALF_A_YEAR = 6, _("Every half year")
    YEAR = 12, _("Every year")
    TWO_YEARS = 24, _("Every two years")
    NEVER = 0, _("Never: it does not change")


class Answer(TextChoices):
    """What is answered to "is this still right?"."""

    RIGHT = "right", _("Still right")
    CHANGED = "changed", _("It needs changing")
    WITHDRAWN = "withdrawn", _("Take it off the map")


A_YEAR = timedelta(days=365)
# In which a supporter may be asked to act for somebody.
MATTER = "assets"
# So long after the first question an entry that nobody has answered for is shown as not checked:
# a second letter has gone by then, and somebody else has been asked.
FADES_AFTER = timedelta(days=42)


def is_fresh_from(today: date) -> date:
    """The first day on which whatever was checked counts as checked within a year."""
    return today - A_YEAR


# A rough outline of Wales, drawn by ourselves a few kilometres outside the coast and the border, clockwise from
# the mouth of the Dee: (latitude, longitude) in degrees.
OUTLINE = (
    (53.41, -3.3), (53.36, -3.12), (53.25, -3.0), (53.22, -2.9), (53.14, -2.83), (53.06, -2.78),
    (53.02, -2.66), (52.96, -2.62), (52.88, -2.72), (52.88, -2.98), (52.88, -3.09), (52.8, -3.06),
    (52.75, -2.93), (52.66, -2.94), (52.56, -2.95), (52.48, -3.02), (52.36, -2.93), (52.33, -2.93),
    (52.26, -2.92), (52.15, -3.02), (52.06, -3.06), (51.96, -2.93), (51.93, -2.82), (51.87, -2.62),
    (51.76, -2.62), (51.6, -2.63), (51.5, -2.8), (51.46, -2.98), (51.34, -3.08), (51.35, -3.3),
    (51.36, -3.6), (51.44, -3.78), (51.54, -3.88), (51.53, -3.98), (51.5, -4.15), (51.51, -4.36),
    (51.62, -4.4), (51.68, -4.5), (51.6, -4.64), (51.57, -4.9), (51.57, -5.1), (51.67, -5.33),
    (51.69, -5.71), (51.76, -5.71), (51.8, -5.42), (51.93, -5.43), (52.06, -5.14), (52.07, -4.9),
    (52.16, -4.78), (52.18, -4.6), (52.26, -4.42), (52.32, -4.22), (52.44, -4.14), (52.56, -4.16),
    (52.7, -4.18), (52.84, -4.22), (52.87, -4.3), (52.83, -4.44), (52.77, -4.46), (52.71, -4.8),
    (52.8, -4.86), (52.88, -4.74), (52.99, -4.62), (53.05, -4.46), (53.1, -4.48), (53.2, -4.58),
    (53.26, -4.74), (53.34, -4.74), (53.47, -4.64), (53.48, -4.44), (53.43, -4.18), (53.37, -3.98),
    (53.38, -3.8), (53.34, -3.66), (53.38, -3.45),
)  # fmt: skip
