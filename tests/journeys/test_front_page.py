"""The front page as people use it. Whether anything stands in their way, `test_every_page` looks."""


def test_the_language_switch_stays_on_the_same_page_and_query(open_page):
    page = open_page(scripts=False)
    page.goto("/en/?from=a-friend")

    page.get_by_role("link", name="Cymraeg").click()

    assert page.url.endswith("/cy/?from=a-friend")
