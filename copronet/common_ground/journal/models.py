"""Deeds and versions. Both are only ever added to: triggers in the database refuse anything else."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from .registry import Verb, verb

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Version(models.Model):
    """A content record as it stood after one deed."""

    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(
                name="journal_version_numbered_once", fields=["object_type", "object_id", "number"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_type} {self.object_id} v{self.number}"


class Deed(models.Model):
    """One line of the journal: who, in what capacity, did what to what, when. Ids and codes, no words."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="deeds"
    )  # nobody: the network's own clockwork
    for_organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, related_name="deeds"
    )
    for_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="deeds_done_for_them"
    )
    verb = models.CharField(max_length=60, db_index=True)
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)
    version = models.OneToOneField(Version, models.PROTECT, null=True, related_name="deed")
    # Sent with the form that asked for the deed, so that the same form sent twice does it once.
    key = models.UUIDField(null=True, editable=False)

    class Meta:
        verbose_name = _("deed")
        verbose_name_plural = _("deeds")
        ordering: ClassVar = ["-id"]
        constraints = [
            # With its condition SQLite makes an index of it and leaves the table, and its seal, as they are.
            models.UniqueConstraint(
                name="journal_deed_once", fields=["key"], condition=models.Q(key__isnull=False)
            ),
            models.CheckConstraint(
                name="journal_deed_one_capacity",
                condition=models.Q(for_organisation__isnull=True) | models.Q(for_person__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["object_type", "object_id"], name="journal_deed_object")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.verb} {self.object_type} {self.object_id}"

    @property
    def meaning(self) -> Verb:
        return verb(self.verb)

    @property
    def sentence(self) -> "str | _StrPromise":
        return self.meaning.sentence or _("did something")
