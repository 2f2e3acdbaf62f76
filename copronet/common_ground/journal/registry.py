"""What other rooms tell the journal: verbs, records, how people are named, what follows a save."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Verb:
    """One kind of deed: ``code`` in the journal, ``sentence`` on activity pages, seen by all or not."""

    code: str
    sentence: "str | _StrPromise"
    is_public: bool

    @property
    def room(self) -> str:
        """The label of the app whose deed it is."""
        return self.code.partition(".")[0]


def _name(record: Model) -> Any:
    """A record's own phrase, which knows the language it is in; else the record as text."""
    for attribute in ("name", "title"):
        phrase = getattr(record, attribute, None)
        if phrase:
            return phrase
    return str(record)


@dataclass(frozen=True)
class Record:
    """How records of one model are seen, edited and named wherever the journal shows them.

    ``see`` and ``edit`` are permissions asked with the record; ``see`` is None where everyone may look.
    ``fetch`` names the relations that its name and address read, so that a list of records fetches them at once.
    ``history`` is the permission for its earlier versions, where they are for fewer people than the record itself.
    ``kept`` says what of its content a version keeps: versions are sealed, and never hold what has to be forgettable.
    """

    model: type[Model]
    see: str | None
    edit: str
    address: Callable[[Any], str]
    name: Callable[[Any], Any] = _name
    translated_at: Callable[[Any], str] | None = None
    fetch: tuple[str, ...] = ()
    history: str | None = None
    kept: "Keeping | None" = None

    @property
    def room(self) -> str:
        """The label of the app that keeps these records."""
        return self.model._meta.app_label

    def may_be_seen(self, reader: Any, record: Model) -> bool:
        return self.see is None or bool(reader.has_perm(self.see, record))

    def may_be_edited(self, reader: Any, record: Model) -> bool:
        return bool(reader.has_perm(self.edit, record))

    def history_may_be_seen(self, reader: Any, record: Model) -> bool:
        return self.history is None or bool(reader.has_perm(self.history, record))


# (a record, its content) -> what of it a version keeps
Keeping = Callable[[Any, dict[str, Any]], dict[str, Any]]
OnSave = Callable[[Model, dict[str, Any]], None]
# (ids of people, the reader) -> the names that this reader may know; who is left out stays unnamed.
Naming = Callable[[Collection[int], Any], dict[int, str]]

_verbs: dict[str, Verb] = {}
_records: dict[str, Record] = {}
_namings: list[Naming] = []
_on_save: list[OnSave] = []


def add_verb(code: str, sentence: "str | _StrPromise", *, public: bool = False) -> None:
    """Make a deed known. Its code is ``app.what_was_done`` and never changes once used."""
    _verbs[code] = Verb(code, sentence, public)


def verb(code: str) -> Verb:
    """The verb of that code; a deed nobody announced is a mistake and raises KeyError."""
    return _verbs[code]


def verbs() -> list[Verb]:
    return list(_verbs.values())


def add_record(
    model: type[Model],
    *,
    see: str | None = None,
    edit: str,
    address: Callable[[Any], str],
    name: Callable[[Any], Any] = _name,
    translated_at: Callable[[Any], str] | None = None,
    fetch: tuple[str, ...] = (),
    history: str | None = None,
    kept: Keeping | None = None,
) -> None:
    """Give a model its history page, and its name and address on the activity pages.

    Where ``see`` is a permission, whoever lacks it meets neither its history nor its deeds.
    ``translated_at`` gives the address of a screen of its own for translating it; ``fetch`` names the
    relations that the name and the address read. ``history`` is a permission too, for those who may read earlier
    versions; ``kept(record, content)`` gives what of its content a version keeps.
    """
    _records[model._meta.label_lower] = Record(
        model, see, edit, address, name, translated_at, fetch, history, kept
    )


def record(object_type: str) -> Record | None:
    """What was registered for ``app.model``; None where nothing was."""
    return _records.get(object_type)


def records() -> dict[str, Record]:
    return dict(_records)


def add_naming(names: Naming) -> None:
    """``names(ids, reader)`` gives the names of people as far as each lets that reader know."""
    _namings.append(names)


def names_of(people: Collection[int], reader: Any) -> dict[int, str]:
    """The names that ``reader`` may know, by id; one query however many are asked for."""
    if not people:
        return {}
    return {key: name for names in _namings for key, name in names(people, reader).items()}


def when_saved(act: OnSave) -> None:
    """Call ``act(record, before)`` inside the transaction of each save; a new record has an empty before."""
    _on_save.append(act)


def after_saving(record: Model, before: dict[str, Any]) -> None:
    for act in _on_save:
        act(record, before)
