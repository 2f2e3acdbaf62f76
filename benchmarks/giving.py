"""Run inside Django: fill the ledger to the size being measured, and say who is signed in and what pages cost.

Prints one line of JSON: cookies of members and of somebody who keeps the books, and the queries of each page.
"""

import json
from datetime import timedelta
from random import Random

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the line above)
from django.utils import timezone  # noqa: E402

from benchmarks.network import cookie_of, fill, queries_of  # noqa: E402
from copronet.common_ground.people.models import Person  # noqa: E402
from copronet.common_ground.people.queries import holders_of  # noqa: E402
from copronet.community_of_practice.contributions.models import Account, Entry, Gift, Movement  # noqa: E402
from copronet.community_of_practice.contributions.queries import books_balance  # noqa: E402

MOVEMENTS = 60_000
AT_ONCE = 2_000
LEDGER, STATEMENT = "/en/books/ledger/", "/en/what-i-give/statement/"


def give() -> None:
    """Every member gives an hour now and then, most of them to the network, some to each other."""
    chance, today = Random("copronet benchmark"), timezone.localdate()
    people = list(Person.objects.filter(email__endswith="@mesur.example").order_by("pk"))
    Account.objects.bulk_create(
        [Account(person=person, purpose="given", unit="minutes") for person in people], ignore_conflicts=True
    )
    accounts = dict(Account.objects.filter(unit="minutes").values_list("person", "pk"))
    network, _made = Account.objects.get_or_create(purpose="received", unit="minutes")
    while (left := MOVEMENTS - Movement.objects.count()) > 0:
        gifts = Gift.objects.bulk_create(
            Gift(
                giver_person=people[number % len(people)],
                receiver_person=people[(number * 7 + 1) % len(people)] if number % 5 == 0 else None,
                kind="time",
                minutes=chance.choice([30, 60, 90]),
                what="Helpu yn y cyfarfod",
                language="cy",
                day=today - timedelta(days=chance.randrange(300)),
                state="confirmed",
            )
            for number in (chance.randrange(10**6) for _time in range(min(left, AT_ONCE)))
        )
        entries = Entry.objects.bulk_create(
            Entry(kind="gift", happened_on=gift.day, gift=gift) for gift in gifts
        )
        Movement.objects.bulk_create(
            Movement(
                entry=entry,
                from_account_id=accounts[gift.giver_person_id],
                to_account_id=accounts[gift.receiver_person_id] if gift.receiver_person_id else network.pk,
                amount=gift.minutes,
                unit="minutes",
            )
            for gift, entry in zip(gifts, entries, strict=True)
        )


def main() -> None:
    fill()
    give()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    members = list(Person.objects.filter(email__endswith="@mesur.example").order_by("pk")[:50])
    keeper = holders_of("contributions.keep_books").earliest("pk")
    said = {
        "cookies": {STATEMENT: [cookie_of(member) for member in members], LEDGER: [cookie_of(keeper)] * 10},
        "queries": {STATEMENT: queries_of(STATEMENT, members[0]), LEDGER: queries_of(LEDGER, keeper)},
        "balances": books_balance(),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main()
