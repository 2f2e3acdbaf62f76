"""The demonstration's Asset Map: about 150 made-up things across the 22 areas, always the same."""

from datetime import timedelta
from itertools import cycle
from random import Random

from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import representatives_of
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.actions.events import prepare_event
from copronet.community_of_practice.assets.actions.keeping import add_asset, withdraw
from copronet.community_of_practice.assets.actions.views import save_view
from copronet.community_of_practice.assets.choices import CheckEvery, Kind, SeenBy
from copronet.community_of_practice.assets.models import Asset, MappingEvent, SavedView, due_after
from copronet.community_of_practice.assets.validators import square_of

from .things import THINGS, Thing

# The middles of towns: public facts, and no closer than a kilometre once they are kept.
TOWNS = {
    "W06000001": (53.257, -4.310), "W06000002": (53.139, -4.273), "W06000003": (53.294, -3.728),
    "W06000004": (53.184, -3.423), "W06000005": (53.166, -3.142), "W06000006": (53.046, -2.993),
    "W06000023": (52.241, -3.379), "W06000008": (52.415, -4.083), "W06000009": (51.802, -4.970),
    "W06000010": (51.856, -4.311), "W06000011": (51.621, -3.943), "W06000012": (51.662, -3.805),
    "W06000013": (51.505, -3.577), "W06000016": (51.602, -3.342), "W06000024": (51.748, -3.378),
    "W06000014": (51.406, -3.280), "W06000015": (51.482, -3.179), "W06000018": (51.574, -3.219),
    "W06000019": (51.777, -3.206), "W06000020": (51.702, -3.041), "W06000021": (51.813, -2.715),
    "W06000022": (51.588, -2.998),
}  # fmt: skip
WHY = "Mae'r adeilad wedi cau / The building has closed"


def load() -> None:
    """Put the things on the map once; where there are some already, do nothing."""
    if Asset.objects.exists():
        return
    chance = Random("copronet assets")  # noqa: S311  (the same things every time)
    areas = list(Area.objects.order_by("code"))
    themes = {theme.code: theme for theme in Theme.objects.all()}
    people = list(Person.objects.filter(standing="here").order_by("pk")[:60])
    organisations = cycle(Organisation.objects.order_by("pk"))
    things = [(kind, thing) for kind, named in THINGS.items() for thing in named]
    number = 0
    for round_ in range(6):
        for kind, thing in things:
            area = areas[(number * 5 + round_) % len(areas)]
            asset = _one(number, kind, thing, area, chance)
            holder = _holder(number, kind, people, organisations)
            actor = _who_adds(holder, people[number % len(people)])
            links = {"areas": _areas(number, area, areas), "themes": [themes[thing.theme]]}
            add_asset(actor=actor, asset=asset, holder=holder, links=links)
            _spread_out(number, asset, actor, chance)
            number += 1
    _name_a_view(people[3])


def _name_a_view(person: Person) -> None:
    """One part of the map that has a name, and one event whose cards can be typed in."""
    actor = Actor(person)
    view = SavedView(name_cy="I'w fenthyg yn y gogledd", name_en="To borrow in the north")
    save_view(actor=actor, view=view, facets={"borrow": "1", "board": "W11000023"})
    event = MappingEvent(
        name_cy="Mapio asedau Dyffryn Dychmygol",
        name_en="Mapping the assets of Imagined Vale",
        held_on=timezone.localdate() - timedelta(days=12),
        area=person.area,
        cards=40,
    )
    prepare_event(actor=actor, event=event)


def _one(number: int, kind: Kind, thing: Thing, area: Area, chance: Random) -> Asset:
    """Two of five stand in Welsh alone, one in English alone, two in both."""
    welsh, english = number % 5 != 4, number % 5 not in (0, 1)
    town = TOWNS[area.code]
    square = square_of(*town) if kind in (Kind.SPACE, Kind.TRANSPORT) else None
    return Asset(
        kind=kind,
        name_cy=thing.name_cy.format(area.name_cy) if welsh else "",
        name_en=thing.name_en.format(area.name_en) if english else "",
        about_cy=thing.about_cy if welsh else "",
        about_en=thing.about_en if english else "",
        in_all_wales=number % 29 == 7,
        north=square.north if square else None,
        east=square.east if square else None,
        can_be_borrowed=thing.can_be_borrowed,
        seen_by=chance.choices(SeenBy.values, weights=(80, 15, 5))[0],
        check_every=chance.choices(CheckEvery.values, weights=(10, 70, 10, 10))[0],
    )


def _areas(number: int, area: Area, areas: list[Area]) -> list[Area]:
    """One in nine is in a neighbouring area too; what is for all of Wales names none."""
    if number % 29 == 7:
        return []
    near = [other for other in areas if other.health_board_id == area.health_board_id and other != area]
    return [area, near[0]] if number % 9 == 0 and near else [area]


def _holder(
    number: int, kind: Kind, people: list[Person], organisations: "cycle[Organisation]"
) -> Person | Organisation | None:
    if kind in (Kind.LIVED_EXPERIENCE, Kind.TIME, Kind.SKILLS, Kind.KNOWLEDGE):
        return people[(number * 7) % len(people)]
    return None if number % 6 == 0 else next(organisations)


def _who_adds(holder: Person | Organisation | None, otherwise: Person) -> Actor:
    if isinstance(holder, Person):
        return Actor(holder)
    if isinstance(holder, Organisation):
        speaking = next((each for each in representatives_of(holder) if each.begins), None)
        return Actor(speaking.person, for_organisation=holder) if speaking else Actor(otherwise)
    return Actor(otherwise)


def _spread_out(number: int, asset: Asset, actor: Actor, chance: Random) -> None:
    """Most were checked lately; some are overdue; one in forty is withdrawn."""
    days = chance.choice((3, 20, 45, 60, 90, 120, 160, 200, 260, 300, 340, 380)) if number % 9 else 460
    checked = timezone.localdate() - timedelta(days=days)
    Asset.objects.filter(pk=asset.pk).update(
        checked_on=checked, due_on=due_after(checked, asset.check_every), changed_at=timezone.now()
    )
    if number % 40 == 39:
        withdraw(actor=actor, asset=asset, why=WHY)
