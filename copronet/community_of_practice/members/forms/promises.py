"""Promising, and putting another promise in its place."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.forms.fields import area_field
from copronet.common_ground.themes.forms import ThemesField
from copronet.community_of_practice.members.actions.promises import make_promise
from copronet.community_of_practice.members.choices import months_from
from copronet.community_of_practice.members.models import Promise
from copronet.community_of_practice.members.queries import promise_of

from .joining import AboutMembership

MONTHS = (("3", _("In three months")), ("6", _("In half a year")), ("12", _("In a year")))
OTHER = "other"
FURTHEST = timedelta(days=5 * 366)


class PromiseForm(AboutMembership):
    """A promise in one's own words, in either language, and by when."""

    words = forms.CharField(
        label=_("What will you do?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One thing that you will do, or do differently, together with others. Small is good."),
    )
    language = forms.ChoiceField(
        label=_("You wrote it in"), choices=Language.choices, widget=forms.RadioSelect
    )
    by_when = forms.ChoiceField(
        label=_("By when?"),
        choices=[*MONTHS, (OTHER, _("Another day, which I give below"))],
        widget=forms.RadioSelect,
    )
    day = DateField(label=_("The day"), required=False)
    area = forms.ChoiceField(required=False)
    themes = ThemesField(label=_("What is it about?"), required=False)
    is_shared = forms.BooleanField(label=_("Others may read this promise"), required=False, initial=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))
        self.fields["area"].label = _("Where?")
        self.initial = {"language": reading_language().value, "by_when": "6", **self.initial}

    def so_far(self) -> dict[str, Any]:
        promise = promise_of(self.membership)
        return _as_typed(promise) if promise else {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        try:
            cleaned["due"] = _due(cleaned.get("by_when", ""), cleaned.get("day"))
        except ValidationError as slip:
            if "day" not in self.errors:
                self.add_error("day", slip)
        return cleaned

    def take(self, actor: Actor) -> None:
        said = self.cleaned_data
        make_promise(
            actor=actor,
            membership=self.membership,
            due=said["due"],
            area=said["area"],
            themes=said["themes"],
            is_shared=said["is_shared"],
            words_cy=said["words"] if said["language"] == Language.WELSH else "",
            words_en=said["words"] if said["language"] == Language.ENGLISH else "",
        )


def _due(by_when: str, day: date | None) -> date:
    today = timezone.localdate()
    if by_when in dict(MONTHS):
        return months_from(today, int(by_when))
    if day is None:
        raise ValidationError(_("Give the day by which you will do it."))
    if not today < day <= today + FURTHEST:
        raise ValidationError(_("Give a day to come, within five years."))
    return day


def _as_typed(promise: Promise) -> dict[str, Any]:
    language = promise.words.language
    return {
        "words": promise.words.text,
        "language": language.value,
        "by_when": OTHER,
        "day": promise.due,
        "area": promise.area_id,
        "themes": [theme.pk for theme in promise.themes.all()],
        "is_shared": promise.is_shared,
    }
