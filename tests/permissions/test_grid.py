"""The permission grid: every address of the project against everybody who may come."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed

from .addresses import names
from .grid import DEEDS, PAGES
from .roles import ROLES, client_of
from .rows import SIGN_IN, Answer, Row

pytestmark = pytest.mark.django_db
DONE = {200, 201, 204, 302, 303}


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(PAGES) == names()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_those_it_is_for_and_nobody_else(name):
    row = PAGES[name]

    answers = {role: _answer(client_of(role), name, row) for role in ROLES}

    assert answers == row.answers


@pytest.mark.parametrize(("name", "row"), DEEDS, ids=[name for name, _row in DEEDS])
@pytest.mark.parametrize("role", ROLES)
def test_a_deed_is_done_by_those_who_may_and_leaves_no_trace_of_others(name, row, role):
    client = client_of(role)
    address = _address(name, row)
    before = Deed.objects.count()

    answer = _read(client.post(address, row.post))

    assert answer == row.answers[role]
    if answer not in DONE:
        assert Deed.objects.count() == before


def _answer(client: Client, name: str, row: Row) -> Answer:
    return _read(client.get(_address(name, row)))


def _address(name: str, row: Row) -> str:
    if name.startswith("/"):
        return name
    with override("en"):
        return reverse(name, kwargs=dict(row.at()))


def _read(response) -> Answer:
    with override("en"):
        to_sign_in = response.get("Location", "").startswith(reverse("account_login"))
    return SIGN_IN if to_sign_in else response.status_code
