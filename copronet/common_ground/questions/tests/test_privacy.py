import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from copronet.common_ground.journal.actions import CLOCKWORK, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.departing import forget_departed, leave
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.actions.merging_organisations import merge_organisations
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.questions.actions import begin_response, keep_answers
from copronet.common_ground.questions.models import Answer, Respondent, RespondentIdentity, Response
from copronet.common_ground.questions.queries import answered, response_of
from tests.factories import OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db
SAID = {"choice": "often", "number": 3, "text": "=Mair wrote this", "several": ["never", "always"]}


def answer(edition, party, *, finish: bool = True, **answers: object) -> Response:
    whose = {"organisation" if hasattr(party, "website") else "person": party}
    response = begin_response(actor=Actor(None), edition=edition, **whose)
    keep_answers(actor=CLOCKWORK, response=response, answers=SAID | answers, finish=finish)
    return response


@pytest.fixture
def evaluator(client):
    client.force_login(person_with("questions.read_answers"))
    return client


def taken(client, edition, file: str) -> str:
    answer_ = client.post(reverse("questions:take_answers", args=[edition.pk]), {"file": file})
    assert answer_.status_code == 200
    return answer_.content.decode("utf-8-sig")


def test_a_copy_has_pseudonyms_and_no_names(edition, evaluator):
    person = PersonFactory(name="Angharad Dychmygol", email="angharad@enghraifft.example")
    response = answer(edition, person)
    answer(edition, PersonFactory(), finish=False)

    everything = "".join(
        taken(evaluator, edition, file) for file in ("answers.csv", "codebook.csv", "answers.json")
    )
    rows = list(csv.DictReader(StringIO(taken(evaluator, edition, "answers.csv"))))

    assert "Angharad" not in everything
    assert "angharad" not in everything
    assert [row["pseudonym"] for row in rows] == [str(response.respondent_id)]
    assert (rows[0]["choice"], rows[0]["number"], rows[0]["several"]) == ("often", "3", "always never")
    assert rows[0]["text"] == "'=Mair wrote this"


def test_a_copy_for_machines_has_the_codebook(edition, evaluator):
    answer(edition, PersonFactory())

    whole = json.loads(taken(evaluator, edition, "answers.json"))

    assert whole["responses"][0]["answers"]["choice"] == "often"
    assert whole["codebook"][0]["options"][0] == {
        "code": "always",
        "value": 1,
        "text_cy": "always cy",
        "text_en": "always en",
    }


def test_taking_a_copy_leaves_a_line(edition, evaluator):
    taken(evaluator, edition, "answers.csv")

    assert Deed.objects.filter(verb="questions.answers_taken", object_id=str(edition.pk)).count() == 1


def test_a_copy_asks_the_database_the_same_for_one_and_for_three(edition, evaluator, count_queries):
    address = reverse("questions:take_answers", args=[edition.pk])
    answer(edition, PersonFactory())
    one = count_queries(lambda: evaluator.post(address, {"file": "answers.csv"}))
    for _time in range(2):
        answer(edition, PersonFactory())

    assert count_queries(lambda: evaluator.post(address, {"file": "answers.csv"})) == one


def test_a_file_that_is_not_offered_is_not_there(edition, evaluator):
    answer_ = evaluator.post(reverse("questions:take_answers", args=[edition.pk]), {"file": "names.csv"})

    assert answer_.status_code == 404


def test_my_data_has_my_answers_with_the_words(edition):
    person = PersonFactory()
    answer(edition, person)
    answer(edition, PersonFactory(), text="Somebody else's")

    (mine,) = everything_about(person)["answers"]

    assert mine["questionnaire_en"] == "Example"
    chosen = next(each for each in mine["answers"] if each["question_en"] == "choice, is it?")
    assert (chosen["answer"], chosen["answer_cy"]) == ("often", ["often cy"])
    assert "Somebody else's" not in str(mine)


def test_when_somebody_has_gone_their_answers_are_nobodys_and_their_own_words_are_gone(edition, baseline):
    person = PersonFactory()
    response = answer(edition, person)
    begin_response(actor=CLOCKWORK, edition=baseline, person=person)
    leave(actor=CLOCKWORK, person=person)

    forget_departed(on=date(2030, 1, 1))

    assert not RespondentIdentity.objects.exists()
    assert answered(response) == {"choice": "often", "number": 3, "several": ["always", "never"]}
    assert list(Response.objects.all()) == [response]
    assert everything_about(person)["answers"] == []


def test_two_records_of_one_person_have_one_pseudonym_and_the_finished_answers(edition, baseline):
    kept, duplicate = PersonFactory(), PersonFactory()
    begun = begin_response(actor=CLOCKWORK, edition=edition, person=kept)
    finished = answer(edition, duplicate)
    other = begin_response(actor=CLOCKWORK, edition=baseline, person=duplicate)

    merge(actor=CLOCKWORK, duplicate=duplicate, kept=kept, chosen={})

    assert response_of(edition, kept) == finished
    assert response_of(baseline, kept) == other
    assert not Response.objects.filter(pk=begun.pk).exists()
    assert Respondent.objects.count() == 1


def test_the_record_kept_keeps_its_own_finished_answers(edition):
    kept, duplicate = PersonFactory(), PersonFactory()
    mine = answer(edition, kept)
    answer(edition, duplicate, number=4)

    merge(actor=CLOCKWORK, duplicate=duplicate, kept=kept, chosen={})

    assert response_of(edition, kept) == mine
    assert list(Answer.objects.filter(question__code="number").values_list("value", flat=True)) == [3]


def test_a_duplicate_that_answered_alone_hands_its_pseudonym_over(edition):
    kept, duplicate = OrganisationFactory(), OrganisationFactory()
    theirs = answer(edition, duplicate)

    merge_organisations(actor=CLOCKWORK, duplicate=duplicate, kept=kept, chosen={})

    assert response_of(edition, kept) == theirs
    assert response_of(edition, duplicate) is None


def test_who_typed_in_answers_moves_with_their_record(edition):
    kept, duplicate = PersonFactory(), PersonFactory()
    begin_response(actor=Actor(duplicate), edition=edition, person=PersonFactory(), given="phone")

    merge(actor=CLOCKWORK, duplicate=duplicate, kept=kept, chosen={})

    assert Response.objects.get().entered_by == kept


def test_my_answers_are_told_in_my_words_and_nobody_elses_are_there(edition, client):
    person, other = PersonFactory(), PersonFactory()
    mine, theirs = answer(edition, person, text="Diolch"), answer(edition, other)
    client.force_login(person)

    page = client.get(f"/en/my-answers/{mine.pk}/")

    assert "often en" in page.text
    assert "Diolch" in page.text
    assert client.get(f"/en/my-answers/{theirs.pk}/").status_code == 404
    assert [each.pk for each in client.get("/en/my-answers/").context["responses"]] == [mine.pk]


def test_answers_taken_back_are_gone_and_leave_a_line(edition, client):
    person = PersonFactory()
    mine, theirs = answer(edition, person), answer(edition, PersonFactory())
    client.force_login(person)

    for _time in range(2):
        client.post(f"/en/my-answers/{mine.pk}/take-back/")

    assert list(Response.objects.all()) == [theirs]
    assert RespondentIdentity.objects.count() == 1
    assert Deed.objects.filter(verb="questions.response_withdrawn", object_id=str(mine.pk)).count() == 1


def test_my_answers_ask_the_database_the_same_for_one_and_for_two(edition, baseline, client, count_queries):
    person = PersonFactory()
    answer(edition, person)
    client.force_login(person)
    one = count_queries(lambda: client.get("/en/my-answers/"))
    begin_response(actor=CLOCKWORK, edition=baseline, person=person)

    assert count_queries(lambda: client.get("/en/my-answers/")) == one


def test_my_data_is_read_in_words(edition, client):
    person = PersonFactory()
    answer(edition, person)
    client.force_login(person)

    page = client.get(reverse("people:read_data"))

    assert "Question, in Welsh" in page.text
    assert "On this site" in page.text
