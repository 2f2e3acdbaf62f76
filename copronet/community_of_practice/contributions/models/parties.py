"""Whose something is: a person or an organisation, one of the two."""

from typing import Any

from django.db import models
from django.db.models import Q

from copronet.common_ground.people.models import Organisation, Person

Party = Person | Organisation


def one_party() -> models.CheckConstraint:
    """The database's promise that a record belongs to just one person or one organisation."""
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_of_one_party",
        condition=Q(person__isnull=True, organisation__isnull=False)
        | Q(person__isnull=False, organisation__isnull=True),
    )


class OfParty(models.Model):
    """Something that belongs to a person or to an organisation."""

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="%(class)ss")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def party(self) -> Party:
        return self.person or self.organisation  # type: ignore[return-value]  # one of them, by constraint

    @property
    def party_name(self) -> Any:
        """What the party is called, in the reader's language where it has a name in both."""
        return self.organisation.name if self.organisation else str(self.person)
