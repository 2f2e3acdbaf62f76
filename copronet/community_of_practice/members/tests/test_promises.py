"""A promise is made, changed with its reason, kept or let go; and members are asked how it goes."""

import itertools
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.letters.registry import Reply
from copronet.common_ground.people.actions.departing import leave
from copronet.common_ground.work.actions import run_due
from copronet.community_of_practice.members.actions.progress import ask, tell_progress
from copronet.community_of_practice.members.actions.promises import change_promise, make_promise
from copronet.community_of_practice.members.choices import About, months_from
from copronet.community_of_practice.members.inbox import read_answer, take_in_progress
from copronet.community_of_practice.members.models import Asking, Membership, ProgressNote, Promise
from copronet.community_of_practice.members.queries.askings import link_token
from copronet.community_of_practice.members.tasks import ask_how_it_goes
from tests.factories import MembershipFactory, PersonFactory, PromiseFactory

pytestmark = pytest.mark.django_db
MADE = date(2026, 4, 1)
HALF_A_YEAR = date(2026, 10, 1)


def asked(promise: Promise) -> Asking:
    return ask(
        actor=CLOCKWORK,
        membership=promise.membership,
        about=About.PROMISE,
        promise=promise,
        today=HALF_A_YEAR,
    )


def open_link(client, asking: Asking, going: str = "well", **sends: str):
    address = reverse("members:answer", args=[link_token(asking, asking.membership.person), going])
    return client.post(address, {"language": "cy", **sends}) if sends else client.get(address)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 5), 12, date(2027, 12, 5)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_end_on_the_last_day_there_is(day, months, then):
    assert months_from(day, months) == then


def test_a_second_promise_waits_for_the_first():
    promise = PromiseFactory()

    with pytest.raises(ActionRefused):
        make_promise(
            actor=Actor(promise.membership.person),
            membership=promise.membership,
            due=date(2027, 1, 1),
            words_cy="Un arall",
        )

    assert Promise.objects.get() == promise


def test_a_changed_promise_keeps_the_former_one_and_the_reason():
    former = PromiseFactory()

    changed = change_promise(
        actor=Actor(former.membership.person),
        promise=former,
        due=date(2027, 6, 1),
        words_cy="Gwrando bob mis",
        reason="Roedd y cyntaf yn rhy fawr",
    )

    former.refresh_from_db()
    assert (former.state, former.reason) == ("changed", "Roedd y cyntaf yn rhy fawr")
    assert (changed.replaces, changed.state) == (former, "made")


def test_a_member_is_asked_after_half_a_year_and_not_before():
    PromiseFactory(made_on=MADE)

    ask_how_it_goes(on=HALF_A_YEAR - timedelta(days=1))
    assert not Asking.objects.exists()

    ask_how_it_goes(on=HALF_A_YEAR)
    ask_how_it_goes(on=HALF_A_YEAR)
    assert Asking.objects.count() == 1


@pytest.mark.parametrize("state", ["begun", "applied", "paused", "left"])
def test_whoever_is_not_taking_part_now_is_not_asked(state):
    PromiseFactory(membership=MembershipFactory(state=state))

    ask_how_it_goes(on=HALF_A_YEAR)

    assert not Asking.objects.exists()


def test_whoever_has_left_as_a_person_is_not_asked():
    promise = PromiseFactory()
    person = promise.membership.person
    leave(actor=Actor(person), person=person)

    ask_how_it_goes(on=HALF_A_YEAR)

    assert not Asking.objects.exists()


def test_silence_is_met_with_one_reminder_and_then_let_be(django_capture_on_commit_callbacks):
    PromiseFactory(membership__person=PersonFactory(language="cy"))
    with django_capture_on_commit_callbacks(execute=True):
        for days in range(0, 100, 5):
            ask_how_it_goes(on=HALF_A_YEAR + timedelta(days=days))
    run_due()

    assert [letter.subject for letter in mail.outbox] == [
        "Sut mae'ch addewid yn mynd?",
        "Unwaith eto: sut mae'ch addewid yn mynd?",
    ]
    assert Asking.objects.get().let_be_on is not None


def test_a_member_is_asked_once_a_year_about_their_own_work_and_not_in_the_same_month():
    promise = PromiseFactory(made_on=MADE)
    membership = promise.membership

    for day in range(0, 700, 7):
        ask_how_it_goes(on=MADE + timedelta(days=day))

    asked_on = list(Asking.objects.order_by("asked_on").values_list("about", "asked_on"))
    assert [about for about, _day in asked_on] == ["promise", "promise", "practice", "promise"]
    days = [day for _about, day in asked_on]
    assert min(later - earlier for earlier, later in itertools.pairwise(days)) >= timedelta(days=30)
    assert membership.askings.count() == 4


def test_opening_a_link_does_nothing_because_mail_systems_open_links_too(client):
    asking = asked(PromiseFactory())

    page = open_link(client, asking)

    assert page.status_code == 200
    assert not ProgressNote.objects.exists()


def test_a_tap_answers_and_words_can_be_put_to_it_once(client):
    asking = asked(PromiseFactory())
    open_link(client, asking, words="")
    open_link(client, asking, words="Mae dau gyfarfod wedi bod", is_shared="on")

    again = open_link(client, asking, words="Rhywbeth arall")

    note = ProgressNote.objects.get()
    assert (note.going, note.words, note.is_shared) == ("well", "Mae dau gyfarfod wedi bod", True)
    assert "Rhywbeth arall" not in ProgressNote.objects.get().words
    assert again.status_code == 200


def test_a_link_used_again_with_another_answer_changes_nothing(client):
    asking = asked(PromiseFactory())
    open_link(client, asking, words="")

    open_link(client, asking, going="let_go", words="")

    assert ProgressNote.objects.get().going == "well"
    assert Promise.objects.get().state == "made"


@pytest.mark.parametrize("going", ["kept", "let_go"])
def test_an_answer_settles_the_promise(client, going):
    asking = asked(PromiseFactory())

    open_link(client, asking, going=going, words="")

    promise = Promise.objects.get()
    assert promise.state == going
    assert promise.settled_on is not None


def test_a_link_that_was_changed_or_is_not_ours_opens_nothing(client):
    asking = asked(PromiseFactory())
    token = link_token(asking, asking.membership.person)

    page = client.get(reverse("members:answer", args=[token[:-2] + "xx", "well"]))

    assert page.status_code == 410
    assert not ProgressNote.objects.exists()


def test_a_link_answers_no_more_once_its_holder_no_longer_speaks_for_the_member(client):
    asking = asked(PromiseFactory())
    stranger = PersonFactory()

    page = client.get(reverse("members:answer", args=[link_token(asking, stranger), "well"]))

    assert page.status_code == 410


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", ("well", "")),
        ("3. Wedi gorffen!", ("kept", "Wedi gorffen!")),
        ("2 yn araf iawn", ("slowly", "yn araf iawn")),
        ("10 o bobl yn y cyfarfod", ("", "10 o bobl yn y cyfarfod")),
        ("Yn dda iawn, diolch", ("", "Yn dda iawn, diolch")),
    ],
)
def test_a_number_at_the_beginning_of_a_reply_says_how_it_goes(text, answer):
    assert read_answer(text, about=About.PROMISE) == answer


def reply_to(asking: Asking, person, text: str) -> Reply:
    return Reply(person=person, object_type="members.asking", object_id=str(asking.pk), text=text)


def test_a_reply_by_e_mail_is_kept_as_the_members_own_words():
    asking = asked(PromiseFactory())

    take_in_progress(reply_to(asking, asking.membership.person, "4 Mae angen ystafell arnom"))

    note = ProgressNote.objects.get()
    assert (note.going, note.words, note.given) == ("stuck", "Mae angen ystafell arnom", "in_writing")
    assert not note.is_shared


def test_a_reply_from_somebody_who_no_longer_speaks_for_the_member_is_refused():
    asking = asked(PromiseFactory())

    with pytest.raises(ActionRefused):
        take_in_progress(reply_to(asking, PersonFactory(), "1"))


def test_a_second_reply_to_one_letter_is_refused_kindly_and_the_first_stays():
    asking = asked(PromiseFactory())
    take_in_progress(reply_to(asking, asking.membership.person, "1"))

    with pytest.raises(ActionRefused):
        take_in_progress(reply_to(asking, asking.membership.person, "5"))

    assert ProgressNote.objects.get().going == "well"


def test_what_is_told_without_being_asked_answers_the_open_question():
    asking = asked(PromiseFactory())
    membership: Membership = asking.membership

    tell_progress(
        actor=Actor(membership.person),
        membership=membership,
        about=About.PROMISE,
        going="slowly",
        language="cy",
    )

    asking.refresh_from_db()
    assert asking.answered_at is not None


def test_an_answer_about_a_promise_that_was_changed_since_does_not_settle_the_new_one(client):
    asking = asked(PromiseFactory())
    changed = change_promise(
        actor=Actor(asking.membership.person),
        promise=asking.promise,
        due=date(2027, 6, 1),
        reason="Daeth rhywbeth gwell",
        words_cy="Peth arall",
    )

    open_link(client, asking, going="kept", words="")

    changed.refresh_from_db()
    note = ProgressNote.objects.get()
    assert (changed.state, note.promise, note.going) == ("made", asking.promise, "kept")


@pytest.mark.parametrize("state", ["left", "paused"])
def test_whoever_has_left_or_paused_is_not_reminded_but_let_be(state):
    asking = asked(PromiseFactory())
    Membership.objects.update(state=state)
    run_due()
    mail.outbox.clear()

    ask_how_it_goes(on=HALF_A_YEAR + timedelta(days=22))
    ask_how_it_goes(on=HALF_A_YEAR + timedelta(days=61))
    run_due()

    asking.refresh_from_db()
    assert mail.outbox == []
    assert (asking.reminded_on, asking.let_be_on) == (None, HALF_A_YEAR + timedelta(days=61))


def test_whoever_joins_again_and_promises_something_else_keeps_what_they_promised_before():
    first = PromiseFactory(membership__state="begun", membership__since=date(2026, 9, 1))
    member, due = first.membership, date(2027, 9, 1)
    actor = Actor(member.person)

    make_promise(actor=actor, membership=member, due=due, words_cy="Gwrando ar ofalwyr")
    second = make_promise(actor=actor, membership=member, due=due, words_cy="Gwrando ar ofalwyr ifanc")

    first.refresh_from_db()
    assert (first.state, first.words_cy) == ("changed", "Gwrando cyn cynllunio")
    assert (second.state, second.words_cy, second.replaces) == ("made", "Gwrando ar ofalwyr ifanc", first)
    assert Promise.objects.count() == 2


def test_whoever_joins_again_may_go_on_with_the_same_promise():
    first = PromiseFactory(membership__state="begun", membership__since=date(2026, 9, 1))

    again = make_promise(
        actor=Actor(first.membership.person),
        membership=first.membership,
        due=date(2027, 9, 1),
        words_cy=first.words_cy,
        words_en=first.words_en,
    )

    assert (again, again.due) == (first, date(2027, 9, 1))
    assert again.made_on == MADE
