"""Both languages beside each other, each side with its state; and the same for a translator."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import VersionedForm
from copronet.common_ground.journal.queries import Change

from .actions import translate
from .choices import Language, State
from .models import Passage, keep_as_right, sides_of
from .queries import passages_of, rooms_with_words, whats_new

COLOURS = {
    State.MISSING: "pabi",
    State.OUT_OF_DATE: "pabi",
    State.TRANSLATED: "mor",
    State.WRITTEN: "",
    State.CHECKED: "cen",
}


@dataclass(frozen=True)
class Side:
    """One side of a pair on a form: its field, its state, what it is behind with, and the box beside it."""

    field: BoundField
    language: Language
    state: State | None
    box: BoundField | None
    news: list[Change]

    @property
    def colour(self) -> str:
        return COLOURS[self.state] if self.state else ""


class Row(NamedTuple):
    """A line of a form: both sides of a pair, Welsh first, or one field that has no language."""

    field: BoundField | None = None
    sides: tuple[Side, ...] = ()


class PairedForm(VersionedForm):
    """Edits a record with Welsh and English beside each other.

    Beside each side stands its state. A side that is left as it was while the other one changes becomes
    out of date, unless its box says that it is right as it is.
    """

    template_name = "languages/paired_form.html"
    box_label = _("This side is right as it is")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, _language in list(self.sides()):
            self.fields[name].widget.attrs["lang"] = name.rpartition("_")[2]
            if self.has_box(name):
                self.fields[f"{name}_right"] = forms.BooleanField(label=self.box_label, required=False)

    def sides(self) -> Iterator[tuple[str, Language]]:
        """The sides of pairs that stand on this form."""
        return (side for side in sides_of(self._meta.model) if side[0] in self.fields)

    def has_box(self, name: str) -> bool:
        """A side that says nothing yet cannot be right."""
        return bool(self.instance.pk and getattr(self.instance, name))

    @property
    def ticked(self) -> set[str]:
        """The sides whose box is ticked."""
        return {name for name, _language in self.sides() if self.cleaned_data.get(f"{name}_right")}

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:
        keep_as_right(content, self.ticked)
        super().do_deed(actor=actor, content=content, links=links, based_on=based_on)

    @property
    def rows(self) -> list[Row]:
        """What the template draws, in the order of the fields."""
        sides, boxes = dict(self.sides()), {f"{name}_right" for name, _language in self.sides()}
        rows = []
        for bound in self.visible_fields():
            stem = bound.name.rpartition("_")[0]
            if bound.name in boxes or (sides.get(bound.name) is Language.ENGLISH and f"{stem}_cy" in sides):
                continue
            both = (f"{stem}_{side}" for side in Language.values)
            pair = tuple(self._side(name) for name in both if name in sides)
            rows.append(Row(sides=pair) if bound.name in sides else Row(field=bound))
        return rows

    def _side(self, name: str) -> Side:
        passage = self._passages.get(name)
        return Side(
            field=self[name],
            language=Language(name[-2:]),
            state=State(passage.state) if passage else None,
            box=self[f"{name}_right"] if f"{name}_right" in self.fields else None,
            news=self._news.get(name, []),
        )

    @cached_property
    def _passages(self) -> dict[str, Passage]:
        return passages_of(self.instance) if self.instance.pk else {}

    @cached_property
    def _news(self) -> dict[str, list[Change]]:
        return whats_new(self.instance, self._passages) if self.instance.pk else {}


class TranslationForm(PairedForm):
    """A record's words for a translator: each side can be changed, and marked as checked."""

    box_label = _("I have checked this side against the other")

    def has_box(self, name: str) -> bool:  # noqa: ARG002  (every side can be written and checked at once)
        return True

    def do_deed(
        self,
        *,
        actor: Actor,
        content: Model,
        links: dict[str, Any],  # noqa: ARG002  (a translation changes words only)
        based_on: int | None,
    ) -> None:
        translate(actor=actor, content=content, checked=self.ticked, based_on=based_on, key=self.deed_key)


def translation_form(model: type[Model]) -> type[TranslationForm]:
    """The form with every pair of a model and nothing else."""
    names = [name for name, _language in sides_of(model)]
    form: Any = forms.modelform_factory(model, form=TranslationForm, fields=names)
    return form


class QueueForm(forms.Form):
    """Which part of the queue to see."""

    language = forms.ChoiceField(label=_("To be written in"), required=False)
    room = forms.ChoiceField(label=_("Where"), required=False)
    says_what_is_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everywhere = [("", _("Everywhere")), *rooms_with_words()]
        either = [("", _("Either language")), *Language.choices]
        self.fields["language"].choices = either  # type: ignore[attr-defined]  # a ChoiceField, above
        self.fields["room"].choices = everywhere  # type: ignore[attr-defined]  # a ChoiceField, above
