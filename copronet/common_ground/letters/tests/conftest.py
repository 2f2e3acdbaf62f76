"""An example room that writes letters and takes in replies."""

from pathlib import Path

import pytest

from copronet.common_ground.letters import registry
from copronet.common_ground.letters.actions import send
from copronet.common_ground.work.actions import run_due
from tests.factories import PersonFactory

HERE = Path(__file__).parent
NEWS = "example/letters/news"
FAREWELL = "example/letters/farewell"


@pytest.fixture(autouse=True)
def example_letters(settings, monkeypatch) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [HERE / "templates"]}]
    settings.MAIL_REPLY_DOMAIN = "ateb.example"
    settings.DEFAULT_FROM_EMAIL = "Y Rhwydwaith <rhwydwaith@enghraifft.example>"
    settings.SITE_ADDRESS = "https://enghraifft.example"
    monkeypatch.setattr(registry, "_kinds", {})
    monkeypatch.setattr(registry, "_inboxes", {})
    registry.add_letter(
        NEWS, title="News", because="You get this because you asked for it.", can_be_stopped=True
    )


@pytest.fixture
def replies() -> list[registry.Reply]:
    """What the example room was handed."""
    taken: list[registry.Reply] = []
    registry.add_inbox("example", taken.append)
    return taken


@pytest.fixture
def mair():
    return PersonFactory(name="Mair Enghraifft", email="mair@enghraifft.example", language="cy")


@pytest.fixture
def write(mair):
    """``write(to=…)``: a letter, delivered."""

    def write(to=None, **options):
        context = {"title": "Newyddion o Dŷ Ŵyl", "body": "Dewch draw & <gwelwch>."}
        letter = send(to=to or mair, template=NEWS, context=context, **options)
        run_due()
        if letter:
            letter.refresh_from_db()
        return letter

    return write
