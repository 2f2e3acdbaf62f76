"""Letters that go out: in whose language, to whom not, by which way, and what happens when they come back."""

import smtplib
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters import registry
from copronet.common_ground.letters.actions import (
    deliver,
    forget_letters,
    mark_bounced,
    mark_posted,
    move_letters,
    send,
    start,
    stop,
    trust_address,
)
from copronet.common_ground.letters.models import Letter, Stop, Trouble
from copronet.common_ground.letters.queries import address_is_in_trouble, letters_about, stop_token
from copronet.common_ground.letters.tasks import prune_letters
from copronet.common_ground.work.actions import run_due
from copronet.common_ground.work.models import Job
from tests.factories import PersonFactory

from .conftest import NEWS

pytestmark = pytest.mark.django_db


def deeds():
    return Deed.objects.filter(verb__startswith="letters.").order_by("id")


@pytest.mark.parametrize(
    ("language", "greeting", "farewell"),
    [("cy", "Annwyl Mair", "Gyda dymuniadau gorau,"), ("en", "Dear Mair", "With best wishes,")],
)
def test_a_letter_is_in_the_language_of_its_reader(write, mailoutbox, language, greeting, farewell):
    write(to=PersonFactory(name="Mair", language=language))

    (mail,) = mailoutbox
    (html,) = [part.content for part in mail.alternatives]
    assert greeting in mail.body
    assert farewell in mail.body
    assert greeting in html
    assert farewell in html
    assert f'<html lang="{language}">' in html
    assert mail.extra_headers["Content-Language"] == language


def test_a_letter_is_written_in_its_reader_s_language_whoever_causes_it(write, mailoutbox):
    from django.utils.translation import get_language, override

    with override("en"):
        write()

        assert get_language() == "en"
    assert "Annwyl" in mailoutbox[0].body


def test_both_parts_say_the_same_and_markup_in_them_is_harmless(write, mailoutbox):
    write()

    (mail,) = mailoutbox
    assert mail.subject == "Newyddion o Dŷ Ŵyl"
    assert "Dewch draw & <gwelwch>." in mail.body
    assert "Dewch draw &amp; &lt;gwelwch&gt;." in mail.alternatives[0].content


def test_a_letter_says_why_it_came_and_how_to_stop_it(write, mailoutbox, mair):
    write()

    (mail,) = mailoutbox
    link = f"https://enghraifft.example/cy/llythyrau/atal/{stop_token(mair, NEWS)}/"
    assert "You get this because you asked for it." in mail.body
    assert link in mail.body
    assert mail.extra_headers["List-Unsubscribe"] == f"<{link}>"
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_letter_that_must_be_sent_has_no_link_to_stop_it(mair, mailoutbox):
    registry.add_letter(NEWS, title="News", because="Because.")

    send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
    run_due()

    assert "List-Unsubscribe" not in mailoutbox[0].extra_headers
    assert "/atal/" not in mailoutbox[0].body


def test_a_subject_of_several_lines_becomes_one(mair, mailoutbox):
    send(to=mair, template=NEWS, context={"title": "Un\tdau", "body": "\nBcc: eraill@enghraifft.example"})
    run_due()

    assert mailoutbox[0].subject == "Un dau"
    assert mailoutbox[0].recipients() == ["mair@enghraifft.example"]


@pytest.mark.django_db(transaction=True)
def test_no_letter_is_sent_for_a_deed_that_failed(mair, mailoutbox):
    @transaction.atomic
    def write_and_refuse() -> None:
        send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
        raise ActionRefused

    with pytest.raises(ActionRefused):
        write_and_refuse()
    run_due()

    assert (Letter.objects.count(), mailoutbox) == (0, [])


def test_a_letter_or_an_inbox_that_nobody_announced_is_a_mistake(mair):
    with pytest.raises(KeyError):
        send(to=mair, template="example/letters/unheard_of")
    with pytest.raises(KeyError):
        send(to=mair, template=NEWS, reply_to="unheard_of")


def test_a_letter_is_sent_once_however_often_its_task_runs(write, mailoutbox):
    letter = write()

    deliver(letter=letter)

    assert len(mailoutbox) == 1


def test_an_urgent_letter_goes_before_others(mair, mailoutbox):
    send(to=mair, template=NEWS, context={"title": "digest", "body": ""})
    registry.add_letter(NEWS, title="Code", because="Because.", urgent=True)
    send(to=mair, template=NEWS, context={"title": "code", "body": ""})
    run_due()

    assert [mail.subject for mail in mailoutbox] == ["code", "digest"]


@pytest.mark.parametrize("standing", ["left", "died"])
def test_nobody_who_is_gone_gets_a_letter(write, mailoutbox, standing):
    gone = PersonFactory(standing=standing, standing_since="2026-11-01", is_active=False)

    assert write(to=gone) is None
    assert mailoutbox == []


def test_a_person_who_left_in_the_meantime_gets_no_letter(mair, mailoutbox):
    letter = send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
    type(mair).objects.update(standing="left", standing_since="2026-11-01", is_active=False)
    run_due()

    letter.refresh_from_db()
    assert (letter.state, mailoutbox) == ("not_sent", [])


@pytest.mark.parametrize(("standing", "count"), [("left", 1), ("died", 0)])
def test_a_farewell_goes_to_those_who_have_just_left(mailoutbox, standing, count):
    registry.add_letter(NEWS, title="Farewell", because="Because.", farewell=True)
    gone = PersonFactory(standing=standing, standing_since="2026-11-01", is_active=False)

    send(to=gone, template=NEWS, context={"title": "a", "body": "b"})
    run_due()

    assert len(mailoutbox) == count


@pytest.mark.parametrize(
    "details", [{"email": None}, {"email": "a@enghraifft.example", "reached_by": "post"}]
)
def test_whoever_has_no_e_mail_or_prefers_the_post_gets_a_paper_letter(write, mailoutbox, details):
    letter = write(to=PersonFactory(**details))

    assert (letter.state, letter.address, mailoutbox) == ("to_post", "", [])


def test_a_posted_letter_leaves_the_list_and_a_line_in_the_journal(write):
    staff = PersonFactory()
    letter = write(to=PersonFactory(email=None))

    mark_posted(actor=Actor(staff), letter=letter)

    letter.refresh_from_db()
    assert letter.state == "posted"
    assert list(deeds().values_list("actor", "verb")) == [(staff.pk, "letters.posted")]
    with pytest.raises(ActionRefused):
        mark_posted(actor=Actor(staff), letter=letter)


def test_a_stopped_kind_of_letter_comes_no_more_until_it_is_asked_for_again(write, mair, mailoutbox):
    stop(actor=Actor(mair), person=mair, template=NEWS)
    stop(actor=Actor(mair), person=mair, template=NEWS)
    while_stopped = write()
    start(actor=Actor(mair), person=mair, template=NEWS)
    start(actor=Actor(mair), person=mair, template=NEWS)
    write()

    assert while_stopped is None
    assert len(mailoutbox) == 1
    assert list(deeds().values_list("verb", flat=True)) == [
        "letters.stopped",
        "letters.started",
    ]


def test_a_letter_that_must_be_sent_cannot_be_stopped(mair):
    registry.add_letter(NEWS, title="News", because="Because.")

    with pytest.raises(ActionRefused):
        stop(actor=Actor(mair), person=mair, template=NEWS)

    assert Stop.objects.count() == 0


def test_a_mail_system_that_does_not_answer_is_asked_again(mair, mailoutbox, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    letter = send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
    run_due()
    job = Job.objects.get(name="letters.send")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Job.objects.update(run_after=timezone.now())
    run_due()

    letter.refresh_from_db()
    assert (job.state, job.attempts, job.error_code) == ("waiting", 1, "ConnectionRefusedError")
    assert (letter.state, len(mailoutbox)) == ("sent", 1)


def test_an_address_refused_for_good_gets_no_more_letters(mair, monkeypatch):
    from django.core.mail.backends.locmem import EmailBackend

    def refuse(_backend, messages):
        raise smtplib.SMTPRecipientsRefused({"mair@enghraifft.example": (550, b"No such person")})

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    letter = send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
    run_due()
    monkeypatch.undo()

    letter.refresh_from_db()
    assert (letter.state, letter.error_code) == ("bounced", "550")
    assert address_is_in_trouble("Mair@Enghraifft.example")


def test_an_address_that_does_not_work_makes_a_paper_letter(write, mair):
    mark_bounced(letter=write(), code="5.1.1", is_lasting=True)

    letter = write()

    assert letter.state == "to_post"


def test_passing_troubles_are_forgiven_twice(write):
    states = []
    for _time in range(4):
        letter = write()
        states.append(letter.state)
        if letter.state == "sent":
            mark_bounced(letter=letter, code="4.2.2", is_lasting=False)

    assert states == ["sent", "sent", "sent", "to_post"]


def test_one_letter_s_bounce_counts_once(write):
    letter = write()

    for _time in range(5):
        mark_bounced(letter=letter, code="4.2.2", is_lasting=False)

    assert Trouble.objects.get().times == 1


def test_staff_can_trust_an_address_again(write, mair):
    staff = PersonFactory()
    mark_bounced(letter=write(), code="5.1.1", is_lasting=True)

    trust_address(actor=Actor(staff), trouble=Trouble.objects.get())

    assert write().state == "sent"
    assert list(deeds().values_list("actor", "verb")) == [(staff.pk, "letters.address_trusted")]


def test_words_and_addresses_of_old_letters_are_removed(write, settings):
    settings.KEEP_MAIL_DAYS = 90
    old, fresh, paper = write(), write(), write(to=PersonFactory(email=None))
    Letter.objects.exclude(pk=fresh.pk).update(written=timezone.now() - timedelta(days=91))

    prune_letters()

    kept = {letter.pk: (letter.text != "", letter.address != "") for letter in Letter.objects.all()}
    assert kept == {old.pk: (False, False), fresh.pk: (True, True), paper.pk: (True, False)}


def test_a_person_s_letters_are_handed_out_forgotten_and_moved(write, mair):
    kept = PersonFactory()
    write()
    stop(actor=Actor(mair), person=mair, template=NEWS)
    handed_out = letters_about(mair)

    move_letters(mair, kept)
    moved = list(Letter.objects.values_list("person", flat=True)), Stop.objects.get().person
    forget_letters(kept)

    assert [letter["subject"] for letter in handed_out] == ["Newyddion o Dŷ Ŵyl"]
    assert moved == ([kept.pk], kept)
    assert list(Letter.objects.values_list("subject", "text", "html", "address")) == [("", "", "", "")]
    assert Stop.objects.count() == 0


def test_writing_a_letter_costs_five_queries(mair, django_assert_num_queries):
    with django_assert_num_queries(6):
        send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
