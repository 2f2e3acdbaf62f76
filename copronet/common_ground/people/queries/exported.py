"""Everything that is held about a person, as plain values, for "My data"."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q, QuerySet

from copronet.common_ground.journal.queries import content_of
from copronet.common_ground.people import registry
from copronet.common_ground.people.models import Person, Support

SECRETS = {"password", "sort_key", "is_superuser", "groups", "user_permissions"}


def everything_about(person: Person) -> dict[str, Any]:
    """What every room holds about somebody, by the name the room gave it."""
    return {name: collect(person) for name, collect in registry.exports().items()}


def record_of(person: Person) -> dict[str, Any]:
    """The person's own record and all that this room keeps with it."""
    details = {name: value for name, value in content_of(person).items() if name not in SECRETS}
    return {
        "number": person.pk,
        "details": details,
        "capacities": sorted(capacity.capacity for capacity in person.capacities.all()),
        "offices": _rows(person.holdings.all()),
        "powers": _rows(person.grants.all()),
        "organisations": _rows(person.representations.all()),
        "acting_for": _supports(person.supports.all()),
        "acted_for_by": _supports(person.supported_by.filter(begins__isnull=False)),
        "guardian": _rows(person.guardian_consents.all()),
        "identity_checked": _rows(person.identity_checks.all()),
    }


def _supports(supports: QuerySet[Support]) -> list[dict[str, Any]]:
    """Who acts for whom, with the matters it is for; none for anything."""
    rows = supports.order_by("id").prefetch_related("matters")
    return [content_of(row) | {"matters": sorted(each.room for each in row.matters.all())} for row in rows]


def answers_given(person: Person) -> list[dict[str, Any]]:
    """Every consent asked and answered, with the words."""
    answers = person.consent_answers.select_related("wording").order_by("id")
    return [
        {
            "about": answer.wording.code,
            "wording_cy": answer.wording.text_cy,
            "wording_en": answer.wording.text_en,
            "answer": answer.answer,
            "given": answer.given,
            "at": answer.at,
        }
        for answer in answers
    ]


def ways_in(person: Person) -> dict[str, Any]:
    """How somebody signs in, without any secret: addresses, second factors, accounts elsewhere, browsers."""
    return {
        "addresses": list(EmailAddress.objects.filter(user=person).values("email", "verified", "primary")),
        "second_factors": list(
            Authenticator.objects.filter(user=person).values("type", "created_at", "last_used_at")
        ),
        "accounts_elsewhere": list(
            SocialAccount.objects.filter(user=person).values("provider", "uid", "date_joined")
        ),
        "browsers": list(
            UserSession.objects.filter(user=person).values("ip", "user_agent", "created_at", "last_seen_at")
        ),
    }


def deeds_of(person: Person) -> list[dict[str, Any]]:
    """The journal's lines of what the person did, and what was done for them."""
    theirs = Q(actor=person) | Q(for_person=person)
    deeds = person.deeds.model.objects.filter(theirs).order_by("id")
    names = ("at", "verb", "object_type", "object_id", "actor_id", "for_person_id")
    return [dict(zip(names, row, strict=True)) for row in deeds.values_list(*names)]


def _rows(records: Any) -> list[dict[str, Any]]:
    return [content_of(record) for record in records]
