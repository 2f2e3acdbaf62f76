"""The ledger, gifts, the sliding scale, money, and what the network settles about giving."""

from .fees import Band, Fee, FeePart
from .gifts import Gift
from .ledger import Account, Entry, Movement
from .money import BankLine, Checkout, GiftAidDeclaration, Invoice, InvoiceLine, Payment, Refund
from .parties import Party
from .terms import MatchTarget, RedLetter, TimeCredits

__all__ = [
    "Account",
    "Band",
    "BankLine",
    "Checkout",
    "Entry",
    "Fee",
    "FeePart",
    "Gift",
    "GiftAidDeclaration",
    "Invoice",
    "InvoiceLine",
    "MatchTarget",
    "Movement",
    "Party",
    "Payment",
    "RedLetter",
    "Refund",
    "TimeCredits",
]
