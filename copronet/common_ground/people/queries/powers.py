"""Who may do what today: powers, offices and their holders."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Grant, Holding, Office, Person


def current(on: date, prefix: str = "") -> Q:
    """The condition that something with ``begins`` and ``ends`` holds on a day.

    The day it begins is the first; the day it ends is the first on which it no longer holds, so that
    ending something today has effect at once.
    """
    begins, ends = f"{prefix}begins", f"{prefix}ends"
    return Q(**{f"{begins}__lte": on}) & (Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": on}))


def _reaching(person: Person, day: date) -> Q:
    """Grants that reach a person: their own, their offices', and those of organisations they answer for."""
    return (
        Q(person=person)
        | Q(office__holdings__person=person) & current(day, "office__holdings__")
        | Q(organisation__representations__person=person)
        & Q(organisation__representations__answers_for_it=True)
        & current(day, "organisation__representations__")
    )


def powers_of(person: Person, *, on: date | None = None) -> frozenset[str]:
    """The codes of every power a person has on a day: their own, their offices' and their organisations'."""
    day = on or timezone.localdate()
    grants = Grant.objects.filter(_reaching(person, day) & current(day))
    return frozenset(grants.values_list("power", flat=True))


def holds(person: Person | AnonymousUser, power: str) -> bool:
    """Whether a person has a power today. The one function through which every rule reads powers.

    Asked once per person and request: the answer is kept on the person object.
    """
    if not isinstance(person, Person) or not person.is_active:
        return False
    return power in _kept_today(person)


def must_give_second_factor(person: Person) -> bool:
    """Whether a second factor is asked: of whoever holds an office, and of whomever a power reaches today."""
    return person.is_superuser or bool(_kept_today(person))


AN_OFFICE = "(an office)"  # no power has such a code

# Asked for every signed-in person on every page. The ORM takes ten times as long to write this down as
# the database to answer it. The conditions are those of `_reaching` and `current`; a test holds them together.
KEPT_TODAY = """
    SELECT power FROM people_grant AS granted
    WHERE begins <= %(day)s AND (ends IS NULL OR ends > %(day)s) AND (
        person_id = %(person)s
        OR office_id IN (
            SELECT office_id FROM people_holding
            WHERE person_id = %(person)s AND begins <= %(day)s AND (ends IS NULL OR ends > %(day)s))
        OR organisation_id IN (
            SELECT organisation_id FROM people_representation
            WHERE person_id = %(person)s AND answers_for_it
                AND begins <= %(day)s AND (ends IS NULL OR ends > %(day)s)))
    UNION
    SELECT %(office)s FROM people_holding
    WHERE person_id = %(person)s AND begins <= %(day)s AND (ends IS NULL OR ends > %(day)s)
"""


def _kept_today(person: Person) -> frozenset[str]:
    """The powers that reach a person today, and `AN_OFFICE` where they hold one: asked once for both."""
    if not hasattr(person, "_powers_today"):
        today = timezone.localdate().isoformat()
        with connection.cursor() as cursor:
            cursor.execute(KEPT_TODAY, {"person": person.pk, "day": today, "office": AN_OFFICE})
            kept = frozenset(code for (code,) in cursor.fetchall())
        person._powers_today = kept  # type: ignore[attr-defined]  # noqa: SLF001  (see `holds`)
    return person._powers_today  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001  (see `holds`)


def holders_of(power: str, *, on: date | None = None) -> QuerySet[Person]:
    """The people who have a power on a day and may sign in to use it."""
    day = on or timezone.localdate()
    grants = Grant.objects.filter(current(day), power=power)
    return Person.objects.filter(
        Q(grants__in=grants)
        | Q(holdings__in=Holding.objects.filter(current(day), office__grants__in=grants))
        | Q(representations__answers_for_it=True, representations__organisation__grants__in=grants)
        & current(day, "representations__"),
        standing=Standing.HERE,
        is_active=True,
    ).distinct()


def holdings_today() -> QuerySet[Holding]:
    """Who holds which office, those longest there first."""
    here = Holding.objects.filter(current(timezone.localdate()), person__standing=Standing.HERE)
    return here.select_related("person").order_by("begins", "person__sort_key", "id")


def grants_today() -> QuerySet[Grant]:
    """Every power given, to whom, since when."""
    return (
        Grant.objects.filter(current(timezone.localdate()))
        .select_related("person", "organisation")
        .order_by("power", "id")
    )


def who_does_what() -> QuerySet[Office]:
    """Every office with its holders and powers of today."""
    return Office.objects.prefetch_related(
        Prefetch("holdings", holdings_today(), to_attr="held_today"),
        Prefetch("grants", grants_today(), to_attr="granted_today"),
    ).order_by("place", "code")


def still_to_begin() -> QuerySet[Holding]:
    """Offices given from a day to come."""
    later = Holding.objects.filter(begins__gt=timezone.localdate())
    return later.select_related("person", "office").order_by("begins", "id")


def still_to_end(on: date, prefix: str = "") -> Q:
    """The condition that something has not ended by a day, whether or not it has begun."""
    return Q(**{f"{prefix}ends__isnull": True}) | Q(**{f"{prefix}ends__gt": on})


def has_or_will_have_powers(person: Person) -> bool:
    """Whether any power reaches a person today or on a day already decided."""
    today = timezone.localdate()
    still = still_to_end(today)
    return (
        person.is_superuser
        or person.grants.filter(still).exists()
        or person.holdings.filter(still, office__grants__isnull=False).exists()
        or person.representations.filter(
            still, answers_for_it=True, organisation__grants__isnull=False
        ).exists()
    )
