"""An editor writes a page in both languages, with a picture, and publishes it; readers read it."""

import pytest
from django.conf import settings
from django.test import Client

from copronet.portal.pages.demo import load
from copronet.portal.pages.models import ContentPage
from copronet.portal.pages.queries import root
from tests.factories import person_with
from tests.files import picture_file


@pytest.fixture
def enter(open_page):
    """A page in the browser of somebody who is signed in."""

    def enter(person, **options):
        client = Client()
        client.force_login(person)
        page = open_page(**options)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value}
        page.context.add_cookies([cookie | {"url": page.context._options["baseURL"]}])
        return page

    return enter


def test_an_editor_writes_a_page_with_a_picture_and_publishes_it(enter, open_page, live_server, files_on_disk):
    editor = person_with("pages.edit", "pages.publish")
    editor.language = "en"
    editor.save()
    page = enter(editor, base=live_server.url)

    page.goto(f"/workbench-pages/pages/add/pages/contentpage/{root().pk}/")
    page.get_by_label("Title, in Welsh").fill("Ein gwaith")
    page.get_by_label("Title, in English").fill("Our work")
    page.get_by_role("button", name="Choose an image").first.click()
    page.get_by_role("tab", name="Upload").click()
