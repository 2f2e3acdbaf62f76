"""Reading what members give: the ledger, gifts, fees, invoices, and what was matched."""

from .ledger import (
    Balance,
    accounts_of,
    balances_of,
    books_balance,
    faults_in_the_books,
    ledger,
    network_totals,
    of_party,
    statement_of,
)

__all__ = [
    "Balance",
    "accounts_of",
    "balances_of",
    "books_balance",
    "faults_in_the_books",
    "ledger",
    "network_totals",
    "of_party",
    "statement_of",
]
