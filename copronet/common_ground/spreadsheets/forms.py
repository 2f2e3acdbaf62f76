"""Sending a file, and saying which of its headings is which column."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm

from .imports import read_table, too_large
from .models import Upload
from .queries import guessed_columns
from .registry import Sheet

EXAMPLES = 3  # cells shown beside a heading


class UploadForm(OnceForm):
    file = forms.FileField(
        label=_("File"), widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.tmx,text/csv"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "CSV or XLSX, with the headings in the first row. At most, in megabytes: %(most)s"
        ) % {"most": settings.SPREADSHEET_MEGABYTES}

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if sent.size > settings.SPREADSHEET_MEGABYTES * 1024 * 1024:
            raise ValidationError(too_large())
        self.table = read_table(sent)
        return sent


class MatchForm(forms.Form):
    """A choice of column for each heading, as last time or by its name."""

    says_what_is_optional = False

    def __init__(self, *args: Any, upload: Upload, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.upload, self.sheet = upload, upload.kind
        choices = [("", _("Leave out")), *((column.code, column.title) for column in self.sheet.columns)]
        examples = list(upload.rows.order_by("number").values_list("cells", flat=True)[:EXAMPLES])
        guessed = upload.columns or guessed_columns(self.sheet, upload.headings)
        for place, (heading, column) in enumerate(zip(upload.headings, guessed, strict=True)):
            shown = [cells[place] for cells in examples if len(cells) > place and cells[place].strip()]
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading or _("(no heading)"),
                choices=choices,
                required=False,
                initial=column,
                help_text=" · ".join(shown)[:200],
            )

    @property
    def columns(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen: dict[str, str] = {}
        for name in self.fields:
            column = cleaned.get(name)
            if column and column in chosen:
                self.add_error(name, _("Another heading has this column already."))
            elif column:
                chosen[column] = name
        if not set(self.sheet.needs) & chosen.keys():
            self.add_error(None, _needs(self.sheet))
        return cleaned


def _needs(sheet: type[Sheet]) -> str:
    titles = [str(column.title) for column in sheet.columns if column.code in sheet.needs]
    return str(_("At least one of these columns is needed: %(columns)s")) % {"columns": ", ".join(titles)}


class BringInForm(forms.Form):
    with_alike = forms.BooleanField(
        label=_("Bring in those that are like others too, each as a new one"), required=False
    )
