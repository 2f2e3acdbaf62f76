"""Writing the journal. Every deed of every room goes through here, in the transaction of the deed itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, transaction
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


class AlreadyDone(ActionRefused):
    """The same form was sent before, and its deed is done: ``deed`` leads to what came of it."""

    def __init__(self, deed: Deed) -> None:
        super().__init__(_("This has been done already; it was not done twice."))
        self.deed = deed


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


def once(key: UUID | None) -> None:
    """Raise `AlreadyDone` when the form that carries this key was sent before and its deed is done.

    Call it first in an action, and hand the same key to `record` or `save`, where the database itself
    refuses the second of two that came at the same moment. A deed that failed leaves its key unused.
    """
    done = Deed.objects.filter(key=key).first() if key else None
    if done:
        raise AlreadyDone(done)


@transaction.atomic
def record(
    *, actor: Actor, verb: str, about: Model, version: Version | None = None, key: UUID | None = None
) -> Deed:
    """Write one line. Raises KeyError for a verb nobody announced, `AlreadyDone` for a key used before."""
    registry.verb(verb)
    deed = Deed(
        actor=actor.person,
        for_organisation=actor.for_organisation,
        for_person=actor.for_person,
        verb=verb,
        object_type=type_of(about),
        object_id=str(about.pk),
        version=version,
        key=key,
    )
    try:
        with transaction.atomic(savepoint=key is not None):  # without a key nothing can have been done before
            deed.save(force_insert=True)
    except IntegrityError:
        once(key)
        raise
    return deed


@transaction.atomic
def save(
    *,
    actor: Actor,
    verb: str,
    content: Model,
    links: dict[str, Any] | None = None,
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Save a content record with its version, the states of its languages, its search keys and its line.

    ``links`` holds many-to-many values by field name, set after the record exists. ``based_on`` is the
    number of the version the change began from: when that is no longer the newest, raises `Overtaken`.
    ``key`` is that of the form which asked for it (see `once`).
    """
    before = _locked_content(content)
    once(key)
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
        content=_kept_of(content),
    )
    return record(actor=actor, verb=verb, about=content, version=version, key=key)


@transaction.atomic
def restore(
    *, actor: Actor, content: Model, number: int, based_on: int | None = None, key: UUID | None = None
) -> Deed:
    """Bring back what people wrote in version ``number``, as a new version; nothing in between is lost.

    Fields that nobody edits by hand (``editable=False``: states, times) stay as they are. Refuses when the
    record would no longer be valid, or points to something that is gone.
    """
    version = Version.objects.filter(
        object_type=type_of(content), object_id=str(content.pk), number=number
    ).first()
    if version is None:
        raise ActionRefused(_("There is no such version."))
    try:
        links = _fill_from(content, version)
        content.full_clean()
    except (DeserializationError, ValidationError) as slip:
        raise ActionRefused(
            _("That version cannot be brought back: something it needs is no longer there.")
        ) from slip
    return save(
        actor=actor, verb="journal.restored", content=content, links=links, based_on=based_on, key=key
    )


def _kept_of(content: Model) -> dict[str, Any]:
    """What a version keeps: everything, but for what a room says has to be forgettable."""
    registered, everything = registry.record(type_of(content)), content_of(content)
    return registered.kept(content, everything) if registered and registered.kept else everything


def _locked_content(content: Model) -> dict[str, Any]:
    """The stored row's values, held until the transaction ends; empty for a record not stored yet."""
    manager = type(content)._base_manager  # sees rows that default managers hide
    stored = manager.select_for_update().filter(pk=content.pk).first() if content.pk else None
    return content_of(stored) if stored else {}


def _fill_from(content: Model, version: Version) -> dict[str, Any]:
    """Put a version's words into the record; gives its links, to be set when it is saved."""
    row = {"model": version.object_type, "pk": content.pk, "fields": version.content}
    (then,) = deserialize("python", [row], ignorenonexistent=True)
    for field in content._meta.concrete_fields:
        if field.editable and field.name in version.content:
            setattr(content, field.attname, getattr(then.object, field.attname))
    linked = then.m2m_data or {}
    return {
        field.name: _still_there(field.related_model, linked[field.name])
        for field in content._meta.many_to_many
        if field.editable and field.name in linked
    }


def _still_there(related: Any, keys: Any) -> list[Any]:
    """The linked records that have not been removed since."""
    return list(related._base_manager.filter(pk__in=keys))
