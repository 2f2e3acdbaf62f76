"""The demonstration's members give for a year, and their books balance to the penny and the minute."""

from copronet.common_ground.people import demo as people
from copronet.community_of_practice.contributions import demo
from copronet.community_of_practice.contributions.models import BankLine, Fee, Gift, Invoice, Movement
from copronet.community_of_practice.contributions.queries import (
    books_balance,
    fees,
    match,
    network_totals,
    standing_of,
)


def test_a_year_of_giving_that_balances_and_is_made_once():
    people.load()
    demo.load()
    made = Movement.objects.count()

    demo.load()

    assert Movement.objects.count() == made > 150
    assert books_balance()
    sums = {}
    for total in network_totals():
        sums[total["unit"]] = sums.get(total["unit"], 0) + total["balance"]
    assert set(sums.values()) == {0}
    assert len(sums) == 4
    assert {gift.state for gift in Gift.objects.all()} == {
        "pledged",
        "given",
        "confirmed",
        "declined",
        "forgiven",
        "reversed",
    }
    assert {standing_of(fee).state for fee in fees()} == {"open", "begun", "settled", "waived"}
    assert all(side.pledged >= side.delivered > 0 for side in match())
    assert (
        min(Invoice.objects.count(), BankLine.objects.count(), Fee.objects.filter(waived=True).count()) >= 3
    )
