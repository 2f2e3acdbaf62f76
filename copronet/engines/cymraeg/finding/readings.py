"""Read one Welsh word form: of which words it may be a form, and how likely each is."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from copronet.engines.cymraeg.finding.inflection import (
    is_bare_stem,
    is_rare_form,
    plain_singulars,
    possible_plurals,
    possible_positives,
    possible_singulars,
    possible_verbnouns,
)
from copronet.engines.cymraeg.finding.lexicon import Lexicon, is_mutated_form
from copronet.engines.cymraeg.finding.words import folded
from copronet.engines.cymraeg.mutation import demutations
from copronet.engines.cymraeg.reviewed import reviewed_words


class Reading(NamedTuple):
    """A word that a form may belong to: its citation form, and the weight of this reading (at most 1)."""

    lemma: str
    weight: float


# Weights, found by trying on the dev part of the Welsh evaluation set (docs/search.md).
PLAIN = 1.0
_MUTATED = 0.6
_ONLY_CITED = 0.8  # something is listed under the form, which stands under another word itself
_BESIDE_ITSELF = 0.5  # another word of which a citation form may be a form
_RARE = 0.15
_LISTED_AGAIN = 0.9  # the word that a listed word is itself listed under: ferched, merched, merch
_BY_RULE = 0.8
_SECOND_OPINION = 0.3
_AS_A_NAME = 0.4
_BACK_FROM_PLURAL = 0.5
_LEAST_SHARE = 0.2  # of the likeliest reading's weight, below which one is dropped

_Rule = Callable[[str], Iterator[str]]
_RULES: tuple[_Rule, ...] = (possible_singulars, possible_positives, possible_verbnouns)
_SHORTEST_BY_RULE = 3


def readings(form: str, lexicon: Lexicon, *, name: bool = False) -> tuple[Reading, ...]:
    """Return the words that a lower-case form may belong to, likeliest first; at least one.

    Rule: a function word is itself. Any other is looked up as it stands and with each mutation undone. What
    is not listed stands for itself, mutated or not, and the rules of inflection are tried on it: only what
    the lexicon has as a citation form counts. ``name`` says that it is written with a capital: names are
    not inflected, and a listed word may be a name as well.
    """
    if form in reviewed_words().function_words:
        return (Reading(form, PLAIN),)
    listed = _listed(form, lexicon)
    if listed:
        return _best(
            [
                *listed,
                *_second_opinions(form, lexicon),
                *(_weakened(_as_written(form), _AS_A_NAME) if name else ()),
            ]
        )
    return _best([*_as_written(form), *(() if name else _by_rules(form, _RULES, lexicon))])


def meant_by(form: str, lexicon: Lexicon, *, name: bool = False) -> tuple[Reading, ...]:
    """Return the words that a form typed as a query may mean.

    Rule: a citation form means itself, not the words it might also be a form of. A form that is only listed
    under others means them too, though not a verb whose ending it lacks (poen, poeni). A word that
    nobody lists may be somebody's singular for a plural that is listed under another.
    """
    found = readings(form, lexicon, name=name)
    if lexicon.is_lemma(form):
        return tuple(reading for reading in found if reading.lemma == form or reading.weight > _BESIDE_ITSELF)
    if lexicon.is_cited(form):
        kept = [
            reading for reading in found if reading.lemma != form and not is_bare_stem(form, reading.lemma)
        ]
        return _best([Reading(form, PLAIN), *kept])
    return found if lexicon.lemmas(form) else _best([*found, *_back_from_plural(form, lexicon)])


def _listed(form: str, lexicon: Lexicon) -> list[Reading]:
    itself = lexicon.is_lemma(form)
    others = [reading for reading in _listed_under(form, lexicon) if reading.lemma != form]
    if itself:
        return [Reading(form, PLAIN), *_weakened(others, _BESIDE_ITSELF)]
    return [Reading(form, _ONLY_CITED), *others] if lexicon.is_cited(form) else others


def _listed_under(form: str, lexicon: Lexicon) -> Iterator[Reading]:
    may_be_mutated = form not in reviewed_words().never_demutated
    for lemma in lexicon.lemmas(form):
        mutated = is_mutated_form(form, lemma)
        if may_be_mutated or not mutated:
            yield from _with_base(form, lemma, _MUTATED if mutated else PLAIN, lexicon)
    if may_be_mutated:
        for radical in _radicals(form):
            for lemma in lexicon.radical_lemmas(radical):
                yield from _with_base(radical, lemma, _MUTATED, lexicon)


def _with_base(form: str, lemma: str, weight: float, lexicon: Lexicon) -> Iterator[Reading]:
    """Yield the lemma of a form, and the word that the lemma, if not its own, is listed under."""
    likely = weight * (_RARE if is_rare_form(form, lemma) else 1)
    yield Reading(lemma.lower(), likely)
    if lemma == form or lexicon.is_lemma(lemma):
        return
    for base in lexicon.lemmas(lemma):
        if not is_rare_form(lemma, base) and not is_mutated_form(lemma, base):
            yield Reading(base.lower(), likely * _LISTED_AGAIN)


def _as_written(form: str) -> Iterator[Reading]:
    """Yield a word that nobody lists, as it stands and with each mutation undone; without its accents."""
    for mutation in demutations(form):
        yield Reading(folded(mutation.radical), PLAIN if mutation.kind is None else _MUTATED)


def _second_opinions(form: str, lexicon: Lexicon) -> Iterable[Reading]:
    """Plain plurals that are listed under another word only: dogfennau, listed under dogfennen."""
    return (
        ()
        if lexicon.is_lemma(form)
        else _weakened(_by_rules(form, (plain_singulars,), lexicon), _SECOND_OPINION)
    )


def _by_rules(form: str, rules: Iterable[_Rule], lexicon: Lexicon) -> Iterator[Reading]:
    for mutation in demutations(form):
        weight = _BY_RULE * (PLAIN if mutation.kind is None else _MUTATED)
        for rule in rules:
            for guess in rule(mutation.radical):
                if len(guess) >= _SHORTEST_BY_RULE:
                    yield from (Reading(word, weight) for word in _known(guess, lexicon))


def _known(guess: str, lexicon: Lexicon) -> Iterable[str]:
    """The citation form that was guessed; or those that have an accent which the ending took: tanau, tân."""
    if lexicon.is_lemma(guess):
        return (guess,)
    return (word for word in lexicon.accented(guess) if lexicon.is_lemma(word))


def _back_from_plural(form: str, lexicon: Lexicon) -> Iterator[Reading]:
    for plural in possible_plurals(form):
        for lemma in lexicon.lemmas(plural):
            if lemma[:3] == form[:3]:
                yield Reading(lemma.lower(), _BACK_FROM_PLURAL)


def _radicals(form: str) -> Iterator[str]:
    return (mutation.radical for mutation in demutations(form) if mutation.kind is not None)


def _weakened(found: Iterable[Reading], factor: float) -> Iterator[Reading]:
    return (Reading(lemma, weight * factor) for lemma, weight in found)


def _best(found: Iterable[Reading]) -> tuple[Reading, ...]:
    weights: dict[str, float] = {}
    for lemma, weight in found:
        weights[lemma] = max(weight, weights.get(lemma, 0.0))
    least = max(weights.values()) * _LEAST_SHARE
    kept = [Reading(lemma, weight) for lemma, weight in weights.items() if weight >= least]
    return tuple(sorted(kept, key=lambda reading: (-reading.weight, reading.lemma)))
