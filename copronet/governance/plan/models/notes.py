"""Notes at the foot of the plan's pages: where it slips, where it is unclear, how it is read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.governance.plan.choices import NoteKind
from copronet.governance.plan.validators import codes

from .plans import Part


class Note(Part):
    """A note about some parts of a plan. It is never hidden, and the part it is about is never mended."""

    kind = models.CharField(_("Kind"), max_length=7, choices=NoteKind)
    # Codes, or the name of a whole group such as "activities": notes are about parts of many kinds.
    about = models.JSONField(_("What it is about"), default=list, blank=True, validators=[codes])
    # Sums that do not agree, each a table of code, adding, printed and comes_to.
    slips = models.JSONField(_("Slips"), default=list, blank=True)
    text_cy, text_en = pair(models.TextField, _("Text"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("note")
        constraints = [*Part.Meta.constraints, one_language("text")]

    def __str__(self) -> str:
        return str(self.text)
