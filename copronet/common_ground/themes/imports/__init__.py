"""What comes into the vocabulary: the first themes, and lists of terms such as TermCymru's."""

from .founding import bring_in_themes
from .terms import Told, bring_in_terms
from .vocabulary import VocabularySheet

__all__ = ["Told", "VocabularySheet", "bring_in_terms", "bring_in_themes"]
