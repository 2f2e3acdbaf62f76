"""Writing the journal. Every deed of every room goes through here, in the transaction of the deed itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from . import registry
from .models import Deed, Version
from .queries import content_of, type_of, version_number

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Organisation, Person


class ActionRefused(Exception):
    """This is not the moment, or not the way. Its text is a sentence for the person who tried."""


class Overtaken(ActionRefused):
    """Somebody else saved the record after this deed began."""


@dataclass(frozen=True)
class Actor:
    """Who does a deed and in what capacity: for themselves, an organisation, or somebody they support.

    Without a person it is the network's own clockwork.
    """

    person: "Person | None"
    for_organisation: "Organisation | None" = None
    for_person: "Person | None" = None

    @property
    def party(self) -> "Person | None":
        """Whose deed it is in the end: the person supported, or else the one who acts."""
        return self.for_person or self.person


CLOCKWORK = Actor(person=None)


@transaction.atomic
def record(*, actor: Actor, verb: str, about: Model, version: Version | None = None) -> Deed:
    """Write one line. Raises KeyError for a verb that nobody announced."""
    registry.verb(verb)
    return Deed.objects.create(
        actor=actor.person,
        for_organisation=actor.for_organisation,
        for_person=actor.for_person,
        verb=verb,
        object_type=type_of(about),
        object_id=str(about.pk),
        version=version,
    )


@transaction.atomic
def save(
    *,
    actor: Actor,
    verb: str,
    content: Model,
    links: dict[str, Any] | None = None,
    based_on: int | None = None,
) -> Deed:
    """Save a content record with its version, the states of its languages, its search keys and its line.

    ``links`` holds many-to-many values by field name, set after the record exists. ``based_on`` is the
    number of the version the change began from: when that is no longer the newest, raises `Overtaken`.
    """
    before = _locked_content(content)
    newest = version_number(content) if content.pk else 0
    if based_on is not None and based_on < newest:
        raise Overtaken(_("Somebody else saved this while you were writing."))
    content.save()
    for name, linked in (links or {}).items():
        getattr(content, name).set(linked)
    registry.after_saving(content, before)
    version = Version.objects.create(
        object_type=type_of(content),
        object_id=str(content.pk),
        number=newest + 1,
        content=content_of(content),
    )
    return record(actor=actor, verb=verb, about=content, version=version)


def _locked_content(content: Model) -> dict[str, Any]:
    """The stored row's values, held until the transaction ends; empty for a record not stored yet."""
    manager = type(content)._base_manager  # sees rows that default managers hide
    stored = manager.select_for_update().filter(pk=content.pk).first() if content.pk else None
    return content_of(stored) if stored else {}
