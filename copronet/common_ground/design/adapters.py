"""What Django's forms ask of the design system: their templates, and fields that know their language."""

from collections.abc import Iterable
from typing import Any, cast

from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms import BaseForm, ChoiceField, ClearableFileInput, Field, ModelChoiceField
from django.forms.boundfield import BoundField as PlainBoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import CheckboxInput, Select, Widget
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import NEITHER

OURS = {
    f"django/forms/widgets/{name}.html": f"components/widgets/{name}.html"
    for name in ("checkbox_select", "clearable_file_input", "multiwidget", "radio", "select")
}


class BoundField(PlainBoundField):
    """A field on its form, with the few facts that `components/field.html` needs beyond Django's own."""

    @property
    def language(self) -> str:
        """``cy`` or ``en`` when this is one side of a pair, else nothing."""
        stem, _underscore, side = self.name.rpartition("_")
        other = {"cy": "en", "en": "cy"}.get(side)
        return side if other and f"{stem}_{other}" in self.form.fields else ""

    @property
    def is_optional(self) -> bool:
        said = getattr(self.form, "says_what_is_optional", True)
        return said and not self.field.required and not self.is_one_checkbox and not self.language

    @property
    def has_neither(self) -> bool:
        """Whether what is wrong is that both sides of the pair are empty: that is said of the pair."""
        return any(error.code == NEITHER for error in self.errors.as_data())

    @property
    def is_one_checkbox(self) -> bool:
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_filled(self) -> bool:
        value = self.value()
        return bool(value) and value != self.field.initial

    @property
    def use_fieldset(self) -> bool:
        return super().use_fieldset and not isinstance(self.field.widget, ClearableFileInput)

    @property
    def aria_describedby(self) -> str | None:
        """The two sides of a pair share the Welsh side's hint, and the word that both are empty."""
        described_by = super().aria_describedby
        if self.language != "en":
            return described_by
        welsh = cast("BoundField", self.form[f"{self.name.removesuffix('_en')}_cy"])
        shared = (described_by or "").replace(f"{self.auto_id}_helptext", f"{welsh.auto_id}_helptext")
        return f"{shared} {welsh.auto_id}_error".strip() if welsh.has_neither else shared or None

    @property
    def label_before_error(self) -> str:
        """The label as the summary of errors says it, with the side of a pair and a colon where one fits."""
        side = {"cy": " (Cymraeg)", "en": " (English)"}.get(self.language, "")
        label = f"{self.label}{side}"
        return label if label.endswith((":", "?", ".", "!")) else f"{label}:"

    @property
    def first_control(self) -> str:
        """The id of what a link in the error summary should reach: the field, or the first of its parts."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.id_for_label or self.auto_id)

    def as_widget(self, *args: Any, **kwargs: Any) -> Any:
        say_empty_choice(self.field)
        return super().as_widget(*args, **kwargs)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        if self.language:
            attrs.setdefault("lang", self.language)
        if self.use_fieldset:
            # The group says what is wrong; a single radio button may not.
            attrs.pop("aria-invalid", None)
        return attrs


def say_empty_choice(field: Field) -> None:
    """A word for the choice of nothing, where Django draws dashes."""
    dashes = BLANK_CHOICE_DASH[0][1]
    word = _("Choose") if field.required else _("Nothing chosen")
    if isinstance(field, ModelChoiceField):
        if field.empty_label == dashes:
            field.empty_label = word
    elif isinstance(field, ChoiceField) and isinstance(field.widget, Select):
        choices = list(cast("Iterable[tuple[Any, Any]]", field.choices))
        field.choices = [(value, word if label == dashes else label) for value, label in choices]


class Renderer(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    formset_template_name = "components/formset.html"
    bound_field_class = BoundField

    def get_template(self, template_name: str) -> Any:
        return super().get_template(OURS.get(template_name, template_name))


def bound_pairs(form: BaseForm) -> list[tuple[BoundField, ...]]:
    """The visible fields in order, the two sides of a pair together and Welsh first."""
    fields = cast("list[BoundField]", form.visible_fields())
    by_name = {field.name: field for field in fields}
    return [
        (field, by_name[f"{field.name.removesuffix('_cy')}_en"]) if field.language else (field,)
        for field in fields
        if field.language != "en"
    ]


def folded_fields(form: BaseForm) -> list[BoundField]:
    """The fields that stand folded away; none where a page says that it ``shows_all``."""
    names = () if getattr(form, "shows_all", False) else getattr(form, "folded", ())
    return [cast("BoundField", form[name]) for name in names if name in form.fields]
