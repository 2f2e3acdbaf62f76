"""How alike the words of offers and requests are, in whatever form and language they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import Any

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.queries import analyser
from copronet.engines import matching

# Beyond these a word is in so many texts that it tells nothing, and comparing by it would take long.
MOST_SHARED = 0.2
FEWEST_FOR_SHARE = 20

Vector = Mapping[str, float]


def likeness(offers: Sequence[Any], requests: Sequence[Any]) -> dict[tuple[matching.Id, matching.Id], float]:
    """How alike each offer and request are, 0 to 1, by their ids: the cosine of their words' weights.

    A word weighs the more the fewer texts have it (inverse document frequency; Salton and Buckley, Information
    Processing & Management 24, 1988). Its citation form counts, so that "plant" and "o blant" are one word.
    Pairs without a telling word in common are left out.
    """
    texts = [_keys(side) for side in (*offers, *requests)]
    weights = _weights(texts)
    vectors = [_vector(keys, weights) for keys in texts]
    by_key: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for offer, vector in zip(offers, vectors, strict=False):
        for key, weight in vector.items():
            by_key[key].append((offer.pk, weight))
    found: dict[tuple[matching.Id, matching.Id], float] = defaultdict(float)
    for request, vector in zip(requests, vectors[len(offers) :], strict=True):
        for key, weight in vector.items():
            for offer_id, other in by_key.get(key, ()):
                found[offer_id, request.pk] += weight * other
    return dict(found)


def _keys(side: Any) -> frozenset[str]:
    return frozenset(key for code in Language.values for key in _of_text(_words(side, code), code))


def _words(side: Any, language: str) -> str:
    return f"{getattr(side, f'what_{language}')}\n{getattr(side, f'about_{language}')}"


def _of_text(text: str, language: str) -> Iterable[str]:
    """The citation forms that a text may have; not what stands there as written, nor places, which are asked apart."""
    telling = {
        word.written.casefold()
        for word in analyser().query_words(text, language)
        if not word.is_function_word
    }
    for key in analyser().analyse(text, language):
        written = text[key.start : key.end].casefold()
        if written in telling and not key.key.startswith(("=", "place:")):
            yield key.key


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    numbers = Counter(key for keys in texts for key in keys)
    most = max(FEWEST_FOR_SHARE, MOST_SHARED * len(texts))
    return {key: log(1 + len(texts) / number) for key, number in numbers.items() if number <= most}


def _vector(keys: frozenset[str], weights: Mapping[str, float]) -> Vector:
    raw = {key: weights[key] for key in keys if key in weights}
    length = sqrt(sum(weight * weight for weight in raw.values()))
    return {key: weight / length for key, weight in raw.items()}
