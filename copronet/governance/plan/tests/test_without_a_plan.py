"""A network that has no plan yet."""

import pytest

from .test_pages import PAGES, address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "args"), [*PAGES[1:], ("plan:activity", ["ACT-9"])])
def test_without_a_plan_its_parts_are_not_there(client, name, args):
    assert client.get(address("en", name, *args)).status_code == 404


def test_without_a_plan_the_first_page_says_how_to_bring_one(client):
    page = client.get(address("en", "plan:plan"))

    assert "copronet plan load plan.yaml" in page.text
