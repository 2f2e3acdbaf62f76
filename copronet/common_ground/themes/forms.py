"""Choosing themes on any form, and curating them."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms.models import ModelChoiceIterator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.languages.models import keep_as_right
from copronet.common_ground.people.forms.fields import ShortListField, area_field

from .actions import keep_theme
from .models import Theme, ThemeWord
from .queries import themes_by_breadth, themes_in_order, words_by_language


class _GroupedThemes(ModelChoiceIterator):
    """Each broad theme as a heading over itself and its parts; then those chosen once and no longer on offer."""

    field: "ThemesField"

    def __iter__(self) -> Iterator[Any]:
        alone = []
        for broad, parts in themes_by_breadth():
            if not parts:
                alone.append(self.choice(broad))
                continue
            in_general = (self.choice(broad)[0], _("%(theme)s in general") % {"theme": broad.name.text})
            yield broad.name.text, [*map(self.choice, parts), in_general]
        alone += [self.choice(theme) for theme in self.field.kept_themes()]
        if alone:
            yield _("Other themes"), alone


class AreaAndThemeForm(forms.Form):
    """Which part of a list to show, by where it is and what it is about."""

    area = forms.ChoiceField(required=False)
    theme = ShortListField(
        Theme.objects.none(), label=_("Theme"), required=False, empty_label=_("All themes")
    )
    says_what_is_optional = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))
        self.fields["theme"].queryset = themes_in_order()  # type: ignore[attr-defined]  # a choice of models

    @property
    def facets(self) -> dict[str, Any]:
        """What was chosen; what cannot be read counts as not chosen."""
        if not self.is_bound:
            return {}
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class ThemesInput(forms.CheckboxSelectMultiple):
    """Checkboxes folded under the broad themes: eight lines on a phone, until somebody opens one."""

    template_name = "themes/widgets/themes.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["groups"] = [
            (heading, options, sum(option["selected"] for option in options))
            for heading, options, _index in context["widget"]["optgroups"]
        ]
        return context


class ThemesField(forms.ModelMultipleChoiceField):
    """Checkboxes under the headings of the broad themes; ``cleaned_data`` holds a queryset of `Theme`.

    ``kept`` are the themes that the record carries already: they can stay though they are no longer on offer.
    """

    iterator = _GroupedThemes
    widget = ThemesInput

    def __init__(self, *, kept: Any = (), most: int | None = None, **options: Any) -> None:
        hint = (
            format_lazy(_("Choose as many as you like, up to {most}."), most=most)
            if most
            else _("Choose as many as you like.")
        )
        said = {"label": _("Themes"), "help_text": hint, "required": False}
        self.kept, self.most = [theme.pk for theme in kept], most
        super().__init__(Theme.objects.none(), **said | options)
        self.queryset = self._choosable()

    def _choosable(self) -> Any:
        return Theme.objects.filter(Q(is_offered=True) | Q(pk__in=self.kept))

    def kept_themes(self) -> Any:
        """Those carried already that are no longer on offer."""
        if not self.kept:
            return []
        return themes_in_order().filter(pk__in=self.kept, is_offered=False)

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        if self.most and len(chosen) > self.most:
            raise ValidationError(format_lazy(_("Choose as many as you like, up to {most}."), most=self.most))
        return chosen


class WordsField(forms.CharField):
    """One word or phrase a line; gives them as a list, each once."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea({"rows": 4})
        super().__init__(widget=widget, required=False, max_length=4000, **options)

    def clean(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        # Of two that differ in capitals alone, the first stays.
        words = list({line.casefold(): line for line in reversed(lines) if line}.values())[::-1]
        longest = ThemeWord._meta.get_field("word").max_length or 0
        if any(len(word) > longest for word in words):
            raise ValidationError(
                _("Write one word or short phrase on each line, of %(longest)s letters at most."),
                params={"longest": longest},
            )
        return words


class ThemeForm(PairedForm):
    verb = "themes.theme_changed"
    welsh_words = WordsField(
        label=_("Other Welsh words for it"), help_text=_("One on each line. The theme is found by them.")
    )
    english_words = WordsField(
        label=_("Other English words for it"), help_text=_("One on each line. The theme is found by them.")
    )

    class Meta:
        model = Theme
        fields = ("name_cy", "name_en", "about_cy", "about_en", "broader", "is_offered")
        widgets = {"about_cy": forms.Textarea({"rows": 3}), "about_en": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        broader = themes_in_order().filter(broader__isnull=True).exclude(pk=self.instance.pk)
        self.fields["broader"] = forms.ModelChoiceField(
            broader, label=_("Part of a broader theme"), required=False, empty_label=_("No")
        )
        self.fields["welsh_words"].widget.attrs["lang"] = Language.WELSH.value
        self.fields["english_words"].widget.attrs["lang"] = Language.ENGLISH.value
        if self.instance.pk:
            words = words_by_language(self.instance)
            self.initial["welsh_words"] = "\n".join(words[Language.WELSH])
            self.initial["english_words"] = "\n".join(words[Language.ENGLISH])

    def do_deed(
        self,
        *,
        actor: Actor,
        content: Any,
        links: dict[str, Any],  # noqa: ARG002  (a theme has none)
        based_on: int | None,
    ) -> None:
        keep_as_right(content, self.ticked)
        words = {
            Language.WELSH: self.cleaned_data["welsh_words"],
            Language.ENGLISH: self.cleaned_data["english_words"],
        }
        keep_theme(actor=actor, theme=content, words=words, based_on=based_on, key=self.deed_key)
