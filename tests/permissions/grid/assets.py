"""The Asset Map: seen as each entry allows, added to by anybody here, changed by whoever looks after it."""

from tests.factories import AssetFactory
from tests.permissions.rows import SIGN_IN, Row, deed, page

SENT = {
    "kind": "skills",
    "name_cy": "Cymorth darllen",
    "holder": "place",
    "where": "W06000002",
    "seen_by": "everyone",
    "check_every": "12",
}


def of_asset() -> dict[str, int]:
    return {"pk": AssetFactory().pk}


def of_hidden_asset() -> dict[str, int]:
    """Only for whoever looks after it and the staff."""
    return {"pk": AssetFactory(seen_by="stewards").pk}


def of_withdrawn_asset() -> dict[str, int]:
    return {"pk": AssetFactory(withdrawn_on="2026-10-01", withdrawn_why="Wedi cau").pk}


def theirs(answer: int = 200, others: int = 403, **more: object) -> Row:
    """For whoever looks after it and the staff."""
    return page(others, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


PAGES = {
    "assets:assets": page(200, grows=AssetFactory),
    "assets:asset": page(200, at=of_asset),
    "assets:add": page(200, anonymous=SIGN_IN),
    "assets:change": theirs(at=of_asset),
    "assets:withdraw": theirs(at=of_asset),
    "assets:bring_back": theirs(405, at=of_asset),
}

DEEDS = [
    ("assets:add", deed(302, anonymous=SIGN_IN, sends=SENT)),
    ("assets:change", deed(403, anonymous=SIGN_IN, staff=302, at=of_asset, sends=SENT | {"based_on": "0"})),
    (
        "assets:change",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_hidden_asset, sends=SENT | {"based_on": "0"}),
    ),
    ("assets:withdraw", deed(403, anonymous=SIGN_IN, staff=302, at=of_asset, sends={"why": "Wedi cau"})),
    ("assets:bring_back", deed(404, anonymous=SIGN_IN, staff=302, at=of_withdrawn_asset)),
]
