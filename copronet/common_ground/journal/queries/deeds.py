"""Lines of the journal: what a reader may know of them, page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils.text import capfirst
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.models import Deed


def latest_deeds(*, public_only: bool = True) -> QuerySet[Deed]:
    """Newest first, with the people and organisations named in them."""
    deeds = Deed.objects.select_related("actor", "for_organisation", "for_person")
    if public_only:
        codes = [verb.code for verb in registry.verbs() if verb.is_public]
        deeds = deeds.filter(verb__in=codes)
    return deeds


def deeds_of(person: Model) -> QuerySet[Deed]:
    """What a person did, and what somebody else did for them, newest first."""
    return latest_deeds(public_only=False).filter(Q(actor_id=person.pk) | Q(for_person_id=person.pk))


def deeds_done_for_others(day: date) -> QuerySet[Deed]:
    """What people did on a day for those they support, by whom it was done for."""
    done = latest_deeds(public_only=False).filter(for_person__isnull=False, at__date=day)
    return done.order_by("for_person_id", "id")


def audited(deeds: QuerySet[Deed], wanted: dict[str, Any]) -> QuerySet[Deed]:
    """Only what was asked for: ``person`` (part of a name, or an address), ``verb``, ``first``, ``last``."""
    if person := wanted.get("person"):
        deeds = deeds.filter(
            Q(actor__name__icontains=person)
            | Q(actor__email__iexact=person)
            | Q(for_person__name__icontains=person)
            | Q(for_person__email__iexact=person)
        )
    if verb := wanted.get("verb"):
        deeds = deeds.filter(verb=verb)
    if first := wanted.get("first"):
        deeds = deeds.filter(at__gte=make_aware(datetime.combine(first, time.min)))
    if last := wanted.get("last"):
        deeds = deeds.filter(at__lte=make_aware(datetime.combine(last, time.max)))
    return deeds


def rooms(*, public_only: bool = True) -> list[tuple[str, str]]:
    """The rooms that have deeds, as (label, name), in the alphabet of their names."""
    labels = {verb.room for verb in registry.verbs() if verb.is_public or not public_only}
    named = [(label, _room_name(label)) for label in labels]
    return sorted(named, key=lambda room: room[1].casefold())


def in_room(deeds: QuerySet[Deed], room: str) -> QuerySet[Deed]:
    codes = [verb.code for verb in registry.verbs() if verb.room == room]
    return deeds.filter(verb__in=codes)


def _room_name(label: str) -> str:
    try:
        return str(capfirst(apps.get_app_config(label).verbose_name))
    except LookupError:
        return label


class Page(NamedTuple):
    """Some deeds, newest first, and the ids that lead to the pages on either side."""

    deeds: list[Deed]
    newer_than: int | None
    older_than: int | None


def page_of(
    deeds: QuerySet[Deed], *, before: int | None = None, after: int | None = None, size: int = 25
) -> Page:
    """The page just older than deed ``before``, or just newer than ``after``, or the newest.

    Pages hang on deeds, not on numbers, so that nothing is shown twice while new deeds arrive.
    """
    if after is not None:
        newer = list(deeds.filter(pk__gt=after).order_by("id")[: size + 1])
        found, is_more = newer[:size][::-1], len(newer) > size
        return Page(found, found[0].pk if found and is_more else None, found[-1].pk if found else None)
    older = list((deeds.filter(pk__lt=before) if before is not None else deeds)[: size + 1])
    found, is_more = older[:size], len(older) > size
    return Page(
        found,
        found[0].pk if found and before is not None else None,
        found[-1].pk if found and is_more else None,
    )


@dataclass(frozen=True)
class Line:
    """One deed as a reader may know it: who, in what capacity, and what it was about."""

    deed: Deed
    who: str
    for_whom: str
    what: Any
    address: str


def lines(deeds: Sequence[Deed], reader: Any, *, own: bool = False) -> list[Line]:
    """The deeds with names and addresses; those about a record the reader may not see are left out.

    ``own``: the reader's own deeds, which stay in the list when the record has gone out of their sight.
    Asks one query for all people and one for each kind of record, however many deeds there are.
    """
    people = {key for deed in deeds for key in (deed.actor_id, deed.for_person_id) if key}
    names = registry.names_of(people, reader)
    records = _records_of(deeds)
    found = []
    for deed in deeds:
        registered = registry.record(deed.object_type)
        record = records.get((deed.object_type, deed.object_id))
        is_seen = _is_seen(registered, record, reader)
        if is_seen or own:
            found.append(_line(deed, names, registered if is_seen else None, record))
    return found


def _is_seen(registered: registry.Record | None, record: Model | None, reader: Any) -> bool:
    if registered is None or registered.see is None:
        return True
    return record is not None and registered.may_be_seen(reader, record)


def _line(
    deed: Deed, names: dict[int, str], registered: registry.Record | None, record: Model | None
) -> Line:
    known = registered if record is not None else None
    return Line(
        deed=deed,
        who=_named(deed.actor_id, names) if deed.actor_id else _("The network's own clockwork"),
        for_whom=_for_whom(deed, names),
        what=known.name(record) if known else "",
        address=known.address(record) if known else "",
    )


def _named(person: int, names: dict[int, str]) -> str:
    return names.get(person) or _("Somebody in the network")


def _for_whom(deed: Deed, names: dict[int, str]) -> Any:
    if deed.for_organisation is not None:
        return getattr(deed.for_organisation, "name", None) or str(deed.for_organisation)
    return _named(deed.for_person_id, names) if deed.for_person_id else ""


def _records_of(deeds: Iterable[Deed]) -> dict[tuple[str, str], Model]:
    """Every record the deeds are about, by type and id."""
    wanted: dict[str, set[str]] = {}
    for deed in deeds:
        wanted.setdefault(deed.object_type, set()).add(deed.object_id)
    return {
        (object_type, str(record.pk)): record
        for object_type, keys in wanted.items()
        for record in _stored(object_type, keys)
    }


def _stored(object_type: str, keys: set[str]) -> list[Model]:
    registered = registry.record(object_type)
    if registered is None:
        return []
    try:
        return list(registered.model._base_manager.filter(pk__in=keys).prefetch_related(*registered.fetch))
    except (ValueError, ValidationError):
        return []
