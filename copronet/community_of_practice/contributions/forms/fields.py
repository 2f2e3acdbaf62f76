"""Fields for amounts: time as people write it, money as people write it, a party by address or name."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.queries import may_be_read, person_named
from copronet.community_of_practice.contributions.models import Party

MOST_MINUTES = 60 * 10_000
MOST_PENCE = 100 * 1_000_000
CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)")
HOURS = re.compile(r"(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:h|hr|hrs|hours?|awr|oriau|a)?")
MINUTES = re.compile(r"(\d{1,6})\s*(?:m|min|mins|minutes?|mun|munud|munudau)")
BOTH = re.compile(
    r"(\d{1,5})\s*(?:h|hr|hrs|hours?|awr)\s*(\d{1,2})\s*(?:m|min|mins|minutes?|mun|munud|munudau)?"
)
MONEY = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?\s*(?:p)?")


class DurationField(forms.Field):
    """How long, in one box, as minutes: 2, 1.5, 1:30, 90 min, 1 awr 30."""

    default_error_messages = {
        "required": _("Write how long it took."),
        "wrong": _("Write how long like 2, 1.5 or 1:30, in hours, or like 45 min."),
        "negative": _("Write how long it took: more than nothing."),
        "most": _("That is longer than can be written down in one go."),
    }

    def __init__(self, **options: Any) -> None:
        said = {"help_text": _("In hours, such as 2, 1.5 or 1:30; or 45 min.")}
        options.setdefault("widget", forms.TextInput({"size": 8, "autocomplete": "off", "class": "by-size"}))
        super().__init__(**said | options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 60}:{value % 60:02d}" if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return value or None
        text = str(value).strip().casefold().replace("\N{MINUS SIGN}", "-")
        if text.startswith("-"):
            raise self._refusal("negative")
        minutes = _minutes(text)
        if minutes is None:
            raise self._refusal("wrong")
        if minutes == 0:
            raise self._refusal("negative")
        if minutes > MOST_MINUTES:
            raise self._refusal("most")
        return minutes

    def _refusal(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class MoneyField(forms.Field):
    """An amount of money in one box, as pence: 12, 12.50, £1,200."""

    default_error_messages = {
        "required": _("Write an amount."),
        "wrong": _("Write the amount in pounds, like 12 or 12.50."),
        "negative": _("Write an amount of more than nothing."),
        "most": _("That is more than can be written down in one go."),
    }

    def __init__(self, *, may_be_nothing: bool = False, **options: Any) -> None:
        self.may_be_nothing = may_be_nothing
        said = {"help_text": _("In pounds, such as 12 or 12.50.")}
        options.setdefault("widget", forms.TextInput({"size": 10, "autocomplete": "off", "class": "by-size"}))
        super().__init__(**said | options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 100}.{value % 100:02d}" if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        text = str(value).strip().replace("\N{MINUS SIGN}", "-")
        if text.startswith(("-", "£-")):
            raise ValidationError(self.error_messages["negative"], code="negative")
        written = MONEY.fullmatch(text)
        if not written:
            raise ValidationError(self.error_messages["wrong"], code="wrong")
        pence = int(written[1].replace(",", "")) * 100 + int((written[2] or "0").ljust(2, "0"))
        if pence == 0 and not self.may_be_nothing:
            raise ValidationError(self.error_messages["negative"], code="negative")
        if pence > MOST_PENCE:
            raise ValidationError(self.error_messages["most"], code="most")
        return pence


class PartyField(forms.CharField):
    """A person by e-mail address or number, or an organisation by its name in either language.

    ``reader`` is set by the form: a person whose page the reader may not open is not found, so that nobody
    learns from asking who is in the network.
    """

    reader: Any = None

    def __init__(self, **options: Any) -> None:
        said = {
            "label": _("Person or organisation"),
            "help_text": _("The person's e-mail address, or the organisation's full name."),
        }
        super().__init__(**said | options)

    def clean(self, value: Any) -> Party | None:
        key = super().clean(value)
        if not key:
            return None
        found = _person(key, self.reader) or _organisation(key)
        if found is None:
            raise ValidationError(
                _("We found nobody of that address or name whose page you can open."), code="unknown"
            )
        return found


def _person(key: str, reader: Any) -> Party | None:
    person = person_named(key)
    return person if person is not None and reader is not None and may_be_read(person, reader) else None


def _organisation(key: str) -> Party | None:
    named = Organisation.objects.filter(Q(name_cy__iexact=key) | Q(name_en__iexact=key), merged_into=None)
    return named.first() if named.count() == 1 else None


def _minutes(text: str) -> int | None:
    if written := CLOCK.fullmatch(text):
        return int(written[1]) * 60 + int(written[2])
    if written := BOTH.fullmatch(text):
        return int(written[1]) * 60 + int(written[2])
    if written := MINUTES.fullmatch(text):
        return int(written[1])
    if written := HOURS.fullmatch(text):
        return round(Decimal(written[1].replace(",", ".")) * 60)
    return None
