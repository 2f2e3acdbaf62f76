"""Reading the index: search, what narrows it down, what to propose, the A to Z."""

from .analysing import analyse_with, analyser, lexicon_file
from .facets import Choice, Facet, facets_of, named_facets
from .letters import alphabet, documents_under
from .proposing import did_you_mean, titles_beginning
from .rings import forget_rings, leave_rings_out
from .searching import ON_A_LEAF, Answer, Piece, Result, found_in_order, newly_found, search

__all__ = [
    "ON_A_LEAF",
    "Answer",
    "Choice",
    "Facet",
    "Piece",
    "Result",
    "alphabet",
    "analyse_with",
    "analyser",
    "did_you_mean",
    "documents_under",
    "facets_of",
    "forget_rings",
    "found_in_order",
    "leave_rings_out",
    "lexicon_file",
    "named_facets",
    "newly_found",
    "search",
    "titles_beginning",
]
