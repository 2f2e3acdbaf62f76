import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.questions.actions import (
    begin_edition,
    close_edition,
    keep_question,
    move_question,
    publish_edition,
    remove_question,
)
from copronet.common_ground.questions.models import Edition, Option, Question, Questionnaire
from copronet.common_ground.questions.queries import codebook, edition_in_force
from tests.factories import person_with

from .conftest import question

pytestmark = pytest.mark.django_db


def codes(edition: Edition) -> list[str]:
    return [each["code"] for each in codebook(edition)]


@pytest.fixture
def editor(client):
    client.force_login(person_with("questions.edit"))
    return client


def sent(**changed: object) -> dict[str, object]:
    return {
        "kind": "choice",
        "text_cy": "Pa mor aml?",
        "text_en": "How often?",
        "option_1_cy": "Byth",
        "option_1_en": "Never",
        "option_1_value": "0",
        "option_3_cy": "Yn aml",
        "option_3_en": "Often",
        "based_on": 0,
    } | changed


def test_a_new_questionnaire_begins_with_an_edition_to_write(editor):
    editor.post(
        reverse("questions:add_questionnaire"), {"title_cy": "Digwyddiad", "title_en": "After an event"}
    )

    made = Questionnaire.objects.get(code="after-an-event")
    assert [(each.number, each.state) for each in made.editions.all()] == [(1, "written")]


def test_a_question_is_written_with_its_answers_to_choose(editor, written):
    editor.post(reverse("questions:add_question", args=[written.pk]), sent())

    made = written.questions.get(code="how-often")
    options = made.options.values_list("code", "text_cy", "value")
    assert list(options) == [("never", "Byth", 0), ("often", "Yn aml", None)]
    assert codes(written)[-1] == "how-often"


def test_the_same_form_sent_twice_adds_one_question(editor, written):
    form = sent(deed_key="5d0c9b9c-8d6f-4f1e-9a62-0c6a4c2f3b11")

    for _time in range(2):
        editor.post(reverse("questions:add_question", args=[written.pk]), form)

    assert written.questions.filter(text_en="How often?").count() == 1


def test_a_choice_needs_something_to_choose_from(editor, written):
    page = editor.post(
        reverse("questions:add_question", args=[written.pk]), sent(option_3_cy="", option_3_en="")
    )

    assert page.context["form"].errors.keys() == {"option_1_cy"}


def test_changing_words_keeps_codes_and_an_emptied_row_takes_the_answer_away(editor, written):
    asked = written.questions.get(code="choice")
    form = sent(option_2_cy="Weithiau", option_2_en="Sometimes", option_3_cy="", option_3_en="")

    editor.post(reverse("questions:change_question", args=[asked.pk]), form)

    asked.refresh_from_db()
    assert (asked.code, asked.text_en) == ("choice", "How often?")
    assert [option.code for option in asked.options.all()] == ["always", "often"]
    assert Version.objects.filter(object_type="questions.question", object_id=str(asked.pk)).count() == 1


def test_whoever_began_from_an_older_version_is_shown_what_changed_once(editor, written):
    asked = written.questions.get(code="choice")
    words = {"title_cy": "Un", "title_en": "One", "based_on": 0}
    pages = {
        reverse("questions:change_question", args=[asked.pk]): sent(),
        reverse("questions:change_questionnaire", args=["example"]): words,
    }

    for address, form in pages.items():
        assert editor.post(address, form).status_code == 302
        again = editor.post(address, form)

        assert again.status_code == 200
        assert again.text.count('id="conflict"') == 1
        assert again.context["form"].conflict


def test_questions_move_and_go(written):
    first, second, *_rest = written.questions.order_by("place")

    move_question(actor=CLOCKWORK, question=first, up=True)
    move_question(actor=CLOCKWORK, question=first, up=False)
    remove_question(actor=CLOCKWORK, question=second)

    assert codes(written) == ["choice", "scale", "number", "date", "text", "place"]


def test_an_edition_is_published_only_when_whole_in_both_languages(written):
    Option.objects.filter(question__code="scale", code="often").update(text_cy="")

    with pytest.raises(ActionRefused, match="scale"):
        publish_edition(actor=CLOCKWORK, edition=written)


def test_an_empty_edition_is_not_published(written):
    written.questions.all().delete()

    with pytest.raises(ActionRefused):
        publish_edition(actor=CLOCKWORK, edition=written)


def test_publishing_puts_one_edition_in_force_and_closes_the_one_before(edition):
    following = begin_edition(actor=CLOCKWORK, questionnaire=edition.questionnaire)
    assert codes(following) == codes(edition)

    publish_edition(actor=CLOCKWORK, edition=following)

    edition.refresh_from_db()
    assert (edition.state, edition_in_force("example")) == ("closed", following)


def test_one_edition_is_written_at_a_time(written):
    with pytest.raises(ActionRefused):
        begin_edition(actor=CLOCKWORK, questionnaire=written.questionnaire)


def test_a_closed_edition_is_not_closed_or_published_again(edition):
    close_edition(actor=CLOCKWORK, edition=edition)

    for deed in (close_edition, publish_edition):
        with pytest.raises(ActionRefused):
            deed(actor=CLOCKWORK, edition=edition)


def test_no_deed_changes_the_words_of_a_published_edition(edition):
    asked = edition.questions.get(code="choice")
    before = Deed.objects.count()

    for deed in (
        lambda: keep_question(actor=CLOCKWORK, question=asked, options=[]),
        lambda: move_question(actor=CLOCKWORK, question=asked, up=False),
        lambda: remove_question(actor=CLOCKWORK, question=asked),
    ):
        with pytest.raises(ActionRefused):
            deed()

    assert Deed.objects.count() == before


def test_the_database_itself_refuses_to_change_the_words_of_a_published_edition(edition):
    asked = edition.questions.get(code="choice")
    option = asked.options.first()

    for change in (
        lambda: Question.objects.filter(pk=asked.pk).update(text_en="Something else?"),
        lambda: Question.objects.filter(pk=edition.questions.get(code="text").pk).delete(),
        lambda: question(edition, "more", asked.asks_for),
        lambda: Option.objects.filter(pk=option.pk).update(text_en="Something else"),
        lambda: Option.objects.filter(pk=option.pk).delete(),
        lambda: Option.objects.create(question=asked, code="more", text_en="More"),
        lambda: Edition.objects.filter(pk=edition.pk).update(state="written", published_at=None),
        lambda: Edition.objects.filter(pk=edition.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_settled_words_wait_for_no_translator_and_are_offered_to_none(editor, written):
    editor.post(reverse("questions:add_question", args=[written.pk]), sent())
    asked = written.questions.get(code="how-often")
    assert Passage.objects.filter(object_type="questions.question", object_id=str(asked.pk)).exists()

    publish_edition(actor=CLOCKWORK, edition=written)

    assert not Passage.objects.filter(object_type__startswith="questions.q").exclude(
        object_type="questions.questionnaire"
    )
    editor.force_login(person_with("questions.edit", "languages.translate"))
    address = reverse("languages:translate", args=["questions.question", asked.pk])
    assert editor.get(address).status_code == 404


def test_the_pages_of_an_edition_ask_the_database_the_same_however_many_questions_there_are(
    editor, written, count_queries
):
    addresses = [reverse(f"questions:{name}", args=[written.pk]) for name in ("edition", "try", "paper")]
    few = [count_queries(lambda address=address: editor.get(address)) for address in addresses]
    for number in range(3):
        question(written, f"more-{number}", written.questions.get(code="choice").asks_for)

    assert [count_queries(lambda address=address: editor.get(address)) for address in addresses] == few
