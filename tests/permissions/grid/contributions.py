"""What members give: one's own pages, gifts from both sides, invoices, the books, and what everybody may see."""

from datetime import date
from typing import Any

from copronet.common_ground.journal.actions import Actor
from copronet.community_of_practice.contributions.actions.bank import keep_bank_lines
from copronet.community_of_practice.contributions.actions.fees import agree_fee
from copronet.community_of_practice.contributions.actions.gifts import confirm_gift, promise_gift, record_gift
from copronet.community_of_practice.contributions.actions.money import issue_invoice, record_payment
from copronet.community_of_practice.contributions.actions.refunds import give_back_part
from copronet.community_of_practice.contributions.models import (
    Band,
    BankLine,
    Fee,
    Gift,
    Invoice,
    MatchTarget,
)
from tests.factories import OrganisationFactory, PersonFactory
from tests.permissions.rows import SIGN_IN, Answer, Row, deed, page

DAY = date(2026, 5, 1)
BOARD = ("project_board_member", "evaluator")


def gift(**said: Any) -> Gift:
    """An hour that one person gave another; nobody of the grid is either of them."""
    plain = {
        "giver": PersonFactory(),
        "receiver": PersonFactory(),
        "kind": "time",
        "what": "Te",
        "minutes": 60,
    }
    return record_gift(actor=Actor(PersonFactory()), day=DAY, **plain | said)


def of_gift() -> dict[str, int]:
    return {"pk": gift().pk}


def of_gift_to_the_network() -> dict[str, int]:
    return {"pk": gift(receiver=None).pk}


def of_promise() -> dict[str, int]:
    promised = promise_gift(
        actor=Actor(PersonFactory()), giver=PersonFactory(), kind="time", what="Te", minutes=60, day=DAY
    )
    return {"pk": promised.pk}


def of_confirmed() -> dict[str, int]:
    made = gift()
    return {"pk": confirm_gift(actor=Actor(made.receiver), gift=made).pk}


def fee() -> Fee:
    band = Band.objects.create(
        name_en="Band",
        for_whom="either",
        suggested_pence=4000,
        lowest_pence=1000,
        suggested_minutes=480,
        lowest_minutes=120,
        begins=date(2026, 1, 1),
    )
    return agree_fee(actor=Actor(PersonFactory()), party=OrganisationFactory(), band=band, pence=4000)


def invoice() -> Invoice:
    return issue_invoice(actor=Actor(PersonFactory()), fee=fee(), name="Sefydliad")


def of_fee() -> dict[str, int]:
    return {"pk": fee().pk}


def of_invoice() -> dict[str, int]:
    return {"pk": invoice().pk}


def of_payment() -> dict[str, int]:
    paid = record_payment(
        actor=Actor(PersonFactory()), invoice=invoice(), method="bank", amount=4000, received_on=DAY
    )
    return {"pk": paid.pk}


def of_note() -> dict[str, int]:
    paid = record_payment(
        actor=Actor(PersonFactory()), invoice=invoice(), method="bank", amount=4000, received_on=DAY
    )
    note = give_back_part(
        actor=Actor(PersonFactory()), payment=paid, amount=1500, method="bank", given_on=DAY
    )
    return {"pk": note.pk}


def of_invoice_with_credit() -> dict[str, int]:
    first = fee()
    asked = issue_invoice(actor=Actor(PersonFactory()), fee=first, name="Sefydliad")
    record_payment(
        actor=Actor(PersonFactory()),
        invoice=asked,
        method="bank",
        amount=5000,
        received_on=DAY,
        keeps_the_rest=True,
    )
    following = agree_fee(
        actor=Actor(PersonFactory()),
        party=first.organisation,
        band=first.band,
        pence=4000,
        begins=date(2028, 1, 1),
    )
    return {"pk": issue_invoice(actor=Actor(PersonFactory()), fee=following, name="Sefydliad").pk}


def of_line() -> dict[str, int]:
    line = BankLine(fingerprint="x", paid_on=DAY, amount=4000, words="Te")
    keep_bank_lines(actor=Actor(PersonFactory()), lines=[line])
    return {"pk": BankLine.objects.get().pk}


def of_band() -> dict[str, int]:
    return {"pk": Band.objects.earliest("pk").pk}


def of_target() -> dict[str, int]:
    return {"pk": MatchTarget.objects.earliest("pk").pk}


def of_somebody() -> dict[str, Any]:
    return {"side": "person", "pk": PersonFactory().pk}


def as_csv() -> dict[str, str]:
    return {"form": "csv"}


def staff(answer: Answer = 200, **more: object) -> Row:
    return page(403, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


def hidden(answer: Answer = 200, **more: object) -> Row:
    """There for the staff alone; nobody else learns that it is."""
    return page(404, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


OWN = page(200, anonymous=SIGN_IN)

PAGES = {
    "contributions:match": page(200),
    "contributions:match_file": page(200, at=as_csv),
    "contributions:scale": page(200),
    "contributions:add_band": staff(),
    "contributions:change_band": staff(at=of_band),
    "contributions:change_target": staff(at=of_target),
    "contributions:mine": OWN,
    "contributions:give": OWN,
    "contributions:statement": OWN,
    "contributions:fee": OWN,
    "contributions:gift_aid": OWN,
    "contributions:end_gift_aid": page(405, anonymous=SIGN_IN),
    "contributions:gift": hidden(at=of_gift),
    "contributions:say_given": hidden(at=of_promise),
    # The staff confirm what the network received, not what members give each other.
    "contributions:confirm": page(404, anonymous=SIGN_IN, at=of_gift),
    "contributions:decline": hidden(at=of_gift_to_the_network),
    "contributions:forgive": hidden(405, at=of_promise),
    "contributions:reverse": hidden(at=of_confirmed),
    "contributions:invoice": hidden(at=of_invoice),
    "contributions:pay_by_card": page(404, anonymous=SIGN_IN, at=of_invoice),
    "contributions:books": page(403, anonymous=SIGN_IN, staff=200, **dict.fromkeys(BOARD, 200)),
    "contributions:ledger": staff(grows=of_confirmed, queries=7),
    "contributions:ledger_file": staff(at=as_csv),
    "contributions:waiting": staff(),
    "contributions:record_gift": staff(),
    "contributions:time_credits": staff(),
    "contributions:spend": staff(),
    "contributions:statement_of": staff(at=of_somebody),
    "contributions:fees": staff(),
    "contributions:issue_invoice": staff(at=of_fee),
    "contributions:waive": staff(405, at=of_fee),
    "contributions:invoices": staff(),
    "contributions:invoices_file": staff(at=as_csv),
    "contributions:record_payment": hidden(at=of_invoice),
    "contributions:cancel_invoice": hidden(at=of_invoice),
    "contributions:give_back": staff(at=of_payment),
    "contributions:give_part_back": staff(at=of_payment),
    "contributions:use_credit": hidden(405, at=of_invoice_with_credit),
    "contributions:credit_note": hidden(at=of_note),
    "contributions:bank": staff(),
    "contributions:match_line": staff(405, at=of_line),
    "contributions:set_aside": staff(405, at=of_line),
    "cards_told": page(405),
}

TIME = {"done": "given", "kind": "time", "what": "Te", "minutes": "1", "whom": "network"}
ON_A_DAY = {"day_day": "1", "day_month": "5", "day_year": "2026"}
PAID = {
    "method": "bank",
    "amount": "40",
    "received_on_day": "1",
    "received_on_month": "5",
    "received_on_year": "2026",
}

DEEDS = [
    ("contributions:give", deed(302, anonymous=SIGN_IN, sends=TIME | ON_A_DAY)),
    ("contributions:fee", deed(302, anonymous=SIGN_IN, sends={"band": "nothing"})),
    ("contributions:say_given", deed(404, anonymous=SIGN_IN, staff=302, at=of_promise, sends=ON_A_DAY)),
    ("contributions:confirm", deed(404, anonymous=SIGN_IN, at=of_gift)),
    ("contributions:confirm", deed(404, anonymous=SIGN_IN, staff=302, at=of_gift_to_the_network)),
    (
        "contributions:decline",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_gift_to_the_network, sends={"word": "Na"}),
    ),
    ("contributions:forgive", deed(404, anonymous=SIGN_IN, staff=302, at=of_promise)),
    (
        "contributions:reverse",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_confirmed, sends={"why": "twice"}),
    ),
    (
        "contributions:issue_invoice",
        deed(403, anonymous=SIGN_IN, staff=302, at=of_fee, sends={"name": "Mair"}),
    ),
    ("contributions:waive", deed(403, anonymous=SIGN_IN, staff=302, at=of_fee)),
    ("contributions:record_payment", deed(404, anonymous=SIGN_IN, staff=302, at=of_invoice, sends=PAID)),
    (
        "contributions:cancel_invoice",
        deed(404, anonymous=SIGN_IN, staff=302, at=of_invoice, sends={"why": "cancelled"}),
    ),
    (
        "contributions:give_back",
        deed(403, anonymous=SIGN_IN, staff=302, at=of_payment, sends={"why": "refunded"}),
    ),
    (
        "contributions:give_part_back",
        deed(
            403,
            anonymous=SIGN_IN,
            staff=302,
            at=of_payment,
            sends={
                "amount": "15",
                "method": "bank",
                "given_on_day": "1",
                "given_on_month": "5",
                "given_on_year": "2026",
            },
        ),
    ),
    ("contributions:use_credit", deed(404, anonymous=SIGN_IN, staff=302, at=of_invoice_with_credit)),
    ("contributions:set_aside", deed(403, anonymous=SIGN_IN, staff=302, at=of_line)),
    ("contributions:pay_by_card", deed(404, anonymous=SIGN_IN, at=of_invoice)),
    ("cards_told", deed(404)),
]
