"""Pages of people, organisations, offices and one's own data."""

from . import (
    breaches,
    data,
    hard_days,
    kinds,
    likenesses,
    listing,
    offices,
    organisations,
    own,
    records,
    support,
)

__all__ = [
    "breaches",
    "data",
    "hard_days",
    "kinds",
    "likenesses",
    "listing",
    "offices",
    "organisations",
    "own",
    "records",
    "support",
]
