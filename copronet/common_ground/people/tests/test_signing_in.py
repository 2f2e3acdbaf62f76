"""Signing up and in by letter and by password; the same answer whether an address is known or not."""

import html
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.urls import SIGN_IN, VIEWS
from tests.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_worker_beside")]


def known(address="mair@enghraifft.example", **details):
    person = PersonFactory(email=address, **details)
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    return person


def code_in(letter):
    return re.search(r"^[A-Z0-9]{3,}(-[A-Z0-9]{3,})?$", letter.body, re.MULTILINE).group()


def text_of(response):
    """The page without what differs from one request to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.text)


def join(client, language="en", **answers):
    answers = {"name": "Mair", "language": "cy", "email": "mair@enghraifft.example"} | answers
    return client.post({"en": "/en/account/signup/", "cy": "/cy/cyfrif/ymuno/"}[language], answers)


def test_joining_asks_for_a_name_a_language_and_an_address_and_whether_one_is_under_18(client):
    form = client.get("/cy/cyfrif/ymuno/").context["form"]

    assert list(form.fields) == ["name", "language", "email", "turns_18_on"]
    assert not form.fields["turns_18_on"].required
    assert form["language"].value() == "cy"


def test_where_age_makes_no_difference_it_is_not_asked(client, settings):
    settings.SIGN_UP_UNDER_18 = "yes"

    form = client.get("/cy/cyfrif/ymuno/").context["form"]

    assert list(form.fields) == ["name", "language", "email"]


def test_joining_ends_signed_in_with_the_name_and_language_given(client):
    join(client, language="en")
    code = code_in(mail.outbox[0])

    response = client.post("/en/account/confirm-email/", {"code": code})

    person = Person.objects.get()
    assert (person.name, person.language, person.email) == ("Mair", "cy", "mair@enghraifft.example")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert response.url == "/cy/fy-nhudalen/"


def test_joining_leaves_one_line_in_the_journal(client):
    join(client)

    deed = Deed.objects.get(object_type="people.person")
    assert (deed.verb, deed.actor) == ("people.signed_up", Person.objects.get())


def test_what_was_typed_comes_back_with_the_sentence_that_helps(client):
    page = join(client, email="mair@")

    assert page.status_code == 200
    assert page.context["form"]["name"].value() == "Mair"
    assert list(page.context["form"].errors) == ["email"]
    assert not Person.objects.exists()


def test_the_language_can_be_changed_in_the_middle_of_joining(client):
    typed = {"name": "Mair", "language": "en", "email": "mair@", "switch_language": "cy"}

    answer = client.post("/en/account/signup/", typed)
    page = client.post(answer["Location"], typed)

    assert (answer.status_code, answer["Location"]) == (307, "/cy/cyfrif/ymuno/")
    assert page.context["form"]["name"].value() == "Mair"
    assert not Person.objects.exists()


@pytest.mark.parametrize(("language", "home"), [("cy", "/cy/"), ("en", "/en/")])
def test_a_code_signs_somebody_in_to_their_own_language(client, language, home):
    known(language=language)
    client.post("/en/account/login/", {"login": "mair@enghraifft.example"})

    response = client.post("/en/account/login/code/confirm/", {"code": code_in(mail.outbox[0])})

    assert response.url == home


def test_a_page_asked_for_before_signing_in_is_shown_after_it_in_the_persons_language(client):
    known(language="cy")
    client.post("/en/account/login/?next=/en/account/email/", {"login": "mair@enghraifft.example"})

    response = client.post(
        "/en/account/login/code/confirm/?next=/en/account/email/", {"code": code_in(mail.outbox[0])}
    )

    assert response.url == "/cy/cyfrif/e-bost/"


@pytest.mark.parametrize("address", ["/en/account/login/", "/en/account/login/code/"])
def test_somebody_whom_the_staff_wrote_in_needs_one_code_only(client, address):
    person = PersonFactory(email="mair@enghraifft.example", language="en")
    client.post(address, {"login": person.email, "email": person.email})

    client.post("/en/account/login/code/confirm/", {"code": code_in(mail.outbox[0])})

    assert client.session["_auth_user_id"] == str(person.pk)
    assert EmailAddress.objects.get(user=person).verified


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_outside_the_site(client, elsewhere):
    known(language="en")
    client.post("/en/account/login/", {"login": "mair@enghraifft.example", "next": elsewhere})

    response = client.post(
        "/en/account/login/code/confirm/", {"code": code_in(mail.outbox[0]), "next": elsewhere}
    )

    assert response.url == "/en/"


@pytest.mark.parametrize(
    ("language", "subject"), [("cy", "Eich cod mewngofnodi"), ("en", "Your code to sign in")]
)
def test_mail_is_in_the_persons_language_whatever_page_they_asked_from(client, language, subject):
    known(language=language)

    client.post("/en/account/login/", {"login": "mair@enghraifft.example"})

    assert [letter.subject for letter in mail.outbox] == [subject]


def test_links_in_mail_lead_to_pages_in_its_language(client):
    known(language="cy")

    join(client, language="en")

    assert "http://testserver/cy/cyfrif/mewngofnodi/" in mail.outbox[0].body


def test_a_password_signs_in_whoever_has_one(client):
    person = known(language="en")
    person.set_password("blodau'r eithin")
    person.save()

    client.post("/en/account/login/", {"login": "mair@enghraifft.example", "password": "blodau'r eithin"})

    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_sign_in_page_answers_the_same_for_a_stranger(client):
    known(language="en")

    answers = []
    for address in ("mair@enghraifft.example", "nobody@enghraifft.example"):
        response = client.post("/en/account/login/", {"login": address})
        page = client.get(response.url)
        answers.append((response.status_code, response.url, text_of(page).replace(address, "…")))
        client.cookies.clear()

    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [
        ["mair@enghraifft.example"],
        ["nobody@enghraifft.example"],
    ]


def test_joining_answers_the_same_for_an_address_that_has_joined(client):
    known(language="en")

    answers = []
    for address in ("mair@enghraifft.example", "nobody@enghraifft.example"):
        response = join(client, email=address)
        page = client.get(response.url)
        answers.append((response.status_code, response.url, text_of(page).replace(address, "…")))
        client.cookies.clear()

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("start", "typed"),
    [
        ("/en/account/signup/", {"name": "Ann", "language": "en"}),
        ("/en/account/login/", {}),
        ("/en/account/password/reset/", {}),
    ],
    ids=["joining", "signing in", "a forgotten password"],
)
@pytest.mark.parametrize(
    "then",
    [
        [{"action": "resend"}],
        [{"action": "change", "email": "arall@enghraifft.example"}],
        [{"code": "WRONG"}] * 4,
        [{"action": "resend"}] * 4,
    ],
    ids=["another code", "another address", "wrong codes", "many codes"],
)
def test_whatever_is_tried_after_it_an_address_that_is_known_answers_the_same(client, start, typed, then):
    known(language="en")

    answers = []
    for address in ("mair@enghraifft.example", "nobody@enghraifft.example"):
        answers.append(walk(client, start, typed | {"email": address, "login": address}, then, address))
        client.cookies.clear()

    assert answers[0] == answers[1]


def walk(client, start, typed, then, address):
    """What somebody meets who begins at ``start`` and sends one thing after another to where it leads."""
    met, asked = [], client.post(start, typed).url
    for sent in then:
        answer = client.post(asked, sent)
        met.append((answer.status_code, answer.get("Location"), answer.text))
    for page in (asked, "/en/account/login/", "/en/account/signup/", "/en/account/email/"):
        seen = client.get(page)
        met.append((seen.status_code, seen.get("Location"), seen.text))
    return [(status, url, text_without_keys(text).replace(address, "…")) for status, url, text in met]


def text_without_keys(page):
    return re.sub(r"<input[^>]*(csrf|deed_key)[^>]*>|nonce=\S+", "", page)


def test_every_page_of_signing_in_has_an_address_in_words_of_both_languages():
    ours = {name for name in VIEWS if not name.startswith("openid_connect_")}
    addresses = {}
    for language in ("cy", "en"):
        with override(language):
            addresses[language] = {name: str(address) for name, address in SIGN_IN.items()}

    assert ours == set(SIGN_IN)
    assert [name for name in SIGN_IN if addresses["cy"][name] == addresses["en"][name]] == []
    assert len(set(addresses["cy"].values())) == len(SIGN_IN)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/en/account/login/?next=%2Fen%2Fplan%2F", "/cy/cyfrif/mewngofnodi/?next=%2Fen%2Fplan%2F"),
        ("/cy/cyfrif/ymuno/", "/en/account/signup/"),
        ("/cy/cyfrif/cyfrinair/ailosod/", "/en/account/password/reset/"),
    ],
)
def test_the_switch_leads_from_one_address_to_the_other(client, here, there):
    page = client.get(here)

    assert f'hreflang="{there[1:3]}" href="{there}"' in page.text.replace("http://testserver", "")


def test_after_joining_people_land_on_their_page_with_the_next_step(client):
    join(client)
    code = code_in(mail.outbox[0])

    landed = client.post("/en/account/confirm-email/", {"code": code})
    page = client.get(landed.url)

    assert landed.url == "/cy/fy-nhudalen/"
    assert "Croeso i'r rhwydwaith" in html.unescape(page.text)
    assert '<a class="button" href="/cy/fy-manylion/">' in page.text


def test_a_forgotten_password_answers_the_same_for_a_stranger(client):
    known(language="en")

    answers = []
    for address in ("mair@enghraifft.example", "nobody@enghraifft.example"):
        response = client.post("/en/account/password/reset/", {"email": address})
        page = client.get(response.url)
        answers.append((response.status_code, response.url, text_of(page).replace(address, "…")))
        client.cookies.clear()

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2


def test_a_wrong_password_answers_the_same_for_a_stranger(client):
    known(language="en").set_password("blodau'r eithin")

    answers = [
        text_of(client.post("/en/account/login/", {"login": address, "password": "wrong"})).replace(
            address, "…"
        )
        for address in ("mair@enghraifft.example", "nobody@enghraifft.example")
    ]

    assert answers[0] == answers[1]


def test_moving_to_an_address_that_somebody_has_answers_the_same(client):
    known(language="en")
    person = known("ann@enghraifft.example", language="en")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")

    answers = []
    for address in ("mair@enghraifft.example", "nobody@enghraifft.example"):
        response = client.post("/en/account/email/", {"email": address, "action_add": "1"})
        page = client.get(response.url)
        answers.append((response.status_code, response.url, text_of(page).replace(address, "…")))

    assert answers[0] == answers[1]


def test_an_address_changes_once_its_code_is_typed_in_and_the_old_one_is_told(client):
    person = known(language="cy")
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    client.post("/en/account/email/", {"email": "newydd@enghraifft.example", "action_add": "1"})
    code = code_in(mail.outbox[0])
    person.refresh_from_db()
    before = person.email

    client.post("/en/account/confirm-email/", {"code": code})

    person.refresh_from_db()
    assert (before, person.email) == ("mair@enghraifft.example", "newydd@enghraifft.example")
    assert [(letter.to, letter.subject) for letter in mail.outbox[1:]] == [
        (["mair@enghraifft.example"], "Mae eich cyfeiriad e-bost wedi newid")
    ]
    assert "people.email_changed" in [deed.verb for deed in Deed.objects.all()]


def test_a_new_password_can_be_chosen_by_code(client):
    person = known(language="en")
    client.post("/en/account/password/reset/", {"email": "mair@enghraifft.example"})
    client.post("/en/account/password/reset/confirm/", {"code": code_in(mail.outbox[0])})

    client.post(
        "/en/account/password/reset/complete/",
        {"password1": "blodau'r eithin", "password2": "blodau'r eithin"},
    )

    person.refresh_from_db()
    assert person.check_password("blodau'r eithin")


def test_somebody_whose_account_is_closed_does_not_get_in(client):
    known(is_active=False, language="en")

    client.post("/en/account/login/", {"login": "mair@enghraifft.example"})

    assert [letter.subject for letter in mail.outbox] == ["Signing in with this address"]
    assert "_auth_user_id" not in client.session


def test_three_wrong_codes_end_the_attempt(client):
    known()
    client.post("/en/account/login/", {"login": "mair@enghraifft.example"})
    code = code_in(mail.outbox[0])
    for _attempt in range(3):
        client.post("/en/account/login/code/confirm/", {"code": "WRONG"})

    client.post("/en/account/login/code/confirm/", {"code": code})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["mair@enghraifft.example", "nobody@enghraifft.example"])
def test_guessing_passwords_is_stopped_even_with_the_right_one_in_the_end(client, address):
    person = known(language="en")
    person.set_password("blodau'r eithin")
    person.save()
    for attempt in range(10):
        client.post("/en/account/login/", {"login": address, "password": f"wrong {attempt}"})

    page = client.post("/en/account/login/", {"login": address, "password": "blodau'r eithin"})

    assert "That was too many tries." in page.text
    assert "_auth_user_id" not in client.session


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/cy/cyfrif/mewngofnodi/", "Arhoswch ychydig, os gwelwch yn dda"),
        ("/en/account/login/", "Please wait a little"),
    ],
)
def test_too_many_requests_get_a_page_in_the_readers_language(client, address, title):
    for _request in range(60):
        client.post(address, {"login": ""})

    page = client.post(address, {"login": ""})

    assert page.status_code == 429
    assert f"<h1>{title}</h1>" in page.text


def test_signing_out_everywhere_else_leaves_this_browser_signed_in(client, client_elsewhere):
    person = known(language="en")
    for browser in (client, client_elsewhere):
        mail.outbox.clear()
        browser.post("/en/account/login/", {"login": "mair@enghraifft.example"})
        browser.post("/en/account/login/code/confirm/", {"code": code_in(mail.outbox[0])})

    client.post("/en/account/sessions/")

    assert client.get("/en/account/email/").status_code == 200
    assert client_elsewhere.get("/en/account/email/").status_code == 302
    assert client.get("/en/account/sessions/").context["session_count"] == 1
    assert client.session["_auth_user_id"] == str(person.pk)
