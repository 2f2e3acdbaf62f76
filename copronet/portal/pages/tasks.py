"""What runs by the clock: pages that appear or go on a set day."""

from .actions import publish_due


def publish() -> None:
    """Every five minutes: publish what is due, take off what has run out."""
    publish_due()
