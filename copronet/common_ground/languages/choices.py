"""The two languages and the states a passage can be in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# The code of the refusal that both sides of a pair are empty: forms say it at the pair.
NEITHER = "neither"


class Language(TextChoices):
    WELSH = "cy", "Cymraeg"
    ENGLISH = "en", "English"

    @property
    def other(self) -> "Language":
        return Language.ENGLISH if self is Language.WELSH else Language.WELSH


class State(TextChoices):
    """How one side of a pair came to be, and whether it can be trusted to say what the other says."""

    MISSING = "missing", _("Missing")
    WRITTEN = "written", _("Written here")
    TRANSLATED = "translated", _("Translated")
    CHECKED = "checked", _("Checked")
    OUT_OF_DATE = "out_of_date", _("Out of date")
