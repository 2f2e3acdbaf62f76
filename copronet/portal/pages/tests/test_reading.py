from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.media.actions import keep_document
from copronet.portal.pages.imports import lay_the_ground, load_owed_pages, publish_new
from copronet.portal.pages.models import Address, ContentPage, NewsIndexPage
from copronet.portal.pages.queries import address_of, latest_news, root
from tests.factories import DocumentFileFactory, PictureFactory, news_page, published_page

pytestmark = pytest.mark.django_db
NAMES = {"cy": "Adroddiad", "en": "Report"}


@pytest.fixture
def owed_pages() -> None:
    load_owed_pages()


# --- addresses ---


@pytest.mark.parametrize(
    ("address", "language", "heading"),
    [("/cy/ein-gwaith/", "cy", "Ein gwaith"), ("/en/our-work/", "en", "Our work")],
)
def test_one_page_is_read_at_its_address_in_each_language(client, address, language, heading):
    published_page(title_cy="Ein gwaith", title_en="Our work")

    answer = client.get(address)

    assert answer.status_code == 200
    assert f"<h1>{heading}</h1>" in answer.text
    assert f'<html lang="{language}">' in answer.text


def test_the_language_switch_leads_to_the_same_page_with_the_same_query(client):
    published_page(title_cy="Ein gwaith", title_en="Our work")

    answer = client.get("/cy/ein-gwaith/?o=ffrind")

    assert '<a class="language-switch" href="/en/our-work/?o=ffrind" lang="en"' in answer.text
    assert '<link rel="alternate" hreflang="en" href="/en/our-work/?o=ffrind">' in answer.text


def test_the_other_languages_address_leads_to_the_readers_own(client):
    published_page(title_cy="Ein gwaith", title_en="Our work")

    answer = client.get("/en/ein-gwaith/?o=ffrind")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/our-work/?o=ffrind")


def test_a_page_below_another_has_both_parts_in_its_address(client):
    parent = published_page(title_cy="Ein gwaith", title_en="Our work")
    child = published_page(title_cy="Llesiant", title_en="Wellbeing", parent=parent)

    assert [str(each) for each in child.addresses.order_by("language")] == [
        "/cy/ein-gwaith/llesiant/",
        "/en/our-work/wellbeing/",
    ]
    assert client.get("/cy/ein-gwaith/llesiant/").status_code == 200


def test_former_addresses_of_a_page_and_of_those_below_it_lead_to_the_present_ones(client):
    parent = published_page(title_cy="Ein gwaith", title_en="Our work")
    published_page(title_cy="Llesiant", title_en="Wellbeing", parent=parent)
    parent.slug_en = "what-we-do"
    parent.save_revision().publish()

    answers = [client.get("/en/our-work/"), client.get("/en/our-work/wellbeing/")]

    assert [answer.headers["Location"] for answer in answers] == [
        "/en/what-we-do/",
        "/en/what-we-do/wellbeing/",
    ]


def test_a_page_may_return_to_a_former_address(client):
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    for slug in ("what-we-do", "our-work"):
        page.slug_en = slug
        page.save_revision().publish()

    assert client.get("/en/our-work/").status_code == 200
    assert client.get("/en/what-we-do/").headers["Location"] == "/en/our-work/"


def test_a_moved_page_takes_its_addresses_along(client):
    old, new = (
        published_page(title_en="Old", title_cy="Hen"),
        published_page(title_en="New", title_cy="Newydd"),
    )
    child = published_page(title_cy="Llesiant", title_en="Wellbeing", parent=old)

    child.move(new, pos="last-child")

    assert client.get("/cy/newydd/llesiant/").status_code == 200
    assert client.get("/cy/hen/llesiant/").headers["Location"] == "/cy/newydd/llesiant/"


def test_drafts_and_pages_taken_off_are_not_read(client):
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    page.unpublish()

    assert client.get("/cy/ein-gwaith/").status_code == 404


def test_an_address_nobody_has_is_not_found(client):
    assert client.get("/cy/dim-byd/").status_code == 404


OWED = {"about", "accessibility", "privacy", "cookies", "contact", "help"}


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_pages_owed_to_readers_are_there_and_linked_from_every_page(client, owed_pages, language):
    with translation.override(language):
        addresses = {code: address_of(code) for code in OWED}

    home = client.get(f"/{language}/").text
    assert {code for code in OWED if f'href="{addresses[code]}"' in home} == OWED
    assert {code for code in OWED if client.get(addresses[code]).status_code == 200} == OWED


def test_the_cookies_page_names_the_cookies_we_set(client, owed_pages, settings):
    text = client.get("/en/cookies/").text

    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
        assert f"<b>{name}</b>" in text


# --- one language for now ---


def one_language(**words):
    return published_page(
        title_cy="",
        title_en="Urgent notice",
        body_en=[("paragraph", "<p>The hall is closed.</p>")],
        one_language_because_cy="Cyhoeddwyd ar frys.",
        one_language_because_en="It was urgent.",
        one_language_until=timezone.localdate() + timedelta(days=3),
        **words,
    )


def test_a_page_in_one_language_says_so_why_and_until_when(client):
    one_language()

    welsh = client.get("/cy/urgent-notice/").text

    assert 'lang="en">Urgent notice</span>' in welsh
    assert '<div class="flow" lang="en">' in welsh
    assert "Dim ond yn Saesneg y mae'r dudalen hon am y tro." in welsh
    assert "Cyhoeddwyd ar frys." in welsh


def test_readers_of_its_language_see_the_notice_too(client):
    one_language()

    english = client.get("/en/urgent-notice/").text

    assert "This page is in English only for now." in english
    assert "It was urgent." in english


def test_a_page_in_both_languages_carries_no_notice(client):
    published_page(title_cy="Ein gwaith", title_en="Our work")

    assert "for now" not in client.get("/en/our-work/").text


# --- the pieces of a text ---


def test_every_piece_of_a_text_is_shown(client, owed_pages):
    picture = PictureFactory(credit="Elin Enghraifft")
    about = ContentPage.objects.get(code="about")
    published_page(
        title_cy="Pob darn",
        title_en="Every piece",
        body_cy=[("paragraph", "<p>Helo</p>")],
        body_en=[
            ("heading", "A heading"),
            ("paragraph", f'<p>See <a linktype="page" id="{about.pk}">us</a></p>'),
            ("picture", {"picture": picture, "caption": "Our table"}),
            ("quote", {"words": "We were heard.", "said_by": "Ceri"}),
            ("call", {"words": "Join us", "page": about, "address": ""}),
            ("question", {"question": "Why?", "answer": "<p>Because.</p>"}),
        ],
    )

    text = client.get("/en/every-piece/").text

    for piece in (
        "<h2>A heading</h2>",
        '<a href="/en/about-us/">us</a>',
        'alt="An empty table" lang="en"',
        "<figcaption>Our table · Elin Enghraifft</figcaption>",
        "<blockquote><p>We were heard.</p></blockquote>",
        '<a class="button" href="/en/about-us/">Join us</a>',
        "<summary>Why?</summary>",
    ):
        assert piece in text


def test_a_picture_whose_people_take_back_their_agreement_goes_from_the_page(client):
    picture = PictureFactory(people_shown="agreed", agreed="in_writing", agreed_on=date(2026, 3, 1))
    published_page(title_cy="Llun", title_en="Picture", picture=picture)
    assert "<img" in client.get("/en/picture/").text

    picture.people_shown = "not_asked"
    picture.save()

    assert "<img" not in client.get("/en/picture/").text


def test_a_document_stands_with_its_other_language_version_the_readers_first(client):
    welsh, english = (DocumentFileFactory(title=title, language=code) for code, title in NAMES.items())
    keep_document(actor=Actor(None), document=english, other=welsh)
    published_page(
        title_cy="Dogfen",
        title_en="Document",
        body_cy=[("document", welsh)],
        body_en=[("document", welsh)],
    )

    assert client.get("/cy/dogfen/").text.index("Adroddiad") < client.get("/cy/dogfen/").text.index("Report")
    text = client.get("/en/document/").text
    assert text.index("Report") < text.index("Adroddiad")
    assert '<span lang="cy">Adroddiad</span> (Cymraeg, PDF, 8' in text


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_much_of_the_database_however_much_stands_on_it(
    client, django_assert_num_queries, number
):
    pieces = [("picture", {"picture": PictureFactory(), "caption": ""}) for _each in range(number)]
    pieces += [("document", DocumentFileFactory()) for _each in range(number)]
    published_page(title_cy="Llawn", title_en="Full", body_cy=pieces, body_en=pieces)
    client.get("/en/full/")  # the first reading makes the sizes of the pictures

    with django_assert_num_queries(8):
        client.get("/en/full/")


# --- news ---


def test_news_stands_newest_first(client):
    news_page(title_en="Older", title_cy="Hŷn", day=date(2026, 1, 1))
    news_page(title_en="Newer", title_cy="Iau", day=date(2026, 2, 1))

    assert [str(news.heading) for news in latest_news(5)] == ["Newer", "Older"]
    assert client.get("/en/news/").text.index("Newer") < client.get("/en/news/").text.index("Older")


@pytest.mark.parametrize(
    ("language", "first", "second"), [("cy", "Cymraeg", "English"), ("en", "English", "Cymraeg")]
)
def test_of_the_latest_news_what_is_in_the_readers_language_stands_first(client, language, first, second):
    news_page(title_cy="Dwyieithog", title_en="Bilingual", day=date(2026, 1, 1))
    urgent = {
        "one_language_because_cy": "Ar frys.",
        "one_language_because_en": "Urgent.",
        "one_language_until": timezone.localdate() + timedelta(days=5),
    }
    news_page(title_cy="Cymraeg", title_en="", **urgent, day=date(2026, 2, 1 if language == "cy" else 2))
    news_page(title_cy="", title_en="English", **urgent, day=date(2026, 2, 2 if language == "cy" else 1))
    news_page(title_cy="Hen", title_en="Old", day=date(2025, 1, 1))

    with translation.override(language):
        shown = [str(each.heading) for each in latest_news(3)]

    both = "Dwyieithog" if language == "cy" else "Bilingual"
    assert shown == [first, both, second]
    page = client.get(f"/{language}/").text
    assert page.index(first) < page.index(f">{second}</span>")


def test_a_piece_of_news_says_its_day_in_the_readers_language(client):
    news_page(title_cy="Cyfarfod", title_en="Meeting", day=date(2026, 3, 1))

    assert "1 Mawrth 2026" in client.get("/cy/newyddion/cyfarfod/").text
    assert "1 March 2026" in client.get("/en/news/meeting/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_news_asks_as_much_of_the_database_however_many_there_are(
    client, django_assert_num_queries, number
):
    for each in range(number):
        news_page(title_cy=f"Darn {each}", title_en=f"Piece {each}")
    client.get("/en/news/")  # the first reading fills what stays in the process

    with django_assert_num_queries(7):
        client.get("/en/news/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_latest_news_asks_twice(django_assert_num_queries, number):
    for each in range(number):
        news_page(title_cy=f"Darn {each}", title_en=f"Piece {each}")
    [news.url for news in latest_news(5)]  # the first reading fills what stays in the process

    with django_assert_num_queries(2):
        [news.url for news in latest_news(5)]


def test_the_ground_is_laid_once(owed_pages):
    before = list(Address.objects.values_list("pk", "path"))

    lay_the_ground()

    assert load_owed_pages() == []
    assert list(Address.objects.values_list("pk", "path")) == before
    assert (NewsIndexPage.objects.count(), root() is not None) == (1, True)


def test_what_staff_have_changed_stays(owed_pages):
    page = ContentPage.objects.get(code="help")
    page.title_en = "Questions"
    page.save_revision().publish()

    lay_the_ground()

    assert load_owed_pages() == []
    assert ContentPage.objects.get(code="help").title_en == "Questions"


def test_a_page_that_is_not_ready_cannot_be_laid_down_either():
    parent = root()
    with pytest.raises(ValidationError):
        publish_new(parent, ContentPage(title_cy="Hanner", title_en=""))
