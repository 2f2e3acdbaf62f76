"""The two languages and the states a passage can be in."""

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# The code of the refusal that both sides of a pair are empty: forms say it at the pair.
NEITHER = "neither"


class Language(TextChoices):
    WELSH = "cy", "Cymraeg"
    ENGLISH = "en", "English"

    @property
    def other(self) -> "Language":
        return Language.ENGLISH if self is Language.WELSH else Language.WELSH

    @property
    def name_here(self) -> "_StrPromise":
        """What the reader's language calls it: "Saesneg" on a Welsh page, where the label is its own name."""
        return (
            pgettext_lazy("language", "Welsh")
            if self is Language.WELSH
            else pgettext_lazy("language", "English")
        )


class State(TextChoices):
    """How one side of a pair came to be, and whether it can be trusted to say what the other says."""

    MISSING = "missing", _("Missing")
    WRITTEN = "written", _("Written here")
    TRANSLATED = "translated", _("Translated")
    CHECKED = "checked", _("Checked")
    OUT_OF_DATE = "out_of_date", _("Out of date")
