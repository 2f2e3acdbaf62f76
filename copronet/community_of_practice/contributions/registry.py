"""What is handed to this room from above: the provider through which cards are charged."""

from dataclasses import dataclass
from typing import Protocol


class Forged(Exception):
    """What came to the provider's door was not signed by the provider, or not lately."""


class ProviderSilent(Exception):
    """The provider did not answer, or refused; nothing was charged."""


@dataclass(frozen=True)
class Session:
    """A payment begun at the provider's: its code there, and the address where the card is asked for."""

    code: str
    address: str


@dataclass(frozen=True)
class CardEvent:
    """What the provider tells: a session was paid, or was not finished. Amounts in pence."""

    session: str
    is_paid: bool
    payment: str = ""
    amount: int = 0


class CardProvider(Protocol):
    """Somebody who charges cards. Asking twice with one ``key`` asks once."""

    def begin(self, *, key: str, amount: int, words: str, back: str, language: str) -> Session:
        """Begin to charge an amount in pence; the payer comes ``back`` afterwards. Raises `ProviderSilent`."""

    def expire(self, *, session: str) -> None:
        """A session that is no longer needed can no longer be paid."""

    def refund(self, *, payment: str, key: str, amount: int | None = None) -> None:
        """Give a payment back: so many pence of it, or all. Raises `ProviderSilent`."""

    def read(self, *, body: bytes, signature: str) -> CardEvent | None:
        """What a call to our door says; None for what does not concern us. Raises `Forged`."""


_providers: list[CardProvider] = []


def set_card_provider(provider: CardProvider | None) -> None:
    """Charge cards through this provider from now on; through none with None."""
    _providers[:] = [provider] if provider is not None else []


def card_provider() -> CardProvider | None:
    """The provider that the operator has configured; None where cards are not taken."""
    return _providers[0] if _providers else None
