"""The made-up people and organisations of the demonstration network: clearly fictional, always the same."""

from datetime import date
from random import Random

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, Actor, save
from copronet.common_ground.places.models import Area

from .actions.consents import answer_consent
from .actions.offices import give_office
from .actions.organisations import record_representative
from .actions.persons import add_person
from .actions.support import record_support
from .choices import Capacity, ReachedBy, SeenBy
from .models import Office, Organisation, OrganisationKind, Person, Support
from .queries import wordings_today

FIRST_NAMES = (
    "Mair", "Gethin", "Sioned", "Idris", "Angharad", "Elgan", "Ffion", "Huw", "Lowri", "Tomos",
    "Rhian", "Dylan", "Nerys", "Ieuan", "Catrin", "Amina", "Priya", "Tariq", "Grace", "Marek",
    "Delyth", "Owain", "Heledd", "Llŷr", "Siân", "Bethan", "Joyce", "Gwyn", "Leila", "Callum",
)  # fmt: skip
# No family is called this: each is a word of the country with another word behind it.
FAMILY_NAMES = (
    "Ffug-Bowen", "Dychmygol", "Enghraifft", "Chwedl-Prys", "Stori-Rees", "Ddychymyg-Lloyd",
    "Examplewood", "Fableton", "Madeup-Price", "Storybrook", "Notreal-Khan", "Pretend-Okafor",
)  # fmt: skip
KINDS = (
    ("Cymdeithas Gofalwyr", "Carers' Society", "user-led"),
    ("Canolfan Gymunedol", "Community Centre", "community-group"),
    ("Fforwm Tenantiaid", "Tenants' Forum", "housing-association"),
    ("Prosiect Ieuenctid", "Youth Project", "community-voice"),
    ("Gwasanaeth Cyfeillio", "Befriending Service", "third-sector"),
)
PLACES = ("Cwm Hud", "Llanffug", "Aberchwedl", "Pentre Stori")
OFFICE_HOLDERS = (
    "network-director",
    "network-coordinator",
    *("project-board-member",) * 4,
    "evaluator",
    "translator",
    "moderator",
)
DECISION_CY, DECISION_EN = "Cyfarfod cyntaf Bwrdd y Prosiect", "The Project Board's first meeting"
PEOPLE, ORGANISATIONS = 60, 20
JOINED = date(2026, 4, 1)


def load() -> None:
    """Make the people once; where they are already, do nothing."""
    if Person.objects.filter(email=_address(0)).exists():
        return
    chance = Random("copronet people")  # noqa: S311  (the same people every time)
    areas = list(Area.objects.order_by("code"))
    people = [_person(number, chance, areas) for number in range(PEOPLE)]
    _fill_offices(people)
    staff = Actor(people[1])
    _make_organisations(staff, chance, areas, people[len(OFFICE_HOLDERS) :])
    _make_supporters(staff, people)


def _address(number: int) -> str:
    return f"person{number + 1}@copronet.example"


def _person(number: int, chance: Random, areas: list[Area]) -> Person:
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    family = FAMILY_NAMES[(number + number // len(FIRST_NAMES)) % len(FAMILY_NAMES)]
    on_paper = number == PEOPLE - 1
    person = Person(
        name=f"{first} {family}",
        email=None if on_paper else _address(number),
        language=chance.choice(["cy", "cy", "en"]),
        area=areas[number % len(areas)] if areas else None,
        pronouns=chance.choice(["", "", "hi / she", "fe / he", "nhw / they"]),
        phone=f"01632 960{number:03d}" if on_paper or chance.random() < 0.4 else "",
        postal_address="1 Heol Ddychmygol\nLlanffug" if on_paper else "",
        reached_by=ReachedBy.POST if on_paper else ReachedBy.EMAIL,
        seen_by=chance.choice([SeenBy.MEMBERS, SeenBy.MEMBERS, SeenBy.EVERYONE, SeenBy.NOBODY]),
        access_needs=chance.choice(["", "", "", "Print bras / large print", "Dolen sain / hearing loop"]),
    )
    capacities = chance.sample(Capacity.values, chance.choice([1, 1, 2, 3]))
    add_person(actor=CLOCKWORK, person=person, capacities=capacities)
    given = Support.Agreed.IN_WRITING if on_paper else Support.Agreed.ONLINE
    for wording in wordings_today():
        agrees = chance.random() < 0.7
        answer_consent(actor=Actor(person), person=person, wording=wording, agrees=agrees, given=given)
    return person


def _fill_offices(people: list[Person]) -> None:
    offices = Office.objects.in_bulk()
    for person, code in zip(people, OFFICE_HOLDERS, strict=False):
        give_office(
            actor=CLOCKWORK,
            office=offices[code],
            person=person,
            begins=min(JOINED, timezone.localdate()),
            decision_cy=DECISION_CY,
            decision_en=DECISION_EN,
        )


def _make_organisations(staff: Actor, chance: Random, areas: list[Area], people: list[Person]) -> None:
    kinds = {kind.code: kind for kind in OrganisationKind.objects.all()}
    for number in range(ORGANISATIONS):
        (kind_cy, kind_en, code), place = KINDS[number % len(KINDS)], PLACES[number // len(KINDS)]
        organisation = Organisation(
            name_cy=f"{kind_cy} {place}",
            name_en=f"{place} {kind_en}",
            kind=kinds[code],
            about_cy="Sefydliad dychmygol yn yr arddangosiad: mae'n gweithio gyda phobl yr ardal.",
            about_en="A made-up organisation of the demonstration: it works with the people of the area.",
            website=f"https://organisation{number + 1}.example/",
            area=areas[(number * 5) % len(areas)] if areas else None,
        )
        save(actor=staff, verb="people.organisation_added", content=organisation)
        for place_in_line, person in enumerate(chance.sample(people[:-1], chance.choice([1, 2, 3]))):
            record_representative(
                actor=staff,
                organisation=organisation,
                person=person,
                role_cy="Cydlynydd" if place_in_line == 0 else "Gwirfoddolwr",
                role_en="Co-ordinator" if place_in_line == 0 else "Volunteer",
                answers_for_it=place_in_line == 0,
            )


def _make_supporters(staff: Actor, people: list[Person]) -> None:
    on_paper = people[-1]
    for supported, supporter, agreed in (
        (on_paper, people[20], Support.Agreed.IN_PERSON),
        (people[21], people[22], Support.Agreed.BY_PHONE),
        (people[23], people[24], Support.Agreed.IN_WRITING),
    ):
        record_support(actor=staff, supported=supported, supporter=supporter, agreed=agreed)
