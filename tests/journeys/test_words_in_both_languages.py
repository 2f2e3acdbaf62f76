"""A translator at work in a real browser: nothing typed is lost, and nothing is done twice."""

import pytest
from django.conf import settings
from django.test import Client

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.models import Organisation
from tests.factories import person_with
from tests.permissions.grid.journal import told


@pytest.fixture
def translation_page(live_server, open_page):
    """``translation_page(scripts=…)``: the words of an organisation, open before a translator."""

    def open_it(**options):
        kept = told()
        client = Client()
        client.force_login(
            person_with("languages.translate"), backend="django.contrib.auth.backends.ModelBackend"
        )
        page = open_page(**options)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
        page.context.add_cookies([{**cookie, "url": live_server.url}])
        page.goto(f"/en/translation/{kept['kind']}/{kept['key']}/")
        return page

    return open_it


def test_the_switch_inside_a_half_filled_form_keeps_everything_and_does_nothing(translation_page):
    page = translation_page(scripts=False)
    deeds, name = Deed.objects.count(), Organisation.objects.get().name_cy
    page.get_by_label("Name: Cymraeg", exact=True).fill("Hanner enw ŵ")
    page.locator("#id_name_en_right").check()

    page.get_by_role("button", name="Cymraeg").click()

    assert "/cy/cyfieithu/" in page.url
    assert page.get_by_role("heading", level=1).inner_text() == "Cyfieithu"
    assert page.locator("#id_name_cy").input_value() == "Hanner enw ŵ"
    assert page.locator("#id_name_en_right").is_checked()
    assert page.locator(".error-summary").count() == 0
    assert (Deed.objects.count(), Organisation.objects.get().name_cy) == (deeds, name)


def test_what_was_kept_by_the_switch_can_be_saved(translation_page):
    page = translation_page(scripts=False)
    page.locator("#id_name_cy").fill("Enw cyfan")
    page.get_by_role("button", name="Cymraeg").click()

    page.get_by_role("button", name="Cadw'r cyfieithiad").click()

    assert page.url.endswith("/cy/cyfieithu/")
    assert Organisation.objects.get().name_cy == "Enw cyfan"


def test_a_double_click_saves_once(translation_page):
    page = translation_page()
    deeds = Deed.objects.count()
    page.locator("#id_name_cy").fill("Unwaith")

    page.get_by_role("button", name="Save the translation").dblclick()
    page.wait_for_url("**/en/translation/")

    assert Organisation.objects.get().name_cy == "Unwaith"
    assert Deed.objects.count() == deeds + 1


@pytest.mark.presentation
def test_translating_has_no_barrier_that_axe_can_find(translation_page, barriers):
    assert barriers(translation_page()) == []
