"""An editor writes a page in both languages, with a picture, and publishes it; readers read it."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from copronet.portal.pages.demo import load
from copronet.portal.pages.queries import root
from tests.factories import DocumentFileFactory, PictureFactory, person_with, published_page
from tests.files import picture_file


@pytest.fixture
def desk(open_page, live_server, settings, files_on_disk) -> Callable[..., Page]:
    """The editing screens in the browser of somebody who may write and publish."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0  # nothing is on its way when the test ends

    def desk(language: str = "en", **options) -> Page:
        person = person_with("pages.edit", "pages.publish")
        person.language = language
        person.save()
        client = Client()
        client.force_login(person)
        page = open_page(**options)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
        )
        return page

    return desk


def test_an_editor_writes_a_page_with_a_picture_and_readers_read_it(desk, open_page):
    page = desk()

    page.goto(f"/workbench-pages/pages/add/pages/contentpage/{root().pk}/")
    page.get_by_label("Title, in Welsh").fill("Ein gwaith")
    page.get_by_label("Title, in English").fill("Our work")
    send_picture(page)
    write(page, 0, "Helo bawb")
    publish(page)
    expect(page.get_by_text("Write this in both languages").first).to_be_visible()
    write(page, -1, "Hello everybody")
    publish(page)
    expect(page.get_by_text("created and published")).to_be_visible()

    reader = open_page(scripts=False)
    reader.goto("/cy/ein-gwaith/")
    expect(reader.get_by_role("img", name="Bwrdd hir")).to_be_visible()
    expect(reader.get_by_text("Helo bawb")).to_be_visible()
    reader.get_by_role("link", name="English").click()
    expect(reader.get_by_role("heading", level=1, name="Our work")).to_be_visible()
    expect(reader.get_by_text("Hello everybody")).to_be_visible()


def send_picture(page: Page) -> None:
    page.get_by_role("button", name="Choose an image").first.click()
    page.get_by_role("tab", name="Upload").click()
    dialog = page.get_by_role("dialog")
    sent = picture_file(exif=True)
    dialog.locator("input[type=file]").set_input_files(
        {"name": sent.name, "mimeType": "image/jpeg", "buffer": sent.read()}
    )
    dialog.get_by_label("What the picture shows, in Welsh").fill("Bwrdd hir")
    dialog.get_by_label("What the picture shows, in English").fill("A long table")
    dialog.get_by_label("Nobody who can be recognised").check()
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog).to_be_hidden()


def write(page: Page, which: int, words: str) -> None:
    """Add a paragraph where the first or the last sign for adding stands."""
    page.get_by_role("button", name="Insert a block").nth(which).click()
    page.get_by_role("option", name="Paragraphs").click()
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(words)
    page.wait_for_timeout(400)  # the editor hands over what was typed a moment later


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()


ADDRESSES = {
    "cy": (
        "/cy/amdanom-ni/",
        "/cy/help/",
        "/cy/newyddion/",
        "/cy/newyddion/mae-drysau-r-rhwydwaith-ar-agor/",
    ),
    "en": (
        "/en/about-us/",
        "/en/help/",
        "/en/news/",
        "/en/news/the-hall-in-pentre-stori-is-closed-this-week/",
    ),
}


@pytest.mark.presentation
@pytest.mark.parametrize("language", ["cy", "en"])
def test_pages_and_news_have_no_barrier_that_axe_can_find(open_page, barriers, files_on_disk, language):
    load()
    page = open_page()

    found = {}
    for address in ADDRESSES[language]:
        page.goto(address)
        found[address] = barriers(page)

    assert found == {address: [] for address in ADDRESSES[language]}


EDITING = {
    "a new page": lambda: f"pages/add/pages/contentpage/{root().pk}/",
    "a page": lambda: f"pages/{published_page(title_cy='Ein gwaith', title_en='Our work').pk}/edit/",
    "a new picture": lambda: "images/add/",
    "a picture": lambda: f"images/{PictureFactory().pk}/",
    "a new document": lambda: "documents/add/",
    "a document": lambda: f"documents/edit/{DocumentFileFactory().pk}/",
}


@pytest.mark.presentation
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("screen", EDITING)
def test_what_we_add_to_the_editing_screens_has_no_barrier(desk, violations, screen, language, width):
    page = desk(language, width=width)

    address = f"/workbench-pages/{EDITING[screen]()}"

    page.goto(address)

    assert page.url.endswith(address)
    assert violations(page) == []


# docs/design.md names them: a box for text with no name of its own, and the frame that scrolls around it.
WAGTAILS = {
    ("aria-input-field-name", ".notranslate"),
    ("scrollable-region-focusable", ".DraftEditor-root"),
}


def _found_beside_wagtails(page: Page, violations) -> list[tuple[str, str]]:
    """What axe finds once the message at the top has slid in, without what Wagtail itself leaves open."""
    expect(page.locator(".error-message").first).to_be_visible()
    page.wait_for_timeout(1500)
    found = {(rule, where) for rule, places in violations(page) for where in places}
    return sorted(found - WAGTAILS)


@pytest.mark.presentation
@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_is_wrong_on_the_editing_screens_has_no_barrier(desk, violations, language):
    page = desk(language)

    found = {}
    for address in ("documents/add/", "images/add/"):
        page.goto(f"/workbench-pages/{address}")
        page.locator("main form button[type=submit]").last.click()
        found[address] = _found_beside_wagtails(page, violations)
    page.goto(f"/workbench-pages/pages/add/pages/contentpage/{root().pk}/")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option").nth(1).click()
    page.locator("[name=action-publish]").evaluate("button => button.click()")
    found["page"] = _found_beside_wagtails(page, violations)

    assert found == {key: [] for key in found}


@pytest.mark.presentation
@pytest.mark.parametrize(("language", "heading"), [("cy", "Teitl, yn Gymraeg"), ("en", "Title, in Welsh")])
def test_the_editor_stands_on_a_narrow_screen_in_both_languages(desk, language, heading):
    page = desk(language, width=360)

    page.goto(f"/workbench-pages/pages/add/pages/contentpage/{root().pk}/")

    expect(page.get_by_label(heading)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
