"""Django's signals, heard: what was saved is to be found, and what is gone is not."""

from typing import Any

from django.db import connections
from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate

from .actions import forget_record, keep_leaning, keep_record
from .models import Document

_waiting: set[str] = set()  # the databases whose tables are being changed


def listen(app: Any) -> None:
    """Keep the index as records are saved and removed, except while tables are being changed."""
    post_save.connect(_saved, dispatch_uid="search.saved")
    post_delete.connect(_gone, dispatch_uid="search.gone")
    pre_migrate.connect(_begin, dispatch_uid="search.begin")
    post_migrate.connect(_end, sender=app, dispatch_uid="search.end")


def _saved(instance: Model, *, using: str, created: bool, raw: bool = False, **_signal: Any) -> None:
    if raw or using in _waiting:
        return
    keep_record(instance)
    if not created:
        keep_leaning(instance)


def _gone(instance: Model, *, using: str, **_signal: Any) -> None:
    if using not in _waiting:
        forget_record(instance)


def _begin(*, using: str, **_signal: Any) -> None:
    _waiting.add(using)


def _end(*, using: str, **_signal: Any) -> None:
    """The rooms above have their say after migrating too, and what they write is to be found."""
    if Document._meta.db_table in connections[using].introspection.table_names():
        _waiting.discard(using)
