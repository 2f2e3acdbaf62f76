"""Anybody may ask a person, is answered once in their language, and says once whether it helped."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone, translation

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.models import Letter
from copronet.community_of_practice.signposting.actions import answer_question, say_whether_it_helped
from copronet.community_of_practice.signposting.choices import Helped
from copronet.community_of_practice.signposting.models import Question
from copronet.community_of_practice.signposting.queries import link_token
from copronet.community_of_practice.signposting.tasks import forget_old_questions
from tests.at_once import together
from tests.factories import FeedFactory, PersonFactory, QuestionFactory, ServiceFactory, person_with

pytestmark = pytest.mark.django_db

SENT = {"words": "Rhywun i siarad ag ef am ofalu", "email": "mair@enghraifft.example", "agrees": "on"}


def ask(client, language="cy", **sent):
    with translation.override(language):
        return client.post(reverse("signposting:ask"), sent, follow=True)


def test_anybody_asks_and_those_who_look_after_services_hear_of_it_but_not_what_it_says(client):
    steward, _other = person_with("signposting.look_after"), PersonFactory()

    page = ask(client, **SENT)

    question = Question.objects.get()
    letter = Letter.objects.get()
    assert (question.words, question.language, question.email) == (SENT["words"], "cy", SENT["email"])
    assert (letter.person, SENT["words"] in letter.text, SENT["email"] in letter.text) == (
        steward,
        False,
        False,
    )
    assert "Diolch" in page.text


@pytest.mark.parametrize("lacking", ["words", "email", "agrees"])
def test_nothing_is_kept_without_words_a_way_to_answer_and_a_yes(client, lacking):
    sent = {name: value for name, value in SENT.items() if name != lacking}

    page = ask(client, **sent)

    assert not Question.objects.exists()
    assert set(page.context["form"].errors) == {lacking}
    assert all(value in page.text for value in sent.values())


def test_a_phone_number_is_enough(client):
    ask(client, words="Rhent", phone="01632 960007", agrees="on")

    assert Question.objects.get().phone == "01632 960007"


def test_sent_twice_it_is_asked_once(client):
    key = "5f0c1d1e-0f53-4f43-9a55-0d4f0a8e7c11"

    ask(client, **SENT, deed_key=key)
    ask(client, **SENT, deed_key=key)

    assert Question.objects.count() == 1


def test_whoever_asks_very_often_is_asked_to_wait(client):
    answers = [ask(client, words="", email="", agrees="").status_code for _ in range(21)]

    assert (answers[0], answers[-1]) == (200, 429)


@pytest.mark.parametrize(
    ("language", "subject"), [("cy", "Ble gallwch chi droi"), ("en", "Where you can turn")]
)
def test_the_answer_comes_in_the_language_of_the_question_with_the_services(language, subject):
    question = QuestionFactory(language=language)
    service = ServiceFactory(name_cy="Cymorth Rhent", name_en="Help with Rent")

    answer_question(
        actor=Actor(person_with("signposting.look_after")),
        question=question,
        answer="Ffoniwch nhw",
        services=[service],
    )

    letter = Letter.objects.get()
    assert (letter.address, letter.language, letter.subject) == (question.email, language, subject)
    with translation.override(language):
        assert service.name.text in letter.text
        assert reverse("signposting:helped", args=[link_token(question)]) in letter.text


def test_a_question_is_answered_once():
    question, steward = QuestionFactory(), Actor(person_with("signposting.look_after"))
    answer_question(actor=steward, question=question, answer="Yma")

    with pytest.raises(ActionRefused):
        answer_question(actor=steward, question=question, answer="Acw")

    question.refresh_from_db()
    assert question.answer == "Yma"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_the_second_is_told():
    question = QuestionFactory()
    stewards = [Actor(person_with("signposting.look_after")) for _ in range(2)]

    came = together(
        *(lambda each=each: answer_question(actor=each, question=question, answer="Yma") for each in stewards)
    )

    assert came == ["done", "refused"]
    assert Letter.objects.filter(address=question.email).count() == 1


def test_whether_it_helped_is_said_once(client):
    question = QuestionFactory(answered_at=timezone.now())
    page = reverse("signposting:helped", args=[link_token(question)])

    client.post(page, {"helped": "yes"})
    second = client.post(page, {"helped": "no"}, follow=True)

    question.refresh_from_db()
    assert question.helped == Helped.YES
    assert "You have told us already. Thank you." in second.text


@pytest.mark.parametrize("token", ["made-up", "WzFd:invented"])
def test_a_link_that_somebody_made_up_leads_nowhere(client, token):
    assert client.get(reverse("signposting:helped", args=[token])).status_code == 404


def test_opening_the_link_says_nothing_yet(client):
    question = QuestionFactory(answered_at=timezone.now())

    client.get(reverse("signposting:helped", args=[link_token(question)]))

    question.refresh_from_db()
    assert question.helped == ""


def test_what_led_nowhere_is_shown_with_where_it_came_from(client):
    service = ServiceFactory(
        feed=FeedFactory(name_en="Powys directory"), key_in_feed="1", name_en="Old number"
    )
    question = QuestionFactory(answered_at=timezone.now())
    question.services.add(service)
    say_whether_it_helped(actor=CLOCKWORK, question=question, helped=Helped.NOT_REACHED)
    client.force_login(person_with("signposting.look_after"))

    page = client.get(reverse("signposting:questions")).text

    assert "Old number" in page
    assert "Powys directory" in page


def test_questions_are_forgotten_after_ninety_days_and_that_they_helped_is_not():
    today, long_ago = date(2026, 11, 25), timezone.now() - timedelta(days=100)
    old = QuestionFactory(answered_at=long_ago, helped="yes", answer="Yma")
    never_answered = QuestionFactory()
    Question.objects.filter(pk=never_answered.pk).update(asked_at=long_ago)
    new = QuestionFactory()

    forget_old_questions(today)
    forget_old_questions(today)

    old.refresh_from_db()
    never_answered.refresh_from_db()
    assert (old.words, old.email, old.answer, old.helped) == ("", "", "", "yes")
    assert never_answered.words == ""
    assert Question.objects.get(pk=new.pk).words == new.words
    assert Deed.objects.filter(verb="signposting.question_forgotten").count() == 2


@pytest.mark.parametrize(
    "broken",
    [
        {"words": ""},
        {"email": ""},
        {"helped": "yes"},
        {"introduced_at": timezone.now()},
        {"forgotten_on": date(2026, 11, 1)},
    ],
)
def test_the_database_keeps_what_was_promised_to_whoever_asks(broken):
    with pytest.raises(IntegrityError):
        QuestionFactory(**broken)


def test_somebody_without_the_power_does_not_read_what_was_asked(client):
    question = QuestionFactory()
    client.force_login(PersonFactory())

    answer = client.get(reverse("signposting:question", args=[question.pk]))

    assert (answer.status_code, question.words in answer.text) == (403, False)


def introduced(**kept):
    """A question answered with an introduction to two services, one of which has no e-mail address."""
    question = QuestionFactory(**kept)
    services = [ServiceFactory(email="carers@example.org"), ServiceFactory()]
    steward = Actor(person_with("signposting.look_after"))
    return answer_question(actor=steward, question=question, answer="Yma", services=services, introduces=True)


def test_with_a_yes_of_their_own_somebody_is_introduced_to_a_service():
    question = introduced(may_be_introduced=True, words="Cwmni i Dad", phone="01632 960008")

    letter = Letter.objects.get(address="carers@example.org")
    assert all(said in letter.text for said in ("Cwmni i Dad", "01632 960008", question.email))
    assert question.introduced_at is not None
    assert Deed.objects.filter(verb="signposting.person_introduced").count() == 1


def test_without_that_yes_nothing_is_passed_on():
    with pytest.raises(ActionRefused):
        introduced(may_be_introduced=False)

    assert not Letter.objects.exists()
    assert Question.objects.get().answered_at is None


def test_an_introduction_needs_a_service_that_can_be_written_to():
    question = QuestionFactory(may_be_introduced=True)

    with pytest.raises(ActionRefused):
        answer_question(
            actor=Actor(PersonFactory()),
            question=question,
            answer="Yma",
            services=[ServiceFactory()],
            introduces=True,
        )


@pytest.mark.parametrize("says_yes", [True, False])
def test_the_introduction_is_offered_only_where_they_said_yes(client, says_yes):
    question = QuestionFactory(may_be_introduced=says_yes)
    client.force_login(person_with("signposting.look_after"))

    page = client.get(reverse("signposting:question", args=[question.pk]))

    assert ("introduces" in page.context["form"].fields) is says_yes


def test_the_second_yes_is_asked_for_and_kept(client):
    ask(client, **SENT, may_be_introduced="on")

    assert Question.objects.get().may_be_introduced


def test_services_are_named_one_on_each_line(client):
    question, by_name, by_number = (
        QuestionFactory(),
        ServiceFactory(name_cy="Pantri'r Bont"),
        ServiceFactory(),
    )
    client.force_login(person_with("signposting.look_after"))

    sent = {"answer": "Yma", "services": f"pantri'r bont\n\n{by_number.pk}\n{by_number.pk}"}
    client.post(reverse("signposting:question", args=[question.pk]), sent)

    assert set(question.services.all()) == {by_name, by_number}


@pytest.mark.parametrize(("language", "said"), [("cy", "Nid oes gwasanaeth"), ("en", "No service has")])
def test_a_service_that_is_not_there_is_said_in_place_and_the_answer_is_not_lost(client, language, said):
    question = QuestionFactory()
    client.force_login(person_with("signposting.look_after"))
    with translation.override(language):
        address = reverse("signposting:question", args=[question.pk])

    page = client.post(address, {"answer": "Rhowch gynnig ar hyn", "services": "999999999999"})

    assert said in page.text
    assert "Rhowch gynnig ar hyn" in page.text
    assert not Question.objects.exclude(answered_at=None).exists()
