"""The pages of letters, in both languages: the post, stopping a kind, and the box of a demonstration."""

import base64
import hashlib
import html
import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.actions import mark_bounced, send
from copronet.common_ground.letters.models import Letter, Stop, Trouble
from copronet.common_ground.letters.queries import stop_token
from copronet.common_ground.work.actions import run_due
from tests.factories import PersonFactory, person_with

from .conftest import NEWS

pytestmark = pytest.mark.django_db
PASSWORD = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def staff(client):
    person = person_with("letters.look_after")
    client.force_login(person, backend=PASSWORD)
    return person


@pytest.mark.parametrize(
    ("address", "heading"), [("/cy/llythyrau/", "Llythyrau i'w postio"), ("/en/letters/", "Letters to post")]
)
def test_staff_see_what_to_post_and_which_addresses_do_not_work(client, staff, write, address, heading):
    mark_bounced(
        letter=write(to=PersonFactory(email="hen@enghraifft.example")), code="5.1.1", is_lasting=True
    )
    write(to=PersonFactory(name="Elin Bapur", email=None))

    page = client.get(address)

    assert f"<h1>{heading}</h1>" in html.unescape(page.text)
    assert "Elin Bapur" in page.text
    assert "hen@enghraifft.example" in page.text


def test_a_paper_letter_is_printed_in_the_language_of_its_reader(client, staff, write):
    reader = PersonFactory(name="Elin", email=None, language="cy", postal_address="1 Stryd Fawr\nAberystwyth")
    letter = write(to=reader)

    page = client.get(f"/en/letters/{letter.pk}/print/")

    assert '<html lang="cy">' in page.text
    assert "1 Stryd Fawr<br>Aberystwyth" in page.text
    assert "Annwyl Elin," in page.text
    assert "Dewch draw &amp; &lt;gwelwch&gt;." in page.text


def test_a_letter_sent_by_e_mail_is_nobody_s_to_print(client, staff, write):
    assert client.get(f"/en/letters/{write().pk}/print/").status_code == 404


def test_the_post_s_queries_do_not_grow_with_the_letters(client, staff, write, count_queries):
    counts = []
    for _time in range(2):
        write(to=PersonFactory(email=None))
        Trouble.objects.create(address=f"{len(counts)}@enghraifft.example", is_lasting=True)
        counts.append(count_queries(lambda: client.get("/en/letters/")))

    assert counts[0] == counts[1]


def test_a_posted_letter_leaves_the_list(client, staff, write):
    letter = write(to=PersonFactory(email=None))

    answer = client.post(reverse("letters:posted", args=[letter.pk]))
    again = client.post(reverse("letters:posted", args=[letter.pk]), follow=True)

    assert (answer.status_code, Letter.objects.get(pk=letter.pk).state) == (302, "posted")
    assert "no longer in the list" in again.text
    assert Deed.objects.filter(verb="letters.posted", actor=staff).count() == 1


def test_nobody_without_the_power_sees_letters(client, write):
    letter = write(to=PersonFactory(email=None))
    client.force_login(PersonFactory(), backend=PASSWORD)

    answers = [client.get("/en/letters/"), client.get(f"/en/letters/{letter.pk}/print/")]

    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize(("language", "words"), [("cy", "Llythyrau a gewch chi"), ("en", "Letters you get")])
def test_looking_at_the_link_stops_nothing(client, mair, language, words):
    with override(language):
        address = reverse("letters:stop", args=[stop_token(mair, NEWS)])

    page = client.get(address)

    assert words in page.text
    assert Stop.objects.count() == 0


def test_a_button_stops_a_kind_of_letter_and_another_starts_it_again(client, mair):
    address = reverse("letters:stop", args=[stop_token(mair, NEWS)])

    stopped = client.post(address, follow=True)
    while_stopped = Stop.objects.filter(person=mair, template=NEWS).count()
    started = client.post(address, {"start": "1"}, follow=True)

    assert "You do not get these letters any more." in stopped.text
    assert "You get these letters at present." in started.text
    assert (while_stopped, Stop.objects.count()) == (1, 0)
    verbs = Deed.objects.filter(actor=mair).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["letters.stopped", "letters.started"]


def test_a_mail_program_stops_letters_with_one_click(mair, write, mailoutbox):
    from django.test import Client

    write()
    link = (
        mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("https://enghraifft.example")
    )

    answer = Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code in {200, 302}
    assert write() is None


@pytest.mark.parametrize("change", ["x", "."])
def test_a_link_that_we_did_not_make_stops_nothing(client, mair, change):
    token = stop_token(mair, NEWS)[:-1] + change

    answers = [client.get(f"/en/letters/stop/{token}/"), client.post(f"/en/letters/stop/{token}/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert Stop.objects.count() == 0


@pytest.fixture
def box(settings, tmp_path):
    settings.DEBUG = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("address", "heading"), [("/cy/blwch-llythyrau/", "Blwch llythyrau"), ("/en/letter-box/", "Letter box")]
)
def test_the_box_shows_both_parts_of_each_letter(client, box, mair, address, heading):
    send(to=mair, template=NEWS, context={"title": "Cod: 123456 Ŵ", "body": "Dewch & <gwelwch>."})
    run_due()

    page = client.get(address)
    (link,) = re.findall(rf'href="({address}[^"]+)"', page.text)
    letter = client.get(link)
    part = client.get(f"{link}html/")

    assert f"<h1>{heading}</h1>" in page.text
    assert "Cod: 123456 Ŵ" in page.text
    assert "Dewch &amp; &lt;gwelwch&gt;." in letter.text
    assert 'lang="cy"' in letter.text
    assert "<h1>Cod: 123456 Ŵ</h1>" in part.text


def test_the_html_part_may_use_its_own_style_and_nothing_else(client, box, mair):
    send(to=mair, template=NEWS, context={"title": "a", "body": "b"})
    run_due()
    (link,) = re.findall(r'href="(/en/letter-box/[^"]+)"', client.get("/en/letter-box/").text)

    part = client.get(f"{link}html/")

    (style,) = re.findall(r"<style>(.*?)</style>", part.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = part.headers["Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; sandbox allow-top-navigation"


def test_several_letters_in_one_file_are_several(client, box):
    from django.core.mail import EmailMessage, get_connection

    messages = [EmailMessage(f"Llythyr {number}", "x", to=["a@b.example"]) for number in range(2)]
    get_connection().send_messages(messages)

    page = client.get("/en/letter-box/").text

    assert page.index("Llythyr 1") < page.index("Llythyr 0")


@pytest.mark.parametrize("key", ["..", "20261121-1.0", "%2e%2e%2fetc"])
def test_the_box_gives_out_nothing_else(client, box, key):
    assert client.get(f"/en/letter-box/{key}/").status_code == 404


def test_an_empty_box_says_what_to_do(client, box):
    assert "Ask for a sign-in code" in client.get("/en/letter-box/").text


def test_where_people_are_real_there_is_no_box(client, settings):
    settings.DEMONSTRATION = settings.DEBUG = False

    assert client.get("/en/letter-box/").status_code == 404
