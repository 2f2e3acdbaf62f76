"""What Wagtail tells us about pictures and documents in words of its own."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import ModelLogEntry

from copronet.common_ground.journal.actions import Actor

from .actions import REMOVED, record_removal


def watch_wagtail() -> None:
    """Let each removal on Wagtail's screens leave its line in the journal, in the same transaction."""
    post_save.connect(_note_removal, sender=ModelLogEntry, dispatch_uid="media.note_removal")


def _note_removal(instance: ModelLogEntry, *, created: bool, **_signal: Any) -> None:
    model = instance.content_type.model_class() if instance.content_type else None
    if created and instance.action == "wagtail.delete" and model in REMOVED:
        record_removal(actor=Actor(instance.user), model=model, key=instance.object_id)
