"""What organisations are found by, and which of them are alike, or only look so."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .organisations import Organisation


class OrganisationKey(models.Model):
    """One key under which an organisation is found before it is made again (`engines.likeness`)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="people_organisation_key_once", fields=["key", "organisation"])
        ]

    def __str__(self) -> str:
        return self.key


class Pair(models.Model):
    """Two organisations, the one made first standing first."""

    first = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(name="%(app_label)s_%(class)s_once", fields=["first", "second"]),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_in_order", condition=Q(first__lt=models.F("second"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id}, {self.second_id}"


class NotDuplicate(Pair):
    """Somebody has said that these two only look alike; nobody is asked again."""

    class Meta(Pair.Meta):
        verbose_name = _("pair that only looks alike")


class LikelyPair(Pair):
    """Two that may be one, found by the daily look through all; written anew each time."""

    strength = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)  # [code, what they share], as `queries.duplicates` has them

    class Meta(Pair.Meta):
        verbose_name = _("likely pair")
        indexes = [models.Index(fields=["-strength", "id"], name="people_likelypair_in_order")]
