"""The keys under which an organisation is kept, so that a few candidates are found without reading all."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from copronet.engines.likeness.names import initials_of, is_one_word, short_form, words_of

# Sites that many share: there the page counts, not the domain alone.
SHARED_SITES = (
    "blogspot.com",
    "eventbrite.co.uk",
    "facebook.com",
    "gov.wales",
    "instagram.com",
    "linkedin.com",
    "linktr.ee",
    "llyw.cymru",
    "nhs.wales",
    "sites.google.com",
    "twitter.com",
    "wixsite.com",
    "wordpress.com",
    "x.com",
    "youtube.com",
)
SHORTEST_FOR_SLIPS = 5  # letters: shorter words with a slip are other words
LONGEST = 200  # characters of a key


@dataclass(frozen=True)
class Said:
    """What an organisation says of itself: its names, its short names, its website."""

    names: tuple[str, ...]
    short_names: tuple[str, ...] = ()
    website: str = ""


@dataclass(frozen=True)
class Known:
    """What is made once of what an organisation says, to be compared with many others."""

    words: tuple[tuple[str, ...], ...]  # of each name, as `Said.names` has them
    short_forms: frozenset[str]
    initials: frozenset[str]
    domain: str


def known_of(said: Said) -> Known:
    """Read the names and the website of an organisation."""
    shorts = [*said.short_names, *filter(is_one_word, said.names)]
    return Known(
        words=tuple(words_of(name) for name in said.names),
        short_forms=frozenset(filter(None, map(short_form, shorts))),
        initials=frozenset().union(*map(initials_of, said.names)),
        domain=domain_of(said.website) if said.website else "",
    )


def keys_of(said: Said) -> frozenset[str]:
    """Every key of an organisation, each with a letter for what it is.

    d domain; n all telling words of a name, in order of the alphabet, and run together; w one word;
    h half of a word, with its length and its side; s short name; i initials.
    """
    known = known_of(said)
    keys = {f"s:{short}" for short in known.short_forms} | {f"i:{each}" for each in known.initials}
    if known.domain:
        keys.add(f"d:{known.domain}")
    for words in filter(None, known.words):
        keys |= _keys_of_words(words)
    return frozenset(key[:LONGEST] for key in keys)


def keys_to_look_under(said: Said) -> frozenset[str]:
    """The keys under which others that are like this one are kept: what it is called and its words, and both
    ways between a short name and initials. For words with a slip, ask for `halves_near` too."""
    own = keys_of(said)
    swapped = {f"i:{key[2:]}" for key in own if key[:2] == "s:"}
    swapped |= {f"s:{key[2:]}" for key in own if key[:2] == "i:"}
    return frozenset({key for key in own if key[:2] in {"d:", "n:", "s:", "w:"}} | swapped)


def domain_of(website: str) -> str:
    """The domain of a website; where many share the site, with the first part of the path."""
    parts = _split(website)
    host = (parts.hostname or "").removeprefix("www.")
    if not any(host == site or host.endswith(f".{site}") for site in SHARED_SITES):
        return host
    first = parts.path.strip("/").partition("/")[0].lower()
    is_own = any(host.endswith(f".{site}") for site in SHARED_SITES)
    return f"{host}/{first}" if first else host if is_own else ""


def halves_of(word: str) -> Iterable[str]:
    """Both halves of a word, with its length: a single slip leaves one of them as it is."""
    if len(word) >= SHORTEST_FOR_SLIPS:
        middle = len(word) // 2
        yield f"h:{len(word)}<{word[:middle]}"
        yield f"h:{len(word)}>{word[middle:]}"


def halves_near(word: str) -> Iterable[str]:
    """The halves of every word that is one slip away from this one, and of the word itself."""
    for length in range(max(SHORTEST_FOR_SLIPS, len(word) - 1), len(word) + 2):
        middle = length // 2
        yield f"h:{length}<{word[:middle]}"
        yield f"h:{length}>{word[-(length - middle) :]}"


def _keys_of_words(words: tuple[str, ...]) -> set[str]:
    keys = {f"n:{' '.join(sorted(words))}", f"n:{''.join(words)}"}
    keys |= {f"w:{word}" for word in words if len(word) > 2}
    return keys | {half for word in words for half in halves_of(word)}


def _split(website: str) -> SplitResult:
    try:
        return urlsplit(website if "//" in website else f"//{website}")
    except ValueError:  # brackets that close nothing
        return urlsplit("")
