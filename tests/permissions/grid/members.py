"""Joining, memberships, promises, how it goes, and the directory."""

from datetime import date

from copronet.community_of_practice.members.models import Asking
from copronet.community_of_practice.members.queries.askings import link_token
from tests.factories import (
    MembershipFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
)
from tests.permissions.rows import SIGN_IN, Row, deed, page

OWN = page(200, anonymous=SIGN_IN)


def as_csv() -> dict[str, str]:
    return {"form": "csv"}


def of_begun() -> dict[str, int]:
    return {"pk": MembershipFactory(state="begun").pk}


def of_applied() -> dict[str, int]:
    return {"pk": MembershipFactory(state="applied").pk}


def of_member() -> dict[str, int]:
    return {"pk": OrganisationMembershipFactory().pk}


def of_step() -> dict[str, int]:
    return {**of_begun(), "number": 1}


def to_welcome() -> dict[str, object]:
    return {**of_applied(), "code": "welcomed"}


def to_leave() -> dict[str, object]:
    return {**of_member(), "code": "left"}


def of_promise() -> dict[str, int]:
    return {"pk": PromiseFactory().membership.pk}


def of_letter() -> dict[str, str]:
    """A link that a letter carried: whoever holds it may answer, for the person it was sent to."""
    promise = PromiseFactory(membership=MembershipFactory(person=PersonFactory()))
    asking = Asking.objects.create(
        membership=promise.membership, about="promise", promise=promise, asked_on=date(2026, 10, 1)
    )
    return {"token": link_token(asking, promise.membership.person), "going": "well"}


def somebody_listed() -> None:
    PromiseFactory(membership=OrganisationMembershipFactory(is_listed=True))


def one_more_promise() -> None:
    PromiseFactory(membership=OrganisationMembershipFactory())


def theirs(answer: int = 200, **more: object) -> Row:
    """For those on the member's side and the staff who look after members; to others it is not there."""
    return page(404, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


PAGES = {
    "members:join": page(200),
    "members:begin": page(405, anonymous=SIGN_IN),
    "members:begin_organisation": OWN,
    "members:next_step": theirs(302, at=of_begun),
    "members:step": theirs(at=of_step),
    "members:check": theirs(at=of_begun),
    "members:my_memberships": OWN,
    "members:waiting": page(403, anonymous=SIGN_IN, staff=200),
    "members:membership": theirs(at=of_member),
    "members:told": theirs(at=of_applied),
    "members:move": theirs(at=to_welcome),
    "members:kind": theirs(at=of_member),
    "members:tell": theirs(at=of_promise),
    "members:tell_practice": theirs(at=of_member),
    "members:directory": page(200, grows=somebody_listed, queries=12),
    "members:promises": page(200, grows=one_more_promise, queries=10),
    "members:practice": page(200),
    "members:answer": page(200, at=of_letter),
    "members:paper": page(200),
    "members:paper_organisation": page(200),
    "members:begin_from_paper": page(403, anonymous=SIGN_IN, staff=200),
    "members:type_in": theirs(at=of_begun),
    "members:numbers": page(200),
    "members:numbers_file": page(200, at=as_csv),
    "members:agreed": page(200),
    "members:set_principles": page(403, anonymous=SIGN_IN, network_director=200),
    "members:set_active_rule": page(403, anonymous=SIGN_IN, network_director=200),
}

DEEDS = [
    ("members:begin", deed(302, anonymous=SIGN_IN)),
    ("members:begin_organisation", deed(302, anonymous=SIGN_IN, sends={"name_cy": "Criw Newydd"})),
    ("members:step", deed(404, anonymous=SIGN_IN, staff=302, at=of_step, sends={"capacities": "citizen"})),
    ("members:move", deed(404, anonymous=SIGN_IN, staff=302, at=to_welcome)),
    ("members:move", deed(404, anonymous=SIGN_IN, staff=302, at=to_leave)),
    ("members:kind", deed(404, anonymous=SIGN_IN, staff=302, at=of_member, sends={"kind": "associate"})),
    (
        "members:tell",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_promise, sends={"going": "well", "language": "cy"}),
    ),
    (
        "members:tell_practice",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_member, sends={"words": "Gwrando", "language": "cy"}),
    ),
    (
        "members:set_principles",
        deed(
            403,
            anonymous=SIGN_IN,
            network_director=302,
            sends={"text_cy": "Yn gyfartal", "text_en": "As equals"},
        ),
    ),
    (
        "members:set_active_rule",
        deed(
            403,
            anonymous=SIGN_IN,
            network_director=302,
            sends={"months": "6", "verbs": "members.promised", "decision_cy": "Y fforwm"},
        ),
    ),
    ("members:answer", deed(200, at=of_letter, sends={"language": "cy"})),
]
