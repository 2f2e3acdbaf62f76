"""Run inside Django: fill a network to the size being measured, and say who is signed in and what pages cost.

Prints one line of JSON: cookies of signed-in readers and the number of queries of each page asked about.
"""

import json
import sys
from datetime import date

import django

django.setup()

from django.conf import settings  # noqa: E402  (needs the line above)
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from copronet.common_ground.people.choices import SeenBy  # noqa: E402
from copronet.common_ground.people.models import Organisation, Person  # noqa: E402
from copronet.common_ground.places.models import Area  # noqa: E402
from copronet.community_of_practice.members.models import Membership, Promise  # noqa: E402

PEOPLE = 5000
ORGANISATIONS = 700
JOINED = date(2026, 4, 1)


def fill() -> None:
    areas = list(Area.objects.all())
    missing = PEOPLE - Person.objects.count()
    Person.objects.bulk_create(
        Person(
            name=f"Darllenydd {number:05}",
            email=f"darllenydd{number}@mesur.example",
            area=areas[number % len(areas)] if areas else None,
            seen_by=SeenBy.MEMBERS,
        )
        for number in range(missing)
    )
    _fill_membership(areas)
    with connection.cursor() as cursor:  # as every database does by itself within minutes
        cursor.execute("ANALYZE")


def _fill_membership(areas: list[Area]) -> None:
    """Everybody is a member, and so are the organisations; each shares a promise."""
    if Membership.objects.count() > ORGANISATIONS:
        return
    organisations = Organisation.objects.bulk_create(
        Organisation(
            name_cy=f"Sefydliad Mesur {number:04}",
            name_en=f"Measured Organisation {number:04}",
            area=areas[number % len(areas)] if areas else None,
        )
        for number in range(ORGANISATIONS)
    )
    stands = {"state": "active", "since": JOINED, "welcomed_on": JOINED, "is_listed": True}
    joined = Membership.objects.values_list("person")
    people = Person.objects.exclude(pk__in=joined.filter(person__isnull=False))
    memberships = Membership.objects.bulk_create(
        [
            *(Membership(organisation=organisation, **stands) for organisation in organisations),
            *(Membership(person=person, **stands) for person in people),
        ]
    )
    Promise.objects.bulk_create(
        Promise(
            membership=membership,
            words_cy="Gwrando cyn cynllunio",
            words_en="Listen before we plan",
            due=JOINED,
            made_on=JOINED,
            is_shared=True,
        )
        for membership in memberships
    )


def cookie_of(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def queries_of(path: str, person: Person) -> int:
    client = Client(headers={"host": "localhost"})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def main(paths: list[str]) -> None:
    fill()
    readers = list(Person.objects.filter(email__endswith="@mesur.example").order_by("pk")[:50])
    cookies = [cookie_of(person) for person in readers]
    queries = {path: queries_of(path, readers[0]) for path in paths}
    print(json.dumps({"cookies": cookies, "queries": queries}))


if __name__ == "__main__":
    main(sys.argv[1:])
