"""Writing questionnaires: what one is for, and one question with its answers to choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import VersionedForm
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.languages.models import keep_as_right
from copronet.common_ground.questions.actions import keep_question, keep_questionnaire
from copronet.common_ground.questions.choices import Kind
from copronet.common_ground.questions.models import Option, Question, Questionnaire

MOST_OPTIONS = 20
EMPTY_ROWS = 4


class QuestionnaireForm(PairedForm):
    verb = "questions.questionnaire_changed"

    class Meta:
        model = Questionnaire
        fields = ("title_cy", "title_en", "purpose_cy", "purpose_en")
        widgets = {"purpose_cy": forms.Textarea({"rows": 3}), "purpose_en": forms.Textarea({"rows": 3})}

    def do_deed(
        self,
        *,
        actor: Actor,
        content: Any,
        links: dict[str, Any],  # noqa: ARG002  (a questionnaire has none)
        based_on: int | None,
    ) -> None:
        keep_as_right(content, self.ticked)
        keep_questionnaire(actor=actor, questionnaire=content, based_on=based_on, key=self.deed_key)


class QuestionForm(VersionedForm):
    """A question with its answers to choose in rows; an emptied row takes the answer away.

    Codes are made from the words once, and kept, so that answers to later editions pool with these.
    """

    verb = "questions.question_changed"

    class Meta:
        model = Question
        fields = (
            "kind",
            "text_cy",
            "text_en",
            "help_cy",
            "help_en",
            "is_required",
            "least",
            "most",
        )
        widgets = {
            "kind": forms.RadioSelect,
            **{
                f"{name}_{side}": forms.Textarea({"rows": 2})
                for name in ("text", "help")
                for side in ("cy", "en")
            },
        }
        help_texts = {
            "least": _("For a number only. May be left empty."),
            "most": _("For a number only. May be left empty."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Kind.choices  # type: ignore[attr-defined]  # without an empty one
        there = list(self.instance.options.all()) if self.instance.pk else []
        rows = min(MOST_OPTIONS, len(there) + EMPTY_ROWS)
        self.options = [*there, *(Option() for _row in range(rows - len(there)))]
        for number, option in enumerate(self.options, start=1):
            self._add_row(number, option)

    def _add_row(self, number: int, option: Option) -> None:
        for side in ("cy", "en"):
            self.fields[f"option_{number}_{side}"] = forms.CharField(
                label=_("Answer to choose: %(number)s") % {"number": number},
                required=False,
                max_length=200,
                initial=getattr(option, f"text_{side}"),
            )
        self.fields[f"option_{number}_value"] = forms.IntegerField(
            label=_("What it counts for on the scale: %(number)s") % {"number": number},
            required=False,
            initial=option.value,
            widget=forms.NumberInput({"size": 4, "class": "by-size"}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind and Kind(kind).has_options and len(self.written_options()) < 2:
            self.add_error("option_1_cy", _("Write at least two answers to choose."))
        return cleaned

    def written_options(self) -> list[Option]:
        """The rows in which something is written, in order; none for a question that offers no choice."""
        written = []
        for number, option in enumerate(self.options, start=1):
            texts = {side: self.cleaned_data.get(f"option_{number}_{side}") or "" for side in ("cy", "en")}
            if any(texts.values()):
                option.text_cy, option.text_en = texts["cy"], texts["en"]
                option.value = self.cleaned_data.get(f"option_{number}_value")
                written.append(option)
        return written

    def do_deed(
        self,
        *,
        actor: Actor,
        content: Any,
        links: dict[str, Any],  # noqa: ARG002  (a question has none)
        based_on: int | None,
    ) -> None:
        options = self.written_options() if content.asks_for.has_options else []
        keep_question(actor=actor, question=content, options=options, based_on=based_on, key=self.deed_key)
