"""Keeping the states of passages, translating them, and saying that a translation is right."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, Overtaken, once, record, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import type_of, version_number

from .choices import Language, State
from .models import Passage, keep_as_right, pairs_of, right_as_is, sides_of
from .queries import passages_of, states_after


@transaction.atomic
def translate(
    *,
    actor: Actor,
    content: Model,
    checked: Collection[str] = (),
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Save the words of a record's pairs as a translator left them; ``checked`` names the sides found right.

    Only words may change: anything else in the record is refused. A side that did not change stays right,
    because a translator changes one side so that it says what the other says. Raises `Overtaken`.
    """
    stored = type(content)._base_manager.select_for_update().get(pk=content.pk)
    once(key)  # asked after the wait: the other click of a double click may have been waited for
    if based_on is not None and based_on < version_number(content):
        raise Overtaken(_("Somebody else saved this while you were writing."))
    changed = _changed_words(content, stored)
    if not changed:
        return check(actor=actor, content=content, sides=checked, based_on=based_on, key=key)
    keep_as_right(content, [name for name, _language in sides_of(type(content)) if name not in changed])
    deed = save(actor=actor, verb="languages.translated", content=content, based_on=based_on, key=key)
    if checked:
        check(actor=actor, content=content, sides=checked)
    return deed


@transaction.atomic
def check(
    *,
    actor: Actor,
    content: Model,
    sides: Collection[str],
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Say that these fields say what their other side says. Refuses an empty one, and saying nothing."""
    once(key)
    passages = passages_of(content)
    if not sides:
        raise ActionRefused(_("Nothing was changed and nothing was marked as checked."))
    if based_on is not None and based_on < version_number(content):
        raise ActionRefused(
            _("Somebody else changed this meanwhile. Please read it again before checking it.")
        )
    for name in sides:
        passage = passages.get(name)
        if passage is None or passage.state == State.MISSING:
            raise ActionRefused(_("There is nothing to check yet: one side is empty."))
        _set(passage, State.CHECKED, agreed=None)
    return record(actor=actor, verb="languages.checked", about=content, key=key)


def keep_states(content: Model, before: dict[str, Any]) -> None:
    """Called by the journal inside every save: bring the passages of the record up to date."""
    stems = list(pairs_of(type(content)))
    if not stems:
        return
    passages, agreed = passages_of(content), version_number(content) if before else 0
    new = [passage for stem in stems for passage in _keep_pair(content, stem, before, passages, agreed)]
    Passage.objects.bulk_create(new)


def _keep_pair(
    content: Model, stem: str, before: dict[str, Any], passages: dict[str, Passage], agreed: int
) -> Iterator[Passage]:
    """Give the sides of a pair their states; the passages that are not kept yet are for the caller to write."""
    names = {language: f"{stem}_{language.value}" for language in Language}
    known = {language: State(passages[name].state) for language, name in names.items() if name in passages}
    states = states_after(
        {language: _text(before.get(name)) for language, name in names.items()},
        {language: _text(getattr(content, name)) for language, name in names.items()},
        known,
        [language for language, name in names.items() if name in right_as_is(content)],
    )
    for language, name in names.items():
        passage = passages.get(name)
        if language not in states:
            if passage:
                passage.delete()
        elif passage:
            _set(passage, states[language], agreed=agreed)
        else:
            yield _new_passage(content, stem, language, states[language], agreed)


def _set(passage: Passage, state: State, *, agreed: int | None) -> None:
    """Give a passage its state. Since when it waits, and what it agreed with, stay while the state does."""
    if passage.state == state:
        return
    passage.state = state
    passage.agreed = agreed if state is State.OUT_OF_DATE else None
    passage.save()


def _new_passage(content: Model, stem: str, language: Language, state: State, agreed: int) -> Passage:
    return Passage(
        object_type=type_of(content),
        object_id=str(content.pk),
        field=stem,
        language=language.value,
        state=state,
        agreed=agreed if state is State.OUT_OF_DATE else None,
    )


def _text(value: Any) -> str:
    return str(value or "").strip()


def _changed_words(content: Model, stored: Model) -> set[str]:
    """The fields in which a record differs from what is stored; refuses any that is not a side of a pair."""
    changed = {
        field.name
        for field in content._meta.concrete_fields
        if getattr(content, field.attname) != getattr(stored, field.attname)
    }
    if changed - {name for name, _language in sides_of(type(content))}:
        raise ActionRefused(_("A translation changes words only."))
    return changed
