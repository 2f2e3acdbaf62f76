"""People, organisations, offices, one's own data, staff's records and the register of breaches."""

from django.utils import timezone

from copronet.common_ground.people.models import (
    Breach,
    ConsentWording,
    PersonCapacity,
    Representation,
    Support,
)
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
)
from tests.permissions.rows import SIGN_IN, Answer, Row, deed, page


def somebody_seen() -> None:
    PersonCapacity.objects.create(person=PersonFactory(seen_by="members"), capacity="carer")


def of_person() -> dict[str, int]:
    return {"pk": PersonFactory().pk}


def of_organisation() -> dict[str, int]:
    return {"pk": OrganisationFactory().pk}


def of_representation() -> dict[str, int]:
    return {"pk": RepresentationFactory().pk}


def of_asked() -> dict[str, int]:
    asked = Representation.objects.create(organisation=OrganisationFactory(), person=PersonFactory())
    return {"pk": asked.pk}


def of_offer() -> dict[str, int]:
    offered = Representation.objects.create(
        organisation=OrganisationFactory(), person=PersonFactory(), is_offer=True
    )
    return {"pk": offered.pk}


def of_support() -> dict[str, int]:
    return {"pk": Support.objects.create(supported=PersonFactory(), supporter=PersonFactory()).pk}


def of_recorded_support() -> dict[str, int]:
    support = Support.objects.create(supported=PersonFactory(), supporter=PersonFactory())
    return {"pk": support.supported.pk, "support": support.pk}


def of_two() -> dict[str, int]:
    return {"pk": PersonFactory().pk, "other": PersonFactory().pk}


def of_holding() -> dict[str, int]:
    return {"pk": HoldingFactory().pk}


def of_grant() -> dict[str, int]:
    return {"pk": GrantFactory(power="plan.edit").pk}


def of_wording() -> dict[str, int]:
    return {"pk": ConsentWording.objects.get(code="news").pk}


def of_breach() -> dict[str, int]:
    return {"pk": Breach.objects.create(title_en="A lost laptop", found_at=timezone.now()).pk}


def of_two_organisations() -> dict[str, int]:
    return {"pk": OrganisationFactory().pk, "other": OrganisationFactory().pk}


def of_kind() -> dict[str, str]:
    return {"code": "community-group"}


def of_sector() -> dict[str, str]:
    return {"code": "health"}


def of_office() -> dict[str, str]:
    return {"office": "moderator"}


GRANTERS = ("network_director", "project_board_member")


def staff(answer: Answer = 200, **more: object) -> Row:
    return page(403, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


def granters(**more: object) -> Row:
    return page(403, anonymous=SIGN_IN, **dict.fromkeys(GRANTERS, 200), **more)  # type: ignore[arg-type]


def keepers(**more: object) -> Row:
    return page(404, anonymous=SIGN_IN, **dict.fromkeys(GRANTERS, 200), **more)  # type: ignore[arg-type]


OWN = page(200, anonymous=SIGN_IN)
BUTTON = page(405, anonymous=SIGN_IN)  # done by POST alone

PAGES = {
    "people:people": page(200, anonymous=SIGN_IN, grows=somebody_seen, queries=8),
    "people:person": page(404, staff=200, at=of_person),  # open to nobody, as people are at first
    "people:organisations": page(200, grows=OrganisationFactory),
    "people:organisation": page(200, at=of_organisation),
    "people:add_organisation": staff(),
    "people:likely_pairs": staff(),
    "people:not_duplicate": staff(405, at=of_two_organisations),
    "people:choose_other_organisation": staff(at=of_organisation),
    "people:merge_organisations": staff(at=of_two_organisations),
    "people:kinds": staff(),
    "people:add_kind": staff(),
    "people:change_kind": staff(at=of_kind),
    "people:add_sector": staff(),
    "people:change_sector": staff(at=of_sector),
    "people:change_organisation": staff(at=of_organisation),
    "people:representatives": staff(at=of_organisation),
    "people:agree_to_represent": page(405, anonymous=SIGN_IN, at=of_asked),
    "people:offer_to_represent": page(405, anonymous=SIGN_IN, at=of_organisation),
    "people:accept_offer": staff(405, at=of_offer),
    "people:end_representation": staff(405, at=of_representation),
    "people:make_answer": staff(405, at=of_representation),
    "people:take_on_answering": page(405, anonymous=SIGN_IN, at=of_representation),
    "people:who_does_what": page(200, grows=HoldingFactory),
    "people:give_power": granters(),
    "people:give_office": granters(at=of_office),
    "people:end_holding": granters(at=of_holding),
    "people:end_grant": granters(at=of_grant),
    "people:resign": page(404, anonymous=SIGN_IN, at=of_holding),  # nobody lays down another's office
    "people:my_details": OWN,
    "people:consents": OWN,
    "people:answer": page(405, anonymous=SIGN_IN, at=of_wording),
    "people:acting": OWN,
    "people:act_for": BUTTON,
    "people:support": OWN,
    "people:agree_support": page(405, anonymous=SIGN_IN, at=of_support),
    "people:end_support": page(405, anonymous=SIGN_IN, at=of_support),
    "people:my_data": OWN,
    "people:read_data": OWN,
    "people:download_data": BUTTON,
    "people:leave": OWN,
    "people:records": staff(),
    "people:add_record": staff(),
    "people:wordings": staff(),
    "people:record": staff(at=of_person),
    "people:change_record": staff(at=of_person),
    "people:change_address": staff(at=of_person),
    "people:record_death": staff(at=of_person),
    "people:record_leaving": staff(at=of_person),
    "people:come_back": staff(405, at=of_person),
    "people:guardian": staff(at=of_person),
    "people:end_guardian": staff(405, at=of_person),
    "people:record_support": staff(at=of_person),
    "people:end_recorded_support": staff(405, at=of_recorded_support),
    "people:record_answers": staff(at=of_person),
    "people:choose_other": staff(at=of_person),
    "people:merge": staff(at=of_two),
    "people:breaches": keepers(),
    "people:open_breach": keepers(),
    "people:breach": keepers(at=of_breach),
    "people:change_breach": keepers(at=of_breach),
    "people:close_breach": page(404, anonymous=SIGN_IN, at=of_breach, **dict.fromkeys(GRANTERS, 405)),
}

DECISION = {"begins": "2026-01-01", "decision_en": "The board"}

NEW_SECTOR = {"name_cy": "Crefydd", "name_en": "Faith", "place": "9"}
NEW_KIND = {"name_cy": "Eglwys", "name_en": "Church", "place": "9", "sector": "health"}

DEEDS = [
    ("people:not_duplicate", deed(403, anonymous=SIGN_IN, staff=302, at=of_two_organisations)),
    (
        "people:merge_organisations",
        deed(
            403,
            anonymous=SIGN_IN,
            staff=302,
            at=of_two_organisations,
            sends={"name_cy": "kept", "name_en": "kept"},
        ),
    ),
    ("people:add_sector", deed(403, anonymous=SIGN_IN, staff=302, sends=NEW_SECTOR)),
    ("people:add_kind", deed(403, anonymous=SIGN_IN, staff=302, sends=NEW_KIND)),
    ("people:change_sector", deed(403, anonymous=SIGN_IN, staff=302, at=of_sector, sends=NEW_SECTOR)),
    ("people:change_kind", deed(403, anonymous=SIGN_IN, staff=302, at=of_kind, sends=NEW_KIND)),
    ("people:answer", deed(302, anonymous=SIGN_IN, at=of_wording, sends={"answer": "yes"})),
    ("people:download_data", deed(200, anonymous=SIGN_IN)),
    ("people:agree_to_represent", deed(404, anonymous=SIGN_IN, at=of_asked)),
    ("people:take_on_answering", deed(404, anonymous=SIGN_IN, at=of_representation)),
    ("people:offer_to_represent", deed(302, anonymous=SIGN_IN, at=of_organisation)),
    ("people:accept_offer", deed(403, anonymous=SIGN_IN, staff=302, at=of_offer)),
    ("people:end_representation", deed(403, anonymous=SIGN_IN, staff=302, at=of_representation)),
    ("people:make_answer", deed(403, anonymous=SIGN_IN, staff=302, at=of_representation)),
    ("people:agree_support", deed(404, anonymous=SIGN_IN, at=of_support)),
    ("people:end_support", deed(404, anonymous=SIGN_IN, at=of_support)),
    ("people:end_recorded_support", deed(403, anonymous=SIGN_IN, staff=302, at=of_recorded_support)),
    ("people:resign", deed(404, anonymous=SIGN_IN, at=of_holding, sends={"ends": "2026-02-01"})),
    (
        "people:change_address",
        deed(
            403,
            anonymous=SIGN_IN,
            staff=302,
            at=of_person,
            sends={"email": "new@enghraifft.example", "how": "in_person"},
        ),
    ),
    (
        "people:record_death",
        deed(403, anonymous=SIGN_IN, staff=302, at=of_person, sends={"on": "2026-01-01"}),
    ),
    ("people:record_leaving", deed(403, anonymous=SIGN_IN, staff=302, at=of_person)),
    (
        "people:merge",
        deed(403, anonymous=SIGN_IN, staff=302, at=of_two, sends={"name": "kept", "email": "kept"}),
    ),
    ("people:close_breach", deed(404, anonymous=SIGN_IN, at=of_breach, **dict.fromkeys(GRANTERS, 302))),
    (
        "people:end_grant",
        deed(
            403,
            anonymous=SIGN_IN,
            at=of_grant,
            sends={"ends": "2026-06-01"},
            **dict.fromkeys(GRANTERS, 302),
        ),
    ),
]
