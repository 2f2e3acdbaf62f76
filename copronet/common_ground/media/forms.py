"""Sending pictures and documents. Other rooms use the two fields in forms of their own."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.search import index

from copronet.common_ground.journal.actions import ActionRefused, Actor

from .actions import keep_document, keep_picture
from .choices import Agreed, PeopleShown
from .models import DocumentFile, Picture
from .validators import (
    DOCUMENT_BYTES,
    NOT_A_DOCUMENT,
    NOT_A_PICTURE,
    PICTURE_BYTES,
    clean_picture,
    kind_of_document,
    named_by_content,
)


class PictureField(forms.FileField):
    """A picture, drawn anew without what it knew about place and camera."""

    default_error_messages = {"empty": NOT_A_PICTURE}
    max_upload_size = PICTURE_BYTES  # read by Wagtail's screens

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text", _("JPEG, PNG or WebP, at most 15 MB. We remove place and camera from it.")
        )
        super().__init__(**options)
        self.widget.attrs.setdefault("accept", "image/jpeg,image/png,image/webp")

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        return clean_picture(sent) if sent and sent is not initial else sent


# A form of another room asks it of the people shown; archives know a third answer.
WHO_IS_SHOWN = [(each.value, each.label) for each in (PeopleShown.NOBODY, PeopleShown.AGREED)]


def picture_from(said: Mapping[str, Any], **words: str) -> Picture:
    """The picture that a form sent, ready to be kept; ``words`` are its alternative texts by their fields."""
    agreed = said["people_shown"] == PeopleShown.AGREED
    return Picture(
        file=said["picture"],
        people_shown=said["people_shown"],
        agreed=Agreed.IN_PERSON if agreed else "",
        agreed_on=timezone.localdate() if agreed else None,
        **words,
    )


class DocumentField(forms.FileField):
    """A PDF, ODT, DOCX, XLSX or CSV file, known by its content and named accordingly."""

    default_error_messages = {"empty": NOT_A_DOCUMENT}
    max_upload_size = DOCUMENT_BYTES  # read by Wagtail's screens

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("PDF, ODT, DOCX, XLSX or CSV, at most 20 MB."))
        super().__init__(**options)
        self.widget.attrs.setdefault("accept", ".pdf,.odt,.docx,.xlsx,.csv")

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        if not sent or sent is initial:
            return sent
        name = named_by_content(sent, kind_of_document(sent))
        sent.seek(0)
        return File(sent.file, name=name)


class _SaysWho:
    """Wagtail hands its forms the person who sends them; the journal needs to know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.sender = kwargs.get("user")
        super().__init__(*args, **kwargs)


class PictureForm(_SaysWho, BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = PictureField(label=_("Picture"), widget=forms.FileInput)
        name_languages(self, "alternative")
        self.fields["people_shown"].widget = forms.RadioSelect(choices=PeopleShown.choices)
        self.fields["who"].widget.attrs["rows"] = 3
        self.fields["agreed_on"].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("people_shown") == PeopleShown.AGREED:
            for field in ("agreed", "agreed_on"):
                if not cleaned.get(field) and field not in self.errors:
                    self.add_error(field, _("Say how and when the people in the picture agreed."))
        return cleaned

    def save(self, commit: bool = True) -> Picture:  # noqa: FBT001, FBT002  (Django's own signature)
        picture = _prepared(self, "_set_image_file_metadata")
        if commit:
            keep_picture(actor=Actor(self.sender), picture=picture)
            if _replaced(self):
                picture.renditions.all().delete()
            index.insert_or_update_object(picture)
        return picture


class DocumentForm(_SaysWho, BaseDocumentForm):
    other_version = forms.ModelChoiceField(
        DocumentFile.objects.none(),
        label=_("The same document in the other language"),
        required=False,
        empty_label=_("Not here yet"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = DocumentField(label=_("File"), widget=forms.FileInput)
        others = DocumentFile.objects.exclude(pk=self.instance.pk).order_by("title")
        self.fields["other_version"].queryset = others
        if self.instance.pk:
            self.initial["other_version"] = self.instance.other_version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        other = cleaned.get("other_version")
        if other and other.language == cleaned.get("language"):
            self.add_error("other_version", _("The other version must be in the other language."))
        return cleaned

    def save(self, commit: bool = True) -> DocumentFile:  # noqa: FBT001, FBT002  (Django's own signature)
        document = _prepared(self, "_set_document_file_metadata")
        if commit:
            _keep_or_complain(self, document)
            _replaced(self)
            index.insert_or_update_object(document)
        return document


def name_languages(form: forms.BaseForm, *stems: str) -> None:
    """Label both sides of a pair with their language, and tell the browser which one each is written in."""
    for stem in stems:
        for code, label in (("cy", _("%(field)s, in Welsh")), ("en", _("%(field)s, in English"))):
            field = form.fields[f"{stem}_{code}"]
            field.label = label % {"field": field.label}
            field.widget.attrs["lang"] = code


def _prepared(form: Any, measure: str) -> Any:
    """The record as the form fills it, in its collection and with its file measured, not saved yet."""
    if len(form.collections) == 1:
        form.instance.collection = form.collections[0]
    if "file" in form.changed_data:
        getattr(form.instance, measure)()
    return form.instance


def _replaced(form: Any) -> bool:
    """Remove the file that a new one replaces; whether there was one."""
    former = form.original_file
    if "file" in form.changed_data and former:
        former.storage.delete(former.name)
        return True
    return False


def _keep_or_complain(form: DocumentForm, document: DocumentFile) -> None:
    try:
        keep_document(
            actor=Actor(form.sender), document=document, other=form.cleaned_data.get("other_version")
        )
    except ActionRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
