"""What letters show in the workbench: `letters/panel.html`, with these values."""

from typing import Any

from .queries import lasting_troubles, letters_to_post


def letters_panel() -> dict[str, Any]:
    """How many letters wait for the post, and how many addresses do not work: two queries."""
    return {"to_post": letters_to_post().count(), "troubles": lasting_troubles().count()}
