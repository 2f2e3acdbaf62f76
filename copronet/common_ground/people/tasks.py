"""What runs by itself: removing the details of those who have been gone long enough."""

from .actions.departing import forget_departed


def forget() -> None:
    forget_departed()
