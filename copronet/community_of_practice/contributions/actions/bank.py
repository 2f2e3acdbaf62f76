"""Lines of a bank statement: kept once, then said to be for an invoice, or about something else."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.community_of_practice.contributions.choices import LineState, Method, Purpose, Unit
from copronet.community_of_practice.contributions.models import BankLine, Invoice, Payment

from .ledger import account_of
from .money import record_payment


@transaction.atomic
def keep_bank_lines(*, actor: Actor, lines: Sequence[BankLine]) -> int:
    """Keep the lines of a statement that are not here yet. Gives how many are new."""
    known = set(
        BankLine.objects.filter(fingerprint__in=[line.fingerprint for line in lines]).values_list(
            "fingerprint", flat=True
        )
    )
    new = [line for line in lines if line.fingerprint not in known]
    BankLine.objects.bulk_create(new, ignore_conflicts=True)
    bank = account_of(None, Purpose.BANK, Unit.PENCE)
    record(actor=actor, verb="contributions.statement_read", about=bank)
    return len(new)


@transaction.atomic
def match_line(*, actor: Actor, line: BankLine, invoice: Invoice) -> Payment:
    """Staff say which invoice a line is for, and the payment is written. A line is never matched twice.

    What came beyond what is still to pay is kept as the member's credit.
    """
    locked = _waiting(line)
    payment = record_payment(
        actor=actor,
        invoice=invoice,
        method=Method.BANK,
        amount=locked.amount,
        received_on=locked.paid_on,
        reference=locked.words[:120],
        keeps_the_rest=True,
    )
    locked.payment, locked.state = payment, LineState.MATCHED
    locked.save(update_fields=["payment", "state"])
    return payment


@transaction.atomic
def set_line_aside(*, actor: Actor, line: BankLine) -> BankLine:
    """Staff say that a line is not about an invoice."""
    locked = _waiting(line)
    locked.state = LineState.SET_ASIDE
    locked.save(update_fields=["state"])
    record(actor=actor, verb="contributions.line_set_aside", about=locked)
    return locked


def _waiting(line: BankLine) -> BankLine:
    locked = BankLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if locked.state != LineState.WAITING:
        raise ActionRefused(_("This line has been settled already."))
    return locked
