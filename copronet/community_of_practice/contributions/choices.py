"""The words of giving: what is counted, in which unit, and where a gift, a fee or an invoice stands."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unit(TextChoices):
    """What a movement of the ledger counts: minutes, things, pence of stated value, pence of money.

    Units never turn into one another: an hour has no price.
    """

    MINUTES = "minutes", _("Time")
    THINGS = "things", _("Things, counted")
    IN_KIND = "in_kind", _("Stated value of things")
    PENCE = "pence", _("Money")


class Purpose(TextChoices):
    """What an account is for. Giving, owing and credit belong to members, the others to the network itself."""

    GIVEN = "given", _("What they give and receive")
    OWED = "owed", _("What they have been invoiced for")
    RECEIVED = "received", _("What the network gives and receives")
    BANK = "bank", _("The network's bank account")
    CASH = "cash", _("Cash and cheques in hand")
    CARD = "card", _("The card provider")
    CREDIT = "credit", _("What they have paid beyond what was asked")
    INVOICED = "invoiced", _("Invoiced, without VAT")
    VAT = "vat", _("VAT on invoices")


OF_MEMBERS = (Purpose.GIVEN, Purpose.OWED, Purpose.CREDIT)
# Accounts that count money alone.
OF_MONEY = (
    Purpose.OWED,
    Purpose.CREDIT,
    Purpose.BANK,
    Purpose.CASH,
    Purpose.CARD,
    Purpose.INVOICED,
    Purpose.VAT,
)


class EntryKind(TextChoices):
    """Why something was written in the ledger."""

    GIFT = "gift", _("Gift confirmed")
    SPENT = "spent", _("Time credits spent")
    INVOICE = "invoice", _("Invoice issued")
    PAYMENT = "payment", _("Payment received")
    REFUND = "refund", _("Part of a payment given back")
    REVERSAL = "reversal", _("Put right")


class Why(TextChoices):
    """Why something in the ledger was reversed. A code and no words: the ledger keeps it for ever."""

    WRONG_AMOUNT = "wrong_amount", _("The amount was wrong")
    WRONG_PARTY = "wrong_party", _("It was somebody else's")
    TWICE = "twice", _("It was written down twice")
    NOT_GIVEN = "not_given", _("It was not given after all")
    BOUNCED = "bounced", _("The bank sent it back")
    REFUNDED = "refunded", _("The money was given back")
    CANCELLED = "cancelled", _("The invoice was cancelled")


class GiftKind(TextChoices):
    TIME = "time", _("Time")
    ROOM = "room", _("A room")
    TRANSPORT = "transport", _("Transport")
    EQUIPMENT = "equipment", _("Equipment")
    PRINT = "print", _("Printing")
    EXPERTISE = "expertise", _("Expertise")
    SECONDMENT = "secondment", _("Somebody's working time, lent")
    MONEY = "money", _("Money")


class GiftState(TextChoices):
    PLEDGED = "pledged", pgettext_lazy("state of a gift", "Promised")
    GIVEN = "given", pgettext_lazy("state of a gift", "Given, not yet confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("state of a gift", "Confirmed")
    DECLINED = "declined", pgettext_lazy("state of a gift", "Not accepted")
    FORGIVEN = "forgiven", pgettext_lazy("state of a gift", "Let go")
    REVERSED = "reversed", pgettext_lazy("state of a gift", "Taken back out of the books")


# Where a gift may go from where it stands; the docs draw this table.
GIFT_MOVES: dict[GiftState, tuple[GiftState, ...]] = {
    GiftState.PLEDGED: (GiftState.GIVEN, GiftState.FORGIVEN),
    GiftState.GIVEN: (GiftState.CONFIRMED, GiftState.DECLINED),
    GiftState.CONFIRMED: (GiftState.REVERSED,),
    GiftState.DECLINED: (),
    GiftState.FORGIVEN: (),
    GiftState.REVERSED: (),
}


class GivenBy(TextChoices):
    """From whom the funder's match is counted."""

    MEMBERS = "members", _("Members")
    HOST = "host", _("The organisation that hosts the network")


class ForWhom(TextChoices):
    """Who may choose a band of the sliding scale."""

    PERSONS = "persons", _("People")
    ORGANISATIONS = "organisations", _("Organisations")
    EITHER = "either", _("People and organisations")


class Vat(TextChoices):
    """How VAT is treated; the rate is kept beside it, in hundredths of a percent."""

    OUTSIDE = "outside", _("Outside the scope of VAT")
    EXEMPT = "exempt", _("Exempt from VAT")
    STANDARD = "standard", _("VAT is added")


class PartKind(TextChoices):
    """In what a part of a fee is given."""

    MONEY = "money", _("Money")
    TIME = "time", _("Time")
    IN_KIND = "in_kind", _("Something else")


class FeeState(TextChoices):
    """Where a fee stands: reckoned from the ledger, never typed in."""

    OPEN = "open", pgettext_lazy("state of a fee", "Nothing has come yet")
    BEGUN = "begun", pgettext_lazy("state of a fee", "Begun")
    SETTLED = "settled", pgettext_lazy("state of a fee", "Settled")
    WAIVED = "waived", pgettext_lazy("state of a fee", "Waived")


class Method(TextChoices):
    """How money comes."""

    BANK = "bank", _("Bank transfer")
    CHEQUE = "cheque", _("Cheque")
    CASH = "cash", _("Cash")
    CARD = "card", _("Card")
    CREDIT = "credit", _("Credit from an earlier payment")


# Methods that staff record by hand; a card payment is told of by its provider, credit is in the books already.
BY_HAND = tuple(
    (method.value, method.label) for method in Method if method not in (Method.CARD, Method.CREDIT)
)
INTO = {
    Method.BANK: Purpose.BANK,
    Method.CHEQUE: Purpose.CASH,
    Method.CASH: Purpose.CASH,
    Method.CARD: Purpose.CARD,
}


class CheckoutState(TextChoices):
    """Where a card payment stands that was begun at the provider's."""

    OPEN = "open", _("Begun")
    PAID = "paid", _("Paid")
    EXPIRED = "expired", _("Not finished")


class LineState(TextChoices):
    """What has become of a line of a bank statement."""

    WAITING = "waiting", _("Waiting")
    MATCHED = "matched", _("Belongs to an invoice")
    SET_ASIDE = "set_aside", _("Not about an invoice")


@dataclass(frozen=True)
class FoundedBand:
    """An example band, for the network to change. Pence and minutes for a year."""

    name_cy: str
    name_en: str
    for_whom: ForWhom
    suggested_pence: int
    lowest_pence: int
    suggested_minutes: int
    lowest_minutes: int
    gift_aid: bool = False


EXAMPLE_CY = "Enghraifft, i'r rhwydwaith ei newid."
EXAMPLE_EN = "An example, for the network to change."

BANDS = (
    FoundedBand("Incwm isel neu ddim incwm", "Low income or none", ForWhom.PERSONS, 1000, 0, 120, 0),
    FoundedBand("Incwm cyffredin", "Middle income", ForWhom.PERSONS, 3000, 1000, 360, 120, gift_aid=True),
    FoundedBand("Incwm uwch", "Higher income", ForWhom.PERSONS, 6000, 3000, 720, 360, gift_aid=True),
    FoundedBand("Grŵp gwirfoddol bach", "Small voluntary group", ForWhom.ORGANISATIONS, 5000, 0, 600, 0),
    FoundedBand(
        "Sefydliad trydydd sector", "Third-sector organisation", ForWhom.ORGANISATIONS, 15000, 5000, 1200, 600
    ),
    FoundedBand(
        "Corff cyhoeddus neu genedlaethol",
        "Public or national body",
        ForWhom.ORGANISATIONS,
        50000,
        25000,
        3000,
        1500,
    ),
)


@dataclass(frozen=True)
class FoundedTarget:
    """What the founding plan says is given in kind beside the funder's money; pence."""

    given_by: GivenBy
    value: int


# The plan's own figures: 33,554 pounds from the members and 60,400 from the host, 93,954 together.
TARGETS = (FoundedTarget(GivenBy.MEMBERS, 33_554_00), FoundedTarget(GivenBy.HOST, 60_400_00))
TARGETS_FROM_CY = "Y cynllun sefydlu: y gyllideb"
TARGETS_FROM_EN = "The founding plan: the budget"
