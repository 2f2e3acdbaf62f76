"""What stands on the front page and on my page; whether the site can do its work; whom to step in as."""

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from copronet.common_ground.journal.queries import deeds_of, latest_deeds, lines
from copronet.common_ground.people.models import Holding, Person
from copronet.common_ground.people.queries import current, organisations_of, supported_by
from copronet.governance.plan.models import Outcome
from copronet.governance.plan.queries import current_plan
from copronet.portal.pages.queries import latest_news


def front_page_for(reader: Any) -> dict[str, Any]:
    """The plan with its outcomes, the latest news and the latest public deeds."""
    outcomes = list(Outcome.objects.filter(plan__is_current=True).select_related("plan"))
    return {
        "plan": outcomes[0].plan if outcomes else current_plan(),
        "outcomes": outcomes,
        "news": latest_news(3),
        "lines": lines(list(latest_deeds()[:5]), reader),
    }


def my_page_of(person: Person) -> dict[str, Any]:
    """For whom a person may act, the offices they hold, and what they have done lately.

    Whoever has done nothing yet but join is new.
    """
    now, latest = current(timezone.localdate()), list(deeds_of(person)[:5])
    return {
        "is_new": all(deed.verb == "people.signed_up" for deed in latest),
        "organisations": organisations_of(person),
        "supported": supported_by(person),
        "holdings": person.holdings.filter(now).select_related("office"),
        "lines": lines(latest, person, own=True),
    }


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def migrations_are_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def office_holders(search: str = "") -> QuerySet[Person]:
    """Those who hold an office today, each with ``held_today``, by name."""
    now = current(timezone.localdate())
    held = Holding.objects.filter(now).select_related("office").order_by("office_id")
    holders = Holding.objects.filter(now).values("person")
    return (
        _named(search)
        .filter(pk__in=holders)
        .prefetch_related(Prefetch("holdings", queryset=held, to_attr="held_today"))
    )


def people_here(search: str = "") -> QuerySet[Person]:
    """Everyone else who may sign in, by name."""
    holders = Holding.objects.filter(current(timezone.localdate())).values("person")
    return _named(search).exclude(pk__in=holders).select_related("area")


def _named(search: str) -> QuerySet[Person]:
    people = Person.objects.filter(is_active=True).order_by("name", "pk")
    for word in search.split():
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return people
