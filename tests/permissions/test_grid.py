"""The permission grid: every address of the project against everybody who may come."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.models import Deed
from tests.databases import undone

from .addresses import names
from .everyone import address_of
from .grid import DEEDS, PAGES
from .roles import ROLES
from .rows import SIGN_IN, Answer

pytestmark = pytest.mark.django_db
DONE = {200, 201, 204, 302, 303}


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(PAGES) == names()


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_those_it_is_for_and_nobody_else(everyone, name):
    address, answers = address_of(name, PAGES[name]), {}

    for role in ROLES:
        with undone():
            answers[role] = _read(everyone.get(role, address))

    assert answers == PAGES[name].answers


@pytest.mark.slow
@pytest.mark.parametrize(("name", "row"), DEEDS, ids=[name for name, _row in DEEDS])
def test_a_deed_is_done_by_those_who_may_and_leaves_no_trace_of_others(everyone, name, row):
    address, answers, traces = address_of(name, row), {}, []
    before = Deed.objects.count()

    for role in ROLES:
        with undone():
            answers[role] = _read(everyone.post(role, address, row.post))
            if answers[role] not in DONE and Deed.objects.count() != before:
                traces.append(role)

    assert answers == row.answers
    assert traces == []


def _read(response) -> Answer:
    with override("en"):
        to_sign_in = response.get("Location", "").startswith(reverse("account_login"))
    return SIGN_IN if to_sign_in else response.status_code
