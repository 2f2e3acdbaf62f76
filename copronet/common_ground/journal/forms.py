"""A form that notices when somebody else saved the same record in the meantime."""

from typing import Any

from django import forms
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .actions import Actor, save
from .queries import Change, changes, version_number, versions_of

CONFLICT = _(
    "Somebody else saved this while you were writing. What they changed is shown here,"
    " and what you wrote is still below. Put the two together and save again."
)


class VersionedForm(forms.ModelForm):
    """Plain editing of a content record: sends the version it began from, and saves through the journal.

    When that version is no longer the newest, the form comes back with ``conflict``: what the other person
    changed, field by field. Sending it again then saves over the newest version, knowingly.
    """

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    verb: str
    conflict: list[Change] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.newest = version_number(self.instance) if self.instance.pk else 0
        self.initial.setdefault("based_on", self.newest)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and self._based_on(cleaned) < self.newest:
            self.show_conflict(self._based_on(cleaned))
        return cleaned

    def show_conflict(self, based_on: int) -> None:
        """Add the error that tells of the other person's save, and what they changed since ``based_on``."""
        self.newest = version_number(self.instance)
        self.conflict = _changes_since(self.instance, based_on)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed[self.add_prefix("based_on")] = str(self.newest)
        self.data = typed
        self.add_error(None, forms.ValidationError(CONFLICT, code="conflict"))

    def save_as(self, actor: Actor) -> Any:
        """Save the record and its links in one transaction with its version and its line in the journal.

        Raises `Overtaken` when somebody else's save came between checking this form and saving it.
        """
        content = super().save(commit=False)
        many = {field.name for field in content._meta.many_to_many}
        links = {name: value for name, value in self.cleaned_data.items() if name in many}
        based_on = self._based_on(self.cleaned_data) if content.pk else None
        save(actor=actor, verb=self.verb, content=content, links=links, based_on=based_on)
        return content

    def _based_on(self, cleaned: dict[str, Any]) -> int:
        return cleaned.get("based_on") or 0


def _changes_since(record: Model, number: int) -> list[Change]:
    begun = versions_of(record).filter(number=number).first()
    newest = versions_of(record).first()
    return changes(begun.content if begun else {}, newest.content if newest else {})
