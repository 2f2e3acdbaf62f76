"""Columns that keep a record in its place in a list, in Welsh order or in English."""

import re
import unicodedata
from typing import Any

from django.db import models

from copronet.engines.cymraeg import sort_key


class SortKeyField(models.CharField):
    """The key that puts a record in order, made from the first of the named fields that says something.

    Made whenever the record is saved, by ``bulk_create`` too; ``QuerySet.update`` of those fields needs care.
    """

    def __init__(self, *names: str, **options: Any) -> None:
        self.names = names
        ours: dict[str, Any] = {"max_length": 1000, "editable": False, "default": "", "blank": True}
        super().__init__(**ours | options)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, _positional, options = super().deconstruct()
        return name, path, self.names, options

    def key_of(self, said: str) -> str:
        return sort_key(said)

    def pre_save(self, record: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001  (Django's signature)
        said = next(filter(None, (getattr(record, name) for name in self.names)), "")
        key = self.key_of(said)[: self.max_length]
        setattr(record, self.attname, key)
        return key


class EnglishSortKeyField(SortKeyField):
    """The same for a list of English words: letter by letter, without accents, spaces and punctuation."""

    def key_of(self, said: str) -> str:
        plain = unicodedata.normalize("NFKD", said.casefold())
        return re.sub(r"[\W_]+", "", "".join(each for each in plain if not unicodedata.combining(each)))
