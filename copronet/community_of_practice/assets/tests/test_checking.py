"""Owners are asked once a year; a tap, a reply and a word answer; silence goes to somebody else, then to a person."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.letters.actions import mark_bounced
from copronet.common_ground.letters.models import Letter
from copronet.common_ground.letters.registry import Reply
from copronet.common_ground.people.actions.departing import leave
from copronet.common_ground.work.actions import run_due
from copronet.community_of_practice.assets.actions.checking import answer, ask_owner, confirm
from copronet.community_of_practice.assets.actions.keeping import change_asset, withdraw
from copronet.community_of_practice.assets.choices import Answer
from copronet.community_of_practice.assets.inbox import read_answers, take_in_answers
from copronet.community_of_practice.assets.models import Asking, Asset, Question, Report
from copronet.community_of_practice.assets.queries.askings import link_token, questions_for_somebody
from copronet.community_of_practice.assets.tasks import ask_whether_right
from tests.factories import AssetFactory, PersonFactory, RepresentationFactory, person_with

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)
LONG_AGO = date(2025, 11, 1)


def of_mair(**more) -> Asset:
    mair = more.pop("person", None) or PersonFactory()
    return AssetFactory(**{"whose": "person", "person": mair, "checked_on": LONG_AGO, **more})


def asked(*assets: Asset) -> Asking:
    return ask_owner(
        actor=CLOCKWORK, owner=("person", assets[0].person_id), assets=assets, today=timezone.localdate()
    )


def replied(asking: Asking, text: str, person=None) -> None:
    take_in_answers(Reply(person or asking.person, "assets.asking", str(asking.pk), text))


def answers(asking: Asking) -> list[str]:
    return list(asking.questions.order_by("number").values_list("answer", flat=True))


def to(person) -> list[str]:
    return list(person.letters.order_by("id").values_list("template", flat=True))


# --- who is asked, and when --------------------------------------------------------------------------------


def test_an_owner_gets_one_letter_with_everything_that_is_due():
    mair = PersonFactory(language="en")
    due, soon = of_mair(person=mair), of_mair(person=mair, checked_on=date(2025, 12, 20))
    fresh, never = of_mair(person=mair, checked_on=TODAY), of_mair(person=mair, check_every=0)

    ask_whether_right(on=TODAY)
    ask_whether_right(on=TODAY)

    asking = Asking.objects.get()
    assert [question.asset for question in asking.questions.all()] == [due, soon]
    assert to(mair) == ["assets/letters/still_right"]
    text = mair.letters.get().text
    assert all(asset.name_en in text for asset in (due, soon))
    assert all(asset.name_en not in text for asset in (fresh, never))


def test_the_letter_speaks_the_owners_language_and_has_a_link_for_each_answer():
    asset = of_mair()

    ask_whether_right(on=TODAY)

    letter = asset.person.letters.get()
    assert "Yn dal yn gywir" in letter.text
    assert len(re.findall(r"/cy/dal-yn-gywir/\S+/(right|changed|withdrawn)/", letter.text)) == 3


@pytest.mark.parametrize(
    ("months", "days", "is_asked"), [(6, 190, True), (6, 170, False), (24, 400, False), (24, 740, True)]
)
def test_the_owner_chooses_how_often(months, days, is_asked):
    of_mair(check_every=months, checked_on=TODAY - timedelta(days=days))

    ask_whether_right(on=TODAY)

    assert Asking.objects.exists() is is_asked


def test_what_is_withdrawn_is_not_asked_about():
    of_mair(withdrawn_on=TODAY, withdrawn_why="Wedi cau")

    ask_whether_right(on=TODAY)

    assert not Asking.objects.exists()


def test_an_organisation_is_asked_through_whoever_answers_for_it_and_a_place_through_its_steward():
    answering = RepresentationFactory(answers_for_it=True)
    other = RepresentationFactory(organisation=answering.organisation)
    AssetFactory(whose="organisation", organisation=answering.organisation, checked_on=LONG_AGO)
    steward = PersonFactory()
    AssetFactory(checked_on=LONG_AGO).stewards.add(steward)

    ask_whether_right(on=TODAY)

    assert [len(to(person)) for person in (answering.person, other.person, steward)] == [1, 0, 1]


# --- silence ---------------------------------------------------------------------------------------------


def test_silence_brings_a_second_letter_then_another_contact_then_a_task():
    answering = RepresentationFactory(answers_for_it=True)
    other = RepresentationFactory(organisation=answering.organisation)
    asset = AssetFactory(whose="organisation", organisation=answering.organisation, checked_on=LONG_AGO)

    steps = []
    for days in (0, 20, 21, 41, 42, 62, 63, 200):
        ask_whether_right(on=TODAY + timedelta(days=days))
        waiting = questions_for_somebody().count()
        steps.append((days, len(to(answering.person)), len(to(other.person)), waiting))

    assert steps == [
        (0, 1, 0, 0),
        (20, 1, 0, 0),
        (21, 2, 0, 0),
        (41, 2, 0, 0),
        (42, 2, 1, 0),
        (62, 2, 1, 0),
        (63, 2, 1, 1),
        (200, 2, 1, 1),
    ]
    assert questions_for_somebody().get().asset == asset


def test_a_letter_that_comes_back_goes_to_the_next_contact_at_once():
    asset = of_mair()
    steward = PersonFactory()
    asset.stewards.add(steward)
    ask_whether_right(on=TODAY)
    mark_bounced(letter=Letter.objects.get(person=asset.person), code="5.1.1", is_lasting=True)
    Letter.objects.filter(person=asset.person).update(state="bounced")

    ask_whether_right(on=TODAY + timedelta(days=1))

    assert (len(to(asset.person)), len(to(steward))) == (1, 1)


def test_an_owner_who_has_left_is_not_written_to_nor_is_anybody_asked_about_what_they_had():
    asset = of_mair()
    leave(actor=Actor(asset.person), person=asset.person)
    before = len(to(asset.person))

    ask_whether_right(on=TODAY)

    assert len(to(asset.person)) == before
    assert not questions_for_somebody().exists()


def test_when_whoever_looks_after_something_of_a_place_has_left_it_becomes_a_task():
    mair = PersonFactory()
    asset = AssetFactory(checked_on=TODAY - timedelta(days=366))
    asset.stewards.add(mair)
    leave(actor=Actor(mair), person=mair)

    ask_whether_right(on=TODAY)

    assert questions_for_somebody().get().asset == asset


def test_an_entry_nobody_answered_for_fades_in_words_and_does_not_vanish(client):
    late = timezone.localdate() - timedelta(days=365 + 50)
    asset = AssetFactory(checked_on=late)
    only_due = AssetFactory(checked_on=timezone.localdate() - timedelta(days=366 + 20))

    page = client.get(reverse("assets:assets"))

    assert (asset.is_faded, only_due.is_faded) == (True, False)
    assert page.text.count("Not checked since:") == 1
    assert page.text.count('class="faded"') == 1


# --- answering by a link ------------------------------------------------------------------------------------


def opened(client, question, person, chosen, **sent):
    address = reverse("assets:answer", args=[link_token(question, person), chosen])
    return client.post(address, sent) if sent else client.get(address)


def test_opening_a_link_does_nothing_and_its_button_answers_once(client):
    asset = of_mair()
    question = asked(asset).questions.get()

    opened(client, question, asset.person, "right")
    untouched = Question.objects.get().answer
    opened(client, question, asset.person, "right", sent="1")
    again = opened(client, question, asset.person, "withdrawn", words="Hen ddolen")

    asset.refresh_from_db()
    assert (untouched, Question.objects.get().answer) == ("", "right")
    assert (asset.checked_on, asset.is_withdrawn) == (timezone.localdate(), False)
    assert "This has been answered already" in again.text or "Thank you" in again.text
    assert Asking.objects.get().settled_on == timezone.localdate()


def test_taking_it_off_by_a_link_keeps_the_reason(client):
    asset = of_mair()
    question = asked(asset).questions.get()

    opened(client, question, asset.person, "withdrawn", words="Wedi gwerthu'r fan")

    asset.refresh_from_db()
    assert asset.withdrawn_why == "Wedi gwerthu'r fan"


def test_words_about_a_change_wait_for_somebody_until_the_entry_is_changed(client):
    asset = of_mair()
    question = asked(asset).questions.get()

    opened(client, question, asset.person, "changed", words="Nos Iau, nid nos Fawrth")
    waiting = [each.words for each in questions_for_somebody()]
    change_asset(actor=Actor(PersonFactory()), asset=Asset.objects.get())

    assert waiting == ["Nos Iau, nid nos Fawrth"]
    assert not questions_for_somebody().exists()


def test_a_link_of_somebody_who_no_longer_looks_after_it_does_nothing(client):
    acting = RepresentationFactory(answers_for_it=True)
    asset = AssetFactory(whose="organisation", organisation=acting.organisation, checked_on=LONG_AGO)
    ask_whether_right(on=TODAY)
    acting.ends = acting.begins
    acting.save()

    page = opened(client, Question.objects.get(), acting.person, "withdrawn", words="x")

    assert page.status_code == 410
    assert not Asset.objects.get(pk=asset.pk).is_withdrawn


def test_a_forged_link_leads_nowhere(client):
    assert client.get(reverse("assets:answer", args=["forged:token", "right"])).status_code == 410


def test_a_button_on_the_page_answers_for_whoever_rang_up(client):
    asset = of_mair()
    asked(asset)

    confirm(actor=Actor(person_with("assets.look_after")), asset=asset)

    asset.refresh_from_db()
    assert (asset.checked_on, Question.objects.get().answer) == (timezone.localdate(), "right")


def test_withdrawing_an_entry_answers_its_question():
    asset = of_mair()
    asking = asked(asset)

    withdraw(actor=Actor(asset.person), asset=asset, why="Wedi cau")

    assert answers(asking) == ["withdrawn"]


# --- answering by e-mail ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "yes, all still right. Thanks, Mair",
        "Iawn",
        "Ydyn, diolch",
        "Mae popeth yn iawn.",
        "OK\n\nMair",
        "ie",
        "Still right!",
    ],
)
def test_a_plain_yes_says_that_all_are_right(text):
    asking = asked(*[of_mair(person=PersonFactory())])

    replied(asking, text)

    assert answers(asking) == ["right"]


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "Na",
        "Yes, but the phone number has changed",
        "Iawn heblaw am y rhif",
        "The hall has closed",
        "Nac ydy",
    ],
)
def test_anything_else_is_kept_in_its_own_words_for_a_person(text):
    asset = of_mair()
    asking = asked(asset)

    replied(asking, text)

    waiting = questions_for_somebody().get()
    assert (waiting.answer, waiting.words, waiting.language) == ("changed", text, "cy")
    asset.refresh_from_db()
    assert (asset.checked_on, asset.is_withdrawn) == (LONG_AGO, False)


def test_each_numbered_line_answers_for_its_entry():
    mair = PersonFactory()
    asking = asked(*[of_mair(person=mair) for _each in range(4)])

    replied(asking, "1 yes\n2. tynnu\n3) nos Iau erbyn hyn\n\nDiolch, Mair")

    assert answers(asking) == ["right", "withdrawn", "changed", ""]


def test_a_number_that_is_not_in_the_letter_is_read_as_words():
    assert read_answers("7 yes", {1, 2}) == {
        1: (Answer.CHANGED, "7 yes"),
        2: (Answer.CHANGED, "7 yes"),
    }


def test_one_no_about_several_entries_takes_none_of_them_off():
    mair = PersonFactory()
    asking = asked(of_mair(person=mair), of_mair(person=mair))

    replied(asking, "Tynnu")

    assert answers(asking) == ["changed", "changed"]
    assert not Asset.objects.filter(withdrawn_on__isnull=False).exists()


def test_a_second_reply_is_told_that_all_is_answered():
    asking = asked(of_mair())
    replied(asking, "Iawn")

    with pytest.raises(ActionRefused):
        replied(asking, "Na")

    assert answers(asking) == ["right"]


def test_a_reply_of_somebody_who_no_longer_looks_after_it_is_refused():
    asking = asked(of_mair())

    with pytest.raises(ActionRefused):
        replied(asking, "Iawn", person=PersonFactory())


def test_a_question_is_answered_once():
    question = asked(of_mair()).questions.get()
    actor = Actor(question.asset.person)
    answer(actor=actor, question=question, answer=Answer.RIGHT)

    with pytest.raises(ActionRefused):
        answer(actor=actor, question=question, answer=Answer.WITHDRAWN)


# --- this looks out of date ---------------------------------------------------------------------------------


def test_any_reader_says_that_something_looks_out_of_date_and_its_owner_hears_of_it(client):
    asset = of_mair(checked_on=timezone.localdate())

    for words in ("Mae'r drws ar glo", "Eto"):
        client.post(reverse("assets:report", args=[asset.pk]), {"words": words})

    letter = asset.person.letters.get()
    assert letter.template == "assets/letters/reported"
    assert "Mae'r drws ar glo" in letter.text
    assert Report.objects.count() == 2
    run_due()
    assert len(mail.outbox) == 1


def test_a_report_sent_twice_is_kept_once(client):
    asset = AssetFactory()
    address = reverse("assets:report", args=[asset.pk])
    key = client.get(address).context["form"]["deed_key"].value()

    for _time in range(2):
        answer = client.post(address, {"words": "Wedi cau", "deed_key": key})

    assert (answer.status_code, Report.objects.count()) == (302, 1)


def test_reports_are_limited(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "public_form": "2/10m/ip"}
    asset = AssetFactory()

    codes = [client.post(reverse("assets:report", args=[asset.pk]), {}).status_code for _time in range(3)]

    assert codes == [302, 302, 429]
