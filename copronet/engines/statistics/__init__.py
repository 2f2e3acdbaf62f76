"""Counting people without giving any of them away. Plain Python: values in, a frozen result with its steps out."""

from .disclosure import Protected, Shown, protect

__all__ = ["Protected", "Shown", "protect"]
