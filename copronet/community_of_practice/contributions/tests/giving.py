"""Plain gifts, fees and invoices for the tests of this room."""

from datetime import date
from typing import Any

from copronet.common_ground.journal.actions import Actor
from copronet.community_of_practice.contributions.actions.fees import agree_fee
from copronet.community_of_practice.contributions.actions.gifts import confirm_gift, record_gift
from copronet.community_of_practice.contributions.actions.money import issue_invoice
from copronet.community_of_practice.contributions.models import Band, Fee, Gift, Invoice, Party
from tests.factories import PersonFactory, person_with

DAY = date(2026, 5, 1)


def keeper() -> Any:
    """Somebody who keeps the books."""
    return person_with("contributions.keep_books", "contributions.set_bands")


def given(giver: Party, receiver: Party | None = None, **said: Any) -> Gift:
    """Two hours of help on the first of May, unless said otherwise, not yet confirmed."""
    plain: dict[str, Any] = {"kind": "time", "what": "Helped at the meeting", "minutes": 120, "day": DAY}
    return record_gift(actor=Actor(PersonFactory()), giver=giver, receiver=receiver, **plain | said)


def confirmed(giver: Party, receiver: Party | None = None, **said: Any) -> Gift:
    gift = given(giver, receiver, **said)
    by = receiver if receiver is not None and hasattr(receiver, "email") else keeper()
    return confirm_gift(actor=Actor(by), gift=gift)


def band(**said: Any) -> Band:
    """Forty pounds or eight hours a year, ten pounds or two hours at the least; for everybody."""
    plain: dict[str, Any] = {
        "name_cy": "Band",
        "name_en": "Band",
        "for_whom": "either",
        "suggested_pence": 4000,
        "lowest_pence": 1000,
        "suggested_minutes": 480,
        "lowest_minutes": 120,
        "begins": date(2026, 1, 1),
    }
    made: Band = Band.objects.create(**plain | said)
    return made


def fee(party: Party, *, of: Band | None = None, pence: int = 4000, minutes: int = 0, **said: Any) -> Fee:
    return agree_fee(
        actor=Actor(PersonFactory()), party=party, band=of or band(), pence=pence, minutes=minutes, **said
    )


def invoice(party: Party | None = None, *, name: str = "Mair", **said: Any) -> Invoice:
    """An invoice for forty pounds, unless said otherwise."""
    asked = fee(party or PersonFactory(), **said)
    return issue_invoice(actor=Actor(keeper()), fee=asked, name=name)
