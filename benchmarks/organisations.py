"""Run inside Django: fill the network with 10,000 organisations, ask for what is like them, say how long it took."""

import random
import time

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the line above)

from copronet.common_ground.people.actions.likenesses import make_missing_keys  # noqa: E402
from copronet.common_ground.people.models import Organisation  # noqa: E402
from copronet.common_ground.people.queries.duplicates import like_these  # noqa: E402

MANY, ASKED = 10_000, 500
KINDS = (
    ("Canolfan Gymunedol", "Community Centre"),
    ("Cymdeithas Gofalwyr", "Carers Society"),
    ("Fforwm Tenantiaid", "Tenants Forum"),
    ("Prosiect Ieuenctid", "Youth Project"),
    ("Gwasanaeth Cyfeillio", "Befriending Service"),
    ("Cyngor Tref", "Town Council"),
    ("Clwb Cinio", "Lunch Club"),
    ("Menter Gymdeithasol", "Social Enterprise"),
)
BEGINNINGS = ("Llan", "Aber", "Pont", "Tre", "Cwm", "Pen", "Nant", "Rhyd", "Caer", "Bryn")
ENDINGS = (
    *("fechan", "gwyn", "goch", "ddu", "maen", "eglwys", "arth", "daf", "wyddel", "hafod"),
    *("illtud", "elli", "gefni", "dudno", "ystwyth", "aeron", "teifi", "wysg", "ogwr", "cynon"),
)
SIDES = ("Isaf", "Uchaf", "Ganol", "Newydd", "Fawr", "Fach")


def fill(chance: random.Random) -> list[Organisation]:
    places = [f"{first}{last} {side}" for first in BEGINNINGS for last in ENDINGS for side in SIDES]
    organisations = []
    for number in range(MANY):
        (kind_cy, kind_en), place = KINDS[number % len(KINDS)], places[(number * 7) % len(places)]
        number_of_its_kind = number // (len(KINDS) * len(places)) + 1
        again = "" if number_of_its_kind == 1 else f" {number_of_its_kind}"
        organisations.append(
            Organisation(
                name_cy=f"{kind_cy} {place}{again}",
                name_en=f"{place} {kind_en}{again}",
                website=f"https://sefydliad{number}.example/" if chance.random() < 0.5 else "",
            )
        )
    Organisation.objects.bulk_create(organisations, batch_size=500)
    return organisations


def asked(chance: random.Random, organisations: list[Organisation]) -> dict[str, str]:
    one = chance.choice(organisations)
    if chance.random() < 0.5:
        return {"name_cy": f"Grŵp Gwau {chance.choice(BEGINNINGS)}xyz", "name_en": f"Knitting Group {one.pk}"}
    place = chance.randrange(1, len(one.name_cy) - 1)
    slipped = one.name_cy[:place] + one.name_cy[place + 1 :]
    return {"name_cy": slipped.upper(), "name_en": f"The {one.name_en} Ltd", "website": one.website}


def main() -> None:
    chance = random.Random("copronet duplicates")
    begun = time.perf_counter()
    organisations = fill(chance)
    made = make_missing_keys()
    print(f"keys of {made} organisations made in {time.perf_counter() - begun:.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # PostgreSQL does this by itself a minute after so much was written
    times, found = [], 0
    for _number in range(ASKED):
        question = asked(chance, organisations)
        begun = time.perf_counter()
        likenesses = like_these(**question)
        times.append((time.perf_counter() - begun) * 1000)
        found += bool(likenesses)
    times.sort()
    p50, p95, p99 = (times[int(ASKED * share)] for share in (0.5, 0.95, 0.99))
    print(f"p50 {p50:.0f}  p95 {p95:.0f}  p99 {p99:.0f} ms; {found} of {ASKED} had something alike")


if __name__ == "__main__":
    main()
