"""The questionnaires that come with the network, brought into the database and published."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.utils import timezone

from .choices import QUESTIONNAIRES, FoundedQuestion, FoundedQuestionnaire, State


def bring_in_questionnaires(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Add the questionnaires that are missing; one that is there stays as the network has it.

    Runs after each migration and each emptied test database.
    """
    try:
        questionnaires = apps.get_model("questions", "Questionnaire")
    except LookupError:  # migrated back to before these tables
        return
    there = set(questionnaires._base_manager.using(using).values_list("code", flat=True))
    for founded in QUESTIONNAIRES:
        if founded.code not in there:
            _bring_in(apps, using, founded)


def _bring_in(apps: Apps, using: str, founded: FoundedQuestionnaire) -> None:
    rows = {
        name: apps.get_model("questions", name)._base_manager.using(using) for name in ("Edition", "Question")
    }
    questionnaire = (
        apps.get_model("questions", "Questionnaire")
        ._base_manager.using(using)
        .create(
            code=founded.code,
            title_cy=founded.title_cy,
            title_en=founded.title_en,
            purpose_cy=founded.purpose_cy,
            purpose_en=founded.purpose_en,
        )
    )
    edition = rows["Edition"].create(questionnaire=questionnaire, number=1)
    for place, question in enumerate(founded.questions, start=1):
        kept = rows["Question"].create(edition=edition, place=place, **_words(question))
        _bring_in_options(apps.get_model("questions", "Option"), using, kept, question)
    edition.state, edition.published_at = State.PUBLISHED, timezone.now()
    edition.save()


def _words(question: FoundedQuestion) -> dict[str, Any]:
    return {
        "code": question.code,
        "kind": question.kind,
        "text_cy": question.text_cy,
        "text_en": question.text_en,
        "help_cy": question.help_cy,
        "help_en": question.help_en,
        "is_required": question.is_required,
        **question.limits,
    }


def _bring_in_options(options: Any, using: str, kept: Any, question: FoundedQuestion) -> None:
    options._base_manager.using(using).bulk_create(
        options(
            question=kept,
            code=option.code,
            text_cy=option.text_cy,
            text_en=option.text_en,
            value=option.value,
            place=place,
        )
        for place, option in enumerate(question.options, start=1)
    )
