"""The made-up people and organisations of the demonstration network: clearly fictional, always the same."""

from datetime import date
from random import Random

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, Actor
from copronet.common_ground.places.models import Area

from .actions.consents import answer_consent
from .actions.describing import describe_organisation
from .actions.likenesses import keep_likely_pairs
from .actions.offices import give_office
from .actions.organisations import record_representative
from .actions.persons import add_person
from .actions.support import record_support
from .choices import Capacity, Level, ReachedBy, SeenBy, Size
from .models import Office, Organisation, Person, Support
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
    "Breuddwyd-Jones", "Lledrith", "Ffug-Hassan", "Tylwyth-Teg", "Hud-Morgan", "Rhamant-Puw",
    "Dreamfield", "Tale-Nowak", "Imagined-Ali", "Neverwas", "Yarnsmith", "Mythwell",
)  # fmt: skip
# By kind: its names in both languages with a place in them, its size, and whether it works in all of Wales.
NAMES = {
    "user-led": ("Llais {0}", "{0} Speaks", Size.FEW, False),
    "community-voice": ("Prosiect Llais {0}", "{0} Voice Project", Size.FEW, False),
    "community-group": ("Canolfan Gymunedol {0}", "{0} Community Centre", Size.VOLUNTEERS, False),
    "social-enterprise": ("Menter {0}", "{0} Enterprise", Size.FEW, False),
    "third-sector": ("Cymdeithas Gofalwyr {0}", "{0} Carers' Society", Size.SOME, False),
    "county-voluntary-council": ("Cyngor Gwirfoddol {0}", "{0} Voluntary Council", Size.SOME, False),
    "local-authority": ("Cyngor Sir {0}", "{0} County Council", Size.VAST, False),
    "town-community-council": ("Cyngor Cymuned {0}", "{0} Community Council", Size.FEW, False),
    "local-health-board": ("Bwrdd Iechyd {0}", "{0} Health Board", Size.VAST, False),
    "primary-care": ("Meddygfa {0}", "{0} Surgery", Size.SOME, False),
    "housing-association": ("Cartrefi {0}", "{0} Homes", Size.MANY, False),
    "partnership-board": ("Bwrdd Partneriaeth {0}", "{0} Partnership Board", Size.FEW, False),
    "public-services-board": (
        "Bwrdd Gwasanaethau Cyhoeddus {0}",
        "{0} Public Services Board",
        Size.FEW,
        False,
    ),
    "national-body": ("Awdurdod Cenedlaethol {0}", "{0} National Authority", Size.MANY, True),
    "regulator": ("Arolygiaeth {0}", "{0} Inspectorate", Size.MANY, True),
    "professional-body": ("Sefydliad Proffesiynol {0}", "{0} Professional Institute", Size.SOME, True),
    "government-programme": ("Rhaglen {0}", "{0} Programme", Size.SOME, True),
    "funder": ("Cronfa {0}", "{0} Fund", Size.FEW, True),
    "research-network": ("Rhwydwaith Ymchwil {0}", "{0} Research Network", Size.FEW, True),
}
# No place is called this.
PLACES = (
    "Cwm Hud", "Llanffug", "Aberchwedl", "Pentre Stori", "Bryn Breuddwyd", "Nant y Tylwyth",
    "Pontlledrith", "Caer Gysgod", "Llandychymyg", "Glan Chwedl", "Rhyd y Stori", "Maes Lledrith",
    "Blaen Hanes", "Coed Dychymyg", "Tre Ffantasi", "Penrhyn Hud",
)  # fmt: skip
# Two that staff may find to be one: the second was written down by somebody else.
WRITTEN_TWICE = ("Cymdeithas Ofalwyr Cwm Hud Cyf.", "Cwm Hud Carers Society Ltd")
OFFICE_HOLDERS = (
    "network-director",
    "network-coordinator",
    *("project-board-member",) * 4,
    "evaluator",
    "translator",
    "moderator",
)
DECISION_CY, DECISION_EN = "Cyfarfod cyntaf Bwrdd y Prosiect", "The Project Board's first meeting"
PEOPLE, ORGANISATIONS = 600, 120
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
        level=chance.choice(["", *Level.values]),
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
    kinds = list(NAMES)
    for number in range(ORGANISATIONS - 1):
        kind, place = kinds[number % len(kinds)], PLACES[(number // len(kinds) * 3 + number) % len(PLACES)]
        organisation, served = _organisation(number, kind, place, areas)
        _add(staff, organisation, served)
        _send_people(staff, chance, organisation, people)
    again = Organisation(name_cy=WRITTEN_TWICE[0], name_en=WRITTEN_TWICE[1], kind_id="third-sector")
    _add(staff, again, [])
    _send_people(staff, chance, again, people)
    for organisation in Organisation.objects.all():
        keep_likely_pairs(organisation)


def _organisation(number: int, kind: str, place: str, areas: list[Area]) -> tuple[Organisation, list[Area]]:
    name_cy, name_en, size, serves_all = NAMES[kind]
    at_home = (number * 5) % len(areas) if areas else 0
    served = [] if serves_all or number % 3 else areas[at_home : at_home + 3]
    organisation = Organisation(
        name_cy=name_cy.format(place),
        name_en=name_en.format(place),
        kind_id=kind,
        size=size,
        about_cy="Sefydliad dychmygol yn yr arddangosiad: mae'n gweithio gyda phobl yr ardal.",
        about_en="A made-up organisation of the demonstration: it works with the people of the area.",
        website=f"https://organisation{number + 1}.example/",
        area=areas[at_home] if areas and not serves_all else None,
        serves_all_wales=serves_all,
    )
    return organisation, served


def _add(staff: Actor, organisation: Organisation, served: list[Area]) -> None:
    describe_organisation(
        actor=staff,
        verb="people.organisation_added",
        organisation=organisation,
        links={"areas_served": served},
    )


def _send_people(staff: Actor, chance: Random, organisation: Organisation, people: list[Person]) -> None:
    """One to three people act for it; the first of them answers."""
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
