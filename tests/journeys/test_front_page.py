import pytest


@pytest.mark.presentation
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_front_page_has_no_barrier_that_axe_can_find(open_page, violations, language, width):
    page = open_page(width=width)

    page.goto(f"/{language}/")

    assert violations(page) == []


def test_the_language_switch_stays_on_the_same_page_and_query(open_page):
    page = open_page(scripts=False)
    page.goto("/en/?from=a-friend")

    page.get_by_role("link", name="Cymraeg").click()

    assert page.url.endswith("/cy/?from=a-friend")
