"""Run inside Django: put so many assets on the map as are being measured, as rows, with their search keys left out."""

import sys
from datetime import timedelta
from random import Random

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the line above)
from django.utils import timezone  # noqa: E402

from copronet.common_ground.people.models import Organisation, Sector  # noqa: E402
from copronet.common_ground.places.models import Area  # noqa: E402
from copronet.common_ground.themes.models import Theme  # noqa: E402
from copronet.community_of_practice.assets.choices import CheckEvery, Kind, SeenBy  # noqa: E402
from copronet.community_of_practice.assets.models import Asset  # noqa: E402

WORDS = (
    "Neuadd",
    "Ystafell",
    "Cynllun",
    "Grŵp",
    "Fan",
    "Llais",
    "Bws",
    "Gardd",
    "Caffi",
    "Chwarae",
    "Llyfr",
    "Dolen",
)


def fill(how_many: int) -> None:
    chance = Random("copronet map")
    areas, themes = list(Area.objects.all()), list(Theme.objects.all())
    sectors = list(Sector.objects.all())
    organisations = Organisation.objects.bulk_create(
        Organisation(name_cy=f"Sefydliad {number:04}", name_en=f"Organisation {number:04}")
        for number in range(700)
    )
    for first in range(0, how_many, 5000):
        made = Asset.objects.bulk_create(
            _asset(number, chance, organisations, sectors)
            for number in range(first, min(first + 5000, how_many))
        )
        Asset.areas.through.objects.bulk_create(
            Asset.areas.through(asset=asset, area=area)
            for asset in made
            for area in chance.sample(areas, chance.choice((1, 1, 1, 2)))
        )
        Asset.themes.through.objects.bulk_create(
            Asset.themes.through(asset=asset, theme=theme)
            for asset in made
            for theme in chance.sample(themes, chance.choice((0, 1, 2, 3)))
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _asset(number: int, chance: Random, organisations: list[Organisation], sectors: list[Sector]) -> Asset:
    name = f"{chance.choice(WORDS)} {chance.choice(WORDS).lower()} {number:06}"
    organisation = chance.choice(organisations) if number % 2 else None
    return Asset(
        kind=chance.choice(Kind.values),
        name_cy=name if number % 3 else "",
        name_en=name if number % 3 != 1 else "",
        about_cy="Lle i ddeg, gyda chegin a ramp, bob nos Iau ac eithrio mis Awst. " * 2,
        whose="organisation" if organisation else "place",
        organisation=organisation,
        sector=chance.choice(sectors) if organisation else None,
        in_all_wales=number % 50 == 0,
        can_be_borrowed=number % 7 == 0,
        seen_by=chance.choices(SeenBy.values, weights=(85, 12, 3))[0],
        check_every=CheckEvery.YEAR,
        checked_on=timezone.localdate() - timedelta(days=chance.randrange(500)),
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]))
