"""The design system in a real browser: barriers, keyboard, narrow pages, paper, and a browser without scripts."""

import brotli
import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.design import registry
from copronet.common_ground.design.choices import COMPONENTS

pytestmark = pytest.mark.presentation

PRESSABLE = (
    "main button:not([tabindex='-1']), main .button, main .choice label, main select, main nav a, main summary,"
    " main .field input:not([type=checkbox]):not([type=radio]), .wales a, .site-tools a, .site-footer li a"
)
FAINT = ("rule", ["color-contrast"])
KEYS = [component.key for component in COMPONENTS]


@pytest.fixture(autouse=True)
def _development(settings):
    settings.DEBUG = True


def address(key: str, language: str) -> str:
    with override(language):
        return reverse(f"design:{key}")


def addresses(language: str) -> list[str]:
    with_mistakes = [f"{address(key, language)}?mistakes" for key in ["forms", "pairs", "dates_and_times"]]
    return [address(key, language) for key in ["gallery", *KEYS, "ask"]] + with_mistakes


@pytest.mark.slow
@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_page_of_the_gallery_has_a_barrier_that_axe_can_find(open_page, barriers, violations, language):
    page = open_page(reduced_motion="reduce")
    found = []

    for where in addresses(language):
        page.goto(where)
        found += [(where, "light", barrier) for barrier in barriers(page)]
        page.emulate_media(color_scheme="dark")  # the same page in other colours, narrow and wide
        found += [(where, "dark", 360, barrier) for barrier in violations(page, only=FAINT)]
        page.set_viewport_size({"width": 1280, "height": 900})
        found += [(where, "dark", 1280, barrier) for barrier in violations(page, only=FAINT)]
        page.emulate_media(color_scheme="light")

    assert found == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_nothing_needs_sideways_scrolling_on_a_very_narrow_page(open_page, language):
    """320 CSS pixels: a wide page at 400% (WCAG 1.4.10)."""
    page = open_page(width=320)
    too_wide = []

    for where in addresses(language):
        page.goto(where)
        if page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(where)

    assert too_wide == []


def test_what_can_be_pressed_is_at_least_44_pixels_high_on_a_phone(open_page):
    page = open_page(width=360)
    small = []

    for key in ["forms", "buttons", "pagination", "tabs", "tile_map"]:
        page.goto(address(key, "cy"))
        small += page.evaluate(
            """(selector) => [...document.querySelectorAll(selector)]
               .map((part) => [part.outerHTML.slice(0, 80), part.getBoundingClientRect()])
               .filter(([, box]) => box.height < 44 || box.width < 24)
               .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
            PRESSABLE,
        )

    assert small == []


def test_the_keyboard_reaches_the_content_first_and_always_sees_where_it_is(open_page):
    page = open_page()
    page.goto(address("forms", "cy"))

    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    landed = page.evaluate("() => document.activeElement.id")
    unseen = []
    for _step in range(30):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """() => {
                 const part = document.activeElement, style = getComputedStyle(part);
                 if (part === document.body) return [];
                 const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3;
                 return seen ? [] : [part.outerHTML.slice(0, 80)];
               }"""
        )

    assert (first, landed, unseen) == ("#content", "content", [])


def test_the_map_can_be_walked_by_keyboard(open_page):
    page = open_page()
    page.goto(address("tile_map", "en"))

    page.locator(".wales a").first.focus()
    names = []
    for _area in range(22):
        names.append(page.evaluate("() => document.activeElement.getAttribute('aria-label').split(':')[0]"))
        page.keyboard.press("Tab")

    assert len(set(names)) == 22
    assert page.evaluate("() => document.activeElement.closest('.places') !== null")


def test_a_mistake_comes_back_in_focus_and_leads_to_its_field_without_scripts(open_page):
    page = open_page(width=360, scripts=False)
    page.goto(address("forms", "cy"))
    page.get_by_label("Eich enw").fill("Mair Enghraifft")

    page.get_by_role("button", name="Cadw").click()
    page.locator(".error-summary a", has_text="E-bost").or_(
        page.locator(".error-summary a", has_text="Cyfeiriad e-bost")
    ).first.click()
    page.keyboard.type("mair@enghraifft.example")

    assert page.get_by_label("Eich enw").input_value() == "Mair Enghraifft"
    assert page.locator("#id_email").input_value() == "mair@enghraifft.example"


def test_changing_language_half_way_through_a_form_keeps_what_was_typed_without_scripts(open_page):
    page = open_page(scripts=False)
    page.goto(address("forms", "en"))
    page.get_by_label("Your name").fill("Siân")
    page.locator("#id_day_1").fill("5")
    page.locator("label", has_text="By phone").click()

    page.get_by_role("button", name="Cymraeg").click()

    assert page.url.endswith(address("forms", "cy"))
    assert page.get_by_label("Eich enw").input_value() == "Siân"
    assert page.locator("#id_day_1").input_value() == "5"
    assert page.get_by_label("Dros y ffôn").is_checked()
    assert page.locator(".error-summary").count() == 0


def test_enter_sends_the_form_and_does_not_change_its_language(open_page):
    page = open_page(scripts=False)
    page.goto(address("forms", "en"))

    page.get_by_label("Your name").press("Enter")

    assert page.url.endswith(address("forms", "en"))
    assert page.locator(".error-summary").count() == 1


def test_a_question_opens_over_the_page_and_escape_closes_it(open_page):
    page = open_page()
    page.goto(address("question", "en"))

    page.get_by_role("link", name="Withdraw the story").click()
    page.get_by_role("dialog").wait_for()
    named = page.get_by_role("dialog", name="Do you want to withdraw the story?").count()
    page.keyboard.press("Escape")

    assert (named, page.get_by_role("dialog").count()) == (1, 0)
    assert page.url.endswith(address("question", "en"))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_is_answered_with_and_without_scripts(open_page, scripts):
    page = open_page(scripts=scripts)
    page.goto(address("question", "en"))

    page.get_by_role("link", name="Withdraw the story").click()
    page.get_by_role("button", name="Withdraw the story").click()
    page.get_by_text("Everything was right.").wait_for()

    assert page.url.endswith(address("question", "en"))


def test_on_paper_there_are_words_and_no_controls(open_page):
    page = open_page()
    page.goto(address("tile_map", "cy"))
    page.emulate_media(media="print")

    assert page.locator(".language-switch").is_visible() is False
    assert page.locator(".breadcrumb").is_visible() is False
    assert page.get_by_role("heading", level=1).is_visible() is True
    assert page.locator(".places dt").count() == 22


def test_reduced_motion_moves_nothing(open_page):
    page = open_page(reduced_motion="reduce")
    page.goto(address("buttons", "en"))

    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")]
             .filter((part) => parseFloat(getComputedStyle(part).transitionDuration) > 0).length"""
    )

    assert moving == 0


def test_the_first_page_is_light_enough_for_a_poor_signal(open_page):
    """Everything the front page asks for in Welsh, compressed as the server sends it."""
    page = open_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  (playwright marks the function)

    page.goto("/cy/")
    page.wait_for_load_state("networkidle")

    assert sum(len(brotli.compress(answer.body())) for answer in answers) < 150_000


@pytest.fixture
def main_links(monkeypatch):
    monkeypatch.setattr(registry, "_links", dict(registry._links))
    for order, key in enumerate(["gallery", "forms", "tables", "timeline", "tile_map"], start=100):
        name = next((component.name for component in COMPONENTS if component.key == key), "Dylunio")
        registry.add_link("main", name, f"design:{key}", order=order)


@pytest.mark.usefixtures("main_links")
def test_the_menu_opens_from_a_button_on_a_phone_without_scripts(open_page):
    page = open_page(width=360, scripts=False)
    page.goto(address("colours", "cy"))
    menu = page.get_by_role("navigation", name="Prif ddewislen")
    before = menu.is_visible()

    page.get_by_role("button", name="Dewislen").click()
    opened = menu.is_visible()
    page.get_by_role("link", name="Tablau").click()

    assert (before, opened) == (False, True)
    assert page.url.endswith(address("tables", "cy"))


@pytest.mark.usefixtures("main_links")
def test_the_menu_is_closed_by_its_button_and_by_escape(open_page, violations):
    page = open_page(width=360)
    page.goto(address("colours", "en"))
    menu = page.locator("#menu")
    states = []

    page.get_by_role("button", name="Menu").click()
    barriers = violations(page)
    page.get_by_role("button", name="Close").click()
    states.append(menu.is_visible())
    page.get_by_role("button", name="Menu").click()
    page.keyboard.press("Escape")
    states.append(menu.is_visible())

    assert (states, barriers) == ([False, False], [])


@pytest.mark.usefixtures("main_links")
def test_on_a_wide_page_the_links_stand_in_the_header_and_say_where_we_are(open_page):
    page = open_page()
    page.goto(address("tables", "en"))

    menu = page.get_by_role("navigation", name="Main")
    current = menu.locator("[aria-current=page]")

    assert menu.is_visible()
    assert current.inner_text() == "Tables"
    assert page.get_by_role("button", name="Menu").is_visible() is False
