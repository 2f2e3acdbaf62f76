"""The form that an edition asks with, in the reader's language."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.places.models import Area
from copronet.common_ground.questions.actions import keep_answers
from copronet.common_ground.questions.choices import LONGEST_TEXT
from copronet.common_ground.questions.models import Edition, Question, Response
from copronet.common_ground.questions.queries import answered, paper_options, questions_of

FINISH = "finish"  # the name of the button that hands the answers in


class AnswersForm(forms.Form):
    """Every question of an edition, or those named in ``only``, with what ``response`` says already.

    Saved as it goes: what has to be answered is asked only when ``finish`` is true, which it is where the
    button of that name was pressed. ``numbered`` puts the codes of the paper form before questions and
    answers, for whoever types one in. Use: ``form.save_as(actor, response)``, whether valid or not.
    """

    prefix = "q"

    def __init__(
        self,
        *,
        edition: Edition,
        response: Response | None = None,
        data: Any = None,
        finish: bool | None = None,
        only: Collection[str] | None = None,
        numbered: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data=data, **options)
        self.edition, self.response = edition, response
        self.finish = FINISH in self.data if finish is None else finish
        self.questions = [
            (number, question)
            for number, question in enumerate(questions_of(edition), start=1)
            if only is None or question.code in only
        ]
        for number, question in self.questions:
            self.fields[question.code] = self._field(question, number if numbered else None)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        value = self._said.get(field_name, super().get_initial_for_field(field, field_name))
        return date.fromisoformat(value) if isinstance(field, DateField) and value else value

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered rightly, by code; None where an answer was left out or taken back."""
        self.is_valid()
        cleaned = getattr(self, "cleaned_data", {})  # absent while nothing was sent
        return {
            question.code: _plain(cleaned[question.code])
            for _number, question in self.questions
            if question.code in cleaned
        }

    def save_as(self, actor: Actor, response: Response, *, language: Language | None = None) -> bool:
        """Keep what was answered rightly, even beside mistakes; hand it in where that was asked and it is whole.

        Whether the answers are now handed in. Raises `ActionRefused`.
        """
        finish = self.is_valid() and self.finish
        keep_answers(
            actor=actor,
            response=response,
            answers=self.answers,
            finish=finish,
            language=language or reading_language(),
        )
        return finish

    @cached_property
    def _said(self) -> dict[str, Any]:
        return answered(self.response) if self.response is not None else {}

    def _field(self, question: Question, number: int | None) -> forms.Field:
        shared = {
            "label": question.text if number is None else f"{number}. {question.text}",
            "help_text": question.help,
            "required": question.is_required and self.finish,
        }
        field: forms.Field = getattr(self, f"_{question.kind}")(question, number, shared)
        return field

    def _choice(self, question: Question, number: int | None, shared: dict[str, Any]) -> forms.Field:
        return forms.ChoiceField(choices=_options(question, number), widget=forms.RadioSelect, **shared)

    _scale = _choice

    def _several(self, question: Question, number: int | None, shared: dict[str, Any]) -> forms.Field:
        choices = _options(question, number)
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **shared)

    def _number(self, question: Question, _number: int | None, shared: dict[str, Any]) -> forms.Field:
        widget = forms.NumberInput({"inputmode": "numeric", "size": 6, "class": "by-size"})
        return forms.IntegerField(min_value=question.least, max_value=question.most, widget=widget, **shared)

    def _date(self, _question: Question, _number: int | None, shared: dict[str, Any]) -> forms.Field:
        return DateField(**shared)

    def _text(self, _question: Question, _number: int | None, shared: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 3}), **shared)

    def _place(self, _question: Question, _number: int | None, shared: dict[str, Any]) -> forms.Field:
        side = f"name_{reading_language().value}"
        areas = Area.objects.order_by(side).values_list("code", side)
        return forms.ChoiceField(choices=[("", _("Choose an area")), *areas], **shared)


def _options(question: Question, number: int | None) -> list[tuple[str, Any]]:
    if number is None:
        return [(option.code, option.text) for option in question.options.all()]
    return [(option.code, f"{code}. {option.text}") for code, option in paper_options(number, question)]


def _plain(value: Any) -> Any:
    if value in ("", [], None):
        return None
    return value.isoformat() if isinstance(value, date) else value
