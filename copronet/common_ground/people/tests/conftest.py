from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from copronet.common_ground.work.actions import run_due


@pytest.fixture
def client_elsewhere() -> Client:
    """Another browser."""
    return Client()


@pytest.fixture
def _worker_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each request what it asked to have done is done, as by a worker that had nothing else to do."""
    send = Client.request

    def send_and_work(client: Client, **request: Any) -> HttpResponse:
        response = send(client, **request)
        run_due()
        return response

    monkeypatch.setattr(Client, "request", send_and_work)
