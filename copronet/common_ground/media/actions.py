"""Keeping and removing pictures and documents."""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from copronet.common_ground.journal import actions as journal
from copronet.common_ground.journal.actions import ActionRefused, Actor

from .models import DocumentFile, Picture


@transaction.atomic
def keep_picture(*, actor: Actor, picture: Picture) -> Picture:
    """Save a picture whose file has been through `validators.clean_picture`."""
    words = filter(None, (picture.alternative_cy, picture.alternative_en))
    picture.title = " · ".join(words)[:255]
    journal.save(actor=actor, verb="media.picture_kept", content=picture)
    return picture


@transaction.atomic
def keep_document(*, actor: Actor, document: DocumentFile, other: DocumentFile | None = None) -> DocumentFile:
    """Save a document, with ``other`` as its version in the other language; None parts it from any."""
    if other is not None and other.language == document.language:
        raise ActionRefused(_("The other version must be in the other language."))
    former = (
        DocumentFile.objects.select_for_update().filter(versions=document.versions).exclude(pk=document.pk)
    )
    if other is None and document.pk and former.exists():
        document.versions = uuid.uuid4()
    if other is not None and other.versions != document.versions:
        _leave_former_partner(other)
        document.versions = other.versions
    journal.save(actor=actor, verb="media.document_kept", content=document)
    return document


def _leave_former_partner(other: DocumentFile) -> None:
    """Whatever was paired with ``other`` until now stands alone."""
    for partner in (
        DocumentFile.objects.select_for_update().filter(versions=other.versions).exclude(pk=other.pk)
    ):
        partner.versions = uuid.uuid4()
        partner.save(update_fields=["versions"])


REMOVED: dict[type[Model], str] = {Picture: "media.picture_removed", DocumentFile: "media.document_removed"}


@transaction.atomic
def record_removal(*, actor: Actor, model: type[Model], key: Any) -> None:
    """Write the line for a picture or document that the editing screens have just removed."""
    journal.record(actor=actor, verb=REMOVED[model], about=model(pk=key))
