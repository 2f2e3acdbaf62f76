"""The demonstration's part: made-up services, some in one language only, one closed for now."""

from dataclasses import dataclass
from datetime import date

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.people.queries import holdings_today
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme

from .actions import confirm_service
from .choices import Status
from .models import Service


@dataclass(frozen=True)
class Made:
    """A service that nobody should ring: its numbers are kept free for such uses."""

    name: tuple[str, str]
    about: tuple[str, str]
    provider: tuple[str, str]
    phone: str
    theme: str
    areas: tuple[str, ...] = ()
    times: tuple[str, str] = ("", "")
    cost: tuple[str, str] = ("Am ddim", "Free")
    speaks_welsh: bool = True
    assured_on: date | None = date(2026, 9, 14)
    status: Status = Status.ACTIVE
    alert: tuple[str, str] = ("", "")


SERVICES = (
    Made(
        ("Llinell gofalwyr Gwynedd", "Gwynedd carers' line"),
        (
            "Rhywun i siarad ag ef am ofalu, a help i ddod o hyd i seibiant.",
            "Somebody to talk to about caring, and help to find a break.",
        ),
        ("Gofalwyr Enghraifft", "Example Carers"),
        "01632 960101",
        "carers",
        ("W06000002",),
        ("Llun i Wener, 9 tan 5", "Monday to Friday, 9 to 5"),
    ),
    Made(
        ("Pantri'r Bont", "Y Bont Pantry"),
        ("Bwyd am bris bach, heb gwestiynau.", "Food at a small price, no questions asked."),
        ("Canolfan y Bont", "Y Bont Centre"),
        "01632 960102",
        "food",
        ("W06000016", "W06000024"),
        ("Mawrth a Gwener, 10 tan 2", "Tuesday and Friday, 10 to 2"),
        ("£4 y fasged", "£4 a basket"),
    ),
    Made(
        ("Cyngor ar rent a thai", "Advice on rent and housing"),
        (
            "Help gyda rent, ôl-ddyledion a landlordiaid, dros y ffôn neu wyneb yn wyneb.",
            "Help with rent, arrears and landlords, by phone or face to face.",
        ),
        ("Cyngor Enghraifft", "Example Advice"),
        "01632 960103",
        "housing-and-homelessness",
    ),
    Made(
        ("Clwb cinio Llanfair", ""),
        ("Cinio a chwmni bob dydd Mercher yn neuadd y pentref.", ""),
        ("Pwyllgor y Neuadd", ""),
        "01632 960104",
        "loneliness",
        ("W06000001",),
        ("Mercher, 12 tan 2", ""),
        ("£5", ""),
        assured_on=date(2025, 3, 2),
    ),
    Made(
        ("", "Newport befriending"),
        ("", "A weekly visit or call from a volunteer, for anybody who would like company."),
        ("", "Example Neighbours"),
        "01632 960105",
        "loneliness",
        ("W06000022",),
        speaks_welsh=False,
        assured_on=None,
    ),
    Made(
        ("Cludiant cymunedol Powys", "Powys community transport"),
        ("Lifft i'r ysbyty, y siop neu'r clwb.", "A lift to hospital, the shop or the club."),
        ("Olwynion Enghraifft", "Example Wheels"),
        "01632 960106",
        "transport",
        ("W06000023",),
        status=Status.CLOSED_FOR_NOW,
        alert=(
            "Dim teithiau tan 7 Rhagfyr: mae'r bws yn y garej.",
            "No trips until 7 December: the bus is in the garage.",
        ),
    ),
)


def load() -> None:
    """Write the services down once."""
    if Service.objects.exists():
        return
    director = holdings_today().filter(office="network-director").first()
    actor = Actor(director.person if director else None)
    for made in SERVICES:
        service = _service(made)
        links = {
            "areas": list(Area.objects.filter(pk__in=made.areas)),
            "themes": list(Theme.objects.filter(code=made.theme)),
        }
        save(actor=actor, verb="signposting.service_added", content=service, links=links)
        if made.assured_on:
            confirm_service(actor=actor, service=service, today=made.assured_on)


def _service(made: Made) -> Service:
    pairs = {name: getattr(made, name) for name in ("name", "about", "provider", "times", "cost", "alert")}
    words = {
        f"{name}_{side}": both[place]
        for name, both in pairs.items()
        for place, side in enumerate(("cy", "en"))
    }
    return Service(
        **words, phone=made.phone, status=made.status, speaks_welsh=made.speaks_welsh, speaks_english=True
    )
