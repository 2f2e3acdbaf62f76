"""The Asset Map: seen as each entry allows, added to by anybody here, changed by whoever looks after it."""

from datetime import date

from copronet.community_of_practice.assets.models import Asking, AssetPicture, Question
from copronet.community_of_practice.assets.queries.askings import link_token
from copronet.community_of_practice.members.models import Interest
from tests.factories import (
    AssetFactory,
    MappingEventFactory,
    MembershipFactory,
    PersonFactory,
    PictureFactory,
    SavedViewFactory,
)
from tests.permissions.rows import SIGN_IN, Row, deed, page

SENT = {
    "kind": "skills",
    "name_cy": "Cymorth darllen",
    "holder": "place",
    "where": "W06000002",
    "seen_by": "everyone",
    "check_every": "12",
}
CARD = {"card": "3", "kind": "space", "language": "cy", "name": "Neuadd", "where": "wales"}


def of_asset() -> dict[str, int]:
    return {"pk": AssetFactory().pk}


def of_hidden_asset() -> dict[str, int]:
    """Only for whoever looks after it and the staff."""
    return {"pk": AssetFactory(seen_by="stewards").pk}


def of_withdrawn_asset() -> dict[str, int]:
    return {"pk": AssetFactory(withdrawn_on="2026-10-01", withdrawn_why="Wedi cau").pk}


def of_steward() -> dict[str, int]:
    asset, stewards = AssetFactory(), PersonFactory.create_batch(2)
    asset.stewards.set(stewards)
    return {"pk": asset.pk, "person": stewards[0].pk}


def of_picture() -> dict[str, int]:
    shown = AssetPicture.objects.create(asset=AssetFactory(), picture=PictureFactory())
    return {"pk": shown.asset_id, "picture": shown.pk}


def of_letter() -> dict[str, str]:
    """A link that a letter carried: whoever holds it may answer, for the person it was sent to."""
    asset = AssetFactory(whose="person", person=PersonFactory())
    asking = Asking.objects.create(person=asset.person, asked_on=date(2026, 10, 1))
    question = Question.objects.create(asking=asking, asset=asset, number=1)
    return {"token": link_token(question, asset.person), "answer": "right"}


def of_event() -> dict[str, int]:
    return {"pk": MappingEventFactory().pk}


def of_view() -> dict[str, str]:
    return {"code": SavedViewFactory().code}


def of_interest() -> dict[str, int]:
    offered = Interest.objects.create(
        membership=MembershipFactory(), kind="offer", words="Neuadd", language="cy"
    )
    return {"interest": offered.pk}


def theirs(answer: int = 200, others: int = 403, **more: object) -> Row:
    """For whoever looks after it and the staff."""
    return page(others, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


PAGES = {
    "assets:assets": page(200, grows=AssetFactory),
    "assets:asset": page(200, at=of_asset),
    "assets:add": page(200, anonymous=SIGN_IN),
    "assets:mine": page(200, anonymous=SIGN_IN),
    "assets:from_interest": page(405, anonymous=SIGN_IN, at=of_interest),
    "assets:tasks": theirs(),
    "assets:feed": page(200, grows=AssetFactory),
    "assets:embed": page(200, grows=AssetFactory),
    "assets:csv": page(200, grows=AssetFactory),
    "assets:geojson": page(200, grows=AssetFactory),
    "assets:views": page(200, grows=SavedViewFactory),
    "assets:save_view": page(200, anonymous=SIGN_IN),
    "assets:saved_view": page(200, at=of_view),
    "assets:remove_view": theirs(405, at=of_view),
    "assets:events": page(200, anonymous=SIGN_IN, grows=MappingEventFactory),
    "assets:prepare_event": page(200, anonymous=SIGN_IN),
    "assets:cards": theirs(at=of_event),
    "assets:type_in": theirs(at=of_event),
    "assets:data": page(200, at=of_asset),
    "assets:change": theirs(at=of_asset),
    "assets:withdraw": theirs(at=of_asset),
    "assets:bring_back": theirs(405, at=of_asset),
    "assets:confirm": theirs(405, at=of_asset),
    "assets:report": page(200, at=of_asset),
    "assets:stewards": theirs(at=of_asset),
    "assets:end_stewardship": theirs(405, at=of_steward),
    "assets:pictures": theirs(at=of_asset),
    "assets:take_picture_away": theirs(405, at=of_picture),
    "assets:answer": page(200, at=of_letter),
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
    ("assets:confirm", deed(403, anonymous=SIGN_IN, staff=302, at=of_asset)),
    ("assets:report", deed(302, at=of_asset, sends={"words": "Wedi symud"})),
    ("assets:report", deed(404, staff=302, at=of_hidden_asset, sends={"words": "Wedi symud"})),
    ("assets:answer", deed(200, at=of_letter)),
    ("assets:from_interest", deed(404, anonymous=SIGN_IN, at=of_interest, sends={"kind": "space"})),
    ("assets:save_view", deed(200, anonymous=SIGN_IN, sends={"name_cy": "Popeth"})),
    ("assets:remove_view", deed(403, anonymous=SIGN_IN, staff=302, at=of_view)),
    (
        "assets:prepare_event",
        deed(302, anonymous=SIGN_IN, sends={"name_cy": "Mapio", "held_on": "2026-12-01", "cards": "40"}),
    ),
    ("assets:type_in", deed(403, anonymous=SIGN_IN, staff=302, at=of_event, sends=CARD)),
    ("assets:end_stewardship", deed(403, anonymous=SIGN_IN, staff=302, at=of_steward)),
    ("assets:take_picture_away", deed(403, anonymous=SIGN_IN, staff=302, at=of_picture)),
]
