"""Find Welsh and English words in whatever form they stand: keys of a text, keys of a query, what to highlight.

For the search of the site, which keeps the keys and looks them up; here nothing is kept but the word list,
read at first use. Leans on the mutations of ``cymraeg``, on simplemma's Welsh word list and on Snowball's
English stemmer; on Bangor's lexicon too, where an operator has imported it.
"""

from copronet.engines.cymraeg.finding.analysis import ENGLISH, WELSH, Analyser, Key, QueryWord
from copronet.engines.cymraeg.finding.gazetteer import Place, places_in
from copronet.engines.cymraeg.finding.highlighting import Span, best_piece, highlight
from copronet.engines.cymraeg.finding.lexicon import Lexicon, load_lexicon
from copronet.engines.cymraeg.finding.lexicon_files import read_lexicon, write_lexicon

__all__ = [
    "ENGLISH",
    "WELSH",
    "Analyser",
    "Key",
    "Lexicon",
    "Place",
    "QueryWord",
    "Span",
    "best_piece",
    "highlight",
    "load_lexicon",
    "places_in",
    "read_lexicon",
    "write_lexicon",
]
