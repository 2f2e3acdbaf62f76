"""Documents, and the keys they are found by."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, pair, reading_language
from copronet.common_ground.places.models import Area

from .registry import kinds


class KeysField(models.Field[str, str]):
    """Weighted keys: a tsvector on PostgreSQL. On SQLite they stand in the FTS5 table ``search_keys_fts``."""

    def db_type(self, connection: Any) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"


class Document(models.Model):
    """One record as the search knows it, made from the record whenever that is saved: both texts, one row.

    Nothing here is the original of anything. Who may find it stands among its keys, so that asking for
    words and asking for leave is one question.
    """

    kind = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)
    title_cy, title_en = pair(models.CharField, _("Title"), max_length=300)
    title = Both()
    text_cy, text_en = pair(models.TextField, _("Text"))
    text = Both()
    address_cy = models.CharField(max_length=900)
    address_en = models.CharField(max_length=900)
    area = models.ForeignKey(Area, models.SET_NULL, null=True, related_name="+", db_constraint=False)
    day = models.DateField(null=True)
    themes = models.JSONField(default=list)  # codes
    letter_cy = models.CharField(max_length=2)
    letter_en = models.CharField(max_length=2)
    order_cy = models.CharField(max_length=120)  # the beginning of a sort key
    order_en = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [models.UniqueConstraint(name="search_document_once", fields=["kind", "object_id"])]
        indexes = [
            models.Index(fields=["letter_cy", "order_cy"], name="search_document_a_to_y"),
            models.Index(fields=["letter_en", "order_en"], name="search_document_a_to_z"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def address(self) -> str:
        """Where it is read, in the reader's language."""
        return str(getattr(self, f"address_{reading_language().value}"))

    @property
    def kind_name(self) -> str:
        """What things of its kind are called."""
        kind = kinds().get(self.kind)
        return str(kind.name) if kind else ""


class DocumentKeys(models.Model):
    """The keys of one document, in a narrow table of their own: looking through them reads no texts."""

    document = models.OneToOneField(
        Document, models.CASCADE, primary_key=True, related_name="keys", db_constraint=False
    )
    keys = KeysField()

    def __str__(self) -> str:
        return str(self.document)


class KnownWord(models.Model):
    """A word that stands in something everybody may find, for "did you mean"."""

    word = models.CharField(max_length=48)
    language = models.CharField(max_length=2, choices=Language)

    class Meta:
        constraints = [models.UniqueConstraint(name="search_word_once", fields=["word", "language"])]

    def __str__(self) -> str:
        return self.word


class TitleWord(models.Model):
    """A word that stands in some title, whoever may find it: what is being typed is looked up here first.

    Never shown: only titles that have it are, to whoever may find them. ``plain`` is without accents.
    """

    word = models.CharField(max_length=50, unique=True)
    plain = models.CharField(max_length=50, db_index=True)

    def __str__(self) -> str:
        return self.word
