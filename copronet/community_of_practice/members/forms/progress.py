"""Telling how it is going: from a letter by one tap, or on one's own page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.media.forms import WHO_IS_SHOWN, PictureField, picture_from
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.forms.fields import WebsiteField
from copronet.common_ground.people.models import Support
from copronet.community_of_practice.members.choices import About, Going

PICTURE = ("picture", "alternative", "people_shown")
# Members send only pictures whose people have agreed; staff can keep one and ask afterwards.


class WordsForm(forms.Form):
    """A few words, in either language, and whether others may read them."""

    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    language = forms.ChoiceField(
        label=_("You wrote it in"),
        choices=Language.choices,
        widget=forms.RadioSelect(attrs={"class": "in-a-row"}),
    )
    is_shared = forms.BooleanField(label=_("Others may read it"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("language", reading_language().value)


class ProgressForm(OnceForm, WordsForm):
    """All that a member may say: of a promise how it is going; of their own work a picture and a link too."""

    going = forms.ChoiceField(
        label=_("How is it going?"), choices=Going.choices, required=False, widget=forms.RadioSelect
    )
    link = WebsiteField(label=_("A link"), required=False)
    picture = PictureField(label=_("A picture"), required=False)
    alternative = forms.CharField(
        label=_("What the picture shows"),
        required=False,
        max_length=300,
        help_text=_("For those who cannot see it."),
    )
    people_shown = forms.ChoiceField(
        label=_("Who can be recognised in it?"),
        choices=WHO_IS_SHOWN,
        required=False,
        widget=forms.RadioSelect,
    )
    given = forms.ChoiceField(
        label=_("How they told you"), choices=Support.Agreed.choices, required=False, widget=forms.RadioSelect
    )
    field_order = [
        "going",
        "words",
        "language",
        "link",
        "picture",
        "alternative",
        "people_shown",
        "is_shared",
        "given",
    ]

    def __init__(self, *args: Any, about: About, for_somebody_else: bool = False, **options: Any) -> None:
        self.about = about
        super().__init__(*args, **options)
        for name in self._not_asked(for_somebody_else=for_somebody_else):
            del self.fields[name]

    def _not_asked(self, *, for_somebody_else: bool) -> list[str]:
        about = ["link", *PICTURE] if self.about is About.PROMISE else ["going"]
        return about if for_somebody_else else [*about, "given"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        said = ("going", "words", "link", "picture")
        if not self.errors and not any(cleaned.get(name) for name in said):
            raise ValidationError(_("Say something first: an answer, a few words, a picture or a link."))
        if cleaned.get("picture"):
            self._ask_about_the_picture(cleaned)
        return cleaned

    def _ask_about_the_picture(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("alternative"):
            self.add_error("alternative", _("Say in a few words what the picture shows."))
        if not cleaned.get("people_shown"):
            self.add_error("people_shown", _("Say whether anybody can be recognised, and has agreed."))

    def new_picture(self) -> Picture | None:
        """The picture that was sent, ready to be kept; its words in the language of the answer."""
        said = self.cleaned_data
        if not said.get("picture"):
            return None
        return picture_from(said, **{f"alternative_{said['language']}": said["alternative"]})

    def said(self) -> dict[str, Any]:
        """What goes into the note itself."""
        names = ("going", "words", "language", "link", "is_shared")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
