"""The staff's pages about letters and background work, and a letter in HTML, looked at by axe."""

import pytest
from django.conf import settings

from copronet.common_ground.letters.actions import send
from copronet.common_ground.letters.models import Trouble
from copronet.common_ground.work.models import Job
from tests.factories import PersonFactory, person_with

pytestmark = [pytest.mark.presentation, pytest.mark.django_db(transaction=True)]
TOLD = "people/letters/told"
WORDS = {"subject_line": "Croeso · Welcome", "words": "Dyma lythyr.", "page": "/cy/"}


@pytest.fixture
def letter(transactional_db):
    Trouble.objects.create(
        address="cyfeiriad.hir.iawn.a.diderfyn@enghraifft.example", code="5.1.1", is_lasting=True
    )
    Job.objects.create(name="letters.send", state="failed", attempts=5, error_text="x" * 300)
    Job.objects.create(name="letters.prune", attempts=1, error_code="OperationalError")
    return send(to=PersonFactory(email=None), template=TOLD, context=WORDS)


@pytest.fixture
def staff_page(client, open_page, live_server, letter):
    client.force_login(
        person_with("work.see", "letters.look_after"), "django.contrib.auth.backends.ModelBackend"
    )

    def open_as_staff(width: int):
        page = open_page(width=width)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
        page.context.add_cookies([{**cookie, "url": live_server.url}])
        return page

    return open_as_staff


def test_staff_s_pages_have_no_barrier_and_fit(staff_page, barriers, letter):
    page = staff_page(1280)
    found = {}

    for address in (
        "/cy/gwaith-cefndir/",
        "/en/background-work/",
        "/cy/llythyrau/",
        "/en/letters/",
        f"/cy/llythyrau/{letter.pk}/argraffu/",
    ):
        page.goto(address)
        found[address] = (page.locator("h1").count(), barriers(page))

    assert set(map(str, found.values())) == {str((1, []))}


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_letter_in_html_has_no_barrier_and_fits(open_page, barriers, transactional_db, language):
    letter = send(to=PersonFactory(language=language), template=TOLD, context=WORDS)
    page = open_page()

    page.set_content(letter.html)

    assert barriers(page) == []
