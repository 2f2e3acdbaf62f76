"""Codes and other letters about signing in: queued before all others, in both parts, for known and unknown alike."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from copronet.common_ground.letters.models import Letter
from copronet.common_ground.letters.tasks import prune_letters
from copronet.common_ground.people.emails import tell
from copronet.common_ground.work.actions import run_due
from copronet.common_ground.work.models import URGENT, Job
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "mair@enghraifft.example", "nobody@enghraifft.example"


@pytest.fixture
def person():
    person = PersonFactory(email=KNOWN, language="cy", name="Mair")
    EmailAddress.objects.create(user=person, email=KNOWN, verified=True, primary=True)
    return person


def ask_for_a_code(client, address):
    return client.post("/en/account/login/", {"login": address})


def test_a_code_waits_in_the_queue_before_all_other_letters(client, person):
    tell(person, "Newyddion", "Newyddion")

    ask_for_a_code(client, KNOWN)

    assert mail.outbox == []
    assert Job.objects.order_by("urgency", "id").first().urgency == URGENT
    run_due()
    assert [letter.subject for letter in mail.outbox] == ["Eich cod mewngofnodi", "Newyddion"]


def test_a_code_stands_in_both_parts_of_a_letter_in_the_persons_language(client, person):
    ask_for_a_code(client, KNOWN)
    run_due()

    (letter,) = mail.outbox
    code = re.search(r"^[A-Z0-9]{3,}-[A-Z0-9]{3,}$", letter.body, re.MULTILINE).group()
    ((html, kind),) = [(part.content, part.mimetype) for part in letter.alternatives]

    assert kind == "text/html"
    assert f'<p class="code">{code}</p>' in html
    assert '<html lang="cy">' in html
    assert letter.body.startswith("Helo,")
    assert letter.extra_headers["Content-Language"] == "cy"


@pytest.mark.parametrize(
    ("start", "typed"),
    [
        ("/en/account/login/", "login"),
        ("/en/account/login/code/", "email"),
        ("/en/account/password/reset/", "email"),
    ],
)
def test_an_address_that_nobody_has_goes_the_same_way(client, person, start, typed):
    client.post(start, {typed: "warm@enghraifft.example"})
    ways = []
    for address in (KNOWN, UNKNOWN):
        client.cookies.clear()
        with CaptureQueriesContext(connection) as asked:
            client.post(start, {typed: address})
        written = [sql["sql"].partition(" (")[0] for sql in asked if sql["sql"].startswith("INSERT INTO")]
        ways.append([row for row in written if "letters_" in row or "work_" in row])

    assert ways[0] == ways[1]
    assert len(ways[0]) == 2
    jobs = Job.objects.filter(name__startswith="letters.").values_list("name", "urgency")
    assert set(jobs) == {("letters.send_at_once", URGENT)}


def test_a_stranger_is_written_to_in_the_language_of_the_page_and_nothing_of_them_stays(client):
    client.post("/cy/cyfrif/mewngofnodi/", {"login": UNKNOWN})
    run_due()

    (letter,) = mail.outbox
    kept = Letter.objects.get()
    assert (letter.to, letter.subject) == ([UNKNOWN], "Mewngofnodi gyda'r cyfeiriad hwn")
    assert "/cy/cyfrif/ymuno/" in letter.body
    assert 'class="button" href="http://testserver/cy/cyfrif/ymuno/"' in letter.alternatives[0].content
    assert (kept.address, kept.subject, kept.text, kept.html, kept.person) == ("", "", "", "", None)


def test_the_words_of_a_code_are_gone_once_it_is_sent(client, person):
    ask_for_a_code(client, KNOWN)
    run_due()

    kept = Letter.objects.get()
    assert (kept.person, kept.subject, kept.text, kept.html) == (person, "Eich cod mewngofnodi", "", "")


def test_what_could_not_be_sent_to_a_stranger_is_gone_after_a_day(client):
    ask_for_a_code(client, UNKNOWN)
    Letter.objects.update(written=timezone.now() - timedelta(days=1, minutes=1))

    prune_letters()

    assert not Letter.objects.exists()
    run_due()
    assert mail.outbox == []


def test_somebody_who_has_left_is_written_to_as_a_stranger(client, person):
    person.standing, person.standing_since = "left", timezone.localdate()
    person.is_active = False
    person.save()

    ask_for_a_code(client, KNOWN)
    run_due()

    assert [letter.subject for letter in mail.outbox] == ["Mewngofnodi gyda'r cyfeiriad hwn"]
    assert Letter.objects.get().person is None
