from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import (
    add_called,
    add_export,
    add_matter,
    add_power,
    add_words,
    when_leaving,
    when_merging,
    when_merging_organisations,
)

from .choices import Given


class QuestionsConfig(AppConfig):
    name = "copronet.common_ground.questions"
    verbose_name = _("Questionnaires")

    def ready(self) -> None:
        from .imports import bring_in_questionnaires  # noqa: PLC0415  (models exist only now)

        add_matter("questions", _("Answering questions and surveys"))
        add_power("questions.edit", _("Write and publish questionnaires"))
        add_power("questions.read_answers", _("Read answers to questionnaires, without names"))
        add_link(
            "account",
            _("Questionnaires"),
            "questions:questionnaires",
            order=14,
            shown=lambda request: (
                request.user.has_perm("questions.edit") or request.user.has_perm("questions.read_answers")
            ),
        )
        _name_deeds()
        _show_histories()
        _hand_out_and_forget()
        post_migrate.connect(bring_in_questionnaires, sender=self)


def _name_deeds() -> None:
    add_verb("questions.questionnaire_added", _("added a questionnaire"))
    add_verb("questions.questionnaire_changed", _("changed what a questionnaire is for"))
    add_verb("questions.edition_begun", _("began a new edition of a questionnaire"))
    add_verb("questions.edition_published", _("published a questionnaire"), public=True)
    add_verb("questions.edition_closed", _("closed an edition of a questionnaire"), public=True)
    add_verb("questions.question_added", _("added a question"))
    add_verb("questions.question_changed", _("changed a question"))
    add_verb("questions.question_moved", _("moved a question"))
    add_verb("questions.question_removed", _("removed a question"))
    add_verb("questions.option_changed", _("changed an answer to choose"))
    add_verb("questions.response_begun", _("began to answer a questionnaire"))
    add_verb("questions.answers_kept", _("answered questions"))
    add_verb("questions.response_finished", _("handed in the answers to a questionnaire"))
    add_verb("questions.response_withdrawn", _("took back the answers to a questionnaire"))
    add_verb("questions.answers_taken", _("took a copy of the answers to a questionnaire"))


def _show_histories() -> None:
    from .models import Option, Question, Questionnaire  # noqa: PLC0415  (models exist only now)

    def of_question(question: Question) -> str:
        return str(question.edition.get_absolute_url())

    def of_option(option: Option) -> str:
        return str(option.question.edition.get_absolute_url())

    def plainly(questionnaire: Questionnaire) -> str:
        return str(questionnaire.get_absolute_url())

    def called(record: Question | Option) -> object:
        return record.text

    see, edit = "questions.see_words", "questions.change_words"
    add_record(Questionnaire, see="questions.read", edit="questions.edit", address=plainly)
    add_record(Question, see=see, edit=edit, address=of_question, name=called)
    add_record(Option, see=see, edit=edit, address=of_option, name=called)


def _hand_out_and_forget() -> None:
    from .actions.answers import forget_answers, move_answers  # noqa: PLC0415  (models exist only now)
    from .queries import answers_of  # noqa: PLC0415  (as above)

    add_export("answers", answers_of)
    add_words("given", dict(Given.choices), within="answers")
    add_called(
        {
            "answers": _("My answers"),
            "questionnaire_cy": _("Questionnaire, in Welsh"),
            "questionnaire_en": _("Questionnaire, in English"),
            "edition": _("Edition"),
            "begun": _("Begun"),
            "finished": _("Handed in"),
            "question_cy": _("Question, in Welsh"),
            "question_en": _("Question, in English"),
            "answer_cy": _("Answer, in Welsh"),
            "answer_en": _("Answer, in English"),
        }
    )
    when_leaving(forget_answers)
    when_merging(move_answers)
    when_merging_organisations(move_answers)
