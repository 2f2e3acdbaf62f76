"""Fields that ask as people write: a day in three parts, a time as it is said."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import dates
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

PARTS = ("day", "month", "year")
# "2", "14:30", "2.30pm", "2:30 yp" (y prynhawn), "9 yb" (y bore), "7 yh" (yr hwyr)
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?P<half>am|pm|yb|yp|yh)?")


class PartInput(forms.TextInput):
    """One part of a date, with its own label."""

    def __init__(self, part_label: Any, **attrs: Any) -> None:
        super().__init__({"inputmode": "numeric", **attrs})
        self.part_label = part_label

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["part_label"] = self.part_label
        return context


class DateInput(forms.MultiWidget):
    """Day, month and year, each in its own box."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, is_birthday: bool = False) -> None:
        labels = (_("Day"), _("Month"), _("Year"))
        sizes = (2, 2, 4)
        fill = [f"bday-{part}" if is_birthday else "off" for part in PARTS]
        boxes = [
            PartInput(label, size=size, autocomplete=autocomplete)
            for label, size, autocomplete in zip(labels, sizes, fill, strict=True)
        ]
        super().__init__(dict(zip(PARTS, boxes, strict=True)), attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class DateField(forms.Field):
    """A day. What is missing or wrong is said part by part; a month may be written as a word."""

    widget = DateInput
    default_error_messages = {
        "required": _("Write a date."),
        "day_missing": _("Write the day too."),
        "month_missing": _("Write the month too."),
        "year_missing": _("Write the year too."),
        "day_wrong": _("Write the day as a number from 1 to 31."),
        "month_wrong": _("Write the month as a number from 1 to 12."),
        "year_wrong": _("Write the year with four numbers, such as 2026."),
        "no_such_day": _("There is no such day in the calendar."),
    }

    def __init__(self, *, is_birthday: bool = False, **options: Any) -> None:
        options.setdefault("widget", DateInput(is_birthday=is_birthday))
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        written = [str(part or "").strip() for part in value]
        if not any(written):
            return None
        missing = [part for part, text in zip(PARTS, written, strict=True) if not text]
        if missing:
            raise self._wrong(*(f"{part}_missing" for part in missing))
        return self._day(*written)

    def _day(self, day: str, month: str, year: str) -> date:
        number = {"day": _whole(day, 31), "month": _month(month), "year": _whole(year, 9999)}
        if len(year) != 4:
            number["year"] = 0
        wrong = [f"{part}_wrong" for part in PARTS if not number[part]]
        if wrong:
            raise self._wrong(*wrong)
        try:
            return date(**number)
        except ValueError as slip:
            raise self._wrong("no_such_day") from slip

    def _wrong(self, *codes: str) -> ValidationError:
        return ValidationError([ValidationError(self.error_messages[code], code=code) for code in codes])

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class TimeField(forms.Field):
    """A time of day in one box, as people write it: 14:30, 2.30pm, 2pm; in Welsh also 9yb, 2yp, 7yh."""

    default_error_messages = {
        "required": _("Write a time."),
        "wrong": _("Write the time like 14:30 or 2.30pm."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput({"size": 8, "autocomplete": "off", "class": "by-size"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H:%M") if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        written = CLOCK.fullmatch(re.sub(r"[\s]|(?<=[a-z])\.", "", str(value).lower()))
        found = written and _clock(int(written["hour"]), int(written["minute"] or 0), written["half"])
        if not found:
            raise ValidationError(self.error_messages["wrong"], code="wrong")
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


def _clock(hour: int, minute: int, half: str | None) -> time | None:
    """The time that an hour of either half of the day means; nothing when there is no such time."""
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (0 if half in ("am", "yb") else 12)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _whole(text: str, highest: int) -> int:
    """The number written, or 0 when it is none or out of range."""
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number and 1 <= int(text) <= highest else 0


def _month(text: str) -> int:
    """A month by number, or by its name in either language, whole or cut after three letters or more."""
    if text.isdigit():
        return _whole(text, 12)
    return next((number for number, name in _month_names() if _begins(name, text)), 0)


def _month_names() -> list[tuple[int, str]]:
    names = []
    for language in ("cy", "en"):
        with override(language):
            names += [(number, str(name)) for number, name in dates.MONTHS.items()]
    return names


def _begins(name: str, text: str) -> bool:
    return len(text) >= 3 and name.casefold().startswith(text.casefold())
