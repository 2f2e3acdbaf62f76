"""Activity, the audit of the whole journal, and the histories of records."""

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import CLOCKWORK, save
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory
from tests.permissions.rows import SIGN_IN, deed, page

KIND = "people.organisation"


def told() -> dict[str, object]:
    """An organisation with two versions; everyone may see it, whoever looks after people may edit it."""
    if registry.record(KIND) is None:
        registry.add_record(Organisation, edit="people.look_after", address=lambda _record: "/")
    registry.add_verb("people.grid_tried", "tried", public=True)
    organisation = OrganisationFactory.build()
    for _number in range(2):
        save(actor=CLOCKWORK, verb="people.grid_tried", content=organisation)
    return {"kind": KIND, "key": organisation.pk}


def told_before() -> dict[str, object]:
    return {**told(), "number": 1}


PAGES = {
    "journal:activity": page(200, grows=told, queries=6),
    "journal:own": page(200, anonymous=SIGN_IN),
    "journal:audit": page(403, anonymous=SIGN_IN, network_director=200, grows=told),
    "journal:export": page(403, anonymous=SIGN_IN, network_director=200),
    "journal:history": page(200, at=told),
    "journal:difference": page(200, at=told),
    "journal:restore": page(403, anonymous=SIGN_IN, staff=200, at=told_before),
}

DEEDS = [
    ("journal:restore", deed(403, anonymous=SIGN_IN, staff=302, at=told_before, sends={"based_on": 2})),
]
