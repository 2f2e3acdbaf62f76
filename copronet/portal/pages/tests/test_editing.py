from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.languages.queries import passages_of
from copronet.common_ground.media.actions import keep_picture
from copronet.portal.pages.actions import hand_over, publish_due
from copronet.portal.pages.imports import publish_new
from copronet.portal.pages.models import ContentPage
from copronet.portal.pages.queries import pages_in_one_language, root
from tests.factories import (
    GrantFactory,
    PersonFactory,
    PictureFactory,
    news_list,
    news_page,
    person_with,
    published_page,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DESK = "/workbench-pages/"


def editor(**words):
    person = person_with("pages.edit")
    return _with(person, words)


def publisher(**words):
    person = person_with("pages.edit", "pages.publish")
    return _with(person, words)


def _with(person, words):
    for name, value in words.items():
        setattr(person, name, value)
    person.save()
    return person


def typed(action: str = "publish", **words):
    """What the browser sends for a page."""
    paragraph = streamfield([("paragraph", rich_text("<p>Testun</p>"))])
    filled = {
        "title_cy": "Ein gwaith",
        "title_en": "Our work",
        "slug_cy": "",
        "slug_en": "",
        "intro_cy": "Beth rydym yn ei wneud.",
        "intro_en": "What we do.",
        "picture": "",
        "body_cy": paragraph,
        "body_en": paragraph,
        "one_language_because_cy": "",
        "one_language_because_en": "",
        "one_language_until": "",
        "go_live_at": "",
        "expire_at": "",
    } | words
    return nested_form_data(filled | ({f"action-{action}": action} if action != "save" else {}))


def add(client, **words):
    return client.post(f"{DESK}pages/add/pages/contentpage/{root().pk}/", typed(**words))


def change(client, page, **words):
    return client.post(f"{DESK}pages/{page.pk}/edit/", typed(**words))


def written() -> ContentPage | None:
    return ContentPage.objects.filter(code="").first()


def lines_about(page):
    lines = Deed.objects.filter(object_type="pages.contentpage", object_id=str(page.pk)).order_by("pk")
    return [(line.verb, line.actor) for line in lines]


# --- who comes in ---


@pytest.mark.parametrize(
    "address", ["", "pages/", "images/", "documents/", "images/add/", "reports/", "account/"]
)
def test_the_door_is_closed_to_those_without_the_power(client, address):
    assert client.get(DESK + address).status_code == 302
    assert client.get(DESK + address).headers["Location"].startswith("/en/account/login/")

    client.force_login(PersonFactory())
    assert client.get(DESK + address).status_code == 403


@pytest.mark.parametrize(
    "address", ["", "images/", "documents/", "images/add/", "documents/add/", "images/chooser/"]
)
@pytest.mark.parametrize("who", [editor, publisher])
def test_editors_and_publishers_come_in(client, address, who):
    client.force_login(who())

    assert client.get(DESK + address).status_code == 200


def test_a_power_that_has_ended_opens_nothing(client):
    person = PersonFactory()
    GrantFactory(person=person, power="pages.edit", begins=date(2026, 1, 1), ends=date(2026, 1, 2))
    client.force_login(person)

    assert client.get(DESK).status_code == 403


@pytest.mark.parametrize(
    "address", ["users/", "groups/", "collections/", "sites/", "workflows/list/", "users/new/"]
)
def test_screens_for_accounts_and_settings_are_not_there(client, address):
    client.force_login(publisher())

    assert client.get(DESK + address).status_code in {302, 404}


def test_only_pages_pictures_and_documents_stand_in_the_menu(client):
    client.force_login(publisher())

    text = client.get(DESK).text

    assert '"url": "/workbench-pages/images/"' in text
    assert '"url": "/workbench-pages/documents/"' in text
    for absent in ("/workbench-pages/reports/", "/workbench-pages/users/", "/workbench-pages/workflows/"):
        assert f'"url": "{absent}' not in text


@pytest.mark.parametrize(("language", "word"), [("cy", "Teitl, yn Gymraeg"), ("en", "Title, in Welsh")])
def test_the_screens_speak_the_persons_language(client, language, word):
    client.force_login(editor(language=language))

    text = client.get(
        f"{DESK}pages/add/pages/contentpage/{root().pk}/", headers={"accept-language": "fr"}
    ).text

    assert f'lang="{language}"' in text
    assert word in text


# --- writing and publishing ---


def test_a_publisher_writes_a_page_in_both_languages_and_publishes_it(client):
    person = publisher()
    client.force_login(person)

    add(client)

    page = written()
    assert (page.live, page.owner, str(page)) == (True, person, "Ein gwaith · Our work")
    assert [client.get(address).status_code for address in ("/cy/ein-gwaith/", "/en/our-work/")] == [200, 200]


def test_publishing_leaves_a_line_and_a_version(client):
    person = publisher()
    client.force_login(person)

    add(client)

    page = written()
    assert lines_about(page) == [("pages.created", person), ("pages.published", person)]
    version = Version.objects.get(object_type="pages.contentpage", object_id=str(page.pk))
    assert (version.number, version.content["title_cy"]) == (1, "Ein gwaith")
    assert version.deed.verb == "pages.published"


def test_saving_a_draft_again_and_again_leaves_one_line(client):
    person = editor()
    client.force_login(person)
    add(client, action="save")
    page = written()

    for title in ("Our work now", "Our work today"):
        change(client, page, action="save", title_en=title)

    assert lines_about(page) == [("pages.created", person)]
    assert page.revisions.count() == 3


def test_an_editor_without_the_power_to_publish_saves_drafts_only(client):
    client.force_login(editor())

    add(client)

    assert written().live is False
    assert client.get("/en/our-work/").status_code == 404


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"title_en": ""}, "title_en"),
        ({"title_cy": ""}, "title_cy"),
        ({"intro_cy": ""}, "intro_cy"),
        ({"body_cy": streamfield([])}, "body_cy"),
        ({"body_en": streamfield([])}, "body_en"),
    ],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_publishing_needs_both_languages(client, words, field, language):
    client.force_login(publisher(language=language))

    answer = add(client, **words)

    with translation.override(language):
        reason = "Write this in both languages, or say below why it is in one and until when."
        assert answer.context["form"].errors == {field: [translation.gettext(reason)]}
    assert written() is None


def test_what_was_typed_comes_back_with_the_refusal(client):
    client.force_login(publisher())

    answer = add(client, title_en="", intro_en="These words were hard to find.")

    assert "These words were hard to find." in answer.text


def test_a_draft_may_be_in_one_language(client):
    client.force_login(editor())

    add(client, action="save", title_en="", body_en=streamfield([]))

    assert written().title_cy == "Ein gwaith"


def test_a_draft_needs_a_title_in_one_language(client):
    client.force_login(editor(language="en"))

    answer = add(client, action="save", title_cy="", title_en="")

    assert answer.context["form"].errors["title_cy"] == ["Give the page a title in one language at least."]


EXCEPTION = {
    "title_cy": "",
    "intro_cy": "",
    "body_cy": streamfield([]),
    "one_language_because_cy": "Ar frys.",
    "one_language_because_en": "Urgent.",
}


def test_an_exception_with_a_reason_and_a_day_lets_one_language_go_first(client):
    client.force_login(publisher())

    add(client, **EXCEPTION, one_language_until=str(timezone.localdate() + timedelta(days=7)))

    assert written().live
    assert "Ar frys." in client.get("/cy/our-work/").text
    assert [page.pk for page in pages_in_one_language()] == [written().pk]


@pytest.mark.parametrize("day", ["", "2026-01-01"])
def test_an_exception_without_a_day_to_come_is_none(client, day):
    client.force_login(publisher())

    answer = add(client, **EXCEPTION, one_language_until=day)

    assert "title_cy" in answer.context["form"].errors
    assert written() is None


@pytest.mark.parametrize("where", ["picture", "body_en"])
def test_people_whose_agreement_is_not_recorded_are_not_published(client, where):
    picture = PictureFactory(people_shown="not_asked")
    in_text = streamfield([("picture", {"picture": picture.pk, "caption": ""})])
    client.force_login(publisher(language="en"))

    answer = add(client, **{where: picture.pk if where == "picture" else in_text})

    assert answer.context["form"].errors == {
        "picture": [
            (
                "This page has a picture of people whose agreement is not recorded."
                " Record it with the picture first."
            )
        ]
    }


def test_two_pages_are_not_read_at_one_address(client):
    published_page(title_cy="Arall", title_en="Our work")
    client.force_login(publisher(language="en"))

    answer = add(client)

    assert list(answer.context["form"].errors) == ["slug_en"]


def test_a_page_does_not_stand_where_another_room_answers(client):
    client.force_login(publisher(language="en"))

    answer = add(client, slug_en="background-work")

    assert list(answer.context["form"].errors) == ["slug_en"]


@pytest.mark.parametrize("slug", ["Tŷ", "two words", "-", "a/b"])
def test_an_address_is_made_of_plain_letters(client, slug):
    client.force_login(publisher())

    answer = add(client, slug_cy=slug)

    assert list(answer.context["form"].errors) == ["slug_cy"]


def test_no_path_of_wagtails_publishes_a_page_that_is_not_ready():
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    page.title_cy = ""

    with pytest.raises(ValidationError):
        page.save_revision().publish()

    page.refresh_from_db()
    assert page.title_cy == "Ein gwaith"


def test_publishing_many_is_refused_whole_when_one_is_not_ready(client):
    ready, unready = (published_page(title_cy=f"Un {each}", title_en=f"One {each}") for each in "ab")
    for page, title in ((ready, "Changed"), (unready, "")):
        page.title_en = title
        page.save_revision()
    client.force_login(publisher())

    client.post(f"{DESK}bulk/wagtailcore/page/publish/?id={ready.pk}&id={unready.pk}")

    ready.refresh_from_db()
    assert ready.title_en == "One a"


def test_the_second_of_two_editors_is_told_once_and_loses_nothing(client):
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    begun = page.latest_revision_id
    page.title_en = "Theirs"
    theirs = page.save_revision()
    client.force_login(publisher(language="en"))

    answer = change(client, page, action="save", title_en="Mine", loaded_revision_id=str(begun))
    assert "Somebody else saved this page while you were writing." in answer.text
    assert 'value="Mine"' in answer.text
    assert page.get_latest_revision() == theirs

    change(client, page, action="save", title_en="Mine", loaded_revision_id=str(theirs.pk))
    page.refresh_from_db()
    assert page.get_latest_revision().as_object().title_en == "Mine"


# --- preview, history, removal ---


@pytest.mark.parametrize(("mode", "heading"), [("cy", "Drafft"), ("en", "Draft")])
def test_a_draft_is_previewed_in_each_language(client, mode, heading):
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    client.force_login(editor(language="en"))
    address = f"{DESK}pages/{page.pk}/edit/preview/?mode={mode}"
    client.post(address, typed("save", title_cy="Drafft", title_en="Draft"))

    answer = client.get(address)

    assert f"<h1>{heading}</h1>" in answer.text
    assert f'<html lang="{mode}">' in answer.text
    assert ContentPage.objects.get(pk=page.pk).title_en == "Our work"


def test_history_shows_who_did_what(client):
    person = publisher(name="Ceri Enghraifft")
    client.force_login(person)
    add(client)

    text = client.get(f"{DESK}pages/{written().pk}/history/").text

    assert "Ceri Enghraifft" in text


def test_taking_off_and_removing_leave_their_lines(client):
    person = publisher()
    client.force_login(person)
    add(client)
    page = written()

    client.post(f"{DESK}pages/{page.pk}/unpublish/")
    client.post(f"{DESK}pages/{page.pk}/delete/")

    assert [verb for verb, _who in lines_about(page)][-2:] == ["pages.unpublished", "pages.removed"]
    assert written() is None


def test_an_editor_does_not_remove_what_is_on_the_site(client):
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    client.force_login(editor())

    client.post(f"{DESK}pages/{page.pk}/delete/")

    assert ContentPage.objects.filter(pk=page.pk).exists()


def test_a_deed_that_fails_leaves_nothing(client):
    client.force_login(publisher())
    news_list().addresses.filter(language="en").update(path="our-work")
    entries = PageLogEntry.objects.count()

    answer = add(client)

    assert answer.status_code == 200
    assert (written(), PageLogEntry.objects.count()) == (None, entries)


@pytest.mark.parametrize("deed", ["edit", "delete", "move", "copy", "unpublish"])
def test_the_root_is_never_edited(client, deed):
    client.force_login(publisher())

    assert client.get(f"{DESK}pages/{root().pk}/{deed}/").status_code != 200


# --- on a set day ---


def test_a_page_appears_on_its_day(client, monkeypatch):
    person = publisher()
    client.force_login(person)
    now = timezone.now()
    add(client, go_live_at=timezone.localtime(now + timedelta(days=1)).strftime("%Y-%m-%d %H:%M"))
    assert publish_due() == 0
    assert client.get("/en/our-work/").status_code == 404

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=1, minutes=1))

    assert publish_due() == 1
    assert client.get("/en/our-work/").status_code == 200
    assert lines_about(written()) == [
        ("pages.created", person),
        ("pages.scheduled", person),
        ("pages.published", None),
    ]


def test_a_day_cannot_be_set_for_a_page_that_is_not_ready(client):
    client.force_login(publisher())

    answer = add(client, title_en="", go_live_at="2099-01-01 09:00")

    assert "title_en" in answer.context["form"].errors


def test_a_page_that_is_no_longer_ready_is_held_back_and_others_appear():
    picture = PictureFactory()
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    news = news_page(title_cy="Newyddion da", title_en="Good news")
    for each in (page, news):
        each.unpublish()
    page.picture = picture
    due = timezone.now() - timedelta(minutes=1)
    for each in (page, news):
        revision = each.save_revision()
        revision.approved_go_live_at = due
        revision.save()
    picture.people_shown = "not_asked"
    picture.save()

    assert publish_due() == 1

    page.refresh_from_db()
    news.refresh_from_db()
    assert (page.live, news.live) == (False, True)
    assert Deed.objects.filter(verb="pages.held_back", object_id=str(page.pk)).count() == 1
    assert publish_due() == 0


def test_a_page_goes_when_its_time_has_run_out():
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()

    assert publish_due() == 1

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


# --- pictures and documents ---


def test_a_picture_is_added_one_at_a_time_with_what_it_shows(client):
    from copronet.common_ground.media.models import Picture
    from tests.files import picture_file

    client.force_login(editor())

    assert client.get(f"{DESK}images/multiple/add/").headers["Location"] == f"{DESK}images/add/"
    answer = client.post(f"{DESK}images/multiple/add/", {"files[]": picture_file()})
    assert answer.status_code in {302, 405}
    client.post(
        f"{DESK}images/add/",
        {"file": picture_file(exif=True), "alternative_cy": "Bwrdd", "people_shown": "nobody"},
    )

    assert [picture.alternative_cy for picture in Picture.objects.all()] == ["Bwrdd"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_for_editors_asks_for_addresses_once_however_many_pages_there_are(client, number):
    index = news_list()
    for each in range(number):
        news_page(title_cy=f"Darn {each}", title_en=f"Piece {each}")
    client.force_login(editor())

    with CaptureQueriesContext(connection) as asked:
        client.get(f"{DESK}pages/{index.pk}/")

    assert sum("pages_address" in query["sql"] for query in asked.captured_queries) == 5


# --- what other rooms see of it ---


def states(record):
    return {name: passage.state for name, passage in passages_of(record).items()}


def test_a_side_that_stood_while_the_other_changed_waits_for_a_translator(client):
    client.force_login(publisher())
    add(client)
    page = written()

    changed = streamfield([("paragraph", rich_text("<p>New words</p>"))])
    change(client, page, title_en="Our new work", slug_en="new-work", body_en=changed)

    waiting = {name for name, state in states(page).items() if state == "out_of_date"}
    assert waiting == {"title_cy", "body_cy"}


def test_what_is_missing_by_exception_waits_for_a_translator(client):
    client.force_login(publisher())

    add(client, **EXCEPTION, one_language_until=str(timezone.localdate() + timedelta(days=7)))

    waiting = {name for name, state in states(written()).items() if state == "missing"}
    assert waiting == {"title_cy", "intro_cy", "body_cy"}


def test_a_translator_is_led_from_the_queue_to_the_editing_screen(client):
    client.force_login(publisher())
    add(client, **EXCEPTION, one_language_until=str(timezone.localdate() + timedelta(days=7)))
    page = written()
    translator = person_with("languages.translate", "pages.edit")
    client.force_login(translator)

    queue = client.get(reverse("languages:queue"))
    led = client.get(reverse("languages:translate", args=["pages.contentpage", page.pk]))

    assert "Our work" in queue.text
    assert "Opens in the page editor, which works only with scripts." in queue.text
    assert led.headers["Location"] == f"{DESK}pages/{page.pk}/edit/"


def test_a_picture_described_in_one_language_waits_for_a_translator():
    picture = keep_picture(
        actor=Actor(None), picture=PictureFactory.build(alternative_cy="Bwrdd", alternative_en="")
    )

    assert states(picture) == {"alternative_cy": "written", "alternative_en": "missing"}


def test_a_version_can_be_read_by_people(client):
    client.force_login(publisher())
    add(client)

    version = Version.objects.get(object_type="pages.contentpage", object_id=str(written().pk))

    assert version.content["body_cy"] == "Testun"


def test_publishing_shows_among_what_happens_with_a_link_to_the_page(client):
    client.force_login(publisher())
    add(client)

    text = client.get(reverse("journal:activity")).text

    assert 'href="/en/our-work/"' in text


def test_two_records_of_one_person_leave_one_writer():
    gone, stays = PersonFactory(), PersonFactory()
    page = publish_new(root(), ContentPage(title_cy="Ein gwaith", title_en="Our work"), person=gone)

    hand_over(gone, stays)

    page.refresh_from_db()
    assert (page.owner, page.get_latest_revision().user) == (stays, stays)
    assert not PageLogEntry.objects.filter(user=gone).exists()


def test_editors_find_a_page_by_its_words(client):
    client.force_login(editor())
    published_page(title_cy="Cyfarfod blynyddol", title_en="Annual meeting")

    assert "Annual meeting" in client.get(f"{DESK}pages/search/?q=blynyddol").text


@pytest.mark.parametrize(("language", "name"), [("cy", "Pob tudalen"), ("en", "All pages")])
def test_the_list_of_all_pages_is_named_in_the_persons_language_and_warns_of_nothing(client, language, name):
    client.force_login(editor(language=language))

    text = client.get(f"{DESK}pages/{root().pk}/").text

    assert name in text
    assert "no site set up" not in text
    assert "Does dim gwefan" not in text
