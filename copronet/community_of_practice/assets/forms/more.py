"""Who looks after an asset, its pictures, views with a name, and what a new member could offer."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.media.forms import WHO_IS_SHOWN, PictureField, picture_from
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import people_in_order, person_named
from copronet.community_of_practice.assets.choices import Kind
from copronet.community_of_practice.assets.models import SavedView

# Members send only pictures whose people have agreed.


class StewardForm(forms.Form):
    """Somebody to look after an asset: by the name on their page, which whoever asks can read already."""

    name = forms.CharField(
        label=_("Their name"),
        max_length=254,
        help_text=_("As it stands on their page, which has to be open to people in the network."),
    )

    def __init__(self, *args: Any, knows_records: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.knows_records = knows_records
        if knows_records:
            self.fields["name"].help_text = _(
                "As it stands on their page; or their e-mail address, or the number of their record."
            )

    def clean_name(self) -> Person:
        typed = " ".join(self.cleaned_data["name"].split())
        if self.knows_records and (known := person_named(typed)):
            return known
        found = list(people_in_order().filter(name__iexact=typed)[:2])
        if not found:
            raise ValidationError(_("Nobody whose page is open to people in the network has this name."))
        if len(found) > 1:
            raise ValidationError(_("Several people have this name. Ask the staff to do it for you."))
        return found[0]


class ShowPictureForm(OnceForm):
    """A picture with its words, and whether anybody in it can be recognised."""

    picture = PictureField(label=_("A picture"))
    alternative_cy = forms.CharField(
        label=_("What the picture shows"),
        required=False,
        max_length=300,
        help_text=_("For those who cannot see it."),
    )
    alternative_en = forms.CharField(label=_("What the picture shows"), required=False, max_length=300)
    people_shown = forms.ChoiceField(
        label=_("Who can be recognised in it?"), choices=WHO_IS_SHOWN, widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not (cleaned.get("alternative_cy") or cleaned.get("alternative_en")):
            self.add_error("alternative_cy", _("Say in a few words what the picture shows."))
        return cleaned

    def new_picture(self) -> Picture:
        """The picture that was sent, ready to be kept."""
        words = {name: self.cleaned_data[name] for name in ("alternative_cy", "alternative_en")}
        return picture_from(self.cleaned_data, **words)


class SaveViewForm(OnceForm, forms.ModelForm):
    """The name of a view; what was chosen comes with its address."""

    class Meta:
        model = SavedView
        fields = ("name_cy", "name_en")


class InterestForm(OnceForm):
    """What kind of asset it is that a new member said they could offer."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Kind.choices, initial=Kind.SKILLS)
