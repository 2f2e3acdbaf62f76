"""Asking "is this you?" before an organisation is made again; and finding the other of two records."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import AlreadyDone, once
from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.queries import organisation_named
from copronet.common_ground.people.queries.duplicates import Likeness, like_these

LOOK_FIRST = _("Organisations like this are here already. Look at them above before you go on.")


class IsThisYou(OnceForm):
    """A form that shows the organisations like the one written down, and goes on when somebody says it is none.

    Put it before the form that asks for the organisation, and show ``people/likenesses.html`` above it. What
    was shown and said to be none stands in ``likenesses`` once the form is valid.
    """

    none_is_it = forms.BooleanField(
        label=_("I have looked: none of these is the one I am adding"),
        required=False,
        widget=forms.HiddenInput,
    )
    shown = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    likenesses: list[Likeness] = []

    @property
    def register_numbers(self) -> Mapping[str, str]:
        """The numbers written down, by the code of their register; a form that asks for any says which."""
        return {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self._is_done():
            self.likenesses = like_these(
                name_cy=cleaned.get("name_cy") or "",
                name_en=cleaned.get("name_en") or "",
                short_names=[cleaned.get("short_name_cy") or "", cleaned.get("short_name_en") or ""],
                website=cleaned.get("website") or "",
                numbers=self.register_numbers,
            )
        if self.likenesses:
            self._ask(cleaned)
        return cleaned

    def _is_done(self) -> bool:
        """The same form sent before has made the very organisation that would be found now."""
        try:
            once(self.deed_key)
        except AlreadyDone:
            return True
        return False

    def _ask(self, cleaned: dict[str, Any]) -> None:
        """Go on only for what has been shown: another that came meanwhile is shown too."""
        here = [str(each.organisation.pk) for each in self.likenesses]
        known = set(here) <= set(cleaned.get("shown", "").split())
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed[self.add_prefix("shown")] = " ".join(here)
        if not known:
            typed.pop(self.add_prefix("none_is_it"), None)
        self.data = typed
        self.fields["none_is_it"].widget = forms.CheckboxInput()
        if not (known and cleaned.get("none_is_it")):
            self.add_error("none_is_it", ValidationError(LOOK_FIRST, code="likenesses"))


class OrganisationField(forms.CharField):
    """For staff: the number of an organisation's record, or one of its names in full."""

    def clean(self, value: Any) -> Organisation | None:
        key = super().clean(value)
        if not key:
            return None
        organisation = organisation_named(key)
        if organisation is None:
            raise ValidationError(_("No organisation has this number or name."))
        return organisation


class OtherOrganisationForm(forms.Form):
    other = OrganisationField(
        label=_("The other record of this organisation"),
        help_text=_("Its name in full, or the number at the end of its page's address."),
        max_length=200,
    )


class MergeOrganisationsForm(forms.Form):
    """Line by line, which of two records is right. Built for the two in hand."""

    def __init__(self, *args: Any, lines: list[tuple[str, Any, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, stays, goes in lines:
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[("kept", stays or _("(empty)")), ("duplicate", goes or _("(empty)"))],
                initial="kept" if stays else "duplicate",
                widget=forms.RadioSelect,
            )
