"""What becomes of letters that come in: whose words reach a room, and who is answered how."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.letters import registry
from copronet.common_ground.letters.emails import as_message, reply_address
from copronet.common_ground.letters.inbox import read, receive
from copronet.common_ground.letters.models import BIGGEST, Letter, Received, Trouble
from copronet.common_ground.letters.queries import address_is_in_trouble
from copronet.common_ground.letters.tasks import prune_letters
from copronet.common_ground.work.actions import run_due
from copronet.common_ground.work.models import Job
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(write, replies):
    return write(reply_to="example")


def mail(
    to: str, sender: str = "mair@enghraifft.example", words: str = "Byddaf yno.", **headers: str
) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Subject"] = "Re: Newyddion"
    message["Message-ID"] = headers.pop("message_id", f"<{abs(hash((to, sender, words)))}@post.example>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(words)
    return bytes(message)


def outcome_of(raw: bytes, recipient: str = "") -> str:
    received = receive(raw, recipient=recipient)
    run_due()
    received.refresh_from_db()
    return received.outcome


def test_a_reply_reaches_the_room_that_asked_with_who_and_about_what(write, replies, mair):
    about = PersonFactory()
    letter = write(reply_to="example", about=about)

    outcome = outcome_of(
        mail(reply_address(letter), words="Byddaf yno.\n\n> ## Atebwch uwchben y llinell hon · x")
    )

    assert outcome == "taken"
    assert replies == [registry.Reply(mair, "people.person", str(about.pk), "Byddaf yno.")]


def test_the_reply_address_stands_in_the_letter_and_fits_into_an_address(letter, mailoutbox):
    assert mailoutbox[0].reply_to == [reply_address(letter)]
    assert len(reply_address(letter).partition("@")[0]) <= 64


def test_a_reply_whose_address_lost_its_capitals_or_came_by_the_envelope_is_taken(letter, replies):
    token = reply_address(letter)

    outcomes = [outcome_of(mail(token.upper())), outcome_of(mail("someone@post.example"), recipient=token)]

    assert outcomes == ["taken", "taken"]
    assert len(replies) == 2


def test_a_letter_that_comes_in_twice_is_taken_in_once(letter, replies):
    raw = mail(reply_address(letter))

    receive(raw)
    again = receive(raw)
    received = Received.objects.get()
    run_due()
    read(received)

    assert again is None
    assert len(replies) == 1


def test_two_letters_without_a_message_id_are_two(letter, replies):
    for words in ("un", "dau", "un"):
        raw = mail(reply_address(letter), words=words).replace(b"Message-ID", b"X-Lost-ID")
        receive(raw)
    run_due()

    assert [reply.text for reply in replies] == ["un", "dau"]


def test_a_fault_of_ours_loses_nothing(letter, replies, monkeypatch):
    taken = []

    def stumble_once(reply):
        taken.append(reply.text)
        if len(taken) == 1:
            raise RuntimeError("a fault of ours")

    registry.add_inbox("example", stumble_once)
    received = receive(mail(reply_address(letter)))
    run_due()
    between = Received.objects.get(pk=received.pk).outcome
    Job.objects.update(run_after=timezone.now())
    run_due()

    assert between == "waiting"
    assert taken == ["Byddaf yno.", "Byddaf yno."]
    assert Received.objects.get(pk=received.pk).outcome == "taken"


def test_a_room_s_refusal_is_told_in_the_person_s_language(letter, mailoutbox):
    def refuse(_reply):
        from django.utils.translation import gettext

        raise ActionRefused(gettext("The letter is off the list."))

    registry.add_inbox("example", refuse)
    outcome = outcome_of(mail(reply_address(letter)))

    answer = mailoutbox[-1]
    assert outcome == "refused"
    assert answer.to == ["mair@enghraifft.example"]
    assert answer.subject == "Ynglŷn â'ch neges"
    assert "Mae'r llythyr oddi ar y rhestr." in answer.body


def test_somebody_else_s_reply_is_refused_kindly_in_both_languages(letter, replies, mailoutbox):
    outcome = outcome_of(mail(reply_address(letter), sender="arall@enghraifft.example"))

    answer = mailoutbox[-1]
    assert (outcome, replies) == ("forged", [])
    assert answer.to == ["arall@enghraifft.example"]
    assert answer.subject == "Ynglŷn â'ch neges / About your message"
    assert answer.body.index("Diolch am ysgrifennu.") < answer.body.index("Thank you for writing.")


def changed(token: str, place: int) -> str:
    letter = "a" if token[place] != "a" else "b"
    return token[:place] + letter + token[place + 1 :]


def test_an_address_that_we_did_not_make_is_of_no_use(letter, replies):
    good = reply_address(letter)
    name = good.partition("@")[0]
    made_up = [
        changed(name, len(name) - 1) + "@ateb.example",
        f"reply+{letter.token('bounce')}@ateb.example",
        f"reply+{letter.token('reply.other')}@ateb.example",
        f"{name}@elsewhere.example",
        "reply+@ateb.example",
        "reply+-@ateb.example",
        "reply+²-aaaa@ateb.example",
        f"reply+{'z' * 40}-aaaa@ateb.example",
    ]

    outcomes = [outcome_of(mail("x@post.example", words=address), recipient=address) for address in made_up]

    assert outcomes == ["unknown"] * len(made_up)
    assert replies == []


def test_a_letter_sent_to_one_inbox_does_not_answer_another(letter, replies):
    other = []
    address = reply_address(letter)
    registry.add_inbox("other", other.append)
    Letter.objects.filter(pk=letter.pk).update(reply_to="other")

    assert outcome_of(mail(address)) == "unknown"
    assert (replies, other) == ([], [])


def test_an_old_letter_can_no_longer_be_answered(letter, replies, mailoutbox):
    Letter.objects.filter(pk=letter.pk).update(written=timezone.now() - timedelta(days=181))

    assert outcome_of(mail(reply_address(letter))) == "expired"
    assert replies == []
    assert "chwe mis" in mailoutbox[-1].body


def test_somebody_who_has_gone_is_a_stranger(letter, replies, mair):
    type(mair).objects.update(standing="left", standing_since="2026-11-01", is_active=False)

    assert outcome_of(mail(reply_address(letter))) == "unknown"
    assert replies == []


def test_a_reply_without_words_is_sent_back_kindly(letter, replies, mailoutbox):
    assert outcome_of(mail(reply_address(letter), words="> hen eiriau\n")) == "empty"
    assert replies == []
    assert mailoutbox[-1].to == ["mair@enghraifft.example"]


def test_a_reply_that_is_too_big_is_not_kept(letter, replies, mailoutbox):
    raw = mail(reply_address(letter)) + b"\r\n" + b"x" * BIGGEST

    received = receive(raw)
    kept = len(received.raw)
    run_due()

    received.refresh_from_db()
    assert kept < 100_000
    assert (received.outcome, replies) == ("too_big", [])
    assert mailoutbox[-1].to == ["mair@enghraifft.example"]


def test_a_stranger_is_answered_once_a_day(mailoutbox):
    for number in range(3):
        outcome_of(mail("rhywun@ateb.example", sender="dieithryn@post.example", words=str(number)))
    first_day = len(mailoutbox)
    Received.objects.update(answered=timezone.now() - timedelta(hours=25))
    outcome_of(mail("rhywun@ateb.example", sender="dieithryn@post.example", words="3"))

    assert (first_day, len(mailoutbox)) == (1, 2)
    assert mailoutbox[0].extra_headers["Auto-Submitted"] == "auto-replied"


def test_there_is_an_end_to_answering_strangers(mailoutbox, monkeypatch):
    monkeypatch.setattr("copronet.common_ground.letters.queries.letters.ANSWERS_A_DAY", 2)
    for number in range(4):
        outcome_of(mail("rhywun@ateb.example", sender=f"dieithryn{number}@post.example"))

    assert len(mailoutbox) == 2


MACHINES = {
    "out of office": {"Auto_Submitted": "auto-replied"},
    "with a parameter": {"Auto_Submitted": "auto-generated; type=x"},
    "bulk": {"Precedence": "bulk"},
    "old out of office": {"X_Autoreply": "yes"},
    "mailing list": {"List_Id": "<rhestr.example>"},
    "empty return path": {"Return_Path": "<>"},
}


@pytest.mark.parametrize("headers", MACHINES.values(), ids=MACHINES.keys())
def test_a_machine_s_message_reaches_nobody_and_is_not_answered(letter, replies, mailoutbox, headers):
    sent = len(mailoutbox)

    assert outcome_of(mail(reply_address(letter), **headers)) == "automatic"
    assert (replies, len(mailoutbox)) == ([], sent)


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@post.example", "postmaster@a.example", "no-reply@a.example"]
)
def test_a_machine_s_address_is_not_answered(mailoutbox, sender):
    assert outcome_of(mail("rhywun@ateb.example", sender=sender)) == "automatic"
    assert mailoutbox == []


def test_a_person_may_say_that_their_message_is_not_automatic(letter, replies):
    assert outcome_of(mail(reply_address(letter), Auto_Submitted="no")) == "taken"


def test_our_own_letters_do_not_go_round_and_round(letter, replies, mailoutbox):
    sent = len(mailoutbox)
    own = bytes(as_message(letter).message())

    outcomes = [
        outcome_of(own, recipient=reply_address(letter)),
        outcome_of(mail(reply_address(letter), sender="rhwydwaith@enghraifft.example")),
        outcome_of(mail(reply_address(letter), sender=reply_address(letter))),
    ]

    assert outcomes == ["loop"] * 3
    assert (replies, len(mailoutbox)) == ([], sent)


REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@post.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <{number}@post.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; post.example
Arrival-Date: Mon, 2 Nov 2026 10:02:00 +0000

Final-Recipient: rfc822; mair@enghraifft.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} User unknown

--B
Content-Type: {kind}

From: rhwydwaith@enghraifft.example
Message-ID: {message_id}
Subject: Newyddion

--B--
"""


def report(letter: Letter, **changes: str) -> bytes:
    values = {
        "to": f"bounce+{letter.token('bounce')}@ateb.example",
        "number": "1",
        "action": "failed",
        "status": "5.1.1",
        "kind": "text/rfc822-headers",
        "message_id": "<lost@post.example>",
        **changes,
    }
    return REPORT.format(**values).replace("\n", "\r\n").encode()


def test_a_bounce_marks_the_letter_and_its_address(letter):
    assert outcome_of(report(letter)) == "bounce"

    letter.refresh_from_db()
    assert (letter.state, letter.error_code) == ("bounced", "5.1.1")
    assert address_is_in_trouble("mair@enghraifft.example")


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_a_bounce_is_known_by_the_letter_that_it_returns(letter, kind):
    raw = report(letter, to="rhwydwaith@enghraifft.example", kind=kind, message_id=letter.message_id)

    assert outcome_of(raw) == "bounce"
    assert address_is_in_trouble("mair@enghraifft.example")


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("delivered", "2.0.0")])
def test_a_delay_is_not_a_bounce(letter, action, status):
    assert outcome_of(report(letter, action=action, status=status)) == "automatic"
    assert Trouble.objects.count() == 0


def test_a_full_letter_box_is_a_passing_trouble(letter):
    assert outcome_of(report(letter, status="4.2.2")) == "bounce"
    assert not address_is_in_trouble("mair@enghraifft.example")


def test_nobody_can_make_up_a_bounce(letter):
    raw = report(
        letter, to="bounce+1-aaaaaaaaaaaaaaaaaaaaaaaa@ateb.example", message_id="<letter-1-aaaa@ateb.example>"
    )

    assert outcome_of(raw) == "automatic"
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_received_letters_are_kept_for_as_long_as_is_said(letter, settings):
    settings.KEEP_MAIL_DAYS = 30
    receive(mail(reply_address(letter), words="old"))
    Received.objects.update(came=timezone.now() - timedelta(days=31))
    receive(mail(reply_address(letter), words="fresh"))

    prune_letters()

    assert Received.objects.count() == 1


def test_what_was_said_is_not_kept_twice(letter, replies):
    outcome_of(mail(reply_address(letter)))

    assert bytes(Received.objects.get().raw) == b""
