"""What the made-up members of the demonstration gave in a year: always the same, and it balances."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, Actor, save
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import representatives_of

from .actions.bank import keep_bank_lines
from .actions.credits import settle_time_credits
from .actions.fees import agree_fee, waive_fee
from .actions.gifts import (
    confirm_gift,
    decline_gift,
    forgive_gift,
    promise_gift,
    record_gift,
    reverse_gift,
)
from .actions.money import cancel_invoice, declare_gift_aid, issue_invoice, record_payment
from .actions.refunds import give_back
from .choices import GiftKind, GivenBy, Method, PartKind, Why
from .imports import read_statement
from .models import Entry, Fee, Gift, MatchTarget, Party
from .queries import (
    bands_today,
    fee_of,
    fees_to_invoice,
    open_invoices,
    party_as_addressed,
    stands_for,
)

LIFE = 240  # days of giving before today
TIME = (
    ("Croesawu pobl yn y cyfarfod", "Welcoming people at the meeting"),
    ("Gyrru aelodau i'r digwyddiad", "Driving members to the event"),
    ("Cyfieithu taflen", "Translating a leaflet"),
    ("Rhannu profiad gyda'r comisiynwyr", "Sharing experience with commissioners"),
    ("Hwyluso grŵp trafod", "Facilitating a discussion group"),
    ("Ysgrifennu stori ar gyfer y wefan", "Writing a story for the website"),
)
THINGS = (
    (GiftKind.ROOM, "Ystafell ar gyfer cyfarfod", "A room for a meeting", 7500),
    (GiftKind.PRINT, "Argraffu adroddiad", "Printing a report", 4200),
    (GiftKind.EQUIPMENT, "Benthyg offer sain", "Lending sound equipment", 6000),
    (GiftKind.TRANSPORT, "Bws mini am y dydd", "A minibus for the day", 9000),
    (GiftKind.EXPERTISE, "Cyngor ar ddiogelu data", "Advice on data protection", 30000),
    (GiftKind.SECONDMENT, "Gweithiwr am ddau ddiwrnod", "A worker for two days", 42000),
)


def load() -> None:
    """Let the demonstration's members give for a while; where anything was given already, do nothing."""
    people = list(Person.objects.filter(email__endswith="@copronet.example").order_by("pk"))
    organisations = list(Organisation.objects.order_by("pk"))
    if Entry.objects.exists() or len(people) < 30 or not organisations:
        return
    _Year(people, organisations).go_by()


class _Year:
    """One year in the life of the network, told by the same chances every time."""

    def __init__(self, people: list[Person], organisations: list[Organisation]) -> None:
        self.chance = Random("copronet contributions")  # noqa: S311  (the same gifts every time)
        self.staff = [Actor(person) for person in people[:2]]
        self.people, self.organisations = people[9:], organisations
        self.parties: list[Party] = [*self.people, *organisations]
        self.today = timezone.localdate()

    def go_by(self) -> None:
        settle_time_credits(
            actor=self.staff[0], can_be_spent=False, letter_at=300, limit=600, begins=self.day_before(LIFE)
        )
        self.name_the_host()
        for party in self.parties:
            self.agree_a_fee(party)
        for number in range(90):
            self.give_time(number)
        for number, organisation in enumerate(self.organisations):
            self.give_things(number, organisation)
        self.settle_odd_ones()
        self.ask_for_money()
        self.read_a_statement()

    def day_before(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def any_day(self) -> date:
        return self.day_before(self.chance.randrange(1, LIFE))

    def acting(self, party: Party) -> Actor:
        if isinstance(party, Person):
            return Actor(party)
        first = representatives_of(party).first()
        return Actor(first.person, for_organisation=party) if first else CLOCKWORK

    def keeper(self, gift: Gift) -> Actor:
        """Whoever of the staff may settle a gift: not their own."""
        return next(each for each in self.staff if each.person and not stands_for(each.person, gift.giver))

    def name_the_host(self) -> None:
        """The first organisation plays the host."""
        target = MatchTarget.objects.get(given_by=GivenBy.HOST)
        target.organisation = self.organisations[0]
        save(actor=self.staff[0], verb="contributions.target_changed", content=target)

    def agree_a_fee(self, party: Party) -> None:
        actor, begins = self.acting(party), self.day_before(self.chance.randrange(LIFE - 60, LIFE))
        if self.chance.random() < 0.12:
            waive_fee(actor=actor, party=party, begins=begins)
            return
        band = self.chance.choice(list(bands_today(party)))
        money = self.chance.choice([0, 50, 50, 100])
        said: dict[str, Any] = {"pence": band.suggested_pence * money // 100}
        said["minutes"] = band.suggested_minutes * (100 - money) // 100
        agree_fee(actor=actor, party=party, band=band, begins=begins, **said)
        if isinstance(party, Person) and band.gift_aid and money and self.chance.random() < 0.5:
            declare_gift_aid(
                actor=actor, person=party, name=party.name, address="1 Heol Ddychmygol, Llanffug"
            )

    def give_time(self, number: int) -> None:
        giver = self.chance.choice(self.parties)
        receiver = self.chance.choice([None, None, None, *self.people[:6]])
        gift = record_gift(
            actor=self.acting(giver),
            giver=giver,
            receiver=receiver if receiver != giver else None,
            kind=GiftKind.TIME,
            what=TIME[number % len(TIME)][number % 2],
            minutes=self.chance.choice([30, 45, 60, 90, 120, 180]),
            day=self.any_day(),
            fee_part=_part(giver, PartKind.TIME),
        )
        if number % 9:
            by = Actor(gift.receiver_person) if gift.receiver_person else self.keeper(gift)
            confirm_gift(actor=by, gift=gift)

    def give_things(self, number: int, giver: Organisation) -> None:
        is_host = number == 0
        for turn in range(24 if is_host else 3):
            kind, cymraeg, english, value = THINGS[5 if is_host else (number + turn) % len(THINGS)]
            said: dict[str, Any] = {
                "actor": self.acting(giver),
                "giver": giver,
                "kind": kind,
                "what": (cymraeg, english)[turn % 2],
                "value": value if is_host or turn else None,
            }
            if turn == 2 and number % 3 == 0:
                promise_gift(**said, day=self.today + timedelta(days=20 + number))
            else:
                gift = record_gift(**said, day=self.any_day())
                confirm_gift(actor=self.keeper(gift), gift=gift)

    def settle_odd_ones(self) -> None:
        """What does not go as it was meant to: sent back, let go, put right."""
        waiting = Gift.objects.filter(state="given", receiver_person__isnull=True).order_by("pk")[:2]
        for gift in waiting:
            decline_gift(actor=self.keeper(gift), gift=gift, word="Un awr oedd hi / It was one hour")
        promised = Gift.objects.filter(state="pledged").earliest("pk")
        forgive_gift(actor=self.keeper(promised), gift=promised)
        wrong = Gift.objects.filter(
            state="confirmed", kind=GiftKind.TIME, receiver_person__isnull=True
        ).earliest("pk")
        reverse_gift(actor=self.keeper(wrong), gift=wrong, why=Why.WRONG_AMOUNT)

    def ask_for_money(self) -> None:
        asked = list(fees_to_invoice().select_related("person", "organisation"))[:-3]
        first, last = LIFE - 70, 20  # days ago, so that what was paid was paid by now
        for number, fee in enumerate(asked):
            issued = self.day_before(first - (first - last) * number // len(asked))
            self.invoice(number, fee, issued)

    def invoice(self, number: int, fee: Fee, issued: date) -> None:
        """Most are paid; some in two parts, one by a cheque that the bank sent back, one cancelled."""
        staff, (name, address) = self.staff[1], party_as_addressed(fee.party)
        purchase_order = "" if fee.person_id else f"PO-{number:04d}"
        asked = issue_invoice(
            actor=staff, fee=fee, name=name, address=address, purchase_order=purchase_order, issued_on=issued
        )
        paid: dict[str, Any] = {"actor": staff, "invoice": asked, "received_on": issued + timedelta(days=12)}
        if number == 2:
            cancel_invoice(actor=staff, invoice=asked, why=Why.WRONG_PARTY)
        elif number == 3:
            cheque = record_payment(method=Method.CHEQUE, amount=asked.total, reference="100042", **paid)
            give_back(actor=staff, payment=cheque, why=Why.BOUNCED)
        elif number % 5 == 1:
            record_payment(method=Method.CASH, amount=asked.total // 2, **paid)
        elif number % 6:
            record_payment(method=Method.BANK, amount=asked.total, reference=asked.code, **paid)

    def read_a_statement(self) -> None:
        """Two lines that may be for invoices not yet paid, and one that is about something else."""
        day = self.day_before(3).strftime("%d/%m/%Y")
        rows = [f"{day},{each.name} {each.code},{each.left / 100:.2f}" for each in open_invoices()[:2]]
        text = "\n".join(["Date,Description,Money in", *rows, f"{day},GWERTHU CACENNAU,37.40"])
        keep_bank_lines(actor=self.staff[1], lines=read_statement(text.encode()))


def _part(party: Party, kind: PartKind) -> Any:
    fee = fee_of(party)
    return fee.parts.filter(kind=kind).first() if fee else None
