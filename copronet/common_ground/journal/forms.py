"""Forms that notice another person's save of the same record, and forms that do their deed only once."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MaxValueValidator
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from . import registry
from .actions import Actor, AlreadyDone, save
from .models import Deed
from .queries import Change, content_of, labelled, type_of, version_number, versions_of

CONFLICT = _(
    "Somebody else saved this while you were writing. What they changed is shown here,"
    " and what you wrote is still below. Put the two together and save again."
)


class NothingForm(forms.Form):
    """A deed that needs nothing but the button."""


class OnceForm(forms.Form):
    """A form that does its deed once, however often it is sent: by a double click or by the back button.

    Hand ``form.deed_key`` to the action as ``key``; the second time it raises `AlreadyDone`.
    """

    key_name = "deed_key"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.key_name] = forms.UUIDField(widget=forms.HiddenInput, required=False)
        self.initial.setdefault(self.key_name, uuid4())

    @property
    def deed_key(self) -> Any:
        """The key sent with this form; None from a client that sent none."""
        return self.cleaned_data.get(self.key_name)


class VersionedForm(OnceForm, forms.ModelForm):
    """Plain editing of a content record: sends the version it began from, and saves through the journal.

    When that version is no longer the newest, the form comes back with ``conflict``: what the other person
    changed, field by field. Sending it again then saves over the newest version, knowingly. The same form
    sent twice is saved once.
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
        if self.instance.pk and self._based_on(cleaned) < self.newest and not self._is_done():
            self.show_conflict(self._based_on(cleaned))
        return cleaned

    def show_conflict(self, based_on: int) -> None:
        """Add the error that tells of the other person's save, and what they changed since ``based_on``."""
        self.newest = version_number(self.instance)
        self.conflict = _changes_since(self.instance, based_on, self.fields)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed[self.add_prefix("based_on")] = str(self.newest)
        self.data = typed
        self.add_error(None, forms.ValidationError(CONFLICT, code="conflict"))

    def save_as(self, actor: Actor) -> Any:
        """Save the record and its links in one transaction with its version and its line in the journal.

        Gives the record; the one saved before, where this same form was sent already. Raises `Overtaken`
        when somebody else's save came between checking this form and saving it.
        """
        content = super().save(commit=False)
        many = {field.name for field in content._meta.many_to_many}
        links = {name: value for name, value in self.cleaned_data.items() if name in many}
        based_on = self._based_on(self.cleaned_data) if content.pk else None
        try:
            self.do_deed(actor=actor, content=content, links=links, based_on=based_on)
        except AlreadyDone as done:
            if done.deed.object_type != type_of(content):
                raise
            return type(content)._base_manager.get(pk=done.deed.object_id)
        return content

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:
        """Hand what was sent to the journal; a form for another deed than plain saving says which."""
        save(
            actor=actor,
            verb=self.verb,
            content=content,
            links=links,
            based_on=based_on,
            key=self.deed_key,
        )

    def _based_on(self, cleaned: dict[str, Any]) -> int:
        return cleaned.get("based_on") or 0

    def _is_done(self) -> bool:
        return self.deed_key is not None and Deed.objects.filter(key=self.deed_key).exists()


class CompareForm(forms.Form):
    """Which two versions of a record to read side by side."""

    older = forms.IntegerField(label=_("Earlier version"), min_value=1)
    newer = forms.IntegerField(label=_("Later version"), min_value=1)

    def __init__(self, *args: Any, newest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.validators.append(MaxValueValidator(newest, _("There is no such version.")))
            field.widget.attrs["max"] = newest

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        older, newer = cleaned.get("older"), cleaned.get("newer")
        if older and newer and newer < older:
            cleaned |= {"older": newer, "newer": older}
        return cleaned


class RestoreForm(OnceForm):
    """Asks for an earlier version back, knowing which version stands now."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class AuditForm(forms.Form):
    """What to look for in the whole journal."""

    person = forms.CharField(
        label=_("Person"),
        help_text=_("Part of a name, or an e-mail address."),
        required=False,
        max_length=254,
    )
    verb = forms.ChoiceField(label=_("Deed"), required=False)
    first = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    # Nothing here is asked for, so "optional" would be said four times.
    says_what_is_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deeds = [(verb.code, str(verb.sentence)) for verb in registry.verbs()]
        deeds.sort(key=lambda deed: deed[1].casefold())
        field = self.fields["verb"]
        field.choices = [("", _("Every deed")), *deeds]  # type: ignore[attr-defined]  # a ChoiceField, above

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day comes before the first."))
        return cleaned


def _changes_since(record: Model, number: int, asked: Iterable[str]) -> list[Change]:
    """What differs between two versions, and of what no version keeps (`registry.Record`) how it stands."""
    begun = versions_of(record).filter(number=number).first()
    newest = versions_of(record).first()
    kept = newest.content if newest else {}
    stands = content_of(type(record)._base_manager.get(pk=record.pk))
    unkept = {name: stands[name] for name in asked if name in stands and name not in kept} if kept else {}
    return labelled(type(record), begun.content if begun else {}, kept | unkept)
