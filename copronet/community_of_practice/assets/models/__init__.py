"""Assets with their pictures, the events where they were mapped, checks, and saved views of the map."""

from .assets import Asset, AssetPicture, due_after
from .checks import Asking, Question, Report
from .events import MappingEvent
from .saved import SavedView

__all__ = ["Asking", "Asset", "AssetPicture", "MappingEvent", "Question", "Report", "SavedView", "due_after"]
