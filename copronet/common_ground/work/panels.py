"""What background work shows in the workbench: `work/panel.html`, with these values."""

from typing import Any

from .choices import State
from .queries import jobs_in, summary


def work_panel() -> dict[str, Any]:
    """Counts, and the three latest failures: four queries, however long the queue."""
    return {"summary": summary(), "failed": jobs_in(State.FAILED)[:3]}
