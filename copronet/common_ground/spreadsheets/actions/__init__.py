"""Bringing a table in, undoing it, and giving one out."""

from .asking import bring_in, give_out, keep_upload, match_columns, undo
from .rows import carry_out_some, check_some, clear_old_rows, finish, take_back_some

__all__ = [
    "bring_in",
    "carry_out_some",
    "check_some",
    "clear_old_rows",
    "finish",
    "give_out",
    "keep_upload",
    "match_columns",
    "take_back_some",
    "undo",
]
