"""Pages of people, organisations, offices and one's own data."""

from . import breaches, data, listing, offices, organisations, own, records, support

__all__ = ["breaches", "data", "listing", "offices", "organisations", "own", "records", "support"]
