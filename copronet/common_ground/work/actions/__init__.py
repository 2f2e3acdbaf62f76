"""Asking for background work, carrying it out, and what staff may do about it."""

from .asking import enqueue, give_up, try_again
from .running import Progress, claim, recover_lost_jobs, run, run_due
from .schedule import enqueue_due_slots

__all__ = [
    "Progress",
    "claim",
    "enqueue",
    "enqueue_due_slots",
    "give_up",
    "recover_lost_jobs",
    "run",
    "run_due",
    "try_again",
]
