"""Fields that several forms share: a person by address or number, a day, a choice of area."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import person_named
from copronet.common_ground.places.models import Area


class PersonField(forms.CharField):
    """For staff, who know the records: an e-mail address or a record number becomes the person."""

    def __init__(self, **options: Any) -> None:
        said = {"label": _("Person"), "help_text": _("Their e-mail address, or the number of their record.")}
        super().__init__(**said | options)

    def clean(self, value: Any) -> Person | None:
        key = super().clean(value)
        if not key:
            return None
        person = person_named(key)
        if person is None:
            raise ValidationError(_("Nobody with the network has this address or number."))
        return person


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options)


class WebsiteField(forms.URLField):
    """An address typed without its beginning is taken to be https."""

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", **options)


class FewRows(ModelChoiceIterator):
    """Reads its rows at once; Django opens a cursor on the server, which is meant for thousands."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from (self.choice(row) for row in self.queryset)


class ShortListField(forms.ModelChoiceField):
    """One of a few records; ``empty_label`` is the word for none of them."""

    iterator = FewRows


def areas_in_order() -> QuerySet[Area]:
    """The areas by their names in the language of the page."""
    return Area.objects.order_by(f"name_{reading_language().value}")


AREA = _("Area")


def area_field(*, empty_label: Any, label: Any = AREA) -> ShortListField:
    """One of the areas, or none."""
    return ShortListField(areas_in_order(), label=label, required=False, empty_label=empty_label)
