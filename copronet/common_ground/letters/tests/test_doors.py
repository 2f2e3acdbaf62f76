"""The doors: real SMTP out, IMAP and a provider's webhook in, each against its real protocol."""

import hashlib
import hmac
from email import message_from_bytes, policy
from io import StringIO

import pytest
from anymail.signals import AnymailTrackingEvent, EventType, tracking
from django.core.management import CommandError, call_command
from django.urls import include, path

from copronet.common_ground.letters.emails import reply_address
from copronet.common_ground.letters.models import Letter, Received
from copronet.common_ground.letters.queries import address_is_in_trouble
from copronet.common_ground.letters.urls import provider_doors
from copronet.common_ground.work.actions import run_due
from copronet.common_ground.work.models import Job
from copronet.config.urls import urlpatterns as site

from .servers import mailboxes, part_of, post_office
from .test_inbox import mail

pytestmark = pytest.mark.django_db

# The addresses of a site whose provider is Mailgun.
urlpatterns = [path("anymail/", include((provider_doors("mailgun"), "anymail"))), *site]
KEY = "mailgun-signing-key"


@pytest.fixture
def smtp(settings):
    with post_office() as (office, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield office


def test_a_letter_goes_over_smtp_whole(smtp, write, replies):
    letter = write(reply_to="example")

    ((sender, recipients, raw),) = smtp.kept
    message = message_from_bytes(raw, policy=policy.default)
    assert (letter.state, recipients) == ("sent", ["mair@enghraifft.example"])
    assert sender == f"bounce+{letter.token('bounce')}@ateb.example"
    assert message["From"] == "Y Rhwydwaith <rhwydwaith@enghraifft.example>"
    assert message["Subject"] == "Newyddion o Dŷ Ŵyl"
    assert message["Reply-To"] == reply_address(letter)
    assert message["Message-ID"] == letter.message_id
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "cy"
    assert message.get_content_type() == "multipart/alternative"
    assert part_of(message, "text/plain").replace("\r\n", "\n") == letter.text
    assert part_of(message, "text/html").replace("\r\n", "\n") == letter.html
    assert max(map(len, raw.splitlines())) <= 998


def test_an_address_the_mail_system_refuses_is_marked(smtp, write):
    smtp.refuses["mair@enghraifft.example"] = "550 5.1.1 No such person"

    letter = write()

    assert (letter.state, letter.error_code) == ("bounced", "550")
    assert address_is_in_trouble("mair@enghraifft.example")


def test_an_address_the_mail_system_puts_off_is_tried_again(smtp, write):
    smtp.refuses["mair@enghraifft.example"] = "451 4.7.1 Come back later"
    letter = write()
    before = letter.state, Job.objects.get(name="letters.send").state

    smtp.refuses.clear()
    Job.objects.update(run_after=letter.written)
    run_due()

    letter.refresh_from_db()
    assert before == ("waiting", "waiting")
    assert letter.state == "sent"


def test_unread_letters_are_fetched_by_imap_once(write, replies, settings):
    letter = write(reply_to="example")
    letters = [mail(reply_address(letter), words=words) for words in ("Ŵy un", "dau")]

    with mailboxes(*letters) as server:
        settings.IMAP_URL = server.url
        said = StringIO()
        call_command("letters", "fetch", stdout=said)
        run_due()
        call_command("letters", "fetch", stdout=said)

        assert server.read == {7, 8}
    assert [reply.text for reply in replies] == ["Ŵy un", "dau"]
    assert said.getvalue().split("\n")[:2] == [
        "Llythyrau newydd / new letters: 2",
        "Llythyrau newydd / new letters: 0",
    ]


def test_a_letter_that_could_not_be_marked_read_is_still_taken_in_once(write, replies):
    from copronet.common_ground.letters.inbox import fetch

    letter = write(reply_to="example")

    with mailboxes(mail(reply_address(letter))) as server:
        fetch(server.url)
        server.read.clear()
        fetch(server.url)
        run_due()

    assert len(replies) == 1


@pytest.mark.parametrize(
    "wrong", [("cyf%2Brin%2Fair", "anghywir"), ("/INBOX", "/Dim-byd")], ids=["password", "folder"]
)
def test_a_wrong_address_of_the_folder_is_told_in_one_sentence(settings, wrong):
    with mailboxes() as server:
        settings.IMAP_URL = server.url.replace(*wrong)

        with pytest.raises(CommandError, match=r"^IMAP_URL: "):
            call_command("letters", "fetch")


def test_without_an_address_there_is_nothing_to_fetch(settings):
    settings.IMAP_URL = ""

    with pytest.raises(CommandError, match="IMAP_URL"):
        call_command("letters", "fetch")


def webhook(raw: bytes, recipient: str, *, key: str = KEY) -> dict[str, str]:
    """What Mailgun posts for a route "forward to …/inbound_mime/": the raw message, signed."""
    token, timestamp = "c2d5f2e0f1a14e2f9d1d9a0d1a5b4f6c7d8e9f0a1b2c3d4e5f", "1793612520"
    signature = hmac.new(key.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "recipient": recipient,
        "sender": "mair@enghraifft.example",
        "from": "Mair <mair@enghraifft.example>",
        "subject": "Re: Newyddion",
        "timestamp": timestamp,
        "token": token,
        "signature": signature,
        "body-mime": raw.decode(),
    }


@pytest.mark.urls(__name__)
def test_a_provider_s_signed_webhook_brings_a_letter_in_once(client, write, replies, settings):
    settings.ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": KEY}
    letter = write(reply_to="example")
    sent = webhook(mail(reply_address(letter), words="Byddaf yno, Gwŷr."), reply_address(letter))

    answers = [client.post("/anymail/mailgun/inbound_mime/", sent).status_code for _time in range(2)]
    run_due()

    assert answers == [200, 200]
    assert [reply.text for reply in replies] == ["Byddaf yno, Gwŷr."]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("key", ["another-key", ""])
def test_a_webhook_that_is_not_signed_by_the_provider_is_refused(client, write, replies, settings, key):
    settings.ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": KEY}
    letter = write(reply_to="example")

    answer = client.post(
        "/anymail/mailgun/inbound_mime/",
        webhook(mail(reply_address(letter)), reply_address(letter), key=key),
    )

    assert answer.status_code == 400
    assert Received.objects.count() == 0


@pytest.mark.urls(__name__)
def test_the_doors_of_other_providers_are_shut(client):
    assert (
        client.post("/anymail/postmark/inbound/", b"{}", content_type="application/json").status_code == 404
    )


@pytest.mark.parametrize(
    ("kind", "lasting"),
    [(EventType.BOUNCED, True), (EventType.COMPLAINED, True), (EventType.DELIVERED, False)],
)
def test_a_provider_tells_of_letters_that_came_back(write, kind, lasting):
    letter = write()
    Letter.objects.filter(pk=letter.pk).update(message_id="id-of-the-provider")

    event = AnymailTrackingEvent(event_type=kind, message_id="id-of-the-provider", recipient="x@y.example")
    tracking.send(sender=None, event=event, esp_name="Mailgun")

    assert address_is_in_trouble("mair@enghraifft.example") is lasting
