"""Pages of the journal, and what every page with a deed on it shares (`deeds`)."""

from .activity import ActivityView, AuditView, ExportView, OwnView
from .deeds import AddView, ButtonView, ChangeView, DeedView, Guarded
from .histories import DifferenceView, HistoryView, RestoreView

__all__ = [
    "ActivityView",
    "AddView",
    "AuditView",
    "ButtonView",
    "ChangeView",
    "DeedView",
    "DifferenceView",
    "ExportView",
    "Guarded",
    "HistoryView",
    "OwnView",
    "RestoreView",
]
